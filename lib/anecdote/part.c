/* part.c - pools out as part lines. */
#include <stdlib.h>

#include "anecdote/hear.h"
#include "anecdote/part.h"
#include "record/json.h"

static const char begin[] = "{\"fb\":\"part\",\"tool\":\"fb-anecdote\"";

static void
write_items(const struct fb_plan *p, struct fb_writer *w)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < p->nitems; i++) {
		b.n = 0;
		fb_buf_adds(&b, begin);
		fb_put_int(&b, "item", (int64_t)i);
		fb_put_text(&b, "line", (fb_str){ p->items[i].line,
		    p->items[i].n });
		fb_buf_addc(&b, '}');
		fb_writer_part(w, fb_buf_str(&b));
	}
	fb_buf_release(&b);
}

static void
put_counts(struct fb_buf *b, const char *key, const uint64_t *v, size_t n)
{
	fb_put_key(b, key);
	for (size_t i = 0; i < n; i++)
		fb_buf_printf(b, "%c%llu", i ? ',' : '[',
		    (unsigned long long)v[i]);
	fb_buf_addc(b, ']');
}

static void
put_answers(struct fb_buf *b, const char *key, const struct fb_answers *a)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '{');
	fb_put_int(b, "n", (int64_t)a->n);
	put_counts(b, "group", a->group, FB_GROUPS);
	fb_put_int(b, "m", (int64_t)a->sums.n);
	fb_put_key(b, "sum");
	fb_put_i128(b, a->sums.sum);
	fb_put_key(b, "sq");
	fb_put_i128(b, a->sums.sq);
	fb_buf_addc(b, '}');
}

static void
write_cell(const struct fb_gather *g, size_t cell, struct fb_writer *w)
{
	const struct fb_voices *v = &g->plan->cells[cell];
	struct fb_buf b = {0};

	fb_buf_adds(&b, begin);
	fb_put_int(&b, "cell", (int64_t)cell);
	put_counts(&b, "counted", v->counted, v->ngroups);
	put_counts(&b, "eligible", v->eligible, v->ngroups);
	put_answers(&b, "writers", &v->writers);
	put_answers(&b, "others", &v->others);
	fb_put_int(&b, "refused", (int64_t)v->refused);
	fb_put_key(&b, "withheld");
	if (v->reasons)
		fb_put_reasons(&b, g->withhold, v->reasons);
	else
		fb_buf_adds(&b, "{}");
	fb_buf_addc(&b, '}');
	fb_writer_part(w, fb_buf_str(&b));
	fb_buf_release(&b);
}

static int
by_copy(const void *a, const void *b)
{
	return memcmp(a, b, sizeof(struct fb_copy));
}

static void
write_copies(const struct fb_voices *v, size_t cell, size_t group,
    struct fb_writer *w)
{
	const struct fb_pool *p = &v->pool[group];
	struct fb_copy *copies = fb_zalloc(p->ncopies, sizeof *copies);
	struct fb_buf b = {0};

	for (size_t i = 0; i < p->ncopies; i++)
		copies[i] = p->copies[i];
	qsort(copies, p->ncopies, sizeof *copies, by_copy);
	fb_buf_adds(&b, begin);
	fb_put_int(&b, "cell", (int64_t)cell);
	fb_put_int(&b, "group", (int64_t)group);
	fb_put_key(&b, "copies");
	fb_buf_addc(&b, '"');
	for (size_t i = 0; i < p->ncopies; i++)
		fb_buf_printf(&b, "%016llx%016llx%016llx",
		    (unsigned long long)copies[i].ticket[0],
		    (unsigned long long)copies[i].ticket[1],
		    (unsigned long long)copies[i].same);
	fb_buf_adds(&b, "\"}");
	if (p->ncopies)
		fb_writer_part(w, fb_buf_str(&b));
	fb_buf_release(&b);
	free(copies);
}

/* A record's place in a pool. */
struct seat {
	const struct fb_entry *entry;
	size_t cell, group;
};

