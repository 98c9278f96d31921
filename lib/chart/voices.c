/* voices.c - everyone who answered, and the quotes that stand for them. */
#include <math.h>

#include "chart/alt.h"
#include "chart/one.h"
#include "chart/pages.h"
#include "chart/voices.h"

enum {
	HEAD = 16, STRIPS = 92, STRIPS_NONE = 18, QUOTES_MAX = 6,
	BIG_LINES = 4, VOICE_LINES = 3, EXTRA_LINES = 2, EXTRA_MAX = 2,
	BELOW = 6,       /* the voices */
	LEFT = 12,       /* how many of them are not here */
	EXTRA_HEAD = 36, /* above the first line of those that stand apart */
};

static fb_str
number_word(struct fb_canvas *cv, size_t n)
{
	fb_str word = fb_word_at(cv->words, "numbers", n);

	return word.n ? word : fb_count_words(cv, n);
}

/* Both strips, STRIPS high. */
static void
draw_strips(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_columns *k, double y)
{
	fb_str mix = k->n ? fb_columns_mix(k, c) : fb_word(cv->words, "none");

	fb_page_tag(cv->page, FB_TAG_FIGURE);
	fb_alt_shares(cv, c, mix);
	fb_canvas_put(cv, FB_AXIS, cv->left, y + 15, FB_LEFT, 0,
	    fb_phrase(cv, "strip_all", (struct fb_slot[]){
	    { "n", fb_count_words(cv, c->n) } }, 1));
	fb_draw_population(cv, c, cv->left, y + 20.5, FB_PAGE_CONTENT, 15);
	fb_canvas_put(cv, FB_AXIS, cv->left, y + 49, FB_LEFT, 0,
	    fb_phrase(cv, "strip_quotes", (struct fb_slot[]){
	    { "mix", mix } }, 1));
	fb_draw_slots(cv, c, k, cv->left, y + 54.5, FB_PAGE_CONTENT, 15);
	fb_page_untag(cv->page);
}

