/* fb-verify - prove each quote verbatim, each draw re-drawable, each number
 * recomputable. */
#include "base/diag.h"
#include "record/writer.h"
#include "verify/audit.h"
#include "verify/book.h"
#include "verify/chain.h"
#include "verify/letters.h"
#include "verify/numbers.h"
#include "verify/pages.h"
#include "verify/quotes.h"
#include "verify/source.h"

static const char *seed, *withhold_path, *base_path, *profile;
static struct fb_list books, pages, audits, exports;
static bool fail_empty;

static const struct fb_opt opts[] = {
	{ 's', "seed", "SEED", fb_set_text, &seed,
	    "of quotes and letters whose trail is not there" },
	{ 0, "withhold", "FILE", fb_set_text, &withhold_path,
	    "the withheld ids that the draws were given" },
	{ 0, "base", "FILE", fb_set_text, &base_path,
	    "the customers that rates or weights were made with" },
	{ 0, "source", "EXPORT", fb_set_list, &exports,
	    "what is quoted stands in this export (repeatable)" },
	{ 'p', "profile", "NAME|FILE", fb_set_text, &profile,
	    "of the export, when it is not where fb-ingest found it" },
	{ 0, "workbook", "FILE", fb_set_list, &books,
	    "the words in this workbook are those of their ids" },
	{ 0, "pdf-text", "FILE", fb_set_list, &pages,
	    "so are those of a PDF, in raw text by pdftotext" },
	{ 0, "fail-empty", NULL, fb_set_flag, &fail_empty,
	    "status 1 when there is nothing to prove" },
	{ 0, "audit", "FILE", fb_set_list, &audits,
	    "ids or words that somebody else presents" },
	{ 0 },
};

/* The reader's options without those that would leave records out. */
static struct fb_opt reader_opts[16];

static struct fb_tool tool = {
	.name = "fb-verify",
	.does = "prove that quotes, draws and numbers are what they claim",
	.usage = "[file ...]",
	.opts = { opts, reader_opts, fb_writer_opts },
};

static void
choose_options(void)
{
	size_t n = 0;

	for (const struct fb_opt *o = fb_reader_opts; o->name; o++)
		if (strcmp(o->name, "where") && strcmp(o->name, "range") &&
		    strcmp(o->name, "tz"))
			reader_opts[n++] = *o;
}

static void
read_withheld(struct fb_case *c)
{
	size_t lineno;
	const char *why = withhold_path ?
	    fb_withhold_read(&c->withhold, withhold_path, &lineno) : NULL;

	if (why && lineno)
		fb_die(FB_USAGE, "%s:%zu: %s", withhold_path, lineno, why);
	if (why)
		fb_die(FB_FAIL, "'%s' %s:", withhold_path, why);
	c->has_withhold = withhold_path;
}

static void
verify(struct fb_case *c)
{
	fb_verify_chain(c);
	for (size_t i = 0; i < c->nparts; i++) {
		fb_verify_numbers(c, &c->parts[i]);
		fb_verify_quotes(c, &c->parts[i]);
		fb_verify_letters(c, &c->parts[i]);
	}
}

/* What was delivered, if given: how many texts it prints. */
static size_t
verify_delivered(struct fb_case *c)
{
	struct fb_buf why = {0};
	size_t n = 0;

	for (size_t i = 0; i < books.n; i++)
		if (!fb_verify_book(c, books.v[i], &n, &why))
			fb_die(FB_FAIL, "cannot read '%s': %s", books.v[i],
			    fb_buf_cstr(&why));
	for (size_t i = 0; i < pages.n; i++)
		if (!fb_verify_pages(c, pages.v[i], &n))
			fb_die(FB_FAIL, "cannot read '%s':", pages.v[i]);
	return n;
}

/* What others present: said in b. */
static void
audit(struct fb_case *c, struct fb_buf *b)
{
	for (size_t i = 0; i < audits.n; i++)
		if (!fb_verify_audit(c, audits.v[i], b))
			fb_die(FB_FAIL, "cannot read '%s':", audits.v[i]);
}

static void
put_lines(struct fb_writer *out, fb_str lines)
{
	while (lines.n)
		fb_writer_line(out, fb_str_split(&lines, '\n'));
}

static void
put_n(struct fb_buf *b, size_t n, const char *one, const char *many)
{
	fb_buf_printf(b, "%s%zu %s", b->n ? ", " : "", n, n == 1 ? one : many);
}

static void
write_verdict(const struct fb_case *c, size_t nprinted, size_t ntraced,
    struct fb_writer *out)
{
	struct fb_buf b = {0};

	put_lines(out, fb_buf_str(&c->found.lines));
	put_n(&b, c->nquotes, "quote", "quotes");
	put_n(&b, c->nmetrics, "metric line", "metric lines");
	put_n(&b, c->nletters, "letter", "letters");
	put_n(&b, c->nrecords, "record", "records");
	if (c->nelsewhere)
		put_n(&b, c->nelsewhere, "metric line from elsewhere",
		    "metric lines from elsewhere");
	if (exports.n)
		put_n(&b, ntraced, "record in the export",
		    "records in the export");
	if (books.n || pages.n)
		put_n(&b, nprinted, "printed text", "printed texts");
	if (c->found.n)
		fb_buf_printf(&b, ": %zu failed", c->found.n);
	else
		fb_buf_adds(&b, ": all hold");
	fb_writer_line(out, fb_buf_str(&b));
	fb_buf_release(&b);
}

int
main(int argc, char **argv)
{
	struct fb_case c = {0};
	struct fb_reader in;
	struct fb_writer out;
	struct fb_buf seen = {0};
	size_t nprinted, ntraced = 0;
	int status, first;

	choose_options();
	first = fb_opt_parse(&tool, argc, argv);
	c.seed = seed;
	c.base = base_path;
	if (exports.n && fb_rejects_path())
		fb_die(FB_USAGE, "--source and --rejects do not go together");
	read_withheld(&c);
	fb_reader_open(&in, argv + first);
	fb_reader_keep(&in);
	fb_case_read(&c, &in);
	if (exports.n)
		ntraced = fb_verify_source(&c, &exports, profile);
	fb_writer_open(&out);
	verify(&c);
	nprinted = verify_delivered(&c);
	audit(&c, &seen);
	put_lines(&out, fb_buf_str(&seen));
	write_verdict(&c, nprinted, ntraced, &out);

	status = fb_reader_status(&in);
	if (c.found.n || (fail_empty && !c.nquotes && !c.nmetrics &&
	    !c.nletters && !nprinted))
		status = FB_BAD;
	fb_writer_close(&out);
	fb_case_release(&c);
	fb_buf_release(&seen);
	fb_reader_close(&in);
	return status;
}
