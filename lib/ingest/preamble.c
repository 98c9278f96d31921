/* preamble.c - lines above the header. */
#include <stdint.h>
#include <stdlib.h>

#include "base/num.h"
#include "ingest/preamble.h"
#include "ingest/sniff.h"

enum { DEEP = 30, ROWS = 200, WIDE = 256, FEW = 3, LENGTH = 64 * 1024 };

/* A row of the head, as it is read. */
struct peek {
	size_t at;           /* where it begins */
	size_t n, filled;    /* cells; those that say something */
	fb_str cells[WIDE];  /* as written */
};

struct walk {
	fb_str s;
	char delim, quote;
	size_t at;
};

static void
end_cell(struct peek *r, fb_str s, char quote)
{
	s = fb_str_trim(s);
	if (s.n > 1 && *s.p == quote && s.p[s.n - 1] == quote)
		s = fb_str_trim((fb_str){ s.p + 1, s.n - 2 });
	if (r->n < WIDE)
		r->cells[r->n] = s;
	r->n++;
	r->filled += s.n > 0;
}

/* The next row whose end is in sight. */
static bool
next_row(struct walk *w, struct peek *r)
{
	bool inside = false;
	size_t start;

	while (w->at < w->s.n && fb_is_line_end(w->s.p[w->at]))
		w->at++;
	r->at = start = w->at;
	r->n = r->filled = 0;
	for (; w->at < w->s.n; w->at++) {
		char c = w->s.p[w->at];

		if (c == w->quote && (inside || w->at == start))
			inside = !inside;
		if (inside || (c != w->delim && !fb_is_line_end(c)))
			continue;
		end_cell(r, (fb_str){ w->s.p + start, w->at - start },
		    w->quote);
		start = w->at + 1;
		if (c != w->delim)
			return true;
	}
	return false;
}

/* Names, each once, and no numbers. */
static bool
names_columns(const struct peek *r)
{
	if (r->filled < FEW || r->n > WIDE)
		return false;
	for (size_t i = 0; i < r->n; i++) {
		int64_t milli;

		if (!r->cells[i].n)
			continue;
		if (!fb_parse_milli(r->cells[i], &milli, NULL))
			return false;
		for (size_t k = 0; k < i; k++)
			if (fb_str_eq(r->cells[i], r->cells[k]))
				return false;
	}
	return true;
}

/* What stands below a name: cells that say something, numbers and dates. */
struct below {
	size_t filled, digits;
};

static void
add_row(struct below *v, const struct peek *r)
{
	for (size_t i = 0; i < r->n && i < WIDE; i++) {
		fb_str s = r->cells[i];

		v[i].filled += s.n > 0;
		v[i].digits += s.n && *s.p >= '0' && *s.p <= '9';
	}
}

/* Have nine of ten rows behind it as many cells, and a column of numbers? */
static bool
heads_table(struct walk w, const struct peek *header)
{
	struct peek *r = fb_zalloc(1, sizeof *r);
	struct below v[WIDE] = {{0}};
	size_t rows = 0, same = 0;
	bool numbers = false;

	while (rows < ROWS && next_row(&w, r)) {
		rows++;
		same += r->n == header->n;
		add_row(v, r);
	}
	for (size_t i = 0; i < header->n && !numbers; i++)
		numbers = header->cells[i].n && v[i].filled > 1 &&
		    v[i].digits * 10 >= v[i].filled * 9;
	free(r);
	return numbers && same * 10 >= rows * 9;
}

static size_t
count_lines(fb_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n' || (s.p[i] == '\r' &&
		    !(i + 1 < s.n && s.p[i + 1] == '\n'));
	return n;
}

/* Where the header begins; SIZE_MAX: no row is one. */
static size_t
find_header(fb_str head, char delim, char quote)
{
	struct walk w = { head, delim, quote, 0 };
	struct peek *r = fb_zalloc(1, sizeof *r);
	size_t most = 0, at = SIZE_MAX;

	for (size_t i = 0; i < DEEP && next_row(&w, r); i++) {
		if (names_columns(r) && heads_table(w, r)) {
			at = !i ? 0 : most * 2 < r->filled ? r->at : SIZE_MAX;
			break;
		}
		most = r->filled > most ? r->filled : most;
	}
	free(r);
	return at;
}

size_t
fb_preamble(fb_str head, const struct fb_csv_opts *o)
{
	char told[] = { fb_sniff_delimiter(head, o), '\0' };
	char quote = o->no_quotes ? 0 : o->quote ? o->quote : '"';
	size_t best = 0;

	if (o->between.n || fb_str_starts(head, FB_LIT("sep=")))
		return 0;
	head.n = head.n < LENGTH ? head.n : LENGTH;
	for (const char *d = *told ? told : ",;\t|"; *d; d++) {
		size_t at = find_header(head, *d, quote);

		if (!at)
			return 0;
		if (at < SIZE_MAX)
			best = best && best < at ? best : at;
	}
	return count_lines((fb_str){ head.p, best });
}
