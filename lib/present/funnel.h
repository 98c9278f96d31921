/* funnel.h - from everything received to everything printed, and the proof.
 *
 * Read from the trail lines of a report (fb-record(5)), in the words of its
 * locale, for any renderer. All text and arrays live in the report's arena. */
#ifndef FB_PRESENT_FUNNEL_H
#define FB_PRESENT_FUNNEL_H

#include "present/report.h"

enum fb_funnel_kind {
	FB_FUNNEL_TOTAL, /* counting begins, or begins anew, here */
	FB_FUNNEL_MINUS, /* taken away, for the reason that words say */
	FB_FUNNEL_BOLD,  /* what is left: the last total less what was taken */
};

struct fb_funnel_row {
	enum fb_funnel_kind kind;
	fb_str words, sub; /* sub: a remark for small print, or "" */
	uint64_t count;    /* of MINUS what was taken, as a positive number */
};

struct fb_funnel {
	struct fb_funnel_row *rows;
	size_t n, cap;
	uint64_t left;     /* by now; a BOLD row always shows it */
};

/* printed: distinct records that this artefact quotes; letters are counted for
 * themselves. What the trails
 * do not explain is a MINUS row of its own, so that the rows always add up:
 * BOLD = the TOTAL or BOLD before it less the MINUS rows between. No rows when
 * there is neither a trail nor a paired line. */
void fb_funnel_of(struct fb_report *, uint64_t printed, struct fb_funnel *);

/* A fact with its name. */
struct fb_fact {
	fb_str words, value;
};

/* All that one trail line says, in its own order: counts, options, digests and
 * the tool's own facts. Keys we have no words for stand as written. */
size_t fb_trail_facts(struct fb_report *, const char *trail, struct fb_fact **);
/* "fb-redact 0.1.0". */
void fb_put_trail_name(struct fb_buf *, const char *trail);
/* What a person needs to draw the same people again: seeds and where they come
 * from, how it was drawn, versions, digest of the records; with it the sums
 * over all runs: masks by kind, tests made. */
size_t fb_certificate(struct fb_report *, struct fb_fact **);

/* How far the drawn records are from all of them, beside what chance does; and
 * the groups that have customers and left no record. */
void fb_put_fits(struct fb_report *, struct fb_buf *);
void fb_put_unheard(struct fb_report *, struct fb_buf *);

/* Where the records come from, for the foot of a page: what the report line says,
 * else the files that fb-ingest read. */
void fb_put_source(struct fb_buf *, struct fb_report *);

/* These files with their rows, and the digest of the records that were counted and
 * quoted: for the certificate. */
void fb_put_source_rows(struct fb_report *, struct fb_buf *);
void fb_put_digest_in(struct fb_report *, struct fb_buf *);

/* What the first page says of the whole report: the last day it tells of, that
 * writers chose themselves, how many changes were tested, quotes withheld and
 * records with an alert; as far as the trails tell. */
void fb_put_front(struct fb_buf *, struct fb_report *);

/* Is digest_out of each tool what the next one took in (record/chain.h)? As a
 * sentence. */
void fb_put_chain(struct fb_buf *, struct fb_report *);

#endif
