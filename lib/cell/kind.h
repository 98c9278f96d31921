/* kind.h - what a metric is: one row a kind, one file a row.
 *
 * A cell is metric x group x period. Its answers are counted in integers that
 * add up over shards (struct fb_answers); a kind says which group of the cell a
 * record stands in, and makes value, interval and change from the counts. */
#ifndef FB_CELL_KIND_H
#define FB_CELL_KIND_H

#include <stdbool.h>
#include <stdint.h>

#include "stat/change.h"
#include "stat/hist.h"
#include "stat/sums.h"

enum { FB_GROUPS = 3, FB_TALLY = 11 };

/* Answers run from lo to hi, in thousandths; not known for a plain number. */
struct fb_scale {
	int64_t lo, hi;
	bool known;
};

/* "1-5", "0-10", "-3-3". NULL, or what is wrong. "" is an unknown scale. */
const char *fb_scale_parse(fb_str, struct fb_scale *);
void fb_put_scale(struct fb_buf *, struct fb_scale);

struct fb_kind_row;

/* A metric that was asked for: [NAME=]KIND[:FIELD][@LO-HI]. */
struct fb_spec {
	fb_str name;                 /* owned by the arena it was parsed into */
	const struct fb_kind_row *kind;
	fb_str field;                /* "score" unless another is named */
	fb_str until;                /* hours:FIELD,UNTIL */
	fb_str wanted;               /* share:FIELD=WANTED; NULL without it */
	struct fb_scale range;       /* @LO-HI: the "yes" of csat, else the scale */
	int64_t cut;                 /* of a line's hours: slow is above, in seconds */
	int64_t asof;                /* when its open cases were looked at, or 0 */
};

/* What a record says to a spec. */
enum fb_answer {
	FB_ANSWERED,   /* milli on scale */
	FB_NO_ANSWER,  /* absent, null or empty */
	FB_OFF_SCALE,  /* a number that cannot be an answer */
	FB_NO_NUMBER,  /* text where a number, or a time, is needed */
	FB_STILL_OPEN, /* a case that began at second milli and has no end */
};

struct fb_given {
	enum fb_answer what;
	struct fb_scale scale;
	int64_t milli; /* thousandths; hours: seconds; customers: a hash */
	size_t place;  /* in the tally; FB_TALLY when it has none there */
};

/* The raw values that an answer is read from; NULL where absent. */
struct fb_raws {
	fb_str field, until;
	struct fb_scale scale; /* of the record's score */
};

/* What cannot be said in sums. */
struct fb_kept {
	struct fb_hist done;   /* answers, seconds, or hashes of customers */
	struct fb_hist open;   /* cases still open, by the second they began */
	struct fb_hist waits;  /* the same by how long they wait, once finished */
	int64_t cut;           /* slow is above, in seconds */
	int64_t asof;          /* the second up to which open cases waited */
};

/* Sums of weights w (micro-units, at most FB_WEIGHT_MAX) and of w times the
 * answer, rounded to micro-units of the unit of the answers. */
struct fb_weighed {
	uint64_t n;            /* answers with a weight above 0 */
	fb_i128 w, ww;         /* sum of w, of w^2 */
	fb_i128 wy, wwy, wywy; /* sum of wy, of w wy, of (wy)^2 */
	fb_i128 group[FB_GROUPS]; /* sum of w by group */
};

#define FB_WEIGHT_MAX 1000000000000000 /* a weight of 10^9, and so for wy */

/* What a record touches comes first. */
struct fb_answers {
	uint64_t texts;              /* records with words */
	struct fb_kept *kept;        /* owned; NULL unless the kind keeps more */
	struct fb_weighed *weighed;  /* owned; NULL without weights */
	uint64_t tally[FB_TALLY];    /* see fb_tally_place() */
	uint64_t missing;            /* records of the cell without one */
	uint64_t n;                  /* answers that count */
	uint64_t group[FB_GROUPS];   /* the n by group, worst first */
	struct fb_sums sums;         /* of the answers, in thousandths */
	uint64_t base;               /* customers, or people asked; 0 unknown */
};

struct fb_estimate {
	double value, lo, hi;        /* in the unit of the kind */
	bool ok, has_interval;
	const char *method;          /* how the interval was made, or NULL */
};

/* One side of a comparison. */
struct fb_side {
	const struct fb_answers *answers;
	uint64_t days;               /* length of the period */
};

/* What a kind needs besides counts and sums. */
enum fb_keeps {
	FB_KEEPS_SUMS,
	FB_KEEPS_VALUES,  /* how often each answer was given, too */
	FB_KEEPS_CASES,   /* how often each time was taken, and open cases */
	FB_KEEPS_MEMBERS, /* which customers */
};

