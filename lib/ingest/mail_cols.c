/* mail_cols.c - columns of mail: those all have, and headers by name. */
#include <stdlib.h>

#include "ingest/begin.h"
#include "ingest/mail_cols.h"
#include "ingest/mail_head.h"
#include "ingest/origin.h"
#include "ingest/sender.h"

static const char *const fixed[FB_MAIL_COLUMNS] = {
	[FB_MAIL_ID] = "id", [FB_MAIL_DATE] = "date",
	[FB_MAIL_CHANNEL] = "channel", [FB_MAIL_CUSTOMER] = "customer",
	[FB_MAIL_TITLE] = "title", [FB_MAIL_TEXT] = "text",
	[FB_MAIL_FROM] = "from", [FB_MAIL_THREAD] = "thread",
	[FB_MAIL_AUTOMATIC] = "automatic",
};

static bool
is_header_name(fb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || s.p[i] >= 0x7f || s.p[i] == ':')
			return false;
	return s.n > 0;
}

/* The number of a column that is there only when it is named or wanted. */
static size_t
on_request(struct fb_mail_cols *c, const struct fb_map *named, const char *name,
    bool wanted)
{
	if (!wanted && fb_map_get(named, fb_cstr(name)) == FB_MAP_NONE)
		return FB_MAP_NONE;
	return fb_map_put(&c->names, fb_cstr(name), NULL);
}

static void
add_headers(struct fb_mail_cols *c, const struct fb_map *named)
{
	c->first_header = c->names.n;
	for (size_t i = 0; i < named->n; i++) {
		fb_str name = fb_map_key(named, i);
		bool fresh = false;

		if (is_header_name(name))
			fb_map_put(&c->names, name, &fresh);
		if (fresh)
			fb_map_put(&c->headers, name, NULL);
	}
}

void
fb_mail_cols_open(struct fb_mail_cols *c, const struct fb_run *r)
{
	const char *kind = fb_profile_kind(&r->chosen);
	struct fb_map named = {0};
	size_t n;

	*c = (struct fb_mail_cols){0};
	fb_origin_names(&named, &r->columns, true);
	if (kind && !strcmp(kind, "mail"))
		fb_origin_names(&named, &r->chosen, true);
	for (size_t i = 0; i < FB_MAIL_COLUMNS; i++)
		fb_map_put(&c->names, fb_cstr(fixed[i]), NULL);
	c->quoted = on_request(c, &named, "quoted", r->ask->quoted);
	c->body = on_request(c, &named, "body", false);
	add_headers(c, &named);
	n = c->names.n;
	c->list = fb_zalloc(n, sizeof *c->list);
	c->cells = fb_zalloc(n, sizeof *c->cells);
	c->seen = fb_zalloc(c->headers.n + 1, sizeof *c->seen);
	c->made = fb_zalloc(c->headers.n + 1, sizeof *c->made);
	for (size_t i = 0; i < n; i++)
		c->list[i] = fb_map_key(&c->names, i);
	fb_map_release(&named);
}

/* A header's value as the key it is taken for; without one the mail's own. */
static fb_str
header_as(const struct fb_mail_cols *c, struct fb_buf *made, int role,
    fb_str value)
{
	static const enum fb_mail_col own[FB_ROLES] = {
		[FB_ROLE_DATE] = FB_MAIL_DATE, [FB_ROLE_TEXT] = FB_MAIL_TEXT,
		[FB_ROLE_CUSTOMER] = FB_MAIL_CUSTOMER,
		[FB_ROLE_TITLE] = FB_MAIL_TITLE,
	};
	struct fb_when when;

	made->n = 0;
	if (!value.n && role >= 0 && own[role])
		return c->cells[own[role]];
	if (role == FB_ROLE_CUSTOMER)
		fb_put_address(made, value);
	else if (role == FB_ROLE_DATE && fb_mail_date(value, &when))
		fb_put_when(made, when);
	return made->n ? fb_buf_str(made) : value;
}

static fb_str
without_end(fb_str s)
{
	while (s.n && s.p[s.n - 1] == '\n')
		s.n--;
	return s;
}

void
fb_mail_cols_fill(struct fb_mail_cols *c, const struct fb_mapping *p,
    const struct fb_mail *m)
{
	c->cells[FB_MAIL_ID] = fb_buf_str(&m->id);
	c->cells[FB_MAIL_CHANNEL] = FB_LIT("email");
	c->cells[FB_MAIL_CUSTOMER] = fb_buf_str(&m->address);
	c->cells[FB_MAIL_TITLE] = fb_buf_str(&m->subject);
	c->cells[FB_MAIL_FROM] = fb_buf_str(&m->from);
	c->cells[FB_MAIL_THREAD] = fb_buf_str(&m->thread);
	c->cells[FB_MAIL_AUTOMATIC] = fb_buf_str(&m->automatic);
	if (c->body != FB_MAP_NONE)
		c->cells[c->body] = without_end(fb_buf_str(&m->body));
	for (size_t i = 0; i < c->headers.n; i++) {
		size_t at = c->first_header + i;
		fb_str value = fb_buf_str(&m->header[i]);

		c->seen[i] |= value.n > 0;
		c->cells[at] = header_as(c, &c->made[i], p->v[at].role, value);
	}
}

void
fb_mail_cols_tell(const struct fb_mail_cols *c, const struct fb_run *r,
    const char *path)
{
	struct fb_map named = {0};

	if (!r->within)
		fb_origin_names(&named, &r->columns, true);
	for (size_t i = 0; i < c->headers.n; i++) {
		fb_str name = fb_map_key(&c->headers, i);

		if (!c->seen[i] && fb_map_get(&named, name) != FB_MAP_NONE)
			fb_warn("%s: no mail has a header '%.*s'", path,
			    (int)name.n, name.p);
	}
	fb_map_release(&named);
}

void
fb_mail_cols_release(struct fb_mail_cols *c)
{
	for (size_t i = 0; i < c->headers.n; i++)
		fb_buf_release(&c->made[i]);
	free(c->list);
	free(c->cells);
	free(c->seen);
	free(c->made);
	fb_map_release(&c->names);
	fb_map_release(&c->headers);
}
