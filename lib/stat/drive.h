/* drive.h - which features of records go along with their answers.
 *
 * Association only: nothing here says what causes what. */
#ifndef FB_STAT_DRIVE_H
#define FB_STAT_DRIVE_H

#include <stddef.h>

enum { FB_DRIVE_MAX = 12 };

/* n records with answers y: how many have feature i (both i and j in pair), and
 * the sum of y over those that have it. */
struct fb_drive {
	size_t features;  /* at most FB_DRIVE_MAX */
	double n, sy, syy;
	double sx[FB_DRIVE_MAX], sxy[FB_DRIVE_MAX];
	double pair[FB_DRIVE_MAX][FB_DRIVE_MAX];
};

/* The mean of y without the records that have feature i, less the mean of all;
 * NaN when none is left. */
double fb_lift_if_absent(double n, double sy, double with, double y_with);
/* Correlation of a feature with y, 0 without variance. */
double fb_drive_r(double n, double sy, double syy, double with, double y_with);
/* R squared of the regression of y on all features, and the share of it that
 * falls to each, averaged over all orders in which features can enter. A feature
 * that repeats others adds nothing. NaN without variance. Source:
 * R. H. Lindeman, P. F. Merenda and R. Z. Gold, Introduction to Bivariate and
 * Multivariate Analysis (1980), p. 119 ff.; U. Groemping, The American
 * Statistician 61 (2007) 139-147. Cost 2^features small regressions. */
double fb_lmg(const struct fb_drive *, double share[FB_DRIVE_MAX]);

#endif
