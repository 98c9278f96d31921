/* put.c - text into the cells of a report's sheets. */
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "base/utf8.h"
#include "present/verdict.h"
#include "sheet/put.h"

/* Gated and short enough; borrowed until the next call. */
static fb_str
gated(struct fb_making *m, fb_str s)
{
	fb_str all;

	m->scratch.n = 0;
	fb_gate_sheet(&m->scratch, s, &m->gated);
	all = fb_buf_str(&m->scratch);
	return (fb_str){ all.p, fb_gate_cell(all) };
}

void
fb_put_cell(struct fb_making *m, struct fb_sheet *s, uint32_t row, uint32_t col,
    fb_str text, unsigned look)
{
	fb_sheet_text(s, row, col, gated(m, text), look);
}

void
fb_put_link(struct fb_making *m, struct fb_sheet *s, uint32_t row, uint32_t col,
    fb_str text, const char *place, unsigned look)
{
	if (*place)
		fb_sheet_link(s, row, col, place, gated(m, text), NULL, look);
	else
		fb_put_cell(m, s, row, col, text, look);
}

void
fb_put_word(struct fb_making *m, struct fb_sheet *s, uint32_t row, uint32_t col,
    const char *key, enum fb_style style)
{
	fb_put_cell(m, s, row, col, fb_word(&m->report->words, key),
	    fb_look_of(m, style, 0, NULL));
}

void
fb_put_merged(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    uint32_t last_col, fb_str text, enum fb_style style)
{
	fb_sheet_merge(s, row, 0, last_col, gated(m, text),
	    fb_look_of(m, style, 0, NULL));
}

void
fb_put_named(struct fb_making *m, struct fb_sheet *s, uint32_t row, uint32_t col,
    fb_str name, fb_str note, enum fb_style style, unsigned look)
{
	struct fb_buf b = {0};
	struct fb_piece pieces[2];
	size_t split;

	fb_gate_sheet(&b, name, &m->gated);
	split = b.n;
	if (note.n) {
		fb_buf_addc(&b, '\n');
		fb_gate_sheet(&b, note, &m->gated);
	}
	b.n = fb_gate_cell(fb_buf_str(&b));
	split = split < b.n ? split : b.n;
	pieces[0] = (struct fb_piece){ { b.p, split },
	    fb_look_of(m, style, 0, NULL) };
	pieces[1] = (struct fb_piece){ { b.p + split, b.n - split },
	    fb_look_of(m, FB_NAME_NOTE, 0, NULL) };
	fb_sheet_rich(s, row, col, pieces, 2, look);
	fb_buf_release(&b);
}

void
fb_put_record(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    uint32_t col, fb_str id, size_t part, size_t parts, uint32_t to)
{
	struct fb_buf b = {0}, place = {0}, i = {0}, n = {0}, name = {0};
	unsigned look = fb_look_of(m, FB_RECORD_ID, 0, NULL);

	fb_put_ident(&b, id, m->digits);
	fb_put_ident_name(&name, id, m->digits);
	if (to == FB_NO_ROW)
		fb_sheet_name(s, row, col, fb_buf_cstr(&name));
	if (parts > 1) {
		fb_show_count(&i, &m->report->words, part);
		fb_show_count(&n, &m->report->words, parts);
		fb_buf_addc(&b, ' ');
		fb_say(&b, &m->report->words, "sheet_part", (struct fb_slot[]){
		    { "i", fb_buf_str(&i) }, { "n", fb_buf_str(&n) } }, 2);
	}
	fb_buf_printf(&place, "Quotes!A%u", to + 1);
	if (to != FB_NO_ROW)
		fb_sheet_link(s, row, col, fb_buf_cstr(&place), fb_buf_str(&b),
		    NULL, look);
	else
		fb_sheet_text(s, row, col, fb_buf_str(&b), look);
	fb_buf_release(&b);
	fb_buf_release(&place);
	fb_buf_release(&name);
	fb_buf_release(&i);
	fb_buf_release(&n);
}

void
fb_put_day_as(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    uint32_t col, fb_str date, enum fb_style as_day, enum fb_style other)
{
	struct fb_when when;
	int32_t day;

	if (!fb_when_parse(date, &when)) {
		day = fb_when_day(when);
		if (day >= fb_days(1900, 3, 1) && day < fb_days(10000, 1, 1)) {
			fb_sheet_date(s, row, col, day,
			    fb_look_of(m, as_day, 0, NULL));
			return;
		}
	}
	fb_put_cell(m, s, row, col, date, fb_look_of(m, other, 0, NULL));
}

void
fb_put_day(struct fb_making *m, struct fb_sheet *s, uint32_t row, uint32_t col,
    fb_str date)
{
	fb_put_day_as(m, s, row, col, date, FB_DAY_CELL, FB_TEXT_CELL);
}

