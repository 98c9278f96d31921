/* begin.c - what to settle before the first row of a file. */
#include <stdio.h>
#include <strings.h>

#include "base/utf8.h"
#include "ingest/begin.h"
#include "ingest/shape.h"
#include "ingest/sniff.h"
#include "ingest/survey.h"
#include "record/reader.h"

fb_str
fb_delimiter(const char *text)
{
	static const struct { const char *name, *is; } names[] = {
		{ "comma", "," }, { "tab", "\t" }, { "\\t", "\t" },
		{ "semicolon", ";" }, { "pipe", "|" }, { "space", " " },
	};

	for (size_t i = 0; text && i < sizeof names / sizeof *names; i++)
		if (!strcmp(text, names[i].name))
			return fb_cstr(names[i].is);
	if (text && (!*text || strpbrk(text, "\"\r\n")))
		fb_die(FB_USAGE, "--delimiter '%s': not characters without "
		    "quotes and line ends, nor comma, tab, semicolon, pipe or "
		    "space", text);
	return fb_cstr(text);
}

char
fb_one_byte(const char *option, const char *text)
{
	if (text && (!text[0] || text[1] || strchr("\r\n", text[0])))
		fb_die(FB_USAGE, "%s '%s': not a single character", option,
		    text);
	return text ? text[0] : 0;
}

void
fb_run_profiles(struct fb_run *r)
{
	const char *what = r->ask->profile, *why = NULL;

	if (!what)
		why = fb_profiles_load(&r->shipped);
	else if (strcmp(what, "none"))
		why = fb_profile_find(&r->chosen, what);
	if (why)
		fb_die(FB_USAGE, "%s", why);
	for (size_t i = 0; i < r->ask->columns.n; i++) {
		const char *text = r->ask->columns.v[i];

		if ((why = fb_profile_option(&r->columns, text)))
			fb_die(FB_USAGE, "--column '%s': %s", text, why);
	}
}

const char fb_strict_end[] =
    "stopped at the first bad row, as --strict asks";

_Noreturn void
fb_run_give_up(struct fb_run *r, enum fb_status status, const char *path,
    const char *why)
{
	fb_out_abandon(&r->out.out);
	fb_out_abandon(&r->rejects);
	fb_die(status, "%s: %s", path, why);
}

static bool
ends_with(fb_str s, fb_str end)
{
	return s.n >= end.n && fb_str_eq(end,
	    (fb_str){ s.p + s.n - end.n, end.n });
}

bool
fb_has_ending(fb_str name, const char *ending)
{
	size_t n = strlen(ending);

	return name.n > n && !strncasecmp(name.p + name.n - n, ending, n);
}

fb_str
fb_unpacked_name(const char *path)
{
	static const char *const packed[] = { ".gz", ".bz2", ".xz", ".zst" };
	fb_str s = fb_cstr(path);

	for (size_t i = 0; i < sizeof packed / sizeof *packed; i++)
		if (ends_with(s, fb_cstr(packed[i])))
			s.n -= strlen(packed[i]);
	return s;
}

char
fb_delimiter_by_name(fb_str name)
{
	return ends_with(name, FB_LIT(".tsv")) ||
	    ends_with(name, FB_LIT(".tab")) ? '\t' : 0;
}

_Noreturn void
fb_run_tie(struct fb_run *r, const char *path, const struct fb_profile *a,
    const struct fb_profile *b)
{
	char why[300];

	snprintf(why, sizeof why, "the profiles %s and %s both fit; choose one "
	    "with -p", a->name, b->name);
	fb_run_give_up(r, FB_USAGE, path, why);
}

static const struct fb_profile *
choose(struct fb_run *r, const struct fb_map *header, const char *path)
{
	const struct fb_profile *p, *tie;

	if (r->ask->profile)
		return r->chosen.name ? &r->chosen : NULL;
	p = fb_profiles_match(&r->shipped, header, &tie);
	if (tie)
		fb_run_tie(r, path, p, tie);
	return p;
}

void
fb_say_lines(const char *path, fb_str text)
{
	while (text.n) {
		fb_str line = fb_str_split(&text, '\n');

		fb_warn("%s: %.*s", path, (int)line.n, line.p);
	}
}

void
fb_explain_profile(const struct fb_run *r, const struct fb_profile *p,
    struct fb_buf *b)
{
	fb_buf_printf(b, "profile: %s%s\n", p ? p->name : "none",
	    r->ask->profile ? ", as asked" : p ?
	    ", as its [match] columns are all there" : " fits");
}

