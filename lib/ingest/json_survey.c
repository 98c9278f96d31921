/* json_survey.c - columns, words and dates, told from the first elements. */
#include <stdlib.h>

#include "ingest/begin.h"
#include "ingest/json_survey.h"
#include "ingest/json_talk.h"
#include "ingest/survey.h"

/* Cells that tell a form, elements that tell the words. */
enum { DATES = 300, LOOKS = 50 };

bool
fb_jsample(struct fb_jcols *c, struct fb_physical *in,
    const struct fb_jpath *path, size_t most,
    void (*each)(void *arg, const struct fb_row *), void *arg)
{
	struct fb_jwalk w = { .pinned = true };
	enum fb_jgot got = FB_JELEMENT;
	bool found;

	in->at = in->row = 0;
	fb_jwalk_start(&w, in, path);
	for (size_t n = 0; n < most && !fb_jwalk_next(&w, &got) &&
	    got != FB_JEND; n++) {
		if (got == FB_JELEMENT && !fb_jcols_fill(c, &w.rec) && each)
			each(arg, &c->row);
	}
	found = w.found;
	fb_jwalk_release(&w);
	in->at = in->row = 0;
	return found;
}

struct looks {
	struct fb_look *v;
	fb_str *cells; /* without lists, which are no words */
	size_t n;
};

static void
look(void *arg, const struct fb_row *row)
{
	struct looks *l = arg;
	struct fb_row words = { .cells = l->cells, .n = l->n };

	for (size_t i = 0; i < l->n; i++) {
		fb_str raw = i < row->n ? row->json[i] : (fb_str){0};

		l->cells[i] = raw.p && *raw.p != '[' && *raw.p != '{' ?
		    row->cells[i] : FB_LIT("");
	}
	fb_guess_row(l->v, l->n, &words);
}

static fb_str *
names_of(const struct fb_jcols *c)
{
	fb_str *names = fb_zalloc(c->names.n + 1, sizeof *names);

	for (size_t i = 0; i < c->names.n; i++)
		names[i] = fb_map_key(&c->names, i);
	return names;
}

static void
guess(struct fb_run *r, const struct fb_jfound *f, struct fb_physical *in,
    struct fb_jcols *c)
{
	struct looks l = { .n = c->names.n };
	struct fb_mapping p = {0};
	fb_str *names = names_of(c);

	l.v = fb_zalloc(l.n + 1, sizeof *l.v);
	l.cells = fb_zalloc(l.n + 1, sizeof *l.cells);
	if (c->talk) /* then the words are told already */
		names[l.n++] = FB_LIT("text");
	if (!fb_mapping_header(&p, names, l.n)) {
		fb_jsample(c, in, &f->path, LOOKS, look, &l);
		fb_guess(&p, l.v, &r->guess, &r->say);
		fb_hint(&p, l.v, &r->guess, &r->say);
	}
	fb_mapping_release(&p);
	free(names);
	free(l.cells);
	free(l.v);
}

struct dates {
	struct fb_dating dating;
	size_t col, n, iso;
};

static fb_str
date_cell(const struct dates *d, const struct fb_row *row)
{
	return d->col < row->n && row->cells[d->col].n ?
	    fb_str_trim(row->cells[d->col]) : FB_LIT("");
}

static void
count_iso(void *arg, const struct fb_row *row)
{
	struct dates *d = arg;
	fb_str s = date_cell(d, row);
	struct fb_when w;

	d->n += s.n > 0;
	d->iso += s.n && !fb_when_parse(s, &w);
}

static void
look_date(void *arg, const struct fb_row *row)
{
	struct dates *d = arg;

	fb_str s = date_cell(d, row);

	if (s.n && d->n++ < DATES)
		fb_dating_add(&d->dating, s);
}

static const char *
settle(const struct fb_jfound *f, struct fb_physical *in, struct fb_jcols *c,
    struct dates *d, struct fb_buf *form)
{
	d->n = 0;
	fb_jsample(c, in, &f->path, FB_JSAMPLE, look_date, d);
	if (fb_dating_settle(&d->dating, form) == FB_DATED_TIED)
		return fb_dating_untie(&d->dating, form);
	return NULL;
}

/* The form of the column that the plan takes dates from. */
static void
learn_form(struct fb_run *r, const struct fb_jfound *f, struct fb_physical *in,
    struct fb_jcols *c, struct fb_buf *form, const char *file)
{
	struct dates d = { .dating = { .asked = r->order } };
	struct fb_mapping p = {0};
	fb_str *names = names_of(c);
	const struct fb_origin *o = &p.from[FB_ROLE_DATE];
	const char *why = NULL;

	fb_run_plan_names(r, &p, names, c->names.n, f->profile, file);
	if (o->n == 1 && !o->form.n) {
		d.col = o->cols[0];
		fb_jsample(c, in, &f->path, FB_JSAMPLE, count_iso, &d);
		if (d.iso < d.n)
			why = settle(f, in, c, &d, form);
	}
	if (why)
		fb_run_give_up(r, FB_USAGE, file, why);
	fb_mapping_release(&p);
	free(names);
}

void
fb_jsurvey(struct fb_run *r, const struct fb_jfound *f, struct fb_physical *in,
    struct fb_jcols *c, struct fb_buf *form, const char *file)
{
	fb_jsample(c, in, &f->path, FB_JSAMPLE, NULL, NULL);
	if (!c->names.n)
		return;
	if (!f->profile && !r->ask->profile)
		guess(r, f, in, c);
	if (c->talk)
		fb_jtalk_rules(c->talk, r);
	learn_form(r, f, in, c, form, file);
}
