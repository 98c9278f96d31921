/* funnel.c - from everything received to everything printed. */
#include <stdlib.h>

#include "present/funnel.h"
#include "present/show.h"
#include "record/json.h"

/* A count that a trail line may hold, and what it is called. */
struct reason {
	const char *key, *words, *sub;
};

static const struct reason ingest_reasons[] = {
	{ "duplicates", "funnel_duplicates", "funnel_duplicates_sub" },
	{ "rejected", "funnel_rejected", "funnel_rejected_sub" },
	{ "filtered", "funnel_filtered", "funnel_filtered_sub" },
	{ 0 },
};

static const struct reason map_reasons[] = {
	{ "rejected", "funnel_rejected", "funnel_rejected_sub" },
	{ "filtered", "funnel_filtered", "funnel_filtered_sub" },
	{ 0 },
};

static const struct reason sample_reasons[] = {
	{ "rejected", "funnel_rejected", "funnel_rejected_sub" },
	{ "filtered", "funnel_filtered", "funnel_filtered_sub" },
	{ "no_consent", "funnel_no_consent", "funnel_counted_sub" },
	{ "ineligible", "funnel_no_text", "funnel_counted_sub" },
	{ "withheld", "funnel_withheld", "funnel_counted_sub" },
	{ "undrawn", "funnel_undrawn", NULL },
	{ 0 },
};

static const struct reason quote_reasons[] = {
	{ "no_text", "funnel_no_text", "funnel_counted_sub" },
	{ "short", "funnel_short", "funnel_counted_sub" },
	{ "copies", "funnel_copies", "funnel_counted_sub" },
	{ "withheld", "funnel_withheld", "funnel_counted_sub" },
	{ "no_consent", "funnel_no_consent", "funnel_counted_sub" },
	{ 0 },
};

static bool
is_tool(const char *trail, const char *tool)
{
	return fb_json_is(fb_json_get(fb_cstr(trail), "tool"), tool);
}

static bool
fact(const char *trail, const char *key, uint64_t *v)
{
	int64_t n;

	if (!fb_json_int(fb_json_get(fb_cstr(trail), key), &n) || n < 0)
		return false;
	*v = (uint64_t)n;
	return true;
}

/* Over all runs of a tool; false when none of them says it. */
static bool
sum_of(const struct fb_report *r, const char *tool, const char *key,
    uint64_t *sum)
{
	bool any = false;
	uint64_t v;

	*sum = 0;
	for (size_t i = 0; i < r->trails.n; i++)
		if (is_tool(r->trails.lines[i], tool) &&
		    fact(r->trails.lines[i], key, &v)) {
			*sum += v;
			any = true;
		}
	return any;
}

static void
add_row(struct fb_funnel *f, struct fb_funnel_row row)
{
	f->rows = fb_grow(f->rows, &f->cap, f->n + 1, sizeof *f->rows);
	f->rows[f->n++] = row;
	f->left = row.kind == FB_FUNNEL_MINUS ? f->left - row.count : row.count;
}

static void
add(struct fb_report *r, struct fb_funnel *f, enum fb_funnel_kind kind,
    const char *words, const char *sub, uint64_t count)
{
	add_row(f, (struct fb_funnel_row){ .kind = kind, .count = count,
	    .words = fb_word(&r->words, words),
	    .sub = sub ? fb_word(&r->words, sub) : FB_LIT("") });
}

/* Never more than is left, so that no row can lie about the rest. */
static void
take(struct fb_report *r, struct fb_funnel *f, const char *words,
    const char *sub, uint64_t count)
{
	if (count && count <= f->left)
		add(r, f, FB_FUNNEL_MINUS, words, sub, count);
}

/* Counting goes on from count: nothing when that is what is left. */
static void
begin(struct fb_report *r, struct fb_funnel *f, const char *words,
    uint64_t count)
{
	if (!f->n || f->left != count)
		add(r, f, FB_FUNNEL_TOTAL, words, NULL, count);
}

/* count is left; what is missing goes under the words of rest. */
static void
reach(struct fb_report *r, struct fb_funnel *f, const char *words,
    const char *rest, uint64_t count)
{
	if (count > f->left) {
		add(r, f, FB_FUNNEL_TOTAL, words, NULL, count);
		return;
	}
	take(r, f, rest, NULL, f->left - count);
	add(r, f, FB_FUNNEL_BOLD, words, NULL, count);
}

static void
take_all(struct fb_report *r, struct fb_funnel *f, const char *tool,
    const struct reason *why)
{
	uint64_t n;

	for (; why->key; why++)
		if (sum_of(r, tool, why->key, &n))
			take(r, f, why->words, why->sub, n);
}

/* A tool through which every record goes. */
static void
through(struct fb_report *r, struct fb_funnel *f, const char *tool,
    const struct reason *why, bool always)
{
	uint64_t in, out;

	if (!sum_of(r, tool, "in", &in) || !sum_of(r, tool, "out", &out))
		return;
	begin(r, f, "funnel_read", in);
	if (!always && in == out)
		return;
	take_all(r, f, tool, why);
	reach(r, f, "funnel_records", "funnel_other", out);
}

