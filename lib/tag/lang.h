/* lang.h - in which language a text is written; the door to libexttextcat.
 *
 * Ideographs, kana and hangul tell by themselves. Other texts are told by the
 * fingerprint that is clearly nearest, unless their words speak against it, or
 * by words of one language alone. Short texts and close calls have no language
 * rather than a wrong one. */
#ifndef FB_TAG_LANG_H
#define FB_TAG_LANG_H

#include "base/str.h"

/* Fewest letters of a text that is judged by its words, by its fingerprint, and
 * by its script; most bytes that are looked at. */
enum {
	FB_LANG_FEWEST = 12, FB_LANG_LETTERS = 24, FB_LANG_JOINED = 4,
	FB_LANG_BYTES = 600
};

/* NULL, or why the fingerprints cannot be read. */
const char *fb_lang_open(void);
/* A code such as "de" or "zh-Hant", kept for the run; NULL when the text is too
 * short or no language is clearly nearer than the others. */
const char *fb_lang_of(fb_str text);
void fb_lang_close(void);

#endif
