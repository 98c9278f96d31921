/* rules.h - what words mean: files of rules that a person can read and diff.
 *
 * A line is four columns with tabs between them, the last one optional:
 *
 *     name <TAB> language <TAB> pattern <TAB> unless
 *     delivery   en             late*         late fee | better late than never
 *
 * name is the theme, stage or alert; language is "*" or a code such as "en",
 * and a rule holds for records in that language and those whose language is
 * not known. pattern is a word or a phrase, compared without regard to case;
 * "*" at its end lets the last word go on. unless names phrases, parted by
 * "|", inside which the pattern does not count. Lines that begin with # are
 * comments. */
#ifndef FB_TAG_RULES_H
#define FB_TAG_RULES_H

#include "base/arena.h"
#include "base/map.h"
#include "tag/match.h"

/* What a name is for. */
enum fb_sense { FB_THEME, FB_STAGE, FB_ALERT, FB_SENSES };

struct fb_rule {
	enum fb_sense sense;
	size_t name;      /* in the names of its sense, in order of first sight */
	fb_str lang;      /* "*": any */
	bool open;        /* the last word may go on */
	size_t *unless;   /* nunless patterns of exclusions; owned by the arena */
	size_t nunless;
	size_t same;      /* the next rule of the same pattern + 1, or 0 */
};

struct fb_rules {
	struct fb_arena mem;
	struct fb_map names[FB_SENSES];
	struct fb_rule *v;
	size_t n, cap;
	struct fb_match match;
	size_t *first;    /* by pattern: its first rule + 1, or 0 */
	size_t cap_first;
	bool *excludes;   /* by pattern: it is an exclusion of some rule */
	size_t cap_excludes;
	struct fb_sha_sum {
		unsigned char d[32];
		bool any;
	} digest[FB_SENSES]; /* SHA-256 over the files of a sense */
};

/* Add the rules of a file. NULL, or what is wrong, in *lineno where (0: the
 * file itself, and errno says why). */
const char *fb_rules_read(struct fb_rules *, enum fb_sense, const char *path,
    size_t *lineno);
/* After the last file. */
void fb_rules_build(struct fb_rules *);
void fb_rules_release(struct fb_rules *);

#endif
