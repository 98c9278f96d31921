/* workbook.c - the format of Excel workbooks: a sheet is read as a table.
 *
 * The sheet's cells become comma-separated text in an unlinked file, so that
 * header shapes, dates and guesses are those of every table. Dates stand in it
 * as ISO 8601 has them; a row's number is the sheet's. */
#define _GNU_SOURCE /* mkostemp */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ingest/format.h"
#include "ingest/table.h"
#include "pack/xlsx.h"
#include "record/reader.h"

struct sheet {
	struct fb_xlsx book;
	FILE *to;
	struct fb_buf text; /* of the row */
	uint32_t row, col;  /* where the next cell would stand */
	const char *name;
};

static bool
is_workbook(const struct fb_head *head)
{
	return head->packing == FB_ZIP && fb_xlsx_is(head->path);
}

static void
put_quoted(struct fb_buf *b, fb_str s)
{
	fb_buf_addc(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			fb_buf_addc(b, '"');
		fb_buf_addc(b, s.p[i]);
	}
	fb_buf_addc(b, '"');
}

static const char *
take_cell(void *arg, const struct fb_xlsx_cell *cell)
{
	struct sheet *s = arg;
	struct fb_buf date = {0};

	if (cell->type == FB_XLSX_EMPTY || !cell->text.n)
		return NULL;
	for (; s->col < cell->col; s->col++)
		fb_buf_addc(&s->text, ',');
	if (cell->type == FB_XLSX_DATE &&
	    !fb_xlsx_put_date(&s->book, &date, cell->text))
		put_quoted(&s->text, fb_buf_str(&date));
	else if (cell->type == FB_XLSX_BOOL)
		fb_buf_adds(&s->text, cell->text.p[0] == '1' ? "TRUE" :
		    "FALSE");
	else
		put_quoted(&s->text, cell->text);
	fb_buf_release(&date);
	return NULL;
}

/* Rows that the sheet leaves out are empty lines. */
static const char *
take_row(void *arg, uint32_t row)
{
	struct sheet *s = arg;

	for (; s->row < row; s->row++)
		putc('\n', s->to);
	fb_buf_addc(&s->text, '\n');
	fwrite(s->text.p, 1, s->text.n, s->to);
	s->text.n = 0;
	s->row++;
	s->col = 0;
	return NULL;
}

/* The one that --sheet names, else the first that is shown. */
static const char *
find_sheet(const struct fb_xlsx *x, const char *name, size_t *at)
{
	for (*at = 0; *at < x->nsheets; ++*at)
		if (name ? !strcmp(x->sheets[*at].name, name) :
		    !x->sheets[*at].hidden)
			return NULL;
	return name ? "has no sheet of that name; --explain lists them" :
	    "has no sheet that is shown; --sheet names a hidden one";
}

static const char *
open_temporary(FILE **f)
{
	const char *dir = getenv("TMPDIR");
	struct fb_buf path = {0};
	int fd;

	fb_buf_printf(&path, "%s/fb-ingest.XXXXXX", dir && *dir ? dir : "/tmp");
	fb_buf_cstr(&path);
	fd = mkostemp(path.p, O_CLOEXEC);
	*f = fd < 0 ? NULL : fdopen(fd, "w+");
	if (fd >= 0)
		unlink(path.p);
	fb_buf_release(&path);
	return *f ? NULL : "cannot make a temporary file";
}

static const char *
spool(struct sheet *s, const char *path, const char *name)
{
	const struct fb_xlsx_sink sink = { s, take_cell, take_row };
	const char *why;
	size_t at = 0;

	if ((why = open_temporary(&s->to)) ||
	    (why = fb_xlsx_open(&s->book, path)) ||
	    (why = find_sheet(&s->book, name, &at)))
		return why;
	s->name = s->book.sheets[at].name;
	if ((why = fb_xlsx_read(&s->book, at, &sink)))
		return why;
	if (fflush(s->to) || ferror(s->to))
		return "cannot write a temporary file";
	return NULL;
}

static void
say_sheets(struct fb_run *r, const struct sheet *s)
{
	r->say.n = 0;
	fb_buf_printf(&r->say, "workbook: the sheet '%s', of %zu:", s->name,
	    s->book.nsheets);
	for (size_t i = 0; i < s->book.nsheets; i++)
		fb_buf_printf(&r->say, "%s '%s'%s", i ? "," : "",
		    s->book.sheets[i].name,
		    s->book.sheets[i].hidden ? " (hidden)" : "");
	fb_buf_addc(&r->say, '\n');
}

static void
read_sheet(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	const struct fb_csv_opts opts = { .delim = ',', .by_row = true };
	struct sheet s = {0};
	struct fb_physical lines = {0};
	const char *why = spool(&s, head->path, r->ask->sheet);

	(void)in;
	if (!why)
		why = fb_physical_start(&lines, dup(fileno(s.to)),
		    fb_max_record());
	if (why)
		fb_run_read_fail(r, head->path, why);
	say_sheets(r, &s);
	fb_read_table(r, head->path, &lines, &opts);
	fb_physical_close(&lines);
	fclose(s.to);
	fb_buf_release(&s.text);
	fb_xlsx_close(&s.book);
}

const struct fb_format fb_format_workbook = {
	.name = "Excel workbook", .kind = "table",
	.is = is_workbook, .read = read_sheet,
};
