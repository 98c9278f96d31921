/* report.c - lines about a sample: its fit, its weights, who is silent. */
#include <math.h>
#include <stdlib.h>

#include "record/json.h"
#include "sample/cert.h"
#include "sample/report.h"
#include "sample/totals.h"
#include "stat/represent.h"

/* What a line is made from. */
struct fit {
	struct fb_category *c; /* a group each, sorted by key */
	size_t n;
	double n_eff;
	bool weighted;
};

static int
by_key(const void *a, const void *b)
{
	const struct fb_category *x = a, *y = b;

	return fb_str_cmp(x->key, y->key);
}

/* The weight of every place; equal chances weigh 1. */
static double *
weights(const struct fb_sample *s, bool *weighted)
{
	double *w = fb_zalloc(s->nplaces, sizeof *w);

	*weighted = false;
	for (size_t i = 0; i < s->nplaces; i++)
		*weighted |= s->drawn[i].pi != s->drawn[0].pi;
	for (size_t i = 0; i < s->nplaces; i++)
		w[i] = *weighted ? 1 / s->drawn[i].pi : 1;
	return w;
}

static void
collect(struct fb_sample *s, const struct fb_dim *d, struct fit *f)
{
	double *w = weights(s, &f->weighted);
	struct fb_rec rec = {0};

	f->n = d->values.n;
	f->c = fb_zalloc(f->n, sizeof *f->c);
	f->n_eff = f->weighted ? fb_n_eff(w, s->nplaces) : (double)s->nplaces;
	for (size_t g = 0; g < f->n; g++)
		f->c[g] = (struct fb_category){ fb_map_key(&d->values, g),
		    d->frame[g], 0 };
	for (size_t i = 0; i < s->nplaces; i++) {
		size_t g = FB_MAP_NONE;

		if (!fb_scan(&rec, s->drawn[i].pick->line))
			g = fb_dim_group(&s->dims, d, &rec);
		if (g != FB_MAP_NONE)
			f->c[g].drawn += w[i];
	}
	if (f->n)
		qsort(f->c, f->n, sizeof *f->c, by_key);
	fb_rec_release(&rec);
	free(w);
}

static void
put_groups(struct fb_buf *b, const struct fb_dim *d, const struct fit *f)
{
	double size = 0, drawn = 0;

	for (size_t i = 0; i < f->n; i++) {
		size += (double)f->c[i].size;
		drawn += f->c[i].drawn;
	}
	fb_put_key(b, "groups");
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < f->n; i++) {
		fb_buf_adds(b, i ? ",{\"h\":" : "{\"h\":");
		fb_put_group_name(b, &d->by, f->c[i].key);
		fb_put_int(b, "N", (int64_t)f->c[i].size);
		fb_put_est(b, "frame", (double)f->c[i].size / size);
		fb_put_est(b, "sample", f->c[i].drawn / drawn);
		fb_buf_addc(b, '}');
	}
	fb_buf_addc(b, ']');
}

/* Pooled last, as that moves the groups. */
static void
put_test(struct fb_buf *b, struct fit *f)
{
	struct fb_chisq x = { NAN, NAN, 0 };

	if (!f->weighted) {
		f->n = fb_pool_small(f->c, f->n);
		x = fb_fit_chisq(f->c, f->n);
	}
	fb_put_est(b, "chisq", x.value);
	fb_put_int(b, "df", (int64_t)x.df);
	fb_put_est(b, "p", x.p);
}

static void
put_fit(struct fb_buf *b, const struct fb_dim *d, struct fit *f, size_t n)
{
	double tv = fb_total_variation(f->c, f->n);
	double luck = fb_luck_variation(f->c, f->n, f->n_eff);
	double ratio = luck > 0 ? tv / luck : NAN;

	fb_buf_adds(b, "{\"fb\":\"represent\"");
	fb_put_key(b, "by");
	fb_put_names(b, &d->by);
	fb_put_int(b, "n", (int64_t)n);
	if (f->weighted)
		fb_put_est(b, "n_eff", f->n_eff);
	fb_put_est(b, "tv", tv);
	fb_put_est(b, "tv_expected", luck);
	fb_put_est(b, "ratio", ratio);
	put_groups(b, d, f);
	put_test(b, f);
	fb_put_key(b, "flags");
	fb_buf_adds(b, ratio > 2 ? "[\"skewed\"]}" : "[]}");
}

