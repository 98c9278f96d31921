/* family.c - which numbers stand together on a sheet. */
#include <stdlib.h>

#include "sheet/family.h"

static bool
is_of(const struct fb_cell *c, const char *const *kinds)
{
	const char *kind = c->spec.kind ? c->spec.kind->name : "";

	while (*kinds && strcmp(*kinds, kind))
		kinds++;
	return *kinds != NULL;
}

bool
fb_family_wanted(const struct fb_making *m, const char *const *kinds)
{
	for (size_t i = 0; i < m->report->ncells; i++)
		if (is_of(&m->report->cells[i], kinds))
			return true;
	return false;
}

struct chosen {
	const struct fb_cell *c;
	size_t metric, focus, place;
};

static int
by_order(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;

	if (x->metric != y->metric)
		return x->metric < y->metric ? -1 : 1;
	if (x->focus != y->focus)
		return x->focus < y->focus ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static size_t
order_of(const struct fb_report *r, fb_str metric)
{
	size_t i = 0;

	while (i < r->norder && !fb_str_eq(r->order[i], metric))
		i++;
	return i;
}

/* Of the numbers of a reported period the totals, and groups of which there is
 * no total. */
static bool
leads(struct fb_report *r, const struct fb_cell *c)
{
	size_t n;
	const struct fb_cell **all = fb_siblings(r, c, &n);

	return !c->nby || (n && all[0]->nby && all[0] == c);
}

static size_t
choose(struct fb_report *r, const char *const *kinds, struct chosen *v)
{
	size_t n = 0;

	for (size_t f = 0; f < fb_focus_count(r); f++) {
		fb_str period = fb_focus_at(r, f).period;

		for (size_t i = 0; i < r->ncells; i++) {
			const struct fb_cell *c = &r->cells[i];

			if (is_of(c, kinds) && fb_str_eq(c->period_label, period) &&
			    leads(r, c))
				v[n++] = (struct chosen){ c,
				    order_of(r, c->metric), f, i };
		}
	}
	if (n)
		qsort(v, n, sizeof *v, by_order);
	return n;
}

/* Every cell of the number leads to the section. */
static void
remember(struct fb_family *p, const struct fb_cell *c, const char *tab)
{
	struct fb_report *r = p->m->report;
	struct fb_buf b = {0};
	const char *place;

	fb_buf_printf(&b, "%s!A%u", tab, p->row + 1);
	place = fb_arena_copy(&r->mem, fb_buf_str(&b)).p;
	for (size_t i = 0; i < r->ncells; i++)
		if (fb_str_eq(r->cells[i].metric, c->metric) &&
		    fb_str_eq(r->cells[i].period_label, c->period_label) &&
		    !p->m->family_at[i])
			p->m->family_at[i] = place;
	fb_buf_release(&b);
}

static void
fill(struct fb_making *m, struct fb_sheet *s, const char *tab,
    const char *const *kinds)
{
	struct fb_family p = { .m = m, .s = s, .row = m->top };
	struct chosen *v = fb_zalloc(m->report->ncells * 2 + 1, sizeof *v);
	size_t n = choose(m->report, kinds, v);
	uint32_t *starts = fb_zalloc(n + 1, sizeof *starts);

	fb_sheet_col(s, FB_FAM_NAME, FB_FAM_NAME, 26, false);
	fb_sheet_col(s, FB_FAM_VALUE, FB_FAM_SHARE, 14, false);
	for (size_t i = 0; i < n; i++) {
		remember(&p, v[i].c, tab);
		starts[i] = i ? p.row : 0;
		fb_family_section(&p, v[i].c);
	}
	fb_sheet_breaks(s, starts, n);
	free(starts);
	free(v);
	fb_plan_page(m, s, m->top, 0, true, NULL, NULL);
}

#define FAMILY(x, tab, ...) \
static const char *const kinds_##x[] = { __VA_ARGS__, NULL }; \
static bool \
wanted_##x(const struct fb_making *m) \
{ \
	return fb_family_wanted(m, kinds_##x); \
} \
static void \
fill_##x(struct fb_making *m, struct fb_sheet *s) \
{ \
	fill(m, s, tab, kinds_##x); \
} \
const struct fb_sheet_kind fb_sheet_##x = { \
	.name = tab, .wanted = wanted_##x, .fill = fill_##x, \
};
#include "sheet/families.def"
#undef FAMILY
