/* watch.c - which groups of customers fall silent, and their last words. */
#include <math.h>
#include <stdlib.h>

#include "chart/pages.h"

enum {
	ROW = 62, ROW_LEAST = 40, ROW_MOST = 104, HEAD = 22, MOST = 14,
	X_SHARE = 112, X_SPARK = 178, W_SPARK = 62, H_SPARK = 26,
	X_VERDICT = 252, W_VERDICT = 74, X_WORDS = 356, W_WORDS = 143,
};

struct watching {
	struct fb_canvas *cv;
	fb_str period;
	const struct fb_watch **v;
	size_t n, left;
	double row;
};

/* Silent ones first, then those of whom fewer speak, then fewer customers. */
static int
gravity(const struct fb_watch *w)
{
	return w->silent ? 0 : w->fewer_speak ? 1 : w->fewer_customers ? 2 : 3;
}

static int
gravest(const void *a, const void *b)
{
	const struct fb_watch *x = *(const struct fb_watch *const *)a;
	const struct fb_watch *y = *(const struct fb_watch *const *)b;
	int d = gravity(x) - gravity(y);

	return d ? d : fb_str_cmp(x->about.by_json, y->about.by_json);
}

static void
collect(struct watching *t)
{
	const struct fb_beside *b = &t->cv->report->beside;

	t->v = fb_arena_zalloc(&t->cv->report->mem, b->nwatches, sizeof *t->v);
	for (size_t i = 0; i < b->nwatches; i++)
		if (fb_str_eq(b->watches[i].about.period, t->period))
			t->v[t->n++] = &b->watches[i];
	if (t->n)
		qsort(t->v, t->n, sizeof *t->v, gravest);
	t->left = t->n > MOST ? t->n - MOST : 0;
	t->n -= t->left;
}

/* ---- words ---- */

/* The group under its labels, or everyone. */
static fb_str
name_of(struct watching *t, const struct fb_watch *w)
{
	struct fb_cell like = { .nby = w->about.nby, .metric = w->about.metric,
	    .period_label = w->about.period };

	memcpy(like.by, w->about.by, sizeof like.by);
	return fb_name_group(t->cv->report, &like);
}

static fb_str
verdict(struct watching *t, const struct fb_watch *w)
{
	static const char *const keys[] = { "watch_silent", "watch_speak",
	    "watch_customers", "within_noise" };
	fb_str since = fb_period_words(t->cv, w->since, FB_PERIOD_FULL);
	int at = gravity(w);

	return fb_phrase(t->cv, at == 1 && since.n ? "watch_speak_since" : keys[at],
	    (struct fb_slot[]){ { "period", since } }, 1);
}

static fb_str
finding(struct watching *t)
{
	if (gravity(t->v[0]) == 3)
		return fb_word(t->cv->words, "watch_quiet");
	return fb_phrase(t->cv, "watch_finding", (struct fb_slot[]){
	    { "group", name_of(t, t->v[0]) },
	    { "verdict", verdict(t, t->v[0]) } }, 2);
}

/* ---- a row ---- */

static double
share_at(const struct fb_watch *w, size_t i)
{
	return w->customers[i] ? 100 * (double)w->spoke[i] /
	    (double)w->customers[i] : NAN;
}

/* The share over time, in the limits that noise keeps. */
static void
draw_spark(struct watching *t, const struct fb_watch *w, double x, double y)
{
	struct fb_point run[FB_WATCH_PERIODS];
	double top = isfinite(w->hi) ? w->hi : 0, lo = fmax(0, w->lo), scale;
	size_t k = 0;

	for (size_t i = 0; i < w->n; i++)
		top = fmax(top, isnan(share_at(w, i)) ? 0 : share_at(w, i));
	scale = top > 0 ? H_SPARK / top : 0;
	if (isfinite(w->lo) && isfinite(w->hi))
		fb_page_rect(t->cv->page, x, y + H_SPARK - scale * w->hi, W_SPARK,
		    fmax(1, scale * (w->hi - lo)), FB_NORMAL);
	fb_canvas_rule_part(t->cv, x, y + H_SPARK, W_SPARK, 0.5, FB_GRID);
	for (size_t i = 0; i < w->n && w->n > 1; i++)
		if (!isnan(share_at(w, i)))
			run[k++] = (struct fb_point){ x + W_SPARK * (double)i /
			    (double)(w->n - 1), y + H_SPARK - scale * share_at(w, i) };
	if (k > 1)
		fb_page_polyline(t->cv->page, (struct fb_pen){ FB_TEXT2, 1.1, 0 },
		    run, k);
	if (k)
		fb_page_disc(t->cv->page, run[k - 1].x, run[k - 1].y, 2.4,
		    gravity(w) < 3 ? FB_RED : FB_TEXT2);
}

