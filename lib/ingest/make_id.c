/* make_id.c - the id with which a row's line begins. */
#include "ingest/cell.h"
#include "record/json.h"

/* How every line begins. */
static const fb_str before_id = { "{\"id\":\"", 7 };

static void
put_content_id(struct fb_made *m, const struct fb_making *g, fb_str text)
{
	m->digest = fb_put_row_id(&m->id, g->ids, text);
	m->numbered = !g->unique;
	if (m->numbered)
		fb_ids_expect(g->ids, m->digest);
}

void
fb_make_id(struct fb_made *m, const struct fb_making *g, const struct fb_row *c)
{
	fb_str native = fb_str_trim(fb_own(m, g->plan, c, FB_ROLE_ID, " "));

	if (g->plan->from[FB_ROLE_ID].form.n)
		native = fb_after(g->plan->from[FB_ROLE_ID].form, native);
	m->id.n = 0;
	if (!native.n) {
		put_content_id(m, g, fb_buf_str(&c->text));
	} else {
		if (g->plan->profile)
			fb_buf_adds(&m->id, g->plan->profile->name);
		if (g->plan->profile)
			fb_buf_addc(&m->id, ':');
		fb_buf_add(&m->id, native);
	}
	fb_buf_add(&m->line, (fb_str){ before_id.p, before_id.n - 1 });
	fb_put_json(&m->line, fb_buf_str(&m->id));
}

void
fb_make_number(struct fb_made *m, const struct fb_making *g)
{
	size_t k = m->numbered ? fb_ids_count(g->ids, m->digest) : 1;
	size_t at = before_id.n + m->id.n, was = m->id.n, n;

	if (k == 1)
		return;
	fb_buf_printf(&m->id, "#%zu", k);
	n = m->id.n - was;
	fb_buf_room(&m->line, n);
	memmove(m->line.p + at + n, m->line.p + at, m->line.n - at);
	memcpy(m->line.p + at, m->id.p + was, n);
	m->line.n += n;
}
