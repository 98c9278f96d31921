/* strangers.h - customers' words that stand where no id names them. */
#ifndef FB_VERIFY_STRANGERS_H
#define FB_VERIFY_STRANGERS_H

#include <stdint.h>

#include "verify/case.h"

enum { FB_RUN = 40 }; /* letters in common that are no accident */

/* Text of an artefact that is under no id, and where it stands. */
struct fb_strangers {
	struct fb_places { fb_str where, text; } *v; /* in the case's arena */
	size_t n, cap;
};

void fb_strangers_add(struct fb_case *, struct fb_strangers *, fb_str where,
    fb_str text);
/* A finding for each of these texts that shares a run of FB_RUN letters, blanks
 * and punctuation set aside, with the text or title of a record. One more pass
 * over the records. */
void fb_strangers_find(struct fb_case *, struct fb_strangers *);
void fb_strangers_release(struct fb_strangers *);

/* Append s without blanks, marks of direction, emoji and what joins these. */
void fb_put_solid(struct fb_buf *, fb_str s);

#endif
