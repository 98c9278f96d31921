/* csv.c - rows from libcsv; the only file that sees it. */
#include <csv.h>
#include <stdlib.h>

#include "ingest/csv.h"

#define END '\x1f'

/* With no_quotes: a byte that UTF-8 does not have. */
enum { NO_QUOTE = 0xff };
enum { REREAD_MAX = 64 }; /* times max_record, for quotes that never close */

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void
take_field(void *p, size_t n, void *arg)
{
	struct fb_csv *c = arg;

	c->cells = fb_grow(c->cells, &c->cap, c->n + 1, sizeof *c->cells);
	c->cells[c->n++].n = n;
	fb_buf_add(&c->text, (fb_str){ p, n });
	fb_buf_addc(&c->text, END);
}

static void
take_row(int end, void *arg)
{
	struct fb_csv *c = arg;

	(void)end;
	c->done = true;
}

static void
start_parser(struct fb_csv *c)
{
	if (c->parser)
		csv_free(c->parser);
	else
		c->parser = fb_zalloc(1, sizeof(struct csv_parser));
	csv_init(c->parser, 0);
	csv_set_space_func(c->parser, no_space);
	csv_set_delim(c->parser, (unsigned char)c->delim);
	if (c->no_quotes)
		csv_set_quote(c->parser, NO_QUOTE);
}

static const char *
too_long(struct fb_csv *c)
{
	fb_buf_printf(&c->why, "%zu: the row that starts here is longer than %zu "
	    "bytes%s; raise --max-record if that is right", c->line,
	    c->max_record, c->unclosed ? " and a quote in it is still open" : "");
	return fb_buf_cstr(&c->why);
}

/* Forget the rows given, read more. */
static const char *
fill(struct fb_csv *c)
{
	struct fb_seek *s[] = { &c->lf, &c->cr };
	size_t gone = c->row;
	bool more;
	const char *why;

	if (c->win.n - gone > c->max_record)
		return too_long(c);
	if (gone) {
		memmove(c->win.p, c->win.p + gone, c->win.n - gone);
		c->win.n -= gone;
		c->row = 0;
		c->at -= gone;
		c->shut -= c->shut ? gone : 0;
	}
	for (size_t i = 0; i < 2; i++) {
		s[i]->seen = s[i]->seen > gone ? s[i]->seen - gone : 0;
		if (s[i]->hit != SIZE_MAX)
			s[i]->hit = s[i]->hit >= gone ? s[i]->hit - gone : SIZE_MAX;
	}
	if ((why = fb_bytes_read(&c->in, &c->win, &more)))
		return why;
	c->eof = !more;
	return NULL;
}

static size_t
seek(const struct fb_csv *c, struct fb_seek *s)
{
	size_t from = s->seen > c->at ? s->seen : c->at;
	const char *p = fb_buf_str(&c->win).p, *hit;

	if (s->hit != SIZE_MAX && s->hit >= c->at)
		return s->hit;
	hit = from < c->win.n ? memchr(p + from, s->byte, c->win.n - from) : NULL;
	s->hit = hit ? (size_t)(hit - p) : SIZE_MAX;
	s->seen = hit ? s->hit + 1 : c->win.n;
	return s->hit;
}

/* Behind the end of the line that starts at c->at; SIZE_MAX: not in sight. */
static size_t
line_end(struct fb_csv *c)
{
	size_t lf = seek(c, &c->lf), cr = seek(c, &c->cr);

	if (cr > lf)
		return lf + 1;
	if (cr == SIZE_MAX)
		return SIZE_MAX;
	if (cr + 1 < c->win.n)
		return lf == cr + 1 ? cr + 2 : cr + 1;
	return c->eof ? cr + 1 : SIZE_MAX;
}

/* Pass one physical line: its bytes, *whole when it has a line end. */
static const char *
next_line(struct fb_csv *c, fb_str *line, bool *whole)
{
	size_t end;
	const char *why;

	*line = FB_LIT("");
	while ((end = line_end(c)) == SIZE_MAX && !c->eof)
		if ((why = fill(c)))
			return why;
	*whole = end != SIZE_MAX;
	if (!*whole)
		end = c->win.n;
	*line = (fb_str){ fb_buf_str(&c->win).p + c->at, end - c->at };
	c->nlines += line->n > 0;
	c->at = end;
	return NULL;
}

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Does each quote open a field, close one or stand for a doubled one? */
static bool
quotes_stray(fb_str s, char delim)
{
	const char *p = s.p, *end = s.p + s.n, *q;

	while ((q = memchr(p, '"', (size_t)(end - p)))) {
		if (q > s.p && q[-1] != delim)
			return true;
		for (p = q + 1;; p += 2) {
			p = memchr(p, '"', (size_t)(end - p));
			if (!p)
				return true;
			if (p + 1 == end || p[1] != '"')
				break;
		}
		p++;
		if (p < end && *p != delim)
			return true;
	}
	return false;
}

