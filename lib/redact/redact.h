/* redact.h - one record without what says who wrote it.
 *
 * Owns title, text, translation, customer and masks, and drops identity columns; every
 * other byte of the record stays. */
#ifndef FB_REDACT_REDACT_H
#define FB_REDACT_REDACT_H

#include "record/writer.h"
#include "redact/identity.h"
#include "redact/mask.h"
#include "redact/pseudonym.h"

/* The keys of a record that the tool looks at; words come first. */
enum fb_owned {
	FB_OWN_TITLE, FB_OWN_TEXT, FB_OWN_TRANSLATION, FB_OWN_WORDS,
	FB_OWN_CUSTOMER = FB_OWN_WORDS, FB_OWN_MASKS, FB_OWN_HITS, FB_OWN_DRAW, FB_OWN_KEYS
};

struct fb_redact {
	fb_str own_keys[FB_OWN_KEYS]; /* their raw values in the record at hand */
	size_t *numbers;           /* of its names, see fb_identity */
	size_t numbers_cap;
	struct fb_key_use {        /* by number */
		bool judged, plain;
		enum fb_owned own;
	} *uses;
	size_t uses_cap;
	struct fb_identity identity;
	struct fb_pseudonyms pseudonyms;
	struct fb_masker masker;
	struct fb_phrases rules;
	struct fb_own own;         /* what the record's writer is called */
	size_t *counts;            /* new masks by fb_kinds */
	struct fb_edit *changes; /* of the record at hand */
	size_t n, cap;
	/* values and the line that were made; scratch for escapes */
	struct fb_buf words[FB_OWN_WORDS], customer, masks, line, scratch;
};

/* drop and keep are borrowed: names of columns. Rules and names are loaded into
 * rules afterwards; the struct must then stay where it is. */
void fb_redact_init(struct fb_redact *, const struct fb_list *drop,
    const struct fb_list *keep);
/* Write the record as it then is; or NULL's opposite: why it must not pass,
 * and nothing is written. */
const char *fb_redact_record(struct fb_redact *, const struct fb_rec *,
    struct fb_writer *);
/* The tool's own facts for its trail line: "masks" by kind, "pseudonyms",
 * "key", "identity". */
void fb_put_redact_facts(struct fb_buf *, const struct fb_redact *);
void fb_redact_release(struct fb_redact *);

#endif
