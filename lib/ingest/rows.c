/* rows.c - which rows are answers, and which cells are lists. */
#define _GNU_SOURCE /* memmem */
#include <strings.h>

#include "ingest/rows.h"
#include "record/json.h"

static void
add_test(struct fb_mapping *p, const struct fb_rule *r, size_t col)
{
	p->tests = fb_grow(p->tests, &p->cap_tests, p->ntests + 1,
	    sizeof *p->tests);
	p->tests[p->ntests++] = (struct fb_test){ r->in, col,
	    fb_cstr(r->val) };
	p->flagged |= r->in == FB_UNFINISHED;
}

void
fb_rows_plan(struct fb_mapping *p, const struct fb_profile *f)
{
	for (size_t i = 0; f && i < f->n; i++) {
		const struct fb_rule *r = &f->v[i];
		size_t at = fb_map_get(&p->names, fb_cstr(r->key));

		if (at == FB_MAP_NONE)
			continue;
		if (r->in == FB_IDENTITY)
			p->v[at].identity = true;
		else if (r->in == FB_SPLIT)
			p->v[at].split = fb_cstr(r->val);
		else if (r->in >= FB_SKIP && r->in <= FB_UNFINISHED)
			add_test(p, r, at);
	}
	if (p->flagged)
		fb_map_put(&p->keys, FB_LIT("unfinished"), NULL);
}

/* The cell's words, or behind '*' how it ends. */
static bool
holds(const struct fb_test *t, const struct fb_row *c)
{
	fb_str s = fb_str_trim(t->col < c->n ? c->cells[t->col] : FB_LIT(""));
	fb_str end = t->text;

	if (end.n > 1 && *end.p == '*') {
		end = (fb_str){ end.p + 1, end.n - 1 };
		if (s.n > end.n)
			s = (fb_str){ s.p + s.n - end.n, end.n };
	}
	return s.n == end.n && (!s.n || !strncasecmp(s.p, end.p, s.n));
}

/* With [only], each column it names must hold one of its values. */
static bool
one_of(const struct fb_mapping *p, const struct fb_row *c, size_t col)
{
	for (size_t i = 0; i < p->ntests; i++)
		if (p->tests[i].in == FB_ONLY && p->tests[i].col == col &&
		    holds(&p->tests[i], c))
			return true;
	return false;
}

bool
fb_row_skipped(const struct fb_mapping *p, const struct fb_row *c)
{
	for (size_t i = 0; i < p->ntests; i++) {
		const struct fb_test *t = &p->tests[i];

		if (t->in == FB_SKIP && holds(t, c))
			return true;
		if (t->in == FB_ONLY && !one_of(p, c, t->col))
			return true;
	}
	return false;
}

bool
fb_row_unfinished(const struct fb_mapping *p, const struct fb_row *c)
{
	for (size_t i = 0; i < p->ntests; i++)
		if (p->tests[i].in == FB_UNFINISHED && holds(&p->tests[i], c))
			return true;
	return false;
}

void
fb_put_list(struct fb_buf *b, fb_str cell, fb_str at)
{
	bool any = false;

	fb_buf_addc(b, '[');
	while (cell.n) {
		const char *hit = memmem(cell.p, cell.n, at.p, at.n);
		size_t n = hit ? (size_t)(hit - cell.p) : cell.n;
		fb_str one = fb_str_trim((fb_str){ cell.p, n });

		n += hit ? at.n : 0;
		cell = (fb_str){ cell.p + n, cell.n - n };
		if (!one.n)
			continue;
		if (any)
			fb_buf_addc(b, ',');
		fb_put_json(b, one);
		any = true;
	}
	fb_buf_addc(b, ']');
}
