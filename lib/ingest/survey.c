/* survey.c - look at a table's rows before the first becomes a record. */
#include <stdlib.h>

#include "ingest/cell.h"
#include "ingest/survey.h"

enum { SAMPLE = 1000 }; /* rows */

/* A place to come back to. */
struct mark {
	size_t at, line, nth;
};

static struct mark
hold(struct fb_csv *c)
{
	c->lines->held = true;
	return (struct mark){ c->lines->at, c->lines->n, c->nth };
}

static void
let_go(struct fb_csv *c, struct mark m)
{
	c->lines->held = false;
	fb_csv_back(c, m.at, m.line);
	c->nth = m.nth;
}

void
fb_survey_guess(const struct fb_mapping *p, struct fb_csv *c,
    struct fb_profile *rules, struct fb_buf *say)
{
	struct fb_look *v = fb_zalloc(p->n + 1, sizeof *v);
	struct mark m = hold(c);
	bool got = true;

	for (size_t i = 0; i < SAMPLE && !fb_csv_next(c, &got) && got; i++)
		fb_guess_row(v, p->n, &c->row);
	let_go(c, m);
	fb_guess(p, v, rules, say);
	fb_hint(p, v, rules, say);
	free(v);
}

static fb_str
date_cell(const struct fb_mapping *p, const struct fb_csv *c)
{
	return fb_cell(p, &c->row, p->from[FB_ROLE_DATE].cols[0]);
}

/* All rows that c has left. */
static const char *
read_column(const struct fb_mapping *p, struct fb_csv *c, struct fb_dating *d)
{
	const char *why = NULL;
	bool got = true;

	while (!why && got && !(why = fb_csv_next(c, &got)) && got)
		fb_dating_more(d, date_cell(p, c));
	return why;
}

/* The file once more from its start; the header's rows do not matter here. */
static void
read_again(struct fb_run *r, const struct fb_mapping *p,
    const struct fb_csv *c, const char *path, struct fb_dating *d)
{
	struct fb_physical in;
	struct fb_csv again = {0};
	const char *why = fb_physical_open(&in, path, c->lines->max);

	if (!why && r->encoding)
		why = fb_physical_recode(&in, r->encoding);
	if (!why)
		why = fb_csv_open(&again, &in, &c->opts);
	again.width = c->width;
	if (!why)
		why = read_column(p, &again, d);
	if (why)
		fb_run_read_fail(r, path, why);
	fb_csv_close(&again);
	fb_physical_close(&in);
}

static void
read_spooled(struct fb_run *r, const struct fb_mapping *p, struct fb_csv *c,
    const char *path, struct fb_dating *d)
{
	size_t line = c->lines->n, nth = c->nth;
	const char *why = fb_physical_spool(c->lines);

	if (!why) {
		fb_csv_back(c, 0, line);
		why = read_column(p, c, d);
	}
	if (!why)
		why = fb_physical_rewind(c->lines, line);
	if (why)
		fb_run_read_fail(r, path, why);
	fb_csv_back(c, 0, line);
	c->nth = nth;
}

static enum fb_dated
look_at_sample(const struct fb_mapping *p, struct fb_csv *c,
    struct fb_dating *d, struct fb_buf *form)
{
	struct mark m = hold(c);
	bool got = true;

	for (size_t i = 0; i < SAMPLE && !fb_csv_next(c, &got) && got; i++)
		fb_dating_add(d, date_cell(p, c));
	let_go(c, m);
	return fb_dating_settle(d, form);
}

const char *
fb_survey_dates(struct fb_run *r, struct fb_mapping *p, struct fb_csv *c,
    const char *path)
{
	struct fb_origin *o = &p->from[FB_ROLE_DATE];
	struct fb_dating d = { .asked = r->order };
	enum fb_dated is;
	const char *why = NULL;

	if (o->n != 1 || o->form.n)
		return NULL;
	is = look_at_sample(p, c, &d, &p->form);
	if (is == FB_DATED_TIED) {
		if (strcmp(path, "-") && !p->workbook)
			read_again(r, p, c, path, &d);
		else
			read_spooled(r, p, c, path, &d);
		why = fb_dating_untie(&d, &p->form);
	}
	if (!why)
		o->form = fb_buf_str(&p->form);
	return why;
}
