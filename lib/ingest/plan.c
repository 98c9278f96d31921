/* plan.c - header, profile and options become a plan. */
#include <stdlib.h>

#include "ingest/origin.h"
#include "ingest/rows.h"
#include "record/json.h"
#include "record/names.h"

const char *const fb_role_names[FB_ROLES] = { "id", "date", "channel",
    "customer", "score", "title", "text", "translation", "lang", "consent" };

static int
role_of(const char *key)
{
	for (int r = 0; r < FB_ROLES; r++)
		if (!strcmp(key, fb_role_names[r]))
			return r;
	return -1;
}

static bool
is_scale(const char *key)
{
	return !strcmp(key, "scale") || !strncmp(key, "scale.", 6);
}

static bool
has_origin(const struct fb_origin *o)
{
	return o->n || o->constant.p;
}

static const char *
own_keys(struct fb_mapping *p, const struct fb_wish *w)
{
	for (int role = 0; role < FB_ROLES; role++) {
		struct fb_origin *o = &p->from[role];
		const char *why = fb_origin_find(p, w->columns, role, true);

		if (!why && !has_origin(o))
			why = fb_origin_find(p, p->profile, role, false);
		if (!why && !has_origin(o) && w->guess)
			why = fb_origin_find(p, w->guess, role, false);
		if (!has_origin(o) && !p->profile)
			fb_origin_add(p, o, fb_cstr(fb_role_names[role]));
		if (why)
			return why;
	}
	if (w->channel) {
		free(p->from[FB_ROLE_CHANNEL].cols);
		p->from[FB_ROLE_CHANNEL] = (struct fb_origin){
		    .constant = fb_cstr(w->channel) };
	}
	return NULL;
}

/* bank = bank_name, region = "EU". */
static const char *
other_key(struct fb_mapping *p, const struct fb_rule *r, bool asked)
{
	struct fb_origin o;
	const char *why = NULL;

	if (role_of(r->key) >= 0 || is_scale(r->key))
		return NULL;
	if (fb_name_reserved(fb_cstr(r->key)))
		return fb_mapping_wrong(p, "the key '%s' is not for an export to "
		    "fill", r->key);
	if (!fb_origin_resolve(p, &o, fb_cstr(r->val), -1))
		return asked ? fb_mapping_no_column(p, r) : NULL;
	if (o.constant.p) {
		bool fresh;

		fb_map_put(&p->keys, fb_cstr(r->key), &fresh);
		if (!fresh)
			return NULL;
		fb_buf_addc(&p->extra, ',');
		fb_put_json(&p->extra, fb_cstr(r->key));
		fb_buf_addc(&p->extra, ':');
		fb_put_json(&p->extra, o.constant);
	} else if (o.n > 1) {
		why = fb_mapping_wrong(p, "'%s': only text and the stream's own "
		    "keys are joined from columns", r->key);
	} else if (!p->v[o.cols[0]].key.n) {
		fb_buf_adds(&p->v[o.cols[0]].key, r->key);
	}
	free(o.cols);
	return why;
}

static const char *
other_keys(struct fb_mapping *p, const struct fb_profile *rules, bool asked)
{
	const char *why = NULL;

	for (size_t i = 0; rules && i < rules->n && !why; i++)
		if (rules->v[i].in == FB_MAP)
			why = other_key(p, &rules->v[i], asked);
	return why;
}

/* ,"key": */
static void
put_member(struct fb_buf *b, const struct fb_buf *key)
{
	fb_buf_room(b, FB_NAME_ROOM);
	fb_buf_addc(b, ',');
	fb_put_json(b, fb_buf_str(key));
	fb_buf_addc(b, ':');
}

/* Keys of all columns, each once; none that the stream owns. */
static void
settle_keys(struct fb_mapping *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct fb_column *c = &p->v[i];
		fb_str want = c->key.n ? fb_buf_str(&c->key) : c->name;
		struct fb_buf key = {0};

		if (c->identity)
			fb_buf_adds(&key, "person_");
		else if (fb_name_reserved(want) ||
		    fb_str_eq(want, FB_LIT("x_extra")))
			fb_buf_adds(&key, "x_");
		fb_buf_add(&key, want);
		fb_fresh_name(&p->keys, &key);
		fb_buf_cstr(&key);
		fb_buf_release(&c->key);
		c->key = key;
		put_member(&c->put, &key);
	}
}

static void
settle_off(struct fb_mapping *p, struct fb_column *c)
{
	struct fb_buf key = {0};

	fb_buf_printf(&key, "x_%s", c->key.p);
	fb_fresh_name(&p->keys, &key);
	put_member(&c->off, &key);
	fb_buf_release(&key);
}

static struct fb_column *
column_called(struct fb_mapping *p, fb_str name)
{
	size_t i = fb_map_get(&p->names, name);

	if (i != FB_MAP_NONE)
		return &p->v[i];
	for (i = 0; i < p->n; i++)
		if (fb_str_eq(fb_buf_str(&p->v[i].key), name))
			return &p->v[i];
	return NULL;
}

