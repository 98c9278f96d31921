/* family_section.c - one number with its charts and the values behind them. */
#include <math.h>

#include "present/verdict.h"
#include "sheet/family.h"

enum { CHART_ROWS = 17, GROUP_ROWS = 40 };

static void
put_head(struct fb_family *p, uint32_t col, const char *key)
{
	fb_put_word(p->m, p->s, p->row, col, key,
	    col == FB_FAM_NAME ? FB_HEAD : FB_HEAD_RIGHT);
}

static void
put_heads(struct fb_family *p, const char *first)
{
	put_head(p, FB_FAM_NAME, first);
	put_head(p, FB_FAM_VALUE, "sheet_values");
	put_head(p, FB_FAM_LO, "family_lo");
	put_head(p, FB_FAM_HI, "family_hi");
	put_head(p, FB_FAM_N, "sheet_n");
}

/* Value, interval and answers; what is too small has answers alone. */
static void
put_numbers(struct fb_family *p, const struct fb_cell *c)
{
	unsigned look = fb_look_of(p->m, FB_DATUM, fb_is_wide(c) ? FB_TEXT2 : 0,
	    fb_number_format(p->m, c));

	if (!fb_is_small(c))
		fb_sheet_number(p->s, p->row, FB_FAM_VALUE,
		    fb_stored(c, c->value), look);
	if (!fb_is_small(c) && c->has_interval) {
		fb_sheet_number(p->s, p->row, FB_FAM_LO, fb_stored(c, c->lo), look);
		fb_sheet_number(p->s, p->row, FB_FAM_HI, fb_stored(c, c->hi), look);
	}
	if (c->has_n)
		fb_sheet_number(p->s, p->row, FB_FAM_N, (double)c->n,
		    fb_look_of(p->m, FB_DATUM, 0, "#,##0"));
}

static void
put_period(struct fb_family *p, struct fb_period period, const struct fb_cell *c)
{
	struct fb_buf label = {0}, b = {0};

	fb_put_period(&label, period);
	fb_show_period(&b, &p->m->report->words, fb_buf_str(&label),
	    FB_PERIOD_AXIS_YEAR);
	fb_put_cell(p->m, p->s, p->row, FB_FAM_NAME, fb_buf_str(&b),
	    fb_look_of(p->m, FB_TEXT_CELL, 0, NULL));
	if (c)
		put_numbers(p, c);
	for (size_t g = 0; c && g < c->ngroups && c->ngroups > 1; g++)
		fb_sheet_number(p->s, p->row, FB_FAM_GROUPS + (uint32_t)g,
		    (double)c->group_n[g], fb_look_of(p->m, FB_DATUM, 0, "#,##0"));
	p->row++;
	fb_buf_release(&label);
	fb_buf_release(&b);
}

/* Consecutive periods up to the cell's; one that is missing is an empty row. */
static void
put_trend(struct fb_family *p, struct fb_drawn *d)
{
	const struct fb_cell *c = d->cell, **v;
	size_t n = 0, k = 0;
	int32_t first;

	v = fb_history(p->m->report, c, &n);
	first = n && c->has_period ? v[0]->period.index : 0;
	if (c->has_period && c->period.index - first >= FB_FAM_PERIODS)
		first = c->period.index - FB_FAM_PERIODS + 1;
	put_heads(p, "sheet_period");
	for (size_t g = 0; g < c->ngroups && c->ngroups > 1; g++)
		fb_put_cell(p->m, p->s, p->row, FB_FAM_GROUPS + (uint32_t)g,
		    fb_group_words(p->m->report, c, g),
		    fb_look_of(p->m, FB_HEAD_RIGHT, 0, NULL));
	d->trend = ++p->row;
	for (int32_t i = first; c->has_period && i <= c->period.index; i++) {
		while (k < n && v[k]->period.index < i)
			k++;
		put_period(p, (struct fb_period){ c->period.unit, i },
		    k < n && v[k]->period.index == i ? v[k] : NULL);
	}
	d->trend_n = p->row - d->trend;
}

static uint32_t
ink_of(struct fb_family *p, const struct fb_cell *c, int64_t milli)
{
	size_t g = c->spec.kind && c->ngroups > 1 ?
	    (size_t)fb_group_of(&c->spec, c->scale, milli) : FB_GROUPS;
	fb_colour ink = g < c->ngroups ? fb_group_colour(p->m->report, c,
	    fb_group_rank(c, fb_cstr(c->group_names[g]))) : FB_BLUE2;

	return ink == FB_RED || ink == FB_BLUE ? ink : FB_MID2;
}

/* How often each answer was given, also those of a short scale that nobody
 * gave; at most FB_FAM_ANSWERS. */
static size_t
all_answers(const struct fb_cell *c, struct fb_value *v)
{
	size_t n = 0, k = 0;
	int64_t at = c->scale.lo;

	if (!c->scale.known || fb_tally_place(c->scale, at) == FB_TALLY) {
		memcpy(v, c->values, c->nvalues * sizeof *v);
		return c->nvalues;
	}
	for (; at <= c->scale.hi && n + c->nvalues - k < FB_FAM_ANSWERS; at += 1000) {
		while (k < c->nvalues && c->values[k].value < at)
			v[n++] = c->values[k++];
		v[n++] = k < c->nvalues && c->values[k].value == at ?
		    c->values[k++] : (struct fb_value){ at, 0 };
	}
	while (k < c->nvalues)
		v[n++] = c->values[k++];
	return n;
}

