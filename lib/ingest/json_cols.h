/* json_cols.h - the members of JSON objects as the columns of a table.
 *
 * Private to this room. A member of an object in an object is a column whose
 * name is the path: author.name. Arrays are cells; so are objects that stand
 * deeper than FB_JSON_PATH. Columns come in the order in which they are first
 * met, and there may be more of them with every element. */
#ifndef FB_INGEST_JSON_COLS_H
#define FB_INGEST_JSON_COLS_H

#include "base/map.h"
#include "ingest/profile.h"
#include "ingest/row.h"
#include "record/scan.h"

/* A key at its place; the children of one are a list. */
struct fb_jnode {
	char *key;         /* as written; owned */
	size_t n;
	size_t parent, first, last, next; /* 0: none; node 0 is the element */
	size_t hint;       /* the child that is expected next */
	size_t col;        /* FB_MAP_NONE: it has only held objects */
};

#define FB_JNO_COLUMN ((size_t)-2) /* the list of turns at a node */

struct fb_jtalk;

struct fb_jcols {
	struct fb_map names;   /* of the columns, by number */
	struct fb_jnode *nodes;
	size_t n, cap;
	struct fb_map index;   /* of nodes: parent and key, the same numbers */
	struct fb_buf place;   /* such a key */
	fb_str *picks;         /* columns that are picks; of a profile */
	size_t npicks, cap_picks;
	struct fb_buf *picked; /* what each gives */
	size_t cap_picked;
	size_t *pick_col;      /* FB_MAP_NONE: its list was not met yet */
	size_t cap_pick_col;
	struct fb_jtalk *talk; /* NULL, or turns that an element holds; the
	                        * caller's */

	struct fb_row row;     /* filled last; the element is borrowed */
	fb_str *json;
	size_t cap_json;
	size_t *set;           /* columns that the row has */
	size_t nset, cap_set;
	struct fb_buf plain;
};

/* Columns that a set of rules picks from lists. NULL, or what is wrong. */
const char *fb_jcols_picks(struct fb_jcols *, const struct fb_profile *);
/* A column by its name, made unless it is there; the row's cell of one. */
size_t fb_jcols_new(struct fb_jcols *, fb_str name);
void fb_jcols_set(struct fb_jcols *, size_t col, fb_str raw);
/* The row of an element. NULL, or why it cannot be one. */
const char *fb_jcols_fill(struct fb_jcols *, const struct fb_rec *);
void fb_jcols_release(struct fb_jcols *);

#endif
