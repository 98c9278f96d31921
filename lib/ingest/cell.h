/* cell.h - what single cells say.
 *
 * Private to this room: what make.c is made of. */
#ifndef FB_INGEST_CELL_H
#define FB_INGEST_CELL_H

#include "ingest/make.h"

/* One more thing to tell about the row. */
void fb_note(struct fb_made *, enum fb_fault, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* As much of s as a message needs, cut between code points. */
fb_str fb_shown(fb_str s);
/* Put U+FFFD for what is ill-formed in the row's cells, and note it. */
void fb_mend(struct fb_made *, struct fb_row *);

/* Begin the line with the row's id. */
void fb_make_id(struct fb_made *, const struct fb_making *,
    const struct fb_row *);
/* When the line is whole: tell equal rows apart by #2, #3 ... behind the id. */
void fb_make_number(struct fb_made *, const struct fb_making *);
/* Append the date that the row has, or note why it has none. */
void fb_make_date(struct fb_made *, const struct fb_mapping *,
    const struct fb_row *);
/* A cell, empty when it is absent, blank or says nothing. */
fb_str fb_cell(const struct fb_mapping *, const struct fb_row *, size_t i);
/* What a key of our own says; joined from several columns by glue. Borrowed
 * until the next call. */
fb_str fb_own(struct fb_made *, const struct fb_mapping *, const struct fb_row *,
    int role, const char *glue);
/* The number that a profile's [score] gives for a word; else the word. */
fb_str fb_score_of(const struct fb_mapping *, fb_str word);
/* form "after A or B": what stands in s behind the first mark that is there, up
 * to '&' or '#'; all of s when none is. */
fb_str fb_after(fb_str form, fb_str s);
/* Does every JSON tool that reads s as a number write the same text? */
bool fb_plain_number(fb_str s);
/* Is s one of the words, whatever its ASCII case? NULL ends them. */
bool fb_is_one_of(fb_str s, const char *const *words);

#endif
