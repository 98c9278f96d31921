/* phrase_read.c - from a pattern of a rule file to its parts. */
#include "text/phrase.h"

static const struct {
	const char *name;
	unsigned char is;
} marks[] = {
	{ "<name>", FB_IS_NAME }, { "<who>", FB_IS_WHO }, { "<date>", FB_IS_DATE },
	{ "<code>", FB_IS_CODE }, { "<zip>", FB_IS_ZIP }, { "^", FB_IS_START },
	{ "$", FB_IS_END }, { ",", FB_IS_BREAK },
};

static bool
is_slot(unsigned char is)
{
	return is >= FB_IS_NAME && is <= FB_IS_ZIP;
}

static const char *
add_item(struct fb_phrase *r, unsigned char is, uint32_t word)
{
	if (r->n == FB_ITEMS)
		return "the pattern has more than ten parts";
	r->is[r->n] = is;
	r->word[r->n++] = word;
	return NULL;
}

/* The words of one part: "d.o.b" has three, "i'm" two. */
static const char *
add_words(struct fb_phrases *rules, fb_str part, struct fb_phrase *r)
{
	struct fb_shade s = {0};
	const char *why = NULL;
	bool any = false;

	fb_shade_cast(&s, part);
	for (size_t i = 0, end; i < s.n && !why; i = end + 1) {
		for (end = i; fb_is_letter(s.p[end]); )
			end++;
		if (end == i)
			continue;
		any = true;
		rules->scratch.n = 0;
		fb_put_lower(&rules->scratch, fb_shade_text(&s, i, end));
		why = add_item(r, FB_IS_WORD, (uint32_t)fb_map_put(&rules->words,
		    fb_buf_str(&rules->scratch), NULL));
	}
	fb_shade_release(&s);
	return why ? why : any ? NULL : "a part is neither a word nor a mark";
}

static const char *
add_part(struct fb_phrases *rules, fb_str part, struct fb_phrase *r)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (fb_str_eq(part, fb_cstr(marks[i].name)))
			return add_item(r, marks[i].is, 0);
	if (*part.p == '<')
		return "a slot is <name>, <who>, <date>, <code> or <zip>";
	return add_words(rules, part, r);
}

/* The longest word is the rarest. */
static const char *
choose_anchor(const struct fb_phrases *rules, struct fb_phrase *r)
{
	size_t longest = 0, slots = 0;

	for (unsigned char i = 0; i < r->n; i++) {
		fb_str word;

		slots += is_slot(r->is[i]);
		if (r->is[i] != FB_IS_WORD)
			continue;
		word = fb_map_key(&rules->words, r->word[i]);
		if (word.n > longest) {
			longest = word.n;
			r->anchor = i;
		}
	}
	return !longest ? "the pattern has no word" :
	    slots > 1 ? "the pattern has two slots" : NULL;
}

const char *
fb_phrase_read(struct fb_phrases *rules, fb_str text, struct fb_phrase *r)
{
	const char *why = NULL;

	while (text.n && !why) {
		fb_str part = fb_str_split(&text, ' ');

		if (part.n)
			why = add_part(rules, part, r);
	}
	return why ? why : choose_anchor(rules, r);
}
