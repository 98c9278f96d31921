/* filter.h - which records a run is about: --where and --period. */
#ifndef FB_RECORD_FILTER_H
#define FB_RECORD_FILTER_H

#include "base/opt.h"
#include "base/time.h"
#include "record/scan.h"

struct fb_condition;

/* KEY=VALUE and KEY!=VALUE. Values of one key are alternatives, different keys
 * must all hold; a KEY!=VALUE must always hold. An array holds a value when one
 * of its members is it. VALUE is compared with what fb_json_text() says, so an
 * absent key is equal to the empty value. */
struct fb_filter {
	struct fb_condition *tests;
	size_t n, cap;
	bool has_period;
	struct fb_period period;
	struct fb_buf scratch;
};

/* NULL, or what is wrong with the condition whose number f->n then is. */
const char *fb_filter_init(struct fb_filter *, const struct fb_list *where);
/* Only records dated in period from now on. */
const char *fb_filter_period(struct fb_filter *, const char *label);
bool fb_filter_keeps(struct fb_filter *, const struct fb_rec *);
/* The civil day of the record's date; false when it has none or a broken one. */
bool fb_rec_day(const struct fb_rec *, int32_t *day);
void fb_filter_release(struct fb_filter *);

#endif
