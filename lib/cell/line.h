/* line.h - metric lines as people and tools read them.
 *
 * Any line with "fb":"metric", a metric, a period and a value will do, from
 * this suite or from a warehouse; what it does not say stays unset. */
#ifndef FB_CELL_LINE_H
#define FB_CELL_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/time.h"
#include "cell/spec.h"
#include "record/scan.h"

enum { FB_FLAGS = 8, FB_BY_MAX_PAIRS = 8 };

#define FB_VALUE_MOST 1e15   /* of a value; an interval beyond it is none */
#define FB_VALUE_LEAST 1e-15 /* what is nearer to 0 is read as 0 */

/* A customer without a record for so many days has gone; see last_words. */
enum { FB_LEFT_DAYS = 90 };

/* One key and value of "by"; text, unescaped. */
struct fb_pair {
	fb_str key, val;
};

struct fb_versus {
	bool ok;            /* there is something to compare with */
	bool found;         /* in the series; the line itself says nothing */
	fb_str period;
	double value, diff;
	bool has_interval;
	double lo, hi;      /* of diff */
	bool tested;        /* p and q are set */
	double p, q;
	uint64_t tests;     /* of that run's report period */
	bool signal;        /* q <= 0.10 and the change is large enough */
};

struct fb_quote {
	fb_str role;        /* "voice", … */
	fb_str id, text;    /* text: the span of the record, byte for byte */
	fb_str translation; /* of all the text, as the record has it; or "" */
	fb_str date, channel, lang, group, score, scale, ticket, sha256;
	fb_str masks;       /* raw; NULL when the record was never redacted */
	struct fb_pair by[FB_BY_MAX_PAIRS];
	size_t nby;
	uint64_t start, end; /* span in the record's text, in bytes */
	bool whole;         /* the text is all the record has */
	uint64_t bytes;     /* of the record's text; 0 when whole or unknown */
	double speaks_est, speaks_share; /* NaN when unknown */
};

/* A group of the cell with slots that stayed empty: so many, beside so many
 * that were filled, of the n that answered. */
struct fb_silent {
	fb_str group;
	uint64_t slots, quoted, n;
};

struct fb_voice {
	bool ok;
	double mix_tv, coverage, uncovered; /* NaN when unknown */
	uint64_t withheld, eligible;
	struct fb_silent *silent; /* "no words from 14 detractors" */
	size_t nsilent;
	fb_str omitted;           /* raw: roles that have no quote, and why */
	fb_str flags[FB_FLAGS];   /* "voices_differ", … */
	size_t nflags;
};

/* All text is owned by the arena the line was read into. */
struct fb_cell {
	fb_str metric, by_json; /* by_json: the "by" object, "{}" for the total */
	struct fb_pair by[FB_BY_MAX_PAIRS];
	size_t nby;
	fb_str period_label;
	bool has_period;        /* period is one of ours */
	struct fb_period period;
	fb_str unit, better, method;
	struct fb_spec spec;    /* kind NULL for a metric from elsewhere */
	struct fb_scale scale;
	bool has_n;
	uint64_t n;
	uint64_t group_n[FB_GROUPS];   /* from "stat" */
	const char *group_names[FB_GROUPS];
	size_t ngroups;                /* 0 when not known */
	struct fb_value *values;       /* answers in thousandths, rising, where
	                                * "stat" has them */
	size_t nvalues;
	bool has_value, has_interval;
	double value, lo, hi;
	struct fb_versus prev, yoy;
	fb_str flags[FB_FLAGS];
	size_t nflags;
	struct fb_quote *quotes;
	size_t nquotes;
	bool paired;                   /* it has "quotes", perhaps none */
	struct fb_voice voice;
};

/* NULL, or why the line is not a metric line. */
const char *fb_cell_read(struct fb_arena *, const struct fb_rec *, struct fb_cell *);
bool fb_cell_flag(const struct fb_cell *, const char *flag);
/* The same of its voice; and does that say why a role has no quote? */
bool fb_voice_flag(const struct fb_cell *, const char *flag);
bool fb_voice_omits(const struct fb_cell *, const char *role);
/* Same metric, by and scale: points of one series. */
bool fb_cell_same_series(const struct fb_cell *, const struct fb_cell *);

/* The "by" object as pairs, sorted by key; at most FB_BY_MAX_PAIRS. */
size_t fb_pairs_read(struct fb_arena *, fb_str object, struct fb_pair *);

#endif
