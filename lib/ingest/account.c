/* account.c - what a run did: the trail line, and each file's balance. */
#include <stdlib.h>

#include "ingest/begin.h"
#include "record/json.h"
#include "record/trail.h"

static void
put_names(struct fb_buf *b, const char *key, const struct fb_map *m)
{
	size_t *order = fb_map_sorted(m);

	fb_put_key(b, key);
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < m->n; i++) {
		fb_buf_adds(b, i ? "," : "");
		fb_put_json(b, fb_map_key(m, order[i]));
	}
	fb_buf_addc(b, ']');
	free(order);
}

void
fb_run_trail(struct fb_run *r)
{
	struct fb_buf b = {0};
	size_t duplicates = fb_accounts_settle(&r->parts);

	fb_trail_begin(&b, &(struct fb_trail_counts){
	    .in = r->nrows, .out = r->out.nrecords, .filtered = r->nfiltered,
	    .rejected = r->nrejected, .duplicates = duplicates,
	    .digest_in = r->digest, .digest_out = r->out.digest });
	fb_put_sources(&b, &r->parts);
	put_names(&b, "profiles", &r->used);
	put_names(&b, "scales", &r->scales);
	for (int i = 0; i < FB_FAULTS; i++)
		fb_put_int(&b, fb_fault_kinds[i].key, (int64_t)r->told[i].n);
	if (r->nskipped)
		fb_put_int(&b, "skipped", (int64_t)r->nskipped);
	fb_trail_end(&b);
	fb_writer_line(&r->out, fb_buf_str(&b));
	fb_buf_release(&b);
}

void
fb_run_explain(const struct fb_run *r)
{
	struct fb_buf b = {0};
	fb_str all, line;

	fb_accounts_explain(&r->parts, &b);
	for (all = fb_buf_str(&b); all.n;) {
		line = fb_str_split(&all, '\n');
		fb_warn("%.*s", (int)line.n, line.p);
	}
	fb_buf_release(&b);
}
