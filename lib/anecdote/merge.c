/* merge.c - part lines into the pools of a plan. */
#include <stdlib.h>

#include "anecdote/merge.h"
#include "base/ticket.h"
#include "record/json.h"

static const char foreign[] = "a part of other metric lines: give every shard "
    "and the merge the same lines and options";

bool
fb_count_of(fb_str raw, uint64_t *n)
{
	int64_t v;

	if (!fb_json_int(raw, &v) || v < 0)
		return false;
	*n = (uint64_t)v;
	return true;
}

/* ---- lines that are no records ---- */

const char *
fb_brought_add(struct fb_brought *b, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	fb_str line;
	uint64_t item;

	if (!fb_json_is(fb_rec_get(r, FB_LIT("tool")), "fb-anecdote"))
		return "a part of another tool; give it to that";
	if (!fb_rec_get(r, FB_LIT("item")).p)
		return NULL;
	if (!fb_count_of(fb_rec_get(r, FB_LIT("item")), &item))
		return foreign;
	line = fb_json_text(fb_rec_get(r, FB_LIT("line")), &scratch);
	b->v = fb_grow(b->v, &b->cap, b->n + 1, sizeof *b->v);
	b->v[b->n++] = (struct fb_brought_line){ item, fb_str_dup(line),
	    line.n };
	fb_buf_release(&scratch);
	return NULL;
}

static int
by_item(const void *a, const void *b)
{
	const struct fb_brought_line *x = a, *y = b;

	if (x->item != y->item)
		return x->item < y->item ? -1 : 1;
	return fb_str_cmp((fb_str){ x->line, x->n }, (fb_str){ y->line, y->n });
}

size_t
fb_brought_settle(struct fb_brought *b, struct fb_plan *p,
    void (*told)(void *ctx, const struct fb_rec *, const char *why), void *ctx)
{
	struct fb_rec r = {0};
	size_t other = 0;

	if (b->n)
		qsort(b->v, b->n, sizeof *b->v, by_item);
	for (size_t i = 0; i < b->n; i++) {
		const struct fb_brought_line *it = &b->v[i];
		fb_str line = { it->line, it->n };
		const char *why;

		if (it->item < p->nitems) {
			const struct fb_item *has = &p->items[it->item];

			other += !fb_str_eq(line, (fb_str){ has->line,
			    has->n });
		} else if (it->item > p->nitems || fb_scan(&r, line)) {
			other++;
		} else if ((why = fb_plan_add(p, &r)) && told) {
			told(ctx, &r, why);
		}
	}
	fb_rec_release(&r);
	return other;
}

void
fb_brought_release(struct fb_brought *b)
{
	for (size_t i = 0; i < b->n; i++)
		free(b->v[i].line);
	free(b->v);
	*b = (struct fb_brought){0};
}

/* ---- counts, copies, records, customers ---- */

static bool
add_counts(fb_str array, uint64_t *to, size_t n)
{
	struct fb_json it = fb_json_in(array);
	uint64_t v;

	for (size_t i = 0; i < n; i++) {
		if (!fb_json_next(&it) || !fb_count_of(it.val, &v))
			return false;
		to[i] += v;
	}
	return !fb_json_next(&it);
}

static bool
add_answers(fb_str raw, struct fb_answers *a)
{
	uint64_t n, m;
	fb_i128 sum, sq;

	if (!fb_count_of(fb_json_get(raw, "n"), &n) ||
	    !fb_count_of(fb_json_get(raw, "m"), &m) ||
	    fb_parse_i128(fb_json_get(raw, "sum"), &sum) ||
	    fb_parse_i128(fb_json_get(raw, "sq"), &sq) ||
	    !add_counts(fb_json_get(raw, "group"), a->group, FB_GROUPS))
		return false;
	a->n += n;
	a->sums.n += m;
	a->sums.sum += sum;
	a->sums.sq += sq;
	return true;
}

bool
fb_reasons_add(const struct fb_withhold *w, fb_str raw, uint64_t *reasons,
    uint64_t *all)
{
	struct fb_json it = fb_json_in(raw);
	struct fb_buf key = {0};
	bool good = true;
	uint64_t n;

	while (good && fb_json_next(&it)) {
		size_t i;

		key.n = 0;
		fb_json_unescape(&key, it.key);
		i = fb_map_get(&w->reasons, fb_buf_str(&key));
		good = i != FB_MAP_NONE && fb_count_of(it.val, &n);
		if (!good)
			break;
		reasons[i] += n;
		*all += n;
	}
	fb_buf_release(&key);
	return good;
}

