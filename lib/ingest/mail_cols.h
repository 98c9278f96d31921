/* mail_cols.h - the columns that mails have.
 *
 * Private to this room. Some every mail has; "quoted" and "body" (all words)
 * only come when something asks for them; any other name that -c, or a profile
 * for mail, takes a column from is that header. A key that is taken from a
 * header which a mail does not have is the mail's own. */
#ifndef FB_INGEST_MAIL_COLS_H
#define FB_INGEST_MAIL_COLS_H

#include "ingest/fields.h"
#include "ingest/mail.h"

enum fb_mail_col { FB_MAIL_ID, FB_MAIL_DATE, FB_MAIL_CHANNEL, FB_MAIL_CUSTOMER,
	FB_MAIL_TITLE, FB_MAIL_TEXT, FB_MAIL_FROM, FB_MAIL_THREAD,
	FB_MAIL_AUTOMATIC, FB_MAIL_COLUMNS };

struct fb_mail_cols {
	struct fb_map names;     /* of all columns */
	struct fb_map headers;   /* of those behind first_header */
	size_t first_header;
	size_t quoted, body;     /* FB_MAP_NONE: not asked for */
	fb_str *list, *cells;    /* a name, a cell for each column */
	bool *seen;              /* a mail had that header */
	struct fb_buf *made;     /* a header as an address or a date */
};

/* From what the run asks for; the headers are what a mail shall read. */
void fb_mail_cols_open(struct fb_mail_cols *, const struct fb_run *);
/* The cells of a mail, beside date and text, which are there; a header that is
 * the customer is an address as the sender's is, one that is the date is read as
 * a mail's. */
void fb_mail_cols_fill(struct fb_mail_cols *, const struct fb_mapping *,
    const struct fb_mail *);
/* Warn of headers that -c names and no mail has. */
void fb_mail_cols_tell(const struct fb_mail_cols *, const struct fb_run *,
    const char *path);
void fb_mail_cols_release(struct fb_mail_cols *);

#endif
