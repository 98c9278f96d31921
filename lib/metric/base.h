/* base.h - how many customers there are, from a file that is not feedback.
 *
 * Lines of JSON with "customers", "asked" (people who were asked for feedback),
 * or both, "period" and the fields that part them, as fb-ingest makes them of a
 * table; each customer stands in one line a period:
 *     {"period":"2026-10","region":"EU","customers":12000,"asked":3000}
 * Without --per no period is needed. fb-record(5) has the whole shape. */
#ifndef FB_METRIC_BASE_H
#define FB_METRIC_BASE_H

#include "metric/count.h"

struct fb_base {
	struct fb_map cells;    /* period LF by-object */
	struct fb_headcount {
		uint64_t customers, asked;
	} *v;                   /* of each */
	size_t *table;          /* of each: which keys its by-object has */
	size_t cap, table_cap;
	struct fb_arena mem;
	struct fb_table shape;  /* the fields of each line */
	bool shaped;
	bool customers, asked;  /* some line tells */
};

/* Read the file for the tables and the unit of time of the counter, before any
 * record is counted. NULL, or what is wrong in line *line, 0 for the file. */
const char *fb_base_open(struct fb_base *, struct fb_counter *,
    const char *path, size_t *line);
/* What metrics of a kind need and no line tells, or NULL. */
const char *fb_base_lacks(const struct fb_base *, const struct fb_kind_row *);
/* Customers of a cell; 0 when the file does not say. */
uint64_t fb_base_at(const struct fb_base *, fb_str by, struct fb_period);
/* Set the base of all points of a sorted counter: customers, or people asked,
 * as the kind needs. */
void fb_base_set(const struct fb_base *, struct fb_counter *);
void fb_base_release(struct fb_base *);

#endif
