/* spec.c - metric specs: from the command line, from a line, to a line. */
#include "base/num.h"
#include "base/time.h"
#include "cell/spec.h"
#include "record/json.h"
#include "record/names.h"

static const char *
parse_kind(struct fb_arena *mem, fb_str rest, struct fb_spec *s)
{
	fb_str kind = fb_str_split(&rest, ':');

	s->kind = fb_kind_find(kind);
	if (!s->kind)
		return "unknown metric; one of count, nps, csat, mean";
	s->field = FB_SCORE;
	if (!rest.p)
		return NULL;
	if (!rest.n)
		return "no field behind the colon";
	if (!s->kind->scored)
		return "this metric counts records and takes no field";
	s->field = fb_arena_copy(mem, rest);
	return NULL;
}

const char *
fb_spec_parse(struct fb_arena *mem, fb_str text, struct fb_spec *s)
{
	fb_str rest = text, name = fb_str_split(&rest, '='), range, what;
	const char *why;

	*s = (struct fb_spec){0};
	if (!rest.p) {
		rest = text;
		name = (fb_str){ NULL, 0 };
	}
	what = fb_str_split(&rest, '@');
	range = rest;
	if ((why = parse_kind(mem, what, s)))
		return why;
	if (range.p && (why = fb_scale_parse(range, &s->range)))
		return why;
	if (range.p && (!s->range.known || !s->kind->scored))
		return "@LO-HI needs two numbers and a metric of answers";
	s->name = fb_arena_copy(mem, name.p ? name : what);
	return s->name.n ? NULL : "no name before the equals sign";
}

/* [lo,hi] in plain numbers. */
static void
put_pair(struct fb_buf *b, const char *key, int64_t lo, int64_t hi)
{
	fb_put_key(b, key);
	fb_buf_addc(b, '[');
	fb_put_milli(b, lo);
	fb_buf_addc(b, ',');
	fb_put_milli(b, hi);
	fb_buf_addc(b, ']');
}

void
fb_put_of(struct fb_buf *b, const struct fb_spec *s, struct fb_scale scale)
{
	struct fb_buf text = {0};

	fb_buf_addc(b, '{');
	fb_put_text(b, "kind", fb_cstr(s->kind->name));
	if (s->kind->scored)
		fb_put_text(b, "field", s->field);
	if (s->kind->scored && scale.known) {
		fb_put_scale(&text, scale);
		fb_put_text(b, "scale", fb_buf_str(&text));
	}
	if (s->kind->range_is_yes && s->range.known)
		put_pair(b, "yes", s->range.lo, s->range.hi);
	else if (s->kind->range_is_yes)
		put_pair(b, "yes", scale.hi - 1000, scale.hi);
	if (!strcmp(s->kind->name, "nps"))
		put_pair(b, "cuts", 6000, 9000);
	fb_put_text(b, "tz", fb_cstr(fb_tz_name()));
	fb_buf_addc(b, '}');
	fb_buf_release(&text);
}

/* The pair back again. */
static bool
parse_pair(fb_str raw, struct fb_scale *range)
{
	struct fb_json it = fb_json_in(raw);
	int64_t v[2];

	for (int i = 0; i < 2; i++)
		if (!fb_json_next(&it) || fb_parse_milli(it.val, &v[i], NULL))
			return false;
	*range = (struct fb_scale){ v[0], v[1], true };
	return true;
}

bool
fb_spec_of_line(struct fb_arena *mem, fb_str name, fb_str of, struct fb_spec *s,
    struct fb_scale *scale)
{
	struct fb_buf scratch = {0};
	fb_str field;

	*s = (struct fb_spec){ .name = name };
	*scale = (struct fb_scale){0};
	s->kind = fb_kind_find(fb_json_text(fb_json_get(of, "kind"), &scratch));
	field = fb_json_text(fb_json_get(of, "field"), &scratch);
	s->field = field.n ? fb_arena_copy(mem, field) : FB_SCORE;
	if (fb_scale_parse(fb_json_text(fb_json_get(of, "scale"), &scratch), scale))
		s->kind = NULL;
	parse_pair(fb_json_get(of, "yes"), &s->range);
	fb_buf_release(&scratch);
	return s->kind != NULL;
}

static fb_str
scale_text(const struct fb_spec *s, const struct fb_rec *r, struct fb_buf *b)
{
	if (!fb_str_eq(s->field, FB_SCORE))
		return FB_LIT("");
	return fb_json_text(fb_rec_get(r, FB_SCALE), b);
}

enum fb_answer
fb_answer(const struct fb_spec *s, const struct fb_rec *r,
    struct fb_scale *scale, int64_t *milli)
{
	struct fb_buf scratch = {0};
	struct fb_scale own;
	enum fb_answer what = FB_ANSWERED;
	fb_str text = fb_json_text(fb_rec_get(r, s->field), &scratch);

	if (!text.n)
		what = FB_NO_ANSWER;
	else if (fb_parse_milli(text, milli, NULL))
		what = FB_OFF_SCALE;
	if (fb_scale_parse(scale_text(s, r, &scratch), &own))
		own = (struct fb_scale){0};
	*scale = fb_spec_scale(s, own);
	if (what == FB_ANSWERED && scale->known &&
	    (*milli < scale->lo || *milli > scale->hi))
		what = FB_OFF_SCALE;
	fb_buf_release(&scratch);
	return what;
}