static const char *
add_scales(struct fb_mapping *p, const struct fb_profile *rules, bool own)
{
	const char *why = NULL;

	for (size_t i = 0; rules && i < rules->n && !why; i++) {
		const struct fb_rule *r = &rules->v[i];
		struct fb_column *c;

		if (r->in != FB_MAP || !is_scale(r->key))
			continue;
		if (!r->key[5]) {
			if (own)
				why = fb_scales_add(&p->scales,
				    fb_cstr(r->val));
		} else if ((c = column_called(p, fb_cstr(r->key + 6)))) {
			if (rules != p->profile)
				c->asked = true;
			else if (c->asked)
				continue;
			if (!c->scales.n)
				settle_off(p, c);
			why = fb_scales_add(&c->scales, fb_cstr(r->val));
		}
		if (why)
			return fb_mapping_wrong(p, "%s = %s: %s", r->key, r->val,
			    why);
	}
	return NULL;
}

/* --scale, else -c scale=, else the profile; never a guess from the values. */
static const char *
scales(struct fb_mapping *p, const struct fb_wish *w)
{
	struct fb_origin *score = &p->from[FB_ROLE_SCORE];
	const char *why = NULL;

	if (w->scale && (why = fb_scales_add(&p->scales, fb_cstr(w->scale))))
		return fb_mapping_wrong(p, "--scale '%s': %s", w->scale, why);
	why = add_scales(p, w->columns, !p->scales.n);
	if (!why)
		why = add_scales(p, p->profile, !p->scales.n);
	if (why || p->scales.n || !has_origin(score))
		return why;
	for (size_t i = 0; w->columns && i < w->columns->n; i++)
		if (!strcmp(w->columns->v[i].key, "score"))
			return "the score has no scale; give --scale LO-HI";
	if (p->profile)
		return "the profile gives the score no scale; "
		    "give --scale LO-HI";
	p->unscaled = p->v[score->cols[0]].name;
	p->unscaled_as = fb_buf_cstr(&p->v[score->cols[0]].key);
	free(score->cols);
	*score = (struct fb_origin){0};
	return NULL;
}

/* The columns whose cells decide about a scale. */
static void
find_deciding(const struct fb_mapping *p, struct fb_scales *s)
{
	for (size_t i = 0; i < s->n; i++)
		s->v[i].at = fb_map_get(&p->names, s->v[i].column);
}

static void
add_nothing(struct fb_column *c, fb_str text)
{
	struct fb_nothing *none;

	c->nothing = fb_grow(c->nothing, &c->cap, c->nnothing + 1,
	    sizeof *none);
	none = &c->nothing[c->nnothing++];
	none->text = text;
	none->number = !fb_parse_milli(text, &none->milli, NULL);
}

static void
drops(struct fb_mapping *p)
{
	const struct fb_profile *f = p->profile;

	for (size_t i = 0; f && i < f->n; i++) {
		const struct fb_rule *r = &f->v[i];
		bool any = r->in == FB_MISSING && !strcmp(r->key, "*");
		size_t at = fb_map_get(&p->names, fb_cstr(r->key));

		p->worded |= r->in == FB_WORDS;
		if (r->in == FB_DROP && at != FB_MAP_NONE)
			p->v[at].dropped = true;
		for (size_t k = 0; r->in == FB_MISSING && k < p->n; k++)
			if (any || k == at)
				add_nothing(&p->v[k], fb_cstr(r->val));
	}
}

const char *
fb_mapping_make(struct fb_mapping *p, const struct fb_profile *profile,
    const struct fb_wish *w)
{
	const char *why;

	p->profile = profile;
	if ((why = own_keys(p, w)) || (why = other_keys(p, w->columns, true)) ||
	    (why = other_keys(p, profile, false)))
		return why;
	fb_rows_plan(p, p->profile ? p->profile : w->guess);
	settle_keys(p);
	if ((why = scales(p, w)))
		return why;
	drops(p);
	find_deciding(p, &p->scales);
	for (size_t i = 0; i < p->n; i++) {
		struct fb_column *c = &p->v[i];

		find_deciding(p, &c->scales);
		c->plain = !c->scales.n && !c->split.n && !c->nnothing &&
		    !(profile && profile->guard);
	}
	for (int r = 0; r < FB_ROLES; r++)
		for (size_t i = 0; i < p->from[r].n; i++)
			p->v[p->from[r].cols[i]].role = r;
	return NULL;
}

void
fb_mapping_release(struct fb_mapping *p)
{
	for (size_t i = 0; i < p->n; i++) {
		fb_buf_release(&p->v[i].key);
		fb_buf_release(&p->v[i].put);
		fb_buf_release(&p->v[i].off);
		fb_scales_release(&p->v[i].scales);
		free(p->v[i].nothing);
	}
	for (int r = 0; r < FB_ROLES; r++)
		free(p->from[r].cols);
	free(p->v);
	free(p->tests);
	fb_map_release(&p->names);
	fb_map_release(&p->keys);
	fb_scales_release(&p->scales);
	fb_buf_release(&p->extra);
	fb_buf_release(&p->form);
	fb_buf_release(&p->why);
	*p = (struct fb_mapping){0};
}
