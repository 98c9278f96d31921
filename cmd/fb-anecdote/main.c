/* fb-anecdote - the customers' own words beside each number, drawn by rule. */
#include <stdlib.h>

#include "anecdote/cast.h"
#include "anecdote/facts.h"
#include "anecdote/part.h"
#include "base/diag.h"
#include "record/json.h"
#include "record/manifest.h"
#include "record/names.h"
#include "record/trail.h"
#include "record/writer.h"

static const char *period, *seed = "", *withhold_path;
static size_t nquotes = 5, max_chars = 280;
static bool keep, partial, fail_empty;

static const char *
set_seed(void *dst, const char *text)
{
	return strchr(text, '\n') ? "holds a line feed" :
	    fb_set_text(dst, text);
}

static const struct fb_opt opts[] = {
	{ 'n', "count", "N", fb_set_count, &nquotes,
	    "voices for each cell (default 5)" },
	{ 's', "seed", "SEED", set_seed, &seed,
	    "what the tickets are drawn with (default empty)" },
	{ 0, "period", "LABEL", fb_set_text, &period,
	    "only its cells get quotes (default latest tested)" },
	{ 0, "max-chars", "N", fb_set_count, &max_chars,
	    "longest quote in characters (default 280)" },
	{ 0, "withhold", "FILE", fb_set_text, &withhold_path,
	    "ids that are not quoted, each with a tab and the reason" },
	{ 0, "partial", NULL, fb_set_flag, &partial,
	    "write the pools of a shard, to be merged by a last run" },
	{ 0, "keep", NULL, fb_set_flag, &keep,
	    "pass the records on in front of the metric lines" },
	{ 0, "fail-empty", NULL, fb_set_flag, &fail_empty,
	    "status 1 when no cell has a quote" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-anecdote",
	.does = "pair each metric with the customers behind it",
	.usage = "[file ...]",
	.opts = { opts, fb_reader_opts, fb_manifest_opts, fb_ascii_opts,
	    fb_writer_opts },
};

/* All that a run needs besides its options. */
struct job {
	struct fb_reader in;
	struct fb_writer out;
	struct fb_withhold withhold;
	struct fb_plan plan;
	struct fb_brought brought;
	struct fb_gather gather;
	struct fb_trail_counts parts; /* of the shards that came */
	struct fb_cast cast;
	struct fb_trails trails;
	bool passes;   /* lines of parts came, not whole ones: hand them on */
	size_t nempty; /* cells that stay without a quote */
	size_t nother; /* cells that count other records */
};

static void
read_withheld(struct job *j)
{
	size_t lineno;
	const char *why = withhold_path ?
	    fb_withhold_read(&j->withhold, withhold_path, &lineno) : NULL;

	if (why && lineno)
		fb_die(FB_USAGE, "%s:%zu: %s", withhold_path, lineno, why);
	if (why)
		fb_die(FB_FAIL, "'%s' %s:", withhold_path, why);
}

static void
open_job(struct job *j, char **paths)
{
	struct fb_period p;
	const char *why = period ? fb_period_parse(fb_cstr(period), &p) : NULL;

	if (why)
		fb_die(FB_USAGE, "--period '%s': %s", period, why);
	if (keep && partial)
		fb_die(FB_USAGE, "--keep and --partial do not go together: the "
		    "records would be gathered again");
	read_withheld(j);
	fb_plan_init(&j->plan);
	fb_reader_open(&j->in, paths);
	fb_reader_keep(&j->in);
	fb_writer_open(&j->out);
}

static void
tell_bad(void *ctx, const struct fb_rec *rec, const char *why)
{
	struct job *j = ctx;

	(void)rec;
	fb_reader_refuse(&j->in, 1, FB_LIT(""), "%s", why);
}

static const char *
read_line(struct job *j, const struct fb_rec *rec)
{
	if (rec->kind == FB_PART)
		return fb_brought_add(&j->brought, rec);
	if (rec->kind != FB_RECORD)
		return fb_plan_add(&j->plan, rec);
	return fb_rec_get(rec, FB_ID).n ? NULL : "a record without \"id\" is "
	    "counted but never quoted";
}

/* The first pass: all but the records. */
static void
read_lines(struct job *j)
{
	struct fb_rec rec = {0};
	const char *why;
	size_t other;

	while (fb_reader_next(&j->in, &rec)) {
		if (rec.kind == FB_TRAIL && !fb_is_part_trail(&rec))
			fb_trails_add(&j->trails, &rec);
		else if (rec.kind != FB_TRAIL && (why = read_line(j, &rec)))
			fb_reader_bad(&j->in, &rec, "%s", why);
	}
	j->passes = partial && !j->plan.nitems && !j->in.nrecords &&
	    fb_owed_left(&j->in.owed);
	other = j->passes ? 0 :
	    fb_brought_settle(&j->brought, &j->plan, tell_bad, j);
	if (other)
		fb_reader_refuse(&j->in, other, FB_LIT(""), "%zu lines of parts "
		    "are not those of the others; give every shard the same "
		    "lines", other);
	fb_plan_settle(&j->plan, period);
	fb_rec_release(&rec);
}

static const char *
gather_line(struct job *j, const struct fb_rec *rec)
{
	if (rec->kind == FB_PART && j->passes)
		fb_writer_part(&j->out, rec->line);
	else if (rec->kind == FB_PART)
		return fb_pools_merge(&j->gather, rec);
	if (rec->kind == FB_TRAIL && fb_is_part_trail(rec))
		return fb_pools_trail(&j->gather, rec, &j->parts);
	if (rec->kind != FB_RECORD)
		return NULL;
	fb_gather_add(&j->gather, rec);
	if (keep)
		fb_writer_record(&j->out, rec);
	return NULL;
}

/* The second pass: the records, or what others gathered of them. */
static void
read_records(struct job *j)
{
	struct fb_rec rec = {0};
	const char *why;

	fb_gather_init(&j->gather, &j->plan, &j->in, &j->withhold,
	    fb_cstr(seed));
	fb_reader_again(&j->in);
	while (fb_reader_next(&j->in, &rec))
		if ((why = gather_line(j, &rec)))
			tell_bad(j, &rec, why);
	fb_plan_close(&j->plan);
	fb_rec_release(&rec);
}

/* Nothing was lost on the way here. */
static void
check_whole(struct job *j)
{
	struct fb_trail_counts counts = fb_trail_of(&j->in, &j->out);

	fb_trail_counts_add(&counts, &j->parts);
	fb_reader_whole(&j->in);
	fb_manifest_check(&counts, &j->trails);
}

static void
pair(struct job *j, const struct fb_rec *rec, const struct fb_voices *v)
{
	struct fb_buf voice = {0}, line = {0};
	struct fb_edit edits[] = { { .key = FB_LIT("quotes") },
	    { .key = FB_LIT("voice") } };

	fb_cast_cell(&j->cast, v);
	fb_put_voice(&voice, &j->cast);
	edits[0].val = fb_buf_str(&j->cast.quotes);
	edits[1].val = fb_buf_str(&voice);
	fb_put_edited(&line, rec, edits, 2);
	fb_writer_line(&j->out, fb_buf_str(&line));
	j->nempty += !j->cast.ntaken;
	j->nother += fb_counts_differ(v);
	fb_buf_release(&voice);
	fb_buf_release(&line);
}

static void
write_lines(struct job *j)
{
	struct fb_rec rec = {0};

	fb_cast_init(&j->cast, &j->plan, &j->in, &j->withhold, nquotes,
	    max_chars);
	for (size_t i = 0; i < j->plan.nitems; i++) {
		const struct fb_item *item = &j->plan.items[i];
		fb_str line = { item->line, item->n };

		if (item->cell == FB_NO_CELL || fb_scan(&rec, line))
			fb_writer_line(&j->out, line);
		else
			pair(j, &rec, &j->plan.cells[item->cell]);
	}
	fb_rec_release(&rec);
	if (j->nother)
		fb_warn("%zu of %zu cells count other records than were given; "
		    "give the records and the --where that fb-metric had",
		    j->nother, j->plan.nlines);
}

static void
write_trail(struct job *j)
{
	struct fb_trail_counts counts = fb_trail_of(&j->in, &j->out);
	struct fb_buf b = {0};

	fb_trail_counts_add(&counts, &j->parts);
	fb_trail_begin(&b, &counts);
	if (partial) {
		fb_put_pools_facts(&b, &j->gather);
		fb_trail_end_part(&b, &j->in, &j->out);
	} else {
		fb_put_draw_facts(&b, &j->gather, &j->cast, seed, j->nempty);
		fb_trail_end(&b);
	}
	fb_trails_write(&j->trails, &j->out);
	fb_writer_line(&j->out, fb_buf_str(&b));
	fb_buf_release(&b);
}

static void
close_job(struct job *j)
{
	fb_writer_close(&j->out);
	fb_cast_release(&j->cast);
	fb_gather_release(&j->gather);
	fb_brought_release(&j->brought);
	fb_plan_release(&j->plan);
	fb_withhold_release(&j->withhold);
	fb_trails_release(&j->trails);
	fb_reader_close(&j->in);
}

int
main(int argc, char **argv)
{
	struct job j = {0};
	int status;

	open_job(&j, argv + fb_opt_parse(&tool, argc, argv));
	read_lines(&j);
	read_records(&j);
	if (partial && !j.passes) {
		fb_pools_write(&j.gather, &j.out);
	} else if (!partial) {
		check_whole(&j);
		write_lines(&j);
	}
	write_trail(&j);

	status = fb_reader_status(&j.in);
	if (fail_empty && !partial && !j.cast.nquotes)
		status = FB_BAD;
	close_job(&j);
	return status;
}
