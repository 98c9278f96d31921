/* verdict.h - what a change means, in mark, colour and words. */
#ifndef FB_PRESENT_VERDICT_H
#define FB_PRESENT_VERDICT_H

#include "present/palette.h"
#include "present/report.h"

enum fb_mark {
	FB_MARK_NONE,   /* nothing to compare with */
	FB_MARK_FILLED, /* a clear change */
	FB_MARK_HOLLOW, /* within noise, or not tested */
	FB_MARK_BAR,    /* no change in the figures shown */
};

struct fb_verdict {
	enum fb_mark mark;
	bool up;           /* the way the number moved */
	fb_colour colour;  /* of a clear change by its meaning, else grey */
	bool clear;
	fb_str words;      /* "clearly worse", "within noise", … */
};

/* vs is one of the cell's comparisons. Whether a rise is good is the metric's
 * property (label or line), so the colour and the word say it, not the arrow. */
struct fb_verdict fb_verdict(const struct fb_report *, const struct fb_cell *,
    const struct fb_versus *vs);

/* May the value be printed at all (10 answers or more), and in full ink? */
bool fb_is_small(const struct fb_cell *); /* "fewer than 10 answers" */
bool fb_is_wide(const struct fb_cell *);  /* grey, never "clearly" */

/* Groups stand worst first, as the kind has them; is it the other way round for
 * the label, such as a mean of complaints? */
bool fb_groups_turned(const struct fb_report *, const struct fb_cell *);
/* How a group's score mark looks: 0 is the worst group, 2 the best, 1 between;
 * -1 without groups or answer. */
int fb_group_rank(const struct fb_cell *, fb_str group);
/* What the labels call a group: group_KEY, many_KEY, silent_KEY. */
const char *fb_group_label(const struct fb_cell *, fb_str group);
fb_colour fb_group_colour(const struct fb_report *, const struct fb_cell *, int rank);
/* "Detractors 0–6", "4–5 of 5", "Low 1–2"; borrowed for the report's life. */
fb_str fb_group_words(struct fb_report *, const struct fb_cell *, size_t group);

/* Neutral sentences from the numbers alone, never more than they say. */
/* "Would recommend: 31, down 6 on February, clearly worse" */
void fb_put_finding(struct fb_buf *, struct fb_report *, const struct fb_cell *);
/* The same with one of its comparisons, such as that on the year before. */
void fb_put_finding_on(struct fb_buf *, struct fb_report *, const struct fb_cell *,
    const struct fb_versus *);
/* Of a summary: how many of its tested numbers moved clearly. */
void fb_put_summary_title(struct fb_buf *, struct fb_report *,
    const struct fb_focus *);

/* Printed ids: "#" and 8 hex digits of SHA-256(id), more where two ids of this
 * report would look the same. Sized by all quotes and letters of the report. */
size_t fb_ident_digits(const struct fb_report *);
void fb_put_ident(struct fb_buf *, fb_str id, size_t digits);
/* The name of the record's row in the workbook: "id_aa49d40c". */
void fb_put_ident_name(struct fb_buf *, fb_str id, size_t digits);

#endif
