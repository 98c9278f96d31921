/* page_alt.c - what cairo does not write: the texts that stand for figures,
 * languages, what links are called, and the file's own title in the window.
 *
 * cairo 1.16 accepts such attributes and drops them. Its structure elements are
 * plain objects in the order in which the tags began, so that each text is put
 * into its own, and the table of offsets at the end moved accordingly. */
#include <stdio.h>
#include <stdlib.h>

#include "chart/page_own.h"

static const char type[] = "/Type /";

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

/* Where all that is put in stands, object by object. */
struct telling {
	struct fb_page *p;
	fb_str old;
	struct fb_buf *out;
	struct moved *m;
	size_t done, nodes, told, links;
	bool catalog;
};

static void
tell(struct telling *t, size_t at, fb_str more)
{
	insert(t->out, t->m, t->old, &t->done, at, more);
}

static fb_str
told(const struct telling *t, const struct page_told *of)
{
	return (fb_str){ t->p->telling.p + of->from, of->to - of->from };
}

static void
tell_catalog(struct telling *t, size_t at)
{
	struct fb_buf head = {0};

	page_put_lang(&head, fb_buf_str(&t->p->lang));
	fb_buf_adds(&head, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
	tell(t, at, fb_buf_str(&head));
	fb_buf_release(&head);
	t->catalog = true;
}

/* What an object is, and the place behind that line. Pages are gone through in
 * the order of the structure, and links are called what they say. */
static void
tell_object(struct telling *t, fb_str is, size_t at)
{
	const struct fb_page *p = t->p;

	if (fb_str_eq(is, FB_LIT("StructElem"))) {
		for (; t->told < p->ntold && p->told[t->told].node + 1 == t->nodes;
		    t->told++)
			tell(t, at, told(t, &p->told[t->told]));
		t->nodes++;
	} else if (fb_str_eq(is, FB_LIT("Annot")) && t->links < p->nlinks) {
		tell(t, at, told(t, &p->links[t->links++]));
	} else if (fb_str_starts(is, FB_LIT("Page %"))) {
		tell(t, at, FB_LIT("   /Tabs /S\n"));
	} else if (fb_str_eq(is, FB_LIT("Catalog"))) {
		tell_catalog(t, at);
	}
}

static bool
tell_pdf(struct fb_page *p, struct fb_buf *out, struct moved *m)
{
	struct telling t = { .p = p, .out = out, .m = m,
	    .old = { fb_buf_cstr(&p->out), p->out.n } }; /* numbers end in it */
	size_t at = 0;
	const char *s, *end;

	while ((s = find(t.old, at, type, sizeof type - 1))) {
		s += sizeof type - 1;
		at = (size_t)(s - t.old.p);
		end = memchr(s, '\n', t.old.n - at);
		if (!end)
			break;
		tell_object(&t, (fb_str){ s, (size_t)(end - s) },
		    (size_t)(end - t.old.p) + 1);
	}
	if (t.nodes != p->nodes + 1 || !t.catalog)
		return false;
	fb_buf_add(out, (fb_str){ t.old.p + t.done, t.old.n - t.done });
	return move_table(out, m, t.old);
}

void
page_tell(struct fb_page *p)
{
	struct fb_buf out = {0};
	size_t most = p->ntold + p->nlinks + (size_t)p->pages + 1;
	struct moved m = { .at = fb_zalloc(most, sizeof *m.at),
	    .by = fb_zalloc(most, sizeof *m.by) };

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
