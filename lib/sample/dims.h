/* dims.h - the frame counted by fields, and the field names that came by.
 *
 * Each table of fields (cell/spec.h) that a sample is compared or weighted by
 * is a dimension: its groups are counted over the whole frame. */
#ifndef FB_SAMPLE_DIMS_H
#define FB_SAMPLE_DIMS_H

#include "base/map.h"
#include "cell/spec.h"

struct fb_dim {
	struct fb_table by;
	bool report;             /* print how the sample fits */
	struct fb_map values;    /* a group each; see fb_group_key() */
	uint64_t *frame;         /* records of the frame in it */
	size_t cap;
};

struct fb_dims {
	struct fb_dim *v;
	size_t n, cap;
	struct fb_buf value, key; /* scratch */
};

/* The dimension of these fields, added when it is new; borrowed fields. */
struct fb_dim *fb_dims_put(struct fb_dims *, const struct fb_table *);
/* Count a record of the frame. */
void fb_dims_add(struct fb_dims *, const struct fb_rec *);
/* n records more in the group key of d. */
size_t fb_dim_count(struct fb_dim *d, fb_str key, uint64_t n);
/* The number of the group that a record is in, or FB_MAP_NONE. */
size_t fb_dim_group(struct fb_dims *, const struct fb_dim *,
    const struct fb_rec *);
void fb_dims_release(struct fb_dims *);

/* Append {"plan":"pro"} of a group's key. */
void fb_put_group(struct fb_buf *, const struct fb_table *, fb_str key);
/* Append the group's name alone: a string, or an array for several fields. */
void fb_put_group_name(struct fb_buf *, const struct fb_table *, fb_str key);

enum { FB_SEEN_NAMES = 64, FB_SEEN_RECORDS = 1000 };

/* Fields that a run depends on: does any record have them? Names are gathered
 * from the first records while one is still missing. */
struct fb_seen {
	struct fb_map names;      /* the first that came */
	struct fb_map wanted;
	bool *found;              /* by number in wanted */
	size_t cap, nfound, records;
};

void fb_seen_want(struct fb_seen *, fb_str field);
void fb_seen_look(struct fb_seen *, const struct fb_rec *);
void fb_seen_found(struct fb_seen *, fb_str field);
/* The first wanted field in byte order that no record has, or an empty slice. */
fb_str fb_seen_unknown(const struct fb_seen *);
/* Append the names, sorted, with commas. */
void fb_put_seen(struct fb_buf *, const struct fb_seen *);
void fb_seen_release(struct fb_seen *);

#endif
