/* tag.h - language, themes, stage and alert of one record.
 *
 * Owns lang (where the record has none), themes, stage, alert and, when asked
 * for, hits; every other byte of the record stays. */
#ifndef FB_TAG_TAG_H
#define FB_TAG_TAG_H

#include "record/writer.h"
#include "tag/find.h"

struct fb_tag {
	struct fb_rules rules;
	struct fb_tag_finder finder;
	bool wants_lang, wants_hits;
	size_t *order[FB_SENSES];   /* names in byte order */
	/* Of the record at hand: how often each name held, by sense. */
	size_t *held[FB_SENSES];
	fb_str lang;
	bool has_words;
	/* Of the run. */
	size_t *records[FB_SENSES]; /* records by name */
	size_t ntexts;              /* records with words */
	size_t nunthemed;           /* of these, without a theme */
	size_t nalerts;
	struct fb_map langs;
	size_t *nlang;
	size_t cap_lang;
	struct fb_buf room, themes, stage, alert, hits, code, words[2];
};

/* The rules are read already; they are built here. */
void fb_tag_init(struct fb_tag *);
/* Write the record as it then is. */
void fb_tag_record(struct fb_tag *, const struct fb_rec *, struct fb_writer *);
/* Only look: held and lang of the record's words. */
void fb_tag_look(struct fb_tag *, const struct fb_rec *);
/* The tool's own facts for its trail line. */
void fb_put_tag_facts(struct fb_buf *, const struct fb_tag *);
void fb_tag_release(struct fb_tag *);

#endif
