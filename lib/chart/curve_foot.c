/* curve_foot.c - what stands below a journey's curve. */
#include <math.h>

#include "chart/curve.h"

enum { LINES = 2, BELOW = 20, ROOMY = 48, APART = 13 };

static double
column(const struct fb_curve *k)
{
	return k->w / (double)k->stages.n;
}

/* Is the longest word of a name wider than its column? */
static bool
has_wide_word(const struct fb_curve *k, const struct fb_text *name)
{
	fb_str rest = name->s;

	while (rest.n) {
		struct fb_text word = { .s = fb_str_split(&rest, ' '),
		    .role = name->role, .bold = true };

		if (fb_page_measure(k->cv->page, &word).width > name->width)
			return true;
	}
	return false;
}

static struct fb_text
name_text(const struct fb_curve *k, size_t i)
{
	bool end = i == 0 || i + 1 == k->stages.n;
	double columns = !k->staggered ? 1 : end ? 1.5 : 2;

	return (struct fb_text){ .s = k->stages.v[i].name, .align = FB_CENTRE,
	    .role = column(k) < ROOMY ? FB_AXIS : FB_LABEL, .colour = FB_INK,
	    .width = columns * column(k) - 3,
	    .max_lines = k->staggered ? 1 : LINES };
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
foot_parts(struct fb_curve *k, double *names)
{
	bool staggered = false;
	double words = 0;

	*names = 0;
	k->staggered = false;
	for (size_t i = 0; i < k->stages.n; i++) {
		struct fb_text name = name_text(k, i);

		staggered |= has_wide_word(k, &name);
	}
	k->staggered = staggered;
	for (size_t i = 0; i < k->stages.n; i++) {
		struct fb_text name = name_text(k, i), why = why_text(k, i);

		*names = fmax(*names, fb_page_measure(k->cv->page, &name).height);
		if (why.s.n)
			words = fmax(words,
			    fb_page_measure(k->cv->page, &why).height);
	}
	*names *= k->staggered ? 2 : 1;
	return words;
}

/* As near below its stage as the plot's sides allow. */
static double
left_of(const struct fb_curve *k, const struct fb_text *name, size_t i)
{
	double w = fb_page_measure(k->cv->page, name).width;
	double x = fb_curve_x(k, i) - w / 2;

	x = fmax(fmin(x, k->x + k->w - w), k->cv->left);
	return x + w / 2 - name->width / 2;
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
	fb_str *all = fb_arena_zalloc(&k->cv->report->mem, k->stages.n,
	    sizeof *all);
	double names, left, drop;

	foot_parts(k, &names);
	for (size_t i = 0; i < k->stages.n; i++)
		all[i] = k->stages.v[i].name;
	for (size_t i = 0; i < k->stages.n; i++) {
		struct fb_text name = name_text(k, i), why = why_text(k, i);

		name.bold = low[i];
		name.s = fb_fit_name(k->cv, &name, all, k->stages.n);
		left = left_of(k, &name, i);
		drop = k->staggered && i % 2 ? names / 2 : 0;
		fb_page_text(k->cv->page, &name, left,
		    k->y + k->h + BELOW + drop);
		left = fb_curve_x(k, i) - why.width / 2;
		if (why.s.n)
			fb_page_text(k->cv->page, &why, left,
			    k->y + k->h + BELOW + names);
	}
}
