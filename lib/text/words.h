/* words.h - which characters make words, and when two texts say the same.
 *
 * Fixed tables rather than a library's, so that what they decide (the pick of
 * a quote) does not change with the version of Unicode installed. */
#ifndef FB_TEXT_WORDS_H
#define FB_TEXT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum fb_glyph {
	FB_GLYPH_WORD,   /* letters, marks, digits, symbols, emoji */
	FB_GLYPH_BLANK,
	FB_GLYPH_PUNCT,
	FB_GLYPH_JOINED, /* of a script written without blanks between words:
			  * Han, Kana, Thai, Lao, Khmer, Burmese */
};

enum fb_glyph fb_glyph(uint32_t code);
/* Of each of the 128 characters of ASCII: itself when it is of a word, or ' '. */
const char *fb_ascii_words(void);

/* Has a text enough to be quoted? At least 40 letters, or 15 of Han or Kana. */
bool fb_enough_words(fb_str text);
/* Does a sentence say something, with two words at least outside of masks such
 * as "[EMAIL]"? A character of a script without blanks is a word here. */
bool fb_says_something(fb_str sentence);
/* Bytes of a mention or a web address at the start of s, which is not empty; 0
 * without one. */
size_t fb_reference(fb_str s);
/* Append what a text says without the accidents of writing: case folded, NFC,
 * without @mentions, web addresses and punctuation, single blanks. */
void fb_put_bare(struct fb_buf *, fb_str text);
/* A hash of that; equal for texts that say the same. */
uint64_t fb_bare_hash(fb_str text);

#endif
