/* plan.h - what becomes of each column of a file: header and profile together.
 *
 * The header's names are made whole first: blanks around them go, an empty one
 * is column_N (1 is the first), one that came before gets _2, _3 ... behind it.
 * A key of the record comes from -c, else from the profile, else, when there
 * is no profile, from the column of that name. Every other column is kept
 * under its own name, with x_ in front when the stream owns that name, and
 * with person_ in front when it names a person. */
#ifndef FB_INGEST_PLAN_H
#define FB_INGEST_PLAN_H

#include "base/map.h"
#include "ingest/profile.h"
#include "ingest/scale.h"

enum { FB_COLUMNS_MAX = 16384 };

enum { FB_NAME_ROOM = 32 }; /* bytes that may be read of a column's put */

/* The record's own keys, in the order in which they are written. */
enum fb_role {
	FB_ROLE_ID, FB_ROLE_DATE, FB_ROLE_CHANNEL, FB_ROLE_CUSTOMER,
	FB_ROLE_SCORE, FB_ROLE_TITLE, FB_ROLE_TEXT, FB_ROLE_TRANSLATION,
	FB_ROLE_LANG, FB_ROLE_CONSENT, FB_ROLES,
};

extern const char *const fb_role_names[FB_ROLES];

/* Words that may be long, or written in HTML. */
static inline bool
fb_role_is_words(int role)
{
	return role == FB_ROLE_TITLE || role == FB_ROLE_TEXT ||
	    role == FB_ROLE_TRANSLATION;
}

/* Where a key comes from; {0} is nowhere. */
struct fb_origin {
	size_t *cols;        /* owned */
	size_t n, cap;
	fb_str constant;     /* borrowed; its pointer is NULL without one */
	fb_str form;         /* borrowed: of a date; of an id "after A or B" */
	bool html;           /* its words are to be taken out of HTML */
};

/* A cell that says nothing, compared without blanks around it; a number is
 * compared as one, so that 0 is also 0.0. */
struct fb_nothing {
	fb_str text; /* borrowed from a profile */
	int64_t milli;
	bool number;
};

struct fb_column {
	fb_str name;         /* of the header, made whole; borrowed */
	struct fb_buf key;   /* in the record; NUL-terminated */
	struct fb_buf put;   /* ,"key": as JSON */
	struct fb_buf off;   /* ,"x_key": for an answer off its scale */
	bool plain;          /* nothing is said of its cells */
	bool dropped, identity;
	fb_str split;        /* what parts a list; borrowed; n 0: no list */
	int role;            /* -1: kept under key */
	struct fb_scales scales; /* when it is a second answer */
	bool asked;          /* its scales come from -c */
	struct fb_nothing *nothing;
	size_t nnothing, cap;
};

/* A cell that decides about its row. */
struct fb_test {
	enum fb_section in;  /* FB_SKIP, FB_ONLY or FB_UNFINISHED */
	size_t col;
	fb_str text;         /* borrowed from a profile */
};

/* What was asked for, the same for all files. */
struct fb_wish {
	const struct fb_profile *columns; /* -c, as [map] lines; may be empty */
	const char *scale;    /* --scale */
	const char *channel;  /* --channel */
	const struct fb_profile *guess; /* when there is no profile; or NULL */
};

struct fb_mapping {
	const struct fb_profile *profile; /* NULL: none */
	struct fb_map names;  /* of the header; the numbers are those of v */
	struct fb_map keys;   /* of the record, beside our own */
	struct fb_column *v;
	size_t n;
	size_t renamed;       /* header names that were made up */
	struct fb_test *tests;
	size_t ntests, cap_tests;
	bool flagged;         /* unfinished rows are marked */
	struct fb_origin from[FB_ROLES];
	struct fb_scales scales; /* of the score */
	struct fb_buf extra;  /* constants of other keys: ,"region":"EU" */
	bool worded;          /* the profile has words for scores */
	fb_str unscaled;      /* a column that would be the score, had it a
	                       * scale; its key is unscaled_as */
	const char *unscaled_as;
	struct fb_buf form;   /* of the dates, when it was learnt */
	bool workbook;        /* dates of cells are ISO besides their form */
	struct fb_buf why;
};

/* The header's names as above, before a profile is chosen; the plan is {0}.
 * NULL, or why this is no header. */
const char *fb_mapping_header(struct fb_mapping *, const fb_str *cells, size_t n);
/* All the rest. NULL, or what is wrong, borrowed from the plan. */
const char *fb_mapping_make(struct fb_mapping *, const struct fb_profile *,
    const struct fb_wish *);
/* Append lines that say what was understood. */
void fb_mapping_explain(const struct fb_mapping *, struct fb_buf *);
void fb_mapping_release(struct fb_mapping *);

#endif
