/* traits.c - what a record says of itself: group, side, answer, size, alert. */
#include "record/json.h"
#include "record/names.h"
#include "sample/traits.h"

const fb_str fb_side_praise = { "praise", 6 };
const fb_str fb_side_complaint = { "complaint", 9 };
const fb_str fb_side_middle = { "middle", 6 };
const fb_str fb_side_unscored = { "unscored", 8 };

static fb_str
value_of(fb_str raw, struct fb_buf *scratch)
{
	struct fb_json it = fb_json_in(raw), rest;

	if (!raw.n || *raw.p != '[')
		return fb_json_text(raw, scratch);
	if (!fb_json_next(&it))
		return FB_LIT("");
	rest = it;
	return fb_json_next(&rest) ? raw : fb_json_text(it.val, scratch);
}

fb_str
fb_group_key(const struct fb_table *by, const struct fb_rec *rec,
    struct fb_buf *value, struct fb_buf *key)
{
	if (!by)
		return FB_LIT("");
	if (by->n == 1)
		return value_of(fb_rec_get(rec, by->key[0]), value);
	key->n = 0;
	for (size_t i = 0; i < by->n; i++) {
		fb_buf_addc(key, i ? ',' : '[');
		fb_put_json(key, value_of(fb_rec_get(rec, by->key[i]), value));
	}
	fb_buf_addc(key, ']');
	return fb_buf_str(key);
}

bool
fb_is_filled(fb_str raw, struct fb_buf *scratch)
{
	struct fb_json it = fb_json_in(raw);

	if (raw.n && (*raw.p == '[' || *raw.p == '{'))
		return fb_json_next(&it);
	return fb_str_trim(fb_json_text(raw, scratch)).n > 0;
}

static const char *
spoilt(struct fb_sample *s, const char *fmt, fb_str field, fb_str text)
{
	s->why.n = 0;
	fb_buf_printf(&s->why, fmt, (int)(field.n < 80 ? field.n : 80), field.p,
	    (int)(text.n < 80 ? text.n : 80), text.p);
	return fb_buf_cstr(&s->why);
}

static const char *
off_scale(struct fb_sample *s, const struct fb_rec *rec, fb_str field)
{
	fb_str text = fb_json_text(fb_rec_get(rec, field), &s->value);
	struct fb_buf scale = {0};
	const char *why;

	fb_buf_adds(&scale, "%.*s '%.*s' is not a number");
	if (fb_str_eq(field, FB_SCORE) && fb_rec_get(rec, FB_SCALE).n)
		fb_buf_adds(&scale, " on the scale of the record");
	why = spoilt(s, fb_buf_cstr(&scale), field, text);
	fb_buf_release(&scale);
	return why;
}

/* Which group of --both-sides, by thirds of the scale. */
const char *
fb_trait_side(struct fb_sample *s, const struct fb_rec *rec, fb_str *side)
{
	struct fb_scale scale;
	int64_t milli;
	const fb_str *const sides[] = { &fb_side_complaint, &fb_side_middle,
	    &fb_side_praise };

	*side = fb_side_unscored;
	switch (fb_answer(&s->conf.spread, rec, &scale, &milli)) {
	case FB_OFF_SCALE:
	case FB_NO_NUMBER:
		return off_scale(s, rec, s->conf.spread.field);
	case FB_ANSWERED:
		if (scale.known)
			*side = *sides[fb_group_of(&s->conf.spread, scale, milli)];
		break;
	case FB_NO_ANSWER:
	case FB_STILL_OPEN:
		break;
	}
	return NULL;
}

const char *
fb_trait_answer(struct fb_sample *s, const struct fb_rec *rec, struct fb_sums *sums)
{
	struct fb_scale scale;
	int64_t milli;

	switch (fb_answer(&s->conf.spread, rec, &scale, &milli)) {
	case FB_OFF_SCALE:
	case FB_NO_NUMBER:
		return off_scale(s, rec, s->conf.spread.field);
	case FB_ANSWERED:
		*sums = (struct fb_sums){ 1, milli, (fb_i128)milli * milli };
		break;
	case FB_NO_ANSWER:
	case FB_STILL_OPEN:
		break;
	}
	return NULL;
}

const char *
fb_trait_size(struct fb_sample *s, const struct fb_rec *rec, uint64_t *size)
{
	fb_str field = fb_cstr(s->conf.size), text;
	int64_t milli;

	text = fb_json_text(fb_rec_get(rec, field), &s->value);
	if (!fb_str_trim(text).n && s->conf.size_missing)
		text = fb_cstr(s->conf.size_missing);
	if (!text.n)
		return spoilt(s, "there is no %.*s%.*s; --size-missing 0 leaves "
		    "such records out of the draw", field, FB_LIT(""));
	if (fb_parse_milli(text, &milli, NULL) || milli < 0)
		return spoilt(s, "%.*s '%.*s' is not a size of 0 or more",
		    field, text);
	*size = (uint64_t)milli;
	return NULL;
}

bool
fb_trait_alert(const struct fb_rec *rec)
{
	fb_str raw = fb_rec_get(rec, FB_LIT("alert"));
	struct fb_buf scratch = {0};
	bool has = fb_is_filled(raw, &scratch) &&
	    !fb_str_eq(raw, FB_LIT("false"));

	fb_buf_release(&scratch);
	return has;
}
