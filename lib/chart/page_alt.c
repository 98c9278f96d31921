/* page_alt.c - what cairo does not write: the texts that stand for figures,
 * languages, and the file's own title in the window.
 *
 * cairo 1.16 accepts such attributes and drops them. Its structure elements are
 * plain objects in the order in which the tags began, so that each text is put
 * into its own, and the table of offsets at the end moved accordingly. */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "chart/page_own.h"
#include "text/gate.h"

static const char element[] = "/Type /StructElem\n";
static const char catalog[] = "/Type /Catalog\n";

/* ---- what is told of a tag ---- */

/* A text string in UTF-16BE. */
static void
put_text(struct fb_buf *b, fb_str s)
{
	fb_buf_adds(b, "<FEFF");
	for (size_t n; s.n; s.p += n, s.n -= n) {
		uint32_t c = fb_utf8_next(s, &n);

		if (c == FB_UTF8_BAD)
			c = 0xfffd;
		if (c < 0x10000)
			fb_buf_printf(b, "%04X", (unsigned)c);
		else
			fb_buf_printf(b, "%04X%04X",
			    (unsigned)(0xd800 + ((c - 0x10000) >> 10)),
			    (unsigned)(0xdc00 + ((c - 0x10000) & 0x3ff)));
	}
	fb_buf_adds(b, ">");
}

