/* count.h - count answers by metric, table, group, scale and period.
 *
 * A record costs one reading of each field, and one look-up for each table it
 * is counted in. */
#ifndef FB_METRIC_COUNT_H
#define FB_METRIC_COUNT_H

#include "base/time.h"
#include "metric/by.h"
#include "metric/driver.h"
#include "metric/texts.h"

/* The answers of one cell to one spec on one scale. */
struct fb_point {
	struct fb_scale scale;
	struct fb_point *next;  /* the same place and spec, another scale */
	struct fb_answers answers;
	struct fb_period period;
	bool gone;              /* folded into another one */
};

/* One series: the same metric, by and scale; a point a period. */
struct fb_series {
	size_t metric, table;
	fb_str by;              /* JSON object, owned by the counter */
	struct fb_scale scale;
	struct fb_point **points; /* n of them, rising by period */
	size_t n;
};

/* A table's values in a period. */
struct fb_spot {
	size_t table;
	fb_str by;
	struct fb_period period;
	struct fb_point **first; /* of each spec */
};

/* A field that specs ask for, read once a record. */
struct fb_asked {
	fb_str key;
	fb_str raw;
	bool seen;              /* some record had it */
	bool numbers, words;    /* some could be an answer; some could not */
};

struct fb_counter {
	const struct fb_spec *specs;
	size_t nspecs;
	enum fb_unit unit;      /* FB_ALL without --per */
	struct fb_by by;
	struct fb_arena mem;
	struct fb_asked *asked; /* by spec: field, until */
	size_t nasked;
	size_t (*fields)[2];    /* of each spec, in asked */
	struct fb_drivers drivers; /* of no field unless set */
	struct fb_texts texts;  /* for terms; off unless set */
	bool weighed;           /* records have weights */
	size_t weight_field;    /* in asked */
	int64_t weight;         /* of the record at hand, in micro-units */
	struct fb_map spots_by_key;
	struct fb_map by_json;  /* each "by" object once */
	struct fb_spot *spots;
	size_t spots_cap, npoints;
	fb_str scale_raw;       /* the scale read last, and what it means */
	struct fb_buf scale_room;
	struct fb_scale scale;
	int32_t day;            /* the day read last, and its period */
	struct fb_period period;
	struct fb_series *series; /* after fb_counter_sort() */
	size_t nseries;
	struct fb_point **order; /* owned: the points of all series */
	int32_t last_day;       /* latest day seen; INT32_MIN before any */
	size_t undated;
	struct fb_given *given; /* of each spec */
	size_t *group;
};

void fb_counter_init(struct fb_counter *, const struct fb_spec *, size_t nspecs,
    const struct fb_tables *, enum fb_unit);
/* Count which values of a field go along with the answers. */
void fb_counter_drive(struct fb_counter *, fb_str field);
/* Weigh every record by a field, before any is counted. */
void fb_counter_weigh(struct fb_counter *, fb_str field);
/* Count one record in all its cells. What is no answer counts as missing; gives
 * the spec of the first bad one and what is bad about it, else NULL. A weight
 * that is none is 0, and c->weight then negative. */
const struct fb_spec *fb_counter_add(struct fb_counter *, const struct fb_rec *,
    enum fb_answer *);
/* The point of a cell, made when it is new. */
struct fb_point *fb_counter_point(struct fb_counter *, size_t spec, size_t table,
    const uint32_t *ids, size_t nids, struct fb_period, struct fb_scale);
/* Once, after the last record: sum up, and put the points into series: in the
 * order of the specs, then tables, then by and scale in byte order; points by
 * period. Nothing is left of the order of input. */
void fb_counter_sort(struct fb_counter *);
/* Records that say nothing on any scale are missing from the scale that most
 * answered on. */
void fb_counter_fold(struct fb_counter *);
size_t fb_counter_n(const struct fb_counter *);
/* The answers of a series in a period; NULL when no record fell there. */
const struct fb_answers *fb_series_at(const struct fb_series *, struct fb_period);
void fb_counter_release(struct fb_counter *);

#endif
