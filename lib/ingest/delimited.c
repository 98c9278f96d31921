/* delimited.c - the format of comma, tab and other delimited text. */
#include "ingest/begin.h"
#include "ingest/csv.h"
#include "ingest/format.h"
#include "ingest/preamble.h"
#include "ingest/shape.h"
#include "ingest/sniff.h"
#include "ingest/table.h"

static bool
any(const struct fb_head *head)
{
	(void)head;
	return true;
}

static void
reject(struct fb_run *r, const char *path, const struct fb_csv *c)
{
	fb_run_reject(r, path, FB_FAULT_UNCLOSED, &c->row, c->unclosed,
	    "a quote that opens here never closes; the row is left out");
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
	else if (!r->ask->no_header && fb_shape_again(g->plan, &c->row))
		fb_run_again(r, &c->row, path);
	else
		fb_run_row(r, g, &c->row, path);
}

static const char *
skip_lines(struct fb_physical *in, size_t n)
{
	const char *why = NULL;
	fb_str line = { "", 1 };
	bool whole;

	while (n-- && !why && line.n)
		why = fb_physical_next(in, &line, &whole);
	return why;
}

/* As many as asked for, else what looks like it. */
static size_t
lines_above(struct fb_run *r, const char *path, const struct fb_physical *in,
    const struct fb_csv_opts *o)
{
	size_t n = r->ask->skip_lines;

	if (n != FB_LINES_UNTOLD)
		return n;
	n = r->ask->no_header ? 0 : fb_preamble(fb_buf_str(&in->win), o);
	if (n)
		fb_warn("%s: %zu lines above the header are passed over; "
		    "--skip-lines 0 reads them", path, n);
	return n;
}

/* Encoding and dialect, before the first row. */
static const char *
sniff(struct fb_run *r, const struct fb_head *head, struct fb_physical *in,
    struct fb_csv_opts *o)
{
	const char *why = fb_physical_ahead(in, FB_SNIFF);
	fb_str bytes = fb_buf_str(&in->win);

	if (why && why != fb_physical_full)
		return why;
	r->say.n = 0;
	r->encoding = r->ask->encoding;
	if (r->encoding)
		fb_buf_printf(&r->say, "encoding: %s, as asked\n", r->encoding);
	else if (in->in.coding != FB_UTF8)
		fb_buf_adds(&r->say, "encoding: UTF-16, by its mark\n");
	else
		r->encoding = fb_sniff_encoding(bytes, in->eof, &r->say);
	if (r->encoding && !r->ask->encoding)
		fb_warn("%s: is not UTF-8 and read as %s, a guess; --encoding "
		    "names another", head->path, r->encoding);
	if (r->encoding && (why = fb_physical_recode(in, r->encoding)))
		fb_die(FB_USAGE, "--encoding '%s' %s", r->encoding, why);
	o->delim = r->delim.n ? *r->delim.p : fb_delimiter_by_name(head->name);
	if (r->delim.n > 1)
		o->between = r->delim;
	o->no_quotes = r->ask->no_quotes;
	o->quote = fb_one_byte("--quote", r->ask->quote);
	o->escape = fb_one_byte("--escape", r->ask->escape);
	if ((why = skip_lines(in, lines_above(r, head->path, in, o))))
		return why;
	bytes = fb_buf_str(&in->win);
	fb_sniff_dialect((fb_str){ bytes.p + in->at, bytes.n - in->at }, o,
	    &r->say);
	return NULL;
}

/* The header, or the first row that can be read when there is none. */
static const char *
first_row(struct fb_run *r, struct fb_csv *c, const char *path, bool *got)
{
	const char *why = fb_csv_next(c, got);

	while (!why && *got && c->unclosed && r->ask->no_header) {
		reject(r, path, c);
		why = fb_csv_next(c, got);
	}
	if (!why && *got && c->unclosed)
		fb_run_give_up(r, FB_FAIL, path, "a quote in the header never "
		    "closes; give --no-quotes if cells are not quoted");
	return why;
}

void
fb_read_table(struct fb_run *r, const char *path, struct fb_physical *in,
    const struct fb_csv_opts *opts)
{
	struct fb_csv csv = {0};
	struct fb_mapping plan = { .workbook = opts->by_row };
	struct fb_making g = fb_run_making(r, &plan, path);
	bool got = false;
	const char *why = fb_csv_open(&csv, in, opts);

	if (!why)
		why = first_row(r, &csv, path, &got);
	if (got) {
		fb_run_plan(r, &plan, &csv, path);
		g.unique = r->unique;
	}
	while (!why && got && !(why = fb_csv_next(&csv, &got)) && got)
		take(r, &g, &csv, path);
	if (why)
		fb_run_read_fail(r, path, why);
	fb_mapping_release(&plan);
	fb_csv_close(&csv);
}

static void
read_rows(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	struct fb_csv_opts opts = {0};
	const char *why = sniff(r, head, in, &opts);

	if (why)
		fb_run_read_fail(r, head->path, why);
	fb_read_table(r, head->path, in, &opts);
}

const struct fb_format fb_format_delimited = {
	.name = "delimited text", .kind = "table",
	.is = any, .read = read_rows,
};
