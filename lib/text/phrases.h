/* phrases.h - phrases behind or before which personal data stands, as data.
 *
 * A rule file holds lines of fields parted by tabs:
 *     KIND<TAB>LANGUAGE<TAB>PATTERN[<TAB>PATTERN…]
 * '#' starts a comment. KIND is one of fb_kinds; "-NAME" lists, instead of
 * patterns, words that are never a name. LANGUAGE says whose words these are
 * and is not acted upon. A pattern is words, whatever their case, and:
 *     <name>  one to four words that begin with a capital
 *     <who>   the same, or one word in lower case
 *     <date>  a day, a month and a year
 *     <code>  letters and digits, at least four of them digits
 *     <zip>   four to six digits
 *     ^ $     the start and the end of a line
 *     ,       punctuation or a line break, which else may be missing
 * What stands in the slot is masked; the whole phrase when there is none. */
#ifndef FB_TEXT_PHRASES_H
#define FB_TEXT_PHRASES_H

#include <stdint.h>

#include "base/map.h"
#include "text/shade.h"

struct fb_own;

struct fb_phrases {
	struct fb_phrase *v;
	size_t n, cap;
	struct fb_map words;   /* of all patterns and lists, folded */
	struct fb_word_use *use; /* by number in words */
	size_t use_cap;
	uint64_t *seen;        /* a bit for each hash of a word to begin at */
	uint64_t *heads[2];    /* the same of plain words by their first letters;
	                        * [1]: only of rules whose slot needs no digits */
	struct fb_own *listed; /* owned: names of lists in scripts without capitals */
	struct fb_buf scratch, path;
};

struct fb_place {
	size_t start, end; /* in the shade */
	const char *kind;
};

/* Read a rule file, or names one a line; more files add to it. NULL, or what
 * is wrong, in line *line unless that is 0 (then errno says why). */
const char *fb_phrases_load(struct fb_phrases *, const char *path, size_t *line);
const char *fb_names_load(struct fb_phrases *, const char *path, size_t *line);
/* All rule files (*.tsv) of a folder, in byte order; *at is the path that the
 * reason is about, borrowed until the rules are released. */
const char *fb_phrases_folder(struct fb_phrases *, const char *folder, size_t *line,
    const char **at);
/* The kind by its name among fb_kinds, which live for ever; NULL for none. */
const char *fb_kind_named(fb_str);
/* May a rule stand somewhere in text; with digits also one whose slot needs
 * some? Text may have JSON's escapes. */
bool fb_phrases_see(struct fb_phrases *, fb_str text, bool digits);
/* The first place a rule names that starts at *from or behind; *from is where
 * the next look begins. */
bool fb_phrases_find(struct fb_phrases *, const struct fb_shade *, size_t *from,
    struct fb_place *);
/* Is the word (folded) never a name? */
bool fb_phrases_never(const struct fb_phrases *, fb_str folded);
void fb_phrases_release(struct fb_phrases *);

#endif
