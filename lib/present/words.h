/* words.h - the words of the page in the reader's language.
 *
 * Every sentence, month and separator that is printed comes from
 * share/labels/LOCALE.labels (key = text, {name} for what is filled in). */
#ifndef FB_PRESENT_WORDS_H
#define FB_PRESENT_WORDS_H

#include "base/arena.h"
#include "base/map.h"

struct fb_words {
	struct fb_arena mem;
	struct fb_map keys;
	fb_str *text; /* by the key's number */
	size_t cap;
};

/* NULL, or why the words of this locale cannot be read: "de", or "de_AT.UTF-8"
 * for which the words of its language will do. What they lack is English. */
const char *fb_words_open(struct fb_words *, fb_str locale);
void fb_words_release(struct fb_words *);

/* What a key says; a key that is missing says itself, which a test forbids. */
fb_str fb_word(const struct fb_words *, const char *key);
/* Part i (from 0) of a key whose text is a list of words with blanks between;
 * empty behind the last. */
fb_str fb_word_at(const struct fb_words *, const char *key, size_t i);

/* Is the page read from right to left? */
bool fb_words_rtl(const struct fb_words *);

struct fb_slot {
	const char *name;
	fb_str value;
};
/* Append the text of key with each {name} filled in. */
void fb_say(struct fb_buf *, const struct fb_words *, const char *key,
    const struct fb_slot *, size_t n);

/* Append what stands in front of a further part of a list: ", " in English, "、"
 * in Japanese. Nothing when the buffer is empty, as the first part needs none. */
void fb_say_more(struct fb_buf *, const struct fb_words *);
/* The same in front of a further sentence: a blank, in Japanese nothing. */
void fb_say_next(struct fb_buf *, const struct fb_words *);

#endif
