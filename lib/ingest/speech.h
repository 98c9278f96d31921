/* speech.h - who said what in a transcript, and who of them is the customer.
 *
 * Private to this room. */
#ifndef FB_INGEST_SPEECH_H
#define FB_INGEST_SPEECH_H

#include <stdint.h>

#include "base/map.h"
#include "base/time.h"

/* What one speaker says without another in between; several cues are one turn. */
struct fb_turn {
	size_t who;          /* the number of the speaker's name; 0 is no name */
	int64_t start, end;  /* milliseconds into the call, -1: not known */
	size_t at, n;        /* the words, in speech.words */
};

struct fb_speech {
	struct fb_map names; /* of speakers; the first one, "", is no name */
	struct fb_turn *turns;
	size_t n, cap;
	struct fb_buf words;
	bool dated;
	struct fb_when began; /* when the first turn was said, if that is known */
};

enum fb_speech_kind { FB_NO_SPEECH, FB_VTT, FB_SRT, FB_SPOKEN_TEXT };

/* What a text that begins like this is: WebVTT, SubRip, lines "Name: words" of
 * two names or more. */
enum fb_speech_kind fb_speech_is(fb_str head);
/* One more turn of a speaker, or words behind those of the last turn when he
 * speaks on; the first name must be "". */
void fb_speech_say(struct fb_speech *, fb_str name, fb_str words, int64_t start,
    int64_t end);
/* No turns and no names, to be filled again. */
void fb_speech_clear(struct fb_speech *);
/* The turns of a whole transcript; {0} before. */
void fb_speech_read(struct fb_speech *, enum fb_speech_kind, fb_str text);
/* Which speaker is the customer: the one called so, "*" being all; without a
 * name the one that a word such as Customer or Caller names, or the only speaker
 * who is not named by a word such as Agent or Bot. FB_MAP_NONE: nobody
 * knows. rule says why. */
enum { FB_ALL_SPEAKERS = 1 << 30 };
size_t fb_speech_customer(const struct fb_speech *, const char *name,
    const char **rule);
/* What a customer is called, and what staff and machines are; NULL ends. */
extern const char *const fb_customer_words[], *const fb_staff_words[];
/* Is the word one of a list, whatever its case? */
bool fb_is_speaker_word(fb_str word, const char *const *list);
/* Is the name one that only says what its bearer does there? */
bool fb_speech_generic(fb_str name);
void fb_speech_release(struct fb_speech *);

#endif
