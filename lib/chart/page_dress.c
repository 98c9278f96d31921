/* page_dress.c - what a text wears by its scripts: sizes, figures, and where its
 * lines may not end. */
#include <math.h>

#include "base/utf8.h"
#include "chart/page_own.h"
#include "text/icu.h"

static void
add(PangoAttrList *list, PangoAttribute *a, size_t from, size_t to)
{
	a->start_index = (guint)from;
	a->end_index = (guint)to;
	pango_attr_list_insert(list, a);
}

/* How much larger or smaller than Latin a script is set; 1 for most. */
static double
script_factor(const struct page_role *r, PangoScript s)
{
	switch (s) {
	case PANGO_SCRIPT_ARABIC:
		return r->arabic > 0 ? r->arabic / r->size : 1.08;
	case PANGO_SCRIPT_HAN:
	case PANGO_SCRIPT_HIRAGANA:
	case PANGO_SCRIPT_KATAKANA:
	case PANGO_SCRIPT_BOPOMOFO:
	case PANGO_SCRIPT_HANGUL:
		return r->han > 0 ? r->han / r->size : 0.94;
	default:
		return 1;
	}
}

static void
size_scripts(PangoAttrList *list, const struct page_role *r, fb_str s,
    double scale)
{
	PangoScriptIter *it = pango_script_iter_new(s.p, (int)s.n);
	const char *from, *to;
	PangoScript script;

	do {
		pango_script_iter_get_range(it, &from, &to, &script);
		if (script_factor(r, script) == 1)
			continue;
		add(list, pango_attr_size_new((int)(fmax(PAGE_LEAST / scale, PAGE_LAID *
		    script_factor(r, script)) * PANGO_SCALE + 0.5)),
		    (size_t)(from - s.p), (size_t)(to - s.p));
	} while (pango_script_iter_next(it));
	pango_script_iter_free(it);
}

/* A figure, or the minus in front of one. */
static bool
begins_number(fb_str s)
{
	return fb_str_starts(s, FB_LIT("\xe2\x88\x92")) ||
	    (*s.p >= '0' && *s.p <= '9');
}

/* No line of a title ends behind a hyphen, in front of a number ("down 12"), or
 * between a number and what it counts in Chinese and Japanese ("9月"). */
static void
glue_title(PangoAttrList *list, fb_str s)
{
	for (size_t i = 1; i + 1 < s.n; i++)
		if (s.p[i] == '-' || (s.p[i] == ' ' &&
		    begins_number((fb_str){ s.p + i + 1, s.n - i - 1 })))
			add(list, pango_attr_allow_breaks_new(FALSE), i - 1, i + 2);
		else if ((unsigned char)s.p[i] >= 0xe3 && s.p[i - 1] >= '0' &&
		    s.p[i - 1] <= '9')
			add(list, pango_attr_allow_breaks_new(FALSE), i - 1, i + 3);
}

/* Bytes of a word that any line can hold; of Korean, twelve syllables; of a phrase
 * of Japanese, fourteen letters. */
enum { WORD_MOST = 80, KOREAN_MOST = 36, PHRASE_MOST = 42 };

/* Ragged lines of Korean end at blanks: a reader takes a part of a word that is
 * left behind for a word. */
static bool
is_korean(fb_str s)
{
	struct fb_letters l = fb_letters(s);

	return l.hangul * 2 > l.all;
}

/* Words of so many bytes at most are not broken, behind their hyphens neither. */
static void
glue_words(PangoAttrList *list, fb_str s, size_t most)
{
	size_t from = 0;

	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] != ' ' && s.p[i] != '\n')
			continue;
		if (i > from + 1 && i - from <= most)
			add(list, pango_attr_allow_breaks_new(FALSE), from, i);
		from = i + 1;
	}
}

/* Has most of the text letters that go up and down, as old figures do? */
static bool
has_old_letters(fb_str s)
{
	PangoScriptIter *it = pango_script_iter_new(s.p, (int)s.n);
	size_t old = 0, other = 0;
	const char *from, *to;
	PangoScript script;

	do {
		pango_script_iter_get_range(it, &from, &to, &script);
		if (script == PANGO_SCRIPT_LATIN || script == PANGO_SCRIPT_GREEK ||
		    script == PANGO_SCRIPT_CYRILLIC)
			old += (size_t)(to - from);
		else if (script != PANGO_SCRIPT_COMMON)
			other += (size_t)(to - from);
	} while (pango_script_iter_next(it));
	pango_script_iter_free(it);
	return old >= other;
}

static bool
is_hiragana(uint32_t c)
{
	return c >= 0x3041 && c <= 0x309f;
}

/* Does a phrase of Japanese begin at a character behind another? Behind what is
 * inflected or a particle, where no more of it comes; behind a mark. */
static bool
begins_phrase(uint32_t before, uint32_t c)
{
	return !is_hiragana(c) && g_unichar_isalnum(c) &&
	    (is_hiragana(before) || !g_unichar_isalnum(before));
}

/* Balanced lines of Japanese end between phrases, those that any line can hold. */
static void
glue_phrases(PangoAttrList *list, fb_str s)
{
	size_t from = 0, len;
	uint32_t before = ' ';

	for (size_t i = 0; i <= s.n; i += len) {
		uint32_t c = ' ';

		len = 1;
		if (i < s.n)
			c = fb_utf8_next((fb_str){ s.p + i, s.n - i }, &len);
		if (i == s.n || begins_phrase(before, c)) {
			if (i - from <= PHRASE_MOST)
				add(list, pango_attr_allow_breaks_new(FALSE), from, i);
			from = i;
		}
		before = c;
	}
}

static const char *
features(const struct page_role *r, fb_str s)
{
	bool old = !strcmp(r->features, PAGE_PROSE);

	return old && !has_old_letters(s) ? PAGE_LINING : r->features;
}

PangoAttrList *
page_attributes(struct fb_page *p, const struct fb_text *t)
{
	const struct page_role *r = &page_roles[t->role];
	PangoAttrList *list = pango_attr_list_new();
	fb_str s = fb_buf_str(&p->at->shown);
	double scale = page_scale(t);

	if (r->features)
		add(list, pango_attr_font_features_new(features(r, s)), 0, s.n);
	if (r->track > 0)
		add(list, pango_attr_letter_spacing_new(
		    (int)(r->track / scale * PANGO_SCALE)), 0, s.n);
	if (t->lang)
		add(list, pango_attr_language_new(
		    pango_language_from_string(t->lang)), 0, s.n);
	size_scripts(list, r, s, scale);
	if (t->balanced)
		glue_title(list, s);
	if (t->balanced && fb_letters(s).kana)
		glue_phrases(list, s);
	if (t->at_blanks)
		glue_words(list, s, WORD_MOST);
	else if (is_korean(s))
		glue_words(list, s, KOREAN_MOST);
	if (p->glue_end > p->glue)
		add(list, pango_attr_allow_breaks_new(FALSE), p->glue, p->glue_end);
	return list;
}
