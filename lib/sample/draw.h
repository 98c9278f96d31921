/* draw.h - from records to a drawn sample.
 *
 *     fb_sample_init(&s, &conf);
 *     while (...) why = fb_sample_offer(&s, &rec, ref);
 *     why = fb_sample_draw(&s);
 *     for (i < s.ndrawn) use(s.drawn[i].pick->line);
 *
 * Offer order never matters. The unit is the record's id; a record without one
 * has the hex SHA-256 of its bytes without `draw` in its place. With strata,
 * places are shared out by a rule (stat/alloc.h); then all candidates are gone
 * through by ascending ticket, and each is taken while its stratum has a place
 * left. An id that is taken already is refused a second place: that is how
 * copies in different strata meet. Memory is 2(n+1) lines a stratum at most;
 * what else a method holds is said with it. */
#ifndef FB_SAMPLE_DRAW_H
#define FB_SAMPLE_DRAW_H

#include "base/map.h"
#include "base/opt.h"
#include "cell/spec.h"
#include "record/reader.h"
#include "record/withhold.h"
#include "sample/bottomk.h"
#include "sample/dims.h"
#include "sample/distinct.h"
#include "sample/frame.h"
#include "sample/systematic.h"
#include "stat/pps.h"

enum fb_method {
	FB_PLAIN,      /* simple random, or stratified */
	FB_RATE,       /* each record by itself: fb_sample_offer() decides */
	FB_PPS,        /* in proportion to a size: sequential Poisson */
	FB_SYSTEMATIC, /* every N/n-th in the order of a field */
};

enum fb_alloc { FB_ALLOC_LR, FB_ALLOC_EQUAL, FB_ALLOC_NEYMAN };

struct fb_sample_conf {
	size_t n;                    /* places, > 0 */
	size_t min;                  /* places for each stratum that has as many */
	const char *seed;
	const struct fb_table *by;   /* NULL: one stratum */
	const struct fb_list *require; /* fields that a record must fill */
	bool keep_refused;           /* keep lines of refused copies */
	bool no_frame;               /* no digest of the frame */
	enum fb_method method;
	enum fb_alloc alloc;
	struct fb_spec spread;       /* the answer Neyman looks at */
	double rate;                 /* 0 < rate <= 1 */
	const char *size;            /* the field of sizes, for pps */
	const char *size_missing;    /* the size of a record without one, or NULL */
	const char *order;           /* the field that systematic goes along */
	bool per_customer;           /* the unit is the customer */
	bool strict;                 /* each in one stratum only */
	bool exact;                  /* count customers exactly */
	bool both_sides;             /* strata by score, praise and complaint */
	bool must_read;              /* add records with an alert */
	const struct fb_withhold *withhold; /* may be NULL */
};

struct fb_part {
	struct fb_bottomk kept;
	struct fb_bottomk large;     /* pps: by size */
	struct fb_distinct units;    /* customers */
	struct fb_sums spread;       /* Neyman: of the answers */
	fb_u128 total;               /* pps: of the sizes */
	size_t size, places, ndrawn; /* N_h, the allocation, what was drawn */
	bool estimated;              /* N_h is an estimate */
	const struct fb_pick *last;  /* drawn; NULL when none was */
	const struct fb_pick *next;  /* the first left out; NULL when none was */
};

struct fb_drawn {
	struct fb_pick *pick;        /* owned by its part */
	size_t part;
	double pi;                   /* the chance it had */
	bool certain;                /* pps: taken for its size */
	bool must;                   /* beside the n places: pi means nothing */
	double weight;               /* 0 until fb_base_weigh() */
};

struct fb_sample {
	struct fb_sample_conf conf;
	struct fb_draw tickets;
	struct fb_map keys;          /* a stratum each; see fb_sample_key() */
	struct fb_part *part;        /* keys.n of them, by number */
	size_t cap;
	struct fb_bottomk must;      /* records with an alert, all of them */
	struct fb_systematic line;   /* systematic */
	struct fb_pps pps;
	struct fb_dims dims;         /* what is compared with the frame */
	struct fb_seen seen;         /* fields without which there is no draw */
	struct fb_seen required;     /* fields that no record need have */
	struct fb_frame frame;
	size_t nframe;               /* records in the frame */
	size_t no_consent, ineligible, no_id, anon, bad, size_zero, withheld;
	uint64_t *reasons;           /* the withheld by reason */
	size_t repeats;              /* strict: places given to someone else */
	size_t size;                 /* sum of the sizes of the parts */
	bool estimated;
	struct fb_drawn *drawn;      /* ascending by ticket, then must */
	size_t ndrawn;               /* 0 for rate, which holds none */
	size_t nplaces, nmust;       /* drawn; added for their alert */
	struct fb_drawn now;         /* rate: the record drawn last */
	struct fb_pick here;
	struct fb_pick edge[2];      /* rate: the last ticket in, the next out */
	bool has_edge[2];
	struct fb_buf id, customer, value, key, why; /* scratch */
};

/* NULL, or what is wrong with the seed. conf is copied, what it points to is
 * borrowed. */
const char *fb_sample_init(struct fb_sample *, const struct fb_sample_conf *);

/* What became of a record. */
enum fb_offer {
	FB_PASSED,  /* not drawn, or not yet */
	FB_DRAWN,   /* rate: it is drawn; see fb_sample_now() */
	FB_REFUSED, /* bad data: fb_buf_cstr(&s->why) says why; not in the frame */
};
/* A record with "consent":false, without a required field or withheld is
 * counted and passed over. A value of nothing but blanks, [] and {} do not
 * fill a field. ref is where it stands, for systematic. */
enum fb_offer fb_sample_offer(struct fb_sample *, const struct fb_rec *,
    struct fb_ref ref);
/* The record that was FB_DRAWN; borrowed until the next one. */
const struct fb_drawn *fb_sample_now(const struct fb_sample *);

/* NULL, or why n places are too few for the strata. Once, after the last. For
 * systematic, in fetches the lines that were chosen. */
const char *fb_sample_draw(struct fb_sample *, struct fb_reader *in);
/* One place each is too much already: whatever comes, there is no draw. */
bool fb_sample_hopeless(const struct fb_sample *);
void fb_sample_release(struct fb_sample *);

/* The key of the group of a table that a record is in: the value of the field,
 * or for several fields the JSON array of their values. A value is what
 * fb_json_text() says; of an array with one member that member's, of an empty
 * one "", of a longer one the array as written, so that each record is in one
 * group exactly. value is scratch; borrowed from value, key and the record. */
fb_str fb_group_key(const struct fb_table *, const struct fb_rec *,
    struct fb_buf *value, struct fb_buf *key);
/* Does a raw value hold something? */
bool fb_is_filled(fb_str raw, struct fb_buf *scratch);

/* Private to this room. */
struct fb_part *fb_sample_part(struct fb_sample *, fb_str key);
const char *fb_sample_share_out(struct fb_sample *);
/* The four groups of --both-sides. */
extern const fb_str fb_side_praise, fb_side_complaint, fb_side_middle,
    fb_side_unscored;

#endif
