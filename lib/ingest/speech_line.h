/* speech_line.h - single lines of transcripts.
 *
 * Private to this room: what speech.c is made of. */
#ifndef FB_INGEST_SPEECH_LINE_H
#define FB_INGEST_SPEECH_LINE_H

#include <stdint.h>

#include "base/str.h"

/* "00:01:02.500 --> 00:01:04,000 align:left", hours may be absent. */
bool fb_speech_timing(fb_str line, int64_t *start_ms, int64_t *end_ms);
/* Cut "[00:01:02]", "(1:02)" or "00:01:02" from the front of a line. */
bool fb_speech_stamp(fb_str *line, int64_t *ms);
/* Cut "Name:" from the front: one to four words of letters and digits, at most
 * 40 bytes, with a blank or nothing behind the colon. A time may stand behind
 * the name, "Name (10:02 AM):"; without one *ms stays. */
bool fb_speech_label(fb_str *line, fb_str *name, int64_t *ms);
/* Append a cue's line without its tags and with its characters for entities;
 * the name of a <v Name>, borrowed from line. */
void fb_speech_plain(struct fb_buf *, fb_str line, fb_str *name);

#endif
