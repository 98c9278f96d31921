/* fb-metric - numbers with their intervals and changes from feedback. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/num.h"
#include "metric/check.h"
#include "metric/intake.h"
#include "metric/write.h"
#include "record/json.h"
#include "record/manifest.h"

static struct fb_list metrics, by;
static const char *per = "all", *period, *asof, *base_path;
static const char *weight, *drivers;
static size_t history = 12, suppress, terms;
static double min_effect = NAN;
static bool keep, partial, decline, shifts, fail_empty;

static const char *
set_effect(void *dst, const char *text)
{
	const char *why = fb_parse_double(fb_cstr(text), dst);

	return why ? why : min_effect < 0 ? "below 0" : NULL;
}

static const struct fb_opt opts[] = {
	{ 'm', "metric", "SPEC", fb_set_list, &metrics,
	    "[NAME=]KIND[:FIELD][@LO-HI]; repeatable (default count)" },
	{ 'b', "by", "F[,F]", fb_set_list, &by,
	    "also a table by these fields; repeatable" },
	{ 0, "per", "UNIT", fb_set_text, &per,
	    "day, week, month, quarter or year (default all)" },
	{ 0, "period", "LABEL", fb_set_text, &period,
	    "the period reported and tested (default latest full)" },
	{ 0, "history", "N", fb_set_limit, &history,
	    "periods before it that carry values (default 12)" },
	{ 0, "asof", "DATE", fb_set_text, &asof,
	    "last day that is over (default latest in the data)" },
	{ 0, "min-effect", "X", set_effect, &min_effect,
	    "smallest change that is a signal, in the unit" },
	{ 0, "base", "FILE", fb_set_text, &base_path,
	    "customers by period and group, for rates" },
	{ 0, "decline", NULL, fb_set_flag, &decline,
	    "watch -m customers against the base: who falls silent" },
	{ 0, "shifts", NULL, fb_set_flag, &shifts,
	    "where shares and nps changed their level, and their limits" },
	{ 0, "drivers", "FIELD", fb_set_text, &drivers,
	    "which values of this field go along with the metrics" },
	{ 0, "terms", "N", fb_set_limit, &terms,
	    "the words that tell each group from the others, at most N" },
	{ 0, "weight", "FIELD", fb_set_text, &weight,
	    "estimate with the weights of this field, too" },
	{ 0, "suppress", "K", fb_set_limit, &suppress,
	    "hide cells with fewer than K answers" },
	{ 0, "partial", NULL, fb_set_flag, &partial,
	    "write counts of a shard, to be merged by another run" },
	{ 0, "keep", NULL, fb_set_flag, &keep,
	    "pass the records on in front of the metric lines" },
	{ 0, "fail-empty", NULL, fb_set_flag, &fail_empty,
	    "status 1 when there is no record" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-metric",
	.does = "compute metrics with intervals and changes from feedback",
	.usage = "[file ...]",
	.opts = { opts, fb_reader_opts, fb_manifest_opts, fb_ascii_opts,
	    fb_writer_opts },
};

/* All that a run needs besides its options. */
struct job {
	struct fb_arena mem;
	struct fb_spec *specs;
	size_t nspecs;
	struct fb_tables tables;
	enum fb_unit unit;
	struct fb_reader in;
	struct fb_writer out;
	struct fb_counter counter;
	struct fb_base base;
	struct fb_span span;
	struct fb_intake intake;
};

static void
parse_specs(struct job *j)
{
	const char *why;

	if (!metrics.n)
		fb_set_list(&metrics, "count");
	j->nspecs = metrics.n;
	j->specs = fb_arena_zalloc(&j->mem, metrics.n, sizeof *j->specs);
	for (size_t i = 0; i < metrics.n; i++) {
		why = fb_spec_parse(&j->mem, fb_cstr(metrics.v[i]), &j->specs[i]);
		if (why)
			fb_die(FB_USAGE, "-m '%s': %s", metrics.v[i], why);
		for (size_t k = 0; k < i; k++)
			if (fb_str_eq(j->specs[k].name, j->specs[i].name))
				fb_die(FB_USAGE, "-m '%s': this name is taken; "
				    "give it another: NAME=...", metrics.v[i]);
	}
}

/* Customers, where a metric needs them. */
static void
open_base(struct job *j)
{
	const char *why;
	size_t line;

	for (size_t i = 0; i < j->nspecs && !base_path; i++)
		if (j->specs[i].kind->based)
			fb_die(FB_USAGE, "-m '%s' needs --base FILE: the customers "
			    "of each period, or those asked", metrics.v[i]);
	if (decline && suppress)
		fb_die(FB_USAGE, "--decline and --suppress do not go together: "
		    "its lines tell how many spoke, however few");
	if (decline && (!base_path || j->unit == FB_ALL ||
	    fb_watched(j->specs, j->nspecs) == j->nspecs))
		fb_die(FB_USAGE, "--decline needs --base FILE, --per UNIT and "
		    "-m customers");
	if (!base_path)
		return;
	why = fb_base_open(&j->base, &j->counter, base_path, &line);
	if (why && line)
		fb_die(FB_FAIL, "%s:%zu: %s", base_path, line, why);
	if (why)
		fb_die(FB_FAIL, "cannot open '%s': %s", base_path, why);
	for (size_t i = 0; i < j->nspecs; i++)
		if ((why = fb_base_lacks(&j->base, j->specs[i].kind)))
			fb_die(FB_USAGE, "-m '%s' needs %s in '%s'",
			    metrics.v[i], why, base_path);
}

