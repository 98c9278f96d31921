/* ledger_read.c - a ledger out of a workbook, or of a TSV file. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/num.h"
#include "base/utf8.h"
#include "pack/xlsx.h"
#include "sheet/ledger.h"

enum { COLUMNS = 256, LARGEST = 64 << 20 };
#define NOWHERE ((size_t)-1)

/* The cells of a row, whatever file it is from. */
struct row {
	fb_str *cells;
	size_t n;
};

struct taking {
	struct fb_ledger *l;
	struct fb_report *r;
	size_t column[COLUMNS];    /* which of ours, NOWHERE: none */
	bool headed;
	/* The row at hand of a workbook. */
	struct fb_xlsx *x;
	struct fb_buf text;
	size_t from[COLUMNS], len[COLUMNS], n;
};

static size_t
column_of(const struct fb_words *w, fb_str head)
{
	for (size_t i = 0; i < FB_F_COLUMNS; i++)
		if (fb_str_eq(fb_str_trim(head), fb_word(w, fb_follow_heads[i])))
			return i;
	return NOWHERE;
}

/* The row of heads names the state and the record. */
static bool
is_head(const struct taking *t, const struct row *row)
{
	bool has[FB_F_COLUMNS] = {0};

	for (size_t i = 0; i < row->n; i++) {
		size_t k = column_of(&t->r->words, row->cells[i]);

		if (k != NOWHERE)
			has[k] = true;
	}
	return has[FB_F_STATUS] && (has[FB_F_ID] || has[FB_F_RECORD]);
}

static void
take_head(struct taking *t, const struct row *row)
{
	struct fb_ledger *l = t->l;

	for (size_t i = 0; i < COLUMNS; i++)
		t->column[i] = i < row->n ?
		    column_of(&t->r->words, row->cells[i]) : NOWHERE;
	for (size_t i = 0; i < row->n && i < COLUMNS; i++) {
		if (t->column[i] != NOWHERE || !fb_str_trim(row->cells[i]).n)
			continue;
		l->strange = fb_grow(l->strange, &l->strange_cap,
		    l->nstrange + 1, sizeof *l->strange);
		l->strange[l->nstrange++] = fb_arena_copy(&t->r->mem,
		    row->cells[i]);
	}
	t->headed = true;
}

static void
take_row(struct taking *t, const struct row *row)
{
	fb_str is[FB_F_COLUMNS];
	struct fb_item *item;

	if (!t->headed) {
		if (is_head(t, row))
			take_head(t, row);
		for (size_t i = 0; i < row->n; i++)
			t->l->bare |= fb_str_eq(row->cells[i],
			    fb_word(&t->r->words, "sheet_unredacted"));
		return;
	}
	for (size_t i = 0; i < FB_F_COLUMNS; i++)
		is[i] = FB_LIT("");
	for (size_t i = 0; i < row->n && i < COLUMNS; i++)
		if (t->column[i] != NOWHERE && row->cells[i].n)
			is[t->column[i]] = fb_arena_copy(&t->r->mem,
			    row->cells[i]);
	if (!is[FB_F_ID].n && !is[FB_F_RECORD].n)
		return;
	item = fb_ledger_add(t->l, is[FB_F_ID]);
	memcpy(item->is, is, sizeof is);
	item->old = true;
}

static const char *
on_cell(void *arg, const struct fb_xlsx_cell *c)
{
	struct taking *t = arg;
	size_t k = c->col < COLUMNS && t->headed ? t->column[c->col] : NOWHERE;
	bool day = k == FB_F_DUE || k == FB_F_CLOSED || k == FB_F_OPENED;

	if (c->col >= COLUMNS || c->type == FB_XLSX_EMPTY)
		return NULL;
	while (t->n <= c->col)
		t->len[t->n++] = 0;
	t->from[c->col] = t->text.n;
	if ((c->type != FB_XLSX_DATE && !(day && c->type == FB_XLSX_NUMBER)) ||
	    fb_xlsx_put_date(t->x, &t->text, c->text))
		fb_buf_add(&t->text, c->text);
	t->len[c->col] = t->text.n - t->from[c->col];
	return NULL;
}

