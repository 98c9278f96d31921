/* options.c - the options of fb-sample, and which of them go together. */
#include <stdio.h>

#include "base/num.h"
#include "sample/options.h"

static struct fb_list by, require, represent;
static const char *alloc, *spread = "score", *rate, *per, *per_customer;
static const char *withhold, *systematic, *base;
static size_t trim = 5;
static bool fail_empty, partial;
static struct fb_sample_conf draw = { .n = 10, .min = 1, .seed = "" };
static bool given_n, given_min;

static const char *
set_n(void *dst, const char *text)
{
	given_n = true;
	return fb_set_count(dst, text);
}

static const char *
set_min(void *dst, const char *text)
{
	given_min = true;
	return fb_set_limit(dst, text);
}

const struct fb_opt fb_sample_opts[] = {
	{ 'n', "count", "N", set_n, &draw.n,
	    "records to draw (default 10)" },
	{ 's', "seed", "TEXT", fb_set_text, &draw.seed,
	    "name of the draw, such as 2026-10 (default empty)" },
	{ 'b', "by", "F[,F]", fb_set_list, &by,
	    "from each group of these fields in proportion" },
	{ 0, "min", "M", set_min, &draw.min,
	    "at least so many from each group (default 1)" },
	{ 0, "alloc", "RULE", fb_set_text, &alloc,
	    "places by group: lr (default), equal or neyman" },
	{ 0, "spread", "F", fb_set_text, &spread,
	    "the answer that neyman looks at (default score)" },
	{ 0, "rate", "P", fb_set_text, &rate,
	    "each record with chance P, as it comes" },
	{ 0, "pps", "F", fb_set_text, &draw.size,
	    "chances in proportion to the size in field F" },
	{ 0, "size-missing", "X", fb_set_text, &draw.size_missing,
	    "size of a record without one (default: bad data)" },
	{ 0, "systematic", "F", fb_set_text, &systematic,
	    "every so-many-th record in the order of field F" },
	{ 0, "per", "customer", fb_set_text, &per,
	    "one letter a customer (in each group)" },
	{ 0, "per-customer", "strict", fb_set_text, &per_customer,
	    "one letter a customer over all groups" },
	{ 0, "exact", NULL, fb_set_flag, &draw.exact,
	    "count customers exactly, 16 bytes each" },
	{ 0, "both-sides", NULL, fb_set_flag, &draw.both_sides,
	    "half praise, half complaint, by score" },
	{ 0, "must-read", NULL, fb_set_flag, &draw.must_read,
	    "add records with an alert, beside the places" },
	{ 0, "withhold", "FILE", fb_set_text, &withhold,
	    "ids never to draw: id, tab, reason" },
	{ 0, "require", "F", fb_set_list, &require,
	    "only records that fill field F; repeatable" },
	{ 0, "represent", "F[,F]", fb_set_list, &represent,
	    "print how the sample fits the frame; repeatable" },
	{ 0, "base", "FILE", fb_set_text, &base,
	    "weigh to these customer totals, name the silent" },
	{ 0, "trim", "M", fb_set_limit, &trim,
	    "no weight above M times the mean (default 5; 0: any)" },
	{ 0, "no-frame", NULL, fb_set_flag, &draw.no_frame,
	    "no digest of the frame: faster, less to check" },
	{ 0, "partial", NULL, fb_set_flag, &partial,
	    "write parts for another run to merge" },
	{ 0, "fail-empty", NULL, fb_set_flag, &fail_empty,
	    "status 1 when nothing can be drawn" },
	{ 0 },
};

/* A reason that names what was typed. */
static const char *
say(const char *fmt, const char *a, const char *b)
{
	static char text[512];

	snprintf(text, sizeof text, fmt, a, b);
	return text;
}

static const char *
set_by(struct fb_sample_options *o)
{
	const char *why = fb_tables_init(&o->by, &by);

	if (why)
		return say("--by: %s%s", why, "");
	if (by.n > 1)
		return say("--by is given twice; cross fields in one: "
		    "--by %s,%s", by.v[0], by.v[1]);
	if (by.n)
		draw.by = &o->by.v[1];
	if ((why = fb_tables_init(&o->represent, &represent)))
		return say("--represent: %s%s", why, "");
	return NULL;
}

static const char *
set_alloc(struct fb_sample_options *o)
{
	static const char *const names[] = { "lr", "equal", "neyman" };
	size_t i = 0;

	(void)o;
	if (!alloc)
		return NULL;
	while (i < 3 && strcmp(names[i], alloc))
		i++;
	if (i == 3)
		return say("--alloc '%s' is not lr, equal or neyman%s", alloc, "");
	if (!draw.by)
		return "--alloc shares places among groups; name them with --by";
	draw.alloc = (enum fb_alloc)i;
	return NULL;
}

