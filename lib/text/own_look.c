/* own_look.c - from names to their places. */
#include "text/find.h"
#include "text/own_names.h"

/* More names than so are not looked for one by one. */
enum { MANY = 16 };

/* Are two neighbours of one word, so that none ends between them? */
static bool
is_joined(unsigned char a, unsigned char b)
{
	return (fb_is_word(a) && fb_is_word(b)) ||
	    (a == FB_SHADE_OTHER && b == FB_SHADE_OTHER);
}

/* false when no name begins with the letter that s begins with. */
static bool
may_begin(const struct fb_own *o, fb_str s)
{
	int bit = fb_own_first_bit(s);

	return bit < 0 || o->firsts[bit / 64] >> bit % 64 & 1;
}

/* Can the name start with these two bytes, in any case, or at an escape? */
static bool
may_start(fb_str name, unsigned char c, unsigned char d)
{
	unsigned char a = (unsigned char)name.p[0];
	unsigned char b = name.n > 1 ? (unsigned char)name.p[1] : ' ';

	if (c >= 0x80 || d >= 0x80 || d == '\\')
		return true;
	return (c | 32) == (a | 32) && (b == ' ' || (d | 32) == (b | 32));
}

static bool
any_starts(const struct fb_own *o, unsigned char c, unsigned char d)
{
	for (size_t k = 0; (o->begin & fb_own_bit(c)) && k < o->n; k++)
		if (may_start((fb_str){ o->words.p + o->v[k].start, o->v[k].n },
		    c, d))
			return true;
	return false;
}

#if defined(__x86_64__)
#include <emmintrin.h>

static __m128i
within(__m128i v, char first, char last)
{
	return _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8((char)(first - 1))),
	    _mm_cmplt_epi8(v, _mm_set1_epi8((char)(last + 1))));
}

/* A bit for each of 16 bytes that a word of ASCII holds. */
static unsigned
word_bits(__m128i v, __m128i low)
{
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(within(low, 'a', 'z'),
	    _mm_or_si128(within(v, '0', '9'),
	    _mm_cmpeq_epi8(v, _mm_set1_epi8('_')))));
}

/* A bit for each of 16 places where the first two letters of a name stand. */
static unsigned
name_bits(const struct fb_own *o, __m128i low, __m128i next)
{
	__m128i hit = _mm_setzero_si128();

	for (size_t k = 0; k < o->n; k++) {
		fb_str name = fb_own_name_at(o, k);
		__m128i two = _mm_cmpeq_epi8(low,
		    _mm_set1_epi8((char)(*name.p | 0x20)));

		if (name.n > 1 && name.p[1] != ' ')
			two = _mm_and_si128(two, _mm_cmpeq_epi8(next,
			    _mm_set1_epi8((char)(name.p[1] | 0x20))));
		hit = _mm_or_si128(hit, two);
	}
	return (unsigned)_mm_movemask_epi8(hit);
}

/* How many bytes are plain ASCII in which no name begins, 16 a step. */
static size_t
dull(const struct fb_own *o, fb_str text)
{
	const __m128i fold = _mm_set1_epi8(0x20), slash = _mm_set1_epi8('\\');
	const unsigned char *p = (const unsigned char *)text.p;
	unsigned before = 0;
	size_t i = 0;

	for (; i + 17 <= text.n; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		__m128i next = _mm_loadu_si128((const __m128i *)(const void *)
		    (p + i + 1));
		__m128i low = _mm_or_si128(v, fold);
		unsigned word = word_bits(v, low);
		unsigned odd = (unsigned)_mm_movemask_epi8(_mm_or_si128(
		    _mm_or_si128(v, next), _mm_or_si128(
		    _mm_cmpeq_epi8(v, slash), _mm_cmpeq_epi8(next, slash))));

		if (odd || (name_bits(o, low, _mm_or_si128(next, fold)) & word &
		    ~(word << 1 | before)))
			break;
		before = word >> 15 & 1;
	}
	return i;
}
#else
static size_t
dull(const struct fb_own *o, fb_str text)
{
	(void)o, (void)text;
	return 0;
}
#endif

/* Text from i on, byte by byte. */
static bool
see_from(const struct fb_own *o, fb_str text, size_t i)
{
	bool fresh = !i || !fb_is_word((unsigned char)text.p[i - 1] | 32);

	for (; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		bool word = fb_is_word(c | 32) || c == '_' || c >= 0x80;

		if (c == 0xEF)
			return true;
		if (c >= 0x80 && c < 0xC0)
			continue;
		/* Ideographs begin a name wherever they stand. */
		if ((fresh || c >= 0x80) && word && may_begin(o, (fb_str){
		    text.p + i, text.n - i }) && any_starts(o, c,
		    i + 1 < text.n ? (unsigned char)text.p[i + 1] : 0))
			return true;
		/* What has no width may stand between letters. */
		fresh = !word || c >= 0x80;
		if (c == '\\') {
			if (++i < text.n && text.p[i] == 'u')
				return true;
			fresh = true;
		}
	}
	return false;
}

bool
fb_own_see(const struct fb_own *o, fb_str text)
{
	return o->n && see_from(o, text, o->n > MANY ? 0 : dull(o, text));
}

/* The end of the name when it starts at i, else 0; between its words one or two
 * blanks, points, commas or hyphens. */
static size_t
name_end(const struct fb_shade *s, size_t i, fb_str name, struct fb_buf *b)
{
	while (name.n) {
		fb_str word = fb_str_split(&name, ' ');
		size_t end = i, gap = 0;

		while (fb_own_in_word(s->p[end]) && end < i + word.n) {
			end++;
			if (s->p[end - 1] == FB_SHADE_CJK && (size_t)(s->at[end - 1] -
			    s->at[i]) + 3 >= word.n)
				break;
		}
		if (end == i || is_joined(s->p[end - 1], s->p[end]))
			return 0;
		b->n = 0;
		fb_put_lower(b, fb_shade_text(s, i, end));
		if (!fb_str_eq(fb_buf_str(b), word))
			return 0;
		i = end;
		if (!name.n)
			return end;
		while (gap < 2 && s->p[i] && strchr(" .,-_", s->p[i]))
			gap++, i++;
	}
	return 0;
}

/* A quick look at the first letter, where it has no case. */
static bool
may_be(const struct fb_shade *s, size_t i, fb_str name)
{
	return (s->p[i] != FB_SHADE_CJK && s->p[i] != FB_SHADE_OTHER) ||
	    !memcmp(s->text.p + s->at[i], name.p, 2);
}

bool
fb_own_find(const struct fb_own *o, const struct fb_shade *s, size_t from,
    struct fb_place *found)
{
	struct fb_buf b = {0};
	bool any = false;

	for (size_t i = from; i < s->n && !any; i++) {
		if (!fb_own_in_word(s->p[i]) || is_joined(fb_before(s, i), s->p[i]) ||
		    !may_begin(o, (fb_str){ s->text.p + s->at[i],
		    s->text.n - s->at[i] }) || !any_starts(o, s->p[i], s->p[i + 1]))
			continue;
		for (size_t k = 0; k < o->n; k++) {
			fb_str name = { o->words.p + o->v[k].start, o->v[k].n };
			size_t end = may_be(s, i, name) ?
			    name_end(s, i, name, &b) : 0;

			if (!end || (any && end <= found->end))
				continue;
			*found = (struct fb_place){ i, end, o->v[k].kind };
			any = true;
		}
	}
	fb_buf_release(&b);
	return any;
}

