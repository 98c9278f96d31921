/* behind.h - what the records of the stream say beyond the lines about them.
 *
 * A quote is an unbroken part of a record; when the record itself is in the
 * stream, its whole words, its customer and what fb-tag found are known. A
 * second pass over the stream; memory grows with what was asked for alone. */
#ifndef FB_SHEET_BEHIND_H
#define FB_SHEET_BEHIND_H

#include "base/map.h"
#include "present/report.h"

/* An answer of yes or no. */
enum fb_said { FB_SAID_NOTHING, FB_SAID_NO, FB_SAID_YES };

enum fb_said fb_rec_said(const struct fb_rec *, fb_str key);

/* One record; text is owned by the report's arena, and empty where absent. */
struct fb_behind {
	fb_str id, text, title, translation, customer, date, channel, score, scale,
	    lang;
	fb_str masks;            /* raw; NULL when it was never redacted */
	fb_str themes, stage;    /* raw, as fb-tag wrote them */
	enum fb_said consent, contact;
};

struct fb_records {
	struct fb_map ids;       /* asked for, before the pass */
	struct fb_behind *found; /* by number of the id; id NULL: not met */
	size_t cap;
};

/* Ask for the record of an id. */
void fb_records_want(struct fb_records *, fb_str id);
/* Every id that a quote or a letter of the report names. */
void fb_records_want_quoted(struct fb_records *, const struct fb_report *);
/* Look at one record of the pass; of several with one id the latest counts,
 * and of one day the one that is greatest by bytes. */
void fb_records_meet(struct fb_records *, struct fb_report *,
    const struct fb_rec *);
/* NULL when the record is not in the stream. */
const struct fb_behind *fb_records_get(const struct fb_records *, fb_str id);
void fb_records_release(struct fb_records *);

/* What a record says; text is put into the report's arena. */
struct fb_behind fb_behind_of(struct fb_report *, const struct fb_rec *);
/* May its words be printed? */
bool fb_behind_may_print(const struct fb_behind *, bool unredacted);

#endif
