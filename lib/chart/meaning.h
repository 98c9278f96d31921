/* meaning.h - words that are explained, and whether a report says them.
 *
 * Private to this room. */
#ifndef FB_CHART_MEANING_H
#define FB_CHART_MEANING_H

#include "present/report.h"

/* The labels "word_KEY" and "means_KEY". */
struct fb_meaning {
	const char *word, *means;
	bool (*said)(const struct fb_report *);
};

/* The i-th from 0; NULL behind the last. */
const struct fb_meaning *fb_meaning_at(size_t i);

#endif
