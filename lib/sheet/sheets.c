/* sheets.c - all sheets of the report. */
#include <stdlib.h>

#include "base/utf8.h"
#include "present/funnel.h"
#include "present/verdict.h"
#include "present/voice.h"
#include "sheet/put.h"

static const struct fb_sheet_kind *const kinds[] = {
#define SHEET(x) &fb_sheet_##x,
#include "sheet/sheets.def"
#undef SHEET
};

enum { FOOTER_BYTES = 150 };

size_t
fb_cell_index(const struct fb_making *m, const struct fb_cell *c)
{
	return (size_t)(c - m->report->cells);
}

uint64_t
fb_sheets_printed(const struct fb_making *m)
{
	const struct fb_report *r = m->report;
	struct fb_map ids = {0};
	uint64_t n;

	for (size_t i = 0; i < r->ncells; i++)
		for (size_t k = 0; k < r->cells[i].nquotes; k++)
			if (fb_may_print(&r->cells[i].quotes[k], m->unredacted))
				fb_map_put(&ids, r->cells[i].quotes[k].id, NULL);
	n = ids.n;
	fb_map_release(&ids);
	return n;
}

/* Whose report, and the source; '&' would start a code, and the library
 * takes 255. */
static const char *
make_footer(struct fb_making *m)
{
	struct fb_buf text = {0}, gated = {0}, b = {0};
	const char *kept;
	size_t n;

	fb_buf_add(&text, m->report->org);
	fb_buf_adds(&text, text.n && m->report->source.n ? " \xc2\xb7 " : "");
	fb_buf_add(&text, m->report->source);
	fb_gate_sheet(&gated, fb_buf_str(&text), NULL);
	fb_buf_release(&text);
	n = gated.n < FOOTER_BYTES ? gated.n : FOOTER_BYTES;
	while (n < gated.n && n && ((unsigned char)gated.p[n] & 0xc0) == 0x80)
		n--;
	fb_buf_adds(&b, "&L&8 ");
	for (size_t i = 0; i < n && b.n < 180; i++)
		fb_buf_adds(&b, gated.p[i] == '&' ? "&&" : gated.p[i] == '\n' ?
		    " " : (char[]){ gated.p[i], 0 });
	fb_buf_adds(&b, "&R&8 &P / &N");
	kept = fb_arena_copy(&m->report->mem, fb_buf_str(&b)).p;
	fb_buf_release(&gated);
	fb_buf_release(&b);
	return kept;
}

void
fb_plan_page(struct fb_making *m, struct fb_sheet *s, uint32_t freeze_rows,
    uint32_t freeze_cols, bool landscape, const struct fb_area *filter,
    const struct fb_area *print)
{
	fb_sheet_plan(s, &(struct fb_plan){ .freeze_rows = freeze_rows,
	    .freeze_cols = freeze_cols, .filter = filter, .print = print,
	    .repeat_rows = freeze_rows, .landscape = landscape,
	    .letter = m->letter_paper, .footer = m->footer });
}

static void
prepare(struct fb_making *m)
{
	const struct fb_report *r = m->report;
	size_t n = 0;

	m->digits = fb_ident_digits(r);
	m->places = fb_zalloc(r->ncells, sizeof *m->places);
	m->family_at = fb_zalloc(r->ncells, sizeof *m->family_at);
	m->quote_at = fb_zalloc(r->ncells, sizeof *m->quote_at);
	for (size_t i = 0; i < r->ncells; i++) {
		m->quote_at[i] = n;
		n += r->cells[i].nquotes;
	}
	m->quote_rows = fb_zalloc(n, sizeof *m->quote_rows);
	m->footer = make_footer(m);
	m->top = m->unredacted && r->nunmasked;
}

/* Summary and Method come last: the one leads to rows that the others choose,
 * the other counts what happened on all of them. */
static size_t
in_order(size_t i)
{
	if (i == FB_TABS - 2)
		return FB_TAB_summary;
	return i == FB_TABS - 1 ? FB_TAB_method : i + 1;
}

void
fb_sheets_fill(struct fb_making *m)
{
	prepare(m);
	for (size_t i = 0; i < FB_TABS; i++)
		if (kinds[i]->wanted(m))
			m->sheet[i] = fb_book_sheet(m->book, kinds[i]->name);
	for (size_t i = 0; i < FB_TABS; i++) {
		struct fb_sheet *s = m->sheet[in_order(i)];

		if (!s)
			continue;
		if (fb_words_rtl(&m->report->words))
			fb_sheet_from_right(s);
		if (m->top)
			fb_put_word(m, s, 0, 0, "sheet_unredacted", FB_WARNING);
		kinds[in_order(i)]->fill(m, s);
	}
}

void
fb_making_release(struct fb_making *m)
{
	free(m->places);
	free(m->family_at);
	free(m->quote_at);
	free(m->quote_rows);
	fb_buf_release(&m->scratch);
}
