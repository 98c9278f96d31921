/* json.c - single JSON values. */
#include "base/utf8.h"
#include "record/json.h"
#include "record/copy.h"

static void
put_escape(struct fb_buf *b, unsigned char c)
{
	static const char short_for[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
	static const char hex[] = "0123456789abcdef";
	const char *at = c ? strchr(short_for, c) : NULL;

	fb_buf_addc(b, '\\');
	fb_buf_addc(b, at ? letters[at - short_for] : 'u');
	if (at)
		return;
	fb_buf_adds(b, "00");
	fb_buf_addc(b, hex[c >> 4]);
	fb_buf_addc(b, hex[c & 15]);
}

void
fb_put_json(struct fb_buf *b, fb_str text)
{
	char *to = fb_buf_room(b, text.n + 2);
	size_t n;

	*to++ = '"';
	b->n++;
	while ((n = fb_copy_plain(to, text)) < text.n) {
		b->n += n;
		put_escape(b, (unsigned char)text.p[n]);
		text = (fb_str){ text.p + n + 1, text.n - n - 1 };
		to = fb_buf_room(b, text.n + 1);
	}
	to[n] = '"';
	b->n += n + 1;
}

void
fb_put_key(struct fb_buf *b, const char *key)
{
	char last = b->n ? b->p[b->n - 1] : '{';

	if (last != '{' && last != '[')
		fb_buf_addc(b, ',');
	fb_put_json(b, fb_cstr(key));
	fb_buf_addc(b, ':');
}

void
fb_put_text(struct fb_buf *b, const char *key, fb_str text)
{
	fb_put_key(b, key);
	fb_put_json(b, text);
}

void
fb_put_int(struct fb_buf *b, const char *key, int64_t v)
{
	fb_put_key(b, key);
	fb_put_i128(b, v);
}

void
fb_put_est(struct fb_buf *b, const char *key, double v)
{
	fb_put_key(b, key);
	fb_put_double(b, v);
}

static uint32_t
hex4(const char *p)
{
	uint32_t v = 0;

	for (int i = 0; i < 4; i++) {
		char c = p[i];

		v = v << 4 | (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	return v;
}

/* p is at a backslash that the scan has accepted; give what is behind it. */
static const char *
resolve(struct fb_buf *b, const char *p)
{
	static const char letters[] = "bfnrt", means[] = "\b\f\n\r\t";
	const char *at;
	uint32_t c;

	if (p[1] != 'u') {
		at = strchr(letters, p[1]);
		fb_buf_addc(b, at ? means[at - letters] : p[1]);
		return p + 2;
	}
	c = hex4(p + 2);
	p += 6;
	if (c >= 0xd800 && c < 0xdc00) {
		c = 0x10000 + ((c - 0xd800) << 10) + (hex4(p + 2) - 0xdc00);
		p += 6;
	}
	fb_put_utf8(b, c);
	return p;
}

void
fb_json_unescape(struct fb_buf *b, fb_str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		const char *q = memchr(p, '\\', (size_t)(end - p));

		fb_buf_add(b, (fb_str){ p, (size_t)((q ? q : end) - p) });
		p = q ? resolve(b, q) : end;
	}
}

bool
fb_json_key_is(fb_str written, fb_str text)
{
	struct fb_buf plain = {0};
	bool same;

	if (!written.n || !memchr(written.p, '\\', written.n))
		return fb_str_eq(written, text);
	fb_json_unescape(&plain, written);
	same = fb_str_eq(fb_buf_str(&plain), text);
	fb_buf_release(&plain);
	return same;
}

bool
fb_json_is_str(fb_str raw)
{
	return raw.n >= 2 && *raw.p == '"';
}

bool
fb_json_is(fb_str raw, const char *text)
{
	struct fb_buf scratch = {0};
	bool same = fb_json_is_str(raw) &&
	    fb_str_eq(fb_json_text(raw, &scratch), fb_cstr(text));

	fb_buf_release(&scratch);
	return same;
}

fb_str
fb_json_text(fb_str raw, struct fb_buf *scratch)
{
	fb_str in;

	if (!raw.p || fb_str_eq(raw, FB_LIT("null")))
		return FB_LIT("");
	if (!fb_json_is_str(raw))
		return raw;
	in = (fb_str){ raw.p + 1, raw.n - 2 };
	if (!in.n || !memchr(in.p, '\\', in.n))
		return in;
	scratch->n = 0;
	fb_json_unescape(scratch, in);
	return fb_buf_str(scratch);
}

static fb_str
bare(fb_str raw)
{
	return fb_json_is_str(raw) ? (fb_str){ raw.p + 1, raw.n - 2 } : raw;
}

bool
fb_json_double(fb_str raw, double *v)
{
	return raw.p && !fb_parse_double(bare(raw), v);
}

bool
fb_json_int(fb_str raw, int64_t *v)
{
	return raw.p && !fb_parse_i64(bare(raw), v);
}

struct fb_json
fb_json_in(fb_str raw)
{
	if (raw.n < 2 || (*raw.p != '{' && *raw.p != '['))
		return (struct fb_json){0};
	return (struct fb_json){ .p = raw.p + 1, .end = raw.p + raw.n - 1 };
}

/* Behind the string whose opening quote is at p. */
static const char *
past_string(const char *p, const char *end)
{
	for (p++; p < end && *p != '"'; p++)
		p += *p == '\\';
	return p < end ? p + 1 : end;
}

/* Of what may stand behind a number, true, false or null. */
static bool
ends_scalar(char c)
{
	return c == ',' || c == ']' || c == '}' || (unsigned char)c <= ' ';
}

/* Behind the value at p: at the comma, bracket or blank that ends it. */
static const char *
past_value(const char *p, const char *end)
{
	size_t depth = 0;

	while (p < end) {
		if (*p == '"') {
			p = past_string(p, end);
			if (!depth)
				return p;
			continue;
		}
		if (*p == '{' || *p == '[')
			depth++;
		else if (!depth && ends_scalar(*p))
			return p;
		else if ((*p == '}' || *p == ']') && !--depth)
			return p + 1;
		p++;
	}
	return end;
}

static const char *
past_blanks(const char *p, const char *end)
{
	while (p < end && (*p == ',' || *p == ':' || *p == ' ' || *p == '\n' ||
	    *p == '\t' || *p == '\r'))
		p++;
	return p;
}

bool
fb_json_next(struct fb_json *it)
{
	const char *p = it->p ? past_blanks(it->p, it->end) : it->end, *q;
	bool object = it->p && it->end[0] == '}';

	it->key = FB_LIT("");
	if (p == it->end)
		return false;
	if (object) {
		q = past_string(p, it->end);
		it->key = (fb_str){ p + 1, (size_t)(q - p) - 2 };
		p = past_blanks(q, it->end);
	}
	q = past_value(p, it->end);
	it->val = (fb_str){ p, (size_t)(q - p) };
	it->p = q;
	return true;
}

fb_str
fb_json_get(fb_str obj, const char *key)
{
	struct fb_json it = fb_json_in(obj);
	fb_str found = { NULL, 0 };

	while (fb_json_next(&it))
		if (fb_json_key_is(it.key, fb_cstr(key)))
			found = it.val;
	return found;
}
