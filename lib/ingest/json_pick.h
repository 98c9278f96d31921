/* json_pick.h - values out of lists in a JSON object, as a profile names them.
 *
 * Private to this room. A pick is a path of keys with brackets behind those
 * that hold lists; an object there is a list of one:
 *     labels[].name                      of every element the member name
 *     parts[author.type=user|lead].body  only of elements where that is so
 *     turns[0=customer].1                lists in a list: by place, from 0
 *     notes[public!=true].text           all but those
 *     turns[0=customer].1#turn           {"turn":N}: where each element whose
 *                                        member says something stands, from 1
 * What it gives is a list of the values in their order, without null. */
#ifndef FB_INGEST_JSON_PICK_H
#define FB_INGEST_JSON_PICK_H

#include "base/str.h"

/* Is a column's name a pick? */
bool fb_is_jpick(fb_str name);
/* Does an object have what the pick picks from: the path up to its first
 * bracket? */
bool fb_jpick_base(fb_str pick, fb_str object);
/* The value at a path of keys without brackets; a NULL pointer when it leads
 * nowhere. */
fb_str fb_jpick_follow(fb_str object, fb_str path);
/* NULL, or what is wrong with it. */
const char *fb_jpick_check(fb_str pick);
/* Append the list as JSON, picked from an object. */
void fb_jpick_put(struct fb_buf *, fb_str pick, fb_str object);

#endif
