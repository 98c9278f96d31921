/* origin.c - the columns that a rule names, looked up in the header. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/date.h"
#include "ingest/origin.h"

const char *
fb_mapping_wrong(struct fb_mapping *p, const char *fmt, ...)
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

bool
fb_origin_add(struct fb_mapping *p, struct fb_origin *o, fb_str name)
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

	if (fb_origin_add(p, o, list))
		return true;
	while ((plus = find_text(list, " + "))) {
		size_t n = (size_t)(plus - list.p);

		if (!fb_origin_add(p, o, (fb_str){ list.p, n }))
			return false;
		list = (fb_str){ plus + 3, list.n - n - 3 };
	}
	return fb_origin_add(p, o, list);
}

/* "body as html"; then val becomes the columns. */
static bool
cut_html(fb_str *val)
{
	fb_str as = FB_LIT(" as html");

	if (val->n <= as.n || memcmp(val->p + val->n - as.n, as.p, as.n))
		return false;
	val->n -= as.n;
	*val = fb_str_trim(*val);
	return true;
}

/* What stands behind the '='; false when a column of it is missing. */
bool
fb_origin_resolve(struct fb_mapping *p, struct fb_origin *o, fb_str val, int role)
{
	const char *form = role == FB_ROLE_DATE ? find_text(val, " %") :
	    role == FB_ROLE_ID ? find_text(val, " after ") : NULL;

	*o = (struct fb_origin){0};
	if (val.n > 1 && val.p[0] == '"' && val.p[val.n - 1] == '"') {
		o->constant = (fb_str){ val.p + 1, val.n - 2 };
		return true;
	}
	if (fb_role_is_words(role))
		o->html = cut_html(&val);
	if (form && fb_map_get(&p->names, val) == FB_MAP_NONE) {
		o->form = (fb_str){ form + 1,
		    (size_t)(val.p + val.n - form) - 1 };
		val.n = (size_t)(form - val.p);
	}
	if (add_columns(p, o, val))
		return true;
	free(o->cols);
	*o = (struct fb_origin){0};
	return false;
}

const char *
fb_mapping_no_column(struct fb_mapping *p, const struct fb_rule *r)
{
	struct fb_buf all = {0};
	const char *why;

	for (size_t i = 0; i < p->n && all.n < 600; i++) {
		fb_buf_adds(&all, i ? ", " : "");
		fb_buf_add(&all, p->v[i].name);
	}
	why = fb_mapping_wrong(p, "'%s' = '%s' names no column of the header, "
	    "which has: %s", r->key, r->val, fb_buf_cstr(&all));
	fb_buf_release(&all);
	return why;
}

/* The origin of one of our own keys from a set of rules; the first holds. */
const char *
fb_origin_find(struct fb_mapping *p, const struct fb_profile *rules, int role,
    bool asked)
{
	struct fb_origin *o = &p->from[role];
	const char *why = NULL;

	for (size_t i = 0; rules && i < rules->n; i++) {
		const struct fb_rule *r = &rules->v[i];

		if (r->in != FB_MAP || strcmp(r->key, fb_role_names[role]))
			continue;
		if (fb_origin_resolve(p, o, fb_cstr(r->val), role)) {
			why = o->form.n && role == FB_ROLE_DATE ?
			    fb_form_check(o->form) : NULL;
			return !why ? NULL :
			    fb_mapping_wrong(p, "%s: %s", r->val, why);
		}
		if (asked)
			return fb_mapping_no_column(p, r);
	}
	return NULL;
}

/* The column of "0-10 when Kind = nps". */
static void
name_deciding(struct fb_map *names, fb_str val)
{
	const char *when = find_text(val, " when ");
	fb_str rest = when ? (fb_str){ when + 6,
	    (size_t)(val.p + val.n - when) - 6 } : FB_LIT("");
	fb_str column = fb_str_trim(fb_str_split(&rest, '='));

	if (column.n)
		fb_map_put(names, column, NULL);
}

/* The columns of "A + B %Y-%m-%d", "A after x", "A as html"; not "words". */
static void
name_columns(struct fb_map *names, fb_str val)
{
	static const char *const behind[] = { " %", " after ", " as html" };
	const char *at;

	if (*val.p == '"')
		return;
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if ((at = find_text(val, behind[i])))
			val.n = (size_t)(at - val.p);
	while ((at = find_text(val, " + "))) {
		size_t n = (size_t)(at - val.p);

		fb_map_put(names, fb_str_trim((fb_str){ val.p, n }), NULL);
		val = (fb_str){ at + 3, val.n - n - 3 };
	}
	fb_map_put(names, fb_str_trim(val), NULL);
}

void
fb_origin_names(struct fb_map *names, const struct fb_profile *rules, bool all)
{
	for (size_t i = 0; i < rules->n; i++) {
		const struct fb_rule *r = &rules->v[i];
		bool scale = !strncmp(r->key, "scale", 5);

		if (r->in == FB_MAP && !scale)
			name_columns(names, fb_cstr(r->val));
		else if (r->in == FB_MAP && all)
			name_deciding(names, fb_cstr(r->val));
		else if (all && (r->in == FB_IDENTITY || r->in == FB_SPLIT ||
		    (r->in >= FB_SKIP && r->in <= FB_UNFINISHED)))
			fb_map_put(names, fb_cstr(r->key), NULL);
	}
}
