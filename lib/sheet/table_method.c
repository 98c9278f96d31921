/* table_method.c - the sheet Method of a table. */
#include "sheet/method.h"
#include "sheet/table_part.h"

static void
put_counts(struct fb_method *p, const struct fb_listing *t)
{
	const struct { const char *words, *key; size_t n; } said[] = {
		{ "table_sheets", "table_sheets_n", t->nsheets - 1 ? t->nsheets :
		    0 },
		{ "table_long", "table_long_n", t->long_texts },
		{ "table_other", "table_other_n", t->nother },
		{ "table_filtered", "table_filtered_n", t->in->nfiltered },
		{ "table_bad", "table_bad_n", t->in->nbad },
		{ "sheet_unmasked", "table_hidden_n", t->hidden },
		{ "sheet_unmasked", "table_bare_n", t->bare },
		{ "table_left", "table_left_n", t->left_cells },
		{ "sheet_gate", "sheet_gate_n", t->m.gated.replaced +
		    t->m.gated.dropped },
	};

	fb_method_section(p, "table_holds");
	fb_method_counted(p, "table_rows", t->records ? "table_rows_n" :
	    "table_lines_n", t->nrows);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (said[i].n)
			fb_method_counted(p, said[i].words, said[i].key,
			    said[i].n);
}

static const char *
kind_of(const struct fb_column *c)
{
	static const char *const kinds[] = {
		[FB_COLUMN_TEXT] = "table_text",
		[FB_COLUMN_NUMBER] = "table_number",
		[FB_COLUMN_DAY] = "table_day", [FB_COLUMN_TIME] = "table_time",
	};

	return c->bools && c->bools == c->filled ? "table_bool" : kinds[c->kind];
}

static void
put_columns(struct fb_method *p, const struct fb_listing *t)
{
	fb_method_section(p, "table_columns");
	for (size_t i = 0; i < t->keys.n; i++) {
		struct fb_buf b = {0}, n = {0};
		const struct fb_words *w = &t->report.words;

		fb_show_count(&n, w, t->columns[i].filled);
		fb_say(&b, w, "table_column", (struct fb_slot[]){
		    { "kind", fb_word(w, kind_of(&t->columns[i])) },
		    { "n", fb_buf_str(&n) } }, 2);
		fb_method_pair(p, fb_map_key(&t->keys, i), fb_buf_str(&b));
		fb_buf_release(&b);
		fb_buf_release(&n);
	}
}

void
fb_listing_method(struct fb_listing *t, struct fb_sheet *s)
{
	struct fb_method p = { &t->m, s, t->m.top };

	if (t->m.top)
		fb_put_word(&t->m, s, 0, 0, "sheet_unredacted", FB_WARNING);
	fb_method_begin(&p, "table_title", "table_deck");
	put_counts(&p, t);
	put_columns(&p, t);
	fb_method_section(&p, "table_made");
	fb_method_made(&p);
	fb_method_trails(&p);
	fb_plan_page(&t->m, s, 0, 0, false, NULL, NULL);
}
