/* csv.c - rows from libcsv; the only file that sees it. */
#include <csv.h>
#include <stdlib.h>

#include "ingest/csv.h"
#include "ingest/csv_stray.h"
#include "ingest/split.h"

#define END '\x1f'

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

	c->row.cells = fb_grow(c->row.cells, &c->row.cap, c->row.n + 1,
	    sizeof *c->row.cells);
	c->row.cells[c->row.n++].n = n;
	fb_buf_add(&c->row.text, (fb_str){ p, n });
	fb_buf_addc(&c->row.text, END);
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
	csv_set_quote(c->parser, c->quote ? (unsigned char)c->quote :
	    FB_NO_QUOTE);
}

static const char *
too_long(struct fb_csv *c)
{
	fb_buf_printf(&c->why, "%zu: the row that starts here is longer than "
	    "%zu bytes%s; raise --max-record if that is right", c->row.line,
	    c->lines->max,
	    c->unclosed ? " and a quote in it is still open" : "");
	return fb_buf_cstr(&c->why);
}

static void
finish_row(struct fb_csv *c)
{
	const char *p;

	c->row.raw = (fb_str){ c->lines->win.p + c->lines->row,
	    c->lines->at - c->lines->row };
	c->row.stray = c->row.reread = false;
	if (!c->plain_row && !c->unclosed && c->quote)
		fb_csv_stray(c);
	c->row.in = c->by_row ? NULL : c->lines;
	c->row.nspan = c->lines->n + 1 - c->row.line;
	if (c->plain_row)
		return;
	p = fb_buf_str(&c->row.text).p;
	for (size_t i = 0; i < c->row.n; i++) {
		c->row.cells[i].p = p;
		p += c->row.cells[i].n + 1;
	}
}

/* Nothing closed the quote: the row is what stands up to the end of the line
 * that opened it, and the next line is a row again. */
static const char *
give_up(struct fb_csv *c)
{
	struct fb_physical *l = c->lines;

	c->reread += l->at - l->row - c->shut;
	if (c->reread / REREAD_MAX > c->lines->max) {
		fb_buf_printf(&c->why, "%zu: too many quotes that never close; "
		    "is this CSV?", c->unclosed);
		return fb_buf_cstr(&c->why);
	}
	fb_physical_back(l, l->row + c->shut, c->unclosed);
	c->row.n = 0;
	c->row.text.n = 0;
	start_parser(c);
	return NULL;
}

static const char *
feed(struct fb_csv *c, fb_str line, bool whole)
{
	size_t n;

	if (c->odd)
		line = fb_translate(&c->dialect, line);
	n = csv_parse(c->parser, line.p, line.n, take_field, take_row,
	    c);

	if (!whole)
		csv_parse(c->parser, "\n", 1, take_field, take_row, c);
	return n == line.n ? NULL : csv_strerror(csv_error(c->parser));
}

static void
begin_row(struct fb_csv *c)
{
	c->lines->row = c->lines->at;
	c->row.n = 0;
	c->row.text.n = 0;
	c->unclosed = 0;
	c->shut = 0;
	c->done = c->plain_row = false;
	c->dialect.at = FB_AT_START;
	c->dialect.stray = false;
	c->row.line = c->by_row ? ++c->nth : c->lines->n + 1;
}

/* One more line of the row; *over when there is none. */
static const char *
add_line(struct fb_csv *c, bool *over)
{
	size_t had = c->row.n;
	bool whole;
	fb_str line;
	const char *why = fb_physical_next(c->lines, &line, &whole);

	*over = !line.n;
	if (why == fb_physical_full)
		return fb_csv_lone(c) ? NULL : too_long(c);
	if (why || *over)
		return why;
	if (!c->unclosed && fb_is_line_end(line.p[0])) {
		begin_row(c);
		return NULL;
	}
	if (!c->unclosed && !c->odd && !c->slow &&
	    fb_split_line(&c->row, line, c->delim, c->quote)) {
		c->done = c->plain_row = true;
		return NULL;
	}
	c->row.ascii = false;
	if ((why = feed(c, line, whole)))
		return why;
	/* Still open: by this line's quote, or by one of a line before it? */
	if (!c->done && (!c->unclosed || c->row.n > had)) {
		c->unclosed = c->lines->n;
		c->shut = c->lines->at - c->lines->row;
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
	if (!over && c->lines->at - c->lines->row > c->lines->max) {
		if (!fb_csv_lone(c))
			return too_long(c);
		over = true;
	}
	if (over && (why = give_up(c)))
		return why;
	if (!over)
		c->unclosed = 0;
	finish_row(c);
	*got = true;
	return NULL;
}

const char *
fb_csv_is_last(struct fb_csv *c, bool *last)
{
	enum { FAR = 4096 };
	struct fb_physical *l = c->lines;
	const char *why = fb_physical_ahead(l, FAR);
	size_t i = l->at;

	c->row.raw.p = fb_buf_str(&l->win).p + l->row;
	while (i < l->win.n && fb_is_line_end(l->win.p[i]))
		i++;
	*last = !why && l->eof && i == l->win.n;
	return why;
}

/* Excel's first line "sep=;" is no row. */
static const char *
read_sep(struct fb_csv *c)
{
	struct fb_physical *l = c->lines;
	const char *why = fb_physical_ahead(l, 7);
	fb_str s = { fb_buf_str(&l->win).p + l->at, l->win.n - l->at }, line;
	bool whole;

	if (why || !fb_str_starts(s, FB_LIT("sep=")) || s.n < 6 ||
	    !fb_is_line_end(s.p[5]))
		return why;
	if (!c->delim)
		c->delim = s.p[4];
	return fb_physical_next(l, &line, &whole);
}

const char *
fb_csv_open(struct fb_csv *c, struct fb_physical *lines,
    const struct fb_csv_opts *o)
{
	const char *why;

	*c = (struct fb_csv){ .lines = lines, .opts = *o, .delim = o->delim,
	    .slow = o->slow, .by_row = o->by_row,
	    .quote = o->no_quotes ? 0 : o->quote ? o->quote : '"' };
	if ((why = read_sep(c)))
		return why;
	if (!c->delim)
		c->delim = ',';
	c->odd = o->escape || o->between.n;
	c->dialect.quote = c->quote;
	c->dialect.escape = o->escape;
	c->dialect.delim = o->between.n ? o->between : (fb_str){ &c->delim, 1 };
	if (o->between.n)
		c->delim = (char)FB_BETWEEN;
	start_parser(c);
	return NULL;
}

void
fb_csv_back(struct fb_csv *c, size_t at, size_t n)
{
	fb_physical_back(c->lines, at, n);
	c->lines->row = at;
	start_parser(c);
}

void
fb_csv_close(struct fb_csv *c)
{
	if (c->parser)
		csv_free(c->parser);
	free(c->parser);
	fb_buf_release(&c->why);
	fb_buf_release(&c->dialect.line);
	fb_buf_release(&c->row.text);
	free(c->row.cells);
	*c = (struct fb_csv){0};
}
