/* lesson.h - how those sound who are content, and those who are not.
 *
 * Learned from the words beside the scores themselves: the lowest group against
 * the highest, over all records of all periods that answer the question. No
 * list of good or bad words is used, so it holds for any language and trade. */
#ifndef FB_ANECDOTE_LESSON_H
#define FB_ANECDOTE_LESSON_H

#include "anecdote/plan.h"
#include "anecdote/tell.h"

enum { FB_LESSON_LEAST = 30 }; /* texts of each side */

struct fb_lesson {
	const struct fb_voices *of; /* the teacher, or NULL */
	struct fb_tell tell;        /* side 0: the lowest group */
};

/* Is there a low and a high group at all? */
bool fb_can_learn(const struct fb_plan *, const struct fb_voices *);
/* Learn for a cell, unless that is what was learned last. NULL, or why not. */
const char *fb_learn(struct fb_lesson *, const struct fb_plan *,
    struct fb_reader *, const struct fb_voices *);
/* Was a text of that group learned from? Then its side, else FB_TELL_NEW; for
 * fb_tell_score(). */
size_t fb_lesson_heard(const struct fb_lesson *, const struct fb_entry *,
    size_t group);
void fb_lesson_release(struct fb_lesson *);

#endif