/* "Records, for quotes of 2014": of several runs each says what it is for. */
static void
begin_run(struct fb_report *r, struct fb_funnel *f, const char *trail,
    uint64_t count)
{
	struct fb_buf label = {0}, period = {0}, words = {0};

	fb_show_period(&period, &r->words, fb_json_text(fb_json_get(
	    fb_cstr(trail), "period"), &label), FB_PERIOD_FULL);
	fb_say(&words, &r->words, "funnel_for_quotes_of", (struct fb_slot[]){
	    { "period", fb_buf_str(&period) } }, 1);
	add_row(f, (struct fb_funnel_row){ .kind = FB_FUNNEL_TOTAL,
	    .words = fb_arena_copy(&r->mem, fb_buf_str(&words)),
	    .count = count });
	fb_buf_release(&label);
	fb_buf_release(&period);
	fb_buf_release(&words);
}

static void
take_quoted(struct fb_report *r, struct fb_funnel *f, const char *trail,
    bool several)
{
	uint64_t n, in = fact(trail, "in", &n) ? n : f->left;

	if (several)
		begin_run(r, f, trail, in);
	else
		begin(r, f, "funnel_for_quotes", in);
	for (const struct reason *w = map_reasons; w->key; w++)
		if (fact(trail, w->key, &n))
			take(r, f, w->words, w->sub, n);
	if (fact(trail, "records", &n) && n <= f->left)
		take(r, f, "funnel_outside", "funnel_counted_sub", f->left - n);
	for (const struct reason *w = quote_reasons; w->key; w++)
		if (fact(trail, w->key, &n))
			take(r, f, w->words, w->sub, n);
	if (fact(trail, "eligible", &n))
		reach(r, f, "funnel_eligible", "funnel_other", n);
	if (fact(trail, "quoted", &n))
		reach(r, f, "funnel_quoted", "funnel_undrawn", n);
}

/* The runs of one period are told once where they looked at the same records in
 * the same way. */
static bool
is_told(const struct fb_report *r, size_t i)
{
	static const char *const keys[] = { "period", "digest_in", "filtered",
	    "rejected", "records", "no_text", "short", "copies", "no_consent",
	    "withheld", "eligible", "quoted" };
	fb_str one = fb_cstr(r->trails.lines[i]);

	for (size_t k = 0; k < i; k++) {
		fb_str other = fb_cstr(r->trails.lines[k]);
		size_t same = 0, n = sizeof keys / sizeof *keys;

		if (!is_tool(r->trails.lines[k], "fb-anecdote"))
			continue;
		while (same < n && fb_str_eq(fb_json_get(one, keys[same]),
		    fb_json_get(other, keys[same])))
			same++;
		if (same == n)
			return true;
	}
	return false;
}

/* Each run of fb-anecdote looks at the records anew. What is printed is taken
 * from one run, or from several together: then it follows from none of them. */
static bool
take_runs(struct fb_report *r, struct fb_funnel *f, uint64_t printed)
{
	size_t runs = 0;

	for (size_t i = 0; i < r->trails.n; i++)
		runs += is_tool(r->trails.lines[i], "fb-anecdote") &&
		    !is_told(r, i);
	for (size_t i = 0; i < r->trails.n; i++)
		if (is_tool(r->trails.lines[i], "fb-anecdote") && !is_told(r, i))
			take_quoted(r, f, r->trails.lines[i], runs > 1);
	if (runs == 1)
		reach(r, f, "funnel_printed", "funnel_not_printed", printed);
	else if (runs)
		add(r, f, FB_FUNNEL_TOTAL, "funnel_printed", NULL, printed);
	return runs > 0;
}

/* Without fb-anecdote's trail the first total that has a voice tells. */
static void
take_voice(struct fb_report *r, struct fb_funnel *f, uint64_t printed)
{
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		if (c->nby || !c->voice.ok || !c->has_n || !c->voice.eligible)
			continue;
		begin(r, f, "funnel_answers", c->n);
		take(r, f, "funnel_withheld", NULL, c->voice.withheld);
		reach(r, f, "funnel_eligible", "funnel_other",
		    c->voice.eligible);
		reach(r, f, "funnel_printed", "funnel_undrawn", printed);
		return;
	}
}

static void
take_letters(struct fb_report *r, struct fb_funnel *f)
{
	uint64_t in, out;

	if (!sum_of(r, "fb-sample", "in", &in) ||
	    !sum_of(r, "fb-sample", "out", &out))
		return;
	add(r, f, FB_FUNNEL_TOTAL, "funnel_for_letters", NULL, in);
	take_all(r, f, "fb-sample", sample_reasons);
	reach(r, f, "funnel_letters", "funnel_undrawn", out);
}

void
fb_funnel_of(struct fb_report *r, uint64_t printed, struct fb_funnel *f)
{
	struct fb_funnel_row *rows;

	*f = (struct fb_funnel){0};
	through(r, f, "fb-ingest", ingest_reasons, true);
	through(r, f, "fb-redact", map_reasons, false);
	through(r, f, "fb-tag", map_reasons, false);
	if (!take_runs(r, f, printed))
		take_voice(r, f, printed);
	take_letters(r, f);
	rows = fb_arena_zalloc(&r->mem, f->n, sizeof *rows);
	if (f->n)
		memcpy(rows, f->rows, f->n * sizeof *rows);
	free(f->rows);
	f->rows = rows;
	f->cap = f->n;
}
