/* family_draw.c - the charts of one number. */
#include "present/verdict.h"
#include "sheet/family.h"

enum { CHART_PX = 310 };

/* Two charts in a row, or three of them. */
static const struct {
	uint32_t col;
	double width_px;
} two[] = { { 0, 590 }, { FB_FAM_GROUPS, 430 } },
    three[] = { { 0, 488 }, { FB_FAM_N, 404 }, { FB_FAM_ANSWER, 309 } };

/* The next place of the row. */
static void
put_chart(struct fb_family *p, struct fb_drawn *d, struct fb_trend *t)
{
	size_t i = d->charts++;
	uint32_t col = d->answers_n ? three[i].col : two[i].col;

	t->from = p->s;
	t->alt = t->title;
	t->height_px = CHART_PX;
	t->width_px = d->answers_n ? three[i].width_px : two[i].width_px;
	fb_sheet_trend(p->s, d->row, col, t);
}

static struct fb_area
column(uint32_t col, uint32_t row, uint32_t n)
{
	return (struct fb_area){ row, col, row + n - 1, col };
}

/* A number on the scale of its answers. */
static bool
is_mean(const struct fb_cell *c)
{
	static const char *const kinds[] = { "mean", "median", "ces" };

	for (size_t i = 0; c->spec.kind && c->scale.known && i < 3; i++)
		if (!strcmp(c->spec.kind->name, kinds[i]))
			return true;
	return false;
}

/* The value between the two ends of its interval. */
static void
draw_trend(struct fb_family *p, struct fb_drawn *d)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_series v[3] = {
		{ fb_chart_text(p->m, fb_word(w, "sheet_values")),
		  column(FB_FAM_VALUE, d->trend, d->trend_n), FB_BLUE, false },
		{ fb_chart_text(p->m, fb_word(w, "family_lo")),
		  column(FB_FAM_LO, d->trend, d->trend_n), FB_MID, true },
		{ fb_chart_text(p->m, fb_word(w, "family_hi")),
		  column(FB_FAM_HI, d->trend, d->trend_n), FB_MID, true } };

	if (d->trend_n < 2)
		return;
	put_chart(p, d, &(struct fb_trend){
	    .title = fb_chart_finding(p->m, d->cell), .series = v,
	    .n = d->cell->has_interval ? 3 : 1,
	    .labels = column(FB_FAM_NAME, d->trend, d->trend_n),
	    .number = fb_number_format(p->m, d->cell),
	    .ranged = is_mean(d->cell),
	    .min = (double)d->cell->scale.lo / 1000,
	    .max = (double)d->cell->scale.hi / 1000 });
}

/* The groups of a period, in their colours. */
static void
take_parts(struct fb_family *p, const struct fb_drawn *d, struct fb_series *v)
{
	const struct fb_cell *c = d->cell;

	for (size_t g = 0; g < c->ngroups; g++) {
		fb_colour ink = fb_group_colour(p->m->report, c,
		    fb_group_rank(c, fb_cstr(c->group_names[g])));

		v[g] = (struct fb_series){ fb_chart_text(p->m,
		    fb_group_words(p->m->report, c, g)),
		    column(FB_FAM_GROUPS + (uint32_t)g, d->trend, d->trend_n),
		    ink == FB_RED || ink == FB_BLUE ? ink : FB_MID2, false };
	}
}

/* How the groups of answers did over time. */
static void
draw_parts(struct fb_family *p, struct fb_drawn *d)
{
	struct fb_series v[FB_GROUPS];

	if (d->cell->ngroups < 2 || !d->trend_n)
		return;
	take_parts(p, d, v);
	put_chart(p, d, &(struct fb_trend){ .form = FB_FORM_STACK,
	    .title = fb_chart_text(p->m, fb_word(&p->m->report->words,
	    "family_parts")), .series = v, .n = d->cell->ngroups,
	    .labels = column(FB_FAM_NAME, d->trend, d->trend_n),
	    .number = "0%" });
}

/* How often each answer was given. */
static void
draw_answers(struct fb_family *p, struct fb_drawn *d)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_series v = { fb_chart_text(p->m, fb_word(w, "family_share")),
	    column(FB_FAM_SHARE, d->answers, d->answers_n), FB_BLUE2, false };

	if (!d->answers_n)
		return;
	put_chart(p, d, &(struct fb_trend){ .form = FB_FORM_COLUMNS,
	    .title = fb_chart_text(p->m, fb_word(w, "family_answers")),
	    .series = &v, .n = 1, .inks = d->inks, .number = "0%",
	    .labels = column(FB_FAM_ANSWER, d->answers, d->answers_n) });
}

void
fb_family_charts(struct fb_family *p, struct fb_drawn *d)
{
	draw_trend(p, d);
	draw_parts(p, d);
	draw_answers(p, d);
}
