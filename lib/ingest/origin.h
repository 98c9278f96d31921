/* origin.h - the columns that a rule names, looked up in the header.
 *
 * Private to this room: what plan.c is made of. */
#ifndef FB_INGEST_ORIGIN_H
#define FB_INGEST_ORIGIN_H

#include "ingest/plan.h"

/* Make text a name that the map does not hold yet, by _2, _3 ... behind it, and
 * put it there; true when it needed nothing. */
bool fb_fresh_name(struct fb_map *, struct fb_buf *text);

/* Put a message into the plan's why. */
const char *fb_mapping_wrong(struct fb_mapping *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* That a rule names no column, with the columns there are. */
const char *fb_mapping_no_column(struct fb_mapping *, const struct fb_rule *);

/* One more column; false when the header does not have it. */
bool fb_origin_add(struct fb_mapping *, struct fb_origin *, fb_str name);
/* What stands behind the '=' of a rule for role (-1: none of our own keys);
 * false when a column of it is missing, and then the origin is {0}. */
bool fb_origin_resolve(struct fb_mapping *, struct fb_origin *, fb_str val,
    int role);
/* The origin of one of our own keys from a set of rules, the first whose
 * columns are there; asked: one that is not there is an error. */
const char *fb_origin_find(struct fb_mapping *, const struct fb_profile *rules,
    int role, bool asked);

/* Put the columns that rules name into a map: what keys are made of, and with
 * all what tells a row or a scale, and who is named. */
void fb_origin_names(struct fb_map *, const struct fb_profile *rules, bool all);

#endif
