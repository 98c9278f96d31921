/* account.c - where every record went. */
#include "record/json.h"
#include "sample/account.h"
#include "sample/cert.h"

void
fb_account(struct fb_trail_counts *c, const struct fb_sample *s,
    const struct fb_trail_counts *merged)
{
	struct fb_copies copies = fb_sample_copies(s);
	size_t differing = s->line.differing;

	c->in += merged->in;
	c->filtered += merged->filtered;
	c->digest_in.sum += merged->digest_in.sum;
	c->duplicates = copies.duplicates + s->line.duplicates - differing;
	c->rejected += copies.refused + differing + s->bad + merged->rejected;
}

void
fb_put_account(struct fb_buf *b, const struct fb_sample *s,
    const struct fb_trail_counts *c, bool part)
{
	size_t refused = fb_sample_copies(s).refused + s->line.differing;

	fb_put_int(b, "no_consent", (int64_t)s->no_consent);
	fb_put_int(b, "ineligible", (int64_t)s->ineligible);
	if (s->conf.withhold) {
		fb_put_int(b, "withheld", (int64_t)s->withheld);
		fb_put_key(b, "reasons");
		fb_put_reasons(b, s->conf.withhold, s->reasons);
	}
	if (!part)
		fb_put_int(b, "undrawn", (int64_t)(s->nframe - c->out -
		    c->duplicates - refused));
}
