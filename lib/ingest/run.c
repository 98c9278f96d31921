/* run.c - files in, records and a trail line out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/run.h"
#include "record/json.h"
#include "record/reader.h"
#include "record/trail.h"

static char
delimiter(const char *text)
{
	static const struct { const char *name; char c; } names[] = {
		{ "comma", ',' }, { "tab", '\t' }, { "\\t", '\t' },
		{ "semicolon", ';' }, { "pipe", '|' },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(text, names[i].name))
			return names[i].c;
	if (!text[0] || text[1] || strchr("\"\r\n", text[0]))
		fb_die(FB_USAGE, "--delimiter '%s': not a single character, nor "
		    "comma, tab, semicolon or pipe", text);
	return text[0];
}

static void
open_profiles(struct fb_run *r)
{
	const char *what = r->ask->profile, *why = NULL;

	if (!what)
		why = fb_profiles_load(&r->shipped);
	else if (strcmp(what, "none"))
		why = fb_profile_find(&r->chosen, what);
	if (why)
		fb_die(FB_USAGE, "%s", why);
	for (size_t i = 0; i < r->ask->columns.n; i++)
		if ((why = fb_profile_option(&r->columns, r->ask->columns.v[i])))
			fb_die(FB_USAGE, "--column '%s': %s",
			    r->ask->columns.v[i], why);
}

void
fb_run_open(struct fb_run *r, const struct fb_ask *ask)
{
	const char *why;

	*r = (struct fb_run){ .ask = ask };
	r->delim = ask->delimiter ? delimiter(ask->delimiter) : 0;
	open_profiles(r);
	if ((why = fb_filter_init(&r->filter, &ask->where)))
		fb_die(FB_USAGE, "--where: %s", why);
	if (ask->period && (why = fb_filter_period(&r->filter, ask->period)))
		fb_die(FB_USAGE, "--period '%s': %s", ask->period, why);
	r->unique = ask->unique || r->chosen.versions;
	if (r->unique && (why = fb_latest_open(&r->latest)))
		fb_die(FB_FAIL, "%s:", why);
	if (fb_rejects_path() &&
	    (why = fb_out_open(&r->rejects, fb_rejects_path())))
		fb_die(FB_FAIL, "'%s' %s:", fb_rejects_path(), why);
	fb_writer_open(&r->out);
}

/* Leave nothing behind: parts of files are removed first. */
static _Noreturn void
give_up(struct fb_run *r, enum fb_status status, const char *path,
    const char *why)
{
	fb_out_abandon(&r->out.out);
	fb_out_abandon(&r->rejects);
	fb_die(status, "%s: %s", path, why);
}

static void
keep_reject(struct fb_run *r, fb_str raw)
{
	const char *why = NULL;

	if (!fb_rejects_path())
		return;
	if ((why = fb_out_write(&r->rejects, raw)) || (raw.n &&
	    raw.p[raw.n - 1] != '\n' &&
	    (why = fb_out_write(&r->rejects, FB_LIT("\n")))))
		fb_die(FB_FAIL, "'%s' %s:", fb_rejects_path(), why);
}

/* What was noticed in a row: told, counted, and with --strict the end. */
static void
tell_row(struct fb_run *r, const char *path, const struct fb_csv *c)
{
	bool bad = false;

	for (size_t i = 0; i < r->made.nnotes; i++) {
		fb_str text = fb_note_text(&r->made, i);
		enum fb_fault fault = r->made.notes[i].fault;

		bad |= fb_fault_kinds[fault].bad;
		fb_tell(&r->told[fault], "%s:%zu: %.*s", path, c->line,
		    (int)text.n, text.p);
	}
	r->nbad += bad;
	if (bad)
		keep_reject(r, c->raw);
	if (r->made.nnotes && fb_strict())
		give_up(r, FB_BAD, path, "stopped at the first bad row, as "
		    "--strict asks");
}

static void
reject(struct fb_run *r, const char *path, const struct fb_csv *c)
{
	fb_digest_add(&r->digest, c->raw, FB_LIT(""));
	fb_tell(&r->told[FB_FAULT_UNCLOSED], "%s:%zu: a quote that opens here "
	    "never closes; the row is left out", path, c->unclosed);
	r->nrejected++;
	r->nbad++;
	keep_reject(r, c->raw);
	if (fb_strict())
		give_up(r, FB_BAD, path, "stopped at the first bad row, as "
		    "--strict asks");
}

static void
emit(struct fb_run *r, fb_str line)
{
	if ((r->filter.n || r->filter.has_period)) {
		if (fb_scan(&r->rec, line))
			abort(); /* a record of our own making always scans */
		if (!fb_filter_keeps(&r->filter, &r->rec)) {
			r->nfiltered++;
			return;
		}
	}
	fb_writer_made(&r->out, line, FB_LIT(""));
}

