/* draw.c - the records with the smallest tickets, without what rules found. */
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "tag/draw.h"

static const char prefix[] = "fb-tag/1";

void
fb_label_init(struct fb_label_draw *d, size_t k, fb_str seed)
{
	*d = (struct fb_label_draw){ .k = k };
	fb_draw_init(&d->draw, prefix, seed);
}

/* Copies of one id: the smaller line stands, whichever came first. */
static int
by_ticket(const void *a, const void *b)
{
	const struct fb_label_pick *x = a, *y = b;
	int order = fb_ticket_cmp(&x->ticket, &y->ticket);

	return order ? order : fb_str_cmp((fb_str){ x->line, x->n },
	    (fb_str){ y->line, y->n });
}

/* Sort, keep one record of each ticket, and k of them. */
static void
settle(struct fb_label_draw *d)
{
	size_t n = 0;

	if (d->n)
		qsort(d->v, d->n, sizeof *d->v, by_ticket);
	for (size_t i = 0; i < d->n; i++)
		if (n == d->k || (n && !fb_ticket_cmp(&d->v[i].ticket,
		    &d->v[n - 1].ticket)))
			free(d->v[i].line);
		else
			d->v[n++] = d->v[i];
	d->n = n;
	d->full = n == d->k;
	if (d->full)
		d->limit = d->v[n - 1].ticket;
}

static void
put_field(struct fb_buf *b, const struct fb_rec *rec, fb_str key)
{
	fb_str raw = fb_rec_get(rec, key);

	if (!raw.p)
		return;
	fb_put_key(b, key.p);
	fb_buf_add(b, raw);
}

static void
keep(struct fb_label_draw *d, const struct fb_rec *rec,
    const struct fb_ticket *ticket)
{
	struct fb_buf *b = &d->line;
	fb_str line;

	b->n = 0;
	fb_buf_addc(b, '{');
	put_field(b, rec, FB_ID);
	put_field(b, rec, FB_LANG);
	put_field(b, rec, FB_TITLE_);
	put_field(b, rec, FB_TEXT);
	fb_put_key(b, "label");
	fb_buf_adds(b, "[]}");
	line = fb_buf_str(b);
	d->v = fb_grow(d->v, &d->cap, d->n + 1, sizeof *d->v);
	d->v[d->n++] = (struct fb_label_pick){ *ticket, fb_str_dup(line), line.n };
	if (d->n >= 2 * d->k)
		settle(d);
}

void
fb_label_offer(struct fb_label_draw *d, const struct fb_rec *rec)
{
	struct fb_ticket ticket;
	fb_str id;

	if (!fb_str_trim(fb_json_text(fb_rec_get(rec, FB_TEXT), &d->scratch)).n &&
	    !fb_str_trim(fb_json_text(fb_rec_get(rec, FB_TITLE_), &d->scratch)).n)
		return;
	d->seen++;
	id = fb_json_text(fb_rec_get(rec, FB_ID), &d->id);
	ticket = fb_draw_ticket(&d->draw, id.n ? id : rec->line);
	if (!d->full || fb_ticket_cmp(&ticket, &d->limit) <= 0)
		keep(d, rec, &ticket);
}

void
fb_label_write(struct fb_label_draw *d, struct fb_writer *out)
{
	settle(d);
	for (size_t i = 0; i < d->n; i++)
		fb_writer_made(out, (fb_str){ d->v[i].line, d->v[i].n },
		    (fb_str){ NULL, 0 });
}

void
fb_put_label_facts(struct fb_buf *b, const struct fb_label_draw *d, fb_str seed)
{
	fb_put_text(b, "seed", seed);
	fb_put_int(b, "seen", (int64_t)d->seen);
	fb_put_int(b, "drawn", (int64_t)d->n);
}

void
fb_label_release(struct fb_label_draw *d)
{
	for (size_t i = 0; i < d->n; i++)
		free(d->v[i].line);
	free(d->v);
	fb_buf_release(&d->line);
	fb_buf_release(&d->id);
	fb_buf_release(&d->scratch);
	*d = (struct fb_label_draw){0};
}
