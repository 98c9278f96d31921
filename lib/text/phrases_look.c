/* phrases_look.c - the look for the words that rules begin at. */
#include "text/phrase.h"

/* A letter's lower case, 0x80 for the first byte of a letter beyond ASCII, 1 for
 * the bytes behind that, else 0. */
static inline unsigned char
letter_at(unsigned char c)
{
	if (c < 0x80)
		return (unsigned char)((c | 32) - 'a') < 26 ? c | 32 : 0;
	return c < 0xC0 ? 1 : (c > 0xC2 && c < 0xE0) || c == 0xE1 ? 0x80 : 0;
}

static bool
begins_at(struct fb_phrases *r, fb_str word, bool digits)
{
	size_t i;

	r->scratch.n = 0;
	fb_put_lower(&r->scratch, word);
	i = fb_map_get(&r->words, fb_buf_str(&r->scratch));
	return i != FB_MAP_NONE && i < r->use_cap && r->use[i].first &&
	    (digits || r->use[i].wordy);
}

bool
fb_phrases_see(struct fb_phrases *r, fb_str text, bool digits)
{
	static unsigned char class[256];
	const unsigned char *p = (const unsigned char *)text.p;
	const uint64_t *seen = r->seen + (digits ? 0 : FB_WORD_BITS / 64);
	size_t start = 0;
	uint32_t h = 0;

	if (!class['a'])
		for (unsigned c = 0; c < 256; c++)
			class[c] = letter_at((unsigned char)c);
	for (size_t i = 0; i <= text.n; i++) {
		unsigned char c = i < text.n ? class[p[i]] : 0;

		if (c) {
			h = c > 1 ? fb_word_step(h, c) : h;
			continue;
		}
		if (h && seen[h >> 22] >> (h >> 16) % 64 & 1 && begins_at(r,
		    (fb_str){ text.p + start, i - start }, digits))
			return true;
		h = 0;
		/* "\nDear" is a line break and a word. */
		i += i < text.n && p[i] == '\\';
		start = i + 1;
	}
	return false;
}

bool
fb_phrases_find(struct fb_phrases *r, const struct fb_shade *s, size_t *from,
    struct fb_place *found)
{
	for (size_t i = *from, end; i < s->n; i = end + 1) {
		uint32_t h = 0;
		size_t word;
		struct fb_span at;

		for (end = i; fb_is_letter(s->p[end]); end++)
			h = fb_word_step(h, s->p[end]);
		if (end == i || !(r->seen[h >> 22] >> (h >> 16) % 64 & 1))
			continue;
		word = fb_phrase_word(r, s, (struct fb_span){ i, end });
		for (size_t k = word >= r->use_cap ? 0 : r->use[word].first; k;
		    k = r->v[k - 1].next)
			if (fb_phrase_at(r, &r->v[k - 1], s,
			    (struct fb_span){ i, end }, &at)) {
				*found = (struct fb_place){ at.start, at.end,
				    r->v[k - 1].kind };
				*from = end;
				return true;
			}
	}
	return false;
}
