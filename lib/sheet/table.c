/* table.c - the second pass: lines become rows. */
#include <stdlib.h>

#include "base/diag.h"
#include "record/json.h"
#include "record/names.h"
#include "sheet/table_part.h"

/* The value of a column in the row at hand. */
struct value {
	fb_str raw;        /* NULL: nothing to show */
	struct fb_buf own; /* text that is not as it is written */
	fb_str text;       /* gated; what is left of it for this row and on */
	bool is_text;
};

struct writing {
	struct fb_listing *t;
	struct fb_sheet *s;
	struct value *v;   /* by column */
	struct fb_buf scratch;
	uint32_t row;      /* the next one */
};

static void
set_looks(struct fb_listing *t)
{
	static const char *const format[] = {
		[FB_COLUMN_DAY] = "yyyy-mm-dd",
		[FB_COLUMN_TIME] = "yyyy-mm-dd hh:mm:ss",
	};

	for (size_t i = 0; i < t->keys.n; i++) {
		struct fb_column *c = &t->columns[i];
		struct fb_look look = { .number = c->big ? "0" : NULL };

		if (c->kind >= FB_COLUMN_DAY)
			look.number = format[c->kind];
		c->look = c->kind == FB_COLUMN_TEXT ? 0 :
		    fb_book_look(t->m.book, &look);
	}
}

static void
put_head(struct writing *w)
{
	struct fb_listing *t = w->t;
	struct fb_making *m = &t->m;
	unsigned look = fb_look_of(m, FB_HEAD, 0, NULL);
	uint32_t n = (uint32_t)t->keys.n;

	if (m->top)
		fb_put_word(m, w->s, 0, 0, "sheet_unredacted", FB_WARNING);
	for (uint32_t i = 0; i < n; i++)
		fb_put_cell(m, w->s, m->top, i, fb_map_key(&t->keys, i), look);
	if (t->long_texts)
		fb_put_word(m, w->s, m->top, n, "table_part", FB_HEAD);
	w->row = m->top + 1;
}

static void
begin_sheet(struct writing *w)
{
	struct fb_buf name = {0};

	fb_buf_adds(&name, "Table");
	if (w->t->nsheets++)
		fb_buf_printf(&name, " %zu", w->t->nsheets);
	w->s = fb_book_sheet(w->t->m.book, fb_buf_cstr(&name));
	put_head(w);
	fb_buf_release(&name);
}

static void
end_sheet(struct writing *w)
{
	struct fb_listing *t = w->t;
	uint32_t n = (uint32_t)t->keys.n + (t->long_texts > 0);
	struct fb_area filter = { t->m.top, 0, w->row - 1, n ? n - 1 : 0 };

	for (uint32_t i = 0; i < t->keys.n; i++)
		fb_sheet_col(w->s, i, i, (double)t->columns[i].width + 3, false);
	fb_plan_page(&t->m, w->s, t->m.top + 1, 0, true, n ? &filter : NULL,
	    NULL);
}

/* The text of a value, gated; the cells that it takes. */
static size_t
prepare(struct writing *w, struct value *v)
{
	fb_str text = fb_listing_text(v->raw, &w->scratch);

	v->is_text = true;
	v->text = fb_listing_gated(&v->own, text, &w->t->m.gated);
	if (v->text.p == w->scratch.p && text.n) {
		v->own.n = 0;
		fb_buf_add(&v->own, text);
		v->text = fb_buf_str(&v->own);
	}
	return v->raw.n > FB_SURELY_FITS ? fb_listing_parts(v->text) : 1;
}

/* A number is, too, where the column is one of ids. */
static bool
is_text(const struct fb_column *c, fb_str raw)
{
	if (!raw.p || *raw.p == 't' || *raw.p == 'f')
		return false;
	return *raw.p == '"' || *raw.p == '[' || *raw.p == '{' ||
	    c->kind == FB_COLUMN_TEXT;
}

/* Which values the row has; the rows that it takes on the sheet. */
static size_t
take_row(struct writing *w, const struct fb_rec *rec)
{
	bool masked = fb_rec_get(rec, FB_MASKS).p != NULL;
	size_t parts = 1;

	for (size_t i = 0; i < w->t->keys.n; i++)
		w->v[i].raw.p = NULL, w->v[i].is_text = false;
	for (size_t i = 0; i < rec->n; i++) {
		size_t at = fb_listing_column(w->t, rec, i, false);

		if (at != FB_MAP_NONE && *rec->f[i].val.p != 'n' &&
		    fb_listing_shows(w->t, &w->t->columns[at], masked))
			w->v[at].raw = rec->f[i].val;
	}
	for (size_t i = 0; i < w->t->keys.n; i++) {
		size_t n = is_text(&w->t->columns[i], w->v[i].raw) ?
		    prepare(w, &w->v[i]) : 1;

		parts = n > parts ? n : parts;
	}
	return parts;
}

