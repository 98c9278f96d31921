/* ident.c - the short ids that are printed. */
#include <stdlib.h>

#include "base/ticket.h"
#include "present/verdict.h"

enum { SHORT = 8 };

struct id {
	fb_str id;
	struct fb_ticket sha;
};

static int
by_sha(const void *a, const void *b)
{
	return fb_ticket_cmp(&((const struct id *)a)->sha,
	    &((const struct id *)b)->sha);
}

static size_t
collect(const struct fb_report *r, struct id *v)
{
	size_t n = 0;

	for (size_t i = 0; i < r->ncells; i++)
		for (size_t k = 0; k < r->cells[i].nquotes; k++)
			v[n++].id = r->cells[i].quotes[k].id;
	for (size_t i = 0; i < r->nletters; i++)
		v[n++].id = r->letters[i].quote.id;
	for (size_t i = 0; i < n; i++)
		v[i].sha = fb_sha256(v[i].id);
	return n;
}

static size_t
common_digits(const struct fb_ticket *a, const struct fb_ticket *b)
{
	size_t n = 0;

	while (n < 64 && ((a->d[n / 2] ^ b->d[n / 2]) >> (n % 2 ? 0 : 4) & 15) == 0)
		n++;
	return n;
}

size_t
fb_ident_digits(const struct fb_report *r)
{
	size_t max = r->nletters, n, digits = SHORT;
	struct id *v;

	for (size_t i = 0; i < r->ncells; i++)
		max += r->cells[i].nquotes;
	v = fb_zalloc(max, sizeof *v);
	n = collect(r, v);
	if (n)
		qsort(v, n, sizeof *v, by_sha);
	for (size_t i = 1; i < n; i++) {
		size_t same = common_digits(&v[i - 1].sha, &v[i].sha);

		if (!fb_str_eq(v[i - 1].id, v[i].id) && same >= digits)
			digits = same < 64 ? same + 1 : 64;
	}
	free(v);
	return digits;
}

static void
put_digits(struct fb_buf *b, fb_str id, size_t digits)
{
	struct fb_ticket sha = fb_sha256(id);
	struct fb_buf hex = {0};

	fb_put_hex(&hex, sha.d, sizeof sha.d);
	fb_buf_add(b, (fb_str){ hex.p, digits });
	fb_buf_release(&hex);
}

void
fb_put_ident(struct fb_buf *b, fb_str id, size_t digits)
{
	fb_buf_addc(b, '#');
	put_digits(b, id, digits);
}

void
fb_put_ident_name(struct fb_buf *b, fb_str id, size_t digits)
{
	fb_buf_adds(b, "id_");
	put_digits(b, id, digits);
}
