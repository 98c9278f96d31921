/* plan.c - header, profile and options become a plan. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/date.h"
#include "ingest/plan.h"
#include "record/json.h"
#include "record/names.h"

const char *const fb_role_names[FB_ROLES] = { "id", "date", "channel",
    "customer", "score", "title", "text", "lang", "consent" };

static const char *wrong(struct fb_mapping *p, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static const char *
wrong(struct fb_mapping *p, const char *fmt, ...)
{
	char text[1000];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	p->why.n = 0;
	fb_buf_adds(&p->why, text);
	return fb_buf_cstr(&p->why);
}

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
add_column(struct fb_mapping *p, struct fb_origin *o, fb_str name)
{
	size_t i = fb_map_get(&p->names, fb_str_trim(name));

	if (i == FB_MAP_NONE)
		return false;
	o->cols = fb_grow(o->cols, &o->cap, o->n + 1, sizeof *o->cols);
	o->cols[o->n++] = i;
	return true;
}

static const char *
find_text(fb_str s, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= s.n; i++)
		if (!memcmp(s.p + i, what, n))
			return s.p + i;
	return NULL;
}

/* "A + B", all of which must be there. */
static bool
add_columns(struct fb_mapping *p, struct fb_origin *o, fb_str list)
{
	const char *plus;

	if (add_column(p, o, list))
		return true;
	while ((plus = find_text(list, " + "))) {
		size_t n = (size_t)(plus - list.p);

		if (!add_column(p, o, (fb_str){ list.p, n }))
			return false;
		list = (fb_str){ plus + 3, list.n - n - 3 };
	}
	return add_column(p, o, list);
}

/* What stands behind the '='; false when a column of it is missing. */
static bool
resolve(struct fb_mapping *p, struct fb_origin *o, fb_str val, int role)
{
	const char *form = role == FB_ROLE_DATE ? find_text(val, " %") :
	    role == FB_ROLE_ID ? find_text(val, " after ") : NULL;

	*o = (struct fb_origin){0};
	if (val.n > 1 && val.p[0] == '"' && val.p[val.n - 1] == '"') {
		o->constant = (fb_str){ val.p + 1, val.n - 2 };
		return true;
	}
	if (form && fb_map_get(&p->names, val) == FB_MAP_NONE) {
		o->form = (fb_str){ form + 1, (size_t)(val.p + val.n - form) - 1 };
		val.n = (size_t)(form - val.p);
	}
	if (add_columns(p, o, val))
		return true;
	free(o->cols);
	*o = (struct fb_origin){0};
	return false;
}

static const char *
no_column(struct fb_mapping *p, const struct fb_rule *r)
{
	struct fb_buf all = {0};
	const char *why;

	for (size_t i = 0; i < p->n && all.n < 600; i++) {
		fb_buf_adds(&all, i ? ", " : "");
		fb_buf_add(&all, p->v[i].name);
	}
	why = wrong(p, "'%s' = '%s' names no column of the header, which has: %s",
	    r->key, r->val, fb_buf_cstr(&all));
	fb_buf_release(&all);
	return why;
}

