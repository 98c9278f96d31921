/* driver_line.c - driver lines out. */
#include <math.h>
#include <stdlib.h>

#include "metric/driver.h"
#include "record/json.h"
#include "stat/drive.h"

enum { PER_VALUE = 10 }; /* records for each value that shares need */

/* One value of the field. */
struct value {
	fb_str name;          /* as a JSON string */
	const struct fb_sums *sums;
	double r;             /* correlation with the answers */
	double share;         /* of R squared; NaN when it has none */
};

/* All of one metric, scale and period. */
struct scene {
	const struct fb_drivers *d;
	fb_str head;          /* of the keys, up to the values */
	size_t spec;
	struct fb_scale scale;
	struct fb_period period;
	const struct fb_sums *all;
	struct value *v;
	size_t n, cap;
	double r2;
	uint64_t least;       /* values of fewer records are not shown */
};

/* Cut a key into its head and its two values. */
static void
split(fb_str key, fb_str *head, fb_str *a, fb_str *b)
{
	*b = key;
	fb_str_split(b, '\n');
	fb_str_split(b, '\n');
	fb_str_split(b, '\n');
	*head = (fb_str){ key.p, (size_t)(b->p - key.p) };
	*a = fb_str_split(b, '\n');
}

static bool
carries(const struct scene *s)
{
	const struct fb_spec *spec = &s->d->specs[s->spec];

	return !spec->kind->refuse || !spec->kind->refuse(spec, s->scale);
}

/* The first three lines of the key say whose it is; false for another period. */
static bool
begin(struct scene *s, fb_str head)
{
	fb_str rest = head, spec = fb_str_split(&rest, '\n');
	uint64_t number;

	if (fb_parse_u64(spec, &number) || number >= s->d->nspecs ||
	    fb_scale_parse(fb_str_split(&rest, '\n'), &s->scale))
		return false;
	s->spec = number;
	s->head = head;
	s->all = NULL;
	s->n = 0;
	rest.n -= rest.n > 0;
	return !fb_period_parse(rest, &s->period) && carries(s);
}

static const struct fb_sums *
pair(const struct scene *s, fb_str a, fb_str b)
{
	static const struct fb_sums none;
	struct fb_buf key = {0};
	bool swap = fb_str_cmp(a, b) > 0;
	size_t i;

	fb_buf_add(&key, s->head);
	fb_buf_add(&key, swap ? b : a);
	fb_buf_addc(&key, '\n');
	fb_buf_add(&key, swap ? a : b);
	i = fb_map_get(&s->d->keys, fb_buf_str(&key));
	fb_buf_release(&key);
	return i == FB_MAP_NONE ? &none : &s->d->sums[i];
}

static double
d(fb_i128 thousandths)
{
	return (double)thousandths / 1000;
}

/* The values with a share: all, or those with the largest correlation. */
static size_t
choose(const struct scene *s, size_t *of)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		size_t at = n < FB_DRIVE_MAX ? n++ : n;

		while (at > 0 && fabs(s->v[i].r) > fabs(s->v[of[at - 1]].r)) {
			if (at < FB_DRIVE_MAX)
				of[at] = of[at - 1];
			at--;
		}
		if (at < FB_DRIVE_MAX)
			of[at] = i;
	}
	return n;
}

static void
share_out(struct scene *s)
{
	size_t of[FB_DRIVE_MAX], n = choose(s, of);
	struct fb_drive x = { n, (double)s->all->n, d(s->all->sum),
	    d(s->all->sq) / 1000, {0}, {0}, {{0}} };
	double share[FB_DRIVE_MAX];

	s->r2 = NAN;
	if (s->all->n < PER_VALUE * n)
		return;
	for (size_t i = 0; i < n; i++) {
		x.sx[i] = (double)s->v[of[i]].sums->n;
		x.sxy[i] = d(s->v[of[i]].sums->sum);
		for (size_t k = 0; k < n; k++)
			x.pair[i][k] = (double)pair(s, s->v[of[i]].name,
			    s->v[of[k]].name)->n;
	}
	s->r2 = fb_lmg(&x, share);
	for (size_t i = 0; i < n; i++)
		s->v[of[i]].share = share[i];
}

static void
put_value(struct fb_buf *b, const struct scene *s, const struct value *v)
{
	const struct fb_spec *spec = &s->d->specs[s->spec];
	double n = (double)s->all->n, with = (double)v->sums->n;

	b->n = 0;
	fb_buf_adds(b, "{\"fb\":\"driver\"");
	fb_put_text(b, "metric", spec->name);
	fb_put_key(b, "of");
	fb_put_of(b, spec, s->scale);
	fb_buf_adds(b, ",\"by\":{},\"period\":\"");
	fb_put_period(b, s->period);
	fb_buf_addc(b, '"');
	fb_put_text(b, "field", s->d->field);
	fb_put_key(b, "value");
	fb_buf_add(b, v->name);
	fb_put_int(b, "n", (int64_t)v->sums->n);
	fb_put_int(b, "records", (int64_t)s->all->n);
	fb_put_est(b, "lift", fb_lift_if_absent(n, d(s->all->sum), with,
	    d(v->sums->sum)));
	fb_put_est(b, "share", v->share);
	fb_put_est(b, "r2", s->r2);
	fb_buf_adds(b, isnan(s->r2) ? ",\"flags\":[\"few\"]" : ",\"flags\":[]");
	fb_buf_adds(b, ",\"stat\":{");
	fb_put_key(b, "sum");
	fb_put_i128(b, v->sums->sum);
	fb_put_key(b, "sum_all");
	fb_put_i128(b, s->all->sum);
	fb_put_key(b, "sumsq_all");
	fb_put_i128(b, s->all->sq);
	fb_buf_adds(b, "}}");
}

static void
write_scene(struct scene *s, struct fb_writer *w)
{
	struct fb_buf b = {0};

	if (!s->all || !s->n)
		return;
	for (size_t i = 0; i < s->n; i++)
		s->v[i].r = fb_drive_r((double)s->all->n, d(s->all->sum),
		    d(s->all->sq) / 1000, (double)s->v[i].sums->n,
		    d(s->v[i].sums->sum));
	share_out(s);
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].sums->n < s->least)
			continue;
		put_value(&b, s, &s->v[i]);
		fb_writer_line(w, fb_buf_str(&b));
	}
	fb_buf_release(&b);
}

void
fb_drivers_write(const struct fb_drivers *drivers, struct fb_period period,
    uint64_t least, struct fb_writer *w)
{
	struct scene s = { .d = drivers, .least = least };
	size_t *order = fb_map_sorted(&drivers->keys);
	bool ours = false;

	for (size_t i = 0; i < drivers->keys.n; i++) {
		const struct fb_sums *sums = &drivers->sums[order[i]];
		fb_str head, a, b;

		split(fb_map_key(&drivers->keys, order[i]), &head, &a, &b);
		if (!s.head.p || !fb_str_eq(head, s.head)) {
			if (ours)
				write_scene(&s, w);
			ours = begin(&s, head) &&
			    !fb_period_cmp(s.period, period);
			s.head = head;
		}
		if (!a.n) {
			s.all = sums;
		} else if (fb_str_eq(a, b)) {
			s.v = fb_grow(s.v, &s.cap, s.n + 1, sizeof *s.v);
			s.v[s.n++] = (struct value){ a, sums, 0, NAN };
		}
	}
	if (ours)
		write_scene(&s, w);
	free(s.v);
	free(order);
}
