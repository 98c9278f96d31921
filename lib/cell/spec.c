/* spec.c - metric specs: from the command line, from a line, to a line. */
#include "base/num.h"
#include "base/time.h"
#include "cell/spec.h"
#include "record/json.h"
#include "record/names.h"

/* Cut s at the first of these characters; *at is which, 0 without one. */
static fb_str
cut(fb_str *s, const char *chars, char *at)
{
	fb_str head = *s;

	*at = 0;
	for (size_t i = 0; i < s->n && !*at; i++) {
		if (!s->p[i] || !strchr(chars, s->p[i]))
			continue;
		*at = s->p[i];
		head.n = i;
		*s = (fb_str){ s->p + i + 1, s->n - i - 1 };
	}
	if (!*at)
		*s = (fb_str){ NULL, 0 };
	return head;
}

static const char *
parse_fields(struct fb_spec *s, fb_str text)
{
	if (!text.n)
		return "no field behind the colon";
	if (!s->kind->scored)
		return "this metric counts records and takes no field";
	s->field = s->kind->two_fields ? fb_str_split(&text, ',') : text;
	if (s->kind->two_fields)
		s->until = text;
	return NULL;
}

static const char *
parse_range(struct fb_spec *s, fb_str text)
{
	const char *why = fb_scale_parse(text, &s->range);

	if (why)
		return why;
	return s->range.known && s->kind->scored && !s->kind->read_alone ? NULL :
	    "@LO-HI needs two numbers and a metric of answers";
}

static const char *
parse_kind(struct fb_spec *s, fb_str rest)
{
	const char *why = NULL;
	char at;
	fb_str kind = cut(&rest, ":@", &at);

	s->kind = fb_kind_find(kind);
	if (!s->kind)
		return "unknown metric; 'man fb-metric' names them";
	s->field = s->kind->field ? fb_cstr(s->kind->field) : FB_SCORE;
	if (at == ':')
		why = parse_fields(s, cut(&rest, s->kind->may_want ? "=@" : "@",
		    &at));
	if (!why && at == '@')
		why = parse_range(s, rest);
	if (!why && at == '=') {
		s->wanted = rest;
		s->range = (struct fb_scale){ 1000, 1000, true };
	}
	return !why && s->kind->check ? s->kind->check(s) : why;
}

const char *
fb_spec_parse(struct fb_arena *mem, fb_str text, struct fb_spec *s)
{
	fb_str own = fb_arena_copy(mem, text), rest = own, name;
	const char *why;
	char at;

	*s = (struct fb_spec){0};
	name = cut(&rest, "=:@", &at);
	if (at != '=') {
		rest = own;
		name = (fb_str){ NULL, 0 };
	}
	if ((why = parse_kind(s, rest)))
		return why;
	if (!name.p)
		name = s->wanted.p ? rest : cut(&rest, "@", &at);
	s->name = name;
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
	if (s->until.n)
		fb_put_text(b, "until", s->until);
	if (s->wanted.p)
		fb_put_text(b, "value", s->wanted);
	if (s->kind->scored && scale.known) {
		fb_put_scale(&text, scale);
		fb_put_text(b, "scale", fb_buf_str(&text));
	}
	if (s->kind->range_is_yes && s->range.known && !s->wanted.p)
		put_pair(b, "yes", s->range.lo, s->range.hi);
	else if (s->kind->range_is_yes && !s->wanted.p)
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

/* Text of a member, NULL without one. */
static fb_str
member(struct fb_arena *mem, fb_str object, const char *key)
{
	struct fb_buf scratch = {0};
	fb_str raw = fb_json_get(object, key), text = { NULL, 0 };

	if (raw.p)
		text = fb_arena_copy(mem, fb_json_text(raw, &scratch));
	fb_buf_release(&scratch);
	return text;
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
	s->until = member(mem, of, "until");
	s->wanted = member(mem, of, "value");
	if (s->wanted.p)
		s->range = (struct fb_scale){ 1000, 1000, true };
	fb_buf_release(&scratch);
	return s->kind != NULL;
}

bool
fb_spec_same(const struct fb_spec *a, const struct fb_spec *b)
{
	return a->kind == b->kind && fb_str_eq(a->field, b->field) &&
	    fb_str_eq(a->until, b->until) && fb_str_eq(a->wanted, b->wanted) &&
	    a->range.known == b->range.known && a->range.lo == b->range.lo &&
	    a->range.hi == b->range.hi && a->cut == b->cut && a->asof == b->asof;
}
