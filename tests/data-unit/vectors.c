/* vectors.c - lib/stat beside the values of R, scipy and statsmodels.
 *
 * usage: vectors FOLDER. Prints "ok NAME CASES MAX_RELATIVE_ERROR" for each
 * set of values, "off" instead of "ok" when one is beyond its tolerance
 * (closed forms 1e-12, quantiles and score limits 1e-9, a dispersion that the
 * peer finds by iteration 1e-8); then status 1. */
#include "vectors.h"

#include "stat/adjust.h"
#include "stat/alloc.h"
#include "stat/change.h"
#include "stat/drive.h"
#include "stat/exact.h"
#include "stat/kappa.h"
#include "stat/limits.h"
#include "stat/special.h"
#include "stat/survive.h"
#include "stat/terms.h"
#include "stat/trend.h"

static void
wilson(struct set *s, const struct row *r)
{
	struct fb_interval i90 = fb_wilson(r->v[0], r->v[1], 0.9);
	struct fb_interval i95 = fb_wilson95(r->v[0], r->v[1]);

	near(s, i90.lo, r->v[2], closed);
	near(s, i90.hi, r->v[3], closed);
	near(s, i95.lo, r->v[4], closed);
	near(s, i95.hi, r->v[5], closed);
}

static void
nps(struct set *s, const struct row *r)
{
	struct fb_interval i = fb_nps_score95(r->v[0], r->v[1], r->v[2]);

	near(s, i.lo, r->v[9], solved);
	near(s, i.hi, r->v[10], solved);
	if (fabs(i.lo - r->v[11]) > 3e-7 || fabs(i.hi - r->v[12]) > 3e-7)
		s->bad++;
}

static struct fb_nps
trio(const double *v)
{
	uint64_t n[] = { (uint64_t)v[0], (uint64_t)v[1], (uint64_t)v[2] };

	return (struct fb_nps){ n[0], n[1], n[2] };
}

static void
nps_change(struct set *s, const struct row *r)
{
	struct fb_nps a = trio(r->v), b = trio(r->v + 3);
	struct fb_change c = fb_change_nps(&a, &b);

	near(s, c.diff, r->v[6], closed);
	near(s, c.p, r->v[8], closed);
	near(s, c.lo, r->v[9], solved);
	near(s, c.hi, r->v[10], solved);
}

static void
shares(struct set *s, const struct row *r)
{
	uint64_t x1 = (uint64_t)r->v[0], n1 = (uint64_t)r->v[1];
	uint64_t x2 = (uint64_t)r->v[2], n2 = (uint64_t)r->v[3];
	struct fb_change c = fb_change_shares(x1, n1, x2, n2);
	int fisher = strcmp(c.method, "fisher") == 0;

	near(s, c.diff, r->v[4], closed);
	near(s, c.p, fisher ? r->v[7] : r->v[6], closed);
	near(s, fb_chisq_upper(r->v[5], 1), r->v[6], closed);
	near(s, fb_fisher_p(x1, n1, x2, n2), r->v[7], closed);
	near(s, c.lo, r->v[8], closed);
	near(s, c.hi, r->v[9], closed);
}

static void
bh(const char *name)
{
	struct row rows[ROWS];
	struct set s = { .name = name };
	size_t n = table(name, rows);
	double p[ROWS], q[ROWS];

	for (size_t i = 0; i < n; i++)
		p[i] = rows[i].v[0];
	fb_bh(p, q, n);
	for (size_t i = 0; i < n; i++)
		near(&s, q[i], rows[i].v[1], closed);
	close_set(&s);
}

static struct fb_sums
sums(const double *v)
{
	return (struct fb_sums){ (uint64_t)v[0], (fb_i128)v[1], (fb_i128)v[2] };
}

static void
means(struct set *s, const struct row *r)
{
	struct fb_sums a = sums(r->v), b = sums(r->v + 3);
	struct fb_interval i = fb_mean_t95(&a);
	struct fb_change c = fb_change_means(&a, &b);

	near(s, fb_sums_mean(&a), r->v[6], closed);
	near(s, i.lo, r->v[7], solved);
	near(s, i.hi, r->v[8], solved);
	near(s, c.p, r->v[11], closed);
}

static void
median(struct set *s, const struct row *r)
{
	uint64_t lo, hi;
	bool ok = fb_median_ranks((uint64_t)r->v[0], &lo, &hi);

	near(s, ok ? (double)lo : NAN, r->v[1], 0);
	near(s, ok ? (double)hi : NAN, r->v[2], 0);
}

