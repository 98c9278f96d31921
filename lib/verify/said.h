/* said.h - the options that a tool was given, from its trail line.
 *
 * A trail holds them as typed, "--count=6 --keep --seed=2026-10"; a value ends
 * where blank and "--" follow with a lower-case letter. */
#ifndef FB_VERIFY_SAID_H
#define FB_VERIFY_SAID_H

#include "base/arena.h"
#include "base/opt.h"
#include "record/filter.h"

struct fb_said {
	const char **name, **value; /* in the arena; value "" for a flag */
	size_t n;
};

void fb_said_read(struct fb_arena *, const char *trail, struct fb_said *);
/* The last value; NULL when it was not given. */
const char *fb_said_text(const struct fb_said *, const char *name);
/* Every value, in order; the list's array is in the arena. */
void fb_said_list(struct fb_arena *, const struct fb_said *, const char *name,
    struct fb_list *);
/* The value as a count; n when it was not given. */
size_t fb_said_count(const struct fb_said *, const char *name, size_t n);
/* The first option that is none of known and changes the result; or NULL. */
const char *fb_said_unknown(const struct fb_said *, const char *const *known);
/* Set the zone, and the filter of --where and, when filters, --period. The
 * filter is to be released. NULL, or what is wrong. */
const char *fb_said_filter(struct fb_arena *, const struct fb_said *,
    bool filters, struct fb_filter *);

#endif
