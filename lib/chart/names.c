/* names.c - names of numbers, and those that would look alike when they are cut. */
#include "chart/canvas.h"
#include "text/icu.h"

/* Do other names begin as this one does, up to where it is cut? */
static bool
looks_alike(fb_str name, size_t shown, const fb_str *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (all[i].n >= shown && !memcmp(all[i].p, name.p, shown) &&
		    !fb_str_eq(all[i], name))
			return true;
	return false;
}

/* Where its last part begins: at a word, where there is one near. */
static size_t
tail_of(fb_str name, size_t shown)
{
	size_t at = fb_cluster_floor(name, name.n - shown * 2 / 5);

	for (size_t i = at; i < name.n - shown / 5; i++)
		if (name.p[i] == ' ')
			return i + 1;
	return at;
}

fb_str
fb_fit_name(struct fb_canvas *cv, const struct fb_text *how, const fb_str *all,
    size_t n)
{
	struct fb_text t = *how;
	struct fb_text_box box = fb_page_measure(cv->page, &t);
	fb_str name = how->s, tail;
	struct fb_buf b = {0};
	size_t head = box.shown < name.n ? box.shown : name.n;

	if (!box.cut || !looks_alike(name, head, all, n))
		return name;
	tail.p = name.p + tail_of(name, head);
	tail.n = (size_t)(name.p + name.n - tail.p);
	do {
		head = fb_cluster_floor(name, head - 1);
		b.n = 0;
		fb_buf_add(&b, (fb_str){ name.p, head });
		fb_buf_adds(&b, "\xe2\x80\xa6");
		fb_buf_add(&b, tail);
		t.s = fb_buf_str(&b);
	} while (head > 1 && fb_page_measure(cv->page, &t).cut);
	t.s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return t.s;
}

/* The group with what it is a group of, where it has no value there. */
fb_str
fb_group_name(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	fb_str s;

	if (c->nby == 1 && !c->by[0].val.n) {
		fb_buf_add(&b, fb_name_field(cv->report, c->by[0].key));
		fb_buf_addc(&b, ' ');
	}
	fb_buf_add(&b, fb_name_group(cv->report, c));
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

fb_str
fb_cell_name(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_buf_add(&b, fb_name_metric(cv->report, c));
	if (c->nby) {
		fb_say_more(&b, cv->words);
		fb_buf_add(&b, fb_group_name(cv, c));
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}
