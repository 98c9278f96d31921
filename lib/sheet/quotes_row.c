/* quotes_row.c - the row of one quote. */
#include "present/verdict.h"
#include "present/voice.h"
#include "sheet/quotes.h"

static const double words_width = 80;

/* The value of the quote's own record, else of the cell it stands in. */
static void
put_fields(struct fb_quotes *p, const struct fb_cell *c, const struct fb_quote *q)
{
	unsigned look = fb_look_of(p->m, FB_TEXT_CELL, 0, NULL);

	for (uint32_t i = 0; i < p->by.n; i++) {
		fb_str key = fb_map_key(&p->by, p->order[i]);
		fb_str name = FB_LIT("");

		for (size_t k = 0; k < c->nby; k++)
			if (fb_str_eq(c->by[k].key, key))
				name = fb_name_value(p->m->report, c->by[k]);
		for (size_t k = 0; q && k < q->nby; k++)
			if (fb_str_eq(q->by[k].key, key))
				name = fb_name_value(p->m->report, q->by[k]);
		fb_put_cell(p->m, p->s, p->row, FB_Q_BY + i, name, look);
	}
}

static void
put_cell(struct fb_quotes *p, enum fb_quotes_column col, fb_str text,
    enum fb_style style)
{
	fb_put_cell(p->m, p->s, p->row, p->tail + col, text,
	    fb_look_of(p->m, style, 0, NULL));
}

/* The score under the mark of its group: red, blue, or plain. */
static void
put_score(struct fb_quotes *p, const struct fb_cell *c, const struct fb_quote *q)
{
	int rank = fb_group_rank(c, q->group);
	fb_colour ink = fb_group_colour(p->m->report, c, rank);
	bool marked = q->score.n && (ink == FB_RED || ink == FB_BLUE);

	fb_put_number(p->m, p->s, p->row, p->tail + FB_Q_SCORE, q->score, marked ?
	    fb_look_of(p->m, FB_SCORE_CELL, ink, NULL) :
	    fb_look_of(p->m, FB_CENTRED, 0, NULL));
}

static fb_str
group_words(struct fb_making *m, const struct fb_cell *c, fb_str group)
{
	for (size_t i = 0; i < c->ngroups; i++)
		if (fb_str_eq(group, fb_cstr(c->group_names[i])))
			return fb_group_words(m->report, c, i);
	return group;
}

/* Of the number that the row belongs to. */
static void
put_number_of(struct fb_quotes *p, const struct fb_cell *c)
{
	struct fb_buf b = {0};

	put_cell(p, FB_Q_MEASURE, fb_name_metric(p->m->report, c), FB_TEXT_CELL);
	put_cell(p, FB_Q_OF, fb_name_group(p->m->report, c), FB_TEXT_CELL);
	fb_show_period(&b, &p->m->report->words, c->period_label, FB_PERIOD_FULL);
	put_cell(p, FB_Q_PERIOD, fb_buf_str(&b), FB_TEXT_CELL);
	fb_buf_release(&b);
}

static void
put_masks(struct fb_quotes *p, const struct fb_quote *q)
{
	if (q->masks.p)
		fb_sheet_number(p->s, p->row, p->tail + FB_Q_MASKS,
		    (double)fb_mask_count(q), fb_look_of(p->m, FB_CENTRED, 0, NULL));
	else
		put_cell(p, FB_Q_MASKS, fb_word(&p->m->report->words,
		    "sheet_not_redacted"), FB_TEXT_CELL);
}

static void
put_about(struct fb_quotes *p, const struct fb_cell *c, const struct fb_quote *q)
{
	fb_put_day(p->m, p->s, p->row, FB_Q_DAY, q->date);
	put_fields(p, c, q);
	fb_put_cell(p->m, p->s, p->row, FB_Q_CHANNEL, q->channel,
	    fb_look_of(p->m, FB_TEXT_CELL, 0, NULL));
	put_cell(p, FB_Q_LANG, q->lang, FB_TEXT_CELL);
	put_score(p, c, q);
	put_cell(p, FB_Q_GROUP, group_words(p->m, c, q->group), FB_TEXT_CELL);
	put_number_of(p, c);
	put_cell(p, FB_Q_ROLE, q->role, FB_TEXT_CELL);
	if (q->speaks_est == q->speaks_est)
		fb_sheet_number(p->s, p->row, p->tail + FB_Q_SPEAKS, q->speaks_est,
		    fb_look_of(p->m, FB_COUNT, 0, NULL));
	put_cell(p, FB_Q_SCALE, q->scale, FB_TEXT_CELL);
	put_masks(p, q);
	put_cell(p, FB_Q_ID, q->id, FB_TEXT_CELL);
	put_cell(p, FB_Q_DIGEST, q->sha256, FB_MONO);
}

void
fb_quotes_add(struct fb_quotes *p, const struct fb_cell *c,
    const struct fb_quote *q)
{
	fb_str *parts;
	size_t n = fb_parts_of(p->m, q->text, 0, 0, &parts);

	for (size_t i = 0; i < n; i++) {
		fb_put_record(p->m, p->s, p->row, FB_Q_RECORD, q->id, i + 1, n,
		    FB_NO_ROW);
		put_about(p, c, q);
		fb_sheet_text(p->s, p->row, p->tail + FB_Q_WORDS, parts[i],
		    fb_look_words(p->m, FB_WORDS, q->text));
		fb_sheet_row(p->s, p->row, fb_height_for(parts[i], words_width,
		    15, 30));
		p->row++;
	}
}

void
fb_quotes_remark(struct fb_quotes *p, const struct fb_cell *c, fb_str text)
{
	put_fields(p, c, NULL);
	put_number_of(p, c);
	put_cell(p, FB_Q_WORDS, text, FB_REMARK);
	p->row++;
}
