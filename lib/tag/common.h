/* common.h - how many of a text's words are among the commonest of a language.
 *
 * A file holds a line for each language: its code, a tab, and words with blanks
 * between. Of scripts written without blanks each character is a word. */
#ifndef FB_TAG_COMMON_H
#define FB_TAG_COMMON_H

#include <stdint.h>

#include "base/map.h"

enum { FB_COMMON_LANGS = 64 };

/* {0} before loading. */
struct fb_common {
	struct fb_map words;
	uint64_t *langs;      /* by word: a bit for each language that has it */
	size_t cap;
	char *codes[FB_COMMON_LANGS];
	size_t n;             /* of them */
	struct fb_buf bare;
};

/* What a text holds: its words, and those of each language. */
struct fb_common_count {
	size_t words, of[FB_COMMON_LANGS];
};

/* NULL, or what is wrong with the file. */
const char *fb_common_load(struct fb_common *, const char *path);
void fb_common_look(struct fb_common *, fb_str text, struct fb_common_count *);
/* The number of a language, FB_COMMON_LANGS when the file has none such. */
size_t fb_common_lang(const struct fb_common *, const char *code);
void fb_common_release(struct fb_common *);

#endif
