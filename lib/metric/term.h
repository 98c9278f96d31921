/* term.h - the words that tell a group from all others of its table.
 *
 * {"fb":"term","by":{"region":"EU"},"period":"2026-10","term":"late ferry",
 *  "n":120,"customers":34,"others":{"n":400,"customers":12},"z":4.1,"g2":31.2,
 *  "q":0.0002,"tests":812,"flags":[]}
 * n are the customers with a text, and customers those of them that use the
 * term; a record without a customer counts for one. A customer counts once in
 * each group; where a field has several values, once for each set of values.
 * z is of log odds with the counts of all groups as the prior, q that of the
 * likelihood ratio over all terms of the group. Shown are terms of at least
 * FB_TERM_LEAST customers with z >= 1.96 and q <= 0.10, by falling z; a pair of
 * words is left out where one of its words has a higher z and four fifths of
 * its users use the pair. The flag "sampled" tells that there were more texts
 * than are looked at. */
#ifndef FB_METRIC_TERM_H
#define FB_METRIC_TERM_H

#include "metric/texts.h"

enum { FB_TERM_LEAST = 5 };

/* How many customers of a group use a term; sorted by group, then term. */
struct fb_term_use {
	uint32_t group, term;
	uint64_t n;
};

struct fb_term_counts {
	struct fb_map terms, groups; /* groups are "by" objects */
	uint64_t *users;        /* of each term, over all groups */
	size_t users_cap;
	uint64_t *size;         /* of each group: customers with a text */
	size_t size_cap;
	uint64_t n;             /* customers over all groups */
	struct fb_term_use *uses;
	size_t nuses;
};

/* Count the terms of a settled pool in the table-th table. Rare terms may be
 * there or not; those of FB_TERM_LEAST users and more always are. */
void fb_term_count(struct fb_term_counts *, const struct fb_text_pool *,
    size_t table);
void fb_term_counts_release(struct fb_term_counts *);

/* The lines of a period: at most top for each group, by table and group; none
 * that fewer than least customers use. */
void fb_terms_write(struct fb_texts *, const struct fb_tables *,
    struct fb_period, size_t top, uint64_t least, struct fb_writer *);

#endif
