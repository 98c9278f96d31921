/* quotes_row.c - the row of one quote. */
#include <math.h>

#include "base/ticket.h"
#include "present/verdict.h"
#include "present/voice.h"
#include "sheet/quotes.h"

static const double words_width = 80, translation_width = 44;

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

/* The score, and in a column of its own what colours it. */
static void
put_score(struct fb_quotes *p, const struct fb_cell *c, const struct fb_quote *q)
{
	fb_colour ink = fb_group_colour(p->m->report, c,
	    fb_group_rank(c, q->group));
	unsigned look = fb_look_of(p->m, FB_CENTRED, 0, NULL);

	fb_put_number(p->m, p->s, p->row, p->tail + FB_Q_SCORE, q->score, look);
	if (q->score.n)
		fb_sheet_number(p->s, p->row, p->tail + FB_Q_MARK,
		    ink == FB_RED ? -1 : ink == FB_BLUE, look);
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
	const char *place = p->m->family_at[fb_cell_index(p->m, c)];
	struct fb_buf b = {0};

	fb_put_link(p->m, p->s, p->row, p->tail + FB_Q_MEASURE,
	    fb_name_metric(p->m->report, c), place ? place : "",
	    fb_look_of(p->m, place ? FB_LINK_CELL : FB_TEXT_CELL, 0, NULL));
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

/* A voice of its group needs no word. */
static void
put_role(struct fb_quotes *p, const struct fb_cell *c, fb_str role)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_buf key = {0}, said = {0}, period = {0};

	if (role.n && !fb_str_eq(role, FB_LIT("voice"))) {
		fb_buf_adds(&key, "role_");
		fb_buf_add(&key, role);
		fb_show_period(&period, w, c->prev.period, FB_PERIOD_FULL);
		fb_say(&said, w, fb_buf_cstr(&key), (struct fb_slot[]){
		    { "period", fb_buf_str(&period) } }, 1);
	}
	put_cell(p, FB_Q_ROLE, !said.n ? FB_LIT("") :
	    fb_str_eq(fb_buf_str(&key), fb_buf_str(&said)) ? role :
	    fb_buf_str(&said), FB_TEXT_CELL);
	fb_buf_release(&key);
	fb_buf_release(&said);
	fb_buf_release(&period);
}

/* Code points, so that anyone can count them again. */
static size_t
characters(fb_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

/* How the words beside it and the quote of the number go together. */
static void
put_extent(struct fb_quotes *p, const struct fb_quote *q,
    const struct fb_shown *shown)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_buf b = {0}, from = {0}, to = {0};
	size_t at = shown->more ? characters((fb_str){ shown->text.p,
	    (size_t)q->start }) : 0;

	fb_show_count(&from, w, at + 1);
	fb_show_count(&to, w, at + characters(q->text));
	fb_say(&b, w, shown->more ? "sheet_extent_part" : shown->whole ?
	    "sheet_extent_whole" : "sheet_extent_cut", (struct fb_slot[]){
	    { "from", fb_buf_str(&from) }, { "to", fb_buf_str(&to) } }, 2);
	put_cell(p, FB_Q_EXTENT, fb_buf_str(&b), FB_TEXT_CELL);
	fb_buf_release(&b);
	fb_buf_release(&from);
	fb_buf_release(&to);
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
	put_role(p, c, q->role);
	if (q->speaks_est == q->speaks_est)
		fb_sheet_number(p->s, p->row, p->tail + FB_Q_SPEAKS, q->speaks_est,
		    fb_look_of(p->m, FB_COUNT, 0, NULL));
	put_cell(p, FB_Q_SCALE, q->scale, FB_TEXT_CELL);
	put_masks(p, q);
	put_cell(p, FB_Q_ID, q->id, FB_TEXT_CELL);
}

/* Of the words in the row. */
static void
put_digest(struct fb_quotes *p, const struct fb_quote *q,
    const struct fb_shown *shown)
{
	struct fb_ticket sha = fb_sha256(shown->text);
	struct fb_buf b = {0};

	fb_put_hex(&b, sha.d, sizeof sha.d);
	put_cell(p, FB_Q_DIGEST, shown->more ? fb_buf_str(&b) : q->sha256,
	    FB_MONO);
	fb_buf_release(&b);
}

/* Words or their translation in the row; the height that they need. */
static double
put_words(struct fb_quotes *p, enum fb_quotes_column col, fb_str part,
    enum fb_style style, double width, fb_str lang)
{
	unsigned look = fb_look_words(p->m, style, part, lang);

	if (part.n)
		fb_sheet_text(p->s, p->row, p->tail + col, part, look);
	else
		fb_sheet_blank(p->s, p->row, p->tail + col, look);
	return fb_height_for(part, width, 15, 30);
}

void
fb_quotes_add(struct fb_quotes *p, const struct fb_cell *c,
    const struct fb_quote *q)
{
	struct fb_shown shown = fb_shown_of(p->m, q);
	fb_str *parts, *other, none = FB_LIT("");
	size_t n = fb_parts_of(p->m, shown.text, 0, 0, &parts);
	size_t m = fb_parts_of(p->m, shown.translation, 0, 0, &other);
	size_t rows = n > m ? n : m;

	for (size_t i = 0; i < rows; i++) {
		fb_put_record(p->m, p->s, p->row, FB_Q_RECORD, q->id, i + 1, rows,
		    FB_NO_ROW);
		put_about(p, c, q);
		put_extent(p, q, &shown);
		put_digest(p, q, &shown);
		fb_sheet_row(p->s, p->row, fmax(
		    put_words(p, FB_Q_WORDS, i < n ? parts[i] : none, FB_WORDS,
		        words_width, q->lang),
		    put_words(p, FB_Q_TRANSLATION, i < m ? other[i] : none,
		        FB_TRANSLATED_WORDS, translation_width, none)));
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
