/* icu.h - what Unicode says about a text: its parts, letters and direction.
 *
 * The only door to ICU. Text is UTF-8; ill-formed bytes count as U+FFFD.
 * Offsets are bytes. ICU's tables are opened at the first call that needs
 * them; when that fails the installation is broken and the run ends. No
 * result depends on the locale. Not for more than one thread. */
#ifndef FB_TEXT_ICU_H
#define FB_TEXT_ICU_H

#include <stdint.h>

#include "base/str.h"

/* UAX #29. */
enum fb_part {
	FB_CLUSTER,  /* what a reader calls a character */
	FB_WORD,     /* words, and what stands between them */
	FB_SENTENCE,
};

/* Where parts end, in order; the last one is the text's length. The parts
 * cover the text, blanks behind a sentence belong to it. {0} is empty. */
struct fb_cuts {
	size_t *at; /* owned */
	size_t n, cap;
};

/* Replace what is in cuts by those of s. O(s.n). */
void fb_cuts_find(struct fb_cuts *, enum fb_part, fb_str s);
void fb_cuts_release(struct fb_cuts *);
/* Clusters in s. */
size_t fb_clusters(fb_str s);
/* The last cluster boundary at or before byte at; 0 .. s.n. */
size_t fb_cluster_floor(fb_str s, size_t at);

/* Append s in Normalization Form C; the same after full case folding (and
 * NFC again), so that two texts equal for a caseless reader are equal bytes.
 * At most 64 MiB. Source: The Unicode Standard 15, 3.13, canonical caseless
 * matching. */
void fb_put_nfc(struct fb_buf *, fb_str s);
void fb_put_folded(struct fb_buf *, fb_str s);
/* Append s as a sentence begins: its first letter in title case, unless a
 * capital follows it ("iPhone"). */
void fb_put_sentence(struct fb_buf *, fb_str s);

/* A stream in a named encoding; {0} is closed. */
struct fb_decoder {
	void *open;
	uint32_t high; /* a surrogate that waits for its other half */
};

/* Any name that ICU knows: "windows-1252", "koi8-r". NULL, or why not. */
const char *fb_decoder_open(struct fb_decoder *, const char *name);
/* Append the next bytes as UTF-8; what is ill-formed becomes a byte 0xFF. */
void fb_decode(struct fb_decoder *, struct fb_buf *to, fb_str from, bool last);
void fb_decoder_close(struct fb_decoder *);
/* The encoding of a text that is not UTF-8, by its letters; never NULL. */
const char *fb_charset_guess(fb_str);

enum fb_dir { FB_DIR_NONE, FB_DIR_LTR, FB_DIR_RTL };

/* The side that a text is read from: from the right where most of its strong
 * characters are (UAX #9), or some of them and its language, "" for unknown; a
 * brand's name at its beginning decides nothing. NONE without a strong one. */
enum fb_dir fb_side(fb_str s, fb_str lang);

/* How many letters (general category L) of which kind. */
struct fb_letters {
	size_t all;
	size_t arabic, hebrew;
	size_t han, kana, hangul; /* kana: Hiragana and Katakana */
};

struct fb_letters fb_letters(fb_str s);

#endif
