/* icu_script.c - a text's letters, and the side that it is read from. */
#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "text/icu.h"

static enum fb_dir
dir_of(uint32_t c)
{
	if (c == FB_UTF8_BAD)
		return FB_DIR_NONE;
	switch (u_charDirection((UChar32)c)) {
	case U_LEFT_TO_RIGHT:
		return FB_DIR_LTR;
	case U_RIGHT_TO_LEFT:
	case U_RIGHT_TO_LEFT_ARABIC:
		return FB_DIR_RTL;
	default:
		return FB_DIR_NONE;
	}
}

static bool
is_from_right(fb_str lang)
{
	char name[32];

	snprintf(name, sizeof name, "%.*s", (int)(lang.n < sizeof name ? lang.n : 0),
	    lang.p ? lang.p : "");
	return uloc_isRightToLeft(name);
}

enum fb_dir
fb_side(fb_str s, fb_str lang)
{
	size_t of[3] = {0}, len;

	for (; s.n; s = (fb_str){ s.p + len, s.n - len })
		of[dir_of(fb_utf8_next(s, &len))]++;
	if (of[FB_DIR_RTL] > of[FB_DIR_LTR] ||
	    (of[FB_DIR_RTL] && is_from_right(lang)))
		return FB_DIR_RTL;
	return of[FB_DIR_LTR] ? FB_DIR_LTR : FB_DIR_NONE;
}

static void
count_letter(struct fb_letters *l, UChar32 c)
{
	UErrorCode e = U_ZERO_ERROR;

	if (!(U_MASK(u_charType(c)) & U_GC_L_MASK))
		return;
	l->all++;
	switch (c < 0x590 ? USCRIPT_LATIN : uscript_getScript(c, &e)) {
	case USCRIPT_ARABIC:
		l->arabic++;
		break;
	case USCRIPT_HEBREW:
		l->hebrew++;
		break;
	case USCRIPT_HAN:
		l->han++;
		break;
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA:
		l->kana++;
		break;
	case USCRIPT_HANGUL:
		l->hangul++;
		break;
	default:
		break;
	}
}

struct fb_letters
fb_letters(fb_str s)
{
	struct fb_letters l = {0};
	size_t len;

	for (; s.n; s = (fb_str){ s.p + len, s.n - len }) {
		uint32_t c = fb_utf8_next(s, &len);

		if (c != FB_UTF8_BAD)
			count_letter(&l, (UChar32)c);
	}
	return l;
}
