/* postmark.h - where mails begin: "From " lines and headers.
 *
 * Private to this room. */
#ifndef FB_INGEST_POSTMARK_H
#define FB_INGEST_POSTMARK_H

#include "base/str.h"

/* "From somebody Tue Jul  2 04:00:11 2019", with whatever stands for the
 * sender and behind the year; a sentence that begins with From is none. */
bool fb_is_postmark(fb_str line);
/* "Name: value", or the empty line that ends a header. */
bool fb_is_mail_header(fb_str line);
/* Append a header's line without the blanks that once could stand in front of
 * its colon (RFC 5322 4.5). */
void fb_put_mail_header(struct fb_buf *, fb_str line);
/* Does a mail without a postmark begin here: a header of two lines or more, one
 * of them a name that only mail has? */
bool fb_is_mail(fb_str head);
/* ">From ", ">>From ": what a mbox writes for a line that begins with one '>'
 * less. */
bool fb_is_stuffed(fb_str line);

#endif
