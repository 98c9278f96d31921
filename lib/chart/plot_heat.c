/* plot_heat.c - groups by periods, or by the values of a second field, the number
 * in each cell. */
#include <math.h>

#include "chart/figure.h"
#include "chart/periods.h"
#include "chart/shade.h"

enum { HEAD = 14, YEAR = 11, ROW_MIN = 12, ROW_MAX = 30, CELL_MAX = 56,
	CELL_MIN = 22, APART = 4 };

/* A row has a cell for each column, NULL where there is no line. */
struct heat {
	struct fb_figure *f;
	fb_str *rows, *columns;
	const struct fb_cell **cells;
	size_t nrows, ncolumns, width; /* width: columns that cells are kept for */
	bool time;                     /* columns are periods */
	enum fb_unit unit;
	int32_t first;                 /* period of the first column */
	double head, names, x, w, h;
	struct fb_shade shade;
};

static const struct fb_cell *
cell_at(const struct heat *k, size_t row, size_t column)
{
	return k->cells[row * k->width + column];
}

static void
make_room(struct heat *k, size_t rows, size_t columns)
{
	struct fb_arena *mem = &k->f->cv.report->mem;

	k->rows = fb_arena_zalloc(mem, rows, sizeof *k->rows);
	k->columns = fb_arena_zalloc(mem, columns, sizeof *k->columns);
	k->cells = fb_arena_zalloc(mem, rows * columns, sizeof *k->cells);
	k->width = columns;
}

/* Its place among the names, at the end when it is new. */
static size_t
place_of(fb_str *names, size_t *n, fb_str name)
{
	for (size_t i = 0; i < *n; i++)
		if (fb_str_eq(names[i], name))
			return i;
	names[*n] = name;
	return (*n)++;
}

/* Two fields: of the first field in the order of the lines, by the second; the
 * field with fewer values stands in columns when the other has more. */
static void
cross(struct heat *k)
{
	struct fb_figure *f = k->f;
	size_t n[2] = {0}, across;
	fb_str *names[2];

	for (int d = 0; d < 2; d++) {
		names[d] = fb_arena_zalloc(&f->cv.report->mem, f->n,
		    sizeof *names[d]);
		for (size_t i = 0; i < f->n; i++)
			place_of(names[d], &n[d], fb_name_value(f->cv.report,
			    f->rows[i]->by[d]));
	}
	across = n[0] > n[1] ? 0 : 1;
	make_room(k, n[!across], n[across]);
	for (size_t i = 0; i < f->n; i++) {
		size_t row = place_of(k->rows, &k->nrows, fb_name_value(
		    f->cv.report, f->rows[i]->by[!across]));
		size_t column = place_of(k->columns, &k->ncolumns,
		    fb_name_value(f->cv.report, f->rows[i]->by[across]));

		k->cells[row * k->width + column] = f->rows[i];
	}
}

/* Rows are groups, columns the periods from the first of any on. */
static void
over_time(struct heat *k)
{
	struct fb_figure *f = k->f;
	const struct fb_cell **rows = fb_rows_shown_first(f), **p;
	int32_t last = rows[0]->period.index;
	size_t n;

	k->unit = rows[0]->period.unit;
	k->first = last;
	for (size_t i = 0; i < f->n; i++) {
		p = fb_history(f->cv.report, rows[i], &n);
		k->first = p[0]->period.index < k->first ? p[0]->period.index :
		    k->first;
	}
	k->time = true;
	k->nrows = f->n;
	k->ncolumns = (size_t)(last - k->first) + 1;
	make_room(k, k->nrows, k->ncolumns);
	for (size_t i = 0; i < f->n; i++) {
		k->rows[i] = fb_name_group(f->cv.report, rows[i]);
		p = fb_history(f->cv.report, rows[i], &n);
		for (size_t j = 0; j < n; j++)
			k->cells[i * k->width +
			    (size_t)(p[j]->period.index - k->first)] = p[j];
	}
	for (size_t j = 0; j < k->ncolumns; j++)
		k->columns[j] = fb_period_at(&f->cv, k->unit,
		    k->first + (int32_t)j, FB_PERIOD_AXIS);
}

