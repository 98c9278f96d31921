/* cast.h - the quotes of one cell, role by role.
 *
 * A role is why somebody is quoted: a voice stands for many, others are there
 * for what the voices leave out. Roles are filled in the order of roles.def.
 * Whoever is quoted in one, or says about the same, is in none behind it.
 *
 * To add a role: one file role_NAME.c with a struct fb_role_row fb_role_NAME,
 * and a row ROLE(NAME) in roles.def. */
#ifndef FB_ANECDOTE_CAST_H
#define FB_ANECDOTE_CAST_H

#include "anecdote/excerpt.h"
#include "anecdote/hear.h"
#include "anecdote/lesson.h"
#include "anecdote/shift.h"
#include "record/withhold.h"

/* Somebody who is quoted already. */
struct fb_taken {
	uint64_t owner;
	struct fb_grams grams;   /* a copy */
};

struct fb_cast {
	const struct fb_plan *plan;
	const struct fb_withhold *withhold;
	size_t max_chars;        /* clusters of a quote */
	double *wish;            /* FB_BUCKETS, zero between quotes; owned */
	struct fb_hearing hearing;
	struct fb_lesson lesson;
	size_t nquotes;          /* in all cells so far */
	size_t nextras;          /* of these, in other roles than voice */
	/* Of the cell at hand: */
	const struct fb_voices *voices;
	struct fb_shift shift;   /* looked for when it is asked for */
	struct fb_buf quotes;    /* the array */
	struct fb_buf omitted;   /* the object of roles that could not be filled */
	struct fb_taken *taken;
	size_t ntaken, taken_cap;
};

/* Pools are sorted, k quotes are asked of a cell. All is borrowed. */
void fb_cast_init(struct fb_cast *, const struct fb_plan *, struct fb_reader *,
    const struct fb_withhold *, size_t k, size_t max_chars);
/* All quotes of a cell. */
void fb_cast_cell(struct fb_cast *, const struct fb_voices *);
/* Append the object that says how they were drawn and whom they leave out. */
void fb_put_voice(struct fb_buf *, struct fb_cast *);
/* Does the metric line state other counts than those of the records that were
 * gathered? Then the quotes are not of those whom the number counts. */
bool fb_counts_differ(const struct fb_voices *);
void fb_cast_release(struct fb_cast *);

struct fb_role_row {
	const char *name;
	/* Add the quotes of the role. NULL, or why there is none although the
	 * cell calls for it. */
	const char *(*fill)(struct fb_cast *);
};

/* The name of a role as roles.def has it; NULL when there is none like that. */
const char *fb_role_named(fb_str);

/* ---- for the roles ---- */

/* A quote to be. */
struct fb_part_for {
	const char *role;
	const struct fb_voices *cell; /* whose pool it is from */
	size_t group;                 /* of that cell */
	const struct fb_entry *entry;
	const struct fb_grams *grams; /* weighed with the df of the hearing */
	struct fb_speaks speaks;
	size_t from;                  /* a byte that must be seen, or FB_ANYWHERE */
};

/* Append it; its excerpt fulfils the wish best. */
void fb_cast_add(struct fb_cast *, const struct fb_part_for *);
/* Add to the wish, or with 0 forget what was added of the same grams. */
void fb_cast_wish(struct fb_cast *, const struct fb_grams *, double sign);
/* The same for all for whom a pick speaks. */
void fb_cast_wish_near(struct fb_cast *, const struct fb_crowd *,
    const struct fb_choice *, size_t pick, double sign);
/* Is the customer quoted already, or has somebody said about the same? */
bool fb_cast_taken(const struct fb_cast *, uint64_t owner,
    const struct fb_grams *);

#endif
