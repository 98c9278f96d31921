/* call.h - whom to call: customers who agreed, and a question for each.
 *
 * A customer may be called who said yes to it in a record of a reported period
 * (consent true) that went through fb-redact. Customers stand under a group
 * that the report has numbers for, the groups with most declines first; of a
 * group those with the smallest tickets are listed, so that nobody picks them,
 * each with the latest record. Never a name or a number: a record id and a
 * pseudonym lead to the customer where such things are kept. */
#ifndef FB_SHEET_CALL_H
#define FB_SHEET_CALL_H

#include "base/ticket.h"
#include "sheet/behind.h"

enum { FB_CALLS_A_GROUP = 10 };

enum fb_call_column {
	FB_C_RECORD, FB_C_SEGMENT, FB_C_DECLINE, FB_C_DATE, FB_C_CHANNEL,
	FB_C_SCORE, FB_C_STAGE, FB_C_WORDS, FB_C_QUESTION, FB_C_CALLED,
	FB_C_HEARD, FB_C_CUSTOMER, FB_C_ID, FB_C_COLUMNS,
};

struct fb_call {
	struct fb_ticket ticket;   /* SHA-256 of "fb-call/1", period, customer */
	fb_str customer;           /* or the id, where there is no customer */
	struct fb_behind record;   /* the latest of the customer */
};

/* Customers of one group of the report. */
struct fb_call_group {
	const struct fb_cell *cell; /* one of its numbers; NULL: none has a group */
	size_t declines;
	fb_str said;               /* what declined, in sentences */
	struct fb_call calls[FB_CALLS_A_GROUP]; /* by ticket */
	size_t n;
	uint64_t records;          /* of customers who agreed */
};

struct fb_calls {
	struct fb_call_group *groups; /* worst first */
	size_t n;
};

/* The groups of the report, and what declined in each. */
void fb_calls_init(struct fb_calls *, struct fb_report *);
/* Look at one record; the caller leaves out those that are withheld. */
void fb_calls_meet(struct fb_calls *, struct fb_report *, const struct fb_rec *);
/* Records of customers who agreed, listed or not. */
uint64_t fb_calls_agreed(const struct fb_calls *);
bool fb_calls_any(const struct fb_calls *);
void fb_calls_release(struct fb_calls *);

/* Open questions by stage, from share/questions. */
struct fb_questions {
	struct fb_arena mem;
	struct fb_question { fb_str stage, lang, text; } *v;
	size_t n, cap;
};
/* NULL, or what is wrong; *lineno tells where, 0: it cannot be read. */
const char *fb_questions_read(struct fb_questions *, size_t *lineno);
/* One for the stage and language, else for the stage in any, else for all; of
 * several the ticket decides. */
fb_str fb_question_for(const struct fb_questions *, fb_str stage, fb_str lang,
    const struct fb_ticket *);
void fb_questions_release(struct fb_questions *);

#endif
