/* plan.c - how a draw is made, as JSON. */
#include "record/json.h"
#include "sample/cert.h"

const char *
fb_method_name(const struct fb_sample *s)
{
	static const char *const names[] = { [FB_RATE] = "rate",
	    [FB_PPS] = "pps", [FB_SYSTEMATIC] = "systematic" };

	if (s->conf.method != FB_PLAIN)
		return names[s->conf.method];
	return s->conf.by || s->conf.both_sides ? "strat" : "srs";
}

void
fb_put_true(struct fb_buf *b, const char *key, bool is)
{
	if (!is)
		return;
	fb_put_key(b, key);
	fb_buf_adds(b, "true");
}

void
fb_put_names(struct fb_buf *b, const struct fb_table *by)
{
	fb_buf_addc(b, '[');
	for (size_t i = 0; by && i < by->n; i++) {
		if (i)
			fb_buf_addc(b, ',');
		fb_put_json(b, by->key[i]);
	}
	fb_buf_addc(b, ']');
}

static void
put_alloc(struct fb_buf *b, const struct fb_sample_conf *c)
{
	static const char *const names[] = { "lr", "equal", "neyman" };

	fb_put_true(b, "both_sides", c->both_sides);
	if (!c->by)
		return;
	fb_put_text(b, "alloc", fb_cstr(names[c->alloc]));
	if (c->alloc == FB_ALLOC_NEYMAN)
		fb_put_text(b, "spread", c->spread.field);
	fb_put_int(b, "min", (int64_t)c->min);
}

void
fb_put_method(struct fb_buf *b, const struct fb_sample *s)
{
	const struct fb_sample_conf *c = &s->conf;

	fb_put_text(b, "unit", c->per_customer ? FB_LIT("customer") :
	    FB_LIT("id"));
	fb_put_key(b, "by");
	fb_put_names(b, c->by);
	put_alloc(b, c);
	fb_put_true(b, "strict", c->strict);
	fb_put_true(b, "exact", c->exact);
	fb_put_true(b, "must_read", c->must_read);
	if (c->method == FB_RATE)
		fb_put_est(b, "rate", c->rate);
	if (c->method == FB_PPS)
		fb_put_text(b, "size", fb_cstr(c->size));
	if (c->method == FB_PPS && c->size_missing)
		fb_put_text(b, "size_missing", fb_cstr(c->size_missing));
	if (c->method == FB_SYSTEMATIC)
		fb_put_text(b, "order", fb_cstr(c->order));
}

void
fb_put_plan(struct fb_buf *b, const struct fb_sample *s)
{
	fb_put_text(b, "method", fb_cstr(fb_method_name(s)));
	fb_put_text(b, "seed", fb_cstr(s->conf.seed));
	fb_put_method(b, s);
	if (s->conf.method != FB_RATE)
		fb_put_int(b, "places", (int64_t)s->conf.n);
	fb_put_true(b, "no_frame", s->conf.no_frame);
	fb_put_key(b, "counted");
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < s->dims.n; i++) {
		fb_buf_adds(b, i ? "," : "");
		fb_put_names(b, &s->dims.v[i].by);
	}
	fb_buf_addc(b, ']');
}