/* The origin of one of our own keys from a set of rules; the first holds. */
static const char *
own_key(struct fb_mapping *p, const struct fb_profile *rules, int role, bool asked)
{
	struct fb_origin *o = &p->from[role];
	const char *why = NULL;

	for (size_t i = 0; rules && i < rules->n; i++) {
		const struct fb_rule *r = &rules->v[i];

		if (r->in != FB_MAP || strcmp(r->key, fb_role_names[role]))
			continue;
		if (resolve(p, o, fb_cstr(r->val), role)) {
			why = o->form.n && role == FB_ROLE_DATE ?
			    fb_form_check(o->form) : NULL;
			return why ? wrong(p, "%s: %s", r->val, why) : NULL;
		}
		if (asked)
			return no_column(p, r);
	}
	return NULL;
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
		const char *why = own_key(p, w->columns, role, true);

		if (!why && !has_origin(o))
			why = own_key(p, p->profile, role, false);
		if (why)
			return why;
		if (!has_origin(o) && !p->profile)
			add_column(p, o, fb_cstr(fb_role_names[role]));
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
		return wrong(p, "the key '%s' is not for an export to fill", r->key);
	if (!resolve(p, &o, fb_cstr(r->val), -1))
		return asked ? no_column(p, r) : NULL;
	if (o.constant.p) {
		fb_buf_addc(&p->extra, ',');
		fb_put_json(&p->extra, fb_cstr(r->key));
		fb_buf_addc(&p->extra, ':');
		fb_put_json(&p->extra, o.constant);
	} else if (o.n > 1) {
		why = wrong(p, "'%s': only text and the stream's own keys are "
		    "joined from columns", r->key);
	} else {
		p->v[o.cols[0]].key.n = 0;
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

/* Keys of all columns, each once; none that the stream owns. */
static void
settle_keys(struct fb_mapping *p)
{
	struct fb_map used = {0};

	for (size_t i = 0; i < p->n; i++) {
		struct fb_column *c = &p->v[i];
		fb_str want = c->key.n ? fb_buf_str(&c->key) : c->name;
		struct fb_buf key = {0};
		bool fresh = false;

		if (fb_name_reserved(want) || fb_str_eq(want, FB_LIT("x_extra")))
			fb_buf_adds(&key, "x_");
		fb_buf_add(&key, want);
		for (size_t k = 2, n = key.n; ; k++) {
			fb_map_put(&used, fb_buf_str(&key), &fresh);
			if (fresh)
				break;
			key.n = n;
			fb_buf_printf(&key, "_%zu", k);
		}
		fb_buf_release(&c->key);
		fb_buf_cstr(&key);
		c->key = key;
		fb_put_json(&c->put, fb_buf_str(&key));
		fb_buf_addc(&c->put, ':');
	}
	fb_map_release(&used);
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
			why = own ? fb_scales_add(&p->scales, fb_cstr(r->val)) : NULL;
		} else if ((c = column_called(p, fb_cstr(r->key + 6)))) {
			if (rules != p->profile)
				c->asked = true;
			else if (c->asked)
				continue;
			why = fb_scales_add(&c->scales, fb_cstr(r->val));
		}
		if (why)
			return wrong(p, "%s = %s: %s", r->key, r->val, why);
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
		return wrong(p, "--scale '%s': %s", w->scale, why);
	why = add_scales(p, w->columns, !p->scales.n);
	if (!why)
		why = add_scales(p, p->profile, !p->scales.n);
	if (why || p->scales.n || !has_origin(score))
		return why;
	for (size_t i = 0; w->columns && i < w->columns->n; i++)
		if (!strcmp(w->columns->v[i].key, "score"))
			return "the score has no scale; give --scale LO-HI";
	if (p->profile)
		return "the profile gives the score no scale; give --scale LO-HI";
	p->unscaled = true;
	free(score->cols);
	*score = (struct fb_origin){0};
	return NULL;
}

static void
add_nothing(struct fb_column *c, fb_str text)
{
	struct fb_nothing *none;

	c->nothing = fb_grow(c->nothing, &c->cap, c->nnothing + 1, sizeof *none);
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
	if ((why = own_keys(p, w)) || (why = other_keys(p, profile, false)) ||
	    (why = other_keys(p, w->columns, true)))
		return why;
	settle_keys(p);
	if ((why = scales(p, w)))
		return why;
	drops(p);
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
		fb_scales_release(&p->v[i].scales);
		free(p->v[i].nothing);
	}
	for (int r = 0; r < FB_ROLES; r++)
		free(p->from[r].cols);
	free(p->v);
	fb_map_release(&p->names);
	fb_scales_release(&p->scales);
	fb_buf_release(&p->extra);
	fb_buf_release(&p->why);
	*p = (struct fb_mapping){0};
}
