/* quote.c - a customer's words with their mark, marks of quotation and id. */
#include <ctype.h>

#include "chart/letter.h"

enum { PROVENANCE_GAP = 2, BIG_NEARER = 6 };

/* By the language, "quote_open_de", else the default; zh-Hant falls back on
 * its whole tag only. */
void
fb_quote_marks(struct fb_canvas *cv, fb_str lang, const char **open,
    const char **close)
{
	static const char *const keys[] = { "quote_open", "quote_close" };
	const char **out[] = { open, close };

	for (int i = 0; i < 2; i++) {
		struct fb_buf key = {0};
		fb_str mark;

		fb_buf_printf(&key, "%s_%.*s", keys[i], (int)lang.n, lang.p);
		mark = fb_word(cv->words, fb_buf_cstr(&key));
		if (fb_str_starts(mark, FB_LIT("quote_")))
			mark = fb_word(cv->words, keys[i]);
		*out[i] = fb_arena_copy(&cv->report->mem, mark).p;
		fb_buf_release(&key);
	}
}

#define BETWEEN " \xc2\xb7 "

static struct fb_text
provenance_text(fb_str s, const struct fb_quote_style *style)
{
	return (struct fb_text){ .s = s, .role = FB_NOTE, .align = FB_LEFT,
	    .width = style->width, .max_lines = style->brief ? 1 : 2 };
}

/* Without its last part; as it is when that is the only one. */
static fb_str
one_part_less(fb_str s)
{
	const size_t len = sizeof BETWEEN - 1;

	for (size_t n = s.n; n > len; n--)
		if (!memcmp(s.p + n - len, BETWEEN, len))
			return (fb_str){ s.p, n - len };
	return s;
}

/* As many of its parts as there is room for. */
static fb_str
provenance(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style)
{
	struct fb_buf b = {0};
	struct fb_text t;
	size_t was;

	fb_put_from(&b, cv->report, c, q, style->brief ? FB_DATE_SHORT :
	    FB_DATE_YEAR, BETWEEN);
	t = provenance_text(fb_keep(cv, &b), style);
	fb_buf_release(&b);
	do {
		was = t.s.n;
		if (was && fb_page_measure(cv->page, &t).cut)
			t.s = one_part_less(t.s);
	} while (t.s.n < was);
	return t.s;
}

/* What goes on in the record behind the quote is marked like a cut for space. */
static fb_str
marked(struct fb_canvas *cv, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	if (q->end >= q->bytes)
		return q->text;
	fb_buf_add(&b, q->text);
	fb_buf_adds(&b, " [\xe2\x80\xa6]");
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}

static struct fb_text
words_of(struct fb_canvas *cv, const struct fb_quote *q,
    const struct fb_quote_style *style)
{
	struct fb_text t = { .s = marked(cv, q), .role = style->role,
	    .width = style->width, .max_lines = style->max_lines,
	    .as_quote = true,
	    .lang = q->lang.n ? q->lang.p : NULL };

	fb_quote_marks(cv, q->lang, &t.open, &t.close);
	return t;
}

/* The id goes behind the provenance when it fits there, else below it. */
static double
provenance_height(struct fb_canvas *cv, fb_str prov, fb_str id,
    const struct fb_quote_style *style, struct fb_text_box *box, bool *below)
{
	struct fb_text t = provenance_text(prov, style);
	struct fb_text label = { .s = id, .role = FB_NOTE, .align = FB_LEFT };
	double width = fb_page_measure(cv->page, &label).width;

	*box = (struct fb_text_box){0};
	if (prov.n)
		*box = fb_page_measure(cv->page, &t);
	*below = box->last + (prov.n ? 5 : 0) + width > style->width;
	if (!prov.n)
		box->leading = 9.4;
	return (box->lines + (*below || !prov.n)) * box->leading;
}

/* From the first line of the words to the provenance, which stands as near to
 * big words as to others. */
static double
below_words(const struct fb_text_box *words, const struct fb_quote_style *style)
{
	return words->height + PROVENANCE_GAP -
	    (style->role == FB_QUOTE_BIG ? BIG_NEARER : 0);
}

double
fb_quote_height(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style)
{
	struct fb_text t = words_of(cv, q, style);
	struct fb_text_box words = fb_page_measure(cv->page, &t), box;
	struct fb_buf id = {0};
	bool below;
	double h;

	fb_put_ident(&id, q->id, cv->digits);
	h = below_words(&words, style) + provenance_height(cv,
	    provenance(cv, c, q, style), fb_buf_str(&id), style, &box, &below);
	fb_buf_release(&id);
	return h;
}

void
fb_quote_fit(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, struct fb_quote_style *style, double room)
{
	while (style->max_lines > 1 && fb_quote_height(cv, c, q, style) > room)
		style->max_lines--;
}

