/* cert.h - what is written about a draw: on each record, and in the trail. */
#ifndef FB_SAMPLE_CERT_H
#define FB_SAMPLE_CERT_H

#include "sample/draw.h"

/* Append the value of `draw` for a drawn record, {"stratum":{"plan":"pro"},
 * "N":9100,"n":2,"pi":0.0002197802198,"ticket":"…"} without the line break. */
void fb_put_draw(struct fb_buf *, const struct fb_sample *,
    const struct fb_drawn *);

/* What came in more than once, as far as it is known: of the drawn records. */
struct fb_copies {
	size_t ids;        /* drawn records that have copies */
	size_t duplicates; /* copies with the same bytes */
	size_t refused;    /* copies with other bytes */
};
struct fb_copies fb_sample_copies(const struct fb_sample *);

/* Append the keys that say how is drawn: what runs over shards must agree on. */
void fb_put_plan(struct fb_buf *, const struct fb_sample *);
/* Its parts: the name of the way to draw, and unit, groups, rules. */
const char *fb_method_name(const struct fb_sample *);
void fb_put_method(struct fb_buf *, const struct fb_sample *);
/* Append ,"key":true when it is. */
void fb_put_true(struct fb_buf *, const char *key, bool is);
/* Append the fields of a table, an array; none for NULL. */
void fb_put_names(struct fb_buf *, const struct fb_table *);
/* Append the keys of the certificate to the trail line in b. period is the
 * label of --period, empty without one. */
void fb_put_certificate(struct fb_buf *b, const struct fb_sample *,
    fb_str period);

#endif
