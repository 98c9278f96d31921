/* draw.h - records for a person to label, drawn by lot.
 *
 * The n records with words that have the smallest tickets of the seed, so that
 * the same records come whatever their order; every record has the same chance,
 * and what --eval then says of the drawn it says of all. Of an id that repeats
 * one record stands; one without an id is its own. Memory for at most 2n
 * records. */
#ifndef FB_TAG_DRAW_H
#define FB_TAG_DRAW_H

#include "base/ticket.h"
#include "record/writer.h"

/* {0} is safe to release. */
struct fb_label_draw {
	struct fb_draw draw;
	size_t k, seen;           /* wanted; records with words offered */
	struct fb_label_pick {
		struct fb_ticket ticket;
		char *line;
		size_t n;
	} *v;                     /* n of them, by ticket after fb_label_write() */
	size_t n, cap;
	bool full;                /* what ranks behind limit is not kept */
	struct fb_ticket limit;
	struct fb_buf line, id, scratch;
};

void fb_label_init(struct fb_label_draw *, size_t k, fb_str seed);
void fb_label_offer(struct fb_label_draw *, const struct fb_rec *);
/* Write those drawn, in order of their tickets: id, lang, title and text, as
 * far as a record has them, and an empty label. What the rules find is not
 * shown, so that it sways nobody. */
void fb_label_write(struct fb_label_draw *, struct fb_writer *);
/* The facts for the trail line: "seed", "seen", "drawn". */
void fb_put_label_facts(struct fb_buf *, const struct fb_label_draw *, fb_str seed);
void fb_label_release(struct fb_label_draw *);

#endif
