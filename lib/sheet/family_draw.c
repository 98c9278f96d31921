/* family_draw.c - the charts of one number. */
#include "present/verdict.h"
#include "sheet/family.h"

enum { TREND_PX = 620, ANSWERS_PX = 430, CHART_PX = 310 };

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
void
fb_family_trend(struct fb_family *p, const struct fb_drawn *d, uint32_t row)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_series v[3] = {
		{ fb_chart_text(p->m, fb_word(w, "sheet_values")),
		  column(FB_FAM_VALUE, d->trend, d->trend_n), FB_BLUE, false },
		{ fb_chart_text(p->m, fb_word(w, "family_lo")),
		  column(FB_FAM_LO, d->trend, d->trend_n), FB_MID, true },
		{ fb_chart_text(p->m, fb_word(w, "family_hi")),
		  column(FB_FAM_HI, d->trend, d->trend_n), FB_MID, true } };
	const char *title = fb_chart_finding(p->m, d->cell);

	if (d->trend_n < 2)
		return;
	fb_sheet_trend(p->s, row, 0, &(struct fb_trend){ .from = p->s,
	    .title = title, .alt = title, .series = v,
	    .n = d->cell->has_interval ? 3 : 1,
	    .labels = column(FB_FAM_NAME, d->trend, d->trend_n),
	    .number = fb_number_format(p->m, d->cell),
	    .ranged = is_mean(d->cell),
	    .min = (double)d->cell->scale.lo / 1000,
	    .max = (double)d->cell->scale.hi / 1000,
	    .width_px = TREND_PX, .height_px = CHART_PX });
}

/* How the answers lie; without them how the groups did over time. */
void
fb_family_answers(struct fb_family *p, const struct fb_drawn *d, uint32_t row)
{
	const struct fb_words *w = &p->m->report->words;
	const struct fb_cell *c = d->cell;
	struct fb_series v[FB_GROUPS];
	struct fb_trend t = { .from = p->s, .series = v, .form = FB_FORM_COLUMNS,
	    .inks = d->inks, .n = 1, .number = "0%",
	    .labels = column(FB_FAM_NAME, d->answers, d->answers_n),
	    .width_px = ANSWERS_PX, .height_px = CHART_PX };
	const char *key = "family_answers";

	if (d->answers_n) {
		v[0] = (struct fb_series){ fb_chart_text(p->m,
		    fb_word(w, "family_share")), column(FB_FAM_LO, d->answers,
		    d->answers_n), FB_BLUE2, false };
	} else if (c->ngroups > 1 && d->trend_n) {
		key = "family_parts";
		t.form = FB_FORM_STACK;
		t.inks = NULL;
		t.n = c->ngroups;
		t.labels = column(FB_FAM_NAME, d->trend, d->trend_n);
		for (size_t g = 0; g < c->ngroups; g++) {
			fb_colour ink = fb_group_colour(p->m->report, c,
			    fb_group_rank(c, fb_cstr(c->group_names[g])));

			v[g] = (struct fb_series){ fb_chart_text(p->m,
			    fb_group_words(p->m->report, c, g)),
			    column(FB_FAM_GROUPS + (uint32_t)g, d->trend,
			    d->trend_n), ink == FB_RED || ink == FB_BLUE ? ink :
			    FB_MID2, false };
		}
	} else {
		return;
	}
	t.title = t.alt = fb_chart_text(p->m, fb_word(w, key));
	fb_sheet_trend(p->s, row, d->trend_n < 2 ? 0 : FB_FAM_GROUPS, &t);
}
