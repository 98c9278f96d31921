/* phrase.c - matching a phrase outwards from its anchor. */
#include "text/find.h"
#include "text/phrase.h"
#include "text/slot.h"

enum { GAP = 6, BACK = 24 };

static bool
is_slot(unsigned char is)
{
	return is >= FB_IS_NAME && is <= FB_IS_ZIP;
}

/* What may stand between two words; NUL and walls may not. */
static bool
in_gap(unsigned char c)
{
	return c == FB_SHADE_SIGN || (c && c < 0x80 &&
	    strchr(" \n,:;.!-'\"*#()", c));
}

static bool
breaks(unsigned char c)
{
	return c && c < 0x80 && strchr("\n,:;.!-", c);
}

size_t
fb_phrase_word(struct fb_phrases *rules, const struct fb_shade *s,
    struct fb_span at)
{
	rules->scratch.n = 0;
	fb_put_lower(&rules->scratch, fb_shade_text(s, at.start, at.end));
	return fb_map_get(&rules->words, fb_buf_str(&rules->scratch));
}

static size_t
slot_end(struct fb_phrases *rules, const struct fb_shade *s, unsigned char is,
    size_t i)
{
	switch (is) {
	case FB_IS_DATE:
		return fb_date_end(s, i);
	case FB_IS_CODE:
		return fb_code_end(s, i);
	case FB_IS_ZIP:
		return fb_zip_end(s, i);
	default:
		return fb_name_end(rules, s, i, is == FB_IS_WHO);
	}
}

/* Is i at the end of a line, but for blanks and a full stop? */
static bool
ends_line(const struct fb_shade *s, size_t i)
{
	while (s->p[i] == ' ' || s->p[i] == '.' || s->p[i] == ',' ||
	    s->p[i] == '!')
		i++;
	return i == s->n || s->p[i] == '\n';
}

static bool
starts_line(const struct fb_shade *s, size_t i)
{
	while (i && (s->p[i - 1] == ' ' || s->p[i - 1] == '"' ||
	    s->p[i - 1] == '*'))
		i--;
	return !i || s->p[i - 1] == '\n';
}

/* A name is not looked for behind the end of a sentence: "spoke to. Then";
 * the point of "Mr." ends none. */
static bool
may_follow(const struct fb_shade *s, size_t word_end, size_t i, bool broken,
    unsigned char is)
{
	static const char *const shorts[] = {
		"dhr", "dr", "mevr", "mme", "mr", "mrs", "ms", "prof", "sr", "sra",
		"st",
	};
	size_t n = 0;
	bool is_short;

	if (broken || (is != FB_IS_NAME && is != FB_IS_WHO))
		return true;
	while (n < word_end && fb_is_letter(s->p[word_end - 1 - n]))
		n++;
	is_short = fb_in_list((fb_str){ (const char *)s->p + word_end - n, n },
	    shorts, sizeof shorts / sizeof *shorts);
	for (size_t k = word_end; k < i; k++)
		if (s->p[k] == '!' || s->p[k] == '\n' ||
		    (s->p[k] == '.' && !is_short))
			return false;
	return true;
}

/* Match the items behind the anchor, from end on. */
static bool
forward(struct fb_phrases *rules, const struct fb_phrase *r,
    const struct fb_shade *s, size_t end, struct fb_span *slot)
{
	bool broken = false;

	for (size_t k = r->anchor + 1u; k < r->n; k++) {
		size_t at = end, next;
		bool broke = false;

		if (r->is[k] == FB_IS_END) {
			if (!ends_line(s, end))
				return false;
			continue;
		}
		for (; in_gap(s->p[at]) && at < end + GAP; at++)
			broke |= breaks(s->p[at]);
		if (r->is[k] == FB_IS_BREAK) {
			if (!broke && at < s->n)
				return false;
			broken = true;
			continue;
		}
		if (r->is[k] == FB_IS_WORD) {
			for (next = at; fb_is_letter(s->p[next]); )
				next++;
			if (at == end || next == at || fb_phrase_word(rules, s,
			    (struct fb_span){ at, next }) != r->word[k])
				return false;
		} else {
			next = slot_end(rules, s, r->is[k], at);
			if (!next || !may_follow(s, end, at, broken, r->is[k]))
				return false;
			*slot = (struct fb_span){ at, next };
		}
		end = next;
	}
	if (slot->end < end && !slot->end)
		slot->end = end;
	return true;
}

/* Match the items in front of the anchor, from start down. */
static bool
backward(struct fb_phrases *rules, const struct fb_phrase *r,
    const struct fb_shade *s, size_t start, struct fb_span *slot)
{
	for (size_t k = r->anchor; k--; ) {
		size_t end = start, at;

		if (r->is[k] == FB_IS_START) {
			if (!starts_line(s, start))
				return false;
			continue;
		}
		while (end && in_gap(s->p[end - 1]) && end + GAP > start)
			end--;
		if (end == start || r->is[k] == FB_IS_BREAK)
			return false;
		if (is_slot(r->is[k])) {
			for (at = end > BACK ? end - BACK : 0; at < end; at++)
				if (!fb_is_word(fb_before(s, at)) &&
				    slot_end(rules, s, r->is[k], at) == end)
					break;
			if (at == end)
				return false;
			*slot = (struct fb_span){ at, end };
		} else {
			for (at = end; at && fb_is_letter(s->p[at - 1]); )
				at--;
			if (at == end || fb_phrase_word(rules, s,
			    (struct fb_span){ at, end }) != r->word[k])
				return false;
		}
		start = at;
	}
	if (!slot->end)
		slot->start = start;
	return true;
}

static bool
has_slot(const struct fb_phrase *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (is_slot(r->is[i]))
			return true;
	return false;
}

bool
fb_phrase_counts(const struct fb_phrase *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->is[i] >= FB_IS_DATE && r->is[i] <= FB_IS_ZIP)
			return true;
	return false;
}

bool
fb_phrase_at(struct fb_phrases *rules, const struct fb_phrase *r,
    const struct fb_shade *s, struct fb_span anchor, struct fb_span *found)
{
	struct fb_span front = {0}, behind = {0};

	if (!backward(rules, r, s, anchor.start, &front) ||
	    !forward(rules, r, s, anchor.end, &behind))
		return false;
	if (has_slot(r))
		*found = front.end ? front : behind;
	else
		*found = (struct fb_span){ front.start, behind.end };
	return !r->capital || fb_is_upper(s, found->start);
}
