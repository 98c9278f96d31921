/* page_font.c - roles, faces, and the sizes of scripts. */
#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "chart/page_own.h"
#include "text/icu.h"

/* Faces in order of preference; %s is the region of the Han shapes. The colour
 * emoji face is in no list: it would take every digit. */
static const char serif[] = "Vollkorn,Noto Serif,Noto Naskh Arabic,"
    "Noto Serif Hebrew,Noto Serif Devanagari,Noto Serif Thai,Noto Serif CJK %s,"
    "Noto Sans Symbols2";
static const char sans[] = "Inter,Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,"
    "Noto Sans Devanagari,Noto Sans Thai,Noto Sans CJK %s,Noto Sans Symbols2";
static const char display[] = "Inter Display,Inter,Noto Sans,Noto Sans Arabic,"
    "Noto Sans Hebrew,Noto Sans Devanagari,Noto Sans Thai,Noto Sans CJK %s";

#define LEAST 6.8 /* points of any text */
/* All text is laid out at this size and scaled when it is drawn, as fontconfig
 * sorts all faces anew for each size. Hinting is off, so that it is the same. */
#define LAID 16.0
#define PROSE "onum=1"
#define LINING "lnum=1"
#define COLUMN "tnum=1"

const struct page_role page_roles[FB_ROLES] = {
/*                    face   weight ital  size leading colour     features  */
[FB_TITLE]         = { serif,   600, 0, 23.0, 26.9, FB_INK,   LINING, 0, 0, 0, 0 },
[FB_TITLE_PAGE]    = { serif,   600, 0, 21.0, 24.6, FB_INK,   LINING, 0, 0, 0, 0 },
[FB_TITLE_OPENING] = { serif,   500, 0, 40.0, 46.8, FB_INK,   LINING, 0, 0, 0, 0 },
[FB_SECTION]       = { serif,   600, 0, 13.0, 16.0, FB_INK,   LINING, 0, 0, 0, 0 },
[FB_PANEL]         = { serif,   600, 0, 11.2, 13.0, FB_INK,   LINING, 0, 0, 0, 0 },
[FB_HEAD]          = { sans,    600, 0, 10.5, 13.6, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_DECK]          = { sans,    400, 0,  9.5, 13.8, FB_TEXT2, NULL,   0, 0, 0, 0 },
[FB_VALUE]         = { display, 600, 0, 18.0, 20.0, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_VALUE_BIG]     = { display, 600, 0, 84.0, 88.0, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_VALUE_END]     = { sans,    600, 0, 15.0, 17.0, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_CHANGE]        = { sans,    400, 0, 11.0, 13.0, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_NAME]          = { sans,    600, 0,  9.6, 11.8, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_LABEL]         = { sans,    400, 0,  8.6, 11.0, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_LABEL_BOLD]    = { sans,    600, 0,  8.6, 11.0, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_FIGURE]        = { sans,    400, 0,  8.6, 11.0, FB_INK,   COLUMN, 0, 0, 0, 0 },
[FB_COLUMN]        = { sans,    600, 0,  7.2,  9.4, FB_TEXT2, NULL,   0, 0, 0, 0 },
[FB_AXIS]          = { sans,    400, 0,  7.6,  9.6, FB_TEXT2, COLUMN, 0, 0, 0, 0 },
[FB_AXIS_BOLD]     = { sans,    600, 0,  7.6,  9.6, FB_INK,   COLUMN, 0, 0, 0, 0 },
[FB_INTERVAL]      = { sans,    400, 0,  8.0, 10.0, FB_TEXT2, NULL,   0, 0, 0, 0 },
[FB_NOTE]          = { sans,    400, 0,  7.2,  9.4, FB_TEXT2, NULL,   0, 0, 0, 0 },
[FB_SOURCE]        = { sans,    400, 0,  7.0,  9.0, FB_TEXT2, NULL,   0, 0, 0, 0 },
[FB_RUNNING]       = { sans,    400, 0,  7.5,  9.4, FB_TEXT2, NULL,   0, 0, 0, 0 },
[FB_RUNNING_BOLD]  = { sans,    600, 0,  7.5,  9.4, FB_INK,   NULL,   0, 0, 0, .4 },
[FB_BODY]          = { sans,    400, 0,  8.4, 12.0, FB_INK,   NULL,   0, 0, 0, 0 },
[FB_MARK]          = { sans,    600, 0,  8.2, 10.0, FB_WHITE, NULL,   0, 0, 0, 0 },
[FB_QUOTE_ROW]     = { serif,   400, 0,  9.6, 12.2, FB_INK,   PROSE,  0, 0, 0, 0 },
[FB_QUOTE]         = { serif,   400, 0, 10.6, 14.4, FB_INK,   PROSE,  0, 0, 0, 0 },
[FB_QUOTE_BIG]     = { serif,   400, 0, 14.0, 20.0, FB_INK,   PROSE,  0, 0, 0, 0 },
[FB_INTRO]         = { serif,   400, 0, 14.5, 21.0, FB_INK,   PROSE,  0, 0, 0, 0 },
[FB_LETTER]        = { serif,   400, 0, 14.0, 21.0, FB_INK,   PROSE, 15.5, 12.6, 24, 0 },
[FB_NUMERAL]       = { serif,   400, 0, 34.0, 36.0, FB_INK,   LINING, 0, 0, 0, 0 },
[FB_TRANSLATION]   = { serif,   400, 1,  8.4, 11.4, FB_TEXT2, PROSE,  0, 0, 0, 0 },
[FB_TRANSLATION_LETTER] = { serif, 400, 1, 11.0, 15.8, FB_TEXT2, PROSE, 0, 0, 0, 0 },
};