/* The widest figure, and what the shades span, over all cells. */
static double
survey(struct heat *k, int pass)
{
	struct fb_text t = { .role = FB_AXIS };
	double widest = 0, sum = 0;
	size_t count = 0;

	for (size_t i = 0; i < k->nrows * k->width; i++) {
		const struct fb_cell *c = k->cells[i];

		if (!c || !fb_row_shown(c))
			continue;
		t.s = fb_value_words(k->f, c, c->value);
		widest = fmax(widest, fb_page_measure(k->f->cv.page, &t).width);
		sum += c->value;
		count++;
		if (pass)
			fb_shade_reach(&k->shade, c);
	}
	if (!pass)
		k->shade.middle = count ? sum / (double)count : 0;
	return widest;
}

static void
drop_columns(struct heat *k, size_t most)
{
	size_t n = k->ncolumns - most;

	fb_figure_count(k->f, k->time ? "heat_earlier" :
	    "figure_more", n);
	k->ncolumns = most;
	if (!k->time)
		return;
	k->cells += n;
	k->columns += n;
	k->first += (int32_t)n;
}

static void
lay_out(struct heat *k)
{
	struct fb_figure *f = k->f;
	double room, need;
	size_t most;

	k->shade.plain = !fb_figure_judged(f);
	survey(k, 0);
	need = fmax(CELL_MIN, survey(k, 1) + 6);
	k->names = fb_names_width(f, k->rows, k->nrows);
	room = f->w - k->names - 8;
	most = (size_t)fmax(1, floor(room / need));
	if (k->ncolumns > most)
		drop_columns(k, most);
	k->head = HEAD + (k->time && k->unit >= FB_DAY && k->unit != FB_YEAR ?
	    YEAR : 0);
	k->nrows = fb_figure_fit(f, k->nrows, ROW_MIN, k->head);
	k->w = fmin(room / (double)k->ncolumns, CELL_MAX);
	k->x = f->x + k->names + 8;
	k->h = fmin((f->h - k->head) / (double)k->nrows, ROW_MAX);
}

/* The year above the first period of it, from the left. */
static void
draw_year(struct heat *k, size_t i)
{
	int32_t index = k->first + (int32_t)i;
	int year = fb_period_year(k->unit, index);

	if (k->head == HEAD || (i && fb_period_year(k->unit, index - 1) == year))
		return;
	if (i + 1 < k->ncolumns || !i)
		fb_canvas_put(&k->f->cv, FB_AXIS, k->x + k->w * (double)i + 1,
		    k->f->y + 8, FB_LEFT, FB_TEXT3, fb_period_at(&k->f->cv,
		    FB_YEAR, year - 1970, FB_PERIOD_AXIS));
}

/* Names of columns above their cells, from the last one back as many as have
 * room beside each other. */
static void
draw_heads(struct heat *k)
{
	double used = INFINITY;

	for (size_t i = k->ncolumns; i-- > 0; ) {
		bool last = k->time && i + 1 == k->ncolumns;
		struct fb_text t = { .s = k->columns[i], .align = FB_CENTRE,
		    .role = last ? FB_AXIS_BOLD : FB_AXIS, .max_lines = 1 };
		double x = k->x + k->w * ((double)i + 0.5), half;

		draw_year(k, i);
		if (!k->time) {
			t.width = k->w - 2;
			t.s = fb_fit_name(&k->f->cv, &t, k->columns, k->ncolumns);
			fb_page_text(k->f->cv.page, &t, x - t.width / 2,
			    k->f->y + k->head - 6);
			continue;
		}
		half = fb_page_measure(k->f->cv.page, &t).width / 2;
		x = fmin(x, k->f->x + k->f->w - half);
		if (x + half + APART > used)
			continue;
		used = x - half;
		fb_page_text(k->f->cv.page, &t, x, k->f->y + k->head - 6);
	}
}

static void
draw_row(struct heat *k, size_t i, double y)
{
	fb_draw_words(k->f, k->rows[i], false, k->f->x + k->names,
	    y + k->h / 2 + 2.6, k->names, FB_RIGHT);
	for (size_t j = 0; j < k->ncolumns; j++) {
		const struct fb_cell *c = cell_at(k, i, j);

		if (c && (fb_row_shown(c) || fb_row_few(c)))
			fb_draw_shade(&k->f->cv, k->shade, c, true,
			    k->x + k->w * (double)j, y, k->w, k->h);
	}
}

void
fb_plot_heat(struct fb_figure *f)
{
	struct heat k = { .f = f };
	size_t n;

	fb_history(f->cv.report, f->rows[0], &n);
	if (n == 1 && f->rows[0]->nby == 2)
		cross(&k);
	else
		over_time(&k);
	lay_out(&k);
	draw_heads(&k);
	for (size_t i = 0; i < k.nrows; i++)
		draw_row(&k, i, f->y + k.head + k.h * (double)i);
}
