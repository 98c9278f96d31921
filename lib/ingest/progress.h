/* progress.h - how far a long run has come, for somebody who waits.
 *
 * Private to this room. A line on standard error, written anew every second;
 * only on a terminal, never with -q or a NO_COLOR that is not empty. This is
 * the one clock in the tool, and nothing else sees it. */
#ifndef FB_INGEST_PROGRESS_H
#define FB_INGEST_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fb_progress {
	bool on;
	size_t rows;
	uint64_t bytes; /* of them */
	int64_t said;   /* seconds, when it was written last */
};

/* asked: --progress was given. */
void fb_progress_open(struct fb_progress *, bool asked);
/* One more row of so many bytes. */
void fb_progress_tick(struct fb_progress *, size_t bytes);
static inline void
fb_progress_row(struct fb_progress *p, size_t bytes)
{
	if (p->on)
		fb_progress_tick(p, bytes);
}
/* Take the line away. */
void fb_progress_close(struct fb_progress *);

#endif
