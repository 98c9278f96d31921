/* meaning.c - the words of the pages, in plain words. */
#include <math.h>

#include "chart/meaning.h"
#include "chart/pages.h"

enum {
	WIDTH = 238, X_RIGHT = 261, HEAD = 13, GAP = 11, TITLE = 26, MOST = 24,
};

/* ---- how they are set ---- */

struct meanings {
	struct fb_canvas *cv;
	struct {
		fb_str word, means;
		double height;
	} v[MOST];
	size_t n, split; /* where the right column begins */
	double size, height;
};

static struct fb_text
body(const struct meanings *m, fb_str s)
{
	return (struct fb_text){ .s = s, .role = FB_BODY, .size = m->size,
	    .align = FB_LEFT, .width = WIDTH };
}

static void
add(struct meanings *m, fb_str word, fb_str means)
{
	struct fb_text t = body(m, means);

	m->v[m->n].word = word;
	m->v[m->n].means = means;
	m->v[m->n++].height = HEAD + GAP + fb_page_measure(m->cv->page, &t).height;
}

static fb_str
who_is_missing(struct fb_canvas *cv)
{
	const struct fb_cell *c = fb_focus_count(cv->report) ?
	    fb_balanced_cell(cv->report, fb_focus_at(cv->report, 0).period) :
	    NULL;

	if (!c || !c->voice.ok)
		return fb_word(cv->words, "note_missing");
	return fb_phrase(cv, "note_missing_of", (struct fb_slot[]){
	    { "n", fb_count_words(cv, c->n) },
	    { "eligible", fb_count_words(cv, c->voice.eligible) } }, 2);
}

/* What the first page has said already, where there is room for it. */
static void
add_remarks(struct meanings *m)
{
	fb_str notes = fb_notes_words(m->cv);

	if (notes.n)
		add(m, fb_word(m->cv->words, "about_data"), notes);
}

/* The columns as like in height as their order lets them be. */
static void
split(struct meanings *m)
{
	double all = 0, left = 0;

	for (size_t i = 0; i < m->n; i++)
		all += m->v[i].height;
	m->height = all;
	m->split = m->n;
	for (size_t i = 0; i < m->n; i++) {
		left += m->v[i].height;
		if (fmax(left, all - left) < m->height) {
			m->height = fmax(left, all - left);
			m->split = i + 1;
		}
	}
}

static struct meanings
gather(struct fb_canvas *cv, bool remarks, double size)
{
	struct meanings m = { .cv = cv, .size = size };
	const struct fb_meaning *row;

	for (size_t i = 0; (row = fb_meaning_at(i)); i++)
		if (row->said(cv->report))
			add(&m, fb_word(cv->words, row->word),
			    !strcmp(row->means, "note_missing") ?
			    who_is_missing(cv) : fb_word(cv->words, row->means));
	if (remarks)
		add_remarks(&m);
	split(&m);
	return m;
}

enum { SIZES = 3 };
static const double sizes[SIZES] = { 9.4, 8.6, 7.8 };

/* With the remarks where there is room for them, and then as large as there is
 * room for on a page of their own. */
static struct meanings
fit(struct fb_canvas *cv, double room, bool own)
{
	struct meanings m = {0};

	for (int remarks = 1; remarks >= 0; remarks--)
		for (int i = own ? 0 : SIZES - 1; i < SIZES; i++) {
			m = gather(cv, remarks, sizes[i]);
			if (m.height <= room)
				return m;
		}
	return m;
}

double
fb_meanings_height(struct fb_canvas *cv)
{
	struct meanings m = gather(cv, false, sizes[SIZES - 1]);

	return m.n ? m.height + TITLE : 0;
}

void
fb_draw_meanings(struct fb_canvas *cv, double y, bool titled)
{
	struct meanings m = fit(cv, cv->foot - y - TITLE, titled);
	double x = cv->left, top;

	fb_canvas_rule(cv, y, 0.8, FB_INK);
	if (!titled) {
		fb_canvas_head(cv, FB_TAG_H2, FB_HEAD, x, y + 16,
		    fb_word(cv->words, "words_title"));
	}
	top = y += titled ? 16 : TITLE + 7;
	for (size_t i = 0; i < m.n; i++) {
		struct fb_text t = body(&m, m.v[i].means);

		if (i == m.split) {
			x += X_RIGHT;
			y = top;
		}
		fb_canvas_head(cv, titled ? FB_TAG_H2 : FB_TAG_H3, FB_LABEL_BOLD,
		    x, y, m.v[i].word);
		fb_page_text(cv->page, &t, x, y + HEAD - 1);
		y += m.v[i].height;
	}
}
