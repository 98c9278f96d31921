/* sender.h - the address in a From header, the name of a mail.
 *
 * Private to this room. */
#ifndef FB_INGEST_SENDER_H
#define FB_INGEST_SENDER_H

#include "base/str.h"

/* Append it in lower case: what stands in <>, else the text without (comments).
 * An archive's "x at y" becomes x@y, any other disguise stays as it is, so that
 * one writer stays one. */
void fb_put_address(struct fb_buf *, fb_str from);

/* Append the first 16 hex digits of the SHA-256 of the first Message-ID in a
 * header, "<a@b>" without its brackets; nothing when it has none. */
void fb_put_mail_id(struct fb_buf *, fb_str header);

#endif
