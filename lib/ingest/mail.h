/* mail.h - what one mail says: who, when, about what, in which words.
 *
 * With gmime.c the only door to GMime (RFC 5322, 2045-2047, 2231). The words
 * are the first text/plain part that is no attachment, else the first text/html
 * one made text; of multipart/related only the root counts. A multipart without
 * any part has its words where a notice for old programs would stand; what does
 * not begin with a header is words.
 * format=flowed paragraphs are joined (RFC 3676). */
#ifndef FB_INGEST_MAIL_H
#define FB_INGEST_MAIL_H

#include "base/map.h"
#include "base/time.h"

/* Text in UTF-8; empty is absent. Ill-formed bytes stand as 0xFF. */
struct fb_mail {
	struct fb_buf subject;
	struct fb_buf from;      /* the header as it stands, decoded */
	struct fb_buf address;   /* of it, in lower case: "x at y" is x@y */
	struct fb_buf id;        /* Message-ID's digest: 16 hex digits */
	struct fb_buf thread;    /* the digest of the mail that began it */
	struct fb_buf automatic; /* "auto-replied", "report" ...: no person */
	bool dated;
	struct fb_when when;
	size_t mended;           /* ill-formed places in HTML: U+FFFD by now */
	bool deep;               /* parts were not looked for deeper than 1000 */
	struct fb_buf body;
	struct fb_buf more;      /* further text/plain parts: list footers,
	                          * words behind a picture */
	struct fb_buf scratch;
	const struct fb_map *want; /* names of headers to be read too, or NULL;
	                          * the caller's */
	struct fb_buf *header;   /* each of them, decoded, by number */
	size_t nheader, cap;
};

/* The mail whose bytes are raw, without a postmark; {0} before first use, then
 * used again. NULL, or why no mail can be read at all. What is torn or wrong in
 * raw is read as far as it goes. */
const char *fb_mail_read(struct fb_mail *, fb_str raw);
void fb_mail_release(struct fb_mail *);

#endif
