/* ledger.h - what is followed up, from one month's workbook to the next.
 *
 * An item is one customer's words that somebody is to answer. Last month's
 * workbook, also as an office suite saved it, or a TSV file with the same
 * heads keeps what people wrote beside it. An item is known again by its full
 * id. Nothing that was written is dropped: open items come first, in the order
 * they had, then new ones, then those that were closed. */
#ifndef FB_SHEET_LEDGER_H
#define FB_SHEET_LEDGER_H

#include "record/withhold.h"
#include "sheet/behind.h"

enum fb_follow_column {
	FB_F_RECORD, FB_F_CONTACT, FB_F_SEGMENT, FB_F_SCORE, FB_F_WORDS,
	FB_F_OWNER, FB_F_STATUS, FB_F_DUE, FB_F_PROMISED, FB_F_OUTCOME,
	FB_F_CLOSED, FB_F_OPENED, FB_F_AGE, FB_F_BACK, FB_F_THEMES,
	FB_F_CUSTOMER, /* hidden: a pseudonym, by which one who is back is known */
	FB_F_ID, FB_F_COLUMNS,
};

/* Keys of the labels that head the columns, and of the states of an item. */
extern const char *const fb_follow_heads[FB_F_COLUMNS];
enum { FB_STATES = 5 };
extern const char *const fb_follow_states[FB_STATES];

struct fb_item {
	fb_str is[FB_F_COLUMNS];   /* as in the ledger; dates as 2026-10-03 */
	bool old, open;
	bool withheld;             /* its words may not be printed any more */
	size_t back;               /* later records of the customer … */
	fb_str back_day, theme;    /* … the latest, and a theme that came again */
};

struct fb_ledger {
	const char *path;          /* NULL: no ledger was given */
	struct fb_item *items;
	size_t n, cap;
	struct fb_map ids;         /* of the items, as far as they have one … */
	size_t *at, at_cap;        /* … and the first item of each */
	fb_str *strange;           /* columns that are none of ours */
	size_t nstrange, strange_cap;
	bool bare;                 /* it held words that were never redacted */
	bool saw_records;          /* customers who came back were looked for */
};

/* Items of a file that was written in the words of this report. NULL, or why
 * it is no ledger. Text is put into the report's arena. */
const char *fb_ledger_read(struct fb_ledger *, struct fb_report *,
    const char *path);
/* After the records are known: customers and themes by them; words that may
 * not be printed are marked. */
void fb_ledger_settle(struct fb_ledger *, struct fb_report *,
    const struct fb_records *, const struct fb_withhold *, bool unredacted);
/* One record of the pass that looks for customers who came back. */
struct fb_seekers {
	struct fb_map customers;
	size_t *first, *next, first_cap; /* items by customer, and of an item */
};
void fb_seekers_init(struct fb_seekers *, const struct fb_ledger *);
void fb_seekers_meet(struct fb_seekers *, struct fb_ledger *, struct fb_report *,
    const struct fb_rec *);
void fb_seekers_release(struct fb_seekers *);

/* New items: the records whose quotes and letters the workbook prints, with
 * what is known of them; items that were there get what is known now. */
struct fb_making;
void fb_ledger_plan(struct fb_making *, struct fb_ledger *);

/* The item of an id, or NULL; a new one at the end. */
struct fb_item *fb_ledger_find(const struct fb_ledger *, fb_str id);
struct fb_item *fb_ledger_add(struct fb_ledger *, fb_str id);
/* Item i has this id. */
void fb_ledger_name(struct fb_ledger *, size_t i, fb_str id);
bool fb_item_is_open(const struct fb_words *, fb_str status);
void fb_ledger_release(struct fb_ledger *);

#endif
