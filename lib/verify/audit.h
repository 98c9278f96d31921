/* audit.h - quotes that somebody else presents: are they in the records, and
 * would a fair draw look like them? */
#ifndef FB_VERIFY_AUDIT_H
#define FB_VERIFY_AUDIT_H

#include "verify/case.h"

/* A file of lines, each the id of a record or words. A line is found when it
 * is an id, or when a record's text holds it, blanks and emoji set aside; one
 * that is not is a finding. Of the records that were found (words that several
 * records say are left out, and each record counts once), how many have a low
 * score, are older than the median of all that have words, or longer? Appends
 * lines that say so to b, each with the exact probability that as few or fewer
 * are among as many drawn at random. False when the file cannot be read. */
bool fb_verify_audit(struct fb_case *, const char *path, struct fb_buf *b);

#endif
