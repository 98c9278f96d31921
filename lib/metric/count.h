/* count.h - count answers by metric, table, group, scale and period. */
#ifndef FB_METRIC_COUNT_H
#define FB_METRIC_COUNT_H

#include "base/map.h"
#include "base/time.h"
#include "cell/spec.h"

/* One series: the same metric, by and scale; a point a period. */
struct fb_series {
	size_t metric, table;
	fb_str by;              /* JSON object, owned by the counter's map */
	struct fb_scale scale;
	struct fb_point *points; /* sorted by period after fb_counter_sort() */
	size_t n, cap;
};

struct fb_point {
	struct fb_period period;
	struct fb_answers answers;
};

struct fb_counter {
	const struct fb_spec *specs;
	size_t nspecs;
	const struct fb_tables *tables;
	enum fb_unit unit;      /* FB_ALL without --per */
	struct fb_map keys;     /* one per series */
	struct fb_series *series;
	size_t cap;
	int32_t last_day;       /* latest day seen; INT32_MIN before any */
	size_t undated;
};

void fb_counter_init(struct fb_counter *, const struct fb_spec *, size_t nspecs,
    const struct fb_tables *, enum fb_unit);
/* Count one record in all its cells. Off-scale answers count as missing;
 * gives the spec of the first one, else NULL. */
const struct fb_spec *fb_counter_add(struct fb_counter *, const struct fb_rec *);
/* Series in the order of the specs, then tables, then by and scale in byte
 * order; points by period. Nothing is left of the order of input. */
void fb_counter_sort(struct fb_counter *);
size_t fb_counter_n(const struct fb_counter *);
/* The answers of a series in a period; NULL when no record fell there. */
const struct fb_answers *fb_series_at(const struct fb_series *, struct fb_period);
void fb_counter_release(struct fb_counter *);

#endif
