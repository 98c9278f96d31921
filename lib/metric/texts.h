/* texts.h - the texts of a period in which characteristic terms are sought.
 *
 * Of each period those with the smallest tickets of fb-terms/1 and the id, at
 * most FB_TEXTS of them: which ones does not depend on the order of the records
 * nor on how they are parted. */
#ifndef FB_METRIC_TEXTS_H
#define FB_METRIC_TEXTS_H

#include "base/ticket.h"
#include "base/time.h"
#include "metric/by.h"
#include "record/writer.h"

enum { FB_TEXTS = 100000 };

/* {"id":…,"unit":…,"text":…,"cells":[…]}: the unit is "c" and the customer,
 * else "r" and the id; cells has an array of "by" objects for each table. */
struct fb_text {
	struct fb_ticket ticket;
	char *json;             /* owned */
	size_t n;
};

struct fb_text_pool {
	struct fb_text *v;      /* n texts, ascending when settled */
	size_t n, cap;
	bool beyond;            /* there were more */
	bool full;              /* tickets above limit are not kept */
	struct fb_ticket limit;
};

struct fb_texts {
	bool on;
	size_t most;            /* texts of a period that are kept */
	fb_str only;            /* the one period that is, all when empty */
	struct fb_draw draw;
	struct fb_map periods;  /* labels, and their pools */
	struct fb_text_pool *pools;
	size_t cap;
};

/* Keep texts, before any record is counted; only is borrowed. */
void fb_texts_init(struct fb_texts *, size_t most, fb_str only);
/* A record that has a text, noted in by. */
void fb_texts_add(struct fb_texts *, const struct fb_by *, const struct fb_rec *,
    struct fb_period);
/* The texts of a period, settled; NULL when there are none. */
struct fb_text_pool *fb_texts_of(struct fb_texts *, struct fb_period);
/* Part lines, {"fb":"part","texts":"2026-10","beyond":false,"of":{…}}, and in
 * again: NULL, or what is wrong. */
void fb_texts_part(struct fb_texts *, struct fb_writer *);
const char *fb_texts_read(struct fb_texts *, const struct fb_rec *);
void fb_texts_release(struct fb_texts *);

#endif
