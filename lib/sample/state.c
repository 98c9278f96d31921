/* state.c - write what a run over a shard knows. */
#include <stdlib.h>

#include "record/ascii.h"
#include "record/json.h"
#include "sample/cert.h"
#include "sample/state.h"

static void
begin(struct fb_buf *b, const char *part)
{
	b->n = 0;
	fb_buf_adds(b, "{\"fb\":\"part\",\"tool\":\"fb-sample\"");
	fb_put_text(b, "part", fb_cstr(part));
}

static void
end(struct fb_buf *b, struct fb_writer *w)
{
	fb_buf_addc(b, '}');
	fb_writer_part(w, fb_buf_str(b));
}

static void
put_bool(struct fb_buf *b, const char *key, bool is)
{
	fb_put_key(b, key);
	fb_buf_adds(b, is ? "true" : "false");
}

static void
put_refused(struct fb_buf *b, fb_str lines)
{
	bool first = true;

	if (!lines.n)
		return;
	fb_put_key(b, "refused");
	fb_buf_addc(b, '[');
	while (lines.n) {
		fb_buf_adds(b, first ? "" : ",");
		fb_put_json(b, fb_str_split(&lines, '\n'));
		first = false;
	}
	fb_buf_addc(b, ']');
}

/* As it is; as text where its own escapes could be taken for those of a road
 * that carries only ASCII. */
static void
put_record(struct fb_buf *b, fb_str line)
{
	fb_put_key(b, "record");
	if (fb_ascii() || fb_is_escaped(line))
		fb_put_json(b, line);
	else
		fb_buf_add(b, line);
}

static void
put_pick(struct fb_buf *b, const struct fb_pick *p)
{
	put_record(b, p->line);
	fb_put_int(b, "letters", (int64_t)p->letters);
	fb_put_int(b, "copies", (int64_t)p->copies);
	fb_put_int(b, "same", (int64_t)p->same);
	put_refused(b, fb_buf_str(&p->refused));
}

static void
write_unit(struct fb_buf *b, struct fb_writer *w, fb_str key,
    const struct fb_pick *p)
{
	begin(b, "unit");
	fb_put_text(b, "h", key);
	put_pick(b, p);
	end(b, w);
}

/* A unit among the large ones that the other list does not hold. */
static bool
is_only_large(const struct fb_part *part, const struct fb_pick *p)
{
	return part->kept.has_limit &&
	    fb_by_ratio.rank(p, &part->kept.limit) > 0;
}

static void
put_i128(struct fb_buf *b, const char *key, fb_i128 v)
{
	fb_put_key(b, key);
	fb_put_i128(b, v);
}

static void
write_distinct(struct fb_buf *b, struct fb_writer *w, fb_str key,
    struct fb_distinct *d)
{
	fb_distinct_settle(d);
	for (size_t i = 0; i < d->n;) {
		begin(b, "customers");
		fb_put_text(b, "h", key);
		put_bool(b, "more", d->beyond || d->more);
		fb_put_key(b, "tickets");
		fb_buf_addc(b, '"');
		for (size_t k = 0; k < FB_DISTINCT && i < d->n; k++, i++)
			fb_buf_printf(b, "%016llx", (unsigned long long)d->v[i]);
		fb_buf_addc(b, '"');
		end(b, w);
	}
}

static void
write_part(struct fb_buf *b, struct fb_writer *w, fb_str key,
    struct fb_part *part)
{
	fb_bottomk_settle(&part->kept);
	fb_bottomk_settle(&part->large);
	begin(b, "stratum");
	fb_put_text(b, "h", key);
	fb_put_int(b, "seen", (int64_t)part->kept.seen);
	put_bool(b, "beyond", part->kept.beyond);
	put_i128(b, "total", (fb_i128)part->total);
	fb_put_int(b, "answers", (int64_t)part->spread.n);
	put_i128(b, "sum", part->spread.sum);
	put_i128(b, "sq", part->spread.sq);
	end(b, w);
	write_distinct(b, w, key, &part->units);
	for (size_t i = 0; i < part->kept.n; i++)
		write_unit(b, w, key, &part->kept.v[i]);
	for (size_t i = 0; i < part->large.n; i++)
		if (is_only_large(part, &part->large.v[i]))
			write_unit(b, w, key, &part->large.v[i]);
}

