/* phrase_may.c - a quick look whether a phrase may stand around its anchor.
 *
 * The text may be as written in JSON. Whatever is neither plain ASCII nor
 * simple is let pass, for fb_phrase_at() to judge. */
#include "text/find.h"
#include "text/phrase.h"

enum { GAP = 6, CODE = 30 };
enum verdict { NO, YES, UNSURE };

static bool
is_letter(unsigned char c)
{
	return (unsigned char)((c | 32) - 'a') < 26;
}

/* Beyond ASCII, or a backslash that may begin an escape. */
static bool
is_hard(unsigned char c)
{
	return c >= 0x80 || c == '\\';
}

static bool
in_gap(unsigned char c)
{
	return c && c < 0x80 && strchr(" \t\n\v\f\r,:;.!-'\"*#()", c);
}

static unsigned char
at(fb_str text, size_t i)
{
	return i < text.n ? (unsigned char)text.p[i] : 0;
}

/* Do the letters at i read as the word, whatever their case? */
static bool
reads(fb_str text, size_t i, fb_str word)
{
	for (size_t k = 0; k < word.n; k++)
		if ((at(text, i + k) | 32) != (unsigned char)word.p[k])
			return false;
	return true;
}

static bool
is_plain(fb_str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!is_letter((unsigned char)word.p[i]))
			return false;
	return true;
}

/* Step *i behind the gap there. */
static enum verdict
skip_gap(fb_str text, size_t *i)
{
	size_t from = *i;

	while (in_gap(at(text, *i)) && *i < from + GAP)
		++*i;
	return is_hard(at(text, *i)) ? UNSURE : YES;
}

static enum verdict
word_behind(fb_str text, size_t *i, fb_str word)
{
	if (!is_plain(word))
		return UNSURE;
	for (size_t k = 0; k <= word.n; k++)
		if (is_hard(at(text, *i + k)))
			return UNSURE;
	if (!reads(text, *i, word) || is_letter(at(text, *i + word.n)))
		return NO;
	*i += word.n;
	return YES;
}

static bool
has_digit(fb_str text, size_t i)
{
	for (size_t end = i + CODE; i < end; i++) {
		unsigned char c = at(text, i);

		if (fb_is_digit(c) || is_hard(c))
			return true;
		if (!is_letter(c) && c != '-' && c != '/' && c != '_')
			return false;
	}
	return true;
}

static bool
may_fill(fb_str text, size_t i, unsigned char is)
{
	unsigned char c = at(text, i);

	switch (is) {
	case FB_IS_NAME:
		return c >= 'A' && c <= 'Z';
	case FB_IS_WHO:
		return is_letter(c);
	case FB_IS_CODE:
		return has_digit(text, i);
	case FB_IS_ZIP:
		return fb_is_digit(c);
	default:
		return true;
	}
}

static bool
may_follow(const struct fb_phrases *rules, const struct fb_phrase *r, fb_str text,
    size_t i)
{
	for (size_t k = r->anchor + 1u; k < r->n; k++) {
		enum verdict v;

		if (r->is[k] == FB_IS_BREAK || r->is[k] == FB_IS_END)
			return true;
		if (skip_gap(text, &i) == UNSURE)
			return true;
		if (r->is[k] != FB_IS_WORD)
			return may_fill(text, i, r->is[k]);
		v = word_behind(text, &i, fb_map_key(&rules->words, r->word[k]));
		if (v != YES)
			return v == UNSURE;
	}
	return true;
}

static bool
may_start_line(fb_str text, size_t i)
{
	while (i && strchr(" \t\"*", text.p[i - 1]) && text.p[i - 1])
		i--;
	return !i || (unsigned char)text.p[i - 1] < 0x20 ||
	    is_hard((unsigned char)text.p[i - 1]) ||
	    (i > 1 && text.p[i - 2] == '\\');
}

/* Step *i to the start of the word in front of the gap there. */
static enum verdict
word_before(fb_str text, size_t *i, fb_str word)
{
	size_t end = *i, most = *i > GAP ? *i - GAP : 0;

	if (!is_plain(word))
		return UNSURE;
	while (end > most && in_gap((unsigned char)text.p[end - 1]))
		end--;
	for (size_t k = 0; k <= word.n + 1 && k < end; k++)
		if (is_hard((unsigned char)text.p[end - 1 - k]))
			return UNSURE;
	if (end == *i || end < word.n || !reads(text, end - word.n, word) ||
	    (end > word.n && is_letter((unsigned char)text.p[end - word.n - 1])))
		return NO;
	*i = end - word.n;
	return YES;
}

static bool
may_lead(const struct fb_phrases *rules, const struct fb_phrase *r, fb_str text,
    size_t i)
{
	/* The anchor's first letter may be an escape's neighbour. */
	if (i > 1 && text.p[i - 2] == '\\')
		return true;
	for (size_t k = r->anchor; k--; ) {
		enum verdict v;

		if (r->is[k] == FB_IS_START)
			return may_start_line(text, i);
		if (r->is[k] != FB_IS_WORD)
			return true;
		v = word_before(text, &i, fb_map_key(&rules->words, r->word[k]));
		if (v != YES)
			return v == UNSURE;
	}
	return true;
}

bool
fb_phrase_may_stand(const struct fb_phrases *rules, const struct fb_phrase *r,
    fb_str text, struct fb_span anchor)
{
	return may_follow(rules, r, text, anchor.end) &&
	    may_lead(rules, r, text, anchor.start);
}
