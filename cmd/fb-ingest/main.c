/* fb-ingest - turn exports into feedback records and account for every row. */
#include <stdlib.h>
#include <string.h>

#include "ingest/run.h"
#include "record/reader.h"
#include "record/writer.h"

static struct fb_ask ask = { .skip_lines = FB_LINES_UNTOLD };

/* Those of the reader that also make sense for an export's rows. */
static struct fb_opt limits[5];

static const struct fb_opt opts[] = {
	{ 'c', "column", "KEY=COLUMN", fb_set_list, &ask.columns,
	    "where a key comes from; 'text=A + B' joins (repeatable)" },
	{ 'p', "profile", "NAME|FILE", fb_set_text, &ask.profile,
	    "what the columns mean; 'none' for no profile" },
	{ 0, "format", "KIND", fb_set_text, &ask.format,
	    "table, JSON, mail, transcript or note (default: told from the "
	    "file)" },
	{ 'd', "delimiter", "TEXT", fb_set_text, &ask.delimiter,
	    "also comma, tab, semicolon, pipe, space (default: told from the "
	    "file)" },
	{ 0, "no-quotes", NULL, fb_set_flag, &ask.no_quotes,
	    "a quote is a character like any other" },
	{ 0, "quote", "CHAR", fb_set_text, &ask.quote,
	    "what stands round a cell (default: told from the file)" },
	{ 0, "escape", "CHAR", fb_set_text, &ask.escape,
	    "what stands before a quote in a cell besides a quote" },
	{ 0, "encoding", "NAME", fb_set_text, &ask.encoding,
	    "such as windows-1252 (default: told from the file)" },
	{ 0, "no-header", NULL, fb_set_flag, &ask.no_header,
	    "the first row is data; columns are column_1, column_2 ..." },
	{ 0, "skip-lines", "N", fb_set_limit, &ask.skip_lines,
	    "lines above the header (default: told from the file)" },
	{ 0, "sheet", "NAME", fb_set_text, &ask.sheet,
	    "the sheet of a workbook (default: the first one shown)" },
	{ 0, "date-order", "ORDER", fb_set_text, &ask.date_order,
	    "dmy, mdy or ymd, where the dates do not tell" },
	{ 0, "rows", "PATH", fb_set_text, &ask.rows,
	    "of JSON: the keys that lead to the rows, such as data.items" },
	{ 0, "scale", "LO-HI", fb_set_text, &ask.scale,
	    "what the score can be, such as 1-5" },
	{ 0, "source", "NAME", fb_set_text, &ask.source,
	    "the records' source (default: the file's name)" },
	{ 0, "channel", "NAME", fb_set_text, &ask.channel,
	    "the records' channel" },
	{ 0, "customer", "NAME", fb_set_text, &ask.customer,
	    "who is the customer in a transcript; '*' for all" },
	{ 0, "quoted", NULL, fb_set_flag, &ask.quoted,
	    "keep what a mail quotes, its signature and footers, as 'quoted'" },
	{ 0, "whole", NULL, fb_set_flag, &ask.whole,
	    "take a mail's whole body as its text" },
	{ 0, "headings", NULL, fb_set_flag, &ask.headings,
	    "one record for each heading of a Markdown note" },
	{ 0, "unique", NULL, fb_set_flag, &ask.unique,
	    "of the records with one id keep the latest" },
	{ 0, "explain", NULL, fb_set_flag, &ask.explain,
	    "say on standard error what was understood" },
	{ 0, "progress", NULL, fb_set_flag, &ask.progress,
	    "say every second how far it is, on a terminal" },
	{ 0, "where", "KEY=VALUE", fb_set_list, &ask.where,
	    "only records that hold this (also !=; repeatable)" },
	{ 0, "period", "LABEL", fb_set_text, &ask.period,
	    "only records dated in it: 2026-10, 2026-Q4, ..." },
	{ 0, "tz", "ZONE", fb_set_tz, NULL,
	    "cut days in this time zone (default UTC)" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-ingest",
	.does = "turn exports of feedback into records",
	.usage = "[file ...]",
	.opts = { opts, limits, fb_ascii_opts, fb_writer_opts },
};

static void
pick_limits(void)
{
	static const char *const names[] = { "max-bad", "strict", "rejects",
	    "max-record" };
	size_t n = 0;

	for (const struct fb_opt *o = fb_reader_opts; o->name; o++)
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (!strcmp(o->name, names[i]))
				limits[n++] = *o;
}

int
main(int argc, char **argv)
{
	static char *dash[] = { "-", NULL };
	struct fb_run run;
	char **paths;
	int status;

	pick_limits();
	paths = argv + fb_opt_parse(&tool, argc, argv);
	fb_run_open(&run, &ask);
	for (paths = *paths ? paths : dash; *paths; paths++)
		fb_run_file(&run, *paths);
	status = fb_run_end(&run);
	free(ask.columns.v);
	free(ask.where.v);
	return status; /* the writer has closed standard output */
}
