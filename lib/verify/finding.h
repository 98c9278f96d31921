/* finding.h - what does not hold, a line each.
 *
 * "failed: WHERE: WHAT", where WHERE names the thing ("metric nps
 * {"region":"EU"} 2026-10: quote #a1b2c3d4") and WHAT says what is wrong. */
#ifndef FB_VERIFY_FINDING_H
#define FB_VERIFY_FINDING_H

#include "base/str.h"

struct fb_findings {
	struct fb_buf lines; /* LF behind each */
	size_t n;
};

void fb_finding_add(struct fb_findings *, fb_str where, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Both are JSON objects: a finding for each key whose raw value is not the
 * same bytes on both sides, first those of again in its order. Gives how many.
 * Values are said when they are short; of text the first byte that differs. */
size_t fb_findings_of_keys(struct fb_findings *, fb_str where, fb_str claimed,
    fb_str again);
/* The same for one key that both may have. */
size_t fb_findings_of_key(struct fb_findings *, fb_str where, const char *key,
    fb_str claimed, fb_str again);
/* The first byte, from 1, in which a and b differ. */
size_t fb_differ_at(fb_str a, fb_str b);

void fb_findings_release(struct fb_findings *);

#endif
