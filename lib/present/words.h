/* words.h - the words of the page in the reader's language.
 *
 * Every sentence, month and separator that is printed comes from
 * share/labels/LOCALE.labels (key = text, {name} for what is filled in), and the
 * marks that each language quotes with from share/labels/quotes. */
#ifndef FB_PRESENT_WORDS_H
#define FB_PRESENT_WORDS_H

#include "base/arena.h"
#include "base/map.h"

struct fb_words {
	fb_str lang;           /* "de": whose rules of number they follow */
	struct fb_arena mem;
	struct fb_map keys;
	fb_str *text; /* by the key's number */
	size_t cap;
	bool wider;   /* of the language alone: it has none of the place */
};

/* NULL, or why the words of this locale cannot be read: "de", or "de_AT.UTF-8"
 * for which the words of its language will do. What they lack is English. */
const char *fb_words_open(struct fb_words *, fb_str locale);
/* Append the languages that there are: "ar, de and en". */
void fb_words_names(struct fb_buf *);
void fb_words_release(struct fb_words *);

/* What a key says; a key that is missing says itself, which a test forbids. */
fb_str fb_word(const struct fb_words *, const char *key);
/* Part i (from 0) of a key whose text is a list of words with blanks between;
 * empty behind the last. */
fb_str fb_word_at(const struct fb_words *, const char *key, size_t i);

/* The marks in front of and behind words in a language ("pt-BR", "" for unknown),
 * else those of the page's. */
void fb_word_quotes(const struct fb_words *, fb_str lang, fb_str marks[2]);

/* Is the page read from right to left? */
bool fb_words_rtl(const struct fb_words *);

struct fb_slot {
	const char *name;
	fb_str value;
};
/* The form of words that goes with a number: zero, one, two, few, many or other,
 * by the rules in the label plural_forms, "one: i = 1 and v = 0; few: n % 100 =
 * 3..10", of which the first holds. decimals: it is shown with some ("1.0").
 * Source: UTS #35, part 3, Language Plural Rules, whose rules these are. */
fb_str fb_plural(const struct fb_words *, double n, bool decimals);

/* Append the text of key with each {name} filled in. Where words change with a
 * number, a text has their forms, "{n, plural, one {# day} other {# days}}": the
 * form of the number that the value shows, in the language's own classes (see
 * fb_plural()); "=0 {none}" is for one number; # is the value. A value that is
 * not a number, in figures or in the language's words, has the form other.
 * Source: ICU, MessageFormat. */
void fb_say(struct fb_buf *, const struct fb_words *, const char *key,
    const struct fb_slot *, size_t n);

/* Append a text that need not be of the page's language, so that neither turns
 * the other round: one that is read from the other side stands between marks of
 * direction (UAX #9). fb_say() does so with each value. */
void fb_say_foreign(struct fb_buf *, const struct fb_words *, fb_str);

/* Append what stands in front of a further part of a list: ", " in English, "、"
 * in Japanese. Nothing when the buffer is empty, as the first part needs none. */
void fb_say_more(struct fb_buf *, const struct fb_words *);
/* The same of parts that are lists themselves: "; ". */
void fb_say_apart(struct fb_buf *, const struct fb_words *);
/* The same in front of a further sentence: a blank; in Japanese nothing, but
 * behind a sentence in Latin letters. */
void fb_say_next(struct fb_buf *, const struct fb_words *);
/* Append the text as a sentence, with its full stop, behind what is there. */
void fb_say_sentence(struct fb_buf *, const struct fb_words *, fb_str text);
/* Append "name: value", as the language sets a name and what it says apart. */
void fb_say_of(struct fb_buf *, const struct fb_words *, fb_str name, fb_str value);
/* Append "0–6"; "1 May – 3 June" with blanks round what are words or negative. */
void fb_say_range(struct fb_buf *, const struct fb_words *, fb_str from, fb_str to);
/* Append a value with its unit: "3.4 hours"; the value alone without one. */
void fb_say_unit(struct fb_buf *, const struct fb_words *, fb_str value, fb_str unit);

#endif