static void
take_row(struct fb_run *r, const struct fb_making *g, struct fb_csv *c,
    const char *path)
{
	const char *why;

	r->nrows++;
	if (c->unclosed) {
		reject(r, path, c);
		return;
	}
	fb_digest_add(&r->digest, fb_buf_str(&c->text), FB_LIT(""));
	fb_make(&r->made, g, c);
	tell_row(r, path, c);
	if (!r->unique) {
		emit(r, fb_buf_str(&r->made.line));
		return;
	}
	why = fb_latest_add(&r->latest, fb_buf_str(&r->made.id),
	    r->made.dated ? r->made.when.sec : INT64_MIN,
	    fb_buf_str(&r->made.line));
	if (why)
		fb_die(FB_FAIL, "%s:", why);
}

static bool
ends_with(fb_str s, fb_str end)
{
	return s.n >= end.n && fb_str_eq(end,
	    (fb_str){ s.p + s.n - end.n, end.n });
}

/* Of x.tsv and x.tsv.gz a tab; 0 leaves it to the file. */
static char
delimiter_by_name(const char *path)
{
	static const char *const packed[] = { ".gz", ".bz2", ".xz", ".zst" };
	fb_str s = fb_cstr(path);

	for (size_t i = 0; i < sizeof packed / sizeof *packed; i++)
		if (ends_with(s, fb_cstr(packed[i])))
			s.n -= strlen(packed[i]);
	return ends_with(s, FB_LIT(".tsv")) || ends_with(s, FB_LIT(".tab")) ?
	    '\t' : 0;
}

/* A header of one column that holds another delimiter is a mistake. */
static void
check_delimiter(struct fb_run *r, const char *path, const struct fb_csv *c)
{
	static const char *const hints[] = { ";-d ';'", "\t-d tab", "|-d '|'",
	    ",-d ," };
	char why[120];

	if (r->delim || c->n != 1 || c->raw.p[0] == '"')
		return;
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
		if (!memchr(c->cells[0].p, hints[i][0], c->cells[0].n))
			continue;
		snprintf(why, sizeof why, "the header is a single column with "
		    "another delimiter in it; try %s", hints[i] + 1);
		give_up(r, FB_USAGE, path, why);
	}
}

static const struct fb_profile *
choose(struct fb_run *r, const struct fb_map *header, const char *path)
{
	const struct fb_profile *p, *tie;
	char why[300];

	if (r->ask->profile)
		return r->chosen.name ? &r->chosen : NULL;
	p = fb_profiles_match(&r->shipped, header, &tie);
	if (tie) {
		snprintf(why, sizeof why, "the profiles %s and %s both fit; "
		    "choose one with -p", p->name, tie->name);
		give_up(r, FB_USAGE, path, why);
	}
	return p;
}

static void
say_lines(const char *path, fb_str text)
{
	while (text.n) {
		fb_str line = fb_str_split(&text, '\n');

		fb_warn("%s: %.*s", path, (int)line.n, line.p);
	}
}

static void
explain(struct fb_run *r, const char *path, const struct fb_csv *c,
    const struct fb_mapping *p)
{
	struct fb_buf b = {0};

	fb_buf_printf(&b, "delimiter: %s%c%s\n", c->delim == '\t' ? "tab" : "'",
	    c->delim == '\t' ? ' ' : c->delim, c->delim == '\t' ? "" : "'");
	fb_buf_printf(&b, "header: %zu columns, %zu renamed\n", p->n, p->renamed);
	fb_buf_printf(&b, "profile: %s%s\n", p->profile ? p->profile->name : "none",
	    r->ask->profile ? ", as asked" : p->profile ?
	    ", as its [match] columns are all there" : " fits");
	fb_mapping_explain(p, &b);
	say_lines(path, fb_buf_str(&b));
	fb_buf_release(&b);
}

static void
remember(struct fb_run *r, const struct fb_mapping *p)
{
	if (p->profile)
		fb_map_put(&r->used, fb_cstr(p->profile->name), NULL);
	for (size_t i = 0; i < p->scales.n; i++)
		fb_map_put(&r->scales, fb_buf_str(&p->scales.v[i].name), NULL);
	if (!r->unique && p->profile && p->profile->versions) {
		const char *why = r->out.nrecords || r->nfiltered ?
		    NULL : fb_latest_open(&r->latest);

		if (why)
			fb_die(FB_FAIL, "%s:", why);
		if (!r->out.nrecords && !r->nfiltered)
			r->unique = true;
	}
}