static int
by_entry(const void *a, const void *b)
{
	const struct seat *x = a, *y = b;
	int d = fb_entry_cmp(x->entry, y->entry);

	if (d)
		return d;
	if (x->cell != y->cell)
		return x->cell < y->cell ? -1 : 1;
	return x->group < y->group ? -1 : x->group > y->group;
}

static struct seat *
find_seats(const struct fb_plan *p, size_t *n)
{
	struct seat *v = NULL;
	size_t cap = 0;

	*n = 0;
	for (size_t c = 0; c < p->ncells; c++)
		for (size_t g = 0; g < p->cells[c].ngroups; g++)
			for (size_t i = 0; i < p->cells[c].pool[g].n; i++) {
				v = fb_grow(v, &cap, *n + 1, sizeof *v);
				v[(*n)++] = (struct seat){
				    &p->cells[c].pool[g].v[i], c, g };
			}
	if (*n)
		qsort(v, *n, sizeof *v, by_entry);
	return v;
}

static void
put_record(struct fb_buf *b, struct fb_reader *in, const struct fb_entry *e)
{
	struct fb_buf line = {0};
	struct fb_rec r = {0};

	fb_entry_read(in, e, &line, &r);
	fb_put_text(b, "record", r.line);
	fb_rec_release(&r);
	fb_buf_release(&line);
}

static void
write_records(const struct fb_gather *g, struct fb_writer *w)
{
	size_t n, next;
	struct seat *v = find_seats(g->plan, &n);
	struct fb_buf b = {0};

	for (size_t i = 0; i < n; i = next) {
		b.n = 0;
		fb_buf_adds(&b, begin);
		fb_put_key(&b, "in");
		for (next = i; next < n && !fb_entry_cmp(v[i].entry,
		    v[next].entry); next++)
			fb_buf_printf(&b, "%c[%zu,%zu]", next > i ? ',' : '[',
			    v[next].cell, v[next].group);
		fb_buf_addc(&b, ']');
		put_record(&b, g->in, v[i].entry);
		fb_buf_addc(&b, '}');
		fb_writer_part(w, fb_buf_str(&b));
	}
	free(v);
	fb_buf_release(&b);
}

static void
write_leavers(const struct fb_gather *g, size_t cell, struct fb_writer *w)
{
	const struct fb_leavers *l = &g->plan->cells[cell].leavers;
	struct fb_buf b = {0};

	for (size_t i = 0; i < l->n; i++) {
		b.n = 0;
		fb_buf_adds(&b, begin);
		fb_put_int(&b, "cell", (int64_t)cell);
		fb_buf_printf(&b, ",\"customer\":\"%016llx%016llx\"",
		    (unsigned long long)l->v[i].ticket,
		    (unsigned long long)l->v[i].owner);
		fb_put_int(&b, "seen", l->v[i].seen);
		if (l->v[i].has_words) {
			fb_put_int(&b, "spoke", l->v[i].spoke);
			put_record(&b, g->in, &l->v[i].words);
		}
		fb_buf_addc(&b, '}');
		fb_writer_part(w, fb_buf_str(&b));
	}
	fb_buf_release(&b);
}

void
fb_pools_write(const struct fb_gather *g, struct fb_writer *w)
{
	const struct fb_plan *p = g->plan;

	write_items(p, w);
	for (size_t c = 0; c < p->ncells; c++) {
		write_cell(g, c, w);
		for (size_t i = 0; i < p->cells[c].ngroups; i++)
			write_copies(&p->cells[c], c, i, w);
		write_leavers(g, c, w);
	}
	write_records(g, w);
}

void
fb_put_pools_facts(struct fb_buf *b, const struct fb_gather *g)
{
	fb_put_key(b, "part");
	fb_buf_adds(b, "true");
	if (g->plan->last_day != INT32_MIN)
		fb_put_int(b, "last_day", g->plan->last_day);
	fb_put_gathered(b, g);
}
