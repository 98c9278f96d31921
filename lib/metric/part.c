/* part.c - the counts of shards. */
#include <limits.h>

#include "base/diag.h"
#include "metric/part.h"
#include "metric/stat.h"
#include "record/json.h"

static void
put_text_period(struct fb_buf *b, struct fb_period p)
{
	fb_put_key(b, "period");
	fb_buf_addc(b, '"');
	fb_put_period(b, p);
	fb_buf_addc(b, '"');
}

static void
settle(struct fb_answers *a)
{
	if (!a->kept)
		return;
	fb_hist_settle(&a->kept->done);
	fb_hist_settle(&a->kept->open);
}

static void
put_part(struct fb_buf *b, const struct fb_spec *spec,
    const struct fb_series *s, struct fb_point *p)
{
	settle(&p->answers);
	b->n = 0;
	fb_buf_adds(b, "{\"fb\":\"part\"");
	fb_put_text(b, "metric", spec->name);
	fb_put_key(b, "of");
	fb_put_of(b, spec, s->scale);
	fb_put_key(b, "by");
	fb_buf_add(b, s->by);
	put_text_period(b, p->period);
	fb_put_stat(b, spec, s->scale, &p->answers, true);
	fb_buf_addc(b, '}');
}

void
fb_parts_write(struct fb_counter *c, struct fb_writer *w)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < c->nseries; i++) {
		struct fb_series *s = &c->series[i];

		for (size_t k = 0; k < s->n; k++) {
			put_part(&b, &c->specs[s->metric], s, s->points[k]);
			fb_writer_part(w, fb_buf_str(&b));
		}
	}
	fb_buf_release(&b);
	fb_drivers_part(&c->drivers, w);
	fb_texts_part(&c->texts, w);
}

/* The names of the fields that were seen, and their number. */
static void
put_seen(struct fb_buf *b, const struct fb_counter *c)
{
	size_t n = 0;

	fb_put_key(b, "fields");
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < c->nasked; i++) {
		if (!c->asked[i].seen)
			continue;
		if (n++)
			fb_buf_addc(b, ',');
		fb_put_json(b, c->asked[i].key);
	}
	for (size_t i = 0; i < c->by.nfields; i++) {
		if (!c->by.fields[i].seen)
			continue;
		if (n++)
			fb_buf_addc(b, ',');
		fb_put_json(b, c->by.fields[i].key);
	}
	fb_buf_addc(b, ']');
}

void
fb_put_part_facts(struct fb_buf *b, const struct fb_counter *c)
{
	fb_put_key(b, "part");
	fb_buf_adds(b, "true");
	if (c->last_day != INT32_MIN)
		fb_put_int(b, "last_day", c->last_day);
	put_seen(b, c);
}

/* The spec of a part, on a scale that gives the same "of", byte for byte. */
static const struct fb_spec *
spec_of(const struct fb_counter *c, const struct fb_rec *r,
    struct fb_scale *scale)
{
	fb_str of = fb_rec_get(r, FB_LIT("of"));
	struct fb_buf scratch = {0}, ours = {0};
	const struct fb_spec *found = NULL;
	fb_str name = fb_json_text(fb_rec_get(r, FB_LIT("metric")), &scratch);

	for (size_t i = 0; i < c->nspecs && !found; i++)
		if (fb_str_eq(c->specs[i].name, name))
			found = &c->specs[i];
	if (fb_scale_parse(fb_json_text(fb_json_get(of, "scale"), &scratch),
	    scale))
		found = NULL;
	if (found)
		fb_put_of(&ours, found, *scale);
	if (!fb_str_eq(fb_buf_str(&ours), of))
		found = NULL;
	fb_buf_release(&scratch);
	fb_buf_release(&ours);
	return found;
}

static const char *
period_of(const struct fb_counter *c, const struct fb_rec *r,
    struct fb_period *p)
{
	struct fb_buf scratch = {0};
	const char *why = fb_period_parse(fb_json_text(
	    fb_rec_get(r, FB_LIT("period")), &scratch), p);

