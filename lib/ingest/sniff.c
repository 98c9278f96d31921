/* sniff.c - how a table is written, told from its first bytes. */
#include "base/utf8.h"
#include "ingest/sniff.h"

enum { ROWS = 500, LENGTH = 64 * 1024 };

/* What a way of reading makes of the head. */
struct view {
	size_t header;  /* cells of the first row */
	size_t rows, same; /* whole rows; those with as many cells */
	size_t stray;   /* quotes where none belongs */
	size_t quoted;  /* cells in quotes, of all */
	size_t cells;
};

static enum fb_at
end_row(struct view *v, size_t *cells)
{
	if (!v->rows)
		v->header = *cells;
	v->same += *cells == v->header;
	v->rows++;
	*cells = 1;
	return FB_AT_START;
}

/* Bytes of the delimiter at i, if it is one. */
static size_t
delim_at(fb_str s, size_t i, const struct fb_csv_opts *o)
{
	if (!o->between.n)
		return s.p[i] == o->delim;
	return fb_str_starts((fb_str){ s.p + i, s.n - i }, o->between) ?
	    o->between.n : 0;
}

/* The next state for a byte outside a row's end; counts what is noticed. */
static enum fb_at
step(struct view *v, enum fb_at at, char c, bool delim,
    const struct fb_csv_opts *o, size_t *cells)
{
	bool quote = o->quote && c == o->quote;

	if (at == FB_AT_INSIDE)
		return quote ? FB_AT_CLOSED : at;
	if (delim) {
		v->quoted += at == FB_AT_CLOSED;
		v->cells++;
		++*cells;
		return FB_AT_START;
	}
	if (at == FB_AT_START)
		return quote ? FB_AT_INSIDE : FB_AT_PLAIN;
	if (at == FB_AT_CLOSED && quote)
		return FB_AT_INSIDE;
	v->stray += quote || at == FB_AT_CLOSED;
	return FB_AT_PLAIN;
}

static struct view
look(fb_str s, const struct fb_csv_opts *o)
{
	struct view v = {0};
	enum fb_at at = FB_AT_START;
	size_t cells = 1, delim;

	for (size_t i = 0; i < s.n && i < LENGTH && v.rows < ROWS; i++) {
		char c = s.p[i];

		if (at == FB_AT_INSIDE && o->escape && c == o->escape) {
			i++;
		} else if (at != FB_AT_INSIDE && fb_is_line_end(c)) {
			if (at == FB_AT_START && cells == 1)
				continue;
			v.quoted += at == FB_AT_CLOSED;
			v.cells++;
			at = end_row(&v, &cells);
		} else {
			delim = at == FB_AT_INSIDE ? 0 : delim_at(s, i, o);
			at = step(&v, at, c, delim, o, &cells);
			i += delim ? delim - 1 : 0;
		}
	}
	if (at != FB_AT_INSIDE && s.n < LENGTH &&
	    (at != FB_AT_START || cells > 1)) {
		v.quoted += at == FB_AT_CLOSED;
		v.cells++;
		end_row(&v, &cells);
	}
	v.stray += at == FB_AT_INSIDE && s.n < LENGTH;
	return v;
}

/* Is a the better view of the two? As fractions, then by cells. */
static bool
better(const struct view *a, const struct view *b)
{
	if (!b->rows || a->same * b->rows != b->same * a->rows)
		return !b->rows || a->same * b->rows > b->same * a->rows;
	return a->header > b->header;
}

void
fb_put_delimiter(struct fb_buf *b, fb_str delim)
{
	if (fb_str_eq(delim, FB_LIT("\t")))
		fb_buf_adds(b, "delimiter: tab");
	else
		fb_buf_printf(b, "delimiter: '%.*s'", (int)delim.n, delim.p);
}

static void
say_delimiter(char c, const struct view *v, struct fb_buf *say)
{
	if (!v->rows) {
		fb_buf_adds(say, "delimiter: ',', as the header has a single "
		    "cell with any\n");
		return;
	}
	fb_put_delimiter(say, (fb_str){ &c, 1 });
	fb_buf_printf(say, ", as %zu of the first %zu rows have the header's "
	    "%zu cells\n", v->same, v->rows, v->header);
}

/* 0 when no header has two cells. */
static char
likeliest(fb_str s, const struct fb_csv_opts *o, struct view *best)
{
	static const char all[] = { ',', ';', '\t', '|' };
	struct fb_csv_opts with = *o;
	char found = 0;

	*best = (struct view){0};
	for (size_t i = 0; i < sizeof all; i++) {
		struct view v;

		with.delim = all[i];
		v = look(s, &with);
		if (v.header > 1 && better(&v, best)) {
			*best = v;
			found = all[i];
		}
	}
	return found;
}

