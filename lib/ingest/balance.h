/* balance.h - rows in and what became of them, by source and by file.
 *
 * Private to this room. A part is a source, and with --explain a file of one:
 * parts of one source add up to it, and all of them to the run's totals. */
#ifndef FB_INGEST_BALANCE_H
#define FB_INGEST_BALANCE_H

#include "base/map.h"

/* in = out + duplicates + rejected + filtered. */
struct fb_balance {
	size_t in, out, duplicates, rejected, filtered;
};

struct fb_account {
	fb_str source;        /* borrowed from the map's keys */
	fb_str file;          /* the same; empty when files are not told apart */
	struct fb_balance b;
};

struct fb_accounts {
	struct fb_map keys;   /* source, and the file behind a NUL */
	struct fb_account *v;    /* by the key's number */
	size_t cap;
	size_t at;            /* the part of the rows that come now */
};

/* The rows from now on are of that source; file is NULL, or told apart. */
void fb_accounts_at(struct fb_accounts *, fb_str source, const char *file);
/* The part of the rows that come now. */
struct fb_balance *fb_account_now(struct fb_accounts *);
/* After all rows: what is missing in a part's balance are duplicates. Gives
 * their sum. */
size_t fb_accounts_settle(struct fb_accounts *);
/* Append ,"sources":{name:{"in":…},…}, sorted by name. */
void fb_put_sources(struct fb_buf *, const struct fb_accounts *);
/* Append a line for each file, in the order in which they were read. */
void fb_accounts_explain(const struct fb_accounts *, struct fb_buf *);
void fb_accounts_release(struct fb_accounts *);

#endif
