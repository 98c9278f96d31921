/* fb-sample - draw a fair, repeatable handful of records to read in full. */
#include "base/diag.h"
#include "record/json.h"
#include "record/manifest.h"
#include "record/trail.h"
#include "record/writer.h"
#include "sample/account.h"
#include "sample/cert.h"
#include "sample/check.h"
#include "sample/options.h"
#include "sample/report.h"
#include "sample/state.h"
#include "sample/totals.h"

static const struct fb_tool tool = {
	.name = "fb-sample",
	.does = "draw a fair, repeatable sample of records",
	.usage = "[file ...]",
	.opts = { fb_sample_opts, fb_reader_opts, fb_period_opts,
	    fb_manifest_opts, fb_ascii_opts, fb_writer_opts },
};

/* All that a run needs besides its options. */
struct job {
	struct fb_sample_options conf;
	struct fb_withhold withhold;
	struct fb_reader in;
	struct fb_writer out;
	struct fb_sample sample;
	struct fb_totals totals;
	struct fb_trails trails;
	struct fb_trail_counts merged; /* of parts that came in */
	struct fb_buf held; /* other lines, while the draw may still be refused */
	struct fb_buf draw; /* scratch */
};

/* What is counted over the frame besides the draw. */
static void
count_fields(struct job *j)
{
	const struct fb_tables *t = &j->conf.represent;

	for (size_t i = 1; i < t->n; i++) {
		fb_dims_put(&j->sample.dims, &t->v[i])->report = true;
		for (size_t k = 0; k < t->v[i].n; k++)
			fb_seen_want(&j->sample.seen, t->v[i].key[k]);
	}
	fb_totals_count(&j->totals, &j->sample);
}

static void
check_file(const char *path, const char *why, size_t lineno)
{
	if (why && lineno)
		fb_die(FB_USAGE, "%s:%zu: %s", path, lineno, why);
	if (why)
		fb_die(FB_FAIL, "'%s' %s:", path, why);
}

/* The small files that options name. */
static void
read_files(struct job *j)
{
	struct fb_sample_options *o = &j->conf;
	const char *why;
	size_t lineno;

	j->totals.trim = o->trim;
	if (o->base) {
		why = fb_totals_read(&j->totals, o->base, &lineno);
		check_file(o->base, why, lineno);
	}
	if (o->withhold) {
		why = fb_withhold_read(&j->withhold, o->withhold, &lineno);
		check_file(o->withhold, why, lineno);
		o->draw.withhold = &j->withhold;
	}
}

static void
open_job(struct job *j, char **paths)
{
	const char *why;

	if ((why = fb_sample_settle(&j->conf)))
		fb_die(FB_USAGE, "%s", why);
	read_files(j);
	if ((why = fb_sample_init(&j->sample, &j->conf.draw)))
		fb_die(FB_USAGE, "--seed: %s", why);
	count_fields(j);
	fb_reader_open(&j->in, paths);
	if (j->conf.draw.method == FB_SYSTEMATIC)
		fb_reader_keep(&j->in);
	fb_writer_open(&j->out);
}

static void
pass(struct job *j, fb_str line)
{
	if (!j->sample.seen.wanted.n) {
		fb_writer_line(&j->out, line);
		return;
	}
	if (j->held.n)
		fb_buf_addc(&j->held, '\n');
	fb_buf_add(&j->held, line);
}

static void
write_one(struct job *j, const struct fb_drawn *d)
{
	j->draw.n = 0;
	fb_put_draw(&j->draw, &j->sample, d);
	fb_writer_made(&j->out, d->pick->line, fb_buf_str(&j->draw));
}

/* --rate: out with it at once. */
static void
write_now(struct job *j)
{
	const struct fb_drawn *d = fb_sample_now(&j->sample);

	if (j->conf.partial)
		fb_state_write_drawn(&j->out, d);
	else
		write_one(j, d);
}

static void
offer(struct job *j, const struct fb_rec *rec)
{
	switch (fb_sample_offer(&j->sample, rec, fb_reader_ref(&j->in, rec))) {
	case FB_DRAWN:
		write_now(j);
		break;
	case FB_REFUSED:
		fb_reader_bad(&j->in, rec, "%s", fb_buf_cstr(&j->sample.why));
		break;
	case FB_PASSED:
		break;
	}
}

