/* book_verify.c - read the finished workbook back and compare. */
#include "pack/xlsx.h"
#include "sheet/book_part.h"

/* What was found in one sheet of the file. */
struct found {
	struct fb_buf where;
	fb_str name;
	size_t rows, cells, in_row;
	struct fb_digest digest;
};

static const char *
on_cell(void *arg, const struct fb_xlsx_cell *c)
{
	struct found *f = arg;
	char type = '?';

	if (c->type == FB_XLSX_EMPTY)
		return NULL;
	if (c->type == FB_XLSX_STRING)
		type = 's';
	else if (c->type == FB_XLSX_NUMBER || c->type == FB_XLSX_DATE)
		type = 'n';
	else if (c->type == FB_XLSX_BOOL)
		type = 'b';
	fb_book_where(&f->where, f->name, c->row, c->col, type);
	fb_digest_add(&f->digest, fb_buf_str(&f->where), c->text);
	f->in_row++;
	return NULL;
}

static const char *
on_row(void *arg, uint32_t row)
{
	struct found *f = arg;

	(void)row;
	f->rows += f->in_row > 0;
	f->cells += f->in_row;
	f->in_row = 0;
	return NULL;
}

static void
compare(struct fb_book *b, const struct fb_sheet *s, const struct found *f)
{
	struct fb_buf why = {0};

	if (f->rows != s->rows || f->cells != s->cells)
		fb_buf_printf(&why, "written %zu rows and %zu cells, found "
		              "%zu and %zu", s->rows, s->cells, f->rows,
		              f->cells);
	else if (f->digest.sum != s->digest.sum)
		fb_buf_adds(&why, "the cells found are not those written");
	if (why.n)
		fb_book_fail(b, s, fb_buf_cstr(&why));
	fb_buf_release(&why);
}

static void
check_sheet(struct fb_book *b, struct fb_xlsx *x, size_t i)
{
	struct fb_sheet *s = b->sheets[i];
	struct found f = { .name = fb_cstr(s->name) };
	struct fb_xlsx_sink sink = { &f, on_cell, on_row };
	const char *why = NULL;

	if (strcmp(x->sheets[i].name, s->name))
		why = "is not where it was put";
	if (!why)
		why = fb_xlsx_read(x, i, &sink);
	if (why)
		fb_book_fail(b, s, why);
	else
		compare(b, s, &f);
	fb_buf_release(&f.where);
}

/* A part a chart; the numbers of the parts end their names. */
static void
check_charts(struct fb_book *b, const struct fb_xlsx *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->parts.n; i++)
		n += fb_str_starts(fb_map_key(&x->parts, i),
		                   FB_LIT("xl/charts/chart"));
	if (n != b->charts)
		fb_book_fail(b, NULL, "charts are missing");
}

const char *
fb_book_verify(struct fb_book *b, const char *path)
{
	struct fb_xlsx x;
	const char *why = fb_xlsx_open(&x, path);

	if (!why)
		why = fb_xlsx_check(&x);
	if (!why && x.nsheets != b->nsheets)
		why = "sheets are missing";
	for (size_t i = 0; !why && i < x.nsheets; i++) {
		check_sheet(b, &x, i);
		why = fb_book_why(b);
	}
	if (!why)
		check_charts(b, &x);
	else
		fb_book_fail(b, NULL, why);
	fb_xlsx_close(&x);
	return fb_book_why(b);
}
