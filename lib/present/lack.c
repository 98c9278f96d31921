/* lack.c - what whoever asked for a report should know of its lines. */
#include "present/lack.h"
#include "present/voice.h"

static bool
any_letter(const struct fb_report *r, bool unredacted)
{
	for (size_t i = 0; i < r->nletters; i++)
		if (fb_may_print(&r->letters[i].quote, unredacted))
			return true;
	return false;
}

/* What came in instead of letters, and the next step. */
static const char *
no_letters(const struct fb_report *r, const struct fb_reader *in)
{
	if (in->nrecords && in->nfiltered == in->nrecords)
		return "--where leaves out every record";
	if (in->nrecords)
		return "records came in, but none that fb-sample drew; "
		    "fb-sample -n 10 draws ten";
	return r->ncells ? "metric lines came in, but no record that fb-sample "
	    "drew; without -k letters they are drawn" :
	    "no record came in that fb-sample drew";
}

/* The same instead of numbers. */
static const char *
no_numbers(const struct fb_report *r, const struct fb_reader *in)
{
	if (r->nbare)
		return "lines have a metric and a value, but no \"fb\":"
		    "\"metric\"; jq -c '.fb = \"metric\"' adds it";
	if (r->nletters)
		return "drawn records came in, but no metric line; "
		    "-k letters prints them";
	if (in->nrecords)
		return "records came in, but no metric line; fb-metric makes "
		    "metric lines of them, fb-sample draws letters";
	return "no line is a metric line, which has \"fb\":\"metric\", "
	    "a metric, a period and a value";
}

static const char *
why_nothing(const struct fb_report *r, const struct fb_reader *in,
    const struct fb_wanted *want)
{
	if (!in->nlines)
		return "no line came in; fb-metric, fb-anecdote and fb-sample "
		    "write what is needed";
	if (in->nbad == in->nlines)
		return "no line can be used";
	return want->numbers ? no_numbers(r, in) : no_letters(r, in);
}

bool
fb_report_lack(const struct fb_report *r, const struct fb_reader *in,
    const struct fb_wanted *want, struct fb_buf *b)
{
	bool letters = want->letters && any_letter(r, want->unredacted);
	bool numbers = want->numbers && r->ncells;

	if (in->filter.n && !in->nrecords && r->ncells)
		fb_buf_adds(b, "--where selects records, and none came in; for "
		    "metric lines give it to fb-metric\n");
	if (numbers || letters)
		return false;
	if (want->letters && r->nletters)
		return true; /* they are without masks, which is told */
	if (!in->nlines || in->nmalformed < in->nlines)
		fb_buf_printf(b, "nothing to report: %s\n",
		    why_nothing(r, in, want));
	return true; /* else the reader tells what the lines are */
}

void
fb_report_odd_periods(const struct fb_report *r, struct fb_buf *b)
{
	fb_str odd = FB_LIT("");
	size_t n = 0;

	for (size_t i = 0; i < r->ncells; i++) {
		if (r->cells[i].has_period)
			continue;
		if (!n++)
			odd = r->cells[i].period_label;
	}
	if (n)
		fb_buf_printf(b, "the period '%.*s'%s is only a name and has "
		    "no place in time; periods are written 2026, 2026-Q4, "
		    "2026-10, 2026-W40 or 2026-10-03\n", (int)odd.n, odd.p,
		    n > 1 ? ", as others," : "");
}
