/* mail_head.h - the header of a mail as writers of bad mail leave it.
 *
 * Private to this room. */
#ifndef FB_INGEST_MAIL_HEAD_H
#define FB_INGEST_MAIL_HEAD_H

#include "base/time.h"

/* A header takes much memory in any library: so many lines of them, with the
 * marks between parts, are read of a mail. */
enum { FB_HEAD_LINES = 20000 };

/* {0} before the first line of a mail. */
struct fb_mail_head {
	bool any;     /* a header was there */
	bool typed, dropping;
	bool over;    /* the empty line was there */
	bool part;    /* in the header of a part */
	size_t lines;
};

enum fb_head_line { FB_HEAD_KEEP, FB_HEAD_DROP, FB_HEAD_ENDS };

/* What to do with the mail's next line, where ahead is the one behind it. A
 * second Content-Type is dropped, and one without a slash, which says nothing
 * (RFC 2045 5.2). A line that is no header and has none behind it ends the
 * header before it, as if an empty line stood there; so does a first line that
 * is none, for then all is body. Past FB_HEAD_LINES all
 * lines of headers are dropped. */
enum fb_head_line fb_mail_head(struct fb_mail_head *, fb_str line, fb_str ahead);

/* The date of a header (RFC 5322 with the obsolete zones): "Tue, 2 Jul 2019
 * 14:00:11 +1200 (NZST)"; weekday, seconds and zone may be absent, years may
 * have two digits. */
bool fb_mail_date(fb_str, struct fb_when *);

#endif
