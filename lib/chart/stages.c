/* stages.c - which stages a journey has, and in what order. */
#include "chart/curve.h"
#include "present/breakdown.h"
#include "present/verdict.h"
#include "record/json.h"
#include "text/icu.h"

enum { TRAILS_MOST = 40 }; /* stages that trails may name */

bool
fb_stage_drawn(const struct fb_stage *s)
{
	return s->cell && !fb_is_small(s->cell);
}

static bool
has_field(const struct fb_cell *c, fb_str field)
{
	return c->nby == 1 && fb_str_eq(c->by[0].key, field);
}

/* "stage", else the first field that groups stand by alone. */
static fb_str
stage_field(const struct fb_cell *const *rows, size_t n)
{
	fb_str first = FB_LIT("");

	for (size_t i = 0; i < n; i++) {
		if (has_field(rows[i], FB_BY_STAGE))
			return rows[i]->by[0].key;
		if (rows[i]->nby == 1 && !first.n)
			first = rows[i]->by[0].key;
	}
	return first;
}

static bool
known(const struct fb_stages *s, fb_str value, const struct fb_cell *c)
{
	for (size_t i = 0; i < s->n; i++)
		if (fb_str_eq(s->v[i].name, value)) {
			s->v[i].cell = c ? c : s->v[i].cell;
			return true;
		}
	return false;
}

/* Stages that label lines name: they set the order. */
static void
from_labels(struct fb_stages *s, const struct fb_report *r, fb_str field)
{
	for (size_t i = 0; i < r->nlabels; i++) {
		const struct fb_scope *a = &r->labels[i].about;

		if (a->metric.n || a->nby != 1 || !a->by[0].val.n ||
		    !fb_str_eq(a->by[0].key, field) ||
		    known(s, a->by[0].val, NULL))
			continue;
		s->v[s->n++] = (struct fb_stage){ a->by[0].val, NULL };
	}
}

/* Stages of the rules that fb-tag knew, as its trails name them; also those that
 * no record speaks of. */
static void
from_trails(struct fb_stages *s, struct fb_report *r, size_t cap)
{
	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_json it = fb_json_in(fb_json_get(
		    fb_cstr(r->trails.lines[i]), "stages"));

		while (fb_json_next(&it) && s->n < cap) {
			struct fb_buf b = {0};

			fb_json_unescape(&b, it.key);
			if (!known(s, fb_buf_str(&b), NULL))
				s->v[s->n++] = (struct fb_stage){ fb_arena_copy(
				    &r->mem, fb_buf_str(&b)), NULL };
			fb_buf_release(&b);
		}
	}
}

static fb_str
shown_name(struct fb_report *r, struct fb_pair value)
{
	struct fb_buf b = {0};
	fb_str s;

	fb_put_sentence(&b, fb_name_value(r, value));
	s = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	return s;
}

struct fb_stages
fb_stages_of(struct fb_report *r, const struct fb_cell *any)
{
	size_t n;
	const struct fb_cell **rows = fb_siblings(r, any, &n);
	fb_str field = stage_field(rows, n);
	struct fb_stages s = { .v = fb_arena_zalloc(&r->mem,
	    n + r->nlabels + TRAILS_MOST, sizeof *s.v) };

	from_labels(&s, r, field);
	if (!s.n && fb_str_eq(field, FB_BY_STAGE))
		from_trails(&s, r, TRAILS_MOST);
	for (size_t i = 0; i < n; i++) {
		if (!field.n || !has_field(rows[i], field))
			continue;
		if (!rows[i]->by[0].val.n)
			s.outside = rows[i];
		else if (!known(&s, rows[i]->by[0].val, rows[i]))
			s.v[s.n++] = (struct fb_stage){ rows[i]->by[0].val, rows[i] };
	}
	for (size_t i = 0; i < s.n; i++)
		s.v[i].name = shown_name(r, (struct fb_pair){ field, s.v[i].name });
	return s;
}
