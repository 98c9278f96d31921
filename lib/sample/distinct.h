/* distinct.h - how many different units were seen, from their tickets.
 *
 * Keeps the FB_DISTINCT smallest of the 64-bit tickets. Up to that many the
 * number is exact; beyond it is estimated by (k-1)/u of the k-th smallest, with
 * a standard error of 1.6 %. Sets of shards add up. Source: K. Beyer, P. J.
 * Haas, B. Reinwald, Y. Sismanis and R. Gemulla, "On synopses for
 * distinct-value estimation under multiset operations", SIGMOD 2007. */
#ifndef FB_SAMPLE_DISTINCT_H
#define FB_SAMPLE_DISTINCT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FB_DISTINCT = 4096 };

struct fb_distinct {
	bool all;       /* keep every ticket: always exact, 8 to 16 bytes each */
	bool beyond;    /* there were more than are kept */
	bool more;      /* the same, as a merged set says */
	uint64_t *v;
	size_t n, cap, tidy; /* the first tidy are sorted and different */
};

void fb_distinct_add(struct fb_distinct *, uint64_t ticket);
/* Sort: v holds n different tickets, ascending. */
void fb_distinct_settle(struct fb_distinct *);
/* After settling; rounded to a whole number when it is an estimate. */
size_t fb_distinct_count(const struct fb_distinct *);
void fb_distinct_release(struct fb_distinct *);

#endif
