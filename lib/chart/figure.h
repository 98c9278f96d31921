/* figure.h - one chart alone: a rule, title, what is shown, plot, source.
 *
 * A kind of chart is a file with one plot function and a row in kinds.def. */
#ifndef FB_CHART_FIGURE_H
#define FB_CHART_FIGURE_H

#include "chart/pages.h"
#include "chart/report.h"
#include "chart/ticks.h"

/* What is drawn: the last period and perhaps the one before, or every one; and
 * of totals alone those of every metric. */
enum fb_plot_over { FB_PLOT_LAST, FB_PLOT_OVER, FB_PLOT_OVER_ALL };

struct fb_figure;
typedef void fb_plot(struct fb_figure *);

/* What must be there for the words that tell how a kind is read; where no way
 * is known to be better, a judged kind has how_NAME_plain. */
enum fb_plot_needs { FB_PLOT_ANY, FB_PLOT_BEFORE, FB_PLOT_INTERVAL,
	FB_PLOT_JUDGED, FB_PLOT_HISTORY, FB_PLOT_FEW, FB_PLOT_NEVER };

/* A row of kinds.def; the labels have its words under how_NAME. */
struct fb_plot_kind {
	const char *name;
	fb_plot *plot;
	enum fb_plot_needs needs, also; /* also: of further words, how_NAME_also */
	enum fb_plot_over over;
};

struct fb_figure {
	const struct fb_plot_kind *kind;
	struct fb_canvas cv;
	double x, y, w, h;             /* the plot */
	const struct fb_cell **rows;   /* of one metric, period and scale: the
	                                * groups of the first table in order, or
	                                * the total when there are none */
	size_t n;                      /* 1 or more when a plot is called */
	const struct fb_cell *total;   /* of the same, NULL without */
	fb_str *names;                 /* of the rows, as they came */
	bool by_metric;                /* rows are totals of metrics instead */
	fb_str gone;                   /* groups without a line for the period */
	size_t repeated;               /* lines that stand for another's place */
	struct fb_buf *said;           /* of the job */
	struct fb_buf also;            /* sentences of the plot, told with it */
	bool blank;                    /* a sentence stands instead of a plot */
};

#define KIND(name, needs, also, over, help) fb_plot fb_plot_##name;
#include "chart/kinds.def"
#undef KIND

/* Draw the report's first metric as the kind does. */
void fb_figure_draw(const struct fb_chart_job *, const struct fb_plot_kind *,
    struct fb_buf *, const char **why);

/* ---- for plots ---- */

/* What a chart says below its title: the period, what the number is, how it is
 * read. Where there is little room, the last goes first. */
enum fb_deck { FB_DECK_WHEN, FB_DECK_WHAT, FB_DECK_HOW };

/* The title, given or the finding; "gave 4 or 5 of 5. October 2025. Band: 95%
 * interval."; "Source: survey; n = 4,812". Owned by the report. */
fb_str fb_figure_title(struct fb_figure *, const char *given);
fb_str fb_figure_deck(struct fb_figure *, enum fb_deck most);
fb_str fb_figure_source(struct fb_figure *);

/* Set the rows and the total; a cell without a comparison gets the one with
 * the period in front of it, where the lines have that. */
void fb_figure_rows(struct fb_figure *);
/* Lines as databases write them: dates that begin months are months; one line
 * for each metric, group and period. Gives how many repeat another. */
size_t fb_figure_lines(const struct fb_chart_job *);
/* May it be drawn over time? Else a sentence says why not. */
bool fb_figure_spans(struct fb_figure *);
/* Instead of a plot: why there is none, in the words of key. */
void fb_figure_sentence(struct fb_figure *, const char *key);
/* A line at the foot of the plot, which becomes so much lower. */
void fb_figure_remark(struct fb_figure *, fb_str words);

/* Words with one number {n}; and the same as a remark, unless it is 0. */
fb_str fb_count_phrase(struct fb_figure *, const char *key, size_t n);
void fb_figure_count(struct fb_figure *, const char *key, size_t n);
/* Groups and lines that are not on the plot, whatever the kind. */
void fb_figure_left_out(struct fb_figure *);

/* How many of n rows fit when each is least points high, below a head; what
 * does not fit is said in a remark. */
size_t fb_figure_fit(struct fb_figure *, size_t n, double least, double head);
/* Text of a value in the metric's own form, owned by the report. */
fb_str fb_value_words(struct fb_figure *, const struct fb_cell *, double);
/* Name of a group cut to a width, drawn at a baseline; FB_RIGHT ends at x. */
void fb_draw_name(struct fb_figure *, const struct fb_cell *, double x, double y,
    double width, enum fb_align);
/* The same for any name; bold stands out. */
void fb_draw_words(struct fb_figure *, fb_str, bool bold, double x, double y,
    double width, enum fb_align);
/* The width that names of rows may take: as wide as the widest of them, and
 * two fifths of the plot at most. */
double fb_names_width(struct fb_figure *, const fb_str *names, size_t n);
double fb_rows_width(struct fb_figure *, const struct fb_cell *const *, size_t n);
/* Of the widest value that is shown, now or before. */
double fb_values_width(struct fb_figure *, const struct fb_cell *const *,
    size_t n);
/* Room on an axis for rows, now and before: their intervals are in it, or where
 * there are none a tenth of the largest value. False without values. */
bool fb_rows_span(const struct fb_cell *const *, size_t n, double *lo, double *hi);
/* Is it known which way is better? */
bool fb_figure_judged(struct fb_figure *);
/* May the value be shown: 10 answers or more? */
bool fb_row_shown(const struct fb_cell *);
/* Is that because they are fewer, and not for want of a value? */
bool fb_row_few(const struct fb_cell *);
/* What stands in place of one that may not. */
fb_str fb_row_why(struct fb_figure *, const struct fb_cell *);
/* Rows by value, the largest first, or as they came; those whose value is not
 * shown stand last. Owned by the report. */
const struct fb_cell **fb_rows_by_value(struct fb_figure *);
const struct fb_cell **fb_rows_shown_first(struct fb_figure *);

#endif
