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

enum where { START, PLAIN, INSIDE, CLOSED };

static enum where
end_row(struct view *v, size_t *cells)
{
	if (!v->rows)
		v->header = *cells;
	v->same += *cells == v->header;
	v->rows++;
	*cells = 1;
	return START;
}

/* The next state for a byte outside a row's end; counts what is noticed. */
static enum where
step(struct view *v, enum where at, char c, const struct fb_csv_opts *o,
    size_t *cells)
{
	bool quote = o->quote && c == o->quote;

	if (at == INSIDE)
		return quote ? CLOSED : INSIDE;
	if (c == o->delim) {
		v->quoted += at == CLOSED;
		v->cells++;
		++*cells;
		return START;
	}
	if (at == START)
		return quote ? INSIDE : PLAIN;
	if (at == CLOSED && quote)
		return INSIDE;
	v->stray += quote || at == CLOSED;
	return PLAIN;
}

static struct view
look(fb_str s, const struct fb_csv_opts *o)
{
	struct view v = {0};
	enum where at = START;
	size_t cells = 1;

	for (size_t i = 0; i < s.n && i < LENGTH && v.rows < ROWS; i++) {
		char c = s.p[i];

		if (at == INSIDE && o->escape && c == o->escape) {
			i++;
		} else if (at != INSIDE && fb_is_line_end(c)) {
			if (at == START && cells == 1)
				continue;
			v.quoted += at == CLOSED;
			v.cells++;
			at = end_row(&v, &cells);
		} else {
			at = step(&v, at, c, o, &cells);
		}
	}
	if (at != INSIDE && s.n < LENGTH && (at != START || cells > 1)) {
		v.quoted += at == CLOSED;
		v.cells++;
		end_row(&v, &cells);
	}
	v.stray += at == INSIDE && s.n < LENGTH;
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
fb_put_delimiter(struct fb_buf *b, char c)
{
	fb_buf_adds(b, "delimiter: ");
	if (c == '\t')
		fb_buf_adds(b, "tab");
	else
		fb_buf_printf(b, "'%c'", c);
}

static void
say_delimiter(char c, const struct view *v, struct fb_buf *say)
{
	if (!v->rows) {
		fb_buf_adds(say, "delimiter: ',', as the header has a single "
		    "cell with any\n");
		return;
	}
	fb_put_delimiter(say, c);
	fb_buf_printf(say, ", as %zu of the first %zu rows have the header's "
	    "%zu cells\n", v->same, v->rows, v->header);
}

static void
find_delimiter(fb_str s, struct fb_csv_opts *o, struct fb_buf *say)
{
	static const char all[] = { ',', ';', '\t', '|' };
	struct view best = {0};
	struct fb_csv_opts with = *o;
	char found = ',';

	for (size_t i = 0; i < sizeof all; i++) {
		struct view v;

		with.delim = all[i];
		v = look(s, &with);
		if (v.header > 1 && better(&v, &best)) {
			best = v;
			found = all[i];
		}
	}
	o->delim = found;
	say_delimiter(found, &best, say);
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
	if (v.stray || v.quoted * 2 < v.cells)
		return;
	o->quote = '\'';
	fb_buf_printf(say, "quotes: single ones, as %zu of %zu cells stand in "
	    "them\n", v.quoted, v.cells);
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
