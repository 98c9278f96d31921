/* json.c - the format of JSON: lists, lists in objects, an object a line. */
#include <stdlib.h>

#include "ingest/begin.h"
#include "ingest/format.h"
#include "ingest/json_survey.h"
#include "ingest/json_talk.h"
#include "ingest/json_token.h"

struct reading {
	struct fb_run *run;
	const char *path;
	struct fb_jfound found;
	struct fb_jwalk walk;
	struct fb_jcols cols;
	struct fb_jtalk talk;
	struct fb_mapping plan;
	struct fb_making making;
	struct fb_buf form; /* of the dates, when it was learnt */
};

static bool
ends_in(fb_str name, const char *end)
{
	size_t n = strlen(end);

	return name.n > n && !memcmp(name.p + name.n - n, end, n);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* By its first two signs, or by its name. */
static bool
is_json(const struct fb_head *head)
{
	static const char *const names[] = { ".json", ".jsonl", ".ndjson",
	    ".jsonlines", ".js" };
	fb_str s = fb_str_trim(head->bytes);
	size_t i = 1, k;

	for (k = 0; k < sizeof names / sizeof *names; k++)
		if (s.n && ends_in(head->name, names[k]))
			return true;
	if ((k = fb_jprefix(s)))
		s = (fb_str){ s.p + k, s.n - k };
	if (!s.n || (s.p[0] != '{' && s.p[0] != '['))
		return false;
	while (i < s.n && is_blank(s.p[i]))
		i++;
	return i < s.n && strchr(s.p[0] == '{' ? "\"}" : "{[]\"", s.p[i]);
}

/* The plan for the columns there are, when there are more than before. */
static void
settle_plan(struct reading *d)
{
	size_t n = d->cols.names.n;
	struct fb_origin *date = &d->plan.from[FB_ROLE_DATE];
	fb_str *names;

	if (n == d->plan.n) {
		d->plan.profile = d->found.profile;
		return;
	}
	names = fb_zalloc(n, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = fb_map_key(&d->cols.names, i);
	fb_mapping_release(&d->plan);
	fb_run_plan_names(d->run, &d->plan, names, n, d->found.profile,
	    d->path);
	free(names);
	if (date->n == 1 && !date->form.n)
		date->form = fb_buf_str(&d->form);
}

static void
place(struct reading *d)
{
	d->cols.row.line = d->walk.line;
	d->cols.row.nth = d->walk.nth;
	d->cols.row.nspan = 1;
	d->cols.row.raw = d->walk.raw;
	d->cols.row.in = d->walk.in;
}

static void
take(struct reading *d)
{
	const char *why = fb_jcols_fill(&d->cols, &d->walk.rec);

	if (why)
		fb_run_read_fail(d->run, d->path, why);
	settle_plan(d);
	place(d);
	d->cols.row.mended = d->walk.mended;
	if (d->cols.talk && d->talk.there && d->talk.who == FB_MAP_NONE)
		fb_said_by_nobody(&d->talk.said, d->run, d->path,
		    &d->talk.speech, &d->cols.row);
	fb_run_row(d->run, &d->making, &d->cols.row, d->path);
}

static void
reject(struct reading *d)
{
	struct fb_buf why = {0};

	place(d);
	fb_buf_printf(&why, "element %zu at byte %llu is left out: %s",
	    d->walk.nth,
	    (unsigned long long)d->walk.at, d->walk.bad);
	fb_run_reject(d->run, d->path, FB_FAULT_JSON, &d->cols.row,
	    d->walk.line, fb_buf_cstr(&why));
	fb_buf_release(&why);
}

static void
explain(const struct reading *d)
{
	const struct fb_jpath *path = &d->found.path;
	struct fb_buf b = {0};

	fb_buf_adds(&b, "format: JSON\nrows: ");
	for (size_t i = 0; i < path->n; i++) {
		fb_buf_adds(&b, i ? "." : "");
		fb_buf_add(&b, path->key[i]);
	}
	fb_buf_printf(&b, "%s%s\n", path->n ? ", " : "", d->found.how);
	fb_buf_printf(&b, "elements: %zu with %zu columns\n", d->walk.nth,
	    d->cols.names.n);
	fb_explain_profile(d->run, d->found.profile, &b);
	fb_buf_add(&b, fb_buf_str(&d->run->say));
	fb_mapping_explain(&d->plan, &b);
	fb_say_lines(d->path, fb_buf_str(&b));
	fb_buf_release(&b);
}

static const char *
read_elements(struct reading *d)
{
	enum fb_jgot got = FB_JELEMENT;
	const char *why = NULL;

	while (!(why = fb_jwalk_next(&d->walk, &got)) && got != FB_JEND) {
		if (got == FB_JELEMENT)
			take(d);
		else
			reject(d);
	}
	return why;
}

static void
start_talk(struct reading *d)
{
	const struct fb_ask *ask = d->run->ask;

	d->talk.path = fb_buf_str(&d->found.talk);
	d->talk.customer = ask->customer;
	d->talk.quoted = ask->quoted;
	if (d->talk.path.n)
		d->cols.talk = &d->talk;
}

static void
read_json(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	struct reading d = { .run = r, .path = head->path };
	const char *why;

	d.making = fb_run_making(r, &d.plan, head->path);
	r->say.n = 0;
	fb_profile_release(&r->guess);
	fb_jlook(r, &d.found, in, d.path);
	start_talk(&d);
	if ((why = fb_jcols_picks(&d.cols, d.found.profile)) ||
	    (why = fb_jcols_picks(&d.cols, &r->columns)))
		fb_run_give_up(r, FB_USAGE, d.path, why);
	fb_jsurvey(r, &d.found, in, &d.cols, &d.form, d.path);
	settle_plan(&d);
	fb_run_planned(r, &d.plan, d.path);
	d.making.unique = r->unique;
	fb_jwalk_start(&d.walk, in, &d.found.path);
	if ((why = read_elements(&d)))
		fb_run_read_fail(r, d.path, why);
	if (r->ask->explain)
		explain(&d);
	fb_mapping_release(&d.plan);
	fb_jcols_release(&d.cols);
	fb_jwalk_release(&d.walk);
	fb_jtalk_release(&d.talk);
	fb_buf_release(&d.found.text);
	fb_buf_release(&d.found.talk);
	fb_buf_release(&d.form);
}

const struct fb_format fb_format_json = {
	.name = "JSON", .kind = "JSON",
	.is = is_json, .read = read_json,
};
