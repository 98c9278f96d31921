/* draw.h - from records to a drawn sample, simple or stratified.
 *
 *     fb_sample_init(&s, &conf);
 *     while (...) fb_sample_offer(&s, &rec);
 *     why = fb_sample_draw(&s);
 *     for (i < s.ndrawn) use(s.drawn[i].pick->line);
 *
 * Offer order never matters. The unit is the record's id; a record without one
 * has the hex SHA-256 of its bytes without `draw` in its place. With strata,
 * places are shared out in proportion (stat/alloc.h); then all candidates are
 * gone through by ascending ticket, and each is taken while its stratum has a
 * place left. An id that is taken already is refused a second place: that is
 * how copies in different strata meet. Memory is 2(n+1) lines a stratum at
 * most. */
#ifndef FB_SAMPLE_DRAW_H
#define FB_SAMPLE_DRAW_H

#include "base/map.h"
#include "base/opt.h"
#include "cell/spec.h"
#include "record/scan.h"
#include "sample/bottomk.h"
#include "sample/frame.h"

struct fb_sample_conf {
	size_t n;                    /* places, > 0 */
	size_t min;                  /* places for each stratum that has as many */
	const char *seed;
	const struct fb_table *by;   /* NULL: simple random */
	const struct fb_list *require; /* fields that a record must fill */
	bool keep_refused;           /* keep lines of refused copies */
};

struct fb_part {
	struct fb_bottomk kept;
	size_t size, places, ndrawn; /* N_h, the allocation, what was drawn */
	const struct fb_pick *last;  /* drawn; NULL when none was */
	const struct fb_pick *next;  /* the first left out; NULL when none was */
};

struct fb_drawn {
	struct fb_pick *pick;        /* owned by its part */
	size_t part;
};

struct fb_sample {
	struct fb_sample_conf conf;
	struct fb_draw tickets;
	struct fb_map keys;          /* a stratum each; see fb_sample_key() */
	struct fb_part *part;        /* keys.n of them, by number */
	size_t cap;
	struct fb_frame frame;
	size_t nframe;               /* records in the frame */
	size_t no_consent, ineligible, no_id;
	size_t size;                 /* sum of the sizes of the parts */
	struct fb_drawn *drawn;      /* ascending by ticket */
	size_t ndrawn;
	struct fb_buf id, value, key; /* scratch */
};

/* NULL, or what is wrong with the seed. conf is copied, what it points to is
 * borrowed. */
const char *fb_sample_init(struct fb_sample *, const struct fb_sample_conf *);
/* A record with "consent":false or without a required field is counted and
 * passed over. A value of nothing but blanks, [] and {} do not fill a field. */
void fb_sample_offer(struct fb_sample *, const struct fb_rec *);
/* NULL, or why n places are too few for the strata. Once, after the last. */
const char *fb_sample_draw(struct fb_sample *);
void fb_sample_release(struct fb_sample *);

/* The key of the stratum a record is in, in s->key: the value of the field, or
 * for several fields the JSON array of their values. A value is what
 * fb_json_text() says; of an array with one member that member's, of an empty
 * one "", of a longer one the array as written, so that each record is in one
 * stratum exactly. */
fb_str fb_sample_key(struct fb_sample *, const struct fb_rec *);

#endif
