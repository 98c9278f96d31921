/* kappa.h - do two raters agree more than by chance. */
#ifndef FB_STAT_KAPPA_H
#define FB_STAT_KAPPA_H

#include <stddef.h>
#include <stdint.h>

/* How much a disagreement of d steps on a scale of k counts: all the same, d,
 * or d squared. */
enum fb_kappa_weights { FB_KAPPA_PLAIN, FB_KAPPA_LINEAR, FB_KAPPA_QUADRATIC };

/* Cohen's kappa of k categories; table[i * k + j] are the items that the first
 * rater put into i and the second into j. 1 is full agreement, 0 that of
 * chance; NaN where chance leaves nothing to disagree about. Source: J. Cohen,
 * Educational and Psychological Measurement 20 (1960) 37-46, and, weighted,
 * Psychological Bulletin 70 (1968) 213-220. */
double fb_kappa(const uint64_t *table, size_t k, enum fb_kappa_weights);

#endif
