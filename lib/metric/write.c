/* write.c - one line after the other. */
#include <stdlib.h>

#include "metric/decline.h"
#include "metric/line.h"
#include "metric/shift.h"
#include "metric/term.h"
#include "metric/write.h"

size_t
fb_watched(const struct fb_spec *specs, size_t nspecs)
{
	size_t m = 0;

	while (m < nspecs && specs[m].kind->keeps != FB_KEEPS_MEMBERS)
		m++;
	return m;
}

/* Lines that look at a series as a whole. */
static size_t
write_series(const struct fb_counter *c, const struct fb_span *span,
    const struct fb_asked_for *a, struct fb_writer *w)
{
	struct fb_orders *orders = fb_zalloc(1, sizeof *orders);
	size_t ntests = 0;

	fb_orders_make(orders);
	if (a->shifts)
		ntests += fb_shifts_write(c, span, a->min_effect, orders, w);
	if (a->decline)
		ntests += fb_decline_write(c, fb_watched(c->specs, c->nspecs),
		    a->base, span, orders, w);
	free(orders);
	return ntests;
}

size_t
fb_write_all(struct fb_counter *c, const struct fb_tables *tables,
    const struct fb_span *span, const struct fb_asked_for *a,
    struct fb_writer *w)
{
	size_t ntests;
	struct fb_tests *tests = fb_zalloc(fb_counter_n(c), sizeof *tests);

	ntests = fb_tests_run(c, span, a->min_effect, tests);
	fb_metric_lines(c, span, tests, ntests, w);
	free(tests);
	fb_drivers_write(&c->drivers, span->report, span->suppress, w);
	if (a->terms)
		fb_terms_write(&c->texts, tables, span->report, a->terms,
		    span->suppress, w);
	if (a->shifts || a->decline)
		ntests += write_series(c, span, a, w);
	return ntests;
}
