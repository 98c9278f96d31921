/* numbers.c - metric lines against those that the records give. */
#include <stdlib.h>

#include "anecdote/plan.h"
#include "base/map.h"
#include "record/json.h"
#include "verify/beside.h"
#include "verify/chain.h"
#include "verify/numbers.h"
#include "verify/quotes.h"
#include "verify/recount.h"

struct tally {
	struct fb_case *c;
	const struct fb_part_of_case *part;
	bool by_trail;           /* whole lines are compared, else counts */
	struct fb_map cells;     /* metric, by, period and "of" of a line */
	fb_str *line;            /* that the records give, of each cell */
	bool *here;              /* the part has it */
	size_t line_cap, here_cap;
	struct fb_map whole;     /* the lines themselves */
	struct fb_beside_lines beside;
};

static void
put_cell(struct fb_buf *b, fb_str line)
{
	static const char *const keys[] = { "metric", "by", "period", "of" };

	b->n = 0;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		fb_buf_add(b, fb_json_get(line, keys[i]));
		fb_buf_addc(b, '\n');
	}
}

static void
keep_line(struct tally *t, fb_str line)
{
	struct fb_buf key = {0};
	size_t i;

	put_cell(&key, line);
	i = fb_map_put(&t->cells, fb_buf_str(&key), NULL);
	t->line = fb_grow(t->line, &t->line_cap, i + 1, sizeof *t->line);
	t->here = fb_grow(t->here, &t->here_cap, i + 1, sizeof *t->here);
	t->line[i] = line;
	t->here[i] = false;
	fb_map_put(&t->whole, line, NULL);
	fb_buf_release(&key);
}

static void
keep_lines(struct tally *t, fb_str lines)
{
	fb_str rest = fb_arena_copy(&t->c->mem, lines);

	while (rest.n) {
		fb_str line = fb_str_split(&rest, '\n');

		if (fb_stands_beside(line))
			fb_beside_keep(&t->beside, line);
		else
			keep_line(t, line);
	}
}

static void
check_facts(struct tally *t, const char *trail, const struct fb_recounted *out)
{
	fb_str where = FB_LIT("trail of fb-metric"), claimed = fb_cstr(trail);
	struct fb_buf b = {0};

	fb_buf_addc(&b, '"');
	fb_put_period(&b, out->report);
	fb_buf_addc(&b, '"');
	fb_findings_of_key(&t->c->found, where, "period",
	    fb_json_get(claimed, "period"), fb_buf_str(&b));
	b.n = 0;
	fb_buf_printf(&b, "%zu", out->ntests);
	fb_findings_of_key(&t->c->found, where, "tests",
	    fb_json_get(claimed, "tests"), fb_buf_str(&b));
	b.n = 0;
	fb_buf_printf(&b, "%zu", out->undated);
	fb_findings_of_key(&t->c->found, where, "undated",
	    fb_json_get(claimed, "undated"), fb_buf_str(&b));
	fb_buf_release(&b);
}

static void
run_trail(struct tally *t, const char *trail)
{
	struct fb_recounted out = {0};
	struct fb_recipe recipe = {0};
	struct fb_filter filter = {0};
	struct fb_said said;
	const char *why;

	fb_said_read(&t->c->mem, trail, &said);
	why = fb_recipe_of_trail(&t->c->mem, &said, &recipe);
	if (!why)
		why = fb_said_filter(&t->c->mem, &said, false, &filter);
	if (!why)
		why = fb_recount(t->c, &filter, &recipe, &out);
	if (why) {
		fb_finding_add(&t->c->found, FB_LIT("trail of fb-metric"),
		    "its run cannot be done again: %s", why);
	} else {
		keep_lines(t, fb_buf_str(&out.lines));
		check_facts(t, trail, &out);
		fb_verify_kept(t->c, FB_LIT("trail of fb-metric"), trail,
		    &out.met, fb_said_text(&said, "keep") != NULL);
	}
	fb_buf_release(&out.lines);
	fb_filter_release(&filter);
	fb_recipe_release(&recipe);
}

/* The zone in which the first of our lines says it is cut. */
static const char *
zone_of(struct tally *t)
{
	struct fb_buf scratch = {0};
	const char *zone = "";

	for (size_t i = 0; i < t->part->nmetrics && !*zone; i++)
		zone = fb_arena_copy(&t->c->mem, fb_json_text(fb_json_get(
		    fb_json_get(t->part->metrics[i], "of"), "tz"),
		    &scratch)).p;
	fb_buf_release(&scratch);
	return *zone ? zone : "UTC";
}

