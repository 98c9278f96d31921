/* summary_row.c - one number with all that stands beside it. */
#include <math.h>

#include "present/verdict.h"
#include "sheet/summary.h"

static const struct fb_words *
words_of(const struct fb_summary *p)
{
	return &p->m->report->words;
}

static void
put_name(struct fb_summary *p, const struct fb_cell *c)
{
	fb_str note = fb_name_note(p->m->report, c);
	struct fb_buf b = {0}, n = {0};

	fb_buf_add(&b, note);
	if (c->has_n) {
		fb_show_count(&n, words_of(p), c->n);
		fb_buf_adds(&b, note.n ? "\n" : "");
		fb_say(&b, words_of(p), "sheet_n_is", (struct fb_slot[]){
		    { "n", fb_buf_str(&n) } }, 1);
	}
	fb_put_named(p->m, p->s, p->row, FB_SUM_MEASURE, fb_name_metric(p->m->report, c),
	    fb_buf_str(&b), FB_NAME_BOLD, fb_look_of(p->m, FB_NAME, 0, NULL));
	fb_buf_release(&b);
	fb_buf_release(&n);
}

static void
put_value(struct fb_summary *p, const struct fb_cell *c)
{
	fb_str unit = fb_unit_words(words_of(p), c);
	fb_colour ink = fb_is_wide(c) ? FB_TEXT2 : 0;
	struct fb_buf b = {0};

	if (fb_is_small(c)) {
		fb_put_word(p->m, p->s, p->row, FB_SUM_VALUE, c->has_value ?
		    "few_answers" : "sheet_no_value", FB_SMALL);
		fb_sheet_blank(p->s, p->row, FB_SUM_INTERVAL,
		    fb_look_of(p->m, FB_SMALL, 0, NULL));
		return;
	}
	fb_sheet_number(p->s, p->row, FB_SUM_VALUE, fb_stored(c, c->value),
	    fb_look_of(p->m, FB_VALUE, ink, fb_number_format(p->m, c)));
	fb_show_margin(&b, words_of(p), c);
	/* Not with the value, where a unit leaves no room for the number. */
	fb_buf_adds(&b, b.n && unit.n ? "\n" : "");
	fb_buf_add(&b, unit);
	fb_put_cell(p->m, p->s, p->row, FB_SUM_INTERVAL, fb_buf_str(&b),
	    fb_look_of(p->m, FB_SMALL, 0, NULL));
	fb_buf_release(&b);
}

const char *
fb_mark_sign(struct fb_verdict v)
{
	if (v.mark == FB_MARK_FILLED)
		return v.up ? "\xe2\x96\xb2 " : "\xe2\x96\xbc ";
	if (v.mark == FB_MARK_HOLLOW)
		return v.up ? "\xe2\x96\xb3 " : "\xe2\x96\xbd ";
	return "\xe2\x80\x94 ";
}

static void
put_change(struct fb_summary *p, const struct fb_cell *c)
{
	struct fb_verdict v = fb_verdict(p->m->report, c, &c->prev);
	bool number = c->prev.ok && !fb_is_small(c);
	struct fb_buf b = {0};

	if (number)
		fb_sheet_number(p->s, p->row, FB_SUM_CHANGE, c->prev.diff,
		    fb_look_of(p->m, FB_CHANGE, v.colour,
		    fb_change_format(p->m, c, v.mark == FB_MARK_BAR)));
	else
		fb_sheet_blank(p->s, p->row, FB_SUM_CHANGE,
		    fb_look_of(p->m, FB_CHANGE, 0, NULL));
	fb_buf_adds(&b, fb_mark_sign(v));
	if (number || !c->prev.ok)
		fb_buf_add(&b, v.words);
	else
		fb_buf_add(&b, fb_word(words_of(p), "not_tested"));
	fb_put_cell(p->m, p->s, p->row, FB_SUM_READING, fb_buf_str(&b), fb_look_of(p->m,
	    v.clear ? FB_READING_CLEAR : FB_READING, v.colour, NULL));
	fb_buf_release(&b);
}

