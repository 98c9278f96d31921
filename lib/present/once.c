/* once.c - a number that two runs tell is one number. */
#include <inttypes.h>

#include "present/report.h"

/* All that tells one number from another, and its value. */
static void
put_number(struct fb_buf *b, const struct fb_cell *c)
{
	fb_str words[] = { c->metric, c->by_json, c->period_label, c->unit };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		fb_buf_add(b, words[i]);
		fb_buf_addc(b, 0);
	}
	fb_put_scale(b, c->scale);
	fb_buf_printf(b, " %d %" PRIu64 " %d %.17g %d", c->has_n, c->n,
	    c->has_value, c->value, c->has_period);
}

void
fb_tell_once(struct fb_report *r)
{
	struct fb_map seen = {0};
	struct fb_buf key = {0};
	size_t n = 0;

	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];
		bool fresh;
		size_t at;

		key.n = 0;
		put_number(&key, c);
		at = fb_map_put(&seen, fb_buf_str(&key), &fresh);
		if (fresh)
			r->cells[n++] = *c;
		else if (c->paired && !r->cells[at].paired)
			r->cells[at] = *c;
	}
	r->ncells = n;
	fb_map_release(&seen);
	fb_buf_release(&key);
}
