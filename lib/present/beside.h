/* beside.h - lines that stand beside the metric lines: drivers, terms, changes
 * of level and the watch over who falls silent (fb-metric(1)), and how a sample
 * fits what it was drawn from (fb-sample(1)). All text lives in the report's
 * arena. */
#ifndef FB_PRESENT_BESIDE_H
#define FB_PRESENT_BESIDE_H

#include "base/arena.h"
#include "cell/line.h"
#include "record/scan.h"

enum { FB_WATCH_PERIODS = 12, FB_SHIFT_RULES = 3 };

/* What a line is about; parts that it does not say are empty. */
struct fb_subject {
	fb_str metric, period, by_json;
	struct fb_pair by[FB_BY_MAX_PAIRS];
	size_t nby;
};

/* A value of a field and a metric that it goes along with. */
struct fb_driver {
	struct fb_subject about;
	fb_str field, value;
	uint64_t n, records;
	double lift;            /* the metric without these records less the metric */
	double share, r2;       /* NaN when they are not known */
};

/* A term that tells a group from the others of its table. */
struct fb_term {
	struct fb_subject about;
	fb_str term;
	uint64_t customers, n, others, others_n;
};

/* Where the level of a series changed. */
struct fb_shift {
	struct fb_subject about;
	fb_str at, from, until; /* the likeliest period, and those nearly as likely */
	double before, after;
	bool signal;
	double lo, hi;          /* natural limits of the last period, or NaN */
	bool rules[FB_SHIFT_RULES]; /* Nelson's, met by the last period */
};

/* How many of a group's customers speak, over the last periods. */
struct fb_watch {
	struct fb_subject about;
	bool fewer_speak, fewer_customers, silent;
	double speak, lo, hi;   /* the share that speaks, in percent, its limits */
	fb_str since;           /* the period of the likeliest break, or "" */
	uint64_t spoke[FB_WATCH_PERIODS], customers[FB_WATCH_PERIODS];
	size_t n;               /* periods, the last one last */
	uint64_t tests;
};

/* How the drawn records fit all of them, by some fields. */
struct fb_fit {
	fb_str fields;          /* ["plan","region"] */
	uint64_t n;
	double tv, expected, p; /* NaN when they are not known */
};

/* A group that has customers and left no record. */
struct fb_unheard {
	struct fb_subject about;
	uint64_t customers;
};

struct fb_beside {
	struct fb_driver *drivers;
	size_t ndrivers, drivers_cap;
	struct fb_term *terms;
	size_t nterms, terms_cap;
	struct fb_shift *shifts;
	size_t nshifts, shifts_cap;
	struct fb_watch *watches;
	size_t nwatches, watches_cap;
	struct fb_fit *fits;
	size_t nfits, fits_cap;
	struct fb_unheard *unheard;
	size_t nunheard, unheard_cap;
};

/* Keep the line when it is of one of these kinds; other lines are passed by. */
void fb_beside_add(struct fb_beside *, struct fb_arena *, const struct fb_rec *);
void fb_beside_release(struct fb_beside *);
/* Is the line about this group and period? */
bool fb_beside_fits(const struct fb_subject *, const struct fb_cell *);

#endif
