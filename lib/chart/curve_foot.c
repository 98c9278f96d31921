/* curve_foot.c - what stands below a journey's curve. */
#include <math.h>

#include "chart/curve.h"

enum { LINES = 2, BELOW = 20, ROOMY = 48, APART = 13 };

static double
column(const struct fb_curve *k)
{
	return k->w / (double)k->stages.n;
}

static struct fb_text
name_text(const struct fb_curve *k, size_t i)
{
	return (struct fb_text){ .s = k->stages.v[i].name, .align = FB_CENTRE,
	    .role = column(k) < ROOMY ? FB_AXIS : FB_LABEL, .colour = FB_INK,
	    .width = column(k) - 3, .max_lines = LINES };
}

/* Why a stage is not on the curve; empty when it is. */
static struct fb_text
why_text(const struct fb_curve *k, size_t i)
{
	const struct fb_stage *s = &k->stages.v[i];
	bool silent = !s->cell || (s->cell->has_n && !s->cell->n);

	return (struct fb_text){ .s = fb_stage_drawn(s) ? FB_LIT("") :
	    fb_word(k->cv->words, silent ? "no_voice" : "few_answers"),
	    .align = FB_CENTRE, .role = FB_NOTE, .width = column(k) - 3,
	    .max_lines = LINES + 2 };
}

/* Heights of the names, and of the words below them. */
static double
foot_parts(const struct fb_curve *k, double *names)
{
	double words = 0;

	*names = 0;
	for (size_t i = 0; i < k->stages.n; i++) {
		struct fb_text name = name_text(k, i), why = why_text(k, i);

		*names = fmax(*names, fb_page_measure(k->cv->page, &name).height);
		if (why.s.n)
			words = fmax(words,
			    fb_page_measure(k->cv->page, &why).height);
	}
	return words;
}

double
fb_curve_foot(struct fb_curve *k)
{
	double names, words = foot_parts(k, &names);

	return names + words + APART;
}

void
fb_curve_names(struct fb_curve *k, const bool *low)
{
	double names, left;

	foot_parts(k, &names);
	for (size_t i = 0; i < k->stages.n; i++) {
		struct fb_text name = name_text(k, i), why = why_text(k, i);

		left = fb_curve_x(k, i) - name.width / 2;
		name.bold = low[i];
		fb_page_text(k->cv->page, &name, left, k->y + k->h + BELOW);
		if (why.s.n)
			fb_page_text(k->cv->page, &why, left,
			    k->y + k->h + BELOW + names);
	}
}