	fb_buf_release(&scratch);
	if (!why && p->unit != c->unit && p->unit != FB_NONE)
		why = "a part with periods of another length; give the same "
		    "--per";
	return why;
}

const char *
fb_part_add(struct fb_counter *c, const struct fb_rec *r)
{
	struct fb_scale scale = {0};
	const struct fb_spec *spec = spec_of(c, r, &scale);
	uint32_t ids[FB_BY_KEYS];
	struct fb_period period;
	struct fb_point *p;
	const char *why;
	size_t table;

	if (fb_rec_get(r, FB_LIT("driver")).p && c->drivers.field.n)
		return fb_drivers_read(&c->drivers, r);
	if (fb_rec_get(r, FB_LIT("texts")).p && c->texts.on)
		return fb_texts_read(&c->texts, r);
	if (!spec)
		return "a part of a metric that is not asked for; give the "
		    "same -m and --tz";
	if ((why = period_of(c, r, &period)))
		return why;
	if (!fb_by_read(&c->by, fb_rec_get(r, FB_LIT("by")), &table, ids))
		return "a part of a table that is not asked for; give the "
		    "same --by";
	p = fb_counter_point(c, (size_t)(spec - c->specs), table, ids,
	    c->by.tables->v[table].n, period, scale);
	return fb_stat_read(fb_rec_get(r, FB_LIT("stat")), spec, scale,
	    &p->answers);
}

static void
note_seen(struct fb_counter *c, fb_str fields)
{
	struct fb_json it = fb_json_in(fields);
	struct fb_buf scratch = {0};

	while (fb_json_next(&it)) {
		fb_str key = fb_json_text(it.val, &scratch);

		for (size_t i = 0; i < c->nasked; i++)
			c->asked[i].seen |= fb_str_eq(c->asked[i].key, key);
		for (size_t i = 0; i < c->by.nfields; i++)
			c->by.fields[i].seen |=
			    fb_str_eq(c->by.fields[i].key, key);
	}
	fb_buf_release(&scratch);
}

static size_t
whole(const struct fb_rec *r, const char *key)
{
	int64_t v;

	return fb_json_int(fb_rec_get(r, fb_cstr(key)), &v) && v > 0 ?
	    (size_t)v : 0;
}

static struct fb_digest
digest(const struct fb_rec *r, const char *key)
{
	struct fb_buf scratch = {0};
	struct fb_digest d = {0};

	if (!fb_digest_parse(fb_json_text(fb_rec_get(r, fb_cstr(key)),
	    &scratch), &d))
		d = (struct fb_digest){0};
	fb_buf_release(&scratch);
	return d;
}

static void
add_trail(struct fb_parts *p, struct fb_counter *c, const struct fb_rec *r)
{
	struct fb_trail_counts t = { whole(r, "in"), whole(r, "out"),
	    whole(r, "filtered"), whole(r, "rejected"), whole(r, "duplicates"),
	    digest(r, "digest_in"), digest(r, "digest_out") };
	int64_t day;

	fb_trail_counts_add(&p->counts, &t);
	p->n++;
	c->undated += whole(r, "undated");
	if (fb_json_int(fb_rec_get(r, FB_LIT("last_day")), &day) &&
	    day > c->last_day && day <= INT32_MAX)
		c->last_day = (int32_t)day;
	note_seen(c, fb_rec_get(r, FB_LIT("fields")));
}

bool
fb_part_trail(struct fb_parts *p, struct fb_counter *c, const struct fb_rec *r,
    const char **why)
{
	struct fb_buf scratch = {0};

	*why = NULL;
	if (!fb_str_eq(fb_rec_get(r, FB_LIT("part")), FB_LIT("true")) ||
	    !fb_json_is(fb_rec_get(r, FB_LIT("tool")), fb_prog))
		return false;
	if (!fb_str_eq(fb_json_text(fb_rec_get(r, FB_LIT("options")), &scratch),
	    fb_cstr(fb_opt_given())))
		*why = "this part was counted with other options; give the same";
	else
		add_trail(p, c, r);
	fb_buf_release(&scratch);
	return true;
}
