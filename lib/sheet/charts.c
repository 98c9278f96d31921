/* charts.c - charts of values that stand on the sheet Data. */
#include <math.h>

#include "present/verdict.h"
#include "sheet/put.h"
#include "text/icu.h"

enum { SERIES = 3, MINI_PERIODS = 13 };

const char *
fb_chart_text(struct fb_making *m, fb_str s)
{
	struct fb_buf b = {0};
	const char *kept;

	/* A chart takes what begins with '=' for a formula. */
	if (s.n && s.p[0] == '=')
		fb_buf_addc(&b, ' ');
	fb_gate_sheet(&b, s, &m->gated);
	b.n = b.n > 250 ? fb_cluster_floor(fb_buf_str(&b), 250) : b.n;
	kept = fb_arena_copy(&m->report->mem, fb_buf_str(&b)).p;
	fb_buf_release(&b);
	return kept;
}

/* The number the report is most about: the first clear change, else the
 * first one of the summary. */
static const struct fb_cell *
main_cell(struct fb_making *m)
{
	struct fb_focus f;

	if (!fb_focus_count(m->report))
		return NULL;
	f = fb_focus_at(m->report, 0);
	for (size_t i = 0; i < f.nrows; i++)
		if (fb_verdict(m->report, f.rows[i], &f.rows[i]->prev).clear)
			return f.rows[i];
	return f.nrows ? f.rows[0] : NULL;
}

/* The groups when they are three at most, else the total and the two largest. */
static size_t
choose(const struct fb_cell *const *all, size_t n, const struct fb_cell **v)
{
	size_t total = n && !all[0]->nby, groups = n - total, k = 0;

	if (groups && groups <= SERIES) {
		for (size_t i = total; i < n; i++)
			v[k++] = all[i];
		return k;
	}
	if (total)
		v[k++] = all[0];
	while (k < SERIES && k < n) {
		const struct fb_cell *best = NULL;

		for (size_t i = total; i < n; i++) {
			bool in = false;

			for (size_t j = 0; j < k; j++)
				in |= v[j] == all[i];
			if (!in && (!best || all[i]->n > best->n))
				best = all[i];
		}
		if (!best)
			break;
		v[k++] = best;
	}
	return k;
}

static uint32_t
first_of(struct fb_place p)
{
	uint32_t n = p.col - p.first_col + 1;

	return n > MINI_PERIODS ? p.col - MINI_PERIODS + 1 : p.first_col;
}

const char *
fb_chart_finding(struct fb_making *m, const struct fb_cell *c)
{
	const struct fb_title *t = fb_title_for(m->report, c, c->period_label);
	struct fb_buf b = {0};
	const char *text;

	if (t)
		fb_buf_add(&b, t->text);
	else
		fb_put_finding(&b, m->report, c);
	text = fb_chart_text(m, fb_buf_str(&b));
	fb_buf_release(&b);
	return text;
}

/* Series of one row each; those that stand in another grid are left out. */
static size_t
series_of(struct fb_making *m, const struct fb_cell *const *v, size_t n,
    struct fb_area *labels, struct fb_series *series)
{
	static const fb_colour ink[SERIES] = { FB_CATEGORY1, FB_CATEGORY2,
	    FB_CATEGORY3 };
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		struct fb_place p = m->places[fb_cell_index(m, v[i])];

		if (p.row == FB_NO_ROW || p.col == p.first_col)
			continue;
		if (!k)
			*labels = (struct fb_area){ p.label_row, first_of(p),
			    p.label_row, p.col };
		series[k] = (struct fb_series){ .ink = ink[k],
		    .name = fb_chart_text(m, fb_name_group(m->report, v[i])),
		    .values = { p.row, first_of(p), p.row, p.col } };
		k++;
	}
	return k;
}

bool
fb_put_trend(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    double width_px)
{
	const struct fb_cell *main = main_cell(m), *v[SERIES], **all;
	struct fb_series series[SERIES];
	struct fb_trend t = { .from = s, .series = series, .width_px = width_px,
	    .height_px = 320 };
	size_t n = 0;

	if (!main)
		return false;
	all = fb_siblings(m->report, main, &n);
	n = choose(all, n, v);
	t.n = series_of(m, v, n, &t.labels, series);
	if (!t.n)
		return false;
	t.title = fb_chart_finding(m, main);
	t.alt = t.title;
	t.number = fb_number_format(m, main);
	fb_sheet_trend(s, row, 0, &t);
	return true;
}

/* Values that a mini chart shows, and their extent as stored. */
struct extent {
	size_t n;
	double min, max;
};

static struct extent
extent_of(struct fb_place p)
{
	struct extent e = { 0, INFINITY, -INFINITY };

	for (uint32_t col = first_of(p); col <= p.col; col++) {
		const struct fb_cell *c = p.series[col - p.first_col];
		double v;

		if (!c || fb_is_small(c))
			continue;
		v = fb_stored(c, c->value);
		e.min = v < e.min ? v : e.min;
		e.max = v > e.max ? v : e.max;
		e.n++;
	}
	return e;
}

/* Noise must look like noise: six times the +- at least, and some air. */
static void
widen(const struct fb_cell *c, struct extent *e)
{
	double half = c->has_interval ? fb_stored(c, (c->hi - c->lo) / 2) : 0;
	double span = fmax(e->max - e->min, 6 * half) * 1.1;
	double mid = (e->min + e->max) / 2;

	if (!(span > 0))
		span = 1;
	e->min = mid - span / 2;
	e->max = mid + span / 2;
}

static const char *
alt_of(struct fb_making *m, const struct fb_cell *c, size_t n)
{
	struct fb_buf b = {0}, value = {0}, span = {0}, name = {0};
	const char *text;

	fb_show_value(&value, &m->report->words, c);
	fb_show_span(&span, &m->report->words,
	    c->has_period ? c->period.unit : FB_NONE, n);
	fb_buf_add(&name, fb_name_metric(m->report, c));
	fb_say_more(&name, &m->report->words);
	fb_buf_add(&name, fb_name_group(m->report, c));
	fb_say(&b, &m->report->words, "sheet_mini_alt", (struct fb_slot[]){
	    { "name", fb_buf_str(&name) }, { "span", fb_buf_str(&span) },
	    { "value", fb_buf_str(&value) } }, 3);
	text = fb_chart_text(m, fb_buf_str(&b));
	fb_buf_release(&b);
	fb_buf_release(&value);
	fb_buf_release(&span);
	fb_buf_release(&name);
	return text;
}

size_t
fb_mini_points(struct fb_making *m, const struct fb_cell *c)
{
	struct fb_place p = m->places[fb_cell_index(m, c)];

	return p.row == FB_NO_ROW ? 0 : extent_of(p).n;
}

void
fb_put_mini(struct fb_making *m, struct fb_sheet *s, uint32_t row, uint32_t col,
    const struct fb_cell *c)
{
	struct fb_place p = m->places[fb_cell_index(m, c)];
	uint32_t first = first_of(p), back = p.col - first;
	struct extent e = extent_of(p);
	struct fb_mini mini = { .from = m->sheet[FB_TAB_data],
	    .line = { p.row, first, p.row, p.col },
	    .point = { p.row, p.point_col - back, p.row, p.point_col },
	    .ink = fb_verdict(m->report, c, &c->prev).colour,
	    .alt = alt_of(m, c, e.n), .width_px = 150, .height_px = 68 };

	widen(c, &e);
	mini.min = e.min;
	mini.max = e.max;
	fb_sheet_mini(s, row, col, &mini);
}