static void
put_chart(struct fb_summary *p, const struct fb_cell *c)
{
	size_t n = fb_mini_points(p->m, c);
	struct fb_buf b = {0};

	if (n >= FB_CHART_POINTS && p->charts < FB_CHARTS_MAX && !fb_is_small(c)) {
		fb_sheet_blank(p->s, p->row, FB_SUM_CHART,
		    fb_look_of(p->m, FB_SMALL, 0, NULL));
		fb_put_mini(p->m, p->s, p->row, FB_SUM_CHART, c);
		p->charts++;
		return;
	}
	if (n > 1)
		fb_show_span(&b, words_of(p),
		    c->has_period ? c->period.unit : FB_NONE, n);
	fb_put_cell(p->m, p->s, p->row, FB_SUM_CHART, fb_buf_str(&b),
	    fb_look_of(p->m, FB_SMALL, 0, NULL));
	fb_buf_release(&b);
}

/* Why there are no words beside this number. */
static void
put_absence(struct fb_summary *p, const struct fb_cell *c)
{
	struct fb_buf b = {0};

	for (size_t i = 0; !c->nquotes && i < c->voice.nsilent; i++) {
		fb_buf_adds(&b, i ? "\n" : "");
		fb_put_silent(&b, p->m->report, c, &c->voice.silent[i]);
	}
	if (!b.n)
		fb_buf_add(&b, fb_word(words_of(p), c->nquotes ?
		    "sheet_not_masked" : c->paired ? "sheet_no_words" :
		    "sheet_unpaired"));
	fb_put_cell(p->m, p->s, p->row, FB_SUM_QUOTE, fb_buf_str(&b),
	    fb_look_of(p->m, FB_REMARK, 0, NULL));
	fb_buf_release(&b);
}

static uint32_t
row_of(const struct fb_making *m, const struct fb_cell *c,
    const struct fb_quote *q)
{
	return m->quote_rows[m->quote_at[fb_cell_index(m, c)] +
	    (size_t)(q - c->quotes)];
}

/* The whole record where it is short, else the quote with a mark where the
 * record goes on. */
static fb_str
words_of_voice(struct fb_summary *p, const struct fb_quote *q)
{
	struct fb_shown shown = fb_shown_of(p->m, q);
	bool after = q->bytes ? q->end < q->bytes : !q->whole;
	struct fb_buf b = {0};
	fb_str text;

	if (shown.whole && fb_lines_in(shown.text,
	    fb_summary_widths[FB_SUM_QUOTE]) <= FB_WHOLE_LINES)
		return shown.text;
	fb_buf_adds(&b, q->start ? FB_GOES_ON " " : "");
	fb_buf_add(&b, q->text);
	fb_buf_adds(&b, after ? " " FB_GOES_ON : "");
	text = fb_arena_copy(&p->m->report->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	return text;
}

/* The height that the row needs for these words. */
static double
put_voice(struct fb_summary *p, const struct fb_cell *c, const struct fb_quote *q)
{
	bool above = fb_printed_has(&p->printed, q->id);
	struct fb_buf from = {0};
	fb_str *parts;
	size_t n = fb_parts_of(p->m, words_of_voice(p, q), 0, 0, &parts);
	double height;

	if (above)
		fb_put_word(p->m, p->s, p->row, FB_SUM_QUOTE, "sheet_above", FB_REMARK);
	else
		fb_sheet_text(p->s, p->row, FB_SUM_QUOTE, parts[0],
		    fb_look_words(p->m, FB_WORDS, q->text, q->lang));
	fb_put_from(&from, p->m->report, c, q, FB_DATE_SHORT, " \xc2\xb7 ");
	fb_put_cell(p->m, p->s, p->row, FB_SUM_FROM, fb_buf_str(&from),
	    fb_look_of(p->m, FB_SMALL, 0, NULL));
	fb_put_record(p->m, p->s, p->row, FB_SUM_RECORD, q->id, 1, n,
	    row_of(p->m, c, q));
	height = above ? 0 : fb_height_for(parts[0],
	    fb_summary_widths[FB_SUM_QUOTE], 15, 58);
	fb_printed_add(&p->printed, q->id);
	fb_buf_release(&from);
	return height;
}

void
fb_summary_row(struct fb_summary *p, const struct fb_cell *c)
{
	const struct fb_quote *q = fb_voice_of(c, p->m->unredacted, &p->printed);
	unsigned look = fb_look_of(p->m, FB_SMALL, 0, NULL);
	double height = 58;

	put_name(p, c);
	put_value(p, c);
	put_change(p, c);
	put_chart(p, c);
	if (q) {
		height = fmax(height, put_voice(p, c, q));
	} else {
		put_absence(p, c);
		fb_sheet_blank(p->s, p->row, FB_SUM_FROM, look);
		fb_sheet_blank(p->s, p->row, FB_SUM_RECORD, look);
	}
	fb_sheet_row(p->s, p->row++, height);
}
