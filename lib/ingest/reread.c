/* reread.c - rows with quotes out of place. */
#include <stdlib.h>

#include "ingest/dialect.h"
#include "ingest/lines.h"
#include "ingest/reread.h"

#define END '\x1f'

/* Quotes out of place that a row may have, and places in the table below. */
enum { MOST = 3, TABLE_MAX = 1 << 18 };

bool
fb_quotes_stray(fb_str s, char delim, char quote)
{
	const char *p = s.p, *end = s.p + s.n, *q;

	while ((q = memchr(p, quote, (size_t)(end - p)))) {
		if (q > s.p && q[-1] != delim)
			return true;
		for (p = q + 1;; p += 2) {
			p = memchr(p, quote, (size_t)(end - p));
			if (!p)
				return true;
			if (p + 1 == end || p[1] != quote)
				break;
		}
		p++;
		if (p < end && *p != delim)
			return true;
	}
	return false;
}

bool
fb_rows_fit(fb_str s, char delim, char quote, size_t width)
{
	enum fb_at at = FB_AT_START;
	size_t n = 1;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (at == FB_AT_INSIDE) {
			at = c == quote ? FB_AT_CLOSED : at;
		} else if (c == delim) {
			at = FB_AT_START;
			n++;
		} else if (fb_is_line_end(c)) {
			if (n != width && (n > 1 || at != FB_AT_START))
				return false;
			at = FB_AT_START;
			n = 1;
		} else if (c == quote) {
			if (at == FB_AT_PLAIN)
				return false;
			at = FB_AT_INSIDE;
		} else if (at == FB_AT_CLOSED) {
			return false;
		} else {
			at = FB_AT_PLAIN;
		}
	}
	return at == FB_AT_INSIDE ? n <= width :
	    n == width || (n == 1 && at == FB_AT_START);
}

/* The best way to read what begins at a place as so many cells. */
struct way {
	unsigned char cost; /* quotes out of place */
	unsigned char ways; /* 0: none, 1, or 2 for more */
	bool quoted;        /* its first cell */
	unsigned next;      /* the place behind that cell */
};

struct table {
	fb_str s;
	char delim, quote;
	size_t width;
	size_t *place;      /* where a cell may begin, and behind the end */
	size_t n;           /* places but the last */
	struct way *v;      /* place i and k cells: i * (width + 1) + k */
};

static struct way *
way(const struct table *t, size_t i, size_t k)
{
	return &t->v[i * (t->width + 1) + k];
}

/* The cell at place i can end before place next. */
static void
allow(struct table *t, size_t i, size_t next, size_t cost, bool quoted)
{
	for (size_t k = 1; k <= t->width && cost <= MOST; k++) {
		const struct way *rest = way(t, next, k - 1);
		struct way *w = way(t, i, k);
		size_t all = cost + rest->cost;

		if (!rest->ways || all > MOST || (w->ways && all > w->cost))
			continue;
		if (w->ways && all == w->cost)
			w->ways = 2;
		else
			*w = (struct way){ (unsigned char)all, rest->ways,
			    quoted, (unsigned)next };
	}
}

static size_t
quotes_at(const struct table *t, size_t at)
{
	size_t n = 0;

	while (at + n < t->s.n && t->s.p[at + n] == t->quote)
		n++;
	return n;
}

/* Of a run of quotes in a cell two stand for one; one alone is out of place. */
static void
allow_quoted(struct table *t, size_t i)
{
	size_t lone = 0, next = i + 1, run;

	for (size_t at = t->place[i] + 1; at < t->s.n && lone <= MOST;
	    at += run ? run : 1) {
		run = quotes_at(t, at);
		if (!run)
			continue;
		while (t->place[next] <= at + run && next < t->n)
			next++;
		if (t->place[next] == at + run + 1)
			allow(t, i, next, lone + (run - 1) % 2, true);
		lone += run % 2;
	}
}

static void
allow_plain(struct table *t, size_t i)
{
	size_t quotes = 0;

	for (size_t at = t->place[i]; at + 1 < t->place[i + 1]; at++)
		quotes += t->s.p[at] == t->quote;
	allow(t, i, i + 1, quotes, false);
}

static bool
find_places(struct table *t)
{
	size_t n = 2;

	for (size_t i = 0; i < t->s.n; i++)
		n += t->s.p[i] == t->delim;
	if (n < t->width || n > TABLE_MAX / (t->width + 1))
		return false;
	t->place = fb_zalloc(n, sizeof *t->place);
	for (size_t i = 0; i < t->s.n; i++)
		if (t->s.p[i] == t->delim)
			t->place[++t->n] = i + 1;
	t->place[++t->n] = t->s.n + 1;
	t->v = fb_zalloc(n * (t->width + 1), sizeof *t->v);
	way(t, t->n, 0)->ways = 1;
	return true;
}

static void
put_cell(const struct table *t, struct fb_buf *to, size_t at, size_t end,
    bool quoted)
{
	for (at += quoted, end -= quoted; at < end;) {
		size_t run = quoted ? quotes_at(t, at) : 0;

		run = at + run > end ? end - at : run;
		for (size_t i = 0; i < run / 2 + run % 2; i++)
			fb_buf_addc(to, t->quote);
		if (!run)
			fb_buf_addc(to, t->s.p[at]);
		at += run ? run : 1;
	}
}

static void
put_row(const struct table *t, struct fb_row *row)
{
	row->n = row->text.n = 0;
	row->cells = fb_grow(row->cells, &row->cap, t->width,
	    sizeof *row->cells);
	for (size_t i = 0, k = t->width; k; k--) {
		const struct way *w = way(t, i, k);
		size_t from = row->text.n;

		put_cell(t, &row->text, t->place[i], t->place[w->next] - 1,
		    w->quoted);
		row->cells[row->n++].n = row->text.n - from;
		fb_buf_addc(&row->text, END);
		i = w->next;
	}
}

bool
fb_reread(struct fb_row *row, fb_str line, char delim, char quote, size_t width)
{
	struct table t = { .s = line, .delim = delim, .quote = quote,
	    .width = width };
	bool found = false;

	if (find_places(&t)) {
		for (size_t i = t.n; i--;) {
			allow_plain(&t, i);
			if (t.place[i] < line.n && line.p[t.place[i]] == quote)
				allow_quoted(&t, i);
		}
		found = way(&t, 0, width)->ways == 1;
	}
	if (found)
		put_row(&t, row);
	free(t.place);
	free(t.v);
	return found;
}
