/* guess.h - which columns hold the words, the date and the score, when no
 * profile says so.
 *
 * Private to this room. Names decide first, and their cells must agree; else
 * the words are the column with the longest sentences, the date is the only
 * column of dates. The scale is never guessed, so a score that has none is
 * only told. */
#ifndef FB_INGEST_GUESS_H
#define FB_INGEST_GUESS_H

#include "ingest/dating.h"
#include "ingest/plan.h"
#include "ingest/row.h"

/* What a sample of a column's cells is like. */
struct fb_look {
	size_t filled, bytes;  /* cells that say something, and their length */
	size_t sentences;      /* those with two blanks or wide letters */
	size_t numbers, whole; /* of them without a fraction */
	int64_t lo, hi;        /* of the numbers, in thousandths */
	size_t mails;          /* cells that are a mail address */
	size_t customers, staff; /* cells that are a word for such */
	struct fb_dating dating;
};

/* One more row; v has a look for each of the n columns. */
void fb_guess_row(struct fb_look *v, size_t n, const struct fb_row *);
/* Append [map] lines for what is found and lines to say for how. */
void fb_guess(const struct fb_mapping *, struct fb_look *v,
    struct fb_profile *rules, struct fb_buf *say);

/* Where rows are messages of conversations and a column says who wrote each, a
 * customer or staff: append [only] lines for the customers' and a line to say.
 * fb_guess() does it. */
void fb_guess_sender(const struct fb_mapping *, const struct fb_look *v,
    struct fb_profile *rules, struct fb_buf *say);
/* Count a cell that is a word for customers or for staff. */
void fb_guess_sender_cell(struct fb_look *, fb_str cell);
/* Append a line of a profile. */
void fb_guess_rule(struct fb_profile *, enum fb_section, const char *key,
    fb_str val);
/* Are the letters and digits of a name those of want, whatever their case? */
bool fb_same_name(fb_str name, const char *want);
/* Append lines to say for what else columns without a role seem to hold: an
 * answer, persons, ids; and what to give then. */
void fb_hint(const struct fb_mapping *, const struct fb_look *v,
    const struct fb_profile *rules, struct fb_buf *say);

#endif
