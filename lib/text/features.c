/* features.c - the 4-grams of a text. */
#include <stdbool.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "text/features.h"
#include "text/icu.h"
#include "text/words.h"

#define FNV_BASIS 0x811c9dc5u

static inline uint32_t
bucket(fb_str s, uint32_t hash)
{
	for (size_t i = 0; i < s.n; i++)
		hash = (hash ^ (unsigned char)s.p[i]) * 0x01000193u;
	return (hash ^ hash >> 18) & (FB_BUCKETS - 1);
}

/* The grams of a text as they come. */
struct found {
	uint32_t *v;
	size_t n, cap;
};

static void
add_gram(struct found *f, fb_str s)
{
	f->v = fb_grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
	f->v[f->n++] = bucket(s, FNV_BASIS);
}

/* Every run of size characters of s, or s when it has fewer. */
static void
add_runs(struct found *f, fb_str s, size_t size)
{
	size_t from = 0, to = 0, held = 0, len;

	while (to < s.n) {
		fb_utf8_next((fb_str){ s.p + to, s.n - to }, &len);
		to += len;
		if (++held < size)
			continue;
		add_gram(f, (fb_str){ s.p + from, to - from });
		fb_utf8_next((fb_str){ s.p + from, s.n - from }, &len);
		from += len;
	}
	if (held && held < size)
		add_gram(f, s);
}

static void
add_word(struct found *f, struct fb_buf *word, enum fb_glyph what)
{
	if (what == FB_GLYPH_JOINED) {
		add_runs(f, fb_buf_str(word), 2);
	} else if (word->n > 1) {
		fb_buf_addc(word, ' ');
		add_runs(f, fb_buf_str(word), 4);
	}
}

static bool
is_plain(fb_str s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.n; i++)
		all |= (unsigned char)s.p[i];
	return all < 0x80;
}

/* Words of ASCII, where every byte is a character: each but the last of a word
 * stands second in a gram; a word of one has one of three. */
static void
add_plain_words(struct found *f, fb_str s)
{
	const char *shown = fb_ascii_words();
	struct fb_buf b = {0};
	char *p = fb_buf_room(&b, s.n + 2);

	for (size_t i = 0; i < s.n; i++)
		p[i + 1] = shown[(unsigned char)s.p[i]];
	p[0] = p[s.n + 1] = ' ';
	f->v = fb_grow(f->v, &f->cap, s.n + 1, sizeof *f->v);
	for (size_t i = 1; i < s.n + 1; i++) {
		if (p[i] == ' ')
			continue;
		if (p[i + 1] != ' ')
			f->v[f->n++] = bucket((fb_str){ p + i - 1, 4 },
			    FNV_BASIS);
		else if (p[i - 1] == ' ')
			f->v[f->n++] = bucket((fb_str){ p + i - 1, 3 },
			    FNV_BASIS);
	}
	fb_buf_release(&b);
}

/* Words of one kind of script each, the others with a blank in front. */
static void
add_words(struct found *f, fb_str s)
{
	struct fb_buf word = {0};
	enum fb_glyph now = FB_GLYPH_BLANK;
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		fb_str rest = { s.p + i, s.n - i };
		enum fb_glyph what = fb_glyph(fb_utf8_next(rest, &len));

		if (what != now) {
			add_word(f, &word, now);
			word.n = 0;
			now = what;
			if (what == FB_GLYPH_WORD)
				fb_buf_addc(&word, ' ');
		}
		if (what == FB_GLYPH_WORD || what == FB_GLYPH_JOINED)
			fb_buf_add(&word, (fb_str){ rest.p, len });
	}
	add_word(f, &word, now);
	fb_buf_release(&word);
}

static int
by_bucket(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

enum { DIGIT = 512, FEW = 48 };

static void
sort_by_digit(const uint32_t *v, uint32_t *to, size_t n, unsigned shift)
{
	uint32_t at[DIGIT] = {0}, from = 0, held;

	for (size_t i = 0; i < n; i++)
		at[(v[i] >> shift) % DIGIT]++;
	for (size_t d = 0; d < DIGIT; d++, from += held) {
		held = at[d];
		at[d] = from;
	}
	for (size_t i = 0; i < n; i++)
		to[at[(v[i] >> shift) % DIGIT]++] = v[i];
}

/* By nine bits at a time: the lower ones, then the upper ones. */
static void
sort_buckets(struct found *f)
{
	uint32_t *room = NULL;
	size_t cap = 0;

	if (f->n < FEW) {
		if (f->n)
			qsort(f->v, f->n, sizeof *f->v, by_bucket);
		return;
	}
	room = fb_grow(NULL, &cap, f->n, sizeof *room);
	sort_by_digit(f->v, room, f->n, 0);
	sort_by_digit(room, f->v, f->n, 9);
	free(room);
}

static void
join_equal(struct fb_grams *g, const struct found *f)
{
	struct fb_gram *last = NULL;
	size_t n = 1;

	for (size_t i = 1; i < f->n; i++)
		n += f->v[i] != f->v[i - 1];
	g->v = fb_grow(g->v, &g->cap, n, sizeof *g->v);
	g->n = 0;
	for (size_t i = 0; i < f->n; i++) {
		if (last && last->bucket == f->v[i]) {
			last->tf++;
			continue;
		}
		last = &g->v[g->n++];
		*last = (struct fb_gram){ f->v[i], 1, 0 };
	}
}

void
fb_grams_find(struct fb_grams *g, fb_str text)
{
	struct fb_buf folded = {0};
	struct found f = {0};

	if (text.n > FB_FEATURE_BYTES) {
		text.n = FB_FEATURE_BYTES;
		while (((unsigned char)text.p[text.n] & 0xc0) == 0x80)
			text.n--;
	}
	fb_put_folded(&folded, text);
	if (is_plain(fb_buf_str(&folded)))
		add_plain_words(&f, fb_buf_str(&folded));
	else
		add_words(&f, fb_buf_str(&folded));
	sort_buckets(&f);
	join_equal(g, &f);
	free(f.v);
	fb_buf_release(&folded);
}

void
fb_grams_count(const struct fb_grams *g, uint32_t *df)
{
	for (size_t i = 0; i < g->n; i++)
		df[g->v[i].bucket]++;
}

void
fb_grams_release(struct fb_grams *g)
{
	free(g->v);
	*g = (struct fb_grams){0};
}