static const char *
on_row(void *arg, uint32_t number)
{
	struct taking *t = arg;
	fb_str cells[COLUMNS];
	struct row row = { cells, t->n };

	(void)number;
	for (size_t i = 0; i < t->n; i++)
		cells[i] = t->len[i] ? (fb_str){ t->text.p + t->from[i],
		    t->len[i] } : FB_LIT("");
	take_row(t, &row);
	t->n = t->text.n = 0;
	return NULL;
}

static const char *
read_book(struct taking *t, const char *path)
{
	static struct fb_buf said;
	struct fb_xlsx x;
	struct fb_xlsx_sink sink = { t, on_cell, on_row };
	const char *why = fb_xlsx_open(&x, path);
	size_t i = 0;

	t->x = &x;
	while (!why && i < x.nsheets && strcmp(x.sheets[i].name, "Follow-up"))
		i++;
	if (!why)
		why = i == x.nsheets ? "it has no sheet Follow-up" :
		    fb_xlsx_read(&x, i, &sink);
	said.n = 0;
	fb_buf_adds(&said, why);
	fb_xlsx_close(&x);
	fb_buf_release(&t->text);
	return why ? fb_buf_cstr(&said) : NULL;
}

/* One field up to its tab or line end; a quoted one may hold both. */
static fb_str
take_field(fb_str *rest, struct fb_buf *b, char *end)
{
	bool quoted = rest->n && *rest->p == '"';
	size_t i = quoted, from = b->n;

	for (; i < rest->n; i++) {
		char c = rest->p[i];

		if (quoted && c == '"' && i + 1 < rest->n &&
		    rest->p[i + 1] == '"')
			i++;
		else if (quoted && c == '"') {
			quoted = false;
			continue;
		} else if (!quoted && (c == '\t' || c == '\n'))
			break;
		if (c != '\r' || quoted)
			fb_buf_addc(b, c);
	}
	*end = i < rest->n ? rest->p[i] : '\n';
	i += i < rest->n;
	*rest = (fb_str){ rest->p + i, rest->n - i };
	return (fb_str){ NULL, b->n - from };
}

static void
take_text(struct taking *t, fb_str rest)
{
	struct fb_buf b = {0};

	while (rest.n) {
		fb_str cells[COLUMNS];
		struct row row = { cells, 0 };
		size_t at = 0;
		char end = '\t';

		b.n = 0;
		while (end == '\t') {
			fb_str s = take_field(&rest, &b, &end);

			if (row.n < COLUMNS)
				cells[row.n++] = s;
		}
		for (size_t i = 0; i < row.n; at += cells[i++].n)
			cells[i].p = cells[i].n ? b.p + at : "";
		take_row(t, &row);
	}
	fb_buf_release(&b);
}

static const char *
read_text(struct taking *t, const char *path)
{
	FILE *f = fopen(path, "r");
	const char *why = f ? NULL : "it cannot be opened";
	struct fb_buf b = {0};
	size_t n = 1;

	while (!why && n) {
		n = fread(fb_buf_room(&b, 1 << 16), 1, 1 << 16, f);
		b.n += n;
		if (b.n > LARGEST || ferror(f))
			why = "it cannot be read, or is larger than 64 MiB";
	}
	if (!why && !fb_utf8_valid(fb_buf_str(&b)))
		why = "it is neither a workbook nor text in UTF-8";
	if (!why)
		take_text(t, fb_str_starts(fb_buf_str(&b),
		    FB_LIT("\xef\xbb\xbf")) ? (fb_str){ b.p + 3, b.n - 3 } :
		    fb_buf_str(&b));
	if (f)
		fclose(f);
	fb_buf_release(&b);
	return why;
}

const char *
fb_ledger_read(struct fb_ledger *l, struct fb_report *r, const char *path)
{
	struct taking t = { .l = l, .r = r };
	const char *why = fb_xlsx_is(path) ? read_book(&t, path) :
	    read_text(&t, path);

	l->path = path;
	if (!why && !t.headed)
		why = "it has no row of heads such as Record, Status, Full id";
	return why;
}
