/* plan.h - which cells get quotes, and which records speak in them.
 *
 * The first pass hands every line that is no record to fb_plan_add(), which
 * keeps it; fb_plan_settle() then fixes the report periods and the cells. */
#ifndef FB_ANECDOTE_PLAN_H
#define FB_ANECDOTE_PLAN_H

#include "anecdote/leavers.h"
#include "anecdote/pool.h"
#include "base/map.h"
#include "cell/line.h"

enum {
	FB_POOL = 512,           /* texts a group of a cell keeps */
	FB_POOL_MANY = 256,      /* when there are more than this many pools: */
	FB_MANY_POOLS = 1000,
	FB_UNITS = FB_YEAR + 1,
};

/* A line that goes through, perhaps with quotes. */
struct fb_item {
	char *line;              /* owned */
	size_t n;
	size_t cell;             /* in fb_plan.cells, or FB_NO_CELL */
	bool metric;
};

#define FB_NO_CELL ((size_t)-1)

/* What makes records stand in a group; equal for many cells. */
struct fb_question {
	struct fb_spec spec;     /* kind NULL: everyone, one group */
	struct fb_scale scale;
};

/* What the records of a cell are gathered for. */
enum fb_use {
	FB_USE_LINE,             /* a metric line that gets quotes */
	FB_USE_TEACH,            /* all who ever answered a question, to learn
				  * from their words; see lesson.h */
	FB_USE_BEFORE,           /* a line's period before, see shift.h */
	FB_USE_LEFT,             /* a group that declines: its customers */
};

/* A cell that gets quotes, or stands behind one that does, and those who may
 * speak in it. */
struct fb_voices {
	enum fb_use use;
	size_t question;
	struct fb_period period;
	size_t same;             /* next cell of the same by and period */
	size_t teacher;          /* FB_USE_TEACH, or FB_NO_CELL */
	size_t before, departed; /* the same of FB_USE_BEFORE and FB_USE_LEFT */
	bool signal;             /* the change from before is one */
	int moved;               /* +1, -1: its direction, with p < .05; or 0 */
	size_t ngroups;
	const char *names[FB_GROUPS];
	uint64_t stated[FB_GROUPS]; /* answers the metric line counts */
	bool has_stated;
	uint64_t counted[FB_GROUPS]; /* records that were there */
	uint64_t eligible[FB_GROUPS];
	struct fb_answers writers; /* of those with words enough to quote */
	struct fb_answers others;
	uint64_t refused;        /* without consent, words enough to quote */
	uint64_t withheld;
	uint64_t *reasons;       /* by number of fb_withhold.reasons; or NULL */
	struct fb_pool pool[FB_GROUPS];
	struct fb_leavers leavers; /* FB_USE_LEFT */
};

/* The periods of the lines of one unit. */
struct fb_seen {
	bool any, full, tested;
	struct fb_period last, last_full, last_tested;
};

struct fb_plan {
	struct fb_arena mem;
	struct fb_item *items;
	size_t nitems, items_cap;
	struct fb_digest metrics; /* of the metric lines, without quotes */
	struct fb_seen seen[FB_UNITS];
	struct fb_period periods[FB_UNITS]; /* of the report */
	size_t nperiods;
	struct fb_period *visits; /* all in which some cell is */
	size_t nvisits, visits_cap;
	struct fb_map declines;  /* metric LF place: lines of a group in decline */
	int32_t last_day;        /* of all records; INT32_MIN without one */
	struct fb_map keys;      /* that any --by of the lines uses */
	struct fb_tables tables;
	struct fb_map places;    /* period LF by-object */
	size_t *first, first_cap; /* the first cell of a place */
	struct fb_question *questions;
	size_t nquestions, questions_cap;
	struct fb_voices *cells;
	size_t ncells, cells_cap;
	size_t nlines;           /* of these, FB_USE_LINE */
};

void fb_plan_init(struct fb_plan *);
/* The two keys that make a metric line a paired one, removed. */
void fb_put_unpaired(struct fb_buf *, const struct fb_rec *);
/* Keep a line that is neither record nor trail. NULL, or why it is a metric
 * line that cannot be paired; it is kept nevertheless. */
const char *fb_plan_add(struct fb_plan *, const struct fb_rec *);
/* The report period is label, or else for every unit of time the latest tested
 * period, the latest full one, the latest one; "all" where no line is dated.
 * NULL, or why label is no period. */
const char *fb_plan_settle(struct fb_plan *, const char *label);
/* The cells of the settled periods; fb_plan_settle() calls it. */
void fb_plan_cells(struct fb_plan *);
/* Private: put the "by" object of some pairs as fb_tables_each() writes it. */
void fb_put_pairs(struct fb_buf *, const struct fb_pair *, size_t n);
/* Private: add a cell of this metric, by and period; gives its number. The
 * cells behind that of a line, whose metric line is read into the second. */
size_t fb_plan_cell(struct fb_plan *, const struct fb_cell *, enum fb_use);
void fb_plan_shadows(struct fb_plan *, size_t cell, const struct fb_cell *);
/* No more records come: the pools are sorted. */
void fb_plan_close(struct fb_plan *);
/* The last day on which a customer of FB_USE_LEFT was there who has gone. */
int32_t fb_plan_left(const struct fb_plan *, const struct fb_voices *);
/* Append the report periods: "2026-10", "2026-10 2026". */
void fb_put_report_periods(struct fb_buf *, const struct fb_plan *);
/* Put the key of a place into b. */
void fb_place_key(struct fb_buf *b, struct fb_period, fb_str by);
void fb_plan_release(struct fb_plan *);

#endif
