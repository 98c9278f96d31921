/* book_cell.c - cells, each counted as it is written. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/time.h"
#include "base/utf8.h"
#include "pack/xlsx.h"
#include "sheet/book_part.h"

/* Columns past the library's own type stay past its limit, and are refused. */
static lxw_col_t
column(uint32_t col)
{
	return col < LXW_COL_MAX ? (lxw_col_t)col : LXW_COL_MAX;
}

/* In base 64 and as a line: printf would take as long as the digest. */
static void
put_place(struct fb_buf *b, uint32_t n)
{
	fb_buf_addc(b, '\n');
	do
		fb_buf_addc(b, (char)('0' + (n & 63)));
	while (n >>= 6);
}

void
fb_book_where(struct fb_buf *b, fb_str sheet, uint32_t row, uint32_t col,
              char type)
{
	b->n = 0;
	fb_buf_add(b, sheet);
	put_place(b, row);
	put_place(b, col);
	fb_buf_addc(b, '\n');
	fb_buf_addc(b, type);
}

static void
see_row(struct fb_sheet *s, uint32_t row)
{
	size_t at = row / 8, old = s->cap_seen;
	unsigned char bit = (unsigned char)(1u << row % 8);

	if (at >= old || !s->seen) {
		s->seen = fb_grow(s->seen, &s->cap_seen, at + 1, 1);
		memset(s->seen + old, 0, s->cap_seen - old);
	}
	s->rows += !(s->seen[at] & bit);
	s->seen[at] |= bit;
}

void
fb_book_count(struct fb_sheet *s, uint32_t row, uint32_t col, char type,
              fb_str value)
{
	struct fb_buf *b = &s->book->scratch;

	fb_book_where(b, fb_cstr(s->name), row, col, type);
	fb_digest_add(&s->digest, fb_buf_str(b), value);
	see_row(s, row);
	s->cells++;
}

static bool
is_ascii(fb_str s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.n; i++)
		all |= (unsigned char)s.p[i];
	return all < 0x80;
}

/* Why the text may not enter a workbook; NULL when it may. */
static const char *
unfit(fb_str s)
{
	size_t units = 0, len;

	if (s.n && memchr(s.p, '\0', s.n))
		return "a text holds a NUL";
	if (s.n <= FB_CELL_UNITS && is_ascii(s))
		return NULL;
	while (s.n) {
		uint32_t c = fb_utf8_next(s, &len);

		if (c == FB_UTF8_BAD)
			return "a text is not UTF-8";
		if (c == 0xfffe || c == 0xffff)
			return "a text holds a noncharacter";
		units += c > 0xffff ? 2 : 1;
		s = (fb_str){ s.p + len, s.n - len };
	}
	return units > FB_CELL_UNITS ? "a text is longer than a cell holds" :
		NULL;
}

const char *
fb_book_gated(struct fb_sheet *s, fb_str text)
{
	struct fb_buf *b = &s->book->scratch;
	const char *why = s->book->why.n ? "" : unfit(text);

	if (why) {
		fb_book_fail(s->book, s, why);
		return NULL;
	}
	b->n = 0;
	fb_buf_add(b, text);
	return fb_buf_cstr(b);
}

/* What the reader will find for a text. */
static void
count_text(struct fb_sheet *s, uint32_t row, uint32_t col, fb_str text)
{
	struct fb_buf plain = {0};

	if (!memchr(text.p, '_', text.n)) {
		fb_book_count(s, row, col, 's', text);
		return;
	}
	fb_xlsx_unescape(&plain, text);
	fb_book_count(s, row, col, 's', fb_buf_str(&plain));
	fb_buf_release(&plain);
}

void
fb_sheet_text(struct fb_sheet *s, uint32_t row, uint32_t col, fb_str text,
              unsigned look)
{
	const char *c = fb_book_gated(s, text);

	if (!c)
		return;
	if (!text.n)
		fb_sheet_blank(s, row, col, look);
	else if (fb_book_took(s, worksheet_write_string(s->lxw, row,
	                      column(col), c, fb_book_face(s->book, look))))
		count_text(s, row, col, text);
}

/* The same bytes as the library's %.16G; of whole numbers without printf. */
static fb_str
put_double(char text[40], double v)
{
	char *p = text + 40;
	uint64_t n = (uint64_t)fabs(v < 1e15 && v > -1e15 ? v : 0);

	if (!n || (double)n != fabs(v)) {
		snprintf(text, 40, "%.16G", v);
		return fb_cstr(text);
	}
	do
		*--p = (char)('0' + n % 10);
	while (n /= 10);
	if (v < 0)
		*--p = '-';
	return (fb_str){ p, (size_t)(text + 40 - p) };
}