static void
put_answer(struct fb_family *p, const struct fb_cell *c, struct fb_value v,
    uint32_t row)
{
	double n = (double)v.n;

	fb_sheet_number(p->s, row, FB_FAM_ANSWER, (double)v.value / 1000,
	    fb_look_of(p->m, FB_DATUM, 0, "0.###"));
	fb_sheet_number(p->s, row, FB_FAM_TIMES, n,
	    fb_look_of(p->m, FB_DATUM, 0, "#,##0"));
	fb_sheet_number(p->s, row, FB_FAM_SHARE, c->n ? n / (double)c->n : 0,
	    fb_look_of(p->m, FB_DATUM, 0, "0%"));
}

/* Beside the periods each answer and how often it was given, where the line
 * tells it. */
static void
put_answers(struct fb_family *p, struct fb_drawn *d)
{
	const struct fb_cell *c = d->cell;
	struct fb_value v[FB_FAM_ANSWERS];
	uint32_t end = p->row;

	if (!c->nvalues || c->nvalues > FB_FAM_ANSWERS || fb_is_small(c) ||
	    (c->spec.kind && c->spec.kind->keeps == FB_KEEPS_CASES))
		return;
	d->answers_n = (uint32_t)all_answers(c, v);
	d->answers = d->trend;
	p->row = d->answers - 1;
	put_head(p, FB_FAM_ANSWER, "family_answer");
	put_head(p, FB_FAM_TIMES, "sheet_n");
	put_head(p, FB_FAM_SHARE, "family_share");
	for (uint32_t i = 0; i < d->answers_n; i++) {
		put_answer(p, c, v[i], d->answers + i);
		d->inks[i] = ink_of(p, c, v[i].value);
	}
	p->row = d->answers + d->answers_n > end ?
	    d->answers + d->answers_n : end;
}

static void
put_group(struct fb_family *p, const struct fb_cell *c)
{
	struct fb_verdict v = fb_verdict(p->m->report, c, &c->prev);
	struct fb_buf b = {0};

	fb_put_cell(p->m, p->s, p->row, FB_FAM_NAME,
	    fb_name_group(p->m->report, c), fb_look_of(p->m, FB_TEXT_CELL, 0, NULL));
	put_numbers(p, c);
	if (c->prev.ok && !fb_is_small(c)) {
		fb_sheet_number(p->s, p->row, FB_FAM_GROUPS, c->prev.diff,
		    fb_look_of(p->m, FB_DATUM, 0, fb_change_format(p->m, c,
		    v.mark == FB_MARK_BAR)));
		fb_buf_adds(&b, fb_mark_sign(v));
		fb_buf_add(&b, v.words);
		fb_put_cell(p->m, p->s, p->row, FB_FAM_GROUPS + 1,
		    fb_buf_str(&b), fb_look_of(p->m, v.clear ?
		    FB_READING_CLEAR : FB_READING, v.colour, NULL));
		fb_buf_release(&b);
	}
	p->row++;
}

static void
put_groups(struct fb_family *p, const struct fb_cell *c)
{
	size_t n, from;
	const struct fb_cell **all = fb_siblings(p->m->report, c, &n);

	from = n && !all[0]->nby;
	if (n <= from)
		return;
	p->row++;
	put_heads(p, "sheet_group");
	put_head(p, FB_FAM_GROUPS, "sheet_change");
	fb_put_word(p->m, p->s, p->row, FB_FAM_GROUPS + 1, "sheet_reading",
	    FB_HEAD_APART);
	p->row++;
	for (size_t i = from; i < n && i < from + GROUP_ROWS; i++)
		put_group(p, all[i]);
	if (n > from + GROUP_ROWS)
		fb_put_word(p->m, p->s, p->row++, FB_FAM_NAME, "family_more",
		    FB_NAME_NOTE);
}

static void
put_title(struct fb_family *p, const struct fb_cell *c)
{
	struct fb_report *r = p->m->report;
	fb_str unit = fb_unit_words(&r->words, c);
	struct fb_buf b = {0}, what = {0}, who = {0};

	fb_put_cell(p->m, p->s, p->row, 0, fb_name_metric(r, c),
	    fb_look_of(p->m, FB_SECTION, 0, NULL));
	fb_sheet_row(p->s, p->row++, 26);
	fb_buf_add(&what, fb_name_note(r, c));
	if (unit.n)
		fb_say_more(&what, &r->words);
	fb_buf_add(&what, unit);
	if (what.n)
		fb_say_sentence(&b, &r->words, fb_buf_str(&what));
	fb_buf_add(&who, fb_name_group(r, c));
	fb_say_more(&who, &r->words);
	fb_show_period(&who, &r->words, c->period_label, FB_PERIOD_FULL);
	fb_say_next(&b, &r->words);
	fb_buf_add(&b, fb_buf_str(&who));
	fb_put_cell(p->m, p->s, p->row++, 0, fb_buf_str(&b),
	    fb_look_of(p->m, FB_NAME_NOTE, 0, NULL));
	fb_buf_release(&b);
	fb_buf_release(&what);
	fb_buf_release(&who);
}

void
fb_family_section(struct fb_family *p, const struct fb_cell *c)
{
	struct fb_drawn d = { .cell = c };
	bool draws = p->sections++ < FB_FAM_CHARTS && !fb_is_small(c);

	put_title(p, c);
	d.row = p->row;
	p->row += draws ? CHART_ROWS : 1;
	put_trend(p, &d);
	put_answers(p, &d);
	put_groups(p, c);
	if (draws)
		fb_family_charts(p, &d);
	p->row += 2;
}
