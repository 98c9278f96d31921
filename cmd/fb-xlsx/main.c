/* fb-xlsx - the report as a workbook. */
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "present/lack.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "record/writer.h"
#include "sheet/sheets.h"
#include "sheet/table.h"

static const char *kind = "report", *paper = "a4";
static const char *ledger_path, *withhold_path;
static bool unredacted, fail_empty;

static const struct fb_opt opts[] = {
	{ 'k', "kind", "KIND", fb_set_text, &kind,
	    "what to make: report (default) or table" },
	{ 0, "paper", "SIZE", fb_set_text, &paper,
	    "a4 (default) or letter, for printing" },
	{ 0, "ledger", "FILE", fb_set_text, &ledger_path,
	    "last month's workbook, or TSV: keep what was answered in it" },
	{ 0, "withhold", "FILE", fb_set_text, &withhold_path,
	    "ids that are not to be shown, with reasons" },
	{ 0, "unredacted", NULL, fb_set_flag, &unredacted,
	    "print words that were never redacted, and say so" },
	{ 0, "fail-empty", NULL, fb_set_flag, &fail_empty,
	    "status 1 when there is nothing to show" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-xlsx",
	.does = "write metrics, quotes and letters as a workbook",
	.usage = "[file ...]",
	.opts = { opts, fb_reader_opts, fb_writer_opts },
};

static void
check_options(char **paths)
{
	const char *path = fb_output_path(), *end = fb_ending(path);

	if (strcmp(kind, "report") && strcmp(kind, "table"))
		fb_die(FB_USAGE, "-k '%s': unknown kind; try 'report' or 'table'",
		    kind);
	if (strcmp(paper, "a4") && strcmp(paper, "letter"))
		fb_die(FB_USAGE, "--paper '%s': not 'a4' or 'letter'", paper);
	if ((!path || !strcmp(path, "-")) && isatty(STDOUT_FILENO))
		fb_die(FB_USAGE, "a workbook is not for a terminal; "
		    "say where it goes: -o report.xlsx");
	if (*end && strcasecmp(end, ".xlsx"))
		fb_die(FB_USAGE, "'%s': no workbook ends in '%s'; name it .xlsx",
		    path, end);
	fb_output_apart(paths);
}

static void
read_report(struct fb_report *report, struct fb_reader *in)
{
	const char *why = fb_report_read(report, in);
	struct fb_buf names = {0};

	if (why)
		fb_words_names(&names);
	if (why)
		fb_die(FB_USAGE, "the report line's locale '%.*s': %s; there "
		    "are %s", (int)report->locale.n, report->locale.p, why,
		    fb_buf_cstr(&names));
	if (report->nunmasked && !unredacted)
		fb_warn("%zu quotes and letters were never redacted and are "
		    "left out; run fb-redact first, or say --unredacted",
		    report->nunmasked);
}

/* The ids that are never shown, and what was followed up until now. */
static void
read_aside(struct fb_making *m, struct fb_ledger *l, struct fb_withhold *w)
{
	const char *why = NULL;
	size_t line = 0;

	if (withhold_path)
		why = fb_withhold_read(w, withhold_path, &line);
	if (why && line)
		fb_die(FB_USAGE, "%s:%zu: %s", withhold_path, line, why);
	if (why)
		fb_die(FB_FAIL, "'%s' %s:", withhold_path, why);
	if (ledger_path)
		why = fb_ledger_read(l, m->report, ledger_path);
	if (why)
		fb_die(FB_FAIL, "cannot read the ledger '%s': %s", ledger_path,
		    why);
	for (size_t i = 0; i < l->nstrange; i++)
		fb_warn("column '%.*s' of the ledger is not one of ours and is "
		    "left out", (int)l->strange[i].n, l->strange[i].p);
}

/* Each record that is in the stream, once more. */
static void
read_records(struct fb_making *m, struct fb_records *records,
    struct fb_ledger *l, struct fb_reader *in)
{
	struct fb_rec rec = {0};

	fb_records_want_quoted(records, m->report);
	for (size_t i = 0; i < l->n; i++)
		fb_records_want(records, l->items[i].is[FB_F_ID]);
	fb_reader_again(in);
	while (fb_reader_next(in, &rec))
		if (rec.kind == FB_RECORD)
			fb_records_meet(records, m->report, &rec);
	fb_rec_release(&rec);
	m->records = records;
}

/* Customers who came back, and those who may be called. */
static void
look_for_customers(struct fb_making *m, struct fb_ledger *l,
    struct fb_calls *calls, const struct fb_withhold *w, struct fb_reader *in)
{
	struct fb_seekers seekers;
	struct fb_buf id = {0};
	struct fb_rec rec = {0};

	fb_seekers_init(&seekers, l);
	fb_calls_init(calls, m->report);
	fb_reader_again(in);
	while (fb_reader_next(in, &rec)) {
		if (rec.kind != FB_RECORD)
			continue;
		fb_seekers_meet(&seekers, l, m->report, &rec);
		if (fb_withheld(w, fb_json_text(fb_rec_get(&rec, FB_ID), &id)) ==
		    FB_NOT_WITHHELD)
			fb_calls_meet(calls, m->report, &rec);
	}
	m->calls = calls;
	fb_rec_release(&rec);
	fb_buf_release(&id);
	fb_seekers_release(&seekers);
}

/* All that the records know, as far as they are in the stream. */
static void
look_behind(struct fb_making *m, struct fb_records *records,
    struct fb_ledger *l, struct fb_calls *calls, struct fb_reader *in)
{
	struct fb_withhold withhold = {0};

	read_aside(m, l, &withhold);
	if (in->nrecords)
		read_records(m, records, l, in);
	fb_ledger_plan(m, l);
	fb_ledger_settle(l, m->report, m->records, &withhold, m->unredacted);
	if (in->nrecords)
		look_for_customers(m, l, calls, &withhold, in);
	fb_withhold_release(&withhold);
}

static const char *
kept(struct fb_report *r, fb_str s)
{
	struct fb_buf b = {0};
	const char *text;

	fb_gate_page(&b, s, NULL);
	text = fb_arena_copy(&r->mem, fb_buf_str(&b)).p;
	fb_buf_release(&b);
	return text;
}

static struct fb_book *
open_book(const struct fb_about *about)
{
	const char *path = fb_output_path();
	struct fb_book *book;
	const char *why = fb_book_open(&book, path ? path : "-", about);

	if (why)
		fb_die(FB_FAIL, "'%s': %s:", path ? path : "-", why);
	return book;
}

static void
close_book(struct fb_book *book)
{
	const char *path = fb_output_path(), *why;

	errno = 0;
	why = fb_book_close(book);
	if (why)
		fb_die(FB_FAIL, errno ? "'%s': %s:" : "'%s': %s",
		    path ? path : "-", why);
}

/* Say what should be known of the lines. Is there nothing to show? */
static bool
warn_of(const struct fb_report *r, const struct fb_reader *in)
{
	struct fb_buf said = {0};
	bool lacks = fb_report_lack(r, in, &(struct fb_wanted){ true, true,
	    unredacted }, &said);

	fb_report_odd_periods(r, &said);
	fb_warn_lines(fb_buf_cstr(&said));
	fb_buf_release(&said);
	return lacks;
}

static int
make_report(char **paths)
{
	struct fb_reader in = {0};
	struct fb_records records = {0};
	struct fb_ledger ledger = {0};
	struct fb_calls calls = {0};
	struct fb_report r;
	struct fb_making m = { .report = &r, .unredacted = unredacted,
	    .letter_paper = !strcmp(paper, "letter") };
	bool lacks;
	int status;

	fb_reader_open(&in, paths);
	fb_reader_keep(&in);
	read_report(&r, &in);
	status = fb_reader_status(&in);
	lacks = warn_of(&r, &in);
	look_behind(&m, &records, &ledger, &calls, &in);
	m.book = open_book(&(struct fb_about){ .title = kept(&r, r.name),
	    .company = kept(&r, r.org), .created = fb_report_time(&r) });
	fb_sheets_fill(&m);
	close_book(m.book);
	if (fail_empty && lacks)
		status = FB_BAD;
	fb_making_release(&m);
	fb_records_release(&records);
	fb_ledger_release(&ledger);
	fb_calls_release(&calls);
	fb_report_release(&r);
	fb_reader_close(&in);
	return status;
}

static int
make_table(char **paths)
{
	struct fb_reader in = {0};
	struct fb_listing t = { .in = &in, .unredacted = unredacted,
	    .letter_paper = !strcmp(paper, "letter") };
	struct fb_book *book;
	const char *why;
	int status;

	fb_reader_open(&in, paths);
	fb_reader_keep(&in);
	why = fb_listing_look(&t);
	if (why)
		fb_die(FB_FAIL, "labels: %s", why);
	status = fb_reader_status(&in);
	book = open_book(&(struct fb_about){ .created = fb_listing_time(&t),
	    .rows_in_order = true });
	fb_listing_fill(&t, book);
	close_book(book);
	fb_listing_warn(&t);
	if (!in.nlines)
		fb_warn("nothing to list: no line came in");
	else if (!t.nrows && in.nfiltered)
		fb_warn("nothing to list: --where leaves out every record");
	if (fail_empty && !t.nrows)
		status = FB_BAD;
	fb_listing_release(&t);
	fb_reader_close(&in);
	return status;
}

int
main(int argc, char **argv)
{
	char **paths = argv + fb_opt_parse(&tool, argc, argv);

	check_options(paths);
	return strcmp(kind, "table") ? make_report(paths) : make_table(paths);
}
