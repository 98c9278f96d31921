/* trail.c - trail lines, in and out. */
#include <stdlib.h>

#include "base/diag.h"
#include "record/json.h"
#include "record/reader.h"
#include "record/trail.h"
#include "record/writer.h"

static void
put_digest_key(struct fb_buf *b, const char *key, struct fb_digest d)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '"');
	fb_put_digest(b, d);
	fb_buf_addc(b, '"');
}

void
fb_trail_begin(struct fb_buf *b, const struct fb_trail_counts *c)
{
	fb_buf_adds(b, "{\"fb\":\"trail\"");
	fb_put_text(b, "tool", fb_cstr(fb_prog));
	fb_put_text(b, "version", fb_cstr(FB_VERSION));
	fb_put_text(b, "options", fb_cstr(fb_opt_given()));
	fb_put_int(b, "in", (int64_t)c->in);
	fb_put_int(b, "out", (int64_t)c->out);
	fb_put_int(b, "filtered", (int64_t)c->filtered);
	fb_put_int(b, "rejected", (int64_t)c->rejected);
	fb_put_int(b, "duplicates", (int64_t)c->duplicates);
	put_digest_key(b, "digest_in", c->digest_in);
	put_digest_key(b, "digest_out", c->digest_out);
}

struct fb_trail_counts
fb_trail_of(const struct fb_reader *r, const struct fb_writer *w)
{
	return (struct fb_trail_counts){ .in = r->nrecords + r->nmalformed,
	    .out = w->nrecords, .filtered = r->nfiltered,
	    .rejected = r->nmalformed,
	    .digest_in = r->digest, .digest_out = w->digest };
}

void
fb_trail_counts_add(struct fb_trail_counts *a, const struct fb_trail_counts *b)
{
	a->in += b->in;
	a->out += b->out;
	a->filtered += b->filtered;
	a->rejected += b->rejected;
	a->duplicates += b->duplicates;
	a->digest_in.sum += b->digest_in.sum;
	a->digest_out.sum += b->digest_out.sum;
}

void
fb_trail_end(struct fb_buf *b)
{
	fb_buf_addc(b, '}');
}

void
fb_trail_end_part(struct fb_buf *b, const struct fb_reader *r,
    const struct fb_writer *w)
{
	fb_put_owed(b, &w->owed, &r->owed);
}

void
fb_trails_add(struct fb_trails *t, const struct fb_rec *rec)
{
	for (size_t i = 0; i < t->n; i++)
		if (fb_str_eq(fb_cstr(t->lines[i]), rec->line))
			return;
	t->lines = fb_grow(t->lines, &t->cap, t->n + 1, sizeof *t->lines);
	t->lines[t->n++] = fb_str_dup(rec->line);
}

void
fb_trails_pass(struct fb_trails *t, const struct fb_rec *rec,
    struct fb_writer *w)
{
	if (rec->kind == FB_TRAIL)
		fb_trails_add(t, rec);
	fb_writer_line(w, rec->line);
}

static int
rank(const char *line)
{
	static const char *const order[] = { "fb-ingest", "fb-redact", "fb-tag",
	    "fb-sample", "fb-metric", "fb-anecdote" };
	const int n = (int)(sizeof order / sizeof *order);
	fb_str tool = fb_json_get(fb_cstr(line), "tool");

	for (int i = 0; i < n; i++)
		if (fb_json_is(tool, order[i]))
			return i;
	return n;
}

static int
by_pipeline(const void *a, const void *b)
{
	const char *x = *(char *const *)a, *y = *(char *const *)b;
	int d = rank(x) - rank(y);

	return d ? d : strcmp(x, y);
}

void
fb_trails_sort(struct fb_trails *t)
{
	if (t->n)
		qsort(t->lines, t->n, sizeof *t->lines, by_pipeline);
}

void
fb_trails_write(struct fb_trails *t, struct fb_writer *w)
{
	fb_trails_sort(t);
	for (size_t i = 0; i < t->n; i++)
		fb_writer_line(w, fb_cstr(t->lines[i]));
}

void
fb_trails_release(struct fb_trails *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->lines[i]);
	free(t->lines);
	*t = (struct fb_trails){0};
}
