/* page_cut.c - lay a text out: clean it, break it, cut it, balance it. */
#include <stdlib.h>

#include "base/utf8.h"
#include "chart/page_own.h"
#include "text/gate.h"
#include "text/icu.h"

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029;
}

/* The body: t's words through the gate, with single spaces between them. */
static void
clean(struct fb_page *p, const struct fb_text *t)
{
	struct fb_buf b = {0};
	bool space = false;
	size_t len;

	p->body.n = 0;
	fb_gate_page(t->keep_lines ? &p->body : &b, t->s, NULL);
	for (size_t i = 0; i < b.n; i += len) {
		fb_str s = { b.p + i, b.n - i };
		bool was = space;

		space = is_space(fb_utf8_next(s, &len));
		if (space)
			continue;
		if (was && p->body.n)
			fb_buf_addc(&p->body, ' ');
		fb_buf_add(&p->body, (fb_str){ s.p, len });
	}
	fb_buf_release(&b);
}

/* shown: the marks round the first n bytes of the body, cut there or not. */
static void
compose(struct fb_page *p, const struct fb_text *t, size_t n, bool cut)
{
	bool quote = t->as_quote || t->open;
	const char *sign = !quote ? "…" : n ? " […]" : "[…]";

	p->at->shown.n = 0;
	fb_gate_page(&p->at->shown, fb_cstr(t->open), NULL);
	fb_buf_add(&p->at->shown, (fb_str){ fb_buf_str(&p->body).p, n });
	p->glue = p->at->shown.n;
	if (cut)
		fb_buf_adds(&p->at->shown, sign);
	p->glue_end = cut ? p->at->shown.n : 0;
	fb_gate_page(&p->at->shown, fb_cstr(t->close), NULL);
}

/* A quote is read by its letters and its language. Words of a page that is read
 * from the right are so as a whole where they have letters of that side; others
 * by their first letter. */
static void
set_direction(struct fb_page *p, const struct fb_text *t)
{
	bool quote = t->align == FB_START;
	fb_str lang = quote ? fb_cstr(t->lang) : FB_LIT("ar");
	bool rtl = (quote || p->mirror) &&
	    fb_side(fb_buf_str(&p->body), lang) == FB_DIR_RTL;

	if (!p->at->layout ||
	    pango_layout_get_context(p->at->layout) != p->contexts[rtl])
		page_new_layout(p, rtl);
	pango_layout_set_auto_dir(p->at->layout, !quote && !rtl);
}

int
page_lay(struct fb_page *p, const struct fb_text *t, double width)
{
	fb_str s = fb_buf_str(&p->at->shown);

	p->laid = NOT_CUT;
	p->at->scale = page_scale(t);
	set_direction(p, t);
	pango_layout_set_text(p->at->layout, s.p, (int)s.n);
	page_dress(p, t);
	pango_layout_set_width(p->at->layout,
	    width > 0 ? (int)(width / p->at->scale * PANGO_SCALE) : -1);
	return pango_layout_get_line_count(p->at->layout);
}

/* Does the text fit its lines when it is cut to n bytes? */
static bool
fits(struct fb_page *p, const struct fb_text *t, size_t n)
{
	int lines;

	compose(p, t, n, true);
	lines = page_lay(p, t, t->width);
	p->laid = n;
	return lines <= t->max_lines;
}

/* May words end between before and after, where a line may break? Behind a
 * space, and in scripts without spaces; not behind the hyphen of a word. */
static bool
ends_word(uint32_t before, uint32_t after)
{
	return is_space(before) || g_unichar_iswide(before) ||
	    g_unichar_iswide(after) ||
	    (g_unichar_isalpha(before) && g_unichar_isalpha(after));
}

/* Bytes of the body up to at without the blanks at its end. */
static size_t
without_blanks(const struct fb_page *p, size_t at)
{
	while (at && (p->body.p[at - 1] == ' ' || p->body.p[at - 1] == '\n'))
		at--;
	return at;
}

/* Where the body may be cut; the layout holds the marks and the whole body. */
static void
find_cuts(struct fb_page *p, bool words, struct fb_cuts *c)
{
	int n;
	const PangoLogAttr *log =
	    pango_layout_get_log_attrs_readonly(p->at->layout, &n);
	size_t head = p->glue - p->body.n, at = 0, len;
	uint32_t before = 0;

	c->n = 0;
	for (int i = (int)g_utf8_strlen(p->at->shown.p, (gssize)head);
	    i < n && at < p->body.n; i++, at += len) {
		fb_str rest = { p->body.p + at, p->body.n - at };
		uint32_t now = fb_utf8_next(rest, &len);
		bool may = words ? log[i].is_line_break && ends_word(before, now)
		    : log[i].is_cursor_position;

		before = now;
		if (!may || !at)
			continue;
		c->at = fb_grow(c->at, &c->cap, c->n + 1, sizeof(*c->at));
		c->at[c->n++] = without_blanks(p, at);
	}
}

