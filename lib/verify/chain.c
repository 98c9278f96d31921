/* chain.c - digests of trails and records. */
#include "record/chain.h"
#include "record/json.h"
#include "verify/chain.h"

static const char *const reducers[] = { "fb-sample", "fb-metric",
    "fb-anecdote" };

static void
check_trail(struct fb_case *c, const char *tool, const char *trail,
    const char *key)
{
	struct fb_buf where = {0}, b = {0};

	fb_buf_printf(&where, "trail of %s", tool);
	fb_buf_addc(&b, '"');
	fb_put_digest(&b, c->digest);
	fb_buf_addc(&b, '"');
	if (!fb_str_eq(fb_json_get(fb_cstr(trail), key), fb_buf_str(&b)))
		fb_finding_add(&c->found, fb_buf_str(&where), "\"%s\" is not "
		    "the digest of the %zu records that are here", key,
		    c->nrecords);
	fb_buf_release(&where);
	fb_buf_release(&b);
}

/* The last tool that made records, when it ran once. */
static const char *
last_maker(const struct fb_case *c, const char **tool)
{
	static const char *const makers[] = { "fb-tag", "fb-redact",
	    "fb-ingest" };
	const char *trail = NULL;

	for (size_t i = 0; i < 3 && !trail; i++) {
		*tool = makers[i];
		trail = fb_trail_of_tool(&c->trails, makers[i], 0);
	}
	return trail && !fb_trail_of_tool(&c->trails, *tool, 1) ? trail : NULL;
}

static void
check_int(struct fb_case *c, fb_str where, const char *trail, const char *key,
    int64_t n)
{
	struct fb_buf b = {0};

	fb_buf_printf(&b, "%lld", (long long)n);
	fb_findings_of_key(&c->found, where, key,
	    fb_json_get(fb_cstr(trail), key), fb_buf_str(&b));
	fb_buf_release(&b);
}

void
fb_verify_counts(struct fb_case *c, fb_str where, const char *trail,
    const struct fb_tally_of_run *run)
{
	struct fb_buf b = {0};
	int64_t rejected = 0;

	fb_json_int(fb_json_get(fb_cstr(trail), "rejected"), &rejected);
	check_int(c, where, trail, "in", (int64_t)c->nrecords + rejected -
	    (int64_t)run->refused);
	check_int(c, where, trail, "out", (int64_t)run->out);
	check_int(c, where, trail, "filtered", (int64_t)run->nfiltered);
	check_int(c, where, trail, "duplicates", (int64_t)run->duplicates);
	fb_buf_addc(&b, '"');
	fb_put_digest(&b, run->digest_out);
	fb_buf_addc(&b, '"');
	fb_findings_of_key(&c->found, where, "digest_out",
	    fb_json_get(fb_cstr(trail), "digest_out"), fb_buf_str(&b));
	fb_buf_release(&b);
}

void
fb_verify_kept(struct fb_case *c, fb_str where, const char *trail,
    const struct fb_met *met, bool keeps)
{
	struct fb_tally_of_run run = { .nfiltered = met->nfiltered };

	if (keeps) {
		run.out = met->nkept;
		run.digest_out = met->kept;
	}
	fb_verify_counts(c, where, trail, &run);
}

static bool
is_known(const char *tool)
{
	static const char *const known[] = { "fb-ingest", "fb-redact",
	    "fb-tag", "fb-sample", "fb-metric", "fb-anecdote" };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(tool, known[i]))
			return true;
	return false;
}

/* Trails that no run can be made of. */
static void
find_strangers(struct fb_case *c)
{
	struct fb_buf scratch = {0}, tool = {0};

	for (size_t i = 0; i < c->trails.n; i++) {
		fb_str line = fb_cstr(c->trails.lines[i]);
		fb_str options = fb_json_text(fb_json_get(line, "options"),
		    &scratch);

		tool.n = 0;
		if (options.n && !fb_str_starts(options, FB_LIT("--")))
			fb_finding_add(&c->found, FB_LIT("trails"), "what "
			    "trail %zu has as options are none", i + 1);
		fb_buf_add(&tool, fb_json_text(fb_json_get(line, "tool"),
		    &scratch));
		if (!is_known(fb_buf_cstr(&tool)))
			fb_finding_add(&c->found, FB_LIT("trails"), "no tool "
			    "that is known here is called '%.60s'",
			    fb_buf_cstr(&tool));
	}
	fb_buf_release(&scratch);
	fb_buf_release(&tool);
}

void
fb_verify_chain(struct fb_case *c)
{
	const char *tool, *trail, *from, *to;

	if (fb_chain_of(&c->trails, &from, &to) == FB_CHAIN_BROKEN)
		fb_finding_add(&c->found, FB_LIT("trails"), "what %s let out "
		    "is not what %s took in", from, to);
	for (size_t i = 0; i < sizeof reducers / sizeof *reducers; i++)
		for (size_t k = 0; (trail = fb_trail_of_tool(&c->trails,
		    reducers[i], k)); k++)
			check_trail(c, reducers[i], trail, "digest_in");
	find_strangers(c);
	trail = last_maker(c, &tool);
	if (trail)
		check_trail(c, tool, trail, "digest_out");
}
