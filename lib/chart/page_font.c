/* page_font.c - roles, faces, and the sizes of scripts. */
#include <stdlib.h>

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

#define PROSE PAGE_PROSE
#define LINING PAGE_LINING
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
	pango_font_description_set_size(f, (int)(PAGE_LAID * PANGO_SCALE));
	fb_buf_release(&list);
	return f;
}

double
page_scale(const struct fb_text *t)
{
	return (t->size > 0 ? t->size : page_roles[t->role].size) / PAGE_LAID;
}

void
page_dress(struct fb_page *p, const struct fb_text *t)
{
	const struct page_role *r = &page_roles[t->role];
	int han = han_shapes(t->lang, fb_buf_str(&p->body));
	PangoFontDescription **f = &p->fonts[t->role][han][t->bold];
	PangoAttrList *list = page_attributes(p, t);

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
