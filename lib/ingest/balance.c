/* balance.c - rows in and what became of them, by source and by file. */
#include <stdlib.h>

#include "ingest/balance.h"
#include "record/json.h"

void
fb_accounts_at(struct fb_accounts *p, fb_str source, const char *file)
{
	struct fb_buf key = {0};
	bool fresh;

	fb_buf_add(&key, source);
	fb_buf_addc(&key, '\0');
	fb_buf_adds(&key, file ? file : "");
	p->at = fb_map_put(&p->keys, fb_buf_str(&key), &fresh);
	fb_buf_release(&key);
	if (!fresh)
		return;
	p->v = fb_grow(p->v, &p->cap, p->at + 1, sizeof *p->v);
	p->v[p->at] = (struct fb_account){0};
	p->v[p->at].source = (fb_str){ fb_map_key(&p->keys, p->at).p, source.n };
	p->v[p->at].file = fb_cstr(p->v[p->at].source.p + source.n + 1);
	p->v[p->at].file.n = file ? strlen(file) : 0;
}

struct fb_balance *
fb_account_now(struct fb_accounts *p)
{
	return &p->v[p->at].b;
}

size_t
fb_accounts_settle(struct fb_accounts *p)
{
	size_t all = 0;

	for (size_t i = 0; i < p->keys.n; i++) {
		struct fb_balance *b = &p->v[i].b;

		b->duplicates = b->in - b->out - b->rejected - b->filtered;
		all += b->duplicates;
	}
	return all;
}

static void
put_source(struct fb_buf *out, fb_str name, const struct fb_balance *b)
{
	fb_put_json(out, name);
	fb_buf_printf(out, ":{\"in\":%zu,\"out\":%zu,\"duplicates\":%zu,"
	    "\"rejected\":%zu,\"filtered\":%zu}", b->in, b->out, b->duplicates,
	    b->rejected, b->filtered);
}

static void
add(struct fb_balance *to, const struct fb_balance *b)
{
	to->in += b->in;
	to->out += b->out;
	to->duplicates += b->duplicates;
	to->rejected += b->rejected;
	to->filtered += b->filtered;
}

/* Parts of one source stand together when the keys are sorted. */
void
fb_put_sources(struct fb_buf *out, const struct fb_accounts *p)
{
	size_t *order = fb_map_sorted(&p->keys);
	struct fb_balance sum = {0};
	bool any = false;

	fb_put_key(out, "sources");
	fb_buf_addc(out, '{');
	for (size_t i = 0; i < p->keys.n; i++) {
		const struct fb_account *part = &p->v[order[i]];

		add(&sum, &part->b);
		if (i + 1 < p->keys.n &&
		    fb_str_eq(part->source, p->v[order[i + 1]].source))
			continue;
		fb_buf_adds(out, any ? "," : "");
		put_source(out, part->source, &sum);
		sum = (struct fb_balance){0};
		any = true;
	}
	fb_buf_addc(out, '}');
	free(order);
}

void
fb_accounts_explain(const struct fb_accounts *p, struct fb_buf *out)
{
	for (size_t i = 0; i < p->keys.n; i++) {
		const struct fb_balance *b = &p->v[i].b;

		fb_buf_add(out, p->v[i].file);
		fb_buf_printf(out, ": balance: %zu rows in = %zu records + %zu "
		    "duplicates + %zu rejected + %zu filtered\n", b->in, b->out,
		    b->duplicates, b->rejected, b->filtered);
	}
}

void
fb_accounts_release(struct fb_accounts *p)
{
	fb_map_release(&p->keys);
	free(p->v);
	*p = (struct fb_accounts){0};
}