/* Where in the body so many lines end; the layout holds all of it. */
static size_t
room(struct fb_page *p, int lines)
{
	size_t head = p->glue - p->body.n, end;
	PangoLayoutLine *line = pango_layout_get_line_readonly(p->at->layout, lines);

	if (!line)
		return p->body.n;
	end = (size_t)line->start_index;
	return end > head ? end - head : 0;
}

/* Cuts within the room; none behind it can fit. */
static size_t
cuts_within(const struct fb_cuts *c, size_t end)
{
	size_t n = c->n;

	while (n && c->at[n - 1] > end)
		n--;
	return n;
}

/* The last cut with which the text fits; 0 for none. At words only the last
 * line has to make place for the sign, so that a step or two back are enough;
 * else halving finds it. */
static size_t
best_cut(struct fb_page *p, const struct fb_text *t, const struct fb_cuts *c,
    size_t end, bool words)
{
	size_t lo = 0, hi = cuts_within(c, end);

	for (int step = 0; words && step < 6 && hi; step++)
		if (fits(p, t, c->at[--hi]))
			return c->at[hi];
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (fits(p, t, c->at[mid]))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo ? c->at[lo - 1] : 0;
}

/* Lay the whole body out, and cut it at a word or at a cluster (where part of
 * the word that began the next line may stay). */
static size_t
try_cuts(struct fb_page *p, const struct fb_text *t, bool words)
{
	struct fb_cuts c = {0};
	size_t n;

	if (p->laid != NOT_CUT || p->glue_end) {
		compose(p, t, p->body.n, false);
		page_lay(p, t, t->width);
	}
	find_cuts(p, words, &c);
	n = best_cut(p, t, &c, room(p, t->max_lines + !words), words);
	fb_cuts_release(&c);
	return n;
}

/* No line of any text holds more than this; the rest need not be shaped. */
static void
bound(struct fb_page *p, const struct fb_text *t)
{
	double most = t->max_lines * (t->width * 4 + 256);

	if (t->width > 0 && most < (double)p->body.n)
		p->body.n = fb_cluster_floor(fb_buf_str(&p->body), (size_t)most);
}

/* Cut the body to t's lines; give how much of it is shown. */
static size_t
cut(struct fb_page *p, const struct fb_text *t)
{
	bool quote = t->as_quote || t->open;
	size_t n = try_cuts(p, t, quote);

	if (!n && quote)
		n = try_cuts(p, t, false);
	if (p->laid != n)
		fits(p, t, n);
	return n;
}

/* The narrowest width with the same number of lines. */
static void
balance(struct fb_page *p, const struct fb_text *t, int lines)
{
	double lo = t->width / (lines + 1), hi = t->width;

	while (hi - lo > 0.5) {
		double mid = (lo + hi) / 2;

		if (page_lay(p, t, mid) <= lines)
			hi = mid;
		else
			lo = mid;
	}
	page_lay(p, t, hi);
}

static void
measure_lines(struct fb_page *p, struct fb_text_box *b)
{
	for (int i = 0; i < b->lines; i++) {
		PangoLayoutLine *line =
		    pango_layout_get_line_readonly(p->at->layout, i);
		PangoRectangle r;

		pango_layout_line_get_extents(line, NULL, &r);
		b->last = (double)r.width / PANGO_SCALE * p->at->scale;
		if (b->last > b->width)
			b->width = b->last;
		b->rtl |= line->resolved_dir == PANGO_DIRECTION_RTL;
	}
}

struct fb_text_box
page_set(struct fb_page *p, const struct fb_text *t)
{
	struct fb_text_box b = {0};
	double size = t->size > 0 ? t->size : page_roles[t->role].size;
	size_t whole;

	clean(p, t);
	whole = b.shown = p->body.n;
	if (t->max_lines)
		bound(p, t);
	compose(p, t, p->body.n, false);
	b.lines = page_lay(p, t, t->width);
	if (t->max_lines && (b.lines > t->max_lines || p->body.n < whole)) {
		b.shown = cut(p, t);
		b.cut = true;
		b.lines = pango_layout_get_line_count(p->at->layout);
	}
	if (t->balanced && b.lines > 1 && t->width > 0)
		balance(p, t, b.lines);
	if (!p->at->shown.n)
		b.lines = 0;
	page_meet_faces(p);
	measure_lines(p, &b);
	b.leading = page_leading(t, fb_buf_str(&p->body));
	b.rise = (b.leading - size) / 2 + 0.78 * size;
	return b;
}