void
fb_report_fit(struct fb_sample *s, struct fb_writer *w)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < s->dims.n; i++) {
		struct fb_dim *d = &s->dims.v[i];
		struct fit f = {0};

		if (!d->report)
			continue;
		collect(s, d, &f);
		b.n = 0;
		put_fit(&b, d, &f, s->nplaces);
		fb_writer_line(w, fb_buf_str(&b));
		free(f.c);
	}
	fb_buf_release(&b);
}

/* ---- against the totals ---- */

static void
put_margin(struct fb_buf *b, const struct fb_totals_margin *m)
{
	uint64_t all = 0;

	for (size_t g = 0; g < m->groups.n; g++)
		all += m->customers[g];
	fb_buf_adds(b, "{\"by\":");
	fb_put_names(b, &m->by);
	fb_put_int(b, "customers", (int64_t)all);
	fb_put_est(b, "covered_share", m->covered);
	fb_buf_addc(b, '}');
}

static void
put_flags(struct fb_buf *b, const struct fb_totals *t)
{
	double covered = 1;
	size_t from;

	for (size_t i = 0; i < t->n; i++)
		covered = fmin(covered, t->v[i].covered);
	fb_put_key(b, "flags");
	fb_buf_addc(b, '[');
	from = b->n;
	fb_buf_adds(b, covered < 0.8 ? "\"uncovered\"," : "");
	fb_buf_adds(b, t->missing ? "\"missing\"," : "");
	fb_buf_adds(b, t->converged ? "" : "\"not_converged\",");
	fb_buf_adds(b, t->converged && t->deff > 2 ? "\"deff\"," : "");
	b->n -= b->n > from;
	fb_buf_addc(b, ']');
}

void
fb_put_totals(struct fb_buf *b, const struct fb_totals *t)
{
	fb_put_key(b, "weights");
	fb_buf_addc(b, '{');
	fb_buf_adds(b, "\"margins\":[");
	for (size_t i = 0; i < t->n; i++) {
		fb_buf_adds(b, i ? "," : "");
		put_margin(b, &t->v[i]);
	}
	fb_buf_addc(b, ']');
	fb_put_text(b, "method", t->n == 1 ? FB_LIT("post") : FB_LIT("rake"));
	fb_put_int(b, "trim", (int64_t)t->trim);
	if (t->converged) {
		fb_put_int(b, "trimmed", (int64_t)t->trimmed);
		fb_put_est(b, "margin_error", t->error);
		fb_put_est(b, "deff", t->deff);
		fb_put_est(b, "n_eff", t->n_eff);
	}
	put_flags(b, t);
	fb_buf_addc(b, '}');
}

static void
put_silent(struct fb_buf *b, const struct fb_totals_margin *m, size_t g)
{
	double n = (double)m->customers[g];

	b->n = 0;
	fb_buf_adds(b, "{\"fb\":\"silent\"");
	fb_put_key(b, "by");
	fb_put_group(b, &m->by, fb_map_key(&m->groups, g));
	fb_put_int(b, "customers", (int64_t)m->customers[g]);
	fb_put_int(b, "records", 0);
	fb_put_est(b, "rate_hi", fmin(3 / n, 1));
	fb_buf_addc(b, '}');
}

void
fb_totals_silent(const struct fb_totals *t, const struct fb_sample *s,
    struct fb_writer *w)
{
	struct fb_buf b = {0};

	for (size_t i = 0; i < t->n; i++) {
		const struct fb_totals_margin *m = &t->v[i];
		const struct fb_map *seen = &s->dims.v[m->dim].values;
		size_t *order = fb_map_sorted(&m->groups);

		for (size_t k = 0; k < m->groups.n; k++) {
			size_t g = order[k];

			if (!m->customers[g] || (seen->n && fb_map_get(seen,
			    fb_map_key(&m->groups, g)) != FB_MAP_NONE))
				continue;
			put_silent(&b, m, g);
			fb_writer_line(w, fb_buf_str(&b));
		}
		free(order);
	}
	fb_buf_release(&b);
}
