/* talk.h - lists of turns in JSON: who said what in a call or chat.
 *
 * Private to this room. A turn is an object with a speaker and words,
 * {"speaker":"Kim","text":"Hi"}, under the names that such exports use, or a
 * pair ["agent","Hi"]. Where the key of the speaker also means other things
 * (role, author, from), the speakers must be called agent, user or the like.
 * Times are seconds, milliseconds where the key says so or turns would last
 * minutes, clocks ("0:01:02"), or instants, which count from the first. */
#ifndef FB_INGEST_TALK_H
#define FB_INGEST_TALK_H

#include "ingest/speech.h"

/* What an element of such a list holds, raw; a NULL pointer is absent. */
struct fb_talk_turn {
	fb_str who, what, start, end;
	fb_str start_key, end_key;
	bool plain; /* the key says speaker, or another thing */
};

/* False when it is no turn. */
bool fb_talk_turn(fb_str element, struct fb_talk_turn *);
/* Is the value, raw, a list of turns? */
bool fb_talk_is(fb_str list);
/* Do these bytes begin with such a list, of which more may follow? */
bool fb_talk_begins(fb_str head);
/* Append the keys, parted by dots, that lead from an object to its first list
 * of turns, at most four deep; false when there is none. */
bool fb_talk_find(fb_str object, struct fb_buf *path);
/* The turns of such a list; {0} or one used before. */
void fb_talk_read(struct fb_speech *, fb_str list);

#endif