void
fb_sheet_number(struct fb_sheet *s, uint32_t row, uint32_t col, double v,
                unsigned look)
{
	char text[40];

	if (s->book->why.n)
		return;
	if (!isfinite(v)) {
		fb_book_fail(s->book, s, "a number is not finite");
		return;
	}
	if (v == 0)
		v = 0; /* and not -0 */
	if (!fb_book_took(s, worksheet_write_number(s->lxw, row,
	                  column(col), v, fb_book_face(s->book, look))))
		return;
	fb_book_count(s, row, col, 'n', put_double(text, v));
}

void
fb_sheet_bool(struct fb_sheet *s, uint32_t row, uint32_t col, bool v,
              unsigned look)
{
	if (!s->book->why.n && fb_book_took(s, worksheet_write_boolean(s->lxw,
	                row, column(col), v, fb_book_face(s->book, look))))
		fb_book_count(s, row, col, 'b', v ? FB_LIT("1") : FB_LIT("0"));
}

void
fb_sheet_date(struct fb_sheet *s, uint32_t row, uint32_t col, int32_t day,
              unsigned look)
{
	if (day < fb_days(1900, 3, 1))
		fb_book_fail(s->book, s, "a date is before March 1900");
	else
		fb_sheet_number(s, row, col, day - fb_days(1899, 12, 30), look);
}

void
fb_sheet_blank(struct fb_sheet *s, uint32_t row, uint32_t col, unsigned look)
{
	if (!s->book->why.n)
		fb_book_took(s, worksheet_write_blank(s->lxw, row,
		             column(col), fb_book_face(s->book, look)));
}

/* A tuple list needs two pieces at least; *all is the whole text. */
static size_t
gather(struct fb_sheet *s, const struct fb_piece *p, size_t n,
       lxw_rich_string_tuple *t, struct fb_buf *all)
{
	size_t used = 0;

	for (size_t i = 0; i < n; i++) {
		const char *c = p[i].text.n ? fb_book_gated(s, p[i].text) : NULL;

		if (!c)
			continue;
		t[used].format = fb_book_face(s->book, p[i].look);
		t[used++].string = fb_str_dup(fb_cstr(c));
		fb_buf_add(all, p[i].text);
	}
	return used;
}

void
fb_sheet_rich(struct fb_sheet *s, uint32_t row, uint32_t col,
              const struct fb_piece *p, size_t n, unsigned look)
{
	lxw_rich_string_tuple *t = fb_zalloc(n + 1, sizeof *t);
	lxw_rich_string_tuple **list = fb_zalloc(n + 1, sizeof *list);
	struct fb_buf all = {0};
	size_t used = gather(s, p, n, t, &all);

	for (size_t i = 0; i < used; i++)
		list[i] = &t[i];
	if (used < 2)
		fb_sheet_text(s, row, col, fb_buf_str(&all), look);
	else if (fb_book_gated(s, fb_buf_str(&all)) &&
	         fb_book_took(s, worksheet_write_rich_string(s->lxw, row,
	                 column(col), list, fb_book_face(s->book, look))))
		count_text(s, row, col, fb_buf_str(&all));
	for (size_t i = 0; i < used; i++)
		free(t[i].string);
	free(t);
	free(list);
	fb_buf_release(&all);
}

void
fb_sheet_link(struct fb_sheet *s, uint32_t row, uint32_t col,
              const char *place, fb_str text, const char *tip, unsigned look)
{
	const char *c = fb_book_gated(s, text);
	struct fb_buf url = {0};

	if (!c)
		return;
	if (!text.n || s->links == FB_LINKS_MAX) {
		fb_sheet_text(s, row, col, text, look);
		return;
	}
	fb_buf_printf(&url, "internal:%s", place);
	if (fb_book_took(s, worksheet_write_url_opt(s->lxw, row,
	                 column(col), fb_buf_cstr(&url),
	                 fb_book_face(s->book, look), c, tip))) {
		s->links++;
		count_text(s, row, col, text);
	}
	fb_buf_release(&url);
}

void
fb_sheet_merge(struct fb_sheet *s, uint32_t row, uint32_t col,
               uint32_t last_col, fb_str text, unsigned look)
{
	const char *c = fb_book_gated(s, text);

	if (!c)
		return;
	if (last_col <= col) {
		fb_sheet_text(s, row, col, text, look);
		return;
	}
	if (fb_book_took(s, worksheet_merge_range(s->lxw, row, column(col),
	                 row, column(last_col), c,
	                 fb_book_face(s->book, look))) && text.n)
		count_text(s, row, col, text);
}
