/* sender.c - who wrote, as one name for the same person. */
#define _GNU_SOURCE /* memmem */
#include "base/ticket.h"
#include "ingest/sender.h"

/* Only what stands in the last pair of <>, when there is one. */
static void
in_angles(fb_str *s)
{
	size_t from, to = s->n;

	while (to && s->p[to - 1] != '>')
		to--;
	for (from = to; from && s->p[from - 1] != '<';)
		from--;
	if (from && to - from >= 2)
		*s = (fb_str){ s->p + from, to - 1 - from };
}

static void
put_uncommented(struct fb_buf *b, fb_str s)
{
	size_t depth = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '(')
			depth++;
		if (!depth)
			fb_buf_addc(b, s.p[i]);
		if (s.p[i] == ')' && depth)
			depth--;
	}
}

static void
undo_at(struct fb_buf *b)
{
	char *at = b->n ? memmem(b->p, b->n, " at ", 4) : NULL;

	if (!at || memchr(b->p, '@', b->n) ||
	    memchr(b->p, ' ', (size_t)(at - b->p)))
		return;
	*at = '@';
	memmove(at + 1, at + 4, b->n - (size_t)(at + 4 - b->p));
	b->n -= 3;
}

/* Of "Ann Lee ann@home.example" the last word, when it alone has an "@". */
static void
drop_name(struct fb_buf *b)
{
	char *at = b->n ? memchr(b->p, '@', b->n) : NULL;
	char *end = b->p + b->n, *from = at;

	if (!at || at + 1 == end || memchr(at + 1, '@', (size_t)(end - at) - 1) ||
	    memchr(at, ' ', (size_t)(end - at)) || memchr(b->p, '"', b->n))
		return;
	while (from > b->p && from[-1] != ' ' && from[-1] != '\t')
		from--;
	if (from == at)
		return;
	b->n = (size_t)(end - from);
	memmove(b->p, from, b->n);
}

void
fb_put_address(struct fb_buf *b, fb_str from)
{
	struct fb_buf plain = {0};
	fb_str s;

	in_angles(&from);
	put_uncommented(&plain, from);
	s = fb_str_trim(fb_buf_str(&plain));
	if (s.p != plain.p && s.n)
		memmove(plain.p, s.p, s.n);
	plain.n = s.n;
	undo_at(&plain);
	drop_name(&plain);
	for (size_t i = 0; i < plain.n; i++)
		if (plain.p[i] >= 'A' && plain.p[i] <= 'Z')
			plain.p[i] = (char)(plain.p[i] | 0x20);
	fb_buf_add(b, fb_buf_str(&plain));
	fb_buf_release(&plain);
}

/* Of "<a@b> <c@d>" a@b; of other text its first word. */
static fb_str
first_id(fb_str s)
{
	const char *open = s.n ? memchr(s.p, '<', s.n) : NULL, *close;

	if (open) {
		s.n -= (size_t)(open + 1 - s.p);
		s.p = open + 1;
		close = s.n ? memchr(s.p, '>', s.n) : NULL;
		if (close)
			s.n = (size_t)(close - s.p);
		return fb_str_trim(s);
	}
	return fb_str_split(&s, ' ');
}

void
fb_put_mail_id(struct fb_buf *b, fb_str header)
{
	fb_str id = first_id(header);
	struct fb_ticket t = fb_sha256(id);

	if (id.n)
		fb_put_hex(b, t.d, 8);
}
