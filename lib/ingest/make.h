/* make.h - one row of an export becomes one record.
 *
 * Keys come in the order id, date, source, channel, customer, score, scale,
 * title, text, translation, lang, consent, then the other columns in the
 * header's order. Cells that are empty, blank or called missing by the profile
 * are left out; the rest is kept byte for byte. A cell of another column stays a number only
 * when every JSON tool gives back the same text: a plain decimal of at most 15
 * digits without an exponent, a leading or trailing zero. Ill-formed UTF-8 is
 * mended with U+FFFD. What is wrong with a row is noted, never printed. */
#ifndef FB_INGEST_MAKE_H
#define FB_INGEST_MAKE_H

#include "ingest/row.h"
#include "ingest/ids.h"
#include "ingest/plan.h"

enum fb_fault {
	FB_FAULT_UNCLOSED, /* a quote that never closes: rejected */
	FB_FAULT_SCORE,    /* off its scale or no number: kept without */
	FB_FAULT_DATE,     /* not of the form: kept without a date */
	FB_FAULT_CONSENT,  /* neither yes nor no: taken as no */
	FB_FAULT_SWALLOWED, /* a stray quote in a row of several lines: rows may
	                     * have become one; kept */
	FB_FAULT_JSON,     /* an element that is no JSON object: rejected */
	FB_FAULT_RAGGED,   /* more or fewer cells than the header */
	FB_FAULT_STRAY,    /* a quote out of place: kept as a character */
	FB_FAULT_REPEATED, /* a key twice in an object: the last holds */
	FB_FAULT_MENDED,   /* ill-formed UTF-8 */
	FB_FAULT_SPEAKER,  /* a transcript without a known customer: no words */
	FB_FAULT_HEADER,   /* the header once more, as when files are joined: no
	                    * answer */
	FB_FAULT_CUT,      /* a mail past --max-record: its end is not read */
	FB_FAULTS,
};

struct fb_fault_kind {
	const char *key;  /* in the trail */
	const char *what; /* "and 7 more ..." */
	bool bad;         /* bad data (status 1), or only worth a warning */
};

extern const struct fb_fault_kind fb_fault_kinds[FB_FAULTS];

struct fb_note {
	enum fb_fault fault;
	size_t at, n; /* in the notes' text */
};

/* A record, and what was noticed; {0} before first use, then used again. */
struct fb_made {
	struct fb_buf line;   /* the JSON object, without LF */
	struct fb_buf id;     /* its id as text */
	bool dated;
	struct fb_when when;
	struct fb_note *notes;
	size_t nnotes, cap;
	struct fb_buf text;   /* of the notes */
	struct fb_buf day;    /* the last date that was read, as written ... */
	struct fb_buf day_put; /* ... and as the record holds it; n 0: none */
	struct fb_when day_when;

	struct fb_buf mended, scratch;
	uint64_t digest;      /* that a row without an own id has ... */
	bool numbered;        /* ... and whether equal ones are told apart */
	bool failed[FB_ROLES]; /* the key's column is kept as any other */
};

struct fb_making {
	const struct fb_mapping *plan;
	struct fb_ids *ids;
	fb_str source;
	fb_str source_put;    /* "source":"..." */
	bool unique;          /* equal rows get equal ids */
};

/* The date read last holds until n of day_put is 0: for the next file. */
void fb_make(struct fb_made *, const struct fb_making *, struct fb_row *);
static inline fb_str
fb_note_text(const struct fb_made *m, size_t i)
{
	return (fb_str){ m->text.p + m->notes[i].at, m->notes[i].n };
}
void fb_made_release(struct fb_made *);

#endif
