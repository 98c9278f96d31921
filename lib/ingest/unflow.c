/* unflow.c - line ends, and paragraphs of format=flowed. */
#include "ingest/unflow.h"

/* Up to a CRLF, LF or CR, which is passed. */
static fb_str
next_line(fb_str *s)
{
	size_t n = 0, skip;

	while (n < s->n && s->p[n] != '\n' && s->p[n] != '\r')
		n++;
	skip = n + (n < s->n);
	if (n + 1 < s->n && s->p[n] == '\r' && s->p[n + 1] == '\n')
		skip++;
	fb_str line = { s->p, n };
	*s = (fb_str){ s->p + skip, s->n - skip };
	return line;
}

static size_t
depth_of(fb_str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == '>')
		n++;
	return n;
}

static fb_str
without(fb_str line, size_t depth)
{
	line = (fb_str){ line.p + depth, line.n - depth };
	if (line.n && line.p[0] == ' ')
		line = (fb_str){ line.p + 1, line.n - 1 };
	return line;
}

static void
put_lines(struct fb_buf *b, fb_str s)
{
	while (s.n) {
		fb_buf_add(b, next_line(&s));
		fb_buf_addc(b, '\n');
	}
}

static void
put_flowed(struct fb_buf *b, fb_str s, bool delsp)
{
	size_t open = 0; /* 1 + depth of the paragraph that goes on */

	while (s.n) {
		fb_str raw = next_line(&s), line;
		size_t depth = depth_of(raw);
		bool soft;

		line = without(raw, depth);
		soft = line.n && line.p[line.n - 1] == ' ' &&
		    !fb_str_eq(line, FB_LIT("-- "));
		if (open && (open != depth + 1 ||
		    fb_str_eq(line, FB_LIT("-- ")))) {
			fb_buf_addc(b, '\n');
			open = 0;
		}
		for (size_t i = 0; !open && i < depth; i++)
			fb_buf_addc(b, '>');
		if (!open && depth)
			fb_buf_addc(b, ' ');
		fb_buf_add(b, (fb_str){ line.p, line.n - (soft && delsp) });
		if (!soft)
			fb_buf_addc(b, '\n');
		open = soft ? depth + 1 : 0;
	}
	if (open)
		fb_buf_addc(b, '\n');
}

void
fb_put_unflowed(struct fb_buf *b, fb_str s, bool flowed, bool delsp)
{
	if (flowed)
		put_flowed(b, s, delsp);
	else
		put_lines(b, s);
}
