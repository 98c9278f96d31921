/* chain.c - is digest_out of each tool what the next one took in? */
#include "present/funnel.h"
#include "record/json.h"

/* Tools that every record goes through, and tools that end a branch. */
static const char *const maps[] = { "fb-ingest", "fb-redact", "fb-tag" };
static const char *const ends[] = { "fb-sample", "fb-metric", "fb-anecdote" };

enum { MAPS = sizeof maps / sizeof *maps, ENDS = sizeof ends / sizeof *ends };

static bool
digest(const char *trail, const char *key, struct fb_digest *d)
{
	fb_str raw = fb_json_get(fb_cstr(trail), key);

	return fb_json_is_str(raw) && raw.n > 2 &&
	    fb_digest_parse((fb_str){ raw.p + 1, raw.n - 2 }, d);
}

static bool
is_tool(const char *trail, const char *tool)
{
	return fb_json_is(fb_json_get(fb_cstr(trail), "tool"), tool);
}

/* Of all runs of a tool; false when there is none, or one without a digest. */
static bool
sum_of(const struct fb_report *r, const char *tool, const char *key,
    struct fb_digest *sum)
{
	struct fb_digest d;
	size_t n = 0;

	*sum = (struct fb_digest){0};
	for (size_t i = 0; i < r->trails.n; i++) {
		if (!is_tool(r->trails.lines[i], tool))
			continue;
		if (!digest(r->trails.lines[i], key, &d))
			return false;
		sum->sum += d.sum;
		n++;
	}
	return n > 0;
}

static bool
has_tool(const struct fb_report *r, const char *tool)
{
	for (size_t i = 0; i < r->trails.n; i++)
		if (is_tool(r->trails.lines[i], tool))
			return true;
	return false;
}

static enum fb_chain
broken(fb_str *from, fb_str *to, const char *a, const char *b)
{
	if (from)
		*from = fb_cstr(a);
	if (to)
		*to = fb_cstr(b);
	return FB_CHAIN_BROKEN;
}

/* Each run of a reducing tool reads all records that the last map let out. */
static bool
ends_meet(const struct fb_report *r, const char *tool, struct fb_digest out)
{
	struct fb_digest in;

	for (size_t i = 0; i < r->trails.n; i++)
		if (is_tool(r->trails.lines[i], tool) &&
		    (!digest(r->trails.lines[i], "digest_in", &in) ||
		    in.sum != out.sum))
			return false;
	return true;
}

enum fb_chain
fb_chain_of(const struct fb_report *r, fb_str *from, fb_str *to)
{
	struct fb_digest out = {0}, in;
	const char *last = NULL;

	if (!r->trails.n)
		return FB_CHAIN_NONE;
	for (int i = 0; i < MAPS; i++) {
		if (!has_tool(r, maps[i]))
			continue;
		if (last && (!sum_of(r, maps[i], "digest_in", &in) ||
		    in.sum != out.sum))
			return broken(from, to, last, maps[i]);
		if (!sum_of(r, maps[i], "digest_out", &out))
			return broken(from, to, maps[i], maps[i]);
		last = maps[i];
	}
	for (int i = 0; last && i < ENDS; i++)
		if (!ends_meet(r, ends[i], out))
			return broken(from, to, last, ends[i]);
	return FB_CHAIN_WHOLE;
}

void
fb_put_chain(struct fb_buf *b, struct fb_report *r)
{
	static const char *const keys[] = { [FB_CHAIN_NONE] = "chain_none",
	    [FB_CHAIN_WHOLE] = "chain_whole",
	    [FB_CHAIN_BROKEN] = "chain_broken" };
	fb_str from = FB_LIT(""), to = FB_LIT("");
	enum fb_chain chain = fb_chain_of(r, &from, &to);

	fb_say(b, &r->words, keys[chain], (struct fb_slot[]){
	    { "from", from }, { "to", to } }, 2);
}