static const char *
set_spread(struct fb_sample_options *o)
{
	struct fb_buf spec = {0};
	const char *why;

	fb_buf_printf(&spec, "mean:%s", draw.both_sides ? "score" : spread);
	why = fb_spec_parse(&o->mem, fb_buf_str(&spec), &draw.spread);
	fb_buf_release(&spec);
	return why ? say("--spread '%s': %s", spread, why) : NULL;
}

static const char *
set_method(struct fb_sample_options *o)
{
	(void)o;
	if (!!rate + !!draw.size + !!systematic > 1)
		return "--rate, --pps and --systematic are different ways to "
		    "draw; give one";
	if (draw.size)
		draw.method = FB_PPS;
	if (systematic)
		draw.method = FB_SYSTEMATIC;
	draw.order = systematic;
	if (!rate)
		return NULL;
	draw.method = FB_RATE;
	if (fb_parse_double(fb_cstr(rate), &draw.rate) ||
	    !(draw.rate > 0 && draw.rate <= 1))
		return say("--rate '%s' is not above 0 and at most 1%s", rate, "");
	return NULL;
}

static const char *
set_per(struct fb_sample_options *o)
{
	(void)o;
	if (per && strcmp(per, "customer"))
		return say("--per '%s': only 'customer' is known%s", per, "");
	if (per_customer && strcmp(per_customer, "strict"))
		return say("--per-customer '%s': only 'strict' is known; "
		    "--per customer is one letter in each group%s",
		    per_customer, "");
	draw.strict = per_customer != NULL;
	draw.per_customer = per || per_customer;
	if (draw.per_customer && !*draw.seed)
		return "--per customer needs a seed, such as -s 2026-10; else "
		    "the same customers win every month";
	if (draw.exact && !draw.per_customer)
		return "--exact counts customers; it needs --per customer";
	return NULL;
}

/* Ways to draw that know no groups. */
static const char *
check_way(struct fb_sample_options *o)
{
	const char *way = rate ? "--rate" : draw.size ? "--pps" : "--systematic";

	(void)o;
	if (draw.method == FB_PLAIN)
		return NULL;
	if (draw.by)
		return say("%s draws from everything at once; it does not go "
		    "with --by%s", way, "");
	if (draw.both_sides)
		return say("%s does not go with --both-sides%s", way, "");
	if (draw.per_customer)
		return say("%s draws records; it does not go with --per "
		    "customer%s", way, "");
	if (rate && given_n)
		return "--rate draws as many as chance gives; it does not go "
		    "with -n";
	if (rate && (represent.n || base))
		return say("--rate passes records on as they come and keeps "
		    "none to %s%s", base ? "weigh" : "compare", "");
	return NULL;
}

static const char *
check_pairs(struct fb_sample_options *o)
{
	int64_t milli;

	(void)o;
	if (draw.both_sides && (draw.by || given_min))
		return "--both-sides makes its own groups; it does not go with "
		    "--by or --min";
	if (draw.size_missing && !draw.size)
		return "--size-missing goes with --pps";
	if (draw.size_missing && (fb_parse_milli(fb_cstr(draw.size_missing),
	    &milli, NULL) || milli < 0))
		return say("--size-missing '%s' is not a size of 0 or more%s",
		    draw.size_missing, "");
	if (partial && systematic)
		return "--systematic needs all records in one line; parts of "
		    "it cannot be merged, so run it without --partial";
	if (partial && draw.strict)
		return "--per-customer=strict looks at all groups at once; use "
		    "--per customer with --partial";
	return NULL;
}

const char *
fb_sample_settle(struct fb_sample_options *o)
{
	static const char *(*const steps[])(struct fb_sample_options *) = {
	    set_by, set_alloc, set_method, set_per, set_spread, check_way,
	    check_pairs };
	const char *why = NULL;

	*o = (struct fb_sample_options){0};
	for (size_t i = 0; i < sizeof steps / sizeof *steps && !why; i++)
		why = steps[i](o);
	draw.require = &require;
	draw.keep_refused = fb_rejects_path() != NULL || partial;
	o->draw = draw;
	o->withhold = withhold;
	o->base = base;
	o->trim = trim;
	o->fail_empty = fail_empty;
	o->partial = partial;
	return why;
}

void
fb_sample_options_release(struct fb_sample_options *o)
{
	fb_tables_release(&o->by);
	fb_tables_release(&o->represent);
	fb_arena_release(&o->mem);
}
