/* facility.c - facility location by lazy greedy, in whole numbers. */
#include <stdlib.h>

#include "anecdote/facility.h"
#include "base/str.h"
#include "text/features.h"

typedef int16_t eight __attribute__((vector_size(16)));
typedef uint32_t four __attribute__((vector_size(16)));

/* Eight at a time; a sum of pairs holds for 2^17 items in 32 bits. */
static uint64_t
rise(struct fb_field_of_texts f, const uint16_t *best, size_t j)
{
	const uint16_t *row = f.sim + j * f.n;
	four sums = {0};
	uint64_t sum = 0;
	size_t i = 0;

	for (; i + 8 <= f.n; i += 8) {
		eight a, b;
		four more;

		memcpy(&a, row + i, sizeof a);
		memcpy(&b, best + i, sizeof b);
		more = (four)((a - b) & (a > b));
		sums += (more & 0xffff) + (more >> 16);
	}
	for (; i < f.n; i++)
		sum += row[i] > best[i] ? (uint64_t)(row[i] - best[i]) : 0;
	return sum + sums[0] + sums[1] + sums[2] + sums[3];
}

/* The free item with the largest bound, ties to the smaller; or FB_NOBODY. */
static size_t
most_promising(size_t n, const bool *blocked, const uint64_t *bound)
{
	size_t best = FB_NOBODY;

	for (size_t j = 0; j < n; j++)
		if (!blocked[j] && (best == FB_NOBODY || bound[j] > bound[best]))
			best = j;
	return best;
}

/* The item with the largest rise, ties to the smaller; bound is what each could
 * give at most. */
static size_t
choose(struct fb_field_of_texts f, const uint16_t *best, const bool *blocked,
    uint64_t *bound, uint64_t *gain)
{
	size_t first = most_promising(f.n, blocked, bound), chosen = first;

	*gain = 0;
	if (first == FB_NOBODY)
		return first;
	*gain = bound[first] = rise(f, best, first);
	for (size_t j = 0; j < f.n; j++) {
		if (blocked[j] || j == first || bound[j] < *gain)
			continue;
		bound[j] = rise(f, best, j);
		if (bound[j] > *gain || (bound[j] == *gain && j < chosen)) {
			chosen = j;
			*gain = bound[j];
		}
	}
	return chosen;
}

static void
take(struct fb_field_of_texts f, size_t j, const uint64_t *owner, bool *blocked,
    uint16_t *best)
{
	const uint16_t *row = f.sim + j * f.n;

	for (size_t i = 0; i < f.n; i++) {
		if (row[i] > best[i])
			best[i] = row[i];
		if (i == j || row[i] >= FB_TOO_ALIKE ||
		    (owner && owner[i] == owner[j]))
			blocked[i] = true;
	}
}

size_t
fb_facility_pick(struct fb_field_of_texts f, size_t k, const uint64_t *owner,
    bool *blocked, size_t *pick, uint64_t *gain)
{
	uint16_t *best = fb_zalloc(f.n, sizeof *best);
	uint64_t *bound = fb_zalloc(f.n, sizeof *bound);
	size_t n = 0;

	for (size_t i = 0; i < f.n; i++)
		bound[i] = k && !blocked[i] ? rise(f, best, i) : 0;
	for (; n < k; n++) {
		size_t j = choose(f, best, blocked, bound, &gain[n]);

		if (j == FB_NOBODY)
			break;
		pick[n] = j;
		take(f, j, owner, blocked, best);
	}
	free(best);
	free(bound);
	return n;
}

uint32_t
fb_facility_theta(struct fb_field_of_texts f)
{
	uint64_t *count = fb_zalloc(FB_COSINE_ONE + 1, sizeof *count);
	uint64_t pairs = (uint64_t)f.n * (f.n ? f.n - 1 : 0) / 2, seen = 0;
	uint32_t v = 0;

	for (size_t i = 0; i < f.n; i++)
		for (size_t j = 0; j < i; j++)
			count[f.sim[i * f.n + j]]++;
	while (v < FB_COSINE_ONE && (seen += count[v]) * 20 < pairs * 19)
		v++;
	free(count);
	return v ? v : 1;
}

void
fb_facility_near(struct fb_field_of_texts f, const size_t *pick, size_t npick,
    uint32_t theta, size_t *near)
{
	for (size_t i = 0; i < f.n; i++) {
		uint32_t best = 0;

		near[i] = FB_NOBODY;
		for (size_t p = 0; p < npick; p++) {
			uint32_t s = f.sim[pick[p] * f.n + i];

			if (s < theta || s < best || (s == best &&
			    near[i] != FB_NOBODY && pick[p] > pick[near[i]]))
				continue;
			best = s;
			near[i] = p;
		}
	}
}
