/* texts.c - keep the texts with the smallest tickets. */
#include <stdlib.h>

#include "metric/texts.h"
#include "record/json.h"
#include "record/names.h"

void
fb_texts_init(struct fb_texts *t, size_t most, fb_str only)
{
	*t = (struct fb_texts){ .on = true, .most = most, .only = only };
	fb_draw_init(&t->draw, "fb-terms/1", FB_LIT(""));
}

/* Texts of one id stand in the order of their bytes. */
static int
cmp(const void *a, const void *b)
{
	const struct fb_text *x = a, *y = b;
	int d = fb_ticket_cmp(&x->ticket, &y->ticket);

	return d ? d : fb_str_cmp((fb_str){ x->json, x->n },
	    (fb_str){ y->json, y->n });
}

static void
settle(struct fb_text_pool *p, size_t most)
{
	if (p->n)
		qsort(p->v, p->n, sizeof *p->v, cmp);
	if (p->n < most)
		return;
	p->beyond |= p->n > most;
	while (p->n > most)
		free(p->v[--p->n].json);
	p->full = true;
	p->limit = p->v[most - 1].ticket;
}

static struct fb_text_pool *
pool_at(struct fb_texts *t, fb_str label)
{
	bool fresh;
	size_t i = fb_map_put(&t->periods, label, &fresh);

	t->pools = fb_grow(t->pools, &t->cap, i + 1, sizeof *t->pools);
	if (fresh)
		t->pools[i] = (struct fb_text_pool){0};
	return &t->pools[i];
}

static bool
wants(struct fb_text_pool *p, const struct fb_ticket *ticket)
{
	if (!p->full || fb_ticket_cmp(ticket, &p->limit) <= 0)
		return true;
	p->beyond = true;
	return false;
}

/* Newcomers queue up until a quarter more is there. */
static void
keep(struct fb_texts *t, struct fb_text_pool *p, struct fb_ticket ticket,
    fb_str json)
{
	p->v = fb_grow(p->v, &p->cap, p->n + 1, sizeof *p->v);
	p->v[p->n++] = (struct fb_text){ ticket, fb_str_dup(json), json.n };
	if (p->n > t->most + t->most / 4)
		settle(p, t->most);
}

struct cells {
	struct fb_buf *b;
	const struct fb_by *by;
	size_t n;
};

static void
put_cell(void *ctx, size_t table, const uint32_t *ids, size_t n)
{
	struct cells *c = ctx;

	(void)n;
	if (c->n++)
		fb_buf_addc(c->b, ',');
	fb_put_by(c->b, c->by, table, ids);
}

static void
put_cells(struct fb_buf *b, const struct fb_by *by)
{
	fb_put_key(b, "cells");
	for (size_t t = 0; t < by->tables->n; t++) {
		struct cells c = { b, by, 0 };

		fb_buf_adds(b, t ? ",[" : "[[");
		fb_by_each(by, t, put_cell, &c);
		fb_buf_addc(b, ']');
	}
	fb_buf_addc(b, ']');
}

/* The record's own id, else the digest of its line. */
static void
put_id(struct fb_buf *b, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	fb_str id = fb_json_text(fb_rec_get(r, FB_ID), &scratch);

	if (id.n) {
		fb_buf_add(b, id);
	} else {
		struct fb_ticket sha = fb_sha256(r->line);

		fb_put_hex(b, sha.d, 16);
	}
	fb_buf_release(&scratch);
}

static void
put_text(struct fb_buf *b, const struct fb_rec *r, fb_str id,
    const struct fb_by *by)
{
	struct fb_buf scratch = {0}, unit = {0};
	fb_str customer = fb_json_text(fb_rec_get(r, FB_CUSTOMER), &scratch);

	fb_buf_addc(&unit, customer.n ? 'c' : 'r');
	fb_buf_add(&unit, customer.n ? customer : id);
	fb_buf_addc(b, '{');
	fb_put_text(b, "id", id);
	fb_put_text(b, "unit", fb_buf_str(&unit));
	fb_put_text(b, "text", fb_json_text(fb_rec_get(r, FB_TEXT), &scratch));
	put_cells(b, by);
	fb_buf_addc(b, '}');
	fb_buf_release(&scratch);
	fb_buf_release(&unit);
}

