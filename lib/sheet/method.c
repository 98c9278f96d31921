/* method.c - the sheet Method: how the numbers and the voices were made. */
#include "sheet/method.h"

static bool
wanted(const struct fb_making *m)
{
	(void)m;
	return true;
}

static void
put_said(struct fb_method *p, const char *words, const char *key)
{
	const struct fb_words *w = &p->m->report->words;

	fb_method_pair(p, fb_word(w, words), fb_word(w, key));
}

static void
put_funnel_row(struct fb_method *p, const struct fb_funnel_row *f)
{
	bool minus = f->kind == FB_FUNNEL_MINUS;
	enum fb_style name = minus ? FB_TEXT_CELL : FB_BOLD_CELL;
	double n = (double)f->count;

	if (minus)
		fb_put_named(p->m, p->s, p->row, FB_METHOD_WORDS, f->words, f->sub,
		    FB_PLAIN_NAME, fb_look_of(p->m, name, 0, NULL));
	else
		fb_put_cell(p->m, p->s, p->row, FB_METHOD_WORDS, f->words,
		    fb_look_of(p->m, name, 0, NULL));
	fb_sheet_number(p->s, p->row, FB_METHOD_VALUE, minus ? -n : n,
	    fb_look_of(p->m, minus ? FB_COUNT : FB_COUNT_BOLD, 0, NULL));
	fb_sheet_row(p->s, p->row++, f->sub.n ? 30 : 19);
}

static void
put_funnel(struct fb_method *p)
{
	struct fb_funnel f;

	fb_funnel_of(p->m->report, fb_sheets_printed(p->m), &f);
	if (!f.n)
		return;
	fb_method_section(p, "sheet_funnel");
	for (size_t i = 0; i < f.n; i++)
		put_funnel_row(p, &f.rows[i]);
}

static void
put_certificate(struct fb_method *p)
{
	struct fb_fact *v;
	size_t n = fb_certificate(p->m->report, &v);

	fb_method_section(p, "sheet_again");
	for (size_t i = 0; i < n; i++)
		fb_method_pair(p, v[i].words, v[i].value);
	fb_method_made(p);
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
put_notes(struct fb_method *p)
{
	const struct fb_report *r = p->m->report;
	const struct fb_gated *g = &p->m->gated;

	fb_method_section(p, "sheet_reading_guide");
	put_said(p, "sheet_what_interval", "sheet_interval_means");
	put_said(p, "sheet_what_clear", "sheet_clear_means");
	put_said(p, "sheet_what_changed", "sheet_changed_means");
	put_said(p, "sheet_who_missing", "sheet_missing_means");
	if (withheld_in(r))
		fb_method_counted(p, "sheet_withheld", "sheet_withheld_n",
		    withheld_in(r));
	if (r->nunmasked)
		fb_method_counted(p, "sheet_unmasked", p->m->unredacted ?
		    "sheet_unmasked_printed" : "sheet_unmasked_left",
		    r->nunmasked);
	if (p->m->ledger && p->m->ledger->n)
		fb_method_counted(p, "method_follow", "method_follow_n",
		    p->m->ledger->n);
	if (p->m->calls && fb_calls_any(p->m->calls))
		fb_method_counted(p, "method_calls", "method_calls_n",
		    fb_calls_agreed(p->m->calls));
	if (g->replaced + g->dropped)
		fb_method_counted(p, "sheet_gate", "sheet_gate_n",
		    g->replaced + g->dropped);
	for (size_t i = 0; i < r->nnotes; i++)
		fb_method_pair(p, fb_word(&r->words, "sheet_note_head"), r->notes[i]);
}

static void
fill(struct fb_making *m, struct fb_sheet *s)
{
	struct fb_method p = { m, s, m->top };

	fb_method_begin(&p, "sheet_method_title", m->report->trails.n ?
	    "sheet_method_deck" : "sheet_method_bare");
	put_funnel(&p);
	put_certificate(&p);
	put_notes(&p);
	fb_method_trails(&p);
	fb_plan_page(m, s, 0, 0, false, NULL, NULL);
}

const struct fb_sheet_kind fb_sheet_method = {
	.name = "Method", .wanted = wanted, .fill = fill,
};
