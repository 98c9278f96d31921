/* icu_script.c - direction and scripts of letters. */
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "text/icu.h"

enum fb_dir
fb_direction(fb_str s)
{
	size_t len;

	for (; s.n; s = (fb_str){ s.p + len, s.n - len }) {
		uint32_t c = fb_utf8_next(s, &len);

		if (c == FB_UTF8_BAD)
			continue;
		switch (u_charDirection((UChar32)c)) {
		case U_LEFT_TO_RIGHT:
			return FB_DIR_LTR;
		case U_RIGHT_TO_LEFT:
		case U_RIGHT_TO_LEFT_ARABIC:
			return FB_DIR_RTL;
		default:
			break;
		}
	}
	return FB_DIR_NONE;
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