void
fb_texts_add(struct fb_texts *t, const struct fb_by *by,
    const struct fb_rec *r, struct fb_period period)
{
	struct fb_buf label = {0}, id = {0}, json = {0};
	struct fb_text_pool *p;
	struct fb_ticket ticket;

	fb_put_period(&label, period);
	if (t->only.n && !fb_str_eq(t->only, fb_buf_str(&label)))
		goto out;
	p = pool_at(t, fb_buf_str(&label));
	put_id(&id, r);
	ticket = fb_draw_ticket(&t->draw, fb_buf_str(&id));
	if (!wants(p, &ticket))
		goto out;
	put_text(&json, r, fb_buf_str(&id), by);
	keep(t, p, ticket, fb_buf_str(&json));
out:
	fb_buf_release(&label);
	fb_buf_release(&id);
	fb_buf_release(&json);
}

struct fb_text_pool *
fb_texts_of(struct fb_texts *t, struct fb_period period)
{
	struct fb_buf label = {0};
	size_t i;

	fb_put_period(&label, period);
	i = fb_map_get(&t->periods, fb_buf_str(&label));
	fb_buf_release(&label);
	if (i == FB_MAP_NONE)
		return NULL;
	settle(&t->pools[i], t->most);
	return &t->pools[i];
}

static void
write_pool(struct fb_text_pool *p, fb_str label, struct fb_writer *w)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < p->n; i++) {
		b.n = 0;
		fb_buf_adds(&b, "{\"fb\":\"part\"");
		fb_put_text(&b, "texts", label);
		fb_put_key(&b, "beyond");
		fb_buf_adds(&b, p->beyond ? "true" : "false");
		fb_put_key(&b, "of");
		fb_buf_add(&b, (fb_str){ p->v[i].json, p->v[i].n });
		fb_buf_addc(&b, '}');
		fb_writer_part(w, fb_buf_str(&b));
	}
	fb_buf_release(&b);
}

void
fb_texts_part(struct fb_texts *t, struct fb_writer *w)
{
	size_t *order = fb_map_sorted(&t->periods);

	for (size_t i = 0; i < t->periods.n; i++) {
		settle(&t->pools[order[i]], t->most);
		write_pool(&t->pools[order[i]],
		    fb_map_key(&t->periods, order[i]), w);
	}
	free(order);
}

const char *
fb_texts_read(struct fb_texts *t, const struct fb_rec *r)
{
	fb_str of = fb_rec_get(r, FB_LIT("of"));
	struct fb_buf scratch = {0};
	struct fb_text_pool *p = pool_at(t, fb_json_text(
	    fb_rec_get(r, FB_LIT("texts")), &scratch));
	struct fb_ticket ticket = fb_draw_ticket(&t->draw,
	    fb_json_text(fb_json_get(of, "id"), &scratch));

	fb_buf_release(&scratch);
	if (!fb_json_is_str(fb_json_get(of, "text")) ||
	    !fb_json_is_str(fb_json_get(of, "unit")))
		return "a part whose text cannot be read";
	p->beyond |= fb_str_eq(fb_rec_get(r, FB_LIT("beyond")), FB_LIT("true"));
	if (wants(p, &ticket))
		keep(t, p, ticket, of);
	return NULL;
}

void
fb_texts_release(struct fb_texts *t)
{
	for (size_t i = 0; i < t->periods.n; i++) {
		for (size_t k = 0; k < t->pools[i].n; k++)
			free(t->pools[i].v[k].json);
		free(t->pools[i].v);
	}
	free(t->pools);
	fb_map_release(&t->periods);
	*t = (struct fb_texts){0};
}
