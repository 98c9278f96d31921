/* strip.c - everyone who answered, and the quotes in their proportions. */
#include "chart/pages.h"

static int
rank_of(const struct fb_cell *c, size_t group)
{
	return c->ngroups == 2 ? (int)group * 2 : (int)group;
}

static fb_colour
fill_of(struct fb_canvas *cv, const struct fb_cell *c, size_t group)
{
	fb_colour ink = fb_group_colour(cv->report, c, rank_of(c, group));

	return ink == FB_MID ? FB_MID2 : ink;
}

static void
segment_words(struct fb_canvas *cv, const struct fb_cell *c, size_t group,
    uint64_t all, double x, double y, double w)
{
	struct fb_buf b = {0};
	fb_str share, words = fb_group_words(cv->report, c, group);
	bool dark = fill_of(cv, c, group) != FB_MID2;
	struct fb_text t = { .role = FB_AXIS_BOLD, .align = FB_LEFT,
	    .colour = dark ? FB_WHITE : FB_INK };
	double used;

	fb_show_share(&b, cv->words, (double)c->group_n[group] / (double)all);
	share = fb_keep(cv, &b);
	t.s = share;
	used = fb_page_measure(cv->page, &t).width;
	if (used + 8 < w)
		fb_page_text(cv->page, &t, x + 5, y);
	t.s = words;
	if (used + 14 + fb_page_measure(cv->page, &t).width < w)
		fb_page_text(cv->page, &t, x + 10 + used, y);
	fb_buf_release(&b);
}

void
fb_draw_population(struct fb_canvas *cv, const struct fb_cell *c, double x,
    double y, double w, double h)
{
	uint64_t all = 0;

	for (size_t i = 0; i < c->ngroups; i++)
		all += c->group_n[i];
	for (size_t i = 0; i < c->ngroups && all; i++) {
		double part = w * (double)c->group_n[i] / (double)all;

		if (part <= 0)
			continue;
		fb_page_rect(cv->page, x, y, part > 1 ? part - 0.8 : part, h,
		    fill_of(cv, c, i));
		segment_words(cv, c, i, all, x, y + h / 2 + 2.8, part);
		x += part;
	}
}

/* Of a group: quotes in the columns, and slots that stayed empty. */
static size_t
slots_of(const struct fb_cell *c, const struct fb_columns *k, size_t group,
    size_t *silent)
{
	fb_str name = fb_cstr(c->group_names[group]);
	size_t n = 0;

	*silent = 0;
	for (size_t i = 0; i < k->n; i++)
		n += fb_str_eq(k->v[i].quote->group, name);
	for (size_t i = 0; i < c->voice.nsilent; i++)
		if (fb_str_eq(c->voice.silent[i].group, name))
			*silent += c->voice.silent[i].slots;
	return n;
}

void
fb_draw_slots(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_columns *k, double x, double y, double w, double h)
{
	size_t all = 0, silent;

	for (size_t g = 0; g < c->ngroups; g++) {
		size_t n = slots_of(c, k, g, &silent);

		all += n + silent;
	}
	for (size_t g = 0; g < c->ngroups && all; g++) {
		size_t n = slots_of(c, k, g, &silent);
		double part = w / (double)all;

		for (size_t i = 0; i < n + silent; i++, x += part) {
			if (i < n)
				fb_page_rect(cv->page, x, y, part - 1.2, h,
				    fill_of(cv, c, g));
			else
				fb_page_frame(cv->page, x + 0.5, y + 0.5,
				    part - 2.2, h - 1, (struct fb_pen){
				    fill_of(cv, c, g), 1, 2 });
		}
	}
}