static void
write_dim(struct fb_buf *b, struct fb_writer *w, const struct fb_dim *d,
    size_t number)
{
	size_t *order = fb_map_sorted(&d->values);

	begin(b, "count");
	fb_put_int(b, "dim", (int64_t)number);
	fb_put_key(b, "values");
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < d->values.n; i++) {
		fb_buf_adds(b, i ? "," : "");
		fb_put_json(b, fb_map_key(&d->values, order[i]));
		fb_buf_printf(b, ":%llu",
		    (unsigned long long)d->frame[order[i]]);
	}
	fb_buf_addc(b, '}');
	end(b, w);
	free(order);
}

void
fb_state_write(struct fb_sample *s, struct fb_writer *w)
{
	size_t *order = fb_map_sorted(&s->keys);
	struct fb_buf b = {0};

	for (size_t i = 0; i < s->keys.n && s->conf.method != FB_RATE; i++)
		write_part(&b, w, fb_map_key(&s->keys, order[i]),
		    &s->part[order[i]]);
	fb_bottomk_settle(&s->must);
	for (size_t i = 0; i < s->must.n; i++) {
		begin(&b, "must");
		put_pick(&b, &s->must.v[i]);
		end(&b, w);
	}
	for (size_t i = 0; i < s->dims.n; i++)
		write_dim(&b, w, &s->dims.v[i], i);
	free(order);
	fb_buf_release(&b);
}

void
fb_state_write_drawn(struct fb_writer *w, const struct fb_drawn *d)
{
	struct fb_buf b = {0};

	begin(&b, "drawn");
	put_bool(&b, "must", d->must);
	put_record(&b, d->pick->line);
	end(&b, w);
	fb_buf_release(&b);
}

static void
put_texts(struct fb_buf *b, const char *key, const struct fb_map *m,
    const bool *which)
{
	size_t *order = fb_map_sorted(m);
	bool first = true;

	fb_put_key(b, key);
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < m->n; i++) {
		if (which && !which[order[i]])
			continue;
		fb_buf_adds(b, first ? "" : ",");
		fb_put_json(b, fb_map_key(m, order[i]));
		first = false;
	}
	fb_buf_addc(b, ']');
	free(order);
}

static void
put_edge(struct fb_buf *b, const char *key, const struct fb_sample *s, int i)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '"');
	if (s->has_edge[i])
		fb_put_hex(b, s->edge[i].ticket.d, 32);
	fb_buf_addc(b, '"');
}

void
fb_put_state(struct fb_buf *b, const struct fb_sample *s)
{
	put_bool(b, "part", true);
	fb_put_key(b, "plan");
	fb_buf_adds(b, "{\"v\":1");
	fb_put_plan(b, s);
	fb_buf_addc(b, '}');
	fb_put_int(b, "records", (int64_t)s->nframe);
	fb_put_int(b, "no_id", (int64_t)s->no_id);
	fb_put_int(b, "anon", (int64_t)s->anon);
	fb_put_int(b, "size_zero", (int64_t)s->size_zero);
	fb_put_int(b, "drawn", (int64_t)s->nplaces);
	fb_put_int(b, "must", (int64_t)s->nmust);
	put_edge(b, "last", s, 0);
	put_edge(b, "next", s, 1);
	fb_put_key(b, "frame");
	fb_buf_addc(b, '"');
	fb_put_hex(b, s->frame.sum, 32);
	fb_buf_addc(b, '"');
	fb_put_int(b, "looked", (int64_t)s->seen.records);
	put_texts(b, "found", &s->seen.wanted, s->seen.found);
	put_texts(b, "names", &s->seen.names, NULL);
}
