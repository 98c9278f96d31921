/* before.c - the period before, of lines that are not compared with it. */
#include <stdlib.h>

#include "present/report.h"
#include "present/verdict.h"

void
fb_look_back(struct fb_report *r, struct fb_cell *c)
{
	size_t n;
	const struct fb_cell **v = fb_history(r, c, &n), *before;

	if (c->prev.ok || n < 2 || fb_is_small(c))
		return;
	before = v[n - 2];
	if (fb_is_small(before) || before->period.index + 1 != c->period.index)
		return;
	c->prev = (struct fb_versus){ .ok = true, .found = true,
	    .value = before->value, .period = before->period_label,
	    .diff = c->value - before->value };
}

void
fb_compare_elsewhere(struct fb_report *r)
{
	size_t n = fb_focus_count(r);
	fb_str *periods = fb_zalloc(n, sizeof *periods);

	for (size_t f = 0; f < n; f++)
		periods[f] = fb_focus_at(r, f).period;
	for (size_t i = 0; i < r->ncells; i++)
		for (size_t f = 0; f < n && !r->cells[i].spec.kind; f++)
			if (fb_str_eq(periods[f], r->cells[i].period_label))
				fb_look_back(r, &r->cells[i]);
	free(periods);
}
