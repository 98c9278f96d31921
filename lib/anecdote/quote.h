/* quote.h - one quote as JSON. Private to this room.
 *
 * A record's translation goes along with all of its text, never with a part. */
#ifndef FB_ANECDOTE_QUOTE_H
#define FB_ANECDOTE_QUOTE_H

#include "anecdote/excerpt.h"
#include "anecdote/hear.h"

struct fb_quoted {
	const char *role;
	const struct fb_rec *rec;
	const struct fb_question *question;
	const struct fb_map *keys;   /* of "by" */
	const struct fb_entry *entry;
	const char *group;
	const struct fb_period *period; /* another than its line's; or NULL */
	struct fb_speaks speaks;
	fb_str text;                 /* the record's, whole */
	struct fb_excerpt part;
};

void fb_put_quote(struct fb_buf *, const struct fb_quoted *);

#endif
