/* answers.h - how often each answer was given, row by row.
 *
 * Private to this room. The answers come from what a metric line keeps of them
 * ("stat"), or from lines with one number an answer, such as those of
 * count --by score. */
#ifndef FB_CHART_ANSWERS_H
#define FB_CHART_ANSWERS_H

#include "chart/figure.h"

enum fb_answer_side { FB_WORSE, FB_BETWEEN, FB_BETTER, FB_SIDES };

struct fb_given_answer {
	double value;   /* NaN for a group of answers */
	double n;
	int side;       /* of enum fb_answer_side, or -1 when it is not known */
};

struct fb_answer_row {
	fb_str name;
	bool last;      /* of a row a period: the one that is reported on */
	const struct fb_cell *cell;
	struct fb_given_answer *v;    /* the worst answer first */
	size_t n;
	double all, side[FB_SIDES];
	bool each;              /* answers are told, not only their groups */
	bool small, wide;       /* below 10 and below 30 answers */
};

struct fb_answer_rows {
	struct fb_answer_row *v;
	size_t n;
	bool numbers;           /* all rows tell each answer */
	bool periods;           /* rows are periods, the oldest first */
	bool judged;            /* it is known which side is better */
	fb_str heads[FB_SIDES]; /* "Detractors 0–6"; "" for a side without answers */
};

/* One row a group, or a period where there is only the total. No rows where
 * the lines do not tell answers. Owned by the report. */
struct fb_answer_rows fb_answer_rows_of(struct fb_figure *);
/* Groups in order, those with most of the better answers first. How many rows
 * have room, each least points high, below a head; what has none is said: older
 * periods, or the last groups. */
size_t fb_answer_rows_fit(struct fb_figure *, struct fb_answer_rows *,
    double least, double head);
/* All answers of the total, else those of the rows together. */
struct fb_answer_row fb_answers_all(struct fb_figure *,
    const struct fb_answer_rows *);

/* Turn the worst answer into the best; the sums of a row. */
void fb_answer_row_turn(struct fb_answer_row *);
void fb_answer_row_sum(struct fb_answer_row *);
/* Lines with one number an answer: the last field of `by` that holds numbers
 * alone, or how many fields there are; and the rows of such lines. */
size_t fb_answers_field(const struct fb_figure *);
void fb_answers_of_numbers(struct fb_figure *, struct fb_answer_rows *,
    size_t field);

#endif
