/* progress.c - how far a long run has come, for somebody who waits. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "ingest/progress.h"

static int64_t
seconds(void)
{
	struct timespec t = {0};

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec;
}

void
fb_progress_open(struct fb_progress *p, bool asked)
{
	const char *no = getenv("NO_COLOR");

	*p = (struct fb_progress){ .on = asked && !fb_quiet &&
	    !(no && *no) && isatty(STDERR_FILENO), .said = -1 };
	if (p->on)
		p->said = seconds();
}

/* The cursor stays in front, so that a message takes the line's place. */
void
fb_progress_tick(struct fb_progress *p, size_t bytes)
{
	int64_t now = seconds();

	p->rows++;
	p->bytes += bytes;
	if (now == p->said)
		return;
	p->said = now;
	fprintf(stderr, "\033[K%s: %zu rows, %.1f MB\r", fb_prog, p->rows,
	    (double)p->bytes / 1e6);
	fflush(stderr);
}

void
fb_progress_close(struct fb_progress *p)
{
	if (p->on)
		fputs("\033[K", stderr);
	p->on = false;
}
