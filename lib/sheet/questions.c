/* questions.c - open questions by stage. */
#include <stdio.h>
#include <stdlib.h>

#include "base/share.h"
#include "base/utf8.h"
#include "sheet/call.h"

static const char *
add_line(struct fb_questions *q, fb_str line)
{
	fb_str text = line, stage = fb_str_split(&text, '\t');
	fb_str lang = text.p ? fb_str_split(&text, '\t') : FB_LIT("");

	text = text.p ? fb_str_trim(text) : FB_LIT("");
	if (!stage.n || !lang.n || !text.n || !fb_utf8_valid(line))
		return "not stage, language and question with tabs between";
	q->v = fb_grow(q->v, &q->cap, q->n + 1, sizeof *q->v);
	q->v[q->n++] = (struct fb_question){ fb_arena_copy(&q->mem, stage),
	    fb_arena_copy(&q->mem, lang), fb_arena_copy(&q->mem, text) };
	return NULL;
}

const char *
fb_questions_read(struct fb_questions *q, size_t *lineno)
{
	struct fb_buf path = {0};
	const char *why = fb_share_path(&path, "questions/stages.tsv");
	FILE *f = why ? NULL : fopen(path.p, "r");
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	*q = (struct fb_questions){0};
	*lineno = 0;
	if (!why && !f)
		why = "cannot be opened";
	while (!why && (n = getline(&line, &cap, f)) >= 0) {
		fb_str s = fb_str_trim((fb_str){ line, (size_t)n });

		++*lineno;
		if (s.n && *s.p != '#')
			why = add_line(q, s);
	}
	free(line);
	if (f)
		fclose(f);
	fb_buf_release(&path);
	return why;
}

static bool
fits(const struct fb_question *q, fb_str stage, fb_str lang)
{
	return fb_str_eq(q->stage, stage) &&
	    (!lang.n || fb_str_eq(q->lang, lang));
}

fb_str
fb_question_for(const struct fb_questions *q, fb_str stage, fb_str lang,
    const struct fb_ticket *ticket)
{
	const fb_str steps[][2] = { { stage, lang }, { stage, FB_LIT("en") },
	    { FB_LIT("*"), lang }, { FB_LIT("*"), FB_LIT("") } };

	for (size_t k = 0; k < 4; k++) {
		size_t n = 0, pick;

		for (size_t i = 0; i < q->n; i++)
			n += fits(&q->v[i], steps[k][0], steps[k][1]);
		pick = n ? ticket->d[31] % n : 0;
		for (size_t i = 0; i < q->n && n; i++)
			if (fits(&q->v[i], steps[k][0], steps[k][1]) && !pick--)
				return q->v[i].text;
	}
	return FB_LIT("");
}

void
fb_questions_release(struct fb_questions *q)
{
	free(q->v);
	fb_arena_release(&q->mem);
	*q = (struct fb_questions){0};
}
