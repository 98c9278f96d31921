/* check.c - what makes a draw impossible, or doubtful. */
#include "base/diag.h"
#include "sample/check.h"

/* With fatal, the draw makes no sense; else it is empty. */
static void
check(const struct fb_seen *seen, bool fatal)
{
	fb_str field = fb_seen_unknown(seen);
	struct fb_buf names = {0};

	if (!field.n)
		return;
	fb_put_seen(&names, seen);
	if (fatal)
		fb_die(FB_USAGE, "no record has a field '%.*s'; fields seen: "
		    "%s", (int)field.n, field.p, fb_buf_cstr(&names));
	fb_warn("no record has the required field '%.*s'; fields seen: %s",
	    (int)field.n, field.p, fb_buf_cstr(&names));
	fb_buf_release(&names);
}

void
fb_check_fields(const struct fb_sample *s)
{
	check(&s->seen, true);
	check(&s->required, false);
}

void
fb_too_few(const struct fb_sample *s)
{
	const struct fb_sample_conf *c = &s->conf;
	size_t strata = s->keys.n;

	if (strata > c->n)
		fb_die(FB_USAGE, "n=%zu < %zu strata; use --min 0", c->n, strata);
	fb_die(FB_USAGE, "n=%zu is too few for --min %zu in each of %zu strata; "
	    "use a smaller --min", c->n, c->min, strata);
}

void
fb_refuse_copies(const struct fb_sample *s, struct fb_reader *in)
{
	const struct fb_systematic *line = &s->line;

	for (size_t i = 0; i < s->ndrawn; i++) {
		const struct fb_pick *p = s->drawn[i].pick;
		fb_str id = fb_pick_record(p);

		if (p->copies > p->same)
			fb_reader_refuse(in, p->copies - p->same,
			    fb_buf_str(&p->refused), "id '%.*s' came again with "
			    "other content (%zu); make ids unique first",
			    (int)(id.n < 200 ? id.n : 200), id.p,
			    p->copies - p->same);
	}
	if (line->differing)
		fb_reader_refuse(in, line->differing, FB_LIT(""), "%zu "
		    "records have the id of another; make ids unique first",
		    line->differing);
}
