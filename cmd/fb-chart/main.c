/* fb-chart - draw the report, or the letters, as a PDF. */
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/num.h"
#include "base/out.h"
#include "base/share.h"
#include "chart/page.h"
#include "chart/report.h"
#include "present/lack.h"
#include "record/reader.h"
#include "record/writer.h"

static const char *kind = "report", *workbook, *title, *locale, *palette_name;
static double width_mm, height_mm;
static bool unredacted, list, fail_empty;
static enum { NO_PAPER, A4, LETTER } paper;
static struct fb_palette palette;

/* WIDTHxHEIGHT in millimetres. */
static const char *
set_size(void *dst, const char *text)
{
	fb_str h = fb_cstr(text), w = fb_str_split(&h, 'x');

	(void)dst;
	if (!h.p || fb_parse_double(w, &width_mm) ||
	    fb_parse_double(h, &height_mm))
		return "not millimetres by millimetres such as 160x100";
	if (width_mm < 70 || height_mm < 60)
		return "too small; a chart is 70x60 millimetres at least";
	if (width_mm > 2000 || height_mm > 2000)
		return "too large; a chart is 2000x2000 millimetres at most";
	return NULL;
}

static const char *
set_paper(void *dst, const char *text)
{
	(void)dst;
	paper = !strcmp(text, "a4") ? A4 : LETTER;
	return paper == A4 || !strcmp(text, "letter") ? NULL :
	    "not 'a4' or 'letter'";
}

