/* totals.h - a sample against the customers it stands for.
 *
 * A file of totals is line-delimited JSON, a group a line: its fields, and how
 * many customers it has, {"plan":"pro","customers":9100}, as cell/base.h has it;
 * all lines are of one period, or none tells one. Lines with the same
 * fields are one margin; all margins are fitted at once (stat/weights.h), one
 * by post-stratification, several by raking. Groups of the frame must be in
 * the file; a record without a value for a field keeps its weight there. */
#ifndef FB_SAMPLE_TOTALS_H
#define FB_SAMPLE_TOTALS_H

#include "record/writer.h"
#include "sample/draw.h"
#include "stat/weights.h"

struct fb_totals_margin {
	struct fb_table by;
	size_t dim;           /* its dimension of the sample */
	struct fb_map groups; /* keys as fb_group_key() makes them */
	double *target;       /* customers; moved to the covered groups later */
	uint64_t *customers;  /* as in the file */
	bool *silent;         /* nobody of it was drawn */
	size_t *category;     /* of each drawn record */
	size_t cap;
	double covered;       /* share of the customers that are spoken for */
};

struct fb_totals {
	struct fb_arena mem;
	fb_str period;        /* of all lines, raw */
	struct fb_totals_margin *v; /* by the names of their fields */
	size_t n, cap;
	size_t trim;          /* cap in times the mean, 0: none */
	size_t trimmed;
	bool missing;         /* a record had no value for a field */
	bool converged;
	double error, deff, n_eff;
	struct fb_buf why;
};

/* NULL, or what is wrong; then the line is in *lineno, 0 when it cannot be
 * read. */
const char *fb_totals_read(struct fb_totals *, const char *path,
    size_t *lineno);
/* Have the sample count what is needed; before the first record. */
void fb_totals_count(struct fb_totals *, struct fb_sample *);
/* Give each drawn record its weight; converged tells whether that worked, else
 * there are none. NULL, or which group has no total; borrowed. */
const char *fb_totals_weigh(struct fb_totals *, struct fb_sample *);
/* Append the key `weights` to a trail line. */
void fb_put_totals(struct fb_buf *, const struct fb_totals *);
/* A line for each group that has customers and no record in the frame, with
 * the rule of three: nobody of N wrote, so with 95 % confidence fewer than 3/N
 * do. Source: J. A. Hanley and A. Lippman-Hand, JAMA 249 (1983) 1743-1745. */
void fb_totals_silent(const struct fb_totals *, const struct fb_sample *,
    struct fb_writer *);
void fb_totals_release(struct fb_totals *);

#endif
