/* case.h - what a stream claims, in parts, and the records it rests on.
 *
 * A tool writes its lines first and its trails behind them, so a part is the
 * metric lines and letters up to the last of the trails that follow. Records
 * without `draw` are what everything is checked against; they belong to no
 * part. */
#ifndef FB_VERIFY_CASE_H
#define FB_VERIFY_CASE_H

#include "base/arena.h"
#include "record/reader.h"
#include "record/trail.h"
#include "record/withhold.h"
#include "verify/finding.h"

struct fb_part_of_case {
	fb_str *metrics, *letters; /* lines as they were read */
	size_t nmetrics, metrics_cap, nletters, letters_cap;
	fb_str *others;            /* lines of other kinds */
	size_t nothers, others_cap;
	struct fb_trails trails;
};

/* Where a record stands, and the next one of the same id. */
struct fb_witness {
	struct fb_ref ref;
	size_t next;
};

#define FB_NO_WITNESS ((size_t)-1)

struct fb_case {
	struct fb_reader *in;       /* borrowed, kept; see fb_reader_keep() */
	struct fb_arena mem;
	struct fb_part_of_case *parts;
	size_t nparts, parts_cap;
	struct fb_trails trails;    /* of all parts and of the records */
	struct fb_map ids;          /* that quotes and letters name */
	size_t *first, first_cap;   /* of each id, in witnesses */
	struct fb_witness *witnesses;
	size_t nwitnesses, witnesses_cap;
	struct fb_digest digest;    /* of the records, letters left out */
	size_t nrecords;
	const char *seed;           /* where no trail says it; or NULL */
	fb_str locale;              /* of the report line; "en" without one */
	const char *base;           /* file of customers for rates, or NULL */
	bool has_withhold;
	struct fb_withhold withhold;
	struct fb_findings found;
	/* What was checked. */
	size_t nquotes, nmetrics, nletters;
	size_t nelsewhere;          /* metric lines that are not ours */
};

/* Read all of the stream, then once more for the records that are named. */
void fb_case_read(struct fb_case *, struct fb_reader *);
void fb_case_release(struct fb_case *);

/* Each record once more, after fb_reader_again(). */
bool fb_case_next(struct fb_case *, struct fb_rec *);

/* The records as a run met them. */
struct fb_met {
	size_t nfiltered, nkept;
	struct fb_digest kept;
};
/* Each record that the filter keeps; the others are counted. */
bool fb_case_meet(struct fb_case *, struct fb_filter *, struct fb_met *,
    struct fb_rec *);
/* The i-th record with this id, from 0, in line; false behind the last. */
bool fb_case_record(struct fb_case *, fb_str id, size_t i, struct fb_buf *line);
/* The part's trail of a tool; NULL without one, the i-th from 0. */
const char *fb_trail_of_tool(const struct fb_trails *, const char *tool,
    size_t i);

/* "metric nps {"region":"EU"} 2026-10", then optionally ": quote #a1b2c3d4". */
void fb_put_where(struct fb_buf *, fb_str metric_line);
/* "#" and 8 hexadecimal digits of the id's SHA-256. */
void fb_put_short_id(struct fb_buf *, fb_str id);

#endif
