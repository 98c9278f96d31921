/* reply.h - what of a mail its writer wrote this time, and what came along.
 *
 * Private to this room. Line by line, by marks that mail programs leave:
 *   quotes       lines that begin with '>', and the line or three in front of
 *                them that say who wrote that ("On ... wrote:")
 *   the rest     behind "-----Original Message-----" and its like, behind a
 *                block of From:, Sent:, Subject: lines, behind "On ... wrote:"
 *                with a date or an address in it
 *   signatures   behind "-- "; "--" when at most 15 lines follow; PGP's
 *   footers      a mailing list's behind a line of underscores, "Sent from my
 *                phone", a last paragraph with an address to unsubscribe, a
 *                line of dashes behind the last words
 * Nothing is lost: every line goes into one of the two. */
#ifndef FB_INGEST_REPLY_H
#define FB_INGEST_REPLY_H

#include "base/str.h"

/* Append body's own words to text and the rest to quoted, each without empty
 * lines at its ends or more than one in a row where something was cut. */
void fb_put_reply(struct fb_buf *text, struct fb_buf *quoted, fb_str body);

#endif
