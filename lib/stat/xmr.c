/* xmr.c - the normal range of a series of earlier values. */
#include <math.h>

#include "stat/xmr.h"

struct fb_interval
fb_xmr(const double *v, size_t n)
{
	double sum = 0, moved = 0, mean, half;
	size_t values = 0, steps = 0;

	for (size_t i = 0; i < n; i++) {
		if (isnan(v[i]))
			continue;
		sum += v[i];
		values++;
		if (i == 0 || isnan(v[i - 1]))
			continue;
		moved += fabs(v[i] - v[i - 1]);
		steps++;
	}
	if (!steps)
		return (struct fb_interval){ NAN, NAN, false };
	mean = sum / (double)values;
	half = 2.66 * moved / (double)steps;
	return (struct fb_interval){ mean - half, mean + half, true };
}
