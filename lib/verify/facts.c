/* facts.c - what fb-anecdote says of itself in its trail. */
#include "record/json.h"
#include "verify/chain.h"
#include "verify/redraw.h"

static const char *
seed_source(const struct fb_redraw *d, fb_str periods)
{
	if (!*d->seed)
		return "default";
	return fb_str_eq(fb_cstr(d->seed), periods) ? "period" : "user";
}

static void
put_counts(struct fb_buf *b, const struct fb_redraw *d)
{
	fb_put_key(b, "metrics");
	fb_buf_addc(b, '"');
	fb_put_digest(b, d->plan.metrics);
	fb_buf_addc(b, '"');
	fb_put_int(b, "cells", (int64_t)d->plan.nlines);
	fb_put_int(b, "cells_without_quotes", (int64_t)d->nempty);
	fb_put_int(b, "quotes", (int64_t)d->cast.nquotes);
	fb_put_int(b, "extras", (int64_t)d->cast.nextras);
	fb_put_gathered(b, &d->gather);
}

void
fb_verify_quote_facts(struct fb_redraw *d)
{
	fb_str where = FB_LIT("trail of fb-anecdote");
	struct fb_buf b = {0}, periods = {0};
	struct fb_json it;

	fb_put_report_periods(&periods, &d->plan);
	fb_buf_addc(&b, '{');
	fb_put_text(&b, "period", fb_buf_str(&periods));
	fb_put_text(&b, "seed", fb_cstr(d->seed));
	fb_put_text(&b, "seed_source",
	    fb_cstr(seed_source(d, fb_buf_str(&periods))));
	put_counts(&b, d);
	fb_buf_addc(&b, '}');
	for (it = fb_json_in(fb_buf_str(&b)); fb_json_next(&it); ) {
		const char *key = fb_arena_copy(&d->c->mem, it.key).p;

		fb_findings_of_key(&d->c->found, where, key,
		    fb_json_get(fb_cstr(d->trail), key), it.val);
	}
	fb_verify_kept(d->c, where, d->trail, &d->met,
	    fb_said_text(&d->said, "keep") != NULL);
	fb_buf_release(&b);
	fb_buf_release(&periods);
}