void
fb_put_number(struct fb_making *m, struct fb_sheet *s, uint32_t row,
    uint32_t col, fb_str text, unsigned look)
{
	double v;

	if (!fb_parse_double(text, &v) && isfinite(v))
		fb_sheet_number(s, row, col, v, look);
	else
		fb_put_cell(m, s, row, col, text, look);
}

struct fb_shown
fb_shown_of(const struct fb_making *m, const struct fb_quote *q)
{
	const struct fb_behind *b = m->records ?
	    fb_records_get(m->records, q->id) : NULL;
	struct fb_shown shown = { q->text, q->translation, q->whole, false };

	if (!b || !fb_behind_may_print(b, m->unredacted) ||
	    q->start > b->text.n || q->text.n > b->text.n - q->start ||
	    !fb_str_eq((fb_str){ b->text.p + q->start, q->text.n }, q->text))
		return shown;
	return (struct fb_shown){ b->text, b->translation, true,
	    b->text.n > q->text.n };
}

void
fb_put_column(struct fb_buf *b, uint32_t col)
{
	fb_buf_addc(b, '$');
	if (col >= 26 * 27)
		fb_buf_addc(b, (char)('A' + (col - 26) / 676 - 1));
	if (col >= 26)
		fb_buf_addc(b, (char)('A' + (col / 26 - 1) % 26));
	fb_buf_addc(b, (char)('A' + col % 26));
}

/* Columns that a character takes: 2 for East Asian and emoji, 0 for marks. */
static size_t
columns(uint32_t c)
{
	if (c < 0x300)
		return 1;
	if (c < 0x370 || (c >= 0x591 && c <= 0x5bd) ||
	    (c >= 0x64b && c <= 0x652) || (c >= 0x200b && c <= 0x200f) ||
	    (c >= 0xfe00 && c <= 0xfe0f) || c == 0x3099 || c == 0x309a)
		return 0;
	return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xd7a3) ||
	    (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xff60) ||
	    c >= 0x1f300 ? 2 : 1;
}

size_t
fb_lines_in(fb_str s, double width)
{
	size_t lines = 1, at = 0, len;

	while (s.n) {
		uint32_t c = fb_utf8_next(s, &len);

		s = (fb_str){ s.p + len, s.n - len };
		at += c == '\n' ? 0 : columns(c);
		if (c != '\n' && (double)at <= width)
			continue;
		lines++;
		at = c == '\n' ? 0 : columns(c);
	}
	return lines;
}

double
fb_height_for(fb_str s, double width, double line_pt, double least_pt)
{
	double pt = (double)fb_lines_in(s, width) * line_pt + 6;

	return pt > least_pt ? pt : least_pt;
}

/* Bytes of s that take at most so many lines: to behind the last line end in
 * the second half, else behind the last blank, else as far as they reach. */
static size_t
cut_lines(fb_str s, size_t lines, double width)
{
	size_t lo = 0, hi = s.n, at, floor;

	if (fb_lines_in(s, width) <= lines)
		return s.n;
	while (lo < hi) {
		size_t mid = lo + (hi - lo + 1) / 2;

		if (fb_lines_in((fb_str){ s.p, mid }, width) <= lines)
			lo = mid;
		else
			hi = mid - 1;
	}
	floor = lo / 2;
	for (at = lo; at > floor; at--)
		if (s.p[at - 1] == '\n')
			return at;
	for (at = lo; at > floor; at--)
		if (s.p[at - 1] == ' ')
			return at;
	while (lo > 1 && ((unsigned char)s.p[lo] & 0xc0) == 0x80)
		lo--;
	return lo ? lo : s.n;
}

size_t
fb_parts_of(struct fb_making *m, fb_str words, size_t lines, double width,
    fb_str **parts)
{
	struct fb_buf b = {0};
	fb_str rest;
	size_t n = 0, cap = 0;
	fb_str *v = NULL, *kept;

	fb_gate_sheet(&b, words, &m->gated);
	rest = fb_arena_copy(&m->report->mem, fb_buf_str(&b));
	do {
		size_t len = fb_gate_cell(rest);

		if (lines)
			len = cut_lines((fb_str){ rest.p, len }, lines, width);
		v = fb_grow(v, &cap, n + 1, sizeof *v);
		v[n++] = (fb_str){ rest.p, len };
		rest = (fb_str){ rest.p + len, rest.n - len };
	} while (rest.n);
	kept = fb_arena_zalloc(&m->report->mem, n, sizeof *kept);
	memcpy(kept, v, n * sizeof *kept);
	free(v);
	fb_buf_release(&b);
	*parts = kept;
	return n;
}
