/* cell.c - what single cells say. */
#define _GNU_SOURCE /* memmem */
#include "base/utf8.h"
#include "ingest/cell.h"
#include "ingest/html.h"
#include "record/json.h"

fb_str
fb_shown(fb_str s)
{
	enum { MOST = 60 };

	if (s.n <= MOST)
		return s;
	for (s.n = MOST; s.n && ((unsigned char)s.p[s.n] & 0xc0) == 0x80;)
		s.n--;
	return s;
}

static bool
is_ascii(fb_str s)
{
	size_t i = 0;
	uint64_t any = 0, w;

	for (; i + 8 <= s.n; i += 8) {
		memcpy(&w, s.p + i, 8);
		any |= w;
	}
	for (; i < s.n; i++)
		any |= (unsigned char)s.p[i];
	return !(any & 0x8080808080808080u);
}

void
fb_mend(struct fb_made *m, struct fb_row *c)
{
	size_t n = 0, bad = 0;

	fb_str all = fb_buf_str(&c->text);

	if (c->json || c->ascii || is_ascii(all) || fb_utf8_valid(all)) {
		if (c->mended)
			fb_note(m, FB_FAULT_MENDED, "ill-formed UTF-8 or half "
			    "a surrogate pair in %zu places became U+FFFD",
			    c->mended);
		return;
	}
	m->mended.n = 0;
	for (size_t i = 0; i < c->n; i++) {
		size_t was = m->mended.n;

		bad += fb_utf8_mend(&m->mended, c->cells[i]);
		c->cells[i].n = m->mended.n - was;
	}
	for (size_t i = 0; i < c->n; i++) {
		c->cells[i].p = m->mended.p + n;
		n += c->cells[i].n;
	}
	fb_note(m, FB_FAULT_MENDED, "ill-formed UTF-8 in %zu places became "
	    "U+FFFD; if the file has another encoding, give --encoding",
	    bad + c->mended);
}

static bool
is_nothing(const struct fb_column *col, fb_str trimmed)
{
	int64_t milli = 0;
	bool rounded = false, number;

	number = col->nnothing && (unsigned char)*trimmed.p <= '9' &&
	    !fb_parse_milli(trimmed, &milli, &rounded) && !rounded;
	for (size_t i = 0; i < col->nnothing; i++) {
		const struct fb_nothing *none = &col->nothing[i];

		if (fb_str_eq(none->text, trimmed))
			return true;
		if (number && none->number && milli == none->milli)
			return true;
	}
	return false;
}

fb_str
fb_cell(const struct fb_mapping *p, const struct fb_row *c, size_t i)
{
	fb_str s = i < c->n ? c->cells[i] : FB_LIT(""), trimmed;
	bool guarded = p->profile && p->profile->guard;

	if (s.n && *s.p > ' ' && !guarded && !p->v[i].nnothing)
		return s;
	trimmed = fb_str_trim(s);
	if (guarded && s.n > 1 && s.p[0] == '\'' &&
	    strchr("=+-@", s.p[1]))
		trimmed = s = (fb_str){ s.p + 1, s.n - 1 };
	return trimmed.n && !is_nothing(&p->v[i], trimmed) ? s : FB_LIT("");
}

static bool
is_list(const struct fb_row *row, size_t i)
{
	return row->json && i < row->n && row->json[i].p &&
	    row->json[i].p[0] == '[';
}

static void
add_part(struct fb_made *m, fb_str s, bool html, const char *glue)
{
	struct fb_buf *b = &m->scratch;
	size_t was = b->n, from;

	if (was)
		fb_buf_adds(b, glue);
	from = b->n;
	if (html)
		fb_html_text(b, s);
	else
		fb_buf_add(b, s);
	if (b->n == from)
		b->n = was;
}

/* The elements of a JSON array that are no arrays or objects. */
static void
add_list(struct fb_made *m, fb_str array, bool html, const char *glue)
{
	struct fb_json it = fb_json_in(array);
	struct fb_buf text = {0};

	while (fb_json_next(&it))
		if (*it.val.p != '{' && *it.val.p != '[')
			add_part(m, fb_json_text(it.val, &text), html, glue);
	fb_buf_release(&text);
}

fb_str
fb_own(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c,
    int role, const char *glue)
{
	const struct fb_origin *o = &p->from[role];

	if (o->constant.p)
		return o->constant;
	if (o->n == 1 && !o->html && !is_list(c, o->cols[0]))
		return fb_cell(p, c, o->cols[0]);
	m->scratch.n = 0;
	for (size_t i = 0; i < o->n; i++) {
		if (is_list(c, o->cols[i]))
			add_list(m, c->json[o->cols[i]], o->html, glue);
		else
			add_part(m, fb_cell(p, c, o->cols[i]), o->html, glue);
	}
	return fb_buf_str(&m->scratch);
}

fb_str
fb_score_of(const struct fb_mapping *p, fb_str s)
{
	const struct fb_profile *f = p->profile;

	for (size_t i = 0; p->worded && i < f->n; i++)
		if (f->v[i].in == FB_WORDS &&
		    fb_str_eq(fb_cstr(f->v[i].key), s))
			return fb_cstr(f->v[i].val);
	return s;
}

fb_str
fb_after(fb_str form, fb_str s)
{
	form = (fb_str){ form.p + 6, form.n - 6 };
	while (form.n) {
		const char *or = memmem(form.p, form.n, " or ", 4), *at;
		fb_str mark = { form.p, or ? (size_t)(or - form.p) : form.n };
		fb_str got = {0};

		form.p += mark.n + (or ? 4 : 0);
		form.n -= mark.n + (or ? 4 : 0);
		if (!(at = memmem(s.p, s.n, mark.p, mark.n)))
			continue;
		for (got.p = at + mark.n; got.p + got.n < s.p + s.n &&
		    !strchr("&#", got.p[got.n]); got.n++)
			;
		if (got.n)
			return got;
	}
	return s;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
fb_plain_number(fb_str s)
{
	size_t i = s.n && s.p[0] == '-', digits = 0, dot = 0;

	if (i >= s.n || !is_digit(s.p[i]) || s.n > 17)
		return false;
	if (s.p[i] == '0' && i + 1 < s.n && s.p[i + 1] != '.')
		return false;
	if (s.p[0] == '-' && s.n == 2 && s.p[1] == '0')
		return false;
	for (; i < s.n; i++) {
		if (is_digit(s.p[i]))
			digits++;
		else if (s.p[i] == '.' && !dot && i + 1 < s.n)
			dot = i;
		else
			return false;
	}
	return digits <= 15 && !(dot && s.p[s.n - 1] == '0');
}

bool
fb_is_one_of(fb_str s, const char *const *words)
{
	for (; *words; words++) {
		size_t i = 0;

		while (i < s.n && (*words)[i] &&
		    (s.p[i] | 0x20) == ((*words)[i] | 0x20))
			i++;
		if (i == s.n && !(*words)[i])
			return true;
	}
	return false;
}