/* As much of a text as fits; the rest stays for the next row. */
static void
put_text(struct writing *w, uint32_t col, struct value *v)
{
	size_t n = v->text.n <= FB_CELL_LINES ? v->text.n :
	    fb_gate_cell(v->text);

	if (n)
		fb_sheet_text(w->s, w->row, col, (fb_str){ v->text.p, n }, 0);
	v->text = (fb_str){ v->text.p + n, v->text.n - n };
}

static void
put_value(struct writing *w, uint32_t col, struct value *v)
{
	const struct fb_column *c = &w->t->columns[col];
	double number;
	bool has_time;

	if (v->is_text && c->kind >= FB_COLUMN_DAY &&
	    fb_listing_when(v->text, &number, &has_time)) {
		fb_sheet_number(w->s, w->row, col, number, c->look);
		v->text.n = 0;
	} else if (v->is_text)
		put_text(w, col, v);
	else if (*v->raw.p == 't' || *v->raw.p == 'f')
		fb_sheet_bool(w->s, w->row, col, *v->raw.p == 't', 0);
	else if (c->kind == FB_COLUMN_NUMBER && fb_listing_number(v->raw, &number))
		fb_sheet_number(w->s, w->row, col, number, c->look);
	else
		fb_sheet_text(w->s, w->row, col, v->raw, 0);
}

static void
put_mark(struct writing *w, size_t part, size_t parts)
{
	struct fb_buf b = {0}, i = {0}, n = {0};

	fb_show_count(&i, &w->t->report.words, part);
	fb_show_count(&n, &w->t->report.words, parts);
	fb_say(&b, &w->t->report.words, "sheet_part", (struct fb_slot[]){
	    { "i", fb_buf_str(&i) }, { "n", fb_buf_str(&n) } }, 2);
	fb_sheet_text(w->s, w->row, (uint32_t)w->t->keys.n, fb_buf_str(&b), 0);
	fb_buf_release(&b);
	fb_buf_release(&i);
	fb_buf_release(&n);
}

/* A row further down repeats the id and goes on with what was too long. */
static void
put_row(struct writing *w, size_t parts)
{
	size_t id = fb_map_get(&w->t->keys, FB_ID);

	for (size_t part = 1; part <= parts; part++) {
		if (part > 1 && id != FB_MAP_NONE && w->v[id].is_text &&
		    !w->v[id].text.n)
			prepare(w, &w->v[id]);
		for (uint32_t i = 0; i < w->t->keys.n; i++)
			if (w->v[i].raw.p && (part == 1 || w->v[i].is_text))
				put_value(w, i, &w->v[i]);
		if (parts > 1)
			put_mark(w, part, parts);
		w->row++;
	}
}

static void
put_rows(struct writing *w)
{
	struct fb_rec rec = {0};

	fb_reader_again(w->t->in);
	while (!fb_book_why(w->t->m.book) && fb_listing_next(w->t, &rec, true)) {
		size_t parts = take_row(w, &rec);

		if (w->row + parts - 1 > FB_TABLE_ROWS &&
		    w->row > w->t->m.top + 1) {
			end_sheet(w);
			begin_sheet(w);
		}
		put_row(w, parts);
	}
	fb_rec_release(&rec);
}

void
fb_listing_fill(struct fb_listing *t, struct fb_book *book)
{
	struct writing w = { .t = t, .v = fb_zalloc(t->keys.n + 1, sizeof *w.v) };

	t->m = (struct fb_making){ .report = &t->report, .book = book,
	    .unredacted = t->unredacted, .letter_paper = t->letter_paper,
	    .top = t->bare > 0 };
	set_looks(t);
	begin_sheet(&w);
	put_rows(&w);
	end_sheet(&w);
	fb_listing_method(t, fb_book_sheet(book, "Method"));
	for (size_t i = 0; i < t->keys.n; i++)
		fb_buf_release(&w.v[i].own);
	free(w.v);
	fb_buf_release(&w.scratch);
}

void
fb_listing_warn(const struct fb_listing *t)
{
	if (t->nsheets > 1)
		fb_warn("%zu rows are more than a sheet holds and go on, on %zu "
		    "sheets", t->nrows, t->nsheets);
	if (t->long_texts)
		fb_warn("%zu texts are longer than a cell holds and go on in "
		    "further rows", t->long_texts);
	if (t->hidden)
		fb_warn("%zu words and names of records that were never redacted "
		    "are left out; run fb-redact first, or say --unredacted",
		    t->hidden);
	if (t->left_cells)
		fb_warn("%zu values stand under more keys than a sheet has "
		    "columns and are left out", t->left_cells);
	if (t->nother)
		fb_warn("%zu lines are no records and are left out", t->nother);
}

void
fb_listing_release(struct fb_listing *t)
{
	fb_making_release(&t->m);
	fb_report_release(&t->report);
	fb_map_release(&t->keys);
	free(t->columns);
	free(t->guess);
}
