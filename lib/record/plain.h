/* plain.h - skip what needs no thought inside a JSON string.
 *
 * Private to this room. Each way gives the first byte of [p, end) that is a
 * quote, a backslash, a control character or not ASCII; end when none is. */
#ifndef FB_RECORD_PLAIN_H
#define FB_RECORD_PLAIN_H

#include <stdbool.h>

typedef const char *fb_plain_skip(const char *p, const char *end);

extern fb_plain_skip *fb_plain; /* the way in use */
bool fb_plain_use(const char *way);

#endif
