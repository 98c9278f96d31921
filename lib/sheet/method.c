/* method.c - the sheet Method: how the numbers and the voices were made. */
#include "base/opt.h"
#include "present/funnel.h"
#include "sheet/put.h"

enum { WORDS, VALUE };

static const double value_width = 90;

/* A sheet in the making. */
struct page {
	struct fb_making *m;
	struct fb_sheet *s;
	uint32_t row;
};

static bool
wanted(const struct fb_making *m)
{
	(void)m;
	return true;
}

static void
put_section(struct page *p, const char *key)
{
	p->row++;
	fb_put_word(p->m, p->s, p->row, WORDS, key, FB_SECTION);
	fb_sheet_row(p->s, p->row++, 24);
}

static void
put_pair(struct page *p, fb_str words, fb_str value)
{
	fb_put_cell(p->m, p->s, p->row, WORDS, words,
	    fb_look_of(p->m, FB_BOLD_CELL, 0, NULL));
	fb_put_cell(p->m, p->s, p->row, VALUE, value,
	    fb_look_of(p->m, FB_TEXT_CELL, 0, NULL));
	fb_sheet_row(p->s, p->row++, fb_height_for(value, value_width, 13, 19));
}

static void
put_said(struct page *p, const char *words, const char *key)
{
	const struct fb_words *w = &p->m->report->words;

	put_pair(p, fb_word(w, words), fb_word(w, key));
}

static void
put_funnel_row(struct page *p, const struct fb_funnel_row *f)
{
	bool minus = f->kind == FB_FUNNEL_MINUS;
	enum fb_style name = minus ? FB_TEXT_CELL : FB_BOLD_CELL;
	double n = (double)f->count;

	if (minus)
		fb_put_named(p->m, p->s, p->row, WORDS, f->words, f->sub,
		    FB_PLAIN_NAME, fb_look_of(p->m, name, 0, NULL));
	else
		fb_put_cell(p->m, p->s, p->row, WORDS, f->words,
		    fb_look_of(p->m, name, 0, NULL));
	fb_sheet_number(p->s, p->row, VALUE, minus ? -n : n, fb_look_of(p->m,
	    minus ? FB_COUNT : FB_COUNT_BOLD, 0, NULL));
	fb_sheet_row(p->s, p->row++, f->sub.n ? 30 : 19);
}

static void
put_funnel(struct page *p)
{
	struct fb_funnel f;

	fb_funnel_of(p->m->report, fb_sheets_printed(p->m), &f);
	if (!f.n)
		return;
	put_section(p, "sheet_funnel");
	for (size_t i = 0; i < f.n; i++)
		put_funnel_row(p, &f.rows[i]);
}

static void
put_certificate(struct page *p)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_buf b = {0};
	struct fb_fact *v;
	size_t n = fb_certificate(p->m->report, &v);

	put_section(p, "sheet_again");
	for (size_t i = 0; i < n; i++)
		put_pair(p, v[i].words, v[i].value);
	fb_put_chain(&b, p->m->report);
	put_pair(p, fb_word(w, "sheet_provenance"), fb_buf_str(&b));
	b.n = 0;
	fb_buf_printf(&b, "fb-xlsx %s %s", FB_VERSION, fb_opt_given());
	put_pair(p, fb_word(w, "sheet_made_by"), fb_str_trim(fb_buf_str(&b)));
	fb_buf_release(&b);
}

/* Records kept from quotation, of the number where they are most. */
static uint64_t
withheld_in(const struct fb_report *r)
{
	uint64_t most = 0;

	for (size_t i = 0; i < r->ncells; i++)
		if (r->cells[i].voice.withheld > most)
			most = r->cells[i].voice.withheld;
	return most;
}

static void
put_counted(struct page *p, const char *words, const char *key, uint64_t n)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_buf b = {0}, count = {0};

	fb_show_count(&count, w, n);
	fb_say(&b, w, key, (struct fb_slot[]){ { "n", fb_buf_str(&count) } }, 1);
	put_pair(p, fb_word(w, words), fb_buf_str(&b));
	fb_buf_release(&b);
	fb_buf_release(&count);
}

static void
put_notes(struct page *p)
{
	const struct fb_report *r = p->m->report;
	const struct fb_gated *g = &p->m->gated;

	put_section(p, "sheet_reading_guide");
	put_said(p, "sheet_what_interval", "sheet_interval_means");
	put_said(p, "sheet_what_clear", "sheet_clear_means");
	put_said(p, "sheet_what_changed", "sheet_changed_means");
	put_said(p, "sheet_who_missing", "sheet_missing_means");
	if (withheld_in(r))
		put_counted(p, "sheet_withheld", "sheet_withheld_n",
		    withheld_in(r));
	if (r->nunmasked)
		put_counted(p, "sheet_unmasked", p->m->unredacted ?
		    "sheet_unmasked_printed" : "sheet_unmasked_left",
		    r->nunmasked);
	if (g->replaced + g->dropped)
		put_counted(p, "sheet_gate", "sheet_gate_n",
		    g->replaced + g->dropped);
	for (size_t i = 0; i < r->nnotes; i++)
		put_pair(p, fb_word(&r->words, "sheet_note_head"), r->notes[i]);
}

static void
put_trails(struct page *p)
{
	struct fb_report *r = p->m->report;

	if (r->trails.n)
		put_section(p, "sheet_trail");
	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_buf name = {0};
		struct fb_fact *v;
		size_t n = fb_trail_facts(r, r->trails.lines[i], &v);

		fb_put_trail_name(&name, r->trails.lines[i]);
		fb_put_merged(p->m, p->s, p->row, VALUE, fb_buf_str(&name),
		    FB_GROUP_HEAD);
		fb_sheet_row(p->s, p->row++, 24);
		for (size_t k = 0; k < n; k++)
			put_pair(p, v[k].words, v[k].value);
		fb_buf_release(&name);
	}
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct page p = { m, s, m->top };

	fb_sheet_col(s, WORDS, WORDS, 36, false);
	fb_sheet_col(s, VALUE, VALUE, value_width, false);
	fb_put_merged(m, s, p.row, VALUE, fb_word(&m->report->words,
	    "sheet_method_title"), FB_TITLE);
	fb_sheet_row(s, p.row++, 34);
	fb_put_merged(m, s, p.row, VALUE, fb_word(&m->report->words,
	    m->report->trails.n ? "sheet_method_deck" :
	    "sheet_method_bare"), FB_DECK);
	fb_sheet_row(s, p.row++, 30);
	put_funnel(&p);
	put_certificate(&p);
	put_notes(&p);
	put_trails(&p);
	fb_plan_page(m, s, 0, 0, false, NULL, NULL);
}

const struct fb_sheet_kind fb_sheet_method = {
	.name = "Method", .wanted = wanted, .fill = fill,
};
