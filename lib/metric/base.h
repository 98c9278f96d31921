/* base.h - how many customers there are, from a file that is not feedback.
 *
 * Lines of JSON with "customers", "period" and the fields that part them, as
 * fb-ingest makes them of a table; each customer stands in one line a period:
 *     {"period":"2026-10","region":"EU","customers":12000} */
#ifndef FB_METRIC_BASE_H
#define FB_METRIC_BASE_H

#include "metric/count.h"

struct fb_base {
	struct fb_map cells;    /* period LF by-object */
	uint64_t *customers;    /* of each */
	size_t *table;          /* of each: which keys its by-object has */
	size_t cap, table_cap;
};

/* Read the file for the tables and the unit of time of the counter, before any
 * record is counted. NULL, or what is wrong in line *line, 0 for the file. */
const char *fb_base_open(struct fb_base *, struct fb_counter *,
    const char *path, size_t *line);
/* Customers of a cell; 0 when the file does not say. */
uint64_t fb_base_at(const struct fb_base *, fb_str by, struct fb_period);
/* Set the base of all points of a sorted counter. */
void fb_base_set(const struct fb_base *, struct fb_counter *);
void fb_base_release(struct fb_base *);

#endif
