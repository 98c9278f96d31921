/* voice.h - which quote stands beside a number, and what is said of it.
 *
 * Every renderer asks here, so that a page and a sheet print the same record
 * under the same number with the same words about it. */
#ifndef FB_PRESENT_VOICE_H
#define FB_PRESENT_VOICE_H

#include "present/report.h"
#include "present/show.h"

/* May these words leave the house: they went through fb-redact (masks stand
 * in the record, perhaps none), or the caller was told to print them anyway. */
bool fb_may_print(const struct fb_quote *, bool unredacted);
/* Masks in the words; 0 also when the record was never redacted. */
size_t fb_mask_count(const struct fb_quote *);

/* Records that stand on a page already. Ids are borrowed. */
struct fb_printed {
	fb_str *ids;
	size_t n, cap;
};
bool fb_printed_has(const struct fb_printed *, fb_str id);
void fb_printed_add(struct fb_printed *, fb_str id);
void fb_printed_release(struct fb_printed *);

/* The cell's voice quote with the smallest ticket that may be printed and is
 * not on the page yet; when all of them are, the smallest of all (the caller
 * sees it with fb_printed_has). NULL when there is none. page may be NULL. */
const struct fb_quote *fb_voice_of(const struct fb_cell *, bool unredacted,
    const struct fb_printed *page);

/* Is this its role? A quote without one is a voice. */
bool fb_has_role(const struct fb_quote *, const char *role);
/* At most max quotes of a role that may be printed, the worst group first; of
 * last words only those of customers who have not been heard since. Gives how
 * many. */
size_t fb_quotes_of(const struct fb_cell *, const char *role, bool unredacted,
    const struct fb_quote **, size_t max);

/* At most max voices that may be printed, by their tickets: whom chance puts
 * first. Gives how many. */
size_t fb_voices_by_ticket(const struct fb_cell *, bool unredacted,
    const struct fb_quote **, size_t max);

/* "12 Mar 2025 · Phone survey · Small business · NPS 2": the parts that are
 * known and that the cell (may be NULL) does not say already, between them the
 * mark sep. The short date form drops year and score. */
void fb_put_from(struct fb_buf *, const struct fb_report *,
    const struct fb_cell *, const struct fb_quote *, enum fb_date_form,
    const char *sep);
/* "NPS 2", "4 of 5", or the score as it stands; nothing without a number.
 * cell may be NULL. */
void fb_put_score(struct fb_buf *, const struct fb_report *,
    const struct fb_cell *, const struct fb_quote *);
/* “meter” (61 of 214 customers; elsewhere 30 of 1,800), …: at most max terms
 * that tell the cell's group from the others; nothing without term lines. */
void fb_put_terms(struct fb_buf *, const struct fb_report *,
    const struct fb_cell *, size_t max);
/* "No words from 14 detractors." or, where some of the slots are filled, how
 * many stay empty. */
void fb_put_silent(struct fb_buf *, const struct fb_report *,
    const struct fb_cell *, const struct fb_silent *);

#endif
