/* ticket.c - SHA-256 and tickets; the only file that sees nettle. */
#include "base/ticket.h"

void
fb_sha_init(struct fb_sha *s)
{
	sha256_init(&s->ctx);
}

void
fb_sha_add(struct fb_sha *s, fb_str text)
{
	if (text.n)
		sha256_update(&s->ctx, text.n, (const uint8_t *)text.p);
}

struct fb_ticket
fb_sha_end(struct fb_sha *s)
{
	struct fb_ticket t;

	sha256_digest(&s->ctx, sizeof t.d, t.d);
	return t;
}

struct fb_ticket
fb_sha256(fb_str text)
{
	struct fb_sha s;

	fb_sha_init(&s);
	fb_sha_add(&s, text);
	return fb_sha_end(&s);
}

void
fb_mac_init(struct fb_mac *m, fb_str key)
{
	hmac_sha256_set_key(&m->ctx, key.n, (const uint8_t *)key.p);
}

struct fb_ticket
fb_mac_of(const struct fb_mac *m, fb_str text)
{
	struct hmac_sha256_ctx ctx = m->ctx;
	struct fb_ticket t;

	if (text.n)
		hmac_sha256_update(&ctx, text.n, (const uint8_t *)text.p);
	hmac_sha256_digest(&ctx, sizeof t.d, t.d);
	return t;
}

void
fb_draw_init(struct fb_draw *d, const char *prefix, fb_str seed)
{
	fb_sha_init(&d->head);
	fb_sha_add(&d->head, fb_cstr(prefix));
	fb_sha_add(&d->head, FB_LIT("\n"));
	fb_sha_add(&d->head, seed);
	fb_sha_add(&d->head, FB_LIT("\n"));
}

struct fb_ticket
fb_draw_ticket(const struct fb_draw *d, fb_str id)
{
	struct fb_sha s = d->head;

	fb_sha_add(&s, id);
	return fb_sha_end(&s);
}

int
fb_ticket_cmp(const struct fb_ticket *a, const struct fb_ticket *b)
{
	return memcmp(a->d, b->d, sizeof a->d);
}

uint64_t
fb_ticket_u64(const struct fb_ticket *t)
{
	uint64_t v = 0;

	for (int i = 0; i < 8; i++)
		v = v << 8 | t->d[i];
	return v;
}

double
fb_ticket_unit(const struct fb_ticket *t)
{
	return ((double)(fb_ticket_u64(t) >> 11) + 0.5) * 0x1p-53;
}

void
fb_put_hex(struct fb_buf *b, const unsigned char *d, size_t n)
{
	static const char hex[] = "0123456789abcdef";

	char *to = fb_buf_room(b, 2 * n);

	for (size_t i = 0; i < n; i++) {
		*to++ = hex[d[i] >> 4];
		*to++ = hex[d[i] & 15];
	}
	b->n += 2 * n;
}

static int
nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
fb_parse_hex(fb_str s, unsigned char *d, size_t n)
{
	if (s.n != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int hi = nibble(s.p[2 * i]), lo = nibble(s.p[2 * i + 1]);

		if (hi < 0 || lo < 0)
			return false;
		d[i] = (unsigned char)(hi << 4 | lo);
	}
	return true;
}