static bool
merge_counts(struct fb_gather *g, struct fb_voices *v, const struct fb_rec *r)
{
	uint64_t refused;

	if (!v->reasons)
		v->reasons = fb_zalloc(g->withhold->reasons.n,
		    sizeof *v->reasons);
	if (!fb_count_of(fb_rec_get(r, FB_LIT("refused")), &refused) ||
	    !add_counts(fb_rec_get(r, FB_LIT("counted")), v->counted,
	    v->ngroups) || !add_counts(fb_rec_get(r, FB_LIT("eligible")),
	    v->eligible, v->ngroups) ||
	    !add_answers(fb_rec_get(r, FB_LIT("writers")), &v->writers) ||
	    !add_answers(fb_rec_get(r, FB_LIT("others")), &v->others))
		return false;
	v->refused += refused;
	return fb_reasons_add(g->withhold, fb_rec_get(r, FB_LIT("withheld")),
	    v->reasons, &v->withheld);
}

static bool
read_words(fb_str hex, uint64_t *to, size_t n)
{
	unsigned char d[32];

	if (hex.n != 16 * n || !fb_parse_hex(hex, d, 8 * n))
		return false;
	for (size_t i = 0; i < 8 * n; i++)
		to[i / 8] = to[i / 8] << 8 | d[i];
	return true;
}

static bool
merge_copies(struct fb_voices *v, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	fb_str s = fb_json_text(fb_rec_get(r, FB_LIT("copies")), &scratch);
	uint64_t group, word[3];
	bool good = fb_count_of(fb_rec_get(r, FB_LIT("group")), &group) &&
	    group < v->ngroups && s.n % 48 == 0;

	for (size_t i = 0; good && i < s.n; i += 48) {
		good = read_words((fb_str){ s.p + i, 48 }, word, 3);
		if (good)
			fb_pool_offer_copy(&v->pool[group], &(struct fb_copy){
			    { word[0], word[1] }, word[2] });
	}
	fb_buf_release(&scratch);
	return good;
}

/* The entry of the record in a part line; it is found there again. */
static bool
entry_of(struct fb_gather *g, const struct fb_rec *r, struct fb_entry *e)
{
	struct fb_buf line = {0};
	struct fb_rec inner = {0};
	bool good;

	fb_buf_add(&line, fb_json_text(fb_rec_get(r, FB_LIT("record")),
	    &g->key));
	good = line.n && !fb_scan(&inner, fb_buf_str(&line)) &&
	    fb_gather_entry(g, &inner, e);
	e->ref = fb_reader_ref(g->in, r);
	fb_rec_release(&inner);
	fb_buf_release(&line);
	return good;
}

static bool
merge_record(struct fb_gather *g, const struct fb_rec *r)
{
	struct fb_json it = fb_json_in(fb_rec_get(r, FB_LIT("in")));
	struct fb_entry e = {0};
	uint64_t seat[2];

	if (!entry_of(g, r, &e))
		return false;
	while (fb_json_next(&it)) {
		struct fb_voices *v;

		memset(seat, 0, sizeof seat);
		if (!add_counts(it.val, seat, 2) ||
		    seat[0] >= g->plan->ncells)
			return false;
		v = &g->plan->cells[seat[0]];
		if (seat[1] >= v->ngroups)
			return false;
		fb_pool_offer(&v->pool[seat[1]], &e);
	}
	return true;
}

static bool
merge_customer(struct fb_gather *g, struct fb_voices *v, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	struct fb_leaver new = {0};
	uint64_t word[2];
	int64_t seen;
	bool good = read_words(fb_json_text(fb_rec_get(r,
	    FB_LIT("customer")), &scratch), word, 2) &&
	    fb_json_int(fb_rec_get(r, FB_LIT("seen")), &seen) &&
	    seen >= INT32_MIN && seen <= INT32_MAX;

	fb_buf_release(&scratch);
	if (!good)
		return false;
	new.ticket = word[0];
	new.owner = word[1];
	new.seen = (int32_t)seen;
	new.has_words = fb_json_int(fb_rec_get(r, FB_LIT("spoke")), &new.spoke);
	if (new.has_words && !entry_of(g, r, &new.words))
		return false;
	fb_leavers_add(&v->leavers, &new);
	return true;
}

const char *
fb_pools_merge(struct fb_gather *g, const struct fb_rec *r)
{
	struct fb_voices *v;
	uint64_t cell;
	bool good;

	if (fb_rec_get(r, FB_LIT("item")).p)
		return NULL;
	if (fb_rec_get(r, FB_LIT("in")).p)
		return merge_record(g, r) ? NULL : foreign;
	if (!fb_count_of(fb_rec_get(r, FB_LIT("cell")), &cell) ||
	    cell >= g->plan->ncells)
		return foreign;
	v = &g->plan->cells[cell];
	if (fb_rec_get(r, FB_LIT("customer")).p)
		good = v->use == FB_USE_LEFT && merge_customer(g, v, r);
	else if (fb_rec_get(r, FB_LIT("copies")).p)
		good = merge_copies(v, r);
	else
		good = merge_counts(g, v, r);
	return good ? NULL : foreign;
}
