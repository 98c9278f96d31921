/* fields.c - columns by the format, rows through the same door as a table's. */
#include <stdlib.h>

#include "ingest/begin.h"
#include "ingest/fields.h"

static void
set_cells(struct fb_row *row, const fb_str *cells, size_t n)
{
	row->text.n = row->n = 0;
	for (size_t i = 0; i < n; i++) {
		fb_buf_add(&row->text, cells[i]);
		fb_buf_addc(&row->text, '\x1f');
	}
	for (size_t i = 0, at = 0; i < n; at += cells[i++].n + 1) {
		row->cells = fb_grow(row->cells, &row->cap, row->n + 1,
		    sizeof *row->cells);
		row->cells[row->n++] = (fb_str){ row->text.p + at, cells[i].n };
	}
}

static void
explain(struct fb_fields *f, const char *format)
{
	struct fb_buf b = {0};

	fb_buf_printf(&b, "format: %s\n", format);
	fb_explain_profile(f->run, f->plan.profile, &b);
	fb_mapping_explain(&f->plan, &b);
	fb_say_lines(f->path, fb_buf_str(&b));
	fb_buf_release(&b);
}

void
fb_fields_open(struct fb_fields *f, struct fb_run *r, const char *format,
    const char *path, const fb_str *columns, size_t n)
{
	const struct fb_profile *p = r->chosen.name ? &r->chosen : NULL;

	*f = (struct fb_fields){ .run = r, .path = path };
	f->making = fb_run_making(r, &f->plan, path);
	fb_run_plan_names(r, &f->plan, columns, n, p, path);
	fb_run_planned(r, &f->plan, path);
	f->making.unique = r->unique;
	if (r->ask->explain && !(r->within && r->explained == format))
		explain(f, format);
	r->explained = format;
}

void
fb_fields_row(struct fb_fields *f, const fb_str *cells, size_t n)
{
	set_cells(&f->row, cells, n);
	fb_run_row(f->run, &f->making, &f->row, f->path);
}

void
fb_fields_close(struct fb_fields *f)
{
	fb_mapping_release(&f->plan);
	fb_buf_release(&f->row.text);
	free(f->row.cells);
}
