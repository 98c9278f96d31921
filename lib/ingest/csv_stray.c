/* csv_stray.c - a row's quotes out of place. */
#include "ingest/csv_stray.h"
#include "ingest/reread.h"

/* The row is its first line, of n bytes without the end; others come next. */
static void
end_row_at(struct fb_csv *c, size_t n)
{
	struct fb_physical *l = c->lines;
	size_t end = l->row + n;

	end += l->win.p[end] == '\r' && end + 1 < l->at &&
	    l->win.p[end + 1] == '\n' ? 2 : 1;
	c->reread += l->at - end;
	fb_physical_back(l, end, c->row.line);
	c->row.raw.n = end - l->row;
}

/* Quotes out of place took other cells or lines along, unless they end where
 * the header says. */
static void
mend(struct fb_csv *c, fb_str bare)
{
	fb_str first = { bare.p, 0 }, rest;

	if (c->width < 2)
		return;
	if (c->row.n == c->width && c->lines->n == c->row.line)
		return;
	while (first.n < bare.n && !fb_is_line_end(bare.p[first.n]))
		first.n++;
	rest = (fb_str){ bare.p + first.n, bare.n - first.n };
	if (!fb_rows_fit(rest, c->delim, c->quote, c->width) ||
	    !fb_reread(&c->row, first, c->delim, c->quote, c->width))
		return;
	c->row.reread = true;
	if (rest.n)
		end_row_at(c, first.n);
}

void
fb_csv_stray(struct fb_csv *c)
{
	fb_str bare = c->row.raw;

	if (c->odd) {
		c->row.stray = c->dialect.stray;
		return;
	}
	while (bare.n && fb_is_line_end(bare.p[bare.n - 1]))
		bare.n--;
	c->row.stray = fb_quotes_stray(bare, c->delim, c->quote);
	if (c->row.stray && !c->by_row)
		mend(c, bare);
}

bool
fb_csv_lone(const struct fb_csv *c)
{
	const struct fb_physical *l = c->lines;
	size_t from = l->row + c->shut, end = l->win.n;

	while (end > from && !fb_is_line_end(l->win.p[end - 1]))
		end--;
	return c->unclosed && c->width > 1 && !c->odd && fb_rows_fit(
	    (fb_str){ l->win.p + from, end - from }, c->delim, c->quote,
	    c->width);
}