/* Every share as text. */
static void
tell_spark(struct watching *t, const struct fb_watch *w)
{
	struct fb_buf list = {0}, b = {0};

	for (size_t i = 0; i < w->n; i++) {
		fb_say_more(&list, t->cv->words);
		if (isnan(share_at(w, i)))
			fb_buf_add(&list, fb_word(t->cv->words, "no_value"));
		else
			fb_show_share(&list, t->cv->words, share_at(w, i) / 100);
	}
	fb_say_of(&b, t->cv->words, fb_word(t->cv->words, "watch_periods"),
	    fb_buf_str(&list));
	fb_page_told(t->cv->page, fb_buf_str(&b), FB_LIT(""));
	fb_buf_release(&list);
	fb_buf_release(&b);
}

/* Of the group's numbers of this period: last words, else a voice. */
static const struct fb_quote *
words_of(struct watching *t, const struct fb_watch *w, const struct fb_cell **cell)
{
	const struct fb_report *r = t->cv->report;
	struct fb_subject group = w->about;
	const struct fb_quote *q = NULL;

	group.metric = FB_LIT("");
	for (int voices = 0; voices < 2; voices++)
		for (size_t i = 0; i < r->ncells && !q; i++) {
			*cell = &r->cells[i];
			if (!fb_beside_fits(&group, *cell))
				continue;
			if (voices)
				q = fb_voice_of(*cell, t->cv->unredacted,
				    &t->cv->printed);
			else
				fb_quotes_of(*cell, "last_words",
				    t->cv->unredacted, &q, 1);
			if (q && fb_printed_has(&t->cv->printed, q->id))
				q = NULL;
			if (q)
				return q;
		}
	return q;
}

static void
draw_words(struct watching *t, const struct fb_watch *w, double y)
{
	struct fb_quote_style style = { t->row > ROW ? FB_QUOTE :
	    FB_QUOTE_ROW, W_WORDS, 12, true };
	const struct fb_cell *c = NULL;
	const struct fb_quote *q = words_of(t, w, &c);
	double x = t->cv->left + X_WORDS, room = t->row - 8;

	if (!q) {
		fb_canvas_put(t->cv, FB_NOTE, x, y, FB_LEFT, 0,
		    fb_word(t->cv->words, "no_voice"));
		return;
	}
	if (fb_has_role(q, "last_words")) {
		double h;

		fb_page_tag(t->cv->page, FB_TAG_P);
		h = fb_page_text(t->cv->page, &(struct fb_text){
		    .s = fb_word(t->cv->words, "role_last_words"),
		    .role = FB_COLUMN, .align = FB_LEFT, .width = W_WORDS,
		    .max_lines = 2 }, x, y - 1).height + 3;
		fb_page_untag(t->cv->page);
		y += h;
		room -= h;
	}
	fb_quote_fit(t->cv, c, q, &style, room);
	fb_draw_quote(t->cv, c, q, &style, x, y);
}