fb_str
fb_silent_words(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	fb_str s;

	for (size_t i = 0; i < c->voice.nsilent; i++) {
		fb_say_next(&b, cv->words);
		fb_put_silent(&b, cv->report, c, &c->voice.silent[i]);
	}
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static void
draw_head(struct fb_canvas *cv, fb_str head, double y)
{
	fb_canvas_rule(cv, y, 0.5, FB_HAIR);
	fb_canvas_head(cv, FB_TAG_H2, FB_SECTION, cv->left, y + HEAD, head);
}

static fb_str
voices_head(struct fb_canvas *cv, const struct fb_cell *c, size_t n)
{
	const char *key = !n ? !c->paired ? "voices_unpaired" :
	    c->nquotes ? "voice_unmasked" : "voices_none" : c->ngroups < 2 ? n == 1 ? "voices_one" : "voices_plain" :
	    n == 1 ? "voices_one" : "voices_mix";

	return fb_phrase(cv, key, (struct fb_slot[]){
	    { "n", number_word(cv, n) } }, 1);
}

static struct fb_columns
extras_of(struct fb_canvas *cv, const struct fb_cell *c)
{
	static const char *const roles[] = { "minority", "changed_up",
	    "changed_down", "last_words" };
	struct fb_columns k = { .cv = cv };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		fb_columns_add_role(&k, c, roles[i], EXTRA_MAX);
	return k;
}

/* What so many of those need below the voices, at their fewest lines. */
static double
extras_height(struct fb_canvas *cv, const struct fb_cell *c, size_t most)
{
	struct fb_columns k = extras_of(cv, c);
	double left = most < k.n ? LEFT : 0;

	k.lines = EXTRA_LINES;
	k.n = most < k.n ? most : k.n;
	return k.n ? fb_columns_fit(&k, INFINITY) + BELOW + EXTRA_HEAD + left : 0;
}

/* Large words when that cuts no quote below some lines, else the usual ones;
 * those that stand apart keep their room where that costs only lines. */
static double
fit(struct fb_columns *k, double room, double extras, bool big)
{
	struct fb_columns large = *k, less = *k;
	double h;

	large.big = true;
	if (big && k->n) {
		h = fb_columns_fit(&large, room);
		if (large.n == k->n && large.lines >= BIG_LINES) {
			*k = large;
			return h;
		}
	}
	h = fb_columns_fit(&less, room - extras);
	if (less.n < k->n || less.lines < VOICE_LINES || h > room - extras)
		return fb_columns_fit(k, room);
	*k = less;
	return h;
}

/* The voices of a cell, with what stands above them. */
struct voices {
	struct fb_columns k;
	struct fb_text silent;
	double strips, hush; /* heights */
};

static struct voices
voices_of(struct fb_canvas *cv, const struct fb_cell *c)
{
	struct voices v = { .k = { .cv = cv }, .silent = { .role = FB_NOTE,
	    .s = fb_silent_words(cv, c), .align = FB_LEFT,
	    .width = FB_PAGE_CONTENT }, .strips = c->ngroups < 2 ? STRIPS_NONE :
	    STRIPS };

	fb_columns_add_role(&v.k, c, "voice", QUOTES_MAX);
	if (v.silent.s.n)
		v.hush = fb_page_measure(cv->page, &v.silent).height + 8;
	return v;
}

double
fb_voices_least(struct fb_canvas *cv, const struct fb_cell *c, size_t extras)
{
	struct voices v = voices_of(cv, c);

	v.k.lines = VOICE_LINES;
	return HEAD + v.strips + v.hush + fb_columns_fit(&v.k, INFINITY) + BELOW +
	    extras_height(cv, c, extras);
}

size_t
fb_extras_that_fit(struct fb_canvas *cv, const struct fb_cell *c, double room)
{
	size_t all = extras_of(cv, c).n, n = all;

	while (n && fb_voices_least(cv, c, n) > room)
		n--;
	return n ? n : all;
}

double
fb_draw_voices(struct fb_canvas *cv, const struct fb_cell *c, double y,
    size_t extras, bool big)
{
	struct voices v = voices_of(cv, c);
	double h = fit(&v.k, cv->foot - y - HEAD - v.strips - v.hush,
	    extras_height(cv, c, extras), big);

	draw_head(cv, voices_head(cv, c, v.k.n), y);
	if (!c->paired)
		return y + HEAD + 8;
	if (c->ngroups > 1)
		draw_strips(cv, c, &v.k, y + HEAD);
	y += HEAD + v.strips;
	if (v.hush)
		fb_page_text(cv->page, &v.silent, cv->left, y);
	fb_columns_draw(&v.k, y + v.hush - 6);
	return y + v.hush + BELOW + h;
}

void
fb_draw_extras(struct fb_canvas *cv, const struct fb_cell *c, double y,
    size_t extras, fb_str title)
{
	struct fb_columns k = extras_of(cv, c), here;
	size_t left = k.n - extras;

	if (!extras)
		return;
	k.n = extras;
	cv->foot -= left ? LEFT : 0;
	here = k;
	if (fb_columns_fit(&here, cv->foot - y - EXTRA_HEAD) >
	    cv->foot - y - EXTRA_HEAD ||
	    here.n < k.n || here.lines < EXTRA_LINES) {
		fb_canvas_page(cv, cv->report->name, fb_period_words(cv,
		    c->period_label, FB_PERIOD_FULL), fb_metric_source(cv, c),
		    FB_LIT(""));
		y = fb_canvas_title(cv, FB_TITLE_PAGE, title, FB_LIT("")) + 4;
		cv->foot -= left ? LEFT : 0;
		here = k;
		fb_columns_fit(&here, cv->foot - y - EXTRA_HEAD);
	}
	draw_head(cv, fb_word(cv->words, "extras_head"), y + 4);
	fb_columns_draw(&here, y + 4 + HEAD + 7);
	if (left)
		fb_canvas_put(cv, FB_NOTE, cv->left, cv->foot + LEFT - 4,
		    FB_LEFT, 0, fb_phrase(cv, "happy_left", (struct fb_slot[]){
		    { "n", fb_count_words(cv, left) } }, 1));
}