static void
open_job(struct job *j, char **paths)
{
	const char *why;

	parse_specs(j);
	if ((why = fb_tables_init(&j->tables, &by)))
		fb_die(FB_USAGE, "--by: %s", why);
	if ((why = fb_unit_parse(fb_cstr(per), &j->unit)))
		fb_die(FB_USAGE, "--per '%s': %s", per, why);
	fb_counter_init(&j->counter, j->specs, j->nspecs, &j->tables, j->unit);
	if (keep && partial)
		fb_die(FB_USAGE, "--keep and --partial do not go together: the "
		    "records would be counted again");
	if (shifts && j->unit == FB_ALL)
		fb_die(FB_USAGE, "--shifts needs --per, such as --per month");
	if (period && j->unit == FB_ALL)
		fb_die(FB_USAGE, "--period needs --per, such as --per month");
	if (drivers)
		fb_counter_drive(&j->counter, fb_cstr(drivers));
	if (terms && !by.n)
		fb_die(FB_USAGE, "--terms needs --by: groups to tell apart");
	if (terms)
		fb_texts_init(&j->counter.texts, FB_TEXTS, fb_cstr(period));
	if (weight)
		fb_counter_weigh(&j->counter, fb_cstr(weight));
	open_base(j);
	fb_reader_open(&j->in, paths);
	fb_writer_open(&j->out);
	j->intake = (struct fb_intake){ .in = &j->in, .out = &j->out,
	    .counter = &j->counter, .keep = keep };
}

/* A field that no record has is a slip of the pen. */
static void
check_fields(struct job *j)
{
	struct fb_buf why = {0};

	if (fb_intake_counted(&j->intake) && !fb_fields_good(&j->counter, &j->intake.seen, &why))
		fb_die(FB_USAGE, "%s", fb_buf_cstr(&why));
}

/* A metric that none of its scales can carry is a wrong command line; one that
 * only some cannot carry leaves these out and says so. */
static void
check_scales(struct job *j)
{
	for (size_t m = 0; m < j->nspecs; m++) {
		size_t good;
		const char *why = fb_scales_refused(&j->counter, m, &good);

		if (why && !good && fb_intake_counted(&j->intake))
			fb_die(FB_USAGE, "-m '%s': %s", metrics.v[m], why);
		if (why)
			fb_warn("-m '%s': answers on other scales are left "
			    "out: %s", metrics.v[m], why);
	}
}

static size_t
write_lines(struct job *j)
{
	struct fb_asked_for asked = { .min_effect = min_effect, .terms = terms,
	    .shifts = shifts, .decline = decline, .base = &j->base };

	return fb_write_all(&j->counter, &j->tables, &j->span, &asked, &j->out);
}

static void
write_trail(struct job *j, size_t ntests)
{
	struct fb_trail_counts counts = fb_trail_of(&j->in, &j->out);
	struct fb_buf b = {0};

	fb_trail_counts_add(&counts, &j->intake.parts.counts);
	fb_trail_begin(&b, &counts);
	if (partial) {
		fb_put_part_facts(&b, &j->counter);
	} else {
		fb_put_key(&b, "period");
		fb_buf_addc(&b, '"');
		fb_put_period(&b, j->span.report);
		fb_buf_addc(&b, '"');
		fb_put_int(&b, "tests", (int64_t)ntests);
		if (!j->base.asked)
			fb_buf_adds(&b, ",\"flags\":[\"self-selected\"]");
	}
	fb_put_int(&b, "undated", (int64_t)j->counter.undated);
	if (partial)
		fb_trail_end_part(&b, &j->in, &j->out);
	else
		fb_trail_end(&b);
	fb_trails_write(&j->intake.trails, &j->out);
	fb_writer_line(&j->out, fb_buf_str(&b));
	fb_buf_release(&b);
}

/* Nothing was lost on the way here. */
static void
check_whole(struct job *j)
{
	struct fb_trail_counts counts = fb_trail_of(&j->in, &j->out);

	fb_reader_whole(&j->in);
	fb_trail_counts_add(&counts, &j->intake.parts.counts);
	fb_manifest_check(&counts, &j->intake.trails);
}

/* From counts to lines. */
static void
report(struct job *j)
{
	const char *why = fb_span_init(&j->span, &j->counter, period, history,
	    asof);

	check_whole(j);
	if (why)
		fb_die(FB_USAGE, "--period '%s', --asof '%s': %s",
		    period ? period : "", asof ? asof : "", why);
	j->span.suppress = suppress;
	check_fields(j);
	if (base_path)
		fb_base_set(&j->base, &j->counter);
	fb_answers_finish(&j->counter, &j->span);
	fb_counter_fold(&j->counter);
	check_scales(j);
	write_trail(j, write_lines(j));
}

int
main(int argc, char **argv)
{
	struct job j = {0};
	int status;

	open_job(&j, argv + fb_opt_parse(&tool, argc, argv));
	fb_intake_all(&j.intake);
	fb_counter_sort(&j.counter);
	if (partial) {
		fb_parts_write(&j.counter, &j.out);
		write_trail(&j, 0);
	} else {
		report(&j);
	}

	status = fb_reader_status(&j.in);
	if (fail_empty && !fb_intake_counted(&j.intake))
		status = FB_BAD;
	fb_writer_close(&j.out);
	fb_reader_close(&j.in);
	fb_counter_release(&j.counter);
	fb_base_release(&j.base);
	fb_tables_release(&j.tables);
	fb_intake_release(&j.intake);
	fb_arena_release(&j.mem);
	return status;
}
