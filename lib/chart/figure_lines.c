/* figure_lines.c - lines from elsewhere made ready for one chart. */
#include <stdlib.h>

#include "chart/figure.h"

/* "2026-10-01T00:00:00Z", as databases cut months, is a day. */
static void
read_day(struct fb_cell *c)
{
	struct fb_when when;

	if (c->has_period || fb_when_parse(c->period_label, &when) ||
	    when.sec % (24 * 60 * 60))
		return;
	c->has_period = true;
	c->period = (struct fb_period){ FB_DAY, fb_when_day(when) };
}

/* Does the day begin a period of the unit? */
static bool
begins(enum fb_unit unit, int32_t day)
{
	return fb_period_first(fb_period_of(unit, day)) == day;
}

/* The longest unit that all days begin periods of, and so stand for: they must
 * be two at least. A day otherwise. */
static enum fb_unit
unit_of_days(const struct fb_report *r)
{
	static const enum fb_unit units[] = { FB_YEAR, FB_QUARTER, FB_MONTH,
		FB_WEEK };
	int32_t first = INT32_MAX, last = INT32_MIN;

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (!c->has_period || c->period.unit != FB_DAY)
			return FB_DAY;
		first = c->period.index < first ? c->period.index : first;
		last = c->period.index > last ? c->period.index : last;
	}
	for (size_t u = 0; first < last && u < sizeof units / sizeof *units; u++) {
		size_t i = 0;

		while (i < r->ncells &&
		    begins(units[u], r->cells[i].period.index))
			i++;
		if (i == r->ncells)
			return units[u];
	}
	return FB_DAY;
}

static void
say_unit(const struct fb_chart_job *job, enum fb_unit unit)
{
	if (job->said)
		fb_buf_printf(job->said, "all dates are first days of a %s and "
		    "taken for the %ss; write 2026-10 or the like to be sure\n",
		    fb_unit_name(unit), fb_unit_name(unit));
}

static void
name_periods(struct fb_report *r, enum fb_unit unit)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < r->ncells; i++) {
		struct fb_cell *c = &r->cells[i];

		b.n = 0;
		if (!c->has_period || c->period.unit != FB_DAY)
			continue;
		c->period = fb_period_of(unit, c->period.index);
		fb_put_period(&b, c->period);
		c->period_label = fb_arena_copy(&r->mem, fb_buf_str(&b));
	}
	fb_buf_release(&b);
}

static int
by_place(const struct fb_cell *x, const struct fb_cell *y)
{
	int d = fb_str_cmp(x->metric, y->metric);

	if (!d)
		d = fb_str_cmp(x->period_label, y->period_label);
	if (!d && x->nby != y->nby)
		d = x->nby < y->nby ? -1 : 1;
	for (size_t i = 0; !d && i < x->nby; i++) {
		d = fb_str_cmp(x->by[i].key, y->by[i].key);
		d = d ? d : fb_str_cmp(x->by[i].val, y->by[i].val);
	}
	if (!d && x->scale.lo != y->scale.lo)
		d = x->scale.lo < y->scale.lo ? -1 : 1;
	if (!d && x->scale.hi != y->scale.hi)
		d = x->scale.hi < y->scale.hi ? -1 : 1;
	return d;
}

/* Of lines for one place the one that is kept stands first, in whatever order
 * they came: with a value, of more answers, of the higher value. */
static int
by_claim(const void *a, const void *b)
{
	const struct fb_cell *x = *(const struct fb_cell *const *)a;
	const struct fb_cell *y = *(const struct fb_cell *const *)b;
	int d = by_place(x, y);

	if (!d && x->has_value != y->has_value)
		d = x->has_value ? -1 : 1;
	if (!d && x->n != y->n)
		d = x->n > y->n ? -1 : 1;
	if (!d && x->has_value && x->value != y->value)
		d = x->value > y->value ? -1 : 1;
	return d ? d : (x > y) - (x < y);
}

static int
by_address(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;

	return (x > y) - (x < y);
}

/* One line for each metric, group, period and scale. Gives how many it drops. */
static size_t
drop_repeated(struct fb_report *r)
{
	struct fb_cell **v = fb_zalloc(r->ncells, sizeof *v);
	size_t n = 0, was = r->ncells;

	for (size_t i = 0; i < was; i++)
		v[i] = &r->cells[i];
	if (was)
		qsort(v, was, sizeof *v, by_claim);
	for (size_t i = 0; i < was; i++)
		if (!n || by_place(v[n - 1], v[i]))
			v[n++] = v[i];
	if (n)
		qsort(v, n, sizeof *v, by_address);
	for (size_t i = 0; i < n; i++)
		r->cells[i] = *v[i];
	r->ncells = n;
	free(v);
	return was - n;
}

size_t
fb_figure_lines(const struct fb_chart_job *job)
{
	struct fb_report *r = job->report;
	enum fb_unit unit;
	size_t repeated;

	for (size_t i = 0; i < r->ncells; i++)
		read_day(&r->cells[i]);
	unit = unit_of_days(r);
	name_periods(r, unit);
	if (unit != FB_DAY)
		say_unit(job, unit);
	repeated = drop_repeated(r);
	if (repeated && job->said)
		fb_buf_printf(job->said, "lines that repeat the metric, group and "
		    "period of another one: %zu; drawn is the one with more "
		    "answers, then the higher value\n", repeated);
	return repeated;
}
