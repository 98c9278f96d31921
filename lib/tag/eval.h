/* eval.h - how good are the rules: themes found beside themes that people say.
 *
 * Records carry what a person found in `label`, a theme or an array of them. */
#ifndef FB_TAG_EVAL_H
#define FB_TAG_EVAL_H

#include "tag/tag.h"

/* One theme over all labelled records. */
struct fb_tally4 {
	size_t both, found, label, neither; /* found or label: by one side only */
};

struct fb_eval {
	struct fb_map names;      /* themes of the rules and of the labels */
	struct fb_tally4 *v;
	size_t cap, nrecords;
	bool *said, *seen;        /* of the record at hand */
};

/* Names of the rules first, so that a theme nobody labelled is shown too. */
void fb_eval_init(struct fb_eval *, const struct fb_tag *);
/* A record that fb_tag_look() has looked at; false when it has no label. */
bool fb_eval_add(struct fb_eval *, const struct fb_tag *, const struct fb_rec *);
/* Tab-separated: theme, labelled, found, both, precision, recall, F1, kappa.
 * Cohen's kappa: J. Cohen, Educational and Psychological Measurement 20 (1960)
 * 37-46. What cannot be told is "-". */
void fb_put_eval(struct fb_buf *, const struct fb_eval *);
void fb_eval_release(struct fb_eval *);

#endif