/* Nothing says how the lines came about: one run for each unit of time. */
static void
run_lines(struct tally *t)
{
	const struct fb_part_of_case *p = t->part;
	struct fb_filter all = {0};

	if (fb_tz_set(zone_of(t)))
		return;
	for (int unit = FB_ALL; unit <= FB_YEAR; unit++) {
		struct fb_recounted out = {0};
		struct fb_recipe recipe;

		if (fb_recipe_of_lines(&t->c->mem, p->metrics, p->nmetrics,
		    (enum fb_unit)unit, &recipe) &&
		    !fb_recount(t->c, &all, &recipe, &out))
			keep_lines(t, fb_buf_str(&out.lines));
		fb_buf_release(&out.lines);
		fb_recipe_release(&recipe);
	}
}

/* Of a line without a trail: what follows from the records alone. */
static void
compare_counts(struct tally *t, fb_str where, fb_str claimed, fb_str again)
{
	static const char *const keys[] = { "unit", "better", "n", "value",
	    "lo", "hi", "method", "stat" };

	if (fb_json_get(claimed, "prev").p || fb_json_get(claimed, "yoy").p)
		fb_finding_add(&t->c->found, where, "no trail of fb-metric "
		    "says how it was tested");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		fb_findings_of_key(&t->c->found, where, keys[i],
		    fb_json_get(claimed, keys[i]), fb_json_get(again, keys[i]));
}

/* The line of this cell that the records give; NULL when they give none. */
static const fb_str *
line_of(struct tally *t, fb_str claimed)
{
	struct fb_buf key = {0};
	size_t i;

	put_cell(&key, claimed);
	i = t->cells.n ? fb_map_get(&t->cells, fb_buf_str(&key)) : FB_MAP_NONE;
	fb_buf_release(&key);
	if (i == FB_MAP_NONE)
		return NULL;
	t->here[i] = true;
	return &t->line[i];
}

static void
compare_line(struct tally *t, fb_str claimed)
{
	const fb_str *again = line_of(t, claimed);
	struct fb_buf where = {0};

	if (again && t->by_trail &&
	    fb_map_get(&t->whole, claimed) != FB_MAP_NONE)
		return;
	fb_put_where(&where, claimed);
	if (!again)
		fb_finding_add(&t->c->found, fb_buf_str(&where), "the records "
		    "give no such line");
	else if (t->by_trail)
		fb_findings_of_keys(&t->c->found, fb_buf_str(&where), claimed,
		    *again);
	else
		compare_counts(t, fb_buf_str(&where), claimed, *again);
	fb_buf_release(&where);
}

/* Lines that were left out of what fb-metric wrote. */
static void
find_missing(struct tally *t)
{
	struct fb_buf where = {0};

	for (size_t i = 0; i < t->cells.n; i++) {
		if (t->here[i])
			continue;
		where.n = 0;
		fb_put_where(&where, t->line[i]);
		fb_finding_add(&t->c->found, fb_buf_str(&where),
		    "the line is missing");
	}
	fb_buf_release(&where);
}

static bool
is_ours(fb_str line)
{
	return fb_json_get(line, "of").p != NULL;
}

static void
check_line(struct tally *t, fb_str line)
{
	struct fb_rec r = {0};
	struct fb_buf bare = {0};

	if (!is_ours(line)) {
		t->c->nelsewhere++;
		return;
	}
	t->c->nmetrics++;
	if (!fb_scan(&r, line))
		fb_put_unpaired(&bare, &r);
	compare_line(t, fb_buf_str(&bare));
	fb_rec_release(&r);
	fb_buf_release(&bare);
}

void
fb_verify_numbers(struct fb_case *c, const struct fb_part_of_case *p)
{
	struct tally t = { .c = c, .part = p };
	const char *trail;
	size_t n = 0;

	for (size_t i = 0; i < p->nmetrics; i++)
		n += is_ours(p->metrics[i]);
	for (size_t i = 0; (trail = fb_trail_of_tool(&p->trails, "fb-metric",
	    i)); i++) {
		t.by_trail = true;
		run_trail(&t, trail);
	}
	if (n && !t.by_trail)
		run_lines(&t);
	for (size_t i = 0; i < p->nmetrics; i++)
		check_line(&t, p->metrics[i]);
	if (t.by_trail) {
		find_missing(&t);
		c->nelsewhere += fb_beside_check(&t.beside, p, &c->found);
	}
	fb_map_release(&t.cells);
	fb_map_release(&t.whole);
	fb_beside_lines_release(&t.beside);
	free(t.line);
	free(t.here);
}
