/* fb-xlsx - the report as a workbook. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "record/reader.h"
#include "record/writer.h"
#include "sheet/sheets.h"

static const char *kind = "report", *paper = "a4";
static bool unredacted, fail_empty;

static const struct fb_opt opts[] = {
	{ 'k', "kind", "KIND", fb_set_text, &kind,
	    "what to make: report (default)" },
	{ 0, "paper", "SIZE", fb_set_text, &paper,
	    "a4 (default) or letter, for printing" },
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
check_options(void)
{
	const char *path = fb_output_path();

	if (strcmp(kind, "report"))
		fb_die(FB_USAGE, "-k '%s': unknown kind; try 'report'", kind);
	if (strcmp(paper, "a4") && strcmp(paper, "letter"))
		fb_die(FB_USAGE, "--paper '%s': not 'a4' or 'letter'", paper);
	if ((!path || !strcmp(path, "-")) && isatty(STDOUT_FILENO))
		fb_die(FB_USAGE, "a workbook is not for a terminal; "
		    "say where it goes: -o report.xlsx");
}

static void
read_report(struct fb_report *report, char **paths, int *status)
{
	struct fb_reader in = {0};
	const char *why;

	fb_reader_open(&in, paths);
	why = fb_report_read(report, &in);
	if (why)
		fb_die(FB_USAGE, "the report line's locale '%.*s': %s",
		    (int)report->locale.n, report->locale.p, why);
	*status = fb_reader_status(&in);
	fb_reader_close(&in);
	if (report->nunmasked && !unredacted)
		fb_warn("%zu quotes and letters were never redacted and are "
		    "left out; run fb-redact first, or say --unredacted",
		    report->nunmasked);
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

static void
write_book(struct fb_report *r)
{
	const char *path = fb_output_path(), *why;
	struct fb_about about = { .title = kept(r, r->name),
	    .company = kept(r, r->org), .created = fb_report_time(r) };
	struct fb_making m = { .report = r, .unredacted = unredacted,
	    .letter_paper = !strcmp(paper, "letter") };

	path = path ? path : "-";
	why = fb_book_open(&m.book, path, &about);
	if (why)
		fb_die(FB_FAIL, "'%s': %s:", path, why);
	fb_sheets_fill(&m);
	errno = 0;
	why = fb_book_close(m.book);
	if (why)
		fb_die(FB_FAIL, errno ? "'%s': %s:" : "'%s': %s", path, why);
	fb_making_release(&m);
}

int
main(int argc, char **argv)
{
	struct fb_report report;
	int first = fb_opt_parse(&tool, argc, argv), status;

	check_options();
	read_report(&report, argv + first, &status);
	write_book(&report);
	if (fail_empty && !report.ncells && !report.nletters)
		status = FB_BAD;
	fb_report_release(&report);
	return status;
}
