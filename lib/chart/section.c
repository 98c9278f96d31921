/* section.c - what would fill little of a page begins below another. */
#include "chart/canvas.h"

enum { ABOVE = 22, TITLE = 20, BELOW = 14, GAP = 5 };

static struct fb_text
title_text(const struct fb_section *s)
{
	return (struct fb_text){ .s = s->title, .role = FB_SECTION,
	    .align = FB_LEFT, .width = FB_PAGE_CONTENT, .max_lines = 2 };
}

static struct fb_text
deck_text(const struct fb_section *s)
{
	return (struct fb_text){ .s = s->deck, .role = FB_BODY, .align = FB_LEFT,
	    .colour = FB_TEXT2, .width = FB_PAGE_CONTENT };
}

static struct fb_text
source_text(const struct fb_section *s)
{
	return (struct fb_text){ .s = s->source, .role = FB_SOURCE,
	    .align = FB_LEFT, .width = FB_PAGE_CONTENT };
}

/* From the end of what stands above to the first line of the section. */
static double
head_height(struct fb_canvas *cv, const struct fb_section *s)
{
	struct fb_text v[] = { title_text(s), deck_text(s), source_text(s) };
	double h = ABOVE + BELOW;

	for (size_t i = 0; i < sizeof v / sizeof *v; i++)
		if (v[i].s.n)
			h += fb_page_measure(cv->page, &v[i]).height;
	return h + (s->deck.n ? GAP : 0);
}

static void
name_place(struct fb_canvas *cv, const struct fb_section *s, double y)
{
	struct fb_buf name = {0};

	fb_buf_printf(&name, "%d-below-%.0f", fb_page_count(cv->page), y);
	fb_page_dest(cv->page, fb_buf_str(&name), 0, y);
	fb_page_outline(cv->page, cv->section, s->title, fb_buf_str(&name));
	fb_buf_release(&name);
}

static double
begin_below(struct fb_canvas *cv, const struct fb_section *s)
{
	struct fb_text title = title_text(s), deck = deck_text(s),
	    source = source_text(s);
	double y = cv->below + ABOVE;

	cv->below = 0;
	name_place(cv, s, y);
	fb_canvas_rule(cv, y - TITLE + GAP, 0.8, FB_INK);
	fb_page_tag(cv->page, FB_TAG_H1);
	y += fb_page_text(cv->page, &title, cv->left, y).height;
	fb_page_untag(cv->page);
	fb_page_tag(cv->page, FB_TAG_P);
	if (s->deck.n)
		y += fb_page_text(cv->page, &deck, cv->left, y).height + GAP;
	y += fb_page_text(cv->page, &source, cv->left, y).height;
	fb_page_untag(cv->page);
	return y + BELOW;
}

bool
fb_section_fits(struct fb_canvas *cv, const struct fb_section *s)
{
	return cv->below > 0 && fb_str_eq(cv->below_period, s->period) &&
	    cv->below + head_height(cv, s) + s->height <= cv->foot;
}

double
fb_section_begin(struct fb_canvas *cv, const struct fb_section *s)
{
	if (fb_section_fits(cv, s))
		return begin_below(cv, s);
	fb_canvas_page(cv, s->running, s->period, s->source, s->title);
	return fb_canvas_title(cv, FB_TITLE_PAGE, s->title, s->deck) + s->gap;
}

void
fb_section_end(struct fb_canvas *cv, double y, fb_str period)
{
	cv->below = y;
	cv->below_period = period;
}