static void
make_plan(struct fb_run *r, struct fb_mapping *p, const struct fb_csv *c,
    const char *path)
{
	const struct fb_wish wish = { &r->columns, r->ask->scale, r->ask->channel };
	enum fb_status status = r->nrows ? FB_FAIL : FB_USAGE;
	const char *why;

	check_delimiter(r, path, c);
	if ((why = fb_mapping_header(p, c->cells, c->n)))
		give_up(r, FB_FAIL, path, why);
	if ((why = fb_mapping_make(p, choose(r, &p->names, path), &wish)))
		give_up(r, status, path, why);
	remember(r, p);
	if (p->renamed)
		fb_warn("%s: %zu names of the header are empty or repeated; "
		    "--explain shows what they are called", path, p->renamed);
	if (p->unscaled)
		fb_warn("%s: the column 'score' has no scale and is kept as "
		    "x_score; give --scale LO-HI", path);
	if (r->ask->explain)
		explain(r, path, c, p);
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return !strcmp(path, "-") ? "stdin" : slash ? slash + 1 : path;
}

static void
read_fail(struct fb_run *r, const char *path, const char *why)
{
	fb_out_abandon(&r->out.out);
	fb_out_abandon(&r->rejects);
	if (why[0] >= '0' && why[0] <= '9')
		fb_die(FB_FAIL, "%s:%s", path, why);
	fb_die(FB_FAIL, errno ? "%s: %s:" : "%s: %s", path, why);
}

void
fb_run_file(struct fb_run *r, const char *path)
{
	const struct fb_csv_opts opts = { r->delim ? r->delim :
	    delimiter_by_name(path), r->ask->no_quotes, fb_max_record() };
	struct fb_csv csv;
	struct fb_mapping plan = {0};
	struct fb_making g = { &plan, &r->ids, fb_cstr(r->ask->source ?
	    r->ask->source : base_name(path)), false };
	const char *why;
	bool got = false;

	fb_ids_source(&r->ids, g.source);
	why = fb_csv_open(&csv, path, &opts);
	if (!why)
		why = fb_csv_next(&csv, &got);
	if (got) {
		make_plan(r, &plan, &csv, path);
		g.unique = r->unique;
	}
	while (!why && got && !(why = fb_csv_next(&csv, &got)) && got)
		take_row(r, &g, &csv, path);
	if (why)
		read_fail(r, path, why);
	fb_mapping_release(&plan);
	fb_csv_close(&csv);
}

static void
emit_latest(struct fb_run *r)
{
	struct fb_buf line = {0};
	size_t given = 0;
	bool got = true;
	const char *why = fb_latest_rewind(&r->latest);

	while (!why && !(why = fb_latest_next(&r->latest, &line, &got)) && got) {
		emit(r, fb_buf_str(&line));
		given++;
	}
	if (why)
		fb_die(FB_FAIL, "%s:", why);
	r->nduplicates = r->nrows - r->nrejected - given;
	fb_buf_release(&line);
}

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

static void
put_trail(struct fb_run *r)
{
	struct fb_buf b = {0};

	fb_trail_begin(&b, &(struct fb_trail_counts){
	    .in = r->nrows, .out = r->out.nrecords, .filtered = r->nfiltered,
	    .rejected = r->nrejected, .duplicates = r->nduplicates,
	    .digest_in = r->digest, .digest_out = r->out.digest });
	put_names(&b, "profiles", &r->used);
	put_names(&b, "scales", &r->scales);
	for (int i = 0; i < FB_FAULTS; i++)
		fb_put_int(&b, fb_fault_kinds[i].key, (int64_t)r->told[i].n);
	fb_trail_end(&b);
	fb_writer_line(&r->out, fb_buf_str(&b));
	fb_buf_release(&b);
}

int
fb_run_end(struct fb_run *r)
{
	const char *why;

	if (r->unique)
		emit_latest(r);
	put_trail(r);
	fb_writer_close(&r->out);
	if (fb_rejects_path() && (why = fb_out_commit(&r->rejects)))
		fb_die(FB_FAIL, "'%s' %s:", fb_rejects_path(), why);
	for (int i = 0; i < FB_FAULTS; i++)
		fb_tally_end(&r->told[i], fb_fault_kinds[i].what);
	fb_latest_close(&r->latest);
	fb_ids_release(&r->ids);
	fb_made_release(&r->made);
	fb_rec_release(&r->rec);
	fb_filter_release(&r->filter);
	fb_profile_release(&r->columns);
	fb_profile_release(&r->chosen);
	fb_profiles_release(&r->shipped);
	fb_map_release(&r->used);
	fb_map_release(&r->scales);
	return fb_bad_status(r->nbad, r->nrows);
}