static void
special(struct set *s, const struct row *r)
{
	const char *f = r->word;
	double a = r->v[1], b = r->v[2], v = r->v[4];

	if (strcmp(f, "pnorm") == 0)
		near(s, fb_normal_cdf(a), v, closed);
	else if (strcmp(f, "qnorm") == 0)
		near(s, fb_normal_quantile(a), v, solved);
	else if (strcmp(f, "pchisq_upper") == 0)
		near(s, fb_chisq_upper(a, b), v, closed);
	else if (strcmp(f, "pt_two") == 0)
		near(s, fb_t_two(a, b), v, closed);
	else if (strcmp(f, "qt") == 0)
		near(s, fb_t_quantile(a, b), v, solved);
	else
		s->bad++;
}

static void
ranksum(void)
{
	json_t *j = must_json("ranksum.json");
	struct set s = { .name = "ranksum.json" };
	struct fb_bin bins[ROWS];
	size_t n = json_array_size(json_object_get(j, "hist1"));
	struct fb_ranks r;

	for (size_t i = 0; i < n && i < ROWS; i++)
		bins[i] = (struct fb_bin){ (int64_t)i, item(j, "hist1", i),
			item(j, "hist2", i) };
	r = fb_rank_sum(bins, n);
	near(&s, r.u1, number(j, "U1"), closed);
	near(&s, r.p, number(j, "p"), closed);
	near(&s, r.cles, number(j, "cles"), closed);
	close_set(&s);
	json_decref(j);
}

/* Whole spreads from the thousandths in the file. */
static size_t
strata(json_t *sizes, json_t *spreads, struct fb_stratum *out)
{
	const char *key;
	json_t *v;
	size_t n = 0;

	json_object_foreach(sizes, key, v) {
		double spread = number(spreads, key);

		out[n++] = (struct fb_stratum){
			.size = (uint64_t)json_integer_value(v),
			.key = fb_cstr(key),
			.spread = (uint64_t)llround(spread * 1000),
		};
	}
	return n;
}

static void
same(struct set *s, json_t *want, const struct fb_stratum *st, size_t n,
    const uint64_t *got)
{
	for (size_t i = 0; i < n; i++) {
		double places = (double)count(want, st[i].key.p);

		near(s, (double)got[i], places, 0);
	}
}

typedef const char *allocate(const struct fb_stratum *, size_t, uint64_t,
    uint64_t, uint64_t *);

static void
allocation(struct set *s, json_t *one, const char *name, allocate *f,
    uint64_t minimum)
{
	json_t *want = json_object_get(one, name);
	struct fb_stratum st[ROWS];
	uint64_t got[ROWS] = {0};
	size_t n = strata(json_object_get(one, "N"),
	    json_object_get(one, "S"), st);
	const char *why;

	if (!want)
		return;
	why = f(st, n, count(one, "n"), minimum, got);
	near(s, why != NULL, json_is_null(want), 0);
	if (!why && json_is_object(want))
		same(s, want, st, n, got);
}

static void
allocations(void)
{
	json_t *j = must_json("allocation.json"), *one;
	struct set s = { .name = "allocation.json" };
	size_t i;

	json_array_foreach(j, i, one) {
		allocation(&s, one, "largest_remainder",
		    fb_alloc_proportional, 0);
		allocation(&s, one, "largest_remainder_min1",
		    fb_alloc_proportional, 1);
		allocation(&s, one, "neyman_min1", fb_alloc_neyman, 1);
	}
	close_set(&s);
	json_decref(j);
}

static struct fb_volume
volume(json_t *j, size_t i)
{
	return (struct fb_volume){ item(j, "count", i), item(j, "days", i) };
}

static void
quasi_poisson(void)
{
	json_t *j = must_json("logrank_volume_laney.json");
	json_t *v = json_object_get(j, "volume");
	struct set s = { .name = "quasi-poisson" };
	struct fb_volume past[7];
	struct fb_change c;

	for (size_t i = 0; i < 7; i++)
		past[i] = volume(v, i);
	c = fb_change_counts(volume(v, 7), volume(v, 8), past, 7);
	near(&s, fb_dispersion(past, 7), number(v, "phi"), iterated);
	near(&s, c.p, number(v, "p"), iterated);
	close_set(&s);
	json_decref(j);
}

/* The file has rate 1 over rate 2. */
static void
exact_poisson(void)
{
	json_t *j = must_json("trend_expected.json");
	json_t *v = json_object_get(j, "poisson");
	struct set s = { .name = "exact-poisson" };
	struct fb_volume a = { count(v, "k1"), count(v, "t1") };
	struct fb_volume b = { count(v, "k2"), count(v, "t2") };
	struct fb_interval i = fb_rate_ratio95(b, a, NULL, 0);

	near(&s, fb_change_counts(a, b, NULL, 0).p, number(v, "p"), closed);
	near(&s, i.lo, number(v, "lo"), solved);
	near(&s, i.hi, number(v, "hi"), solved);
	close_set(&s);
	json_decref(j);
}