static void
finish_row(struct fb_csv *c)
{
	const char *p = fb_buf_str(&c->text).p;
	fb_str bare;

	c->raw = (fb_str){ c->win.p + c->row, c->at - c->row };
	for (size_t i = 0; i < c->n; i++) {
		c->cells[i].p = p;
		p += c->cells[i].n + 1;
	}
	bare = c->raw;
	while (bare.n && is_line_end(bare.p[bare.n - 1]))
		bare.n--;
	c->nspan = c->nlines + 1 - c->line;
	c->stray = !c->unclosed && !c->no_quotes && quotes_stray(bare, c->delim);
}

/* Nothing closed the quote: the row is what stands up to the end of the line
 * that opened it, and the next line is a row again. */
static const char *
give_up(struct fb_csv *c)
{
	c->reread += c->at - c->shut;
	if (c->reread / REREAD_MAX > c->max_record) {
		fb_buf_printf(&c->why, "%zu: too many quotes that never close; "
		    "is this CSV?", c->unclosed);
		return fb_buf_cstr(&c->why);
	}
	c->at = c->shut;
	c->nlines = c->unclosed;
	c->lf.seen = c->cr.seen = 0;
	c->lf.hit = c->cr.hit = SIZE_MAX;
	c->n = 0;
	c->text.n = 0;
	start_parser(c);
	return NULL;
}

static const char *
feed(struct fb_csv *c, fb_str line, bool whole)
{
	size_t n = csv_parse(c->parser, line.p, line.n, take_field, take_row, c);

	if (!whole)
		csv_parse(c->parser, "\n", 1, take_field, take_row, c);
	return n == line.n ? NULL : csv_strerror(csv_error(c->parser));
}

static void
begin_row(struct fb_csv *c)
{
	c->row = c->at;
	c->n = 0;
	c->text.n = 0;
	c->unclosed = 0;
	c->shut = 0;
	c->done = false;
	c->line = c->nlines + 1;
}

/* One more line of the row; *over when there is none. */
static const char *
add_line(struct fb_csv *c, bool *over)
{
	size_t had = c->n;
	bool whole;
	fb_str line;
	const char *why = next_line(c, &line, &whole);

	*over = !line.n;
	if (why || *over)
		return why;
	if (!c->unclosed && is_line_end(line.p[0])) {
		begin_row(c);
		return NULL;
	}
	if ((why = feed(c, line, whole)))
		return why;
	/* Still open: by this line's quote, or by one of a line before it? */
	if (!c->done && (!c->unclosed || c->n > had)) {
		c->unclosed = c->nlines;
		c->shut = c->at;
	}
	return NULL;
}

const char *
fb_csv_next(struct fb_csv *c, bool *got)
{
	const char *why = NULL;
	bool over = false;

	*got = false;
	begin_row(c);
	while (!c->done && !over)
		if ((why = add_line(c, &over)))
			return why;
	if (over && !c->unclosed)
		return NULL;
	if (over && (why = give_up(c)))
		return why;
	if (!over)
		c->unclosed = 0;
	if (c->at - c->row > c->max_record)
		return too_long(c);
	finish_row(c);
	*got = true;
	return NULL;
}

/* Excel's first line "sep=;" is no row. */
static const char *
read_sep(struct fb_csv *c)
{
	size_t end;
	fb_str s;
	const char *why;

	while (c->win.n < 7 && !c->eof)
		if ((why = fill(c)))
			return why;
	s = fb_buf_str(&c->win);
	end = line_end(c);
	if (!fb_str_starts(s, FB_LIT("sep=")) || end == SIZE_MAX || end < 6 ||
	    !is_line_end(s.p[5]))
		return NULL;
	if (!c->delim)
		c->delim = s.p[4];
	c->at = end;
	c->nlines = 1;
	return NULL;
}

const char *
fb_csv_open(struct fb_csv *c, const char *path, const struct fb_csv_opts *o)
{
	const char *why;

	*c = (struct fb_csv){ .delim = o->delim, .no_quotes = o->no_quotes,
	    .max_record = o->max_record,
	    .lf = { '\n', SIZE_MAX, 0 }, .cr = { '\r', SIZE_MAX, 0 } };
	if ((why = fb_bytes_open(&c->in, path)) || (why = read_sep(c)))
		return why;
	if (!c->delim)
		c->delim = ',';
	start_parser(c);
	return NULL;
}

void
fb_csv_close(struct fb_csv *c)
{
	if (c->parser)
		csv_free(c->parser);
	free(c->parser);
	fb_bytes_close(&c->in);
	fb_buf_release(&c->win);
	fb_buf_release(&c->why);
	fb_buf_release(&c->text);
	free(c->cells);
	*c = (struct fb_csv){0};
}
