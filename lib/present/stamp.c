/* stamp.c - the time that a file is stamped with. */
#include <stdlib.h>

#include "base/num.h"
#include "present/report.h"

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int64_t
date_of(const struct fb_quote *q)
{
	struct fb_when w;

	return fb_when_parse(q->date, &w) ? 1 : w.sec;
}

static int64_t
time_of_cell(const struct fb_cell *c)
{
	int64_t t = 1;

	if (c->has_period && c->period.unit >= FB_DAY)
		t = (int64_t)fb_period_end(c->period) * 86400;
	for (size_t i = 0; i < c->nquotes; i++)
		t = later(t, date_of(&c->quotes[i]));
	return t;
}

int64_t
fb_report_time(const struct fb_report *r)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	int64_t t = 1;

	if (epoch && !fb_parse_i64(fb_cstr(epoch), &t) && t > 0)
		return t;
	t = 1;
	for (size_t i = 0; i < r->ncells; i++)
		t = later(t, time_of_cell(&r->cells[i]));
	for (size_t i = 0; i < r->nletters; i++)
		t = later(t, date_of(&r->letters[i].quote));
	return t;
}