/* Hours and whether a case is done, from columns at and at + 1. */
static void
cases(const struct row *rows, size_t n, size_t at, double group,
    struct fb_hist *done, struct fb_hist *open)
{
	for (size_t i = 0; i < n; i++)
		if (!at || rows[i].v[0] == group)
			fb_hist_add(rows[i].v[at + 1] > 0 ? done : open,
			    (int64_t)rows[i].v[at], 1);
	fb_hist_settle(done);
	fb_hist_settle(open);
}

static struct fb_cases
both(const struct fb_hist *done, const struct fb_hist *open)
{
	return (struct fb_cases){ done->v, open->v, done->n, open->n };
}

/* What leaving out the open cases would say. */
static double
naive(const struct fb_hist *done)
{
	uint64_t n = fb_hist_total(done);

	return (double)(fb_hist_nth(done, (n + 1) / 2) +
	    fb_hist_nth(done, n / 2 + 1)) / 2;
}

static void
km(void)
{
	json_t *want = must_json("km_expected.json");
	struct set s = { .name = "kaplan-meier" };
	struct fb_hist done = {0}, open = {0};
	struct row rows[ROWS];
	struct fb_cases c;
	struct fb_median m;

	cases(rows, table("km.tsv", rows), 0, 0, &done, &open);
	c = both(&done, &open);
	m = fb_km_median(&c);
	near(&s, m.value, number(want, "km_median"), closed);
	near(&s, m.lo, number(want, "lo"), closed);
	near(&s, m.hi, number(want, "hi"), closed);
	near(&s, naive(&done), number(want, "naive_median_resolved"), closed);
	close_set(&s);
	fb_hist_release(&done);
	fb_hist_release(&open);
	json_decref(want);
}

static void
log_rank(void)
{
	json_t *want = must_json("logrank_volume_laney.json");
	struct set s = { .name = "log-rank" };
	struct fb_hist done[2] = {0}, open[2] = {0};
	struct row *rows = calloc(MANY, sizeof *rows);
	size_t n = table_of("logrank.tsv", rows, MANY);
	struct fb_cases c[2];

	for (int g = 0; g < 2; g++) {
		cases(rows, n, 1, g + 1, &done[g], &open[g]);
		c[g] = both(&done[g], &open[g]);
	}
	near(&s, fb_change_cases(&c[0], &c[1]).p, number(want, "logrank_p"),
	    closed);
	close_set(&s);
	for (int g = 0; g < 2; g++) {
		fb_hist_release(&done[g]);
		fb_hist_release(&open[g]);
	}
	free(rows);
	json_decref(want);
}

static void
trend(void)
{
	json_t *want = must_json("trend_expected.json");
	struct set s = { .name = "trend" };
	struct fb_part_of v[ROWS];
	struct row rows[ROWS];
	size_t n = table("trend.tsv", rows);
	struct fb_trend t;

	for (size_t i = 0; i < n; i++)
		v[i] = (struct fb_part_of){ (uint64_t)rows[i].v[1],
		    (uint64_t)rows[i].v[2] };
	t = fb_trend_shares(v, n);
	near(&s, t.z * t.z, number(want, "chisq"), closed);
	near(&s, fb_normal_two(t.z), number(want, "p"), closed);
	near(&s, t.z < 0, number(want, "slope") < 0, closed);
	close_set(&s);
	json_decref(want);
}

static void
laney(void)
{
	json_t *file = must_json("logrank_volume_laney.json");
	json_t *want = json_object_get(file, "laney");
	struct set s = { .name = "laney" };
	static const double worth[FB_CLASSES] = { 0, 1 };
	struct fb_split v[8];
	struct fb_laney l;

	for (size_t i = 0; i < 8; i++) {
		uint64_t x = item(want, "x", i);

		v[i] = (struct fb_split){ { item(want, "n", i) - x, x } };
	}
	l = fb_laney(v, 8, worth);
	near(&s, l.mean, number(want, "pbar"), closed);
	near(&s, l.sigma_z, number(want, "sigma_z"), closed);
	for (size_t i = 0; i < 8; i++) {
		json_t *lo = json_array_get(json_object_get(want, "lcl"), i);
		json_t *hi = json_array_get(json_object_get(want, "ucl"), i);

		near(&s, fb_laney_limit(&l, (double)item(want, "n", i), -3),
		    json_number_value(lo), closed);
		near(&s, fb_laney_limit(&l, (double)item(want, "n", i), 3),
		    json_number_value(hi), closed);
	}
	close_set(&s);
	json_decref(file);
}

