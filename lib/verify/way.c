/* way.c - from options to a way to draw. */
#include "base/num.h"
#include "verify/way.h"

static const char *const known[] = { "count", "seed", "by", "min", "require",
    "alloc", "spread", "pps", "size-missing", "systematic", "per",
    "per-customer", "exact", "both-sides", "must-read", "withhold", "no-frame",
    "represent", "rate", "base", "trim", NULL };

static bool
was_given(const struct fb_said *said, const char *name)
{
	return fb_said_text(said, name) != NULL;
}

static void
set_method(const struct fb_said *said, struct fb_sample_conf *c)
{
	const char *alloc = fb_said_text(said, "alloc");
	const char *rate = fb_said_text(said, "rate");

	c->size = fb_said_text(said, "pps");
	c->size_missing = fb_said_text(said, "size-missing");
	c->order = fb_said_text(said, "systematic");
	c->method = c->size ? FB_PPS : c->order ? FB_SYSTEMATIC : FB_PLAIN;
	if (rate && !fb_parse_double(fb_cstr(rate), &c->rate))
		c->method = FB_RATE;
	if (alloc)
		c->alloc = !strcmp(alloc, "equal") ? FB_ALLOC_EQUAL :
		    !strcmp(alloc, "neyman") ? FB_ALLOC_NEYMAN : FB_ALLOC_LR;
}

static void
set_rules(const struct fb_said *said, struct fb_sample_conf *c)
{
	c->strict = was_given(said, "per-customer");
	c->per_customer = c->strict || was_given(said, "per");
	c->exact = was_given(said, "exact");
	c->both_sides = was_given(said, "both-sides");
	c->must_read = was_given(said, "must-read");
	c->no_frame = was_given(said, "no-frame");
}

static const char *
set_spread(struct fb_arena *mem, const struct fb_said *said,
    struct fb_sample_conf *c)
{
	const char *field = fb_said_text(said, "spread"), *why;
	struct fb_buf spec = {0};

	fb_buf_printf(&spec, "mean:%s", field && !c->both_sides ? field :
	    "score");
	why = fb_spec_parse(mem, fb_buf_str(&spec), &c->spread);
	fb_buf_release(&spec);
	return why;
}

static const char *
set_withheld(struct fb_case *c, const struct fb_said *said,
    struct fb_sample_conf *conf)
{
	if (!was_given(said, "withhold"))
		return NULL;
	conf->withhold = &c->withhold;
	return c->has_withhold ? NULL :
	    "the withheld ids are needed: give --withhold FILE";
}

static const char *
read_totals(const struct fb_case *c, const struct fb_said *said,
    struct fb_totals *t)
{
	size_t line;

	if (!was_given(said, "base"))
		return NULL;
	t->trim = fb_said_count(said, "trim", 5);
	if (!c->base)
		return "its customers are needed: give --base FILE";
	return fb_totals_read(t, c->base, &line) ?
	    "the file of --base is not one of customers" : NULL;
}

const char *
fb_way_of(struct fb_case *c, const struct fb_said *said, struct fb_way *w)
{
	const char *seed = fb_said_text(said, "seed"), *why;

	*w = (struct fb_way){ .conf = { .seed = seed ? seed : "",
	    .n = fb_said_count(said, "count", 10),
	    .min = fb_said_count(said, "min", 1) } };
	fb_said_list(&c->mem, said, "by", &w->by);
	fb_said_list(&c->mem, said, "require", &w->require);
	w->conf.require = &w->require;
	if (fb_said_unknown(said, known))
		return "it was given an option that is not known here";
	if ((why = fb_tables_init(&w->tables, &w->by)))
		return why;
	w->conf.by = w->by.n ? &w->tables.v[1] : NULL;
	set_method(said, &w->conf);
	set_rules(said, &w->conf);
	if ((why = set_spread(&c->mem, said, &w->conf)))
		return why;
	if ((why = read_totals(c, said, &w->totals)))
		return why;
	return set_withheld(c, said, &w->conf);
}

void
fb_way_release(struct fb_way *w)
{
	fb_tables_release(&w->tables);
	fb_totals_release(&w->totals);
	*w = (struct fb_way){0};
}
