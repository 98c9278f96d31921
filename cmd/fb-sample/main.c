/* fb-sample - draw a fair, repeatable handful of records to read in full. */
#include "base/diag.h"
#include "record/json.h"
#include "record/reader.h"
#include "record/trail.h"
#include "record/writer.h"
#include "sample/cert.h"

static struct fb_list by, require;
static struct fb_sample_conf conf = { .n = 10, .min = 1, .seed = "",
    .require = &require };
static bool fail_empty;

static const struct fb_opt opts[] = {
	{ 'n', "count", "N", fb_set_count, &conf.n,
	    "records to draw (default 10)" },
	{ 's', "seed", "TEXT", fb_set_text, &conf.seed,
	    "name of the draw, such as 2026-10 (default empty)" },
	{ 'b', "by", "F[,F]", fb_set_list, &by,
	    "from each group of these fields in proportion" },
	{ 0, "min", "M", fb_set_limit, &conf.min,
	    "at least so many from each group (default 1)" },
	{ 0, "require", "F", fb_set_list, &require,
	    "only records that fill field F; repeatable" },
	{ 0, "fail-empty", NULL, fb_set_flag, &fail_empty,
	    "status 1 when nothing can be drawn" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-sample",
	.does = "draw a fair, repeatable sample of records",
	.usage = "[file ...]",
	.opts = { opts, fb_reader_opts, fb_period_opts, fb_writer_opts },
};

/* All that a run needs besides its options. */
struct job {
	struct fb_tables tables;
	struct fb_reader in;
	struct fb_writer out;
	struct fb_sample sample;
	struct fb_trails trails;
	struct fb_buf held; /* other lines, while the draw may still be refused */
};

static void
open_job(struct job *j, char **paths)
{
	const char *why;

	if ((why = fb_tables_init(&j->tables, &by)))
		fb_die(FB_USAGE, "--by: %s", why);
	if (by.n > 1)
		fb_die(FB_USAGE, "--by is given twice; cross fields in one: "
		    "--by %s,%s", by.v[0], by.v[1]);
	if (by.n)
		conf.by = &j->tables.v[1];
	conf.keep_refused = fb_rejects_path() != NULL;
	if ((why = fb_sample_init(&j->sample, &conf)))
		fb_die(FB_USAGE, "--seed: %s", why);
	fb_reader_open(&j->in, paths);
	fb_writer_open(&j->out);
}

static void
pass(struct job *j, fb_str line)
{
	if (!conf.by) {
		fb_writer_line(&j->out, line);
		return;
	}
	if (j->held.n)
		fb_buf_addc(&j->held, '\n');
	fb_buf_add(&j->held, line);
}

static void
read_all(struct job *j)
{
	struct fb_rec rec = {0};

	while (fb_reader_next(&j->in, &rec)) {
		if (rec.kind == FB_RECORD)
			fb_sample_offer(&j->sample, &rec);
		else if (rec.kind == FB_TRAIL)
			fb_trails_add(&j->trails, &rec);
		else
			pass(j, rec.line);
	}
	fb_rec_release(&rec);
}

static void
draw(struct job *j)
{
	size_t strata = j->sample.keys.n;

	if (!fb_sample_draw(&j->sample))
		return;
	if (strata > conf.n)
		fb_die(FB_USAGE, "n=%zu < %zu strata; use --min 0", conf.n, strata);
	fb_die(FB_USAGE, "n=%zu is too few for --min %zu in each of %zu strata; "
	    "use a smaller --min", conf.n, conf.min, strata);
}

/* Of records that claim to be the same one but differ, one was drawn. */
static void
refuse_copies(struct job *j)
{
	for (size_t i = 0; i < j->sample.ndrawn; i++) {
		const struct fb_pick *p = j->sample.drawn[i].pick;

		if (p->copies > p->same)
			fb_reader_refuse(&j->in, p->copies - p->same,
			    fb_buf_str(&p->refused), "id '%.*s' came again with "
			    "other content (%zu); make ids unique first",
			    (int)(p->id.n < 200 ? p->id.n : 200), p->id.p,
			    p->copies - p->same);
	}
}

static void
write_drawn(struct job *j)
{
	struct fb_buf b = {0};

	if (j->held.n)
		fb_writer_line(&j->out, fb_buf_str(&j->held));
	for (size_t i = 0; i < j->sample.ndrawn; i++) {
		b.n = 0;
		fb_put_draw(&b, &j->sample, i);
		fb_writer_made(&j->out, j->sample.drawn[i].pick->line,
		    fb_buf_str(&b));
	}
	fb_buf_release(&b);
}

static void
write_trail(struct job *j)
{
	struct fb_trail_counts c = fb_trail_of(&j->in, &j->out);
	struct fb_copies copies = fb_sample_copies(&j->sample);
	struct fb_buf b = {0}, period = {0};

	c.duplicates = copies.duplicates;
	c.rejected += copies.refused;
	if (j->in.filter.has_period)
		fb_put_period(&period, j->in.filter.period);
	fb_trail_begin(&b, &c);
	fb_put_int(&b, "no_consent", (int64_t)j->sample.no_consent);
	fb_put_int(&b, "ineligible", (int64_t)j->sample.ineligible);
	fb_put_int(&b, "undrawn", (int64_t)(j->sample.nframe - c.out -
	    c.duplicates - copies.refused));
	fb_put_certificate(&b, &j->sample, fb_buf_str(&period));
	fb_trail_end(&b);
	fb_trails_write(&j->trails, &j->out);
	fb_writer_line(&j->out, fb_buf_str(&b));
	fb_buf_release(&period);
	fb_buf_release(&b);
}

int
main(int argc, char **argv)
{
	struct job j = {0};
	int status;

	open_job(&j, argv + fb_opt_parse(&tool, argc, argv));
	read_all(&j);
	draw(&j);
	refuse_copies(&j);
	write_drawn(&j);
	write_trail(&j);

	status = fb_reader_status(&j.in);
	if (fail_empty && !j.sample.ndrawn)
		status = FB_BAD;
	fb_writer_close(&j.out);
	fb_reader_close(&j.in);
	fb_sample_release(&j.sample);
	fb_tables_release(&j.tables);
	fb_trails_release(&j.trails);
	fb_buf_release(&j.held);
	return status;
}
