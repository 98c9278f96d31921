/* chain.c - trails by their digests. */
#include <stdlib.h>

#include "base/diag.h"
#include "record/chain.h"
#include "record/json.h"

/* Tools that every record goes through, and tools that end a branch. */
static const char *const maps[] = { "fb-ingest", "fb-redact", "fb-tag" };
static const char *const ends[] = { "fb-sample", "fb-metric", "fb-anecdote" };

enum { MAPS = sizeof maps / sizeof *maps, ENDS = sizeof ends / sizeof *ends };

/* What one trail says went in and out. */
struct run {
	struct fb_digest in, out;
	int64_t nout;
};

struct runs {
	struct run *v;
	size_t n, cap;
	bool told; /* each trail has its digests */
};

static bool
read_digest(fb_str trail, const char *key, struct fb_digest *d)
{
	fb_str raw = fb_json_get(trail, key);

	return fb_json_is_str(raw) && raw.n > 2 &&
	    fb_digest_parse((fb_str){ raw.p + 1, raw.n - 2 }, d);
}

static bool
read_run(fb_str trail, struct run *r)
{
	return read_digest(trail, "digest_in", &r->in) &&
	    read_digest(trail, "digest_out", &r->out) &&
	    fb_json_int(fb_json_get(trail, "out"), &r->nout) && r->nout >= 0;
}

static struct runs
runs_of(const struct fb_trails *t, const char *tool)
{
	struct runs runs = { .told = true };

	for (size_t i = 0; i < t->n; i++) {
		fb_str trail = fb_cstr(t->lines[i]);

		if (!fb_json_is(fb_json_get(trail, "tool"), tool))
			continue;
		runs.v = fb_grow(runs.v, &runs.cap, runs.n + 1, sizeof *runs.v);
		runs.told &= read_run(trail, &runs.v[runs.n++]);
	}
	return runs;
}

/* Did run b read what run a wrote? Of two that change nothing and could have
 * read each other, the second the first. */
static bool
feeds(const struct runs *r, size_t a, size_t b)
{
	return a != b && r->v[a].out.sum == r->v[b].in.sum &&
	    (a < b || r->v[b].out.sum != r->v[a].in.sum);
}

static bool
is_fed(const struct runs *r, size_t b)
{
	for (size_t a = 0; a < r->n; a++)
		if (feeds(r, a, b))
			return true;
	return false;
}

static bool
is_read(const struct runs *r, size_t a)
{
	for (size_t b = 0; b < r->n; b++)
		if (feeds(r, a, b))
			return true;
	return false;
}

static struct fb_digest
sum_in(const struct runs *r)
{
	struct fb_digest d = {0};

	for (size_t i = 0; i < r->n; i++)
		if (!is_fed(r, i))
			d.sum += r->v[i].in.sum;
	return d;
}

static void
sum_out(const struct runs *r, const char *tool, struct fb_sent *s)
{
	*s = (struct fb_sent){ .tool = tool };
	for (size_t i = 0; i < r->n; i++)
		if (!is_read(r, i)) {
			s->n += (size_t)r->v[i].nout;
			s->digest.sum += r->v[i].out.sum;
		}
}

bool
fb_chain_out(const struct fb_trails *t, const char *tool, struct fb_sent *s)
{
	struct runs r = runs_of(t, tool);
	bool ok = r.n && r.told;

	if (ok)
		sum_out(&r, tool, s);
	free(r.v);
	return ok;
}

/* Past one map, which need not have run. */
static bool
pass(const struct fb_trails *t, const char *map, struct fb_sent *s)
{
	struct runs r = runs_of(t, map);
	bool ok = !r.n || (r.told &&
	    (!s->tool || sum_in(&r).sum == s->digest.sum));

	if (ok && r.n)
		sum_out(&r, map, s);
	free(r.v);
	return ok;
}

/* The first map behind a tool; MAPS behind one that is none. */
static int
behind(const char *tool)
{
	int i = 0;

	if (!tool)
		return 0;
	while (i < MAPS && strcmp(maps[i], tool))
		i++;
	return i < MAPS ? i + 1 : MAPS;
}

const char *
fb_chain_follow(const struct fb_trails *t, struct fb_sent *s)
{
	for (int i = behind(s->tool); i < MAPS; i++)
		if (!pass(t, maps[i], s))
			return maps[i];
	return NULL;
}

/* Each run of a reducing tool reads all records that the last map let out. */
static bool
ends_meet(const struct fb_trails *t, const char *tool, struct fb_digest out)
{
	struct runs r = runs_of(t, tool);
	bool ok = r.told;

	for (size_t i = 0; ok && i < r.n; i++)
		ok = r.v[i].in.sum == out.sum;
	free(r.v);
	return ok;
}

enum fb_chain
fb_chain_of(const struct fb_trails *t, const char **from, const char **to)
{
	struct fb_sent s = {0};
	const char *broken = fb_chain_follow(t, &s);

	if (!t->n)
		return FB_CHAIN_NONE;
	for (int i = 0; !broken && s.tool && i < ENDS; i++)
		if (!ends_meet(t, ends[i], s.digest))
			broken = ends[i];
	if (!broken)
		return FB_CHAIN_WHOLE;
	*from = s.tool ? s.tool : broken;
	*to = broken;
	return FB_CHAIN_BROKEN;
}
