/* dating.h - the form of a column's dates, learnt from its cells.
 *
 * Private to this room. A list of forms is tried on every cell; the one that
 * reads most of them is the column's. Whether 4/5 is in April or May is
 * settled by cells that can only be read one way, and never guessed: when no
 * cell settles it, or some say this and some that, the order has to be given. */
#ifndef FB_INGEST_DATING_H
#define FB_INGEST_DATING_H

#include "ingest/date.h"

enum fb_order { FB_ORDER_ANY, FB_ORDER_DMY, FB_ORDER_MDY, FB_ORDER_YMD };

enum { FB_DATE_PARTS = 20, FB_TIME_PARTS = 10,
	FB_FORMS = FB_DATE_PARTS * FB_TIME_PARTS + 4 };

struct fb_dating {
	size_t cells, iso;    /* cells that say something; those of ISO 8601 */
	size_t hits[FB_FORMS];
	enum fb_order asked;
	size_t dmy, mdy;      /* the rivals, when settle asks for more */
	size_t only_dmy, only_mdy; /* cells that only one of them reads */
};

/* "dmy", "mdy" or "ymd"; false for anything else. */
bool fb_order_parse(const char *text, enum fb_order *);
/* One more cell, tried with every form; costly, for a sample. */
void fb_dating_add(struct fb_dating *, fb_str cell);

enum fb_dated { FB_DATED_NOT, FB_DATED_ISO, FB_DATED_FORM, FB_DATED_TIED };

/* What the cells so far say; with FORM the form is appended to b. TIED: two
 * orders read the same cells; fb_dating_more() with the rest of the column
 * and then fb_dating_untie() may settle it. */
enum fb_dated fb_dating_settle(struct fb_dating *, struct fb_buf *b);
void fb_dating_more(struct fb_dating *, fb_str cell);
/* NULL with the form in b, or why the order must be given. */
const char *fb_dating_untie(const struct fb_dating *, struct fb_buf *b);

#endif
