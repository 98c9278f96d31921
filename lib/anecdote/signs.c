/* signs.c - terms that tell a side beyond chance. */
#include <stdlib.h>

#include "anecdote/tell.h"
#include "text/features.h"

enum { ENOUGH = 1960 }; /* thousandths of z */

static const double tenth = 0.1, two_pi = 6.28318530717958647692;

/* A term that is tested. */
struct tested {
	size_t term;
	double ln_p;             /* 0 at most */
	int32_t z;               /* of its side, above 0 */
	fb_str word;
};

static double
part(double seen, double row, double column, double n)
{
	return seen > 0 ? seen * fb_ln(seen * n / (row * column)) : 0;
}

/* Twice the log-likelihood ratio of the table of customers with the term. */
static double
g2_of(const uint32_t users[2], const uint32_t all[2])
{
	double a = users[0], b = users[1], n = (double)all[0] + all[1];
	double with = a + b, sum = part(a, all[0], with, n) +
	    part(b, all[1], with, n) + part(all[0] - a, all[0], n - with, n) +
	    part(all[1] - b, all[1], n - with, n);

	return sum > 0 ? 2 * sum : 0;
}

static double
ln_p_of(double g2)
{
	double ln_p = g2 > 1 ? fb_ln(2) - g2 / 2 -
	    fb_ln(two_pi * g2) / 2 : 0;

	return ln_p < 0 ? ln_p : 0;
}

static int
by_p(const void *a, const void *b)
{
	const struct tested *x = a, *y = b;

	return x->ln_p < y->ln_p ? -1 : x->ln_p > y->ln_p;
}

static int
by_z(const void *a, const void *b)
{
	const struct tested *x = a, *y = b;

	if (x->z != y->z)
		return x->z > y->z ? -1 : 1;
	return fb_str_cmp(x->word, y->word);
}

static size_t
read_tests(const struct fb_tell *t, size_t side, struct tested *v)
{
	size_t n = 0;

	for (size_t i = 0; i < t->terms.n; i++) {
		const struct fb_tell_term *u = &t->v[i];

		if (u->n[0] + u->n[1] < FB_TELL_SIGN)
			continue;
		v[n++] = (struct tested){ i, ln_p_of(g2_of(u->n, t->n)),
		    side ? -u->z : u->z, fb_map_key(&t->terms, i) };
	}
	if (n)
		qsort(v, n, sizeof *v, by_p);
	return n;
}

/* How many of the n tests, by rising p, are beyond chance. */
static size_t
beyond_chance(const struct tested *v, size_t n)
{
	size_t k = n;

	while (k > 0 && v[k - 1].ln_p > fb_ln(tenth) + fb_ln((double)k) -
	    fb_ln((double)n))
		k--;
	return k;
}

size_t
fb_tell_signs(const struct fb_tell *t, size_t side, size_t max, size_t *sign)
{
	struct tested *v = fb_zalloc(t->terms.n + 1, sizeof *v);
	size_t n = beyond_chance(v, read_tests(t, side, v)), found = 0;

	if (n)
		qsort(v, n, sizeof *v, by_z);
	for (size_t i = 0; i < n && found < max && v[i].z >= ENOUGH; i++)
		sign[found++] = v[i].term;
	free(v);
	return found;
}
