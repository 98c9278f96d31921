/* dialect.c - lines of another dialect become what libcsv reads. */
#include "ingest/dialect.h"

static void
put(struct fb_dialect *d, char c)
{
	/* What stands for a delimiter is ill-formed in a cell, as this is. */
	if ((unsigned char)c == FB_BETWEEN)
		c = (char)(FB_BETWEEN - 1);
	fb_buf_addc(&d->line, c);
}

/* Bytes taken of s, which begins inside a quoted cell. */
static size_t
pass_inside(struct fb_dialect *d, fb_str s)
{
	bool escaped = d->escape && *s.p == d->escape && s.n > 1 &&
	    (s.p[1] == d->quote || s.p[1] == d->escape);

	if (escaped && s.p[1] == d->quote)
		put(d, d->quote);
	if (!escaped && *s.p == d->quote)
		d->at = FB_AT_CLOSED;
	put(d, escaped ? s.p[1] : *s.p);
	return escaped ? 2 : 1;
}

static size_t
pass(struct fb_dialect *d, fb_str s)
{
	bool quote = d->quote && *s.p == d->quote;

	if (d->at == FB_AT_INSIDE)
		return pass_inside(d, s);
	if (fb_str_starts(s, d->delim)) {
		fb_buf_addc(&d->line, d->delim.n > 1 ? (char)FB_BETWEEN :
		    *d->delim.p);
		d->at = FB_AT_START;
		return d->delim.n;
	}
	if (d->at == FB_AT_CLOSED) {
		/* libcsv goes on inside the quotes, whatever stands here */
		d->stray |= !quote && *s.p != '\n' && *s.p != '\r';
		d->at = FB_AT_INSIDE;
	} else {
		d->stray |= quote && d->at == FB_AT_PLAIN;
		d->at = quote && d->at == FB_AT_START ? FB_AT_INSIDE :
		    FB_AT_PLAIN;
	}
	put(d, *s.p);
	return 1;
}

fb_str
fb_translate(struct fb_dialect *d, fb_str line)
{
	d->line.n = 0;
	for (size_t i = 0; i < line.n;)
		i += pass(d, (fb_str){ line.p + i, line.n - i });
	return fb_buf_str(&d->line);
}
