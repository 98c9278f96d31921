/* eval.c - precision, recall, F1 and kappa of each theme. */
#include <math.h>
#include <stdlib.h>

#include "record/json.h"
#include "stat/kappa.h"
#include "tag/eval.h"

static size_t
name_of(struct fb_eval *e, fb_str name)
{
	size_t i = fb_map_put(&e->names, name, NULL), had = e->cap;

	e->v = fb_grow(e->v, &e->cap, i + 1, sizeof *e->v);
	if (had != e->cap) {
		e->said = realloc(e->said, e->cap);
		e->seen = realloc(e->seen, e->cap);
		memset(e->v + had, 0, (e->cap - had) * sizeof *e->v);
		memset(e->said + had, 0, e->cap - had);
		memset(e->seen + had, 0, e->cap - had);
	}
	return i;
}

void
fb_eval_init(struct fb_eval *e, const struct fb_tag *t)
{
	const struct fb_map *themes = &t->rules.names[FB_THEME];

	*e = (struct fb_eval){0};
	for (size_t i = 0; i < themes->n; i++)
		name_of(e, fb_map_key(themes, i));
}

static void
read_labels(struct fb_eval *e, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);
	struct fb_buf scratch = {0};

	if (fb_json_is_str(raw) && raw.n > 2)
		e->said[name_of(e, fb_json_text(raw, &scratch))] = true;
	while (fb_json_next(&it)) {
		size_t i = name_of(e, fb_json_text(it.val, &scratch));

		e->said[i] = true;
	}
	fb_buf_release(&scratch);
}

bool
fb_eval_add(struct fb_eval *e, const struct fb_tag *t, const struct fb_rec *rec)
{
	fb_str raw = fb_rec_get(rec, FB_LIT("label"));

	if (!raw.p)
		return false;
	for (size_t i = 0; i < e->names.n; i++)
		e->said[i] = e->seen[i] = false;
	read_labels(e, raw);
	for (size_t i = 0; i < t->rules.names[FB_THEME].n; i++)
		e->seen[i] = t->held[FB_THEME][i] > 0;
	for (size_t i = 0; i < e->names.n; i++) {
		e->v[i].both += e->said[i] && e->seen[i];
		e->v[i].found += !e->said[i] && e->seen[i];
		e->v[i].label += e->said[i] && !e->seen[i];
	}
	e->nrecords++;
	return true;
}

static void
put_part(struct fb_buf *b, double above, double below)
{
	if (below > 0)
		fb_buf_printf(b, "\t%.3f", above / below);
	else
		fb_buf_adds(b, "\t-");
}

static void
put_kappa(struct fb_buf *b, const struct fb_tally4 *t, size_t n)
{
	const uint64_t table[] = { t->both, t->label, t->found,
		n - t->both - t->label - t->found };
	double kappa = fb_kappa(table, 2, FB_KAPPA_PLAIN);

	put_part(b, kappa, !isnan(kappa));
}

static void
put_theme(struct fb_buf *b, fb_str name, const struct fb_tally4 *t, size_t n)
{
	double both = (double)t->both;

	fb_buf_add(b, name);
	fb_buf_printf(b, "\t%zu\t%zu\t%zu", t->both + t->label,
	    t->both + t->found, t->both);
	put_part(b, both, (double)(t->both + t->found));
	put_part(b, both, (double)(t->both + t->label));
	put_part(b, 2 * both, (double)(2 * t->both + t->found + t->label));
	put_kappa(b, t, n);
	fb_buf_addc(b, '\n');
}

void
fb_put_eval(struct fb_buf *b, const struct fb_eval *e)
{
	size_t *order = fb_map_sorted(&e->names);
	struct fb_tally4 all = {0};

	fb_buf_adds(b, "theme\tlabelled\tfound\tboth\tprecision\trecall\tF1\tkappa\n");
	for (size_t i = 0; i < e->names.n && e->nrecords; i++) {
		const struct fb_tally4 *t = &e->v[order[i]];

		put_theme(b, fb_map_key(&e->names, order[i]), t, e->nrecords);
		all.both += t->both;
		all.found += t->found;
		all.label += t->label;
	}
	if (e->nrecords && e->names.n)
		put_theme(b, FB_LIT("(all)"), &all, e->nrecords * e->names.n);
	free(order);
}

void
fb_eval_release(struct fb_eval *e)
{
	fb_map_release(&e->names);
	free(e->v);
	free(e->said);
	free(e->seen);
	*e = (struct fb_eval){0};
}