static double
at(json_t *j, const char *key, size_t i)
{
	return json_number_value(json_array_get(json_object_get(j, key), i));
}

static void
drivers(void)
{
	json_t *j = must_json("drivers.json");
	struct set s = { .name = "drivers.json" };
	struct fb_drive d = { 4, number(j, "n"), number(j, "sy"),
	    number(j, "syy"), {0}, {0}, {{0}} };
	double share[FB_DRIVE_MAX];

	for (size_t i = 0; i < 4; i++) {
		json_t *row = json_array_get(json_object_get(j, "XtX"), i);

		d.sx[i] = at(j, "sx", i);
		d.sxy[i] = at(j, "Xty", i);
		for (size_t k = 0; k < 4; k++)
			d.pair[i][k] = json_number_value(json_array_get(row, k));
	}
	near(&s, fb_lmg(&d, share), number(j, "r2"), closed);
	for (size_t i = 0; i < 4; i++) {
		near(&s, share[i], at(j, "lmg", i), closed);
		near(&s, fb_lift_if_absent(d.n, d.sy, d.sx[i], d.sxy[i]),
		    at(j, "lift_if_absent", i), closed);
	}
	close_set(&s);
	json_decref(j);
}

/* The file compares the group with everything, itself included, twice over: once
 * as it is and once as the prior. */
static void
tidylo(struct set *s, json_t *t, double a, double all, double a_all, double n)
{
	near(s, fb_log_odds(a, a_all, 2 * all, 2 * n, all, n).z,
	    number(t, "tidylo_z_groupA"), closed);
}

static void
monroe(struct set *s, json_t *t, const char *key, double a, double b,
    double prior)
{
	double alpha = prior * (a + b) / 523;
	struct fb_log_odds l = fb_log_odds(a, 213, b, 310, alpha, prior);
	char name[32];

	snprintf(name, sizeof name, "monroe_delta_%s", key);
	near(s, l.delta, number(t, name), closed);
	snprintf(name, sizeof name, "monroe_z_%s", key);
	near(s, l.z, number(t, name), closed);
}

static void
keyness(void)
{
	json_t *j = must_json("keyness.json"), *t;
	double n_a = number(j, "nA"), n_b = number(j, "nB");
	struct set s = { .name = "keyness.json" };
	size_t i;

	near(&s, n_a, 213, 0);
	near(&s, n_b, 310, 0);
	json_array_foreach(json_object_get(j, "terms"), i, t) {
		double a = number(t, "a"), b = number(t, "b");

		near(&s, fb_term_g2(a, n_a, b, n_b), number(t, "signed_g2"),
		    closed);
		near(&s, fb_term_chi2(a, n_a, b, n_b),
		    number(t, "signed_chi2"), closed);
		tidylo(&s, t, a, a + b, n_a, n_a + n_b);
		monroe(&s, t, "a0_10", a, b, 10);
		monroe(&s, t, "a0_100", a, b, 100);
	}
	close_set(&s);
	json_decref(j);
}

static void
kappa(void)
{
	json_t *j = must_json("kappa.json");
	json_t *rows = json_object_get(j, "table");
	struct set s = { .name = "kappa.json" };
	uint64_t table[9];

	for (size_t i = 0; i < 9; i++)
		table[i] = (uint64_t)json_integer_value(
		    json_array_get(json_array_get(rows, i / 3), i % 3));
	near(&s, fb_kappa(table, 3, FB_KAPPA_PLAIN), number(j, "kappa"), closed);
	near(&s, fb_kappa(table, 3, FB_KAPPA_LINEAR),
	    number(j, "kappa_linear"), closed);
	near(&s, fb_kappa(table, 3, FB_KAPPA_QUADRATIC),
	    number(j, "kappa_quadratic"), closed);
	close_set(&s);
	json_decref(j);
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: vectors FOLDER\n");
		return 2;
	}
	folder = argv[1];
	by_row("special.tsv", special);
	by_row("wilson.tsv", wilson);
	by_row("nps_ci.tsv", nps);
	by_row("nps_change.tsv", nps_change);
	by_row("twoprop.tsv", shares);
	by_row("mean_welch.tsv", means);
	by_row("median_ranks.tsv", median);
	bh("bh1.tsv");
	bh("bh2.tsv");
	ranksum();
	allocations();
	quasi_poisson();
	exact_poisson();
	km();
	log_rank();
	trend();
	laney();
	drivers();
	keyness();
	kappa();
	return status;
}
