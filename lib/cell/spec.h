/* spec.h - metrics as people write them, and which cells a record is in. */
#ifndef FB_CELL_SPEC_H
#define FB_CELL_SPEC_H

#include "base/arena.h"
#include "base/opt.h"
#include "cell/kind.h"
#include "record/scan.h"

/* [NAME=]KIND[:FIELD][@LO-HI], [NAME=]share:FIELD=VALUE or
 * [NAME=]hours:FIELD,UNTIL; NAME is else all in front of @. NULL, or what is
 * wrong with it. */
const char *fb_spec_parse(struct fb_arena *, fb_str text, struct fb_spec *);
/* The spec that a metric line's "of" object describes; false when there is
 * none or its kind is unknown: then the cell has one group, "all". */
bool fb_spec_of_line(struct fb_arena *, fb_str name, fb_str of, struct fb_spec *,
    struct fb_scale *);
/* Append that object: kind, field, scale, yes or cuts, tz. */
void fb_put_of(struct fb_buf *, const struct fb_spec *, struct fb_scale);

/* Everything that decides a record's answer and group is the same. */
bool fb_spec_same(const struct fb_spec *, const struct fb_spec *);

/* The answer of a record to a spec. */
enum fb_answer fb_answer(const struct fb_spec *, const struct fb_rec *,
    struct fb_scale *, int64_t *milli);
/* The same from the raw values, where one record is asked often. */
void fb_answer_raw(const struct fb_spec *, const struct fb_raws *,
    struct fb_given *);

/* The tables of a run: crossed keys each. Table 0 is the total, without keys. */
enum { FB_BY_KEYS = 8 };

struct fb_table {
	fb_str key[FB_BY_KEYS]; /* sorted by bytes */
	size_t n;
};

struct fb_tables {
	struct fb_arena mem;
	struct fb_table *v;
	size_t n, cap;
};

/* One table for each --by F[,F]; NULL, or what is wrong. */
const char *fb_tables_init(struct fb_tables *, const struct fb_list *by);
/* The table of these sorted keys, added when it is new. */
size_t fb_tables_put(struct fb_tables *, const struct fb_table *);
/* Call visit for every cell of table t that the record is in: by is the JSON
 * object of its keys and values ({"region":"EU"}), the same bytes for the same
 * cell always; an array field gives one cell for each distinct value, a
 * missing one "". by is borrowed for the call. */
typedef void fb_cell_visit(void *ctx, fb_str by);
void fb_tables_each(const struct fb_tables *, size_t t, const struct fb_rec *,
    fb_cell_visit *, void *ctx);
void fb_tables_release(struct fb_tables *);

#endif
