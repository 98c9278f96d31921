/* said.h - a transcript's turns as the cells of a record.
 *
 * Private to this room: what the formats of talks share. */
#ifndef FB_INGEST_SAID_H
#define FB_INGEST_SAID_H

#include "ingest/run.h"
#include "ingest/speech.h"

struct fb_said {
	struct fb_buf text;   /* the customer's turns, a paragraph each */
	struct fb_buf turns;  /* of each, as JSON, which turn it is and when */
	struct fb_buf date;   /* of the first turn, when that is known */
	struct fb_buf quoted; /* the others' turns with their names */
	struct fb_buf names;  /* of all speakers, as a message lists them */
};

/* From the turns of a talk and who the customer is. */
void fb_said_fill(struct fb_said *, const struct fb_speech *, size_t customer);
/* That nobody is known to be the customer: bad data. */
void fb_said_by_nobody(struct fb_said *, struct fb_run *, const char *path,
    const struct fb_speech *, const struct fb_row *);
/* The customer's name, empty when it only says what its bearer does there. */
fb_str fb_said_customer(const struct fb_speech *, size_t customer);
void fb_said_release(struct fb_said *);

#endif