struct fb_kind_row {
	const char *name, *unit, *help;
	const char *field;           /* when none is named; NULL is "score" */
	const char *better;          /* "up", "down", or "none" */
	const char *group_names[FB_GROUPS]; /* worst first; NULL ends */
	bool scored;                 /* needs an answer; else counts records */
	bool two_fields, may_want;   /* FIELD,UNTIL; FIELD=WANTED */
	bool read_alone;             /* answers are no numbers: no @LO-HI */
	bool based;                  /* needs the customers of a base */
	bool asks;                   /* needs those that were asked, instead */
	enum fb_keeps keeps;
	/* Not a metric as it was asked for: why. NULL when it is fine, or for
	 * kinds that can always be asked for. */
	const char *(*check)(const struct fb_spec *);
	/* The answer of a record; NULL is a number on its scale. */
	void (*read)(const struct fb_spec *, const struct fb_raws *,
	    struct fb_given *);
	/* Before the estimates: asof is the second at which the data ends. */
	void (*finish)(struct fb_answers *, int64_t asof);
	bool range_is_yes;           /* @LO-HI are the answers that count as yes */
	bool small_matters;          /* too few answers hide the value */
	/* Not on this scale: why, with the next step. NULL when it is fine. */
	const char *(*refuse)(const struct fb_spec *, struct fb_scale);
	/* Which group an answer stands in. */
	size_t (*group)(const struct fb_spec *, struct fb_scale, int64_t milli);
	void (*estimate)(const struct fb_answers *, struct fb_estimate *);
	/* The same with weights; NULL for kinds that have none. */
	void (*weigh)(const struct fb_weighed *, struct fb_estimate *);
	/* What an answer of a group adds to a metric that is the mean of its
	 * groups, in thousandths of the unit; NULL where it is the answer. */
	int64_t (*worth)(size_t group);
	/* In the unit of the value; past are npast periods before both. */
	struct fb_change (*change)(struct fb_side before, struct fb_side now,
	    const struct fb_side *past, size_t npast);
	/* The smallest change worth a signal, in the unit of the value. */
	double (*least)(struct fb_scale, const struct fb_answers *before);
};

/* By name; NULL when there is none. */
const struct fb_kind_row *fb_kind_find(fb_str name);
/* All rows, for messages and help; NULL ends. */
const struct fb_kind_row *fb_kind_at(size_t i);

/* The scale an answer is judged on: @LO-HI of a mean, else the record's. */
struct fb_scale fb_spec_scale(const struct fb_spec *, struct fb_scale of_record);
/* Names of the groups of a cell: of the kind, or one, "all". */
size_t fb_groups(const struct fb_spec *, struct fb_scale, const char **names);
size_t fb_group_of(const struct fb_spec *, struct fb_scale, int64_t milli);
/* Where the tally counts an answer: the whole ones of a scale of at most
 * FB_TALLY from its lowest on, without a scale those from 0 on; FB_TALLY is
 * nowhere. */
size_t fb_tally_place(struct fb_scale, int64_t milli);
/* Count, and sum up; what else the kind keeps is left out. */
void fb_answers_add(struct fb_answers *, const struct fb_spec *,
    struct fb_scale, int64_t milli);
/* The same of any answer, with all that the kind keeps. group is its group.
 * Answers that have a place in the tally are only counted there. */
void fb_answers_note(struct fb_answers *, const struct fb_spec *,
    const struct fb_given *, size_t group);
/* Once, after the last answer: count and sum up those in the tally. */
void fb_answers_sum(struct fb_answers *, const struct fb_spec *,
    struct fb_scale);
/* Does the tally hold all answers? Then it tells how often each was given. One
 * answer without a place leaves it untold, in whatever part that was met. */
bool fb_tally_told(const struct fb_answers *);
/* The same answer with its weight in micro-units, 0 to FB_WEIGHT_MAX, unless
 * the two are too large together. */
bool fb_can_weigh(int64_t milli, int64_t weight);
void fb_answers_weigh(struct fb_answers *, const struct fb_given *, size_t group,
    int64_t weight);
/* The effective number of answers, (sum w)^2 / sum w^2, and the design effect n
 * over it; NaN without weights. Source: L. Kish, Survey Sampling (1965), 11.7. */
double fb_weighed_n(const struct fb_weighed *);
double fb_weighed_deff(const struct fb_weighed *);
/* Make room for what the kind keeps, and give it back. */
void fb_answers_keep(struct fb_answers *, const struct fb_kind_row *,
    bool weighed);
void fb_answers_release(struct fb_answers *);

#endif
