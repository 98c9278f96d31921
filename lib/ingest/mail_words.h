/* mail_words.h - which parts of a mail are its words.
 *
 * Private to this room, for mail.c. */
#ifndef FB_INGEST_MAIL_WORDS_H
#define FB_INGEST_MAIL_WORDS_H

#include "ingest/gmime.h"
#include "ingest/mail.h"

/* Fills body, more, mended and deep from the mail's outermost part. */
void fb_mail_words(struct fb_mail *, const struct fb_gmime *,
    GMimeObject *root);

#endif
