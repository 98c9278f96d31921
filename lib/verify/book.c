/* book.c - the workbook row by row. */
#include <stdlib.h>

#include "verify/book_part.h"

static const char *
take_cell(void *arg, const struct fb_xlsx_cell *x)
{
	struct fb_book_case *b = arg;
	struct fb_book_row *r = &b->row;

	if (x->col >= FB_BOOK_COLUMNS || !x->text.n)
		return NULL;
	r->from[x->col] = r->text.n;
	r->len[x->col] = x->text.n;
	fb_buf_add(&r->text, x->text);
	r->n = x->col >= r->n ? x->col + 1 : r->n;
	return NULL;
}

static void
other_row(struct fb_book_case *b)
{
	for (uint32_t i = 0; i < b->row.n; i++)
		fb_book_stranger(b, i);
}

static const char *
end_row(void *arg, uint32_t row)
{
	static const struct {
		const char *sheet;
		void (*take)(struct fb_book_case *);
	} kinds[] = { { "Quotes", fb_book_quotes_row }, { "Summary", fb_book_summary_row },
	    { "Letters", fb_book_letters_row },
	    { "Follow-up", fb_book_follow_row },
	    { "Call list", fb_book_call_row }, { NULL, other_row } };
	struct fb_book_case *b = arg;
	size_t k = 0;

	b->where.n = 0;
	fb_buf_printf(&b->where, "%s: sheet %s row %u", b->path, b->sheet,
	    row + 1);
	while (kinds[k].sheet && strcmp(kinds[k].sheet, b->sheet))
		k++;
	if (b->row.n)
		kinds[k].take(b);
	b->row.text.n = b->row.n = 0;
	memset(b->row.len, 0, sizeof b->row.len);
	return NULL;
}

static const char *
read_sheets(struct fb_book_case *b, struct fb_xlsx *x)
{
	struct fb_xlsx_sink sink = { b, take_cell, end_row };
	const char *why = NULL;

	for (size_t i = 0; i < x->nsheets && !why; i++) {
		b->sheet = x->sheets[i].name;
		why = fb_xlsx_read(x, i, &sink);
		fb_book_broken_off(b);
		if (b->has_title && !why)
			fb_finding_add(&b->c->found, fb_buf_str(&b->where),
			    "words stand here under no id");
		b->has_title = false;
	}
	return why;
}

bool
fb_verify_book(struct fb_case *c, const char *path, size_t *nprinted,
    struct fb_buf *why)
{
	struct fb_book_case b = { .c = c, .path = path };
	struct fb_xlsx x = {0};
	const char *no = fb_words_open(&b.words, c->locale);

	fb_sayings_read(c, &b.sayings);
	fb_sayings_whole(c, &b.sayings);
	if (!no)
		no = fb_xlsx_open(&x, path);
	if (!no)
		no = read_sheets(&b, &x);
	if (no)
		fb_buf_adds(why, no);
	if (!no) {
		fb_strangers_find(c, &b.strangers);
		b.nprinted += fb_claims_find(c, &b.claims);
	}
	*nprinted += b.nprinted;
	fb_xlsx_close(&x);
	fb_words_release(&b.words);
	fb_strangers_release(&b.strangers);
	fb_claims_release(&b.claims);
	free(b.sayings.v);
	fb_buf_release(&b.row.text);
	fb_buf_release(&b.where);
	fb_buf_release(&b.mark);
	fb_buf_release(&b.parts);
	fb_buf_release(&b.title);
	return !no;
}
