/* json_put.c - values of a JSON export become values of a record. */
#include "ingest/json_put.h"
#include "record/json.h"

/* JSON without the blanks between its signs. */
static void
put_compact(struct fb_buf *b, fb_str raw)
{
	char *to = fb_buf_room(b, raw.n);
	bool in_string = false;

	for (size_t i = 0; i < raw.n; i++) {
		char c = raw.p[i];

		if (!in_string && (c == ' ' || c == '\n' || c == '\r' ||
		    c == '\t'))
			continue;
		if (c == '\\' && in_string)
			*to++ = raw.p[i++];
		else if (c == '"')
			in_string = !in_string;
		*to++ = raw.p[i];
	}
	b->n = (size_t)(to - b->p);
}

/* A whole number that not every JSON tool can hold. */
static bool
is_long(fb_str raw)
{
	enum { SURE = 15 }; /* digits, below 2^53 */

	if (raw.n <= SURE || *raw.p == '"')
		return false;
	for (size_t i = *raw.p == '-'; i < raw.n; i++)
		if (raw.p[i] < '0' || raw.p[i] > '9')
			return false;
	return raw.n - (*raw.p == '-') > SURE;
}

void
fb_put_value(struct fb_buf *b, fb_str raw)
{
	if (*raw.p == '[' || *raw.p == '{')
		put_compact(b, raw);
	else if (is_long(raw))
		fb_put_json(b, raw);
	else
		fb_buf_add(b, raw);
}

static const fb_str quoted[FB_ROLES] = {
	[FB_ROLE_ID] = { "\"id\":", 5 },
	[FB_ROLE_CHANNEL] = { "\"channel\":", 10 },
	[FB_ROLE_CUSTOMER] = { "\"customer\":", 11 },
	[FB_ROLE_TITLE] = { "\"title\":", 8 },
	[FB_ROLE_TEXT] = { "\"text\":", 7 },
	[FB_ROLE_TRANSLATION] = { "\"translation\":", 14 },
	[FB_ROLE_LANG] = { "\"lang\":", 7 },
};

bool
fb_put_as_written(struct fb_buf *b, const struct fb_mapping *p,
    const struct fb_row *row, int role, fb_str s)
{
	const struct fb_origin *o = &p->from[role];
	fb_str raw;

	if (!row->json || o->n != 1)
		return false;
	raw = row->json[o->cols[0]];
	if (!raw.p || s.p != raw.p + 1 || s.n + 2 != raw.n)
		return false;
	fb_buf_addc(b, ',');
	fb_buf_add(b, quoted[role]);
	fb_buf_add(b, raw);
	return true;
}

bool
fb_is_plain(const struct fb_column *col, fb_str raw)
{
	return col->plain && (*raw.p != '"' || (raw.n > 2 &&
	    (unsigned char)raw.p[1] > ' ' && raw.p[1] != '\'' &&
	    raw.p[1] != '\\'));
}
