/* filter.c - --where and --period. */
#include <stdlib.h>

#include "record/filter.h"
#include "record/json.h"
#include "record/names.h"

struct fb_condition {
	fb_str key, value;
	bool differs; /* != */
};

const char *
fb_filter_init(struct fb_filter *f, const struct fb_list *where)
{
	*f = (struct fb_filter){0};
	for (size_t i = 0; i < where->n; i++) {
		fb_str value = fb_cstr(where->v[i]), key = fb_str_split(&value, '=');
		struct fb_condition *t;

		if (!value.p || !key.n)
			return "not KEY=VALUE or KEY!=VALUE, such as "
			    "region=EU";
		f->tests = fb_grow(f->tests, &f->cap, f->n + 1, sizeof *f->tests);
		t = &f->tests[f->n++];
		*t = (struct fb_condition){ key, value, key.p[key.n - 1] == '!' };
		t->key.n -= t->differs;
	}
	return NULL;
}

const char *
fb_filter_period(struct fb_filter *f, const char *label)
{
	f->has_period = true;
	return fb_period_parse(fb_cstr(label), &f->period);
}

bool
fb_rec_day(const struct fb_rec *r, int32_t *day)
{
	fb_str raw = fb_rec_get(r, FB_DATE);
	struct fb_when when;

	if (!fb_json_is_str(raw) ||
	    fb_when_parse((fb_str){ raw.p + 1, raw.n - 2 }, &when))
		return false;
	*day = fb_when_day(when);
	return true;
}

static bool
holds(struct fb_filter *f, fb_str raw, fb_str value)
{
	struct fb_json it;

	if (!raw.n || *raw.p != '[')
		return fb_str_eq(fb_json_text(raw, &f->scratch), value);
	for (it = fb_json_in(raw); fb_json_next(&it); )
		if (fb_str_eq(fb_json_text(it.val, &f->scratch), value))
			return true;
	return false;
}

/* Do the alternatives of test i's key hold? Asked at the first of them. */
static bool
any_of_key(struct fb_filter *f, size_t i, fb_str raw)
{
	for (size_t j = i; j < f->n; j++)
		if (!f->tests[j].differs &&
		    fb_str_eq(f->tests[j].key, f->tests[i].key) &&
		    holds(f, raw, f->tests[j].value))
			return true;
	return false;
}

static bool
seen_before(const struct fb_filter *f, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (!f->tests[j].differs &&
		    fb_str_eq(f->tests[j].key, f->tests[i].key))
			return true;
	return false;
}

static bool
in_period(const struct fb_filter *f, const struct fb_rec *r)
{
	int32_t day;

	if (!f->has_period || f->period.unit == FB_ALL)
		return true;
	if (!fb_rec_day(r, &day))
		return f->period.unit == FB_NONE;
	return fb_period_has(f->period, day);
}

bool
fb_filter_keeps(struct fb_filter *f, const struct fb_rec *r)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct fb_condition *t = &f->tests[i];
		fb_str raw = fb_rec_get(r, t->key);

		if (t->differs && holds(f, raw, t->value))
			return false;
		if (!t->differs && !seen_before(f, i) && !any_of_key(f, i, raw))
			return false;
	}
	return in_period(f, r);
}

void
fb_filter_release(struct fb_filter *f)
{
	free(f->tests);
	fb_buf_release(&f->scratch);
	*f = (struct fb_filter){0};
}