/* A relative reference: bytes that may not stand in one are %XX. */
static void
put_uri(struct fb_buf *b, fb_str path)
{
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if (isalnum(c) || (c && strchr("-._~/", c)))
			fb_buf_addc(b, (char)c);
		else
			fb_buf_printf(b, "%%%02X", c);
	}
}

double
fb_draw_ident(struct fb_canvas *cv, enum fb_role role, fb_str id, double x,
    double y, enum fb_align align)
{
	struct fb_buf text = {0}, uri = {0};
	double w;

	fb_put_ident(&text, id, cv->digits);
	if (cv->workbook.n) {
		put_uri(&uri, cv->workbook);
		fb_buf_addc(&uri, '#');
		fb_put_ident_name(&uri, id, cv->digits);
		fb_page_link(cv->page, fb_buf_str(&uri));
	}
	w = fb_canvas_put(cv, role, x, y, align, FB_BLUE, fb_buf_str(&text));
	if (cv->workbook.n)
		fb_page_untag(cv->page);
	fb_buf_release(&text);
	fb_buf_release(&uri);
	return w;
}

/* Gives its height. */
static double
draw_provenance(struct fb_canvas *cv, fb_str prov, const struct fb_quote *q,
    const struct fb_quote_style *style, double x, double y)
{
	struct fb_text t = provenance_text(prov, style);
	struct fb_text_box box;
	struct fb_buf id = {0};
	bool below;
	double h;

	fb_put_ident(&id, q->id, cv->digits);
	h = provenance_height(cv, prov, fb_buf_str(&id), style, &box, &below);
	if (prov.n)
		fb_page_text(cv->page, &t, x, y);
	y += (box.lines - 1 + below) * box.leading;
	if (!prov.n)
		y += box.leading * !below;
	fb_draw_ident(cv, FB_NOTE, q->id, below || !prov.n ? x :
	    x + box.last + 5, y, FB_LEFT);
	fb_buf_release(&id);
	return h;
}

double
fb_draw_quote(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, const struct fb_quote_style *style, double x, double y)
{
	struct fb_text t = words_of(cv, q, style);
	fb_str prov = provenance(cv, c, q, style);
	struct fb_text_box box;
	double h;

	if (c)
		fb_draw_score(cv, c, q->group, q->score, x - 16, y - 3.6);
	else
		fb_draw_mark(cv, fb_letter_rank(q), q->score, x - 16, y - 3.6);
	fb_page_tag(cv->page, FB_TAG_QUOTE);
	fb_page_told(cv->page, FB_LIT(""), q->lang);
	box = fb_page_text(cv->page, &t, x, y);
	fb_page_untag(cv->page);
	fb_page_tag(cv->page, FB_TAG_P);
	h = draw_provenance(cv, prov, q, style, x,
	    y + below_words(&box, style) - 2);
	fb_page_untag(cv->page);
	fb_printed_add(&cv->printed, q->id);
	fb_map_put(&cv->everything, q->id, NULL);
	return below_words(&box, style) + h;
}

/* The worst group of a metric that is better when it is lower stands last. */
static int
rank_of(struct fb_canvas *cv, const struct fb_cell *c, const struct fb_quote *q)
{
	int rank = fb_group_rank(c, q->group);

	return rank >= 0 && fb_groups_turned(cv->report, c) ? 2 - rank : rank;
}

void
fb_draw_quote_line(struct fb_canvas *cv, const struct fb_cell *c,
    const struct fb_quote *q, double x, double y, double width)
{
	struct fb_quote_style style = { FB_QUOTE_ROW, width, 1, true };
	struct fb_text t;
	double w;

	fb_draw_dot(cv, rank_of(cv, c, q), x + 3, y - 3);
	w = fb_draw_ident(cv, FB_SOURCE, q->id, x + width, y, FB_RIGHT);
	style.width = width - w - 16;
	t = words_of(cv, q, &style);
	t.size = 8.6;
	fb_page_tag(cv->page, FB_TAG_QUOTE);
	fb_page_told(cv->page, FB_LIT(""), q->lang);
	fb_page_text(cv->page, &t, x + 11, y);
	fb_page_untag(cv->page);
	fb_printed_add(&cv->printed, q->id);
	fb_map_put(&cv->everything, q->id, NULL);
}

fb_str
fb_no_voice(struct fb_canvas *cv, const struct fb_cell *c, const struct fb_quote *q)
{
	struct fb_buf b = {0};
	fb_str s;

	if (q)
		return fb_word(cv->words, "voice_elsewhere");
	if (c->nquotes)
		return fb_word(cv->words, "voice_unmasked");
	if (!c->voice.nsilent)
		return fb_word(cv->words, c->paired ? "voice_none" : "voice_unpaired");
	fb_put_silent(&b, cv->report, c, &c->voice.silent[0]);
	s = fb_keep(cv, &b);
	fb_buf_release(&b);
	return s;
}
