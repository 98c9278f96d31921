/* term_count.c - how many customers of each group use each term. */
#include <stdlib.h>

#include "base/digest.h"
#include "metric/term.h"
#include "record/json.h"
#include "text/icu.h"
#include "text/terms.h"

/* A text, and who wrote it in which groups. */
struct said {
	char *key;              /* unit LF groups, sorted, LF between */
	size_t nkey, nunit;
	struct fb_buf folded;
};

enum { SLOTS = 1 << 22 };

struct count {
	struct fb_term_counts *to;
	unsigned char *guess;   /* uses of all terms of one hash, at most 255 */
	uint32_t *seen_in;      /* of each term: the customer last seen, + 1 */
	size_t seen_cap;
	uint32_t customer;
	uint32_t *now;          /* terms of the customer at hand */
	size_t n, cap;
	struct fb_map pairs;    /* of group and term */
	uint64_t *users;
	size_t users_cap;
};

static int
by_key(const void *a, const void *b)
{
	const struct said *x = a, *y = b;

	return fb_str_cmp((fb_str){ x->key, x->nkey },
	    (fb_str){ y->key, y->nkey });
}

static int
by_bytes(const void *a, const void *b)
{
	return fb_str_cmp(*(const fb_str *)a, *(const fb_str *)b);
}

static void
put_groups(struct fb_buf *b, fb_str cells, size_t table)
{
	struct fb_json it = fb_json_in(cells);
	fb_str *v = NULL;
	size_t n = 0, cap = 0;

	for (size_t t = 0; fb_json_next(&it) && t < table; t++)
		;
	it = fb_json_in(it.val);
	while (fb_json_next(&it)) {
		v = fb_grow(v, &cap, n + 1, sizeof *v);
		v[n++] = it.val;
	}
	if (n)
		qsort(v, n, sizeof *v, by_bytes);
	for (size_t i = 0; i < n; i++) {
		fb_buf_addc(b, '\n');
		fb_buf_add(b, v[i]);
	}
	free(v);
}

static void
hear(struct said *s, fb_str json, size_t table)
{
	struct fb_buf b = {0}, scratch = {0};

	/* As it is written, so that no LF is in it. */
	fb_buf_add(&b, fb_json_get(json, "unit"));
	s->nunit = b.n;
	put_groups(&b, fb_json_get(json, "cells"), table);
	s->key = fb_str_dup(fb_buf_str(&b));
	s->nkey = b.n;
	fb_put_folded(&s->folded,
	    fb_json_text(fb_json_get(json, "text"), &scratch));
	fb_buf_release(&scratch);
	fb_buf_release(&b);
}

static unsigned char *
guess_at(struct count *c, fb_str term)
{
	struct fb_digest d = {0};

	fb_digest_add(&d, term, FB_LIT(""));
	return &c->guess[(size_t)d.sum & (SLOTS - 1)];
}

static void
guess(void *ctx, fb_str term)
{
	unsigned char *g = guess_at(ctx, term);

	*g += *g < 255;
}

static void
note(void *ctx, fb_str term)
{
	struct count *c = ctx;
	struct fb_term_counts *to = c->to;
	bool fresh;
	size_t i;

	if (*guess_at(c, term) < FB_TERM_LEAST)
		return;
	i = fb_map_put(&to->terms, term, &fresh);
	to->users = fb_grow(to->users, &to->users_cap, i + 1,
	    sizeof *to->users);
	c->seen_in = fb_grow(c->seen_in, &c->seen_cap, i + 1,
	    sizeof *c->seen_in);
	if (fresh)
		to->users[i] = c->seen_in[i] = 0;
	if (c->seen_in[i] == c->customer)
		return;
	c->seen_in[i] = c->customer;
	to->users[i]++;
	c->now = fb_grow(c->now, &c->cap, c->n + 1, sizeof *c->now);
	c->now[c->n++] = (uint32_t)i;
}

static size_t
group_of(struct fb_term_counts *to, fb_str by)
{
	bool fresh;
	size_t g = fb_map_put(&to->groups, by, &fresh);

	to->size = fb_grow(to->size, &to->size_cap, g + 1, sizeof *to->size);
	to->size[g] = (fresh ? 0 : to->size[g]) + 1;
	return g;
}

/* All that the customer at hand said counts in each of the groups. */
static void
count_groups(struct count *c, fb_str groups)
{
	fb_str by;

	fb_str_split(&groups, '\n');
	while (groups.p) {
		uint32_t key[2] = {0};

		by = fb_str_split(&groups, '\n');
		key[0] = (uint32_t)group_of(c->to, by);
		for (size_t i = 0; i < c->n; i++) {
			bool fresh;
			size_t at;

			key[1] = c->now[i];
			at = fb_map_put(&c->pairs, (fb_str){ (char *)key,
			    sizeof key }, &fresh);
			c->users = fb_grow(c->users, &c->users_cap, at + 1,
			    sizeof *c->users);
			c->users[at] = (fresh ? 0 : c->users[at]) + 1;
		}
	}
}

static void
count_all(struct count *c, const struct said *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool last = i + 1 == n || by_key(&v[i], &v[i + 1]);

		if (i == 0 || by_key(&v[i - 1], &v[i]))
			c->customer = (uint32_t)++c->to->n;
		fb_terms_each(fb_buf_str(&v[i].folded), note, c);
		if (last) {
			count_groups(c, (fb_str){ v[i].key + v[i].nunit,
			    v[i].nkey - v[i].nunit });
			c->n = 0;
		}
	}
}

static int
by_group(const void *a, const void *b)
{
	const struct fb_term_use *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->term < y->term ? -1 : x->term > y->term;
}

static void
sort_uses(struct count *c)
{
	struct fb_term_counts *to = c->to;

	to->nuses = c->pairs.n;
	to->uses = fb_zalloc(to->nuses + 1, sizeof *to->uses);
	for (size_t i = 0; i < to->nuses; i++) {
		uint32_t key[2];

		memcpy(key, fb_map_key(&c->pairs, i).p, sizeof key);
		to->uses[i] = (struct fb_term_use){ key[0], key[1],
		    c->users[i] };
	}
	qsort(to->uses, to->nuses, sizeof *to->uses, by_group);
}

void
fb_term_count(struct fb_term_counts *to, const struct fb_text_pool *p,
    size_t table)
{
	struct count c = { .to = to, .guess = fb_zalloc(SLOTS, 1) };
	struct said *v = fb_zalloc(p->n + 1, sizeof *v);

	*to = (struct fb_term_counts){0};
	for (size_t i = 0; i < p->n; i++) {
		hear(&v[i], (fb_str){ p->v[i].json, p->v[i].n }, table);
		fb_terms_each(fb_buf_str(&v[i].folded), guess, &c);
	}
	qsort(v, p->n, sizeof *v, by_key);
	count_all(&c, v, p->n);
	sort_uses(&c);
	for (size_t i = 0; i < p->n; i++) {
		free(v[i].key);
		fb_buf_release(&v[i].folded);
	}
	free(v);
	free(c.guess);
	free(c.seen_in);
	free(c.now);
	free(c.users);
	fb_map_release(&c.pairs);
}

void
fb_term_counts_release(struct fb_term_counts *c)
{
	fb_map_release(&c->terms);
	fb_map_release(&c->groups);
	free(c->users);
	free(c->size);
	free(c->uses);
	*c = (struct fb_term_counts){0};
}
