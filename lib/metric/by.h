/* by.h - the cells of a record as numbers.
 *
 * Every value of a --by field has a number, known from its raw bytes once it
 * was seen, so that a record's cell is found without making its JSON. */
#ifndef FB_METRIC_BY_H
#define FB_METRIC_BY_H

#include "base/map.h"
#include "cell/spec.h"

/* A field that some table uses. */
struct fb_by_field {
	fb_str key;             /* borrowed from the tables */
	struct fb_map raw;      /* as written in records */
	uint32_t *value_of;     /* number in values of a raw one */
	size_t value_cap;
	struct fb_map values;   /* as JSON strings */
	uint32_t *now;          /* of the record at hand, distinct */
	size_t n, cap;
	bool seen;              /* some record had it */
};

struct fb_by {
	const struct fb_tables *tables; /* borrowed */
	struct fb_by_field *fields;
	size_t nfields;
	size_t (*column)[FB_BY_KEYS];   /* field of each key of each table */
};

void fb_by_init(struct fb_by *, const struct fb_tables *);
/* Note the values of a record. */
void fb_by_set(struct fb_by *, const struct fb_rec *);
/* Call visit for every cell of table t that the record noted is in; ids holds
 * the number of the value of each key. */
typedef void fb_by_visit(void *ctx, size_t t, const uint32_t *ids, size_t n);
void fb_by_each(const struct fb_by *, size_t t, fb_by_visit *, void *ctx);
/* The numbers of the values in a "by" object, and the table of its keys. False
 * when no table has them. */
bool fb_by_read(struct fb_by *, fb_str object, size_t *t, uint32_t *ids);
/* Append the "by" object, as fb_tables_each() has it. */
void fb_put_by(struct fb_buf *, const struct fb_by *, size_t t,
    const uint32_t *ids);
void fb_by_release(struct fb_by *);

#endif
