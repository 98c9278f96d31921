/* shape.c - headers of several rows, and last rows that are none. */
#include <stdlib.h>

#include "ingest/shape.h"

/* The names of a header, one buffer a column. */
struct names {
	struct fb_buf *v;
	size_t n, cap;
};

static void
add_row(struct names *all, const struct fb_row *c)
{
	while (all->n < c->n) {
		all->v = fb_grow(all->v, &all->cap, all->n + 1,
		    sizeof *all->v);
		all->v[all->n++] = (struct fb_buf){0};
	}
}

/* The question: the cell, or the one to its left when it is empty. */
static void
add_first(struct names *all, const struct fb_row *c)
{
	add_row(all, c);
	for (size_t i = 0; i < c->n; i++) {
		fb_str s = fb_str_trim(c->cells[i]);

		if (!s.n && i)
			s = fb_buf_str(&all->v[i - 1]);
		fb_buf_add(&all->v[i], s);
	}
}

/* What says only that an answer stands there. */
static bool
says_nothing(fb_str s)
{
	static const char *const words[] = { "Response",
	    "Open-Ended Response" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (fb_str_eq(s, fb_cstr(words[i])))
			return true;
	return !s.n;
}

/* The option or the row of a matrix, behind the question. */
static void
add_next(struct names *all, const struct fb_row *c)
{
	add_row(all, c);
	for (size_t i = 0; i < c->n; i++) {
		fb_str s = fb_str_trim(c->cells[i]);

		if (says_nothing(s))
			continue;
		fb_buf_adds(&all->v[i], all->v[i].n ? " - " : "");
		fb_buf_add(&all->v[i], s);
	}
}

static const char *
name_anew(struct fb_mapping *p, const struct names *all)
{
	fb_str *cells = fb_zalloc(all->n + 1, sizeof *cells);
	const char *why;

	for (size_t i = 0; i < all->n; i++)
		cells[i] = fb_buf_str(&all->v[i]);
	fb_mapping_release(p);
	why = fb_mapping_header(p, cells, all->n);
	free(cells);
	return why;
}

const char *
fb_shape_header(struct fb_mapping *p, struct fb_csv *c,
    const struct fb_profile *f)
{
	struct names all = {0};
	const char *why = NULL;
	bool got = true;

	if (!f || f->headers < 2)
		return NULL;
	add_first(&all, &c->row);
	for (size_t i = 1; i < f->headers && !why && got; i++) {
		why = fb_csv_next(c, &got);
		if (!why && got)
			add_next(&all, &c->row);
	}
	if (!why && f->filled)
		why = name_anew(p, &all);
	for (size_t i = 0; i < all.n; i++)
		fb_buf_release(&all.v[i]);
	free(all.v);
	return why;
}

/* A name that came before got a number behind it. */
static bool
is_name(const struct fb_column *col, fb_str s)
{
	return fb_str_eq(s, col->name) ||
	    (fb_str_starts(col->name, s) && col->name.p[s.n] == '_');
}

bool
fb_shape_again(const struct fb_mapping *p, const struct fb_row *row)
{
	size_t same = 0;

	if (row->n != p->n)
		return false;
	for (size_t i = 0; i < row->n; i++) {
		fb_str s = fb_str_trim(row->cells[i]);

		if (s.n && !is_name(&p->v[i], s))
			return false;
		same += s.n > 0;
	}
	return same > 1;
}

const char *
fb_shape_footer(const struct fb_mapping *p, struct fb_csv *c, bool *footer)
{
	size_t said = 0;

	*footer = false;
	for (size_t i = 0; i < c->row.n; i++)
		said += fb_str_trim(c->row.cells[i]).n > 0;
	if (said != 1 || p->n < 2 || c->unclosed)
		return NULL;
	return fb_csv_is_last(c, footer);
}
