/* delimited.c - the format of comma, tab and other delimited text. */
#include "ingest/begin.h"
#include "ingest/csv.h"
#include "ingest/format.h"
#include "ingest/shape.h"

static bool
any(const struct fb_head *head)
{
	(void)head;
	return true;
}

static void
reject(struct fb_run *r, const char *path, const struct fb_csv *c)
{
	struct fb_buf why = {0};

	fb_buf_printf(&why, "%s:%zu: a quote that opens here never closes; the "
	    "row is left out", path, c->unclosed);
	fb_run_reject(r, path, FB_FAULT_UNCLOSED, c->row.raw,
	    fb_buf_cstr(&why));
	fb_buf_release(&why);
}

static void
take(struct fb_run *r, const struct fb_making *g, struct fb_csv *c,
    const char *path)
{
	const struct fb_profile *f = g->plan->profile;
	const char *why;
	bool footer = false;

	if (c->unclosed) {
		reject(r, path, c);
		return;
	}
	if (f && f->footer && (why = fb_shape_footer(g->plan, c, &footer)))
		fb_run_read_fail(r, path, why);
	if (footer)
		fb_run_no_row(r, &c->row);
	else
		fb_run_row(r, g, &c->row, path);
}

static void
read_rows(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	const struct fb_csv_opts opts = { r->delim ? r->delim :
	    fb_delimiter_by_name(head->name), r->ask->no_quotes };
	struct fb_csv csv;
	struct fb_mapping plan = {0};
	struct fb_making g = fb_run_making(r, &plan, head->path);
	bool got = false;
	const char *why = fb_csv_open(&csv, in, &opts);

	if (!why)
		why = fb_csv_next(&csv, &got);
	if (got) {
		fb_run_plan(r, &plan, &csv, head->path);
		g.unique = r->unique;
	}
	while (!why && got && !(why = fb_csv_next(&csv, &got)) && got)
		take(r, &g, &csv, head->path);
	if (why)
		fb_run_read_fail(r, head->path, why);
	fb_mapping_release(&plan);
	fb_csv_close(&csv);
}

const struct fb_format fb_format_delimited = {
	.name = "delimited text", .is = any, .read = read_rows,
};
