/* fb-metric - numbers with their intervals and changes from feedback. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/num.h"
#include "metric/change.h"
#include "metric/line.h"
#include "record/json.h"
#include "record/reader.h"
#include "record/trail.h"
#include "record/writer.h"

static struct fb_list metrics, by;
static const char *per = "all", *period, *asof;
static size_t history = 12;
static double min_effect = NAN;
static bool keep, fail_empty;

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
	.opts = { opts, fb_reader_opts, fb_writer_opts },
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
	struct fb_span span;
	struct fb_trails trails;
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
	if (period && j->unit == FB_ALL)
		fb_die(FB_USAGE, "--period needs --per, such as --per month");
	fb_reader_open(&j->in, paths);
	fb_writer_open(&j->out);
}

static void
count_record(struct job *j, const struct fb_rec *rec)
{
	const struct fb_spec *off = fb_counter_add(&j->counter, rec);
	fb_str answer = off ? fb_rec_get(rec, off->field) : FB_LIT("");

	if (off)
		fb_reader_bad(&j->in, rec, "%.*s %.*s is not on its scale; "
		    "counted as missing", (int)off->field.n, off->field.p,
		    (int)(answer.n < 40 ? answer.n : 40), answer.p);
	if (keep)
		fb_writer_record(&j->out, rec);
}

static void
read_all(struct job *j)
{
	struct fb_rec rec = {0};

	while (fb_reader_next(&j->in, &rec)) {
		if (rec.kind == FB_RECORD)
			count_record(j, &rec);
		else if (rec.kind == FB_TRAIL)
			fb_trails_add(&j->trails, &rec);
		else
			fb_writer_line(&j->out, rec.line);
	}
	fb_rec_release(&rec);
}

/* A metric that none of its scales can carry is a wrong command line; one that
 * only some cannot carry leaves these out and says so. */
static void
check_scales(struct job *j)
{
	for (size_t m = 0; m < j->nspecs; m++) {
		const struct fb_spec *spec = &j->specs[m];
		const char *why = NULL, *worst = NULL;
		size_t good = 0;

		for (size_t i = 0; i < fb_counter_n(&j->counter); i++) {
			struct fb_series *s = &j->counter.series[i];

			if (s->metric != m || !spec->kind->refuse || !s->n)
				continue;
			why = spec->kind->refuse(spec, s->scale);
			good += !why;
			worst = why ? why : worst;
			s->n = why ? 0 : s->n;
		}
		if (worst && !good && j->in.nrecords > j->in.nfiltered)
			fb_die(FB_USAGE, "-m '%s': %s", metrics.v[m], worst);
		if (worst)
			fb_warn("-m '%s': answers on other scales are left "
			    "out: %s", metrics.v[m], worst);
	}
}

static size_t
write_lines(struct job *j)
{
	size_t n = fb_counter_n(&j->counter), ntests;
	struct fb_tests *tests = fb_zalloc(n, sizeof *tests);
	const char *why = fb_span_init(&j->span, &j->counter, period, history, asof);

	if (why)
		fb_die(FB_USAGE, "--period '%s', --asof '%s': %s",
		    period ? period : "", asof ? asof : "", why);
	ntests = fb_tests_run(&j->counter, &j->span, min_effect, tests);
	fb_metric_lines(&j->counter, &j->span, tests, ntests, &j->out);
	free(tests);
	return ntests;
}

static void
write_trail(struct job *j, size_t ntests)
{
	struct fb_trail_counts counts = fb_trail_of(&j->in, &j->out);
	struct fb_buf b = {0};

	fb_trail_begin(&b, &counts);
	fb_put_key(&b, "period");
	fb_buf_addc(&b, '"');
	fb_put_period(&b, j->span.report);
	fb_buf_addc(&b, '"');
	fb_put_int(&b, "tests", (int64_t)ntests);
	fb_put_int(&b, "undated", (int64_t)j->counter.undated);
	fb_trail_end(&b);
	fb_trails_write(&j->trails, &j->out);
	fb_writer_line(&j->out, fb_buf_str(&b));
	fb_buf_release(&b);
}

int
main(int argc, char **argv)
{
	struct job j = {0};
	int status;

	open_job(&j, argv + fb_opt_parse(&tool, argc, argv));
	read_all(&j);
	fb_counter_sort(&j.counter);
	check_scales(&j);
	write_trail(&j, write_lines(&j));

	status = fb_reader_status(&j.in);
	if (fail_empty && j.in.nrecords == j.in.nfiltered)
		status = FB_BAD;
	fb_writer_close(&j.out);
	fb_reader_close(&j.in);
	fb_counter_release(&j.counter);
	fb_tables_release(&j.tables);
	fb_trails_release(&j.trails);
	fb_arena_release(&j.mem);
	return status;
}
