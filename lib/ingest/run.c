/* run.c - files in, records and a trail line out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/begin.h"
#include "ingest/reject.h"
#include "ingest/rows.h"
#include "record/json.h"
#include "record/reader.h"

enum { SHOWN = 3 }; /* records that --explain shows of a file */

void
fb_run_open(struct fb_run *r, const struct fb_ask *ask)
{
	const char *why;

	*r = (struct fb_run){ .ask = ask };
	r->delim = fb_delimiter(ask->delimiter);
	if (ask->date_order && !fb_order_parse(ask->date_order, &r->order))
		fb_die(FB_USAGE, "--date-order '%s': not dmy, mdy or ymd",
		    ask->date_order);
	if (ask->format && !fb_is_kind(fb_cstr(ask->format)))
		fb_die(FB_USAGE, "--format '%s': not " FB_KINDS, ask->format);
	fb_run_profiles(r);
	if ((why = fb_filter_init(&r->filter, &ask->where)))
		fb_die(FB_USAGE, "--where '%s': %s", ask->where.v[r->filter.n],
		    why);
	if (ask->period && (why = fb_filter_period(&r->filter, ask->period)))
		fb_die(FB_USAGE, "--period '%s': %s", ask->period, why);
	r->unique = ask->unique || r->chosen.versions;
	if (r->unique && (why = fb_latest_open(&r->latest)))
		fb_die(FB_FAIL, "%s:", why);
	if (fb_rejects_path() &&
	    (why = fb_out_open(&r->rejects, fb_rejects_path())))
		fb_die(FB_FAIL, "'%s' %s:", fb_rejects_path(), why);
	fb_progress_open(&r->progress, ask->progress);
	fb_writer_open(&r->out);
}

static void
keep_reject(struct fb_run *r, const char *path, const struct fb_row *row,
    fb_str reason, bool kept)
{
	struct fb_buf line = {0};
	const char *why;

	if (!fb_rejects_path())
		return;
	fb_put_reject(&line, path, row, reason, kept);
	if ((why = fb_out_write(&r->rejects, fb_buf_str(&line))))
		fb_die(FB_FAIL, "'%s' %s:", fb_rejects_path(), why);
	fb_buf_release(&line);
}

/* What was noticed in a row: told, counted, and with --strict the end. */
static void
tell_row(struct fb_run *r, const char *path, const struct fb_row *row)
{
	struct fb_buf bad = {0};

	for (size_t i = 0; i < r->made.nnotes; i++) {
		fb_str text = fb_note_text(&r->made, i);
		enum fb_fault fault = r->made.notes[i].fault;

		if (fb_fault_kinds[fault].bad) {
			fb_buf_adds(&bad, bad.n ? "; " : "");
			fb_buf_add(&bad, text);
		}
		if (row->nth)
			fb_tell(&r->told[fault], "%s:%zu: element %zu: %.*s",
			    path, row->line, row->nth, (int)text.n, text.p);
		else
			fb_tell(&r->told[fault], "%s:%zu: %.*s", path,
			    row->line, (int)text.n, text.p);
	}
	r->nbad += bad.n > 0;
	if (bad.n)
		keep_reject(r, path, row, fb_buf_str(&bad), true);
	fb_buf_release(&bad);
	if (r->made.nnotes && fb_strict())
		fb_run_give_up(r, FB_BAD, path, fb_strict_end);
}

void
fb_run_reject(struct fb_run *r, const char *path, enum fb_fault fault,
    const struct fb_row *row, size_t line, const char *why)
{
	r->nrows++;
	fb_progress_row(&r->progress, row->raw.n);
	fb_account_now(&r->parts)->in++;
	fb_account_now(&r->parts)->rejected++;
	fb_digest_add(&r->digest, row->raw, FB_LIT(""));
	fb_tell(&r->told[fault], "%s:%zu: %s", path, line, why);
	r->nrejected++;
	r->nbad++;
	keep_reject(r, path, row, fb_cstr(why), false);
	if (fb_strict())
		fb_run_give_up(r, FB_BAD, path, fb_strict_end);
}

void
fb_run_bad(struct fb_run *r, const char *path, enum fb_fault fault,
    const struct fb_row *row, const char *why)
{
	fb_tell(&r->told[fault], "%s: %s", path, why);
	r->nbad++;
	keep_reject(r, path, row, fb_cstr(why), true);
	if (fb_strict())
		fb_run_give_up(r, FB_BAD, path, fb_strict_end);
}

static void
emit(struct fb_run *r, fb_str line)
{
	if ((r->filter.n || r->filter.has_period)) {
		if (fb_scan(&r->rec, line))
			abort(); /* a record of our own making always scans */
		if (!fb_filter_keeps(&r->filter, &r->rec)) {
			r->nfiltered++;
			fb_account_now(&r->parts)->filtered++;
			return;
		}
	}
	fb_account_now(&r->parts)->out++;
	fb_writer_made(&r->out, line, FB_LIT(""));
}