static void
merge(struct job *j, const struct fb_rec *rec)
{
	bool drawn;
	const char *why = fb_state_merge(&j->sample, rec, &j->merged, &drawn);

	if (why)
		fb_die(rec->kind == FB_TRAIL ? FB_USAGE : FB_FAIL, "%s:%zu: "
		    "this line %s", j->in.paths[j->in.at], j->in.lineno, why);
	if (drawn)
		write_now(j);
}

static void
read_all(struct job *j)
{
	struct fb_rec rec = {0};

	while (fb_reader_next(&j->in, &rec)) {
		if (rec.kind == FB_RECORD)
			offer(j, &rec);
		else if (fb_state_is(&rec))
			merge(j, &rec);
		else if (rec.kind == FB_TRAIL)
			fb_trails_add(&j->trails, &rec);
		else
			pass(j, rec.line);
	}
	fb_rec_release(&rec);
}

/* Nothing was lost on the way here. */
static void
check_whole(struct job *j)
{
	struct fb_trail_counts c = fb_trail_of(&j->in, &j->out);

	fb_reader_whole(&j->in);
	c.in += j->merged.in;
	c.digest_in.sum += j->merged.digest_in.sum;
	fb_manifest_check(&c, &j->trails);
}

static void
draw(struct job *j)
{
	check_whole(j);
	fb_check_fields(&j->sample);
	if (fb_sample_draw(&j->sample, &j->in))
		fb_too_few(&j->sample);
}

static void
weigh(struct job *j)
{
	const char *why = j->totals.n ?
	    fb_totals_weigh(&j->totals, &j->sample) : NULL;

	if (why)
		fb_die(FB_USAGE, "%s: %s", j->conf.base, why);
	if (j->totals.n && !j->totals.converged)
		fb_warn("%s: no weights fit these totals", j->conf.base);
}

static void
write_held(struct job *j)
{
	if (j->held.n)
		fb_writer_line(&j->out, fb_buf_str(&j->held));
}

static void
write_drawn(struct job *j)
{
	write_held(j);
	for (size_t i = 0; i < j->sample.ndrawn; i++)
		write_one(j, &j->sample.drawn[i]);
	fb_report_fit(&j->sample, &j->out);
	fb_totals_silent(&j->totals, &j->sample, &j->out);
}

static void
put_facts(struct job *j, struct fb_buf *b, const struct fb_trail_counts *c)
{
	struct fb_buf period = {0};

	fb_put_account(b, &j->sample, c, j->conf.partial);
	if (j->conf.partial) {
		fb_put_state(b, &j->sample);
		return;
	}
	if (j->in.filter.has_period)
		fb_put_period(&period, j->in.filter.period);
	fb_put_certificate(b, &j->sample, fb_buf_str(&period));
	if (j->totals.n)
		fb_put_totals(b, &j->totals);
	fb_buf_release(&period);
}

static void
write_trail(struct job *j)
{
	struct fb_trail_counts c = fb_trail_of(&j->in, &j->out);
	struct fb_buf b = {0};

	fb_account(&c, &j->sample, &j->merged);
	fb_trail_begin(&b, &c);
	put_facts(j, &b, &c);
	if (j->conf.partial)
		fb_trail_end_part(&b, &j->in, &j->out);
	else
		fb_trail_end(&b);
	fb_trails_write(&j->trails, &j->out);
	fb_writer_line(&j->out, fb_buf_str(&b));
	fb_buf_release(&b);
}

static void
close_job(struct job *j)
{
	fb_writer_close(&j->out);
	fb_reader_close(&j->in);
	fb_sample_release(&j->sample);
	fb_totals_release(&j->totals);
	fb_trails_release(&j->trails);
	fb_buf_release(&j->held);
	fb_buf_release(&j->draw);
	fb_withhold_release(&j->withhold);
	fb_sample_options_release(&j->conf);
}

int
main(int argc, char **argv)
{
	struct job j = {0};
	int status;

	open_job(&j, argv + fb_opt_parse(&tool, argc, argv));
	read_all(&j);
	if (j.conf.partial) {
		write_held(&j);
		fb_state_write(&j.sample, &j.out);
	} else {
		draw(&j);
		weigh(&j);
		fb_refuse_copies(&j.sample, &j.in);
		write_drawn(&j);
	}
	write_trail(&j);

	status = fb_reader_status(&j.in);
	if (!j.conf.partial && j.totals.n && !j.totals.converged)
		status = FB_BAD;
	if (j.conf.fail_empty && !j.conf.partial && !j.out.nrecords)
		status = FB_BAD;
	close_job(&j);
	return status;
}