static bool
has_family(const char *family)
{
	return pango_font_map_get_family(pango_cairo_font_map_get_default(), family);
}

/* The environment is told: pango asks it which Han shapes a reader would like,
 * fontconfig where its settings are (a relative path it takes for its own). */
static bool
tell_environment(const char *conf)
{
	char *real = conf ? realpath(conf, NULL) : NULL;
	bool ok = !setenv("PANGO_LANGUAGE", "en", 1) && (real || !conf);

	if (ok && real)
		ok = !setenv("FONTCONFIG_FILE", real, 1);
	free(real);
	return ok;
}

const char *
fb_page_fonts(const char *conf)
{
	bool inter, vollkorn;

	if (!tell_environment(conf))
		return "the font settings cannot be read";
	inter = has_family("Inter") && has_family("Inter Display");
	vollkorn = has_family("Vollkorn");
	if (!inter && !vollkorn)
		return "the fonts Inter and Vollkorn are missing, Noto stands in; "
		    "install fonts-inter and fonts-vollkorn";
	if (!inter)
		return "the font Inter is missing, Noto Sans stands in; "
		    "install fonts-inter";
	return vollkorn ? NULL : "the font Vollkorn is missing, Noto Serif "
	    "stands in; install fonts-vollkorn";
}

static bool
starts(const char *s, const char *with)
{
	return !strncmp(s, with, strlen(with));
}

/* Han letters have one code and four shapes: by language, else by the other
 * letters of the text. */
static int
han_shapes(const char *lang, fb_str body)
{
	struct fb_letters l;

	if (lang && starts(lang, "zh"))
		return strstr(lang, "Hant") || strstr(lang, "TW") ||
		    strstr(lang, "HK") || strstr(lang, "MO") ? HAN_TC : HAN_SC;
	if (lang && starts(lang, "ko"))
		return HAN_KR;
	if (lang && starts(lang, "ja"))
		return HAN_JP;
	l = fb_letters(body);
	return l.hangul > l.kana ? HAN_KR : HAN_JP;
}

