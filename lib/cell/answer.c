/* answer.c - what a record says to a spec. */
#include "base/num.h"
#include "cell/kind_own.h"
#include "cell/spec.h"
#include "record/json.h"
#include "record/names.h"

void
fb_read_number(const struct fb_spec *s, const struct fb_raws *raws,
    struct fb_given *g)
{
	struct fb_buf scratch = {0};
	fb_str text = fb_json_text(raws->field, &scratch);

	g->scale = fb_spec_scale(s, raws->scale);
	if (!text.n)
		g->what = FB_NO_ANSWER;
	else if (fb_parse_milli(text, &g->milli, NULL))
		g->what = FB_NO_NUMBER;
	else if (g->scale.known &&
	    (g->milli < g->scale.lo || g->milli > g->scale.hi))
		g->what = FB_OFF_SCALE;
	else
		g->what = FB_ANSWERED;
	if (g->what == FB_ANSWERED && s->kind->keeps == FB_KEEPS_SUMS)
		g->place = fb_tally_place(g->scale, g->milli);
	fb_buf_release(&scratch);
}

void
fb_answer_raw(const struct fb_spec *s, const struct fb_raws *raws,
    struct fb_given *g)
{
	*g = (struct fb_given){ .what = FB_NO_ANSWER, .place = FB_TALLY };
	if (s->kind->read)
		s->kind->read(s, raws, g);
	else
		fb_read_number(s, raws, g);
}

enum fb_answer
fb_answer(const struct fb_spec *s, const struct fb_rec *r,
    struct fb_scale *scale, int64_t *milli)
{
	struct fb_raws raws = { .field = fb_rec_get(r, s->field) };
	struct fb_buf scratch = {0};
	struct fb_given g;

	if (s->until.n)
		raws.until = fb_rec_get(r, s->until);
	if (fb_str_eq(s->field, FB_SCORE) && fb_scale_parse(
	    fb_json_text(fb_rec_get(r, FB_SCALE), &scratch), &raws.scale))
		raws.scale = (struct fb_scale){0};
	fb_buf_release(&scratch);
	fb_answer_raw(s, &raws, &g);
	*scale = g.scale;
	*milli = g.milli;
	return g.what;
}