static void
explain(struct fb_run *r, const char *path, const struct fb_csv *c,
    const struct fb_mapping *p)
{
	struct fb_buf b = {0};

	fb_buf_add(&b, fb_buf_str(&r->say));
	if (!p->workbook && !strstr(fb_buf_cstr(&r->say), "delimiter: ")) {
		fb_put_delimiter(&b, c->dialect.delim);
		fb_buf_addc(&b, '\n');
	}
	fb_buf_printf(&b, "header: %zu columns, %zu renamed\n", p->n,
	    p->renamed);
	fb_explain_profile(r, p->profile, &b);
	fb_mapping_explain(p, &b);
	fb_say_lines(path, fb_buf_str(&b));
	fb_buf_release(&b);
}

static void
remember(struct fb_run *r, const struct fb_mapping *p)
{
	if (p->profile)
		fb_map_put(&r->used, fb_cstr(p->profile->name), NULL);
	for (size_t i = 0; i < p->scales.n; i++)
		fb_map_put(&r->scales, fb_buf_str(&p->scales.v[i].name), NULL);
}

/* The profile's rows have versions: keep the latest, if it is not too late. */
static void
need_unique(struct fb_run *r, const char *path)
{
	const char *why;

	if (r->unique)
		return;
	if (r->nrows) {
		fb_warn("%s: ids may come again here, newer; give --unique to "
		    "keep the latest", path);
		return;
	}
	if ((why = fb_latest_open(&r->latest)))
		fb_die(FB_FAIL, "%s:", why);
	r->unique = true;
}

/* The first row is data: without a header its cells have no names. */
static void
forget_row(struct fb_csv *c)
{
	for (size_t i = 0; i < c->row.n; i++)
		c->row.cells[i].n = 0;
	fb_csv_back(c, c->lines->row, c->lines->n - c->row.nspan);
	c->nth = 0;
}

/* The plan mends the names themselves. */
static void
look_at_header(struct fb_run *r, const struct fb_row *row, const char *path)
{
	if (fb_utf8_valid(fb_buf_str(&row->text)))
		return;
	fb_tell(&r->told[FB_FAULT_MENDED], "%s:%zu: ill-formed UTF-8 in the "
	    "header became U+FFFD; if the file has another encoding, give "
	    "--encoding", path, row->line);
	if (fb_strict())
		fb_run_give_up(r, FB_BAD, path, fb_strict_end);
}

void
fb_run_plan_names(struct fb_run *r, struct fb_mapping *p, const fb_str *names,
    size_t n, const struct fb_profile *profile, const char *path)
{
	const struct fb_wish wish = { &r->columns, r->ask->scale,
	    r->ask->channel, &r->guess };
	const char *why = p->n ? NULL : fb_mapping_header(p, names, n);

	if (why)
		fb_run_give_up(r, FB_FAIL, path, why);
	if ((why = fb_mapping_make(p, profile, &wish)))
		fb_run_give_up(r, r->nrows ? FB_FAIL : FB_USAGE, path, why);
}

void
fb_run_planned(struct fb_run *r, const struct fb_mapping *p, const char *path)
{
	remember(r, p);
	if (p->profile && p->profile->versions)
		need_unique(r, path);
	if (p->renamed && !r->ask->no_header)
		fb_warn("%s: %zu names of the header are empty or repeated; "
		    "--explain shows what they are called", path, p->renamed);
	if (p->unscaled.n)
		fb_warn("%s: the column '%.*s' has no scale and is kept as "
		    "%s; give --scale LO-HI", path, (int)p->unscaled.n,
		    p->unscaled.p, p->unscaled_as);
}

void
fb_run_plan(struct fb_run *r, struct fb_mapping *p, struct fb_csv *c,
    const char *path)
{
	const struct fb_profile *f;
	const char *why;

	if (r->ask->no_header)
		forget_row(c);
	else
		look_at_header(r, &c->row, path);
	if ((why = fb_mapping_header(p, c->row.cells, c->row.n)))
		fb_run_give_up(r, FB_FAIL, path, why);
	f = choose(r, &p->names, path);
	if ((why = fb_shape_header(p, c, f)))
		fb_run_give_up(r, FB_FAIL, path, why);
	c->width = p->n;
	fb_profile_release(&r->guess);
	if (!f && !r->ask->profile)
		fb_survey_guess(p, c, &r->guess, &r->say);
	fb_run_plan_names(r, p, NULL, 0, f, path);
	why = fb_survey_dates(r, p, c, path);
	if (why && r->ask->explain)
		explain(r, path, c, p);
	if (why)
		fb_run_give_up(r, r->nrows ? FB_FAIL : FB_USAGE, path, why);
	fb_run_planned(r, p, path);
	if (r->ask->explain)
		explain(r, path, c, p);
}
