/* breaks.h - where in time answers began to divide otherwise. */
#ifndef FB_STAT_BREAKS_H
#define FB_STAT_BREAKS_H

#include <stddef.h>
#include <stdint.h>

enum { FB_CLASSES = 3, FB_BREAK_MAX = 64, FB_BREAK_SHUFFLES = 1999 };

/* The answers of one period by class; a class not in use is 0 throughout. */
struct fb_split {
	uint64_t of[FB_CLASSES];
};

struct fb_break {
	size_t at;     /* the period that starts the second segment, from 1 on */
	size_t lo, hi; /* the first and the last that are nearly as likely */
	double gain;   /* how much likelier (the log) than one segment */
};

/* The two segments with proportions of their own that make the periods, in
 * order of time, likeliest. Nearly as likely is all within 1.92 phi of the
 * best, half the 95% point of chi-square with 1 df; phi = max(1, X2 / df) is
 * the noise between the periods inside the segments. at is 0 when there is
 * nothing to part. Source: D. V. Hinkley and E. A. Hinkley, Biometrika 57
 * (1970) 477-488; FB_BREAK_MAX periods at the most. */
struct fb_break fb_break(const struct fb_split *, size_t periods);

/* Orders of periods, by the tickets SHA-256("fb-metric/1\n" ROUND "/" PERIOD):
 * the same for every series and every run. */
struct fb_orders {
	unsigned char of[FB_BREAK_SHUFFLES][FB_BREAK_MAX];
};
void fb_orders_make(struct fb_orders *);

/* How often periods in any order part as well as these do: (1 + the shuffles
 * that gain as much) / (1 + FB_BREAK_SHUFFLES). It makes no assumption on the
 * noise between periods but that it has no order. */
double fb_break_p(const struct fb_orders *, const struct fb_split *,
    size_t periods, double gain);

#endif
