/* flow.c - words, gaps and marks of a page, one behind the other. */
#include <limits.h>

#include "ingest/flow.h"

void
fb_flow_gap(struct fb_flow *p, unsigned lines)
{
	if (p->marked)
		return;
	if (p->nlists)
		lines = 1;
	p->gap = p->gap > lines ? p->gap : lines;
	p->blank = false;
}

/* What waits goes out in front of a word. */
void
fb_flow_settle(struct fb_flow *p)
{
	bool first = p->out->n == p->start;

	if (p->gap || first) {
		for (unsigned i = 0; i < p->gap && !first; i++) {
			fb_buf_addc(p->out, '\n');
			for (size_t q = 0; q < p->quotes; q++)
				fb_buf_adds(p->out, q + 1 < p->quotes ||
				    i + 1 < p->gap ? ">" : "> ");
		}
		if (first && p->quotes)
			fb_buf_adds(p->out, "> ");
		for (size_t i = 1; i < p->nlists && !p->pre; i++)
			fb_buf_adds(p->out, "  ");
	} else if (p->blank) {
		fb_buf_addc(p->out, ' ');
	}
	p->gap = 0;
	p->blank = p->marked = false;
}

/* Bytes of the blank at the start of s: 0 when it begins with a word. */
static size_t
blank(fb_str s)
{
	if (memchr(" \t\n\r\f", *s.p, 5))
		return 1;
	return fb_str_starts(s, FB_LIT("\xc2\xa0")) ? 2 : 0;
}

void
fb_flow_blank(struct fb_flow *p)
{
	p->blank = !p->gap && p->out->n > p->start;
}

void
fb_flow_words(struct fb_flow *p, fb_str s)
{
	while (s.n) {
		size_t n = blank(s);

		if (n) {
			fb_flow_blank(p);
			s = (fb_str){ s.p + n, s.n - n };
			continue;
		}
		while (n < s.n && !blank((fb_str){ s.p + n, s.n - n }))
			n++;
		fb_flow_settle(p);
		fb_buf_add(p->out, (fb_str){ s.p, n });
		s.p += n;
		s.n -= n;
	}
}

void
fb_flow_pre(struct fb_flow *p, fb_str s)
{
	bool more = true;

	if (p->fresh && fb_str_starts(s, FB_LIT("\n")))
		s = (fb_str){ s.p + 1, s.n - 1 };
	p->fresh = false;
	while (more) {
		more = s.n && memchr(s.p, '\n', s.n);
		fb_str line = fb_str_split(&s, '\n');

		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (line.n) {
			fb_flow_settle(p);
			fb_buf_add(p->out, line);
		}
		p->gap += more && p->out->n > p->start;
	}
}

void
fb_flow_list(struct fb_flow *p, bool numbered)
{
	fb_flow_gap(p, p->nlists ? 1 : 2);
	if (p->nlists < FB_FLOW_LISTS)
		p->item[p->nlists] = numbered ? 0 : UINT_MAX;
	p->nlists++;
}

void
fb_flow_item(struct fb_flow *p)
{
	unsigned *last = p->nlists && p->nlists <= FB_FLOW_LISTS ?
	    &p->item[p->nlists - 1] : NULL;

	p->marked = false;
	fb_flow_gap(p, 1);
	fb_flow_settle(p);
	if (last && *last != UINT_MAX)
		fb_buf_printf(p->out, "%u. ", ++*last);
	else
		fb_buf_adds(p->out, "- ");
	p->marked = true;
}

void
fb_flow_quote(struct fb_flow *p)
{
	fb_flow_gap(p, 2);
	if (p->out->n > p->start) {
		for (; p->gap > 1; p->gap--)
			fb_buf_addc(p->out, '\n');
	}
	p->quotes++;
}