static const struct fb_opt opts[] = {
	{ 'k', "kind", "KIND", fb_set_text, &kind,
	    "what to draw (default report); see --list" },
	{ 0, "title", "TEXT", fb_set_text, &title,
	    "title of a chart alone (default: what it shows)" },
	{ 0, "size", "WxH", set_size, NULL,
	    "size of a chart alone in millimetres (default 160x100)" },
	{ 0, "paper", "SIZE", set_paper, NULL,
	    "a4 (default) or letter; a chart alone lies across it" },
	{ 0, "locale", "LANG", fb_set_text, &locale,
	    "language of the page (default: the report line's, or en)" },
	{ 0, "palette", "NAME", fb_set_text, &palette_name,
	    "colours: default, grey, safe, or a file as ./mine.palette" },
	{ 0, "workbook", "FILE", fb_set_text, &workbook,
	    "printed ids lead to the rows of this workbook" },
	{ 0, "unredacted", NULL, fb_set_flag, &unredacted,
	    "print words that fb-redact has not seen, and say so" },
	{ 0, "list", NULL, fb_set_flag, &list, "show the kinds, and what each needs" },
	{ 0, "fail-empty", NULL, fb_set_flag, &fail_empty,
	    "status 1 when there is nothing to draw" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-chart",
	.does = "draw metrics and the words behind them as a PDF",
	.usage = "-o FILE.pdf|svg|png [file ...]",
	.opts = { opts, fb_writer_opts, fb_reader_opts },
};

static int
list_kinds(void)
{
	for (size_t i = 0; fb_chart_at(i); i++)
		printf("%-10s %s\n", fb_chart_at(i)->name, fb_chart_at(i)->help);
	return fb_finish(FB_OK);
}

static const struct fb_chart_kind *
check_options(void)
{
	const struct fb_chart_kind *k = fb_chart_find(kind);

	if (!k)
		fb_die(FB_USAGE, "unknown kind '%s'; try 'fb-chart --list'", kind);
	if (!fb_output_path() && isatty(STDOUT_FILENO))
		fb_die(FB_USAGE, "a PDF does not belong on a terminal; "
		    "name a file: -o report.pdf");
	if (!k->alone && width_mm > 0)
		fb_die(FB_USAGE, "--size is of a chart alone; "
		    "%s has --paper", k->name);
	if (paper != NO_PAPER && width_mm > 0)
		fb_die(FB_USAGE, "--size and --paper are two sizes; give one");
	if (!k->alone && title)
		fb_die(FB_USAGE, "--title is of a chart alone; give %s a line "
		    "such as {\"fb\":\"title\",\"text\":\"...\"}", k->name);
	return k;
}

/* The kind is said by -k, though "fb-chart bar FILE" is what one types. */
static void
check_operands(char **paths)
{
	fb_output_apart(paths);
	for (; *paths; paths++)
		if (fb_chart_find(*paths) && access(*paths, F_OK))
			fb_die(FB_USAGE, "there is no file '%s'; the kind is "
			    "said by -k %s", *paths, *paths);
}

/* By the ending of -o; PDF without one. */
static enum fb_page_format
format_of(const struct fb_chart_kind *k)
{
	static const struct { const char *end; enum fb_page_format format; }
	formats[] = { { "", FB_PDF }, { ".pdf", FB_PDF }, { ".svg", FB_SVG },
		{ ".png", FB_PNG } };
	const char *path = fb_output_path(), *end = fb_ending(path);
	size_t i = 0, n = sizeof formats / sizeof *formats;

	while (i < n && strcasecmp(end, formats[i].end))
		i++;
	if (!k->alone && i < n && formats[i].format != FB_PDF)
		fb_die(FB_USAGE, "'%s': -k %s makes a PDF; name it .pdf", path,
		    k->name);
	if (i == n)
		fb_die(FB_USAGE, "'%s': no picture ends in '%s'; name it "
		    ".pdf%s", path, end, k->alone ? ", .svg or .png" : "");
	return formats[i].format;
}

/* A chart alone on paper lies across it. */
static void
set_sizes(struct fb_chart_job *job)
{
	job->letter_paper = paper == LETTER;
	if (paper != NO_PAPER && width_mm <= 0) {
		width_mm = paper == LETTER ? 279.4 : 297;
		height_mm = paper == LETTER ? 215.9 : 210;
	}
	job->width_mm = width_mm;
	job->height_mm = height_mm;
}

static void
open_palette(struct fb_chart_job *job)
{
	struct fb_buf names = {0};
	size_t line;
	const char *why;

	if (!palette_name)
		return;
	if ((why = fb_palette_open(&palette, palette_name, &line)) && line)
		fb_die(FB_USAGE, "--palette: %s:%zu: %s", palette_name, line,
		    why);
	if (why && strchr(palette_name, '/'))
		fb_die(FB_USAGE, "--palette: '%s' %s:", palette_name, why);
	fb_palette_names(&names);
	if (why)
		fb_die(FB_USAGE, "--palette '%s': %s; there are %s, and ./FILE "
		    "is one of your own", palette_name, why,
		    fb_buf_cstr(&names));
	fb_buf_release(&names);
	job->palette = &palette;
}

static void
open_fonts(void)
{
	struct fb_buf path = {0};
	const char *why = fb_share_path(&path, "fonts.conf");

	if (why)
		fb_die(FB_FAIL, "fonts.conf %s", why);
	if ((why = fb_page_fonts(path.p)))
		fb_warn("%s", why);
	fb_buf_release(&path);
}

static void
read_report(struct fb_report *r, struct fb_reader *in)
{
	const char *why = fb_report_read(r, in);
	struct fb_buf names = {0};

	if (locale)
		why = fb_report_speak(r, fb_cstr(locale));
	if (why)
		fb_words_names(&names);
	if (why)
		fb_die(FB_USAGE, "%s '%.*s': %s; there are %s", locale ?
		    "--locale" : "the report line's locale", (int)r->locale.n,
		    r->locale.p, why, fb_buf_cstr(&names));
	if (locale && r->words.wider)
		fb_warn("--locale '%s': there are no words of that place; "
		    "those of its language are taken", locale);
}

static void
warn_left_out(const struct fb_report *r)
{
	if (r->nunmasked && !unredacted)
		fb_warn("%zu quotes or letters are left out, as fb-redact has not "
		    "seen them; run it first, or give --unredacted", r->nunmasked);
}

int
main(int argc, char **argv)
{
	char **paths = argv + fb_opt_parse(&tool, argc, argv);
	const struct fb_chart_kind *k;
	struct fb_reader in;
	struct fb_report report;
	bool blank = false;
	struct fb_chart_job job = { .report = &report, .blank = &blank };
	struct fb_buf bytes = {0}, said = {0};
	const char *why;
	bool lacks;
	int status;

	if (list)
		return list_kinds();
	k = check_options();
	check_operands(paths);
	job.format = format_of(k);
	job.unredacted = unredacted;
	job.workbook = workbook;
	set_sizes(&job);
	job.title = title;
	job.said = &said;
	open_palette(&job);
	fb_reader_open(&in, paths);
	read_report(&report, &in);
	status = fb_reader_status(&in);
	warn_left_out(&report);
	lacks = fb_report_lack(&report, &in, &(struct fb_wanted){ k->numbers,
	    k->letters, unredacted }, &said);
	open_fonts();
	if ((why = fb_chart_draw(k, &job, &bytes)))
		fb_die(FB_FAIL, "cannot draw the pages: %s", why);
	if (k->numbers)
		fb_report_odd_periods(&report, &said);
	fb_warn_lines(fb_buf_cstr(&said));
	fb_out_file(fb_output_path(), fb_buf_str(&bytes));

	if (fail_empty && (lacks || blank))
		status = FB_BAD;
	fb_buf_release(&bytes);
	fb_buf_release(&said);
	fb_report_release(&report);
	fb_reader_close(&in);
	return status;
}