char
fb_sniff_delimiter(fb_str s, const struct fb_csv_opts *o)
{
	struct fb_csv_opts with = *o;
	struct view best;

	if (!with.quote)
		with.quote = '"';
	return o->delim ? o->delim : likeliest(s, &with, &best);
}

static void
find_delimiter(fb_str s, struct fb_csv_opts *o, struct fb_buf *say)
{
	struct view best;
	char found = likeliest(s, o, &best);

	o->delim = found ? found : ',';
	say_delimiter(o->delim, &best, say);
}

static void
find_quote(fb_str s, struct fb_csv_opts *o, struct fb_buf *say)
{
	struct fb_csv_opts with = *o;
	struct view v;

	o->quote = '"';
	if (memchr(s.p, '"', s.n) || !memchr(s.p, '\'', s.n))
		return;
	with.quote = '\'';
	v = look(s, &with);
	if (v.stray || !v.quoted || v.quoted + 1 < v.rows)
		return;
	o->quote = '\'';
	fb_buf_printf(say, "quotes: single ones, as %zu of %zu cells stand in "
	    "them\n", v.quoted, v.cells);
}

/* Is each delimiter followed by a blank, so that quotes stand behind it? */
static void
find_blank(fb_str s, struct fb_csv_opts *o, struct fb_buf *say)
{
	static const char *const padded[] = { ", ", "; ", "| " };
	struct fb_csv_opts with = *o;
	struct view plain = look(s, o), wide;

	for (size_t i = 0; i < sizeof padded / sizeof *padded; i++) {
		if (*padded[i] != o->delim || !plain.stray)
			continue;
		with.between = fb_cstr(padded[i]);
		wide = look(s, &with);
		if (wide.stray || !wide.quoted || better(&plain, &wide))
			continue;
		o->between = with.between;
		fb_buf_printf(say, "delimiter: '%s' with the blank, which "
		    "leaves 0 stray quotes instead of %zu\n", padded[i],
		    plain.stray);
	}
}

static void
find_escape(fb_str s, struct fb_csv_opts *o, struct fb_buf *say)
{
	struct fb_csv_opts with = *o;
	struct view plain, escaped;

	if (!memchr(s.p, '\\', s.n))
		return;
	plain = look(s, &with);
	with.escape = '\\';
	escaped = look(s, &with);
	if (!plain.stray || escaped.stray >= plain.stray || !escaped.quoted)
		return;
	o->escape = '\\';
	fb_buf_printf(say, "escapes: a backslash before a quote, which leaves "
	    "%zu stray quotes instead of %zu\n", escaped.stray, plain.stray);
}

static void
find_no_quotes(fb_str s, struct fb_csv_opts *o, struct fb_buf *say)
{
	struct fb_csv_opts with = *o;
	struct view quoted, bare;

	if (o->delim != '\t' && o->delim != '|')
		return;
	quoted = look(s, &with);
	with.quote = 0;
	bare = look(s, &with);
	if (!quoted.stray || bare.same < bare.rows || !bare.rows)
		return;
	o->no_quotes = true;
	fb_buf_printf(say, "quotes: none, as %zu stand where none belongs and "
	    "all rows fit without\n", quoted.stray);
}

void
fb_sniff_dialect(fb_str head, struct fb_csv_opts *o, struct fb_buf *say)
{
	bool asked = o->quote || o->escape || o->no_quotes;
	bool told = o->delim || o->between.n;

	if (!head.n)
		return;
	if (!o->quote)
		o->quote = '"';
	if (!o->delim && !fb_str_starts(head, FB_LIT("sep=")))
		find_delimiter(head, o, say);
	if (asked || !o->delim)
		return;
	find_quote(head, o, say);
	if (o->quote == '\'' )
		find_delimiter(head, o, say);
	if (!told)
		find_blank(head, o, say);
	find_escape(head, o, say);
	if (!o->escape)
		find_no_quotes(head, o, say);
}

const char *
fb_sniff_encoding(fb_str head, bool whole, struct fb_buf *say)
{
	size_t good = 0, bad = 0, len;
	const char *name;

	for (size_t i = 0; i < head.n; i += len) {
		fb_str left = { head.p + i, head.n - i };
		bool ok = fb_utf8_next(left, &len) != FB_UTF8_BAD;

		good += ok && len > 1;
		bad += !ok && (whole || left.n > 4);
	}
	if (!bad || bad <= good * 4 || memchr(head.p, '\0', head.n)) {
		fb_buf_printf(say, "encoding: UTF-8%s\n", bad ?
		    ", with faults" : good ? "" : ", nothing but ASCII so far");
		return NULL;
	}
	name = fb_charset_guess(head);
	fb_buf_printf(say, "encoding: %s, a guess from %zu bytes that are not "
	    "UTF-8; --encoding names another\n", name, bad);
	return name;
}
