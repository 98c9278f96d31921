/* disagree.h - did the score and the words move apart? */
#ifndef FB_ANECDOTE_DISAGREE_H
#define FB_ANECDOTE_DISAGREE_H

#include "anecdote/cast.h"

/* The metric moved (two-sided p < .05) to the better while the words, by what
 * the scores teach of them, moved to the worse, or the other way round, by more
 * than 1.96 standard errors (Welch), asked from 30 texts of both periods on.
 * Then one of the two measures something else. */
bool fb_text_score_disagree(struct fb_cast *);

#endif
