/* beside.c - drivers, terms, shifts and declines, proved whole. */
#include <stdlib.h>

#include "record/json.h"
#include "verify/beside.h"

bool
fb_stands_beside(fb_str line)
{
	static const char *const kinds[] = { "decline", "driver", "shift",
	    "term" };
	fb_str kind = fb_json_get(line, "fb");

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (fb_json_is(kind, kinds[i]))
			return true;
	return false;
}

void
fb_beside_keep(struct fb_beside_lines *b, fb_str line)
{
	size_t i = fb_map_put(&b->lines, line, NULL);

	b->met = fb_grow(b->met, &b->met_cap, i + 1, sizeof *b->met);
	b->met[i] = false;
}

/* "driver nps 2026-10 late": what of its kind, metric, group, period, value or
 * term the line has. */
static void
add_finding(struct fb_findings *f, fb_str line, const char *what)
{
	static const char *const keys[] = { "fb", "metric", "by", "period",
	    "value", "term" };
	struct fb_buf where = {0}, scratch = {0};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		fb_str raw = fb_json_get(line, keys[i]);

		if (!raw.p)
			continue;
		fb_buf_adds(&where, where.n ? " " : "");
		fb_buf_add(&where, fb_json_text(raw, &scratch));
	}
	fb_finding_add(f, fb_buf_str(&where), "%s", what);
	fb_buf_release(&where);
	fb_buf_release(&scratch);
}

/* Did the runs give any line of this kind? */
static bool
has_kind(const struct fb_beside_lines *b, fb_str kind)
{
	for (size_t i = 0; i < b->lines.n; i++)
		if (fb_str_eq(fb_json_get(fb_map_key(&b->lines, i), "fb"), kind))
			return true;
	return false;
}

size_t
fb_beside_check(struct fb_beside_lines *b, const struct fb_part_of_case *p,
    struct fb_findings *f)
{
	size_t elsewhere = 0;

	for (size_t i = 0; i < p->nothers; i++) {
		size_t at;

		if (!fb_stands_beside(p->others[i]))
			continue;
		at = b->lines.n ? fb_map_get(&b->lines, p->others[i]) :
		    FB_MAP_NONE;
		if (at == FB_MAP_NONE &&
		    !has_kind(b, fb_json_get(p->others[i], "fb")))
			elsewhere++;
		else if (at == FB_MAP_NONE)
			add_finding(f, p->others[i], "the records give no such "
			    "line");
		else
			b->met[at] = true;
	}
	for (size_t i = 0; i < b->lines.n; i++)
		if (!b->met[i])
			add_finding(f, fb_map_key(&b->lines, i), "the line is "
			    "missing");
	return elsewhere;
}

void
fb_beside_lines_release(struct fb_beside_lines *b)
{
	fb_map_release(&b->lines);
	free(b->met);
	*b = (struct fb_beside_lines){0};
}
