/* merge_trail.c - take in the trail of a run over a shard. */
#include "anecdote/merge.h"
#include "base/opt.h"
#include "record/json.h"

static bool
digest_of(const struct fb_rec *r, const char *key, struct fb_digest *d)
{
	struct fb_buf scratch = {0};
	struct fb_digest new;
	bool good = fb_digest_parse(fb_json_text(fb_rec_get(r, fb_cstr(key)),
	    &scratch), &new);

	fb_buf_release(&scratch);
	if (good)
		d->sum += new.sum;
	return good;
}

static bool
add_size(const struct fb_rec *r, const char *key, size_t *to)
{
	uint64_t n;

	if (!fb_count_of(fb_rec_get(r, fb_cstr(key)), &n))
		return false;
	*to += n;
	return true;
}

static bool
add_facts(struct fb_gather *g, const struct fb_rec *r)
{
	uint64_t withheld = 0;
	int64_t day;

	if (fb_json_int(fb_rec_get(r, FB_LIT("last_day")), &day) &&
	    day > g->plan->last_day && day <= INT32_MAX)
		g->plan->last_day = (int32_t)day;
	return add_size(r, "records", &g->spoke) &&
	    add_size(r, "no_text", &g->silent) &&
	    add_size(r, "short", &g->few_words) &&
	    add_size(r, "no_consent", &g->refused) &&
	    add_size(r, "withheld", &g->withheld) &&
	    add_size(r, "eligible", &g->eligible) &&
	    fb_reasons_add(g->withhold, fb_rec_get(r, FB_LIT("reasons")),
	    g->reasons, &withheld);
}

const char *
fb_pools_trail(struct fb_gather *g, const struct fb_rec *r,
    struct fb_trail_counts *c)
{
	struct fb_buf scratch = {0};
	bool same = fb_str_eq(fb_json_text(fb_rec_get(r, FB_LIT("options")),
	    &scratch), fb_cstr(fb_opt_given()));

	fb_buf_release(&scratch);
	if (!same || !add_facts(g, r) || !add_size(r, "in", &c->in) ||
	    !add_size(r, "out", &c->out) ||
	    !add_size(r, "filtered", &c->filtered) ||
	    !add_size(r, "rejected", &c->rejected) ||
	    !add_size(r, "duplicates", &c->duplicates) ||
	    !digest_of(r, "digest_in", &c->digest_in) ||
	    !digest_of(r, "digest_out", &c->digest_out))
		return "this part was made with other options; give the same";
	return NULL;
}
