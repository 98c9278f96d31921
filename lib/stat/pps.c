/* pps.c - chances in proportion to size. */
#include "stat/pps.h"

struct fb_pps
fb_pps_certain(const uint64_t *x, size_t n_x, fb_u128 total, uint64_t n,
    unsigned nearly)
{
	struct fb_pps s = { 0, n, total };

	while (s.left && s.taken < n_x && x[s.taken] &&
	    (fb_u128)s.left * x[s.taken] * 1000 >= s.total * (1000 - nearly)) {
		s.total -= x[s.taken++];
		s.left--;
	}
	return s;
}

double
fb_pps_chance(const struct fb_pps *s, uint64_t x)
{
	return (double)((fb_u128)s->left * x) / (double)s->total;
}