bool
page_is_lang(fb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '-' && !((s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z') &&
		    !(s.p[i] >= '0' && s.p[i] <= '9'))
			return false;
	return s.n > 1;
}

static void
put_lang(struct fb_buf *b, fb_str lang)
{
	if (page_is_lang(lang))
		fb_buf_printf(b, "   /Lang (%.*s)\n", (int)lang.n, lang.p);
}

/* From here on, what is put into telling is of the tag that was opened last. */
static struct page_told *
begin_told(struct fb_page *p)
{
	struct page_told *t;

	p->told = fb_grow(p->told, &p->told_cap, p->ntold + 1, sizeof *p->told);
	t = &p->told[p->ntold++];
	*t = (struct page_told){ p->nodes - 1, p->telling.n, p->telling.n };
	return t;
}

void
fb_page_heads(struct fb_page *p, bool row, int columns)
{
	struct page_told *t, *same = &p->heads[row];

	if (p->why || p->format != FB_PDF)
		return;
	t = begin_told(p);
	if (columns == 1 && same->to) {
		t->from = same->from;
		t->to = same->to;
		return;
	}
	fb_buf_printf(&p->telling, "   /A << /O /Table /Scope /%s", row ? "Row" :
	    "Column");
	if (columns > 1)
		fb_buf_printf(&p->telling, " /ColSpan %d", columns);
	fb_buf_adds(&p->telling, " >>\n");
	t->to = p->telling.n;
	if (columns == 1)
		*same = *t;
}

void
fb_page_told(struct fb_page *p, fb_str alt, fb_str lang)
{
	struct fb_buf clean = {0};
	struct page_told *t;

	if (p->why || p->format == FB_PNG || !(alt.n || page_is_lang(lang)) ||
	    (p->format == FB_SVG && p->telling.n))
		return;
	t = begin_told(p);
	fb_gate_page(&clean, alt, NULL);
	if (p->format == FB_SVG) {
		fb_buf_add(&p->telling, fb_buf_str(&clean));
	} else if (alt.n) {
		fb_buf_adds(&p->telling, "   /Alt ");
		put_text(&p->telling, fb_buf_str(&clean));
		fb_buf_adds(&p->telling, "\n");
	}
	if (p->format == FB_PDF)
		put_lang(&p->telling, lang);
	t->to = p->telling.n;
	fb_buf_release(&clean);
}

/* ---- the finished file ---- */

static const char *
find(fb_str s, size_t from, const char *what, size_t n)
{
	for (const char *p = s.p + from, *end = s.p + s.n; (size_t)(end - p) >= n; p++) {
		p = memchr(p, what[0], (size_t)(end - p) - n + 1);
		if (!p)
			return NULL;
		if (!memcmp(p, what, n))
			return p;
	}
	return NULL;
}

/* Bytes that were put in, by the place in the old file where they went. */
struct moved {
	size_t *at, *by;
	size_t n;
	size_t all;
};

static void
insert(struct fb_buf *to, struct moved *m, fb_str old, size_t *done, size_t at,
    fb_str more)
{
	fb_buf_add(to, (fb_str){ old.p + *done, at - *done });
	fb_buf_add(to, more);
	*done = at;
	m->all += more.n;
	m->at[m->n] = at;
	m->by[m->n++] = m->all;
}

/* Where a byte of the old file is now. */
static size_t
now_at(const struct moved *m, size_t at)
{
	size_t lo = 0, hi = m->n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (m->at[mid] <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return at + (lo ? m->by[lo - 1] : 0);
}

/* Each entry of the table is twenty bytes: "0000165103 00000 n \n". */
static bool
move_table(struct fb_buf *out, const struct moved *m, fb_str old)
{
	const char *last = find(old, old.n < 64 ? 0 : old.n - 64, "startxref\n", 10);
	size_t table = last ? strtoul(last + 10, NULL, 10) : 0, first;
	char entry[24], *end;
	unsigned long n;

	if (!last || !fb_str_starts((fb_str){ old.p + table, table < old.n ?
	    old.n - table : 0 }, FB_LIT("xref\n0 ")))
		return false;
	n = strtoul(old.p + table + 7, &end, 10);
	first = (size_t)(end - old.p) + 1;
	if (*end != '\n' || n > (old.n - first) / 20)
		return false;
	first = now_at(m, first);
	for (size_t i = 0; i < n; i++) {
		char *e = out->p + first + 20 * i;

		if (e[17] != 'n')
			continue;
		snprintf(entry, sizeof entry, "%010zu",
		    now_at(m, strtoul(e, NULL, 10)));
		memcpy(e, entry, 10);
	}
	out->n = now_at(m, (size_t)(last - old.p)) + 10;
	fb_buf_printf(out, "%zu\n%%%%EOF\n", now_at(m, table));
	return true;
}

static bool
tell_pdf(struct fb_page *p, struct fb_buf *out, struct moved *m)
{
	fb_str old = { fb_buf_cstr(&p->out), p->out.n }; /* numbers end in it */
	struct fb_buf head = {0};
	size_t done = 0, at = 0, node = 0, k = 0;
	const char *s;

	for (; (s = find(old, at, element, sizeof element - 1)); node++) {
		at = (size_t)(s - old.p) + sizeof element - 1;
		for (; k < p->ntold && p->told[k].node + 1 == node; k++)
			insert(out, m, old, &done, at, (fb_str){ p->telling.p +
			    p->told[k].from, p->told[k].to - p->told[k].from });
	}
	if (node != p->nodes + 1 || !(s = find(old, at, catalog, sizeof catalog - 1)))
		return false;
	put_lang(&head, fb_buf_str(&p->lang));
	fb_buf_adds(&head, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
	insert(out, m, old, &done, (size_t)(s - old.p) + sizeof catalog - 1,
	    fb_buf_str(&head));
	fb_buf_release(&head);
	fb_buf_add(out, (fb_str){ old.p + done, old.n - done });
	return move_table(out, m, old);
}

void
page_tell(struct fb_page *p)
{
	struct fb_buf out = {0};
	struct moved m = { .at = fb_zalloc(p->ntold + 1, sizeof *m.at),
	    .by = fb_zalloc(p->ntold + 1, sizeof *m.by) };

	if (p->format == FB_PNG ? page_tell_png(p, &out) :
	    p->format == FB_SVG ? page_tell_svg(p, &out) :
	    tell_pdf(p, &out, &m)) {
		fb_buf_release(&p->out);
		p->out = out;
	} else {
		page_fail(p, "the structure of the file is not as expected");
		fb_buf_release(&out);
	}
	free(m.at);
	free(m.by);
}