static PangoFontDescription *
new_font(const struct page_role *r, int han, bool bold)
{
	static const char *const regions[] = { "JP", "KR", "SC", "TC" };
	PangoFontDescription *f = pango_font_description_new();
	struct fb_buf list = {0};
	const char *at = strstr(r->face, "%s");

	fb_buf_add(&list, (fb_str){ r->face, (size_t)(at - r->face) });
	fb_buf_adds(&list, regions[han]);
	fb_buf_adds(&list, at + 2);
	pango_font_description_set_family(f, fb_buf_cstr(&list));
	pango_font_description_set_weight(f, bold ? 600 : (PangoWeight)r->weight);
	pango_font_description_set_style(f,
	    r->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_font_description_set_size(f, (int)(LAID * PANGO_SCALE));
	fb_buf_release(&list);
	return f;
}

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
		add(list, pango_attr_size_new((int)(fmax(LEAST / scale, LAID *
		    script_factor(r, script)) * PANGO_SCALE + 0.5)),
		    (size_t)(from - s.p), (size_t)(to - s.p));
	} while (pango_script_iter_next(it));
	pango_script_iter_free(it);
}

/* No line of a title ends behind a hyphen, or between a number and what it
 * counts in Chinese and Japanese ("9月"). */
static void
glue_title(PangoAttrList *list, fb_str s)
{
	for (size_t i = 1; i + 1 < s.n; i++)
		if (s.p[i] == '-')
			add(list, pango_attr_allow_breaks_new(FALSE), i - 1, i + 2);
		else if ((unsigned char)s.p[i] >= 0xe3 && s.p[i - 1] >= '0' &&
		    s.p[i - 1] <= '9')
			add(list, pango_attr_allow_breaks_new(FALSE), i - 1, i + 3);
}

enum { WORD_MOST = 80 };

/* Words that a line can hold are not broken behind their hyphens. */
static void
glue_words(PangoAttrList *list, fb_str s)
{
	size_t from = 0, len;

	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] != ' ' && s.p[i] != '\n')
			continue;
		if (i > from + 1 && i - from <= WORD_MOST) {
			fb_utf8_next((fb_str){ s.p + from, i - from }, &len);
			add(list, pango_attr_allow_breaks_new(FALSE), from + len, i);
		}
		from = i + 1;
	}
}

static PangoAttrList *
attributes(struct fb_page *p, const struct fb_text *t)
{
	const struct page_role *r = &page_roles[t->role];
	PangoAttrList *list = pango_attr_list_new();
	fb_str s = fb_buf_str(&p->at->shown);
	double scale = page_scale(t);

	if (r->features)
		add(list, pango_attr_font_features_new(r->features), 0, s.n);
	if (r->track > 0)
		add(list, pango_attr_letter_spacing_new(
		    (int)(r->track / scale * PANGO_SCALE)), 0, s.n);
	if (t->lang)
		add(list, pango_attr_language_new(
		    pango_language_from_string(t->lang)), 0, s.n);
	size_scripts(list, r, s, scale);
	if (t->balanced)
		glue_title(list, s);
	if (t->at_blanks)
		glue_words(list, s);
	if (p->glue_end > p->glue)
		add(list, pango_attr_allow_breaks_new(FALSE), p->glue, p->glue_end);
	return list;
}

double
page_scale(const struct fb_text *t)
{
	return (t->size > 0 ? t->size : page_roles[t->role].size) / LAID;
}

void
page_dress(struct fb_page *p, const struct fb_text *t)
{
	const struct page_role *r = &page_roles[t->role];
	int han = han_shapes(t->lang, fb_buf_str(&p->body));
	PangoFontDescription **f = &p->fonts[t->role][han][t->bold];
	PangoAttrList *list = attributes(p, t);

	if (!*f)
		*f = new_font(r, han, t->bold);
	pango_layout_set_font_description(p->at->layout, *f);
	pango_layout_set_attributes(p->at->layout, list);
	pango_attr_list_unref(list);
}

double
page_leading(const struct fb_text *t, fb_str body)
{
	const struct page_role *r = &page_roles[t->role];
	double scale = t->size > 0 ? t->size / r->size : 1;
	struct fb_letters l;

	if (r->other_leading <= 0)
		return r->leading * scale;
	l = fb_letters(body);
	if (2 * (l.arabic + l.han + l.kana + l.hangul) > l.all)
		return r->other_leading * scale;
	return r->leading * scale;
}
