/* notes.c - what the report line says about its data, above the foot. */
#include "chart/canvas.h"

enum { HEAD = 10, LINES = 20, BELOW = 4 };

fb_str
fb_notes_words(struct fb_canvas *cv)
{
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < cv->report->nnotes; i++) {
		fb_say_next(&b, cv->words);
		fb_buf_add(&b, cv->report->notes[i]);
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static struct fb_text
block(struct fb_canvas *cv)
{
	return (struct fb_text){ .s = fb_notes_words(cv), .role = FB_NOTE,
	    .align = FB_LEFT, .width = FB_PAGE_CONTENT };
}

void
fb_notes_keep_room(struct fb_canvas *cv)
{
	struct fb_text t = block(cv);

	if (!t.s.n)
		return;
	cv->has_notes = true;
	cv->foot -= fb_page_measure(cv->page, &t).height + LINES + BELOW;
}

void
fb_notes_draw(struct fb_canvas *cv)
{
	struct fb_text t = block(cv);

	if (!cv->has_notes)
		return;
	cv->has_notes = false;
	fb_canvas_rule(cv, cv->foot, 0.8, FB_INK);
	fb_page_tag(cv->page, FB_TAG_H2);
	fb_canvas_put(cv, FB_COLUMN, cv->left, cv->foot + HEAD, FB_LEFT, FB_INK,
	    fb_word(cv->words, "about_data"));
	fb_page_untag(cv->page);
	fb_page_text(cv->page, &t, cv->left, cv->foot + LINES);
}
