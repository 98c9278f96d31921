/* sample.c - weights, chances and fit beside the values of R.
 *
 * usage: sample FOLDER. Says "ok" or "off" of each set, as vectors.c does. */
#include "vectors.h"

#include "stat/pps.h"
#include "stat/represent.h"
#include "stat/weights.h"

static void
represent(void)
{
	json_t *j = must_json("represent.json");
	struct set s = { .name = "represent.json" };
	struct fb_category c[ROWS];
	size_t n = json_array_size(json_object_get(j, "pop"));
	struct fb_chisq x;

	for (size_t i = 0; i < n; i++)
		c[i] = (struct fb_category){ FB_LIT(""), item(j, "pop", i),
			(double)item(j, "sample", i) };
	near(&s, fb_total_variation(c, n), number(j, "tv"), closed);
	near(&s, fb_luck_variation(c, n, 60), number(j, "tv_expected"), closed);
	x = fb_fit_chisq(c, n);
	near(&s, x.value, number(j, "chisq_fpc"), closed);
	near(&s, x.p, number(j, "p_fpc"), closed);
	close_set(&s);
	json_decref(j);
}

static uint64_t
milli(double x)
{
	return (uint64_t)llround(x * 1000);
}

static int
descending(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? 1 : x > y ? -1 : 0;
}

/* Chances of all units of the given sizes. */
static void
chances(const double *size, size_t k, uint64_t n, unsigned nearly, double *pi)
{
	uint64_t x[ROWS];
	fb_u128 total = 0;
	struct fb_pps p;

	for (size_t i = 0; i < k; i++)
		total += x[i] = milli(size[i]);
	qsort(x, k, sizeof *x, descending);
	p = fb_pps_certain(x, k < n ? k : n, total, n, nearly);
	for (size_t i = 0; i < k; i++)
		pi[i] = p.taken && milli(size[i]) >= x[p.taken - 1] ? 1 :
		    fb_pps_chance(&p, milli(size[i]));
}

static void
inclusion(void)
{
	struct set s = { .name = "pps_incl.tsv" };
	struct row rows[ROWS];
	double size[ROWS] = {0}, pi[ROWS];
	size_t n = table("pps_incl.tsv", rows);

	for (size_t from = 0, to; from < n; from = to) {
		for (to = from; to < n && rows[to].v[1] == rows[from].v[1]; to++)
			size[to - from] = rows[to].v[0];
		chances(size, to - from, (uint64_t)rows[from].v[1], 0, pi);
		for (size_t i = from; i < to; i++)
			near(&s, pi[i - from], rows[i].v[2], closed);
	}
	close_set(&s);
}

/* The chances, and which units the permanent random numbers choose. */
static void
sequential(void)
{
	json_t *j = must_json("sps.json"), *want = json_object_get(j, "pi");
	struct set s = { .name = "sps.json" };
	double size[ROWS] = {0}, pi[ROWS], rank[ROWS];
	size_t k = json_array_size(want), n = (size_t)count(j, "n");

	for (size_t i = 0; i < k; i++)
		size[i] = json_number_value(
		    json_array_get(json_object_get(j, "size"), i));
	chances(size, k, n, FB_PPS_NEARLY, pi);
	for (size_t i = 0; i < k; i++) {
		near(&s, pi[i], json_number_value(json_array_get(want, i)),
		    closed);
		rank[i] = pi[i] == 1 ? 0 : json_number_value(json_array_get(
		    json_object_get(j, "prn"), i)) / size[i];
	}
	for (size_t i = 0, at = 0; i < k; i++) {
		size_t smaller = 0;

		for (size_t o = 0; o < k; o++)
			smaller += rank[o] < rank[i];
		if (smaller < n)
			near(&s, (double)i + 1,
			    (double)item(j, "selected", at++), 0);
	}
	close_set(&s);
	json_decref(j);
}

struct people {
	size_t n, seg[ROWS], ch[ROWS];
	double base[ROWS], post[ROWS], rake[ROWS], trim[ROWS];
};

static void
read_people(struct people *p)
{
	FILE *f = must_open("rake.tsv");
	char line[512], seg[8], ch[8];

	for (p->n = 0; fgets(line, sizeof line, f) && p->n < ROWS;) {
		size_t i = p->n;

		if (sscanf(line, "%*s %7s %7s %lf %*f %lf %lf %*f %lf", seg, ch,
		    &p->base[i], &p->post[i], &p->rake[i], &p->trim[i]) != 6)
			continue;
		p->seg[i] = (size_t)(seg[0] - 'a');
		p->ch[i] = ch[0] == 'w' ? 0 : ch[0] == 'a' ? 1 : 2;
		p->n++;
	}
	fclose(f);
}

static void
all_near(struct set *s, const double *got, const double *want, size_t n)
{
	for (size_t i = 0; i < n; i++)
		near(s, got[i], want[i], iterated);
}

static void
rake(void)
{
	json_t *j = must_json("rake_expected.json");
	struct set s = { .name = "rake.tsv" };
	static struct people p;
	double seg[] = { 4000, 4000, 2000 }, ch[] = { 3000, 5000, 2000 };
	struct fb_margin m[] = { { p.ch, ch, 3 }, { p.seg, seg, 3 } };
	double w[ROWS];

	read_people(&p);
	memcpy(w, p.base, sizeof w);
	fb_post_stratify(w, p.n, &m[1]);
	all_near(&s, w, p.post, p.n);
	memcpy(w, p.base, sizeof w);
	near(&s, fb_rake(w, p.n, m, 2), 1, 0);
	all_near(&s, w, p.rake, p.n);
	near(&s, fb_deff(w, p.n), number(j, "kish_deff_rake"), iterated);
	near(&s, fb_n_eff(w, p.n), number(j, "neff_rake"), iterated);
	near(&s, fb_trim(w, p.n, number(j, "trim_upper") * (double)p.n / 1e4)
	    > 0, 1, 0);
	all_near(&s, w, p.trim, p.n);
	close_set(&s);
	json_decref(j);
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: sample FOLDER\n");
		return 2;
	}
	folder = argv[1];
	represent();
	inclusion();
	sequential();
	rake();
	return status;
}
