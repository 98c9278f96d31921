/* figure_say.c - what a chart alone says in words: why there is no plot, and what
 * is not on it. */
#include <math.h>

#include "chart/figure.h"

enum { REMARK = 12 };

/* The next step for who asked for the chart, where there is one. */
static const char *
step_of(const char *key)
{
	static const struct { const char *key, *step; } steps[] = {
		{ "one_period", "a line needs two periods; -k bar draws one" },
		{ "no_order", "it needs periods in time; -k bar takes any" },
		{ "slope_none", "it needs two periods in a row; -k bar draws one" },
		{ "journey_none", "it needs two groups by one field" },
		{ "scatter_none", "each line needs \"n\"; -k bar does not" },
		{ "hist_none", "it needs lines with \"stat\" of fb-metric, or one "
		    "line an answer by \"score\"; -k bar draws any" },
		{ "no_groups", "it needs lines with \"stat\" of fb-metric, or one "
		    "line an answer by \"score\"; -k bar draws any" },
	};

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (!strcmp(key, steps[i].key))
			return steps[i].step;
	return "there is no value that may be shown";
}

bool
fb_figure_spans(struct fb_figure *f)
{
	const struct fb_cell *c = f->rows[0];
	bool two = false;

	for (size_t i = 0, n; i <= f->n && !two; i++)
		if (i < f->n || f->total) {
			fb_history(f->cv.report, i < f->n ? f->rows[i] :
			    f->total, &n);
			two = n > 1;
		}
	if (!two)
		fb_figure_sentence(f, c->has_period ? "one_period" : "no_order");
	return two;
}

void
fb_figure_sentence(struct fb_figure *f, const char *key)
{
	f->blank = true;
	if (f->said)
		fb_buf_printf(f->said, "nothing to draw as %s: %s\n",
		    f->kind->name, step_of(key));
	fb_say_sentence(&f->also, f->cv.words, fb_word(f->cv.words, key));
	fb_page_text(f->cv.page, &(struct fb_text){ .role = FB_BODY,
	    .s = fb_word(f->cv.words, key), .align = FB_LEFT, .width = f->w,
	    .max_lines = 4 }, f->x, f->y + 14);
}

void
fb_figure_remark(struct fb_figure *f, fb_str words)
{
	struct fb_text t = { .s = words, .role = FB_NOTE, .align = FB_LEFT,
	    .width = f->w, .max_lines = 2 };
	struct fb_text_box box = fb_page_measure(f->cv.page, &t);

	fb_say_sentence(&f->also, f->cv.words, words);
	f->h -= box.height + 2;
	fb_page_text(f->cv.page, &t, f->x, f->y + f->h + box.leading);
}

fb_str
fb_count_phrase(struct fb_figure *f, const char *key, size_t n)
{
	return fb_phrase(&f->cv, key, (struct fb_slot[]){ { "n",
	    fb_count_words(&f->cv, n) } }, 1);
}

void
fb_figure_count(struct fb_figure *f, const char *key, size_t n)
{
	if (n)
		fb_figure_remark(f, fb_count_phrase(f, key, n));
}

size_t
fb_figure_fit(struct fb_figure *f, size_t n, double least, double head)
{
	size_t fits = (size_t)fmax(1, floor((f->h - head) / least));

	if (n <= fits)
		return n;
	fits = (size_t)fmax(1, floor((f->h - head - REMARK) / least));
	fb_figure_count(f, "figure_more", n - fits);
	return fits;
}

void
fb_figure_left_out(struct fb_figure *f)
{
	fb_figure_count(f, "figure_repeated", f->repeated);
	if (f->gone.n)
		fb_figure_remark(f, fb_phrase(&f->cv, "figure_gone",
		    (struct fb_slot[]){ { "names", f->gone }, { "period",
		    fb_period_words(&f->cv, f->rows[0]->period_label,
		    FB_PERIOD_FULL) } }, 2));
}
