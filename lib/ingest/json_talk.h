/* json_talk.h - elements of JSON that each hold the turns of a call or chat.
 *
 * Private to this room. Such a list, at the same path in every element, gives
 * the columns that a transcript has, called "turns", "quoted" or, where that
 * name is taken and for what becomes a key of the record, PATH#said and so on.
 * They are there when no profile and no -p says what the rows are. The list
 * itself is no column then. */
#ifndef FB_INGEST_JSON_TALK_H
#define FB_INGEST_JSON_TALK_H

#include "ingest/json_cols.h"
#include "ingest/said.h"

struct fb_jfound;

enum fb_jtalk_col { FB_JTURNS, FB_JQUOTED, FB_JSAID, FB_JCUSTOMER, FB_JDATE,
	FB_JTALK_COLS };

struct fb_jtalk {
	fb_str path;         /* keys to the list; borrowed */
	const char *customer; /* who that is, or NULL */
	bool quoted;         /* the others' words are asked for */
	bool there;          /* the element has such a list */
	size_t who;          /* the customer, FB_MAP_NONE: not known */
	struct fb_speech speech;
	struct fb_said said;
	bool open;           /* the columns are there */
	size_t col[FB_JTALK_COLS];
	struct fb_buf json[FB_JTALK_COLS];
};

/* Are there talks in the first elements at the path found, or around them? Then
 * the path leads to the outermost objects that hold one. */
void fb_jtalk_look(struct fb_run *, struct fb_jfound *, struct fb_physical *in);
/* The columns of an element's talk, with fb_jcols_set(). */
void fb_jtalk_fill(struct fb_jtalk *, struct fb_jcols *, fb_str element);
/* Append [map] lines for the columns that there are. */
void fb_jtalk_rules(const struct fb_jtalk *, struct fb_run *);
void fb_jtalk_release(struct fb_jtalk *);

#endif