static void
draw_row(struct watching *t, const struct fb_watch *w, double y)
{
	struct fb_canvas *cv = t->cv;
	bool grave = gravity(w) < 3;
	struct fb_buf b = {0};

	fb_row_begin(cv);
	fb_page_text(cv->page, &(struct fb_text){ .s = name_of(t, w),
	    .role = FB_LABEL, .align = FB_LEFT, .size = 9.6, .bold = grave,
	    .width = X_SHARE - 8, .max_lines = 2 }, cv->left, y);
	fb_row_next(cv, false);
	if (isfinite(w->speak)) {
		fb_show_number(&b, cv->words, w->speak, w->speak > 0 && w->speak < 10, false);
		fb_buf_addc(&b, '%');
		fb_canvas_put(cv, FB_VALUE_END, cv->left + X_SHARE, y + 2, FB_LEFT, 0,
		    fb_keep(cv, &b));
	}
	fb_canvas_put(cv, FB_NOTE, cv->left + X_SHARE, y + 13, FB_LEFT, 0,
	    fb_phrase(cv, "watch_of", (struct fb_slot[]){ { "n",
	    fb_count_words(cv, w->n ? w->customers[w->n - 1] : 0) } }, 1));
	fb_row_next(cv, false);
	fb_page_tag(cv->page, FB_TAG_FIGURE);
	tell_spark(t, w);
	draw_spark(t, w, cv->left + X_SPARK, y - 9);
	fb_page_untag(cv->page);
	fb_row_next(cv, false);
	fb_page_text(cv->page, &(struct fb_text){ .s = verdict(t, w),
	    .role = FB_AXIS, .align = FB_LEFT, .bold = grave,
	    .colour = grave ? FB_RED : FB_TEXT2, .width = W_VERDICT,
	    .max_lines = 4 }, cv->left + X_VERDICT, y);
	fb_row_next(cv, false);
	draw_words(t, w, y);
	fb_row_end(cv);
	fb_buf_release(&b);
}

static void
draw_head(struct watching *t, double y)
{
	static const struct {
		double x;
		const char *key;
	} heads[] = { { 0, "watch_group" }, { X_SHARE, "watch_share" },
	    { X_SPARK, "watch_periods" }, { X_VERDICT, "watch_verdict" },
	    { X_WORDS, "watch_words" } };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		if (i)
			fb_row_next(t->cv, true);
		else
			fb_head_begin(t->cv);
		fb_canvas_put(t->cv, FB_COLUMN, t->cv->left + heads[i].x, y,
		    FB_LEFT, 0, fb_word(t->cv->words, heads[i].key));
	}
	fb_row_end(t->cv);
	fb_canvas_rule(t->cv, y + 6.5, 0.8, FB_INK);
}

static struct fb_section
section(struct watching *t)
{
	struct fb_canvas *cv = t->cv;

	return (struct fb_section){ .running = cv->report->name,
	    .period = fb_period_words(cv, t->period, FB_PERIOD_FULL),
	    .source = fb_phrase(cv, "watch_source", (struct fb_slot[]){
	    { "source", fb_source_words(cv) },
	    { "tests", fb_count_words(cv, t->v[0]->tests) } }, 2),
	    .title = finding(t), .deck = fb_word(cv->words, "watch_deck"),
	    .gap = 22, .height = HEAD + ROW * (double)t->n };
}

void
fb_page_watch(struct fb_canvas *cv, const struct fb_focus *f)
{
	struct watching t = { .cv = cv, .period = f->period };
	struct fb_section s;
	bool below;
	double y;

	collect(&t);
	if (!t.n)
		return;
	s = section(&t);
	below = fb_section_fits(cv, &s);
	y = fb_section_begin(cv, &s);
	fb_page_tag(cv->page, FB_TAG_TABLE);
	draw_head(&t, y);
	y += HEAD;
	t.row = fmax(ROW_LEAST, fmin(below ? ROW : ROW_MOST,
	    (cv->foot - y - 12) / (double)t.n));
	for (size_t i = 0; i < t.n; i++, y += t.row) {
		if (i)
			fb_canvas_rule(cv, y - 15.5, 0.5, FB_HAIR);
		draw_row(&t, t.v[i], y);
	}
	fb_page_untag(cv->page);
	if (t.left)
		fb_canvas_put(cv, FB_NOTE, cv->left, y - 4, FB_LEFT, 0,
		    fb_phrase(cv, "happy_left", (struct fb_slot[]){
		    { "n", fb_count_words(cv, t.left) } }, 1));
	else
		fb_section_end(cv, y - 15.5, s.period);
}
