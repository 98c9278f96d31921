/* guest.h - one record on its way into the pools. Private to gather.c. */
#ifndef FB_ANECDOTE_GUEST_H
#define FB_ANECDOTE_GUEST_H

#include "anecdote/gather.h"

enum fb_stand { FB_UNKNOWN, FB_SILENT, FB_SHORT, FB_REFUSED, FB_WITHHELD, FB_MAY_SPEAK };

/* One record on its way; worked out as far as its cells need it. */
struct fb_guest {
	struct fb_gather *g;
	const struct fb_rec *rec;
	struct fb_period period;
	enum fb_stand stand;
	size_t reason;
	fb_str id, text;
	struct fb_buf id_room, text_room;
	struct fb_entry entry;
	bool hashed, in_cell;
};

/* Find out where it stands; when it may speak, its ticket and ref too. */
void fb_guest_settle(struct fb_guest *);
/* The rest of the entry of one that may speak. */
void fb_guest_hash(struct fb_guest *);
/* What stands for a customer or an id in an entry. */
uint64_t fb_guest_name(fb_str);
void fb_guest_release(struct fb_guest *);

#endif
