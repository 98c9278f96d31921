/* facts.c - the keys of a trail that say what was drawn. */
#include "anecdote/facts.h"
#include "record/json.h"

static const char *
seed_source(const char *seed, fb_str periods)
{
	if (!*seed)
		return "default";
	return fb_str_eq(fb_cstr(seed), periods) ? "period" : "user";
}

void
fb_put_draw_facts(struct fb_buf *b, const struct fb_gather *g,
    const struct fb_cast *c, const char *seed, size_t nempty)
{
	struct fb_buf periods = {0};

	fb_put_report_periods(&periods, g->plan);
	fb_put_text(b, "period", fb_buf_str(&periods));
	fb_put_text(b, "seed", fb_cstr(seed));
	fb_put_text(b, "seed_source",
	    fb_cstr(seed_source(seed, fb_buf_str(&periods))));
	fb_put_key(b, "metrics");
	fb_buf_addc(b, '"');
	fb_put_digest(b, g->plan->metrics);
	fb_buf_addc(b, '"');
	fb_put_int(b, "cells", (int64_t)g->plan->nlines);
	fb_put_int(b, "cells_without_quotes", (int64_t)nempty);
	fb_put_int(b, "quotes", (int64_t)c->nquotes);
	fb_put_int(b, "extras", (int64_t)c->nextras);
	fb_put_gathered(b, g);
	fb_buf_release(&periods);
}