static void
count_row(struct fb_run *r, const struct fb_row *row)
{
	r->nrows++;
	fb_progress_row(&r->progress, row->raw.n);
	fb_account_now(&r->parts)->in++;
	fb_digest_add(&r->digest, fb_buf_str(&row->text), FB_LIT(""));
}

void
fb_run_no_row(struct fb_run *r, const struct fb_row *row)
{
	count_row(r, row);
	r->nfiltered++;
	r->nskipped++;
	fb_account_now(&r->parts)->filtered++;
}

void
fb_run_again(struct fb_run *r, const struct fb_row *row, const char *path)
{
	fb_tell(&r->told[FB_FAULT_HEADER], "%s:%zu: the header stands here "
	    "again and is passed over", path, row->line);
	fb_run_no_row(r, row);
	if (fb_strict())
		fb_run_give_up(r, FB_BAD, path, fb_strict_end);
}

void
fb_run_row(struct fb_run *r, const struct fb_making *g, struct fb_row *row,
    const char *path)
{
	const char *why;

	if (fb_row_skipped(g->plan, row)) {
		fb_run_no_row(r, row);
		return;
	}
	count_row(r, row);
	fb_make(&r->made, g, row);
	if (r->ask->explain && r->nshown < SHOWN) {
		fb_str line = fb_buf_str(&r->made.line);

		r->nshown++;
		fb_warn("%s:%zu: becomes %.*s", path, row->line, (int)line.n,
		    line.p);
	}
	tell_row(r, path, row);
	if (!r->unique) {
		emit(r, fb_buf_str(&r->made.line));
		return;
	}
	why = fb_latest_add(&r->latest, fb_buf_str(&r->made.id),
	    r->made.dated ? r->made.when.sec : INT64_MIN,
	    fb_buf_str(&r->made.line), r->parts.at);
	if (why)
		fb_die(FB_FAIL, "%s:", why);
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return !strcmp(path, "-") ? "stdin" : slash ? slash + 1 : path;
}

struct fb_making
fb_run_making(struct fb_run *r, const struct fb_mapping *plan, const char *path)
{
	struct fb_making g = { .plan = plan, .ids = &r->ids,
	    .unique = r->unique, .source = fb_cstr(r->ask->source ?
	    r->ask->source : base_name(r->within ? r->within : path)) };

	r->made.day_put.n = r->source_put.n = 0;
	fb_put_text(&r->source_put, "source", g.source);
	g.source_put = fb_buf_str(&r->source_put);
	fb_ids_source(&r->ids, g.source);
	fb_accounts_at(&r->parts, g.source, r->ask->explain ? path : NULL);
	return g;
}

_Noreturn void
fb_run_read_fail(struct fb_run *r, const char *path, const char *why)
{
	fb_out_abandon(&r->out.out);
	fb_out_abandon(&r->rejects);
	if (why[0] >= '0' && why[0] <= '9')
		fb_die(FB_FAIL, "%s:%s", path, why);
	fb_die(FB_FAIL, errno ? "%s: %s:" : "%s: %s", path, why);
}

static void
emit_latest(struct fb_run *r)
{
	struct fb_buf line = {0};
	bool got = true;
	const char *why = fb_latest_rewind(&r->latest);

	while (!why && got) {
		why = fb_latest_next(&r->latest, &line, &r->parts.at, &got);
		if (!why && got)
			emit(r, fb_buf_str(&line));
	}
	if (why)
		fb_die(FB_FAIL, "%s:", why);
	fb_buf_release(&line);
}

int
fb_run_end(struct fb_run *r)
{
	const char *why;

	if (r->unique)
		emit_latest(r);
	fb_run_trail(r);
	fb_writer_close(&r->out);
	fb_progress_close(&r->progress);
	if (fb_rejects_path() && (why = fb_out_commit(&r->rejects)))
		fb_die(FB_FAIL, "'%s' %s:", fb_rejects_path(), why);
	for (int i = 0; i < FB_FAULTS; i++)
		fb_tally_end(&r->told[i], fb_fault_kinds[i].what);
	if (r->ask->explain)
		fb_run_explain(r);
	fb_accounts_release(&r->parts);
	fb_latest_close(&r->latest);
	fb_ids_release(&r->ids);
	fb_made_release(&r->made);
	fb_rec_release(&r->rec);
	fb_filter_release(&r->filter);
	fb_buf_release(&r->say);
	fb_buf_release(&r->source_put);
	fb_profile_release(&r->guess);
	fb_profile_release(&r->columns);
	fb_profile_release(&r->chosen);
	fb_profiles_release(&r->shipped);
	fb_map_release(&r->used);
	fb_map_release(&r->scales);
	return fb_bad_status(r->nbad, r->nrows);
}
