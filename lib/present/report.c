/* report.c - read a report's lines. */
#include <stdlib.h>

#include "present/default.h"
#include "present/report.h"
#include "record/json.h"
#include "record/names.h"

static fb_str
text_of(struct fb_report *r, fb_str raw)
{
	struct fb_buf scratch = {0};
	fb_str s = fb_arena_copy(&r->mem, fb_json_text(raw, &scratch));

	fb_buf_release(&scratch);
	return s;
}

static fb_str
get(struct fb_report *r, const struct fb_rec *rec, const char *key)
{
	return text_of(r, fb_rec_get(rec, fb_cstr(key)));
}

static void
read_about(struct fb_report *r, const struct fb_rec *rec, struct fb_scope *a)
{
	fb_str by = fb_rec_get(rec, FB_LIT("by"));

	a->metric = get(r, rec, "metric");
	a->period = get(r, rec, "period");
	a->has_by = by.p != NULL;
	a->nby = fb_pairs_read(&r->mem, by, a->by);
}

static void
read_label(struct fb_report *r, const struct fb_rec *rec)
{
	struct fb_label *l;

	r->labels = fb_grow(r->labels, &r->labels_cap, r->nlabels + 1, sizeof *l);
	l = &r->labels[r->nlabels++];
	*l = (struct fb_label){ .field = get(r, rec, "field"),
	    .name = get(r, rec, "name"), .note = get(r, rec, "note"),
	    .better = get(r, rec, "better") };
	read_about(r, rec, &l->about);
}

static void
read_title(struct fb_report *r, const struct fb_rec *rec)
{
	struct fb_title *t;

	r->titles = fb_grow(r->titles, &r->titles_cap, r->ntitles + 1, sizeof *t);
	t = &r->titles[r->ntitles++];
	*t = (struct fb_title){ .page = get(r, rec, "page"),
	    .text = get(r, rec, "text"), .deck = get(r, rec, "deck") };
	read_about(r, rec, &t->about);
}

static const char *
read_event(struct fb_report *r, const struct fb_rec *rec)
{
	struct fb_event *e;
	int32_t day;

	if (!fb_rec_day(rec, &day))
		return "an event line without a \"date\" such as "
		    "\"2026-10-01\"";
	r->events = fb_grow(r->events, &r->events_cap, r->nevents + 1, sizeof *e);
	e = &r->events[r->nevents++];
	*e = (struct fb_event){ .day = day, .text = get(r, rec, "text") };
	read_about(r, rec, &e->about);
	return NULL;
}

static size_t
read_list(struct fb_report *r, fb_str raw, fb_str **list)
{
	struct fb_json it = fb_json_in(raw);
	size_t n = 0;

	while (fb_json_next(&it))
		n++;
	*list = fb_arena_zalloc(&r->mem, n, sizeof **list);
	it = fb_json_in(raw);
	for (size_t i = 0; i < n && fb_json_next(&it); i++)
		(*list)[i] = text_of(r, it.val);
	return n;
}

static void
read_report_line(struct fb_report *r, const struct fb_rec *rec)
{
	r->org = get(r, rec, "org");
	r->name = get(r, rec, "name");
	r->period = get(r, rec, "period");
	r->locale = get(r, rec, "locale");
	r->source = get(r, rec, "source");
	r->norder = read_list(r, fb_rec_get(rec, FB_LIT("metrics")), &r->order);
	r->nnotes = read_list(r, fb_rec_get(rec, FB_LIT("notes")), &r->notes);
}

static uint64_t
whole(fb_str object, const char *key)
{
	int64_t v;

	return fb_json_int(fb_json_get(object, key), &v) && v > 0 ? (uint64_t)v : 0;
}

/* A list with something in it, or a text; else "". */
static fb_str
said(struct fb_report *r, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);
	bool list = raw.n && raw.p[0] == '[';
	bool any = list ? fb_json_next(&it) : text_of(r, raw).n > 0;

	return any ? fb_arena_copy(&r->mem, raw) : FB_LIT("");
}

/* The record behind a letter as a quote of its whole text. */
static void
read_letter(struct fb_report *r, const struct fb_rec *rec, fb_str draw)
{
	fb_str masks = fb_rec_get(rec, FB_MASKS);
	struct fb_letter *l;
	struct fb_quote *q;

	r->letters = fb_grow(r->letters, &r->letters_cap, r->nletters + 1, sizeof *l);
	l = &r->letters[r->nletters++];
	*l = (struct fb_letter){ .title = get(r, rec, "title"),
	    .stratum_n = whole(draw, "n"), .stratum_N = whole(draw, "N"),
	    .alert = said(r, fb_rec_get(rec, FB_LIT("alert"))),
	    .must_read = fb_str_eq(fb_json_get(draw, "must_read"),
	        FB_LIT("true")) };
	q = &l->quote;
	q->id = get(r, rec, "id");
	q->text = get(r, rec, "text");
	q->translation = text_of(r, fb_translation_of(fb_rec_get(rec, FB_TEXT),
	    fb_rec_get(rec, FB_TRANSLATED)));
	q->date = get(r, rec, "date");
	q->channel = get(r, rec, "channel");
	q->lang = get(r, rec, "lang");
	q->score = get(r, rec, "score");
	q->scale = get(r, rec, "scale");
	q->ticket = text_of(r, fb_json_get(draw, "ticket"));
	q->masks = masks.p ? fb_arena_copy(&r->mem, masks) : masks;
	q->nby = fb_pairs_read(&r->mem, fb_json_get(draw, "stratum"), q->by);
	q->whole = true;
	q->end = q->text.n;
	r->nunmasked += !masks.p;
}

static const char *
read_metric(struct fb_report *r, const struct fb_rec *rec)
{
	struct fb_cell *c;
	const char *why;

	r->cells = fb_grow(r->cells, &r->cells_cap, r->ncells + 1, sizeof *c);
	c = &r->cells[r->ncells];
	if ((why = fb_cell_read(&r->mem, rec, c)))
		return why;
	r->ncells++;
	for (size_t i = 0; i < c->nquotes; i++)
		r->nunmasked += !c->quotes[i].masks.p;
	return NULL;
}

static const char *
read_line(struct fb_report *r, const struct fb_rec *rec)
{
	fb_str draw = fb_rec_get(rec, FB_DRAW);

	switch (rec->kind) {
	case FB_METRIC:
		return read_metric(r, rec);
	case FB_LABEL_LINE:
		read_label(r, rec);
		break;
	case FB_TITLE_LINE:
		read_title(r, rec);
		break;
	case FB_EVENT:
		return read_event(r, rec);
	case FB_REPORT:
		read_report_line(r, rec);
		break;
	case FB_TRAIL:
		fb_trails_add(&r->trails, rec);
		break;
	case FB_RECORD:
		if (draw.p)
			read_letter(r, rec, draw);
		else
			r->nbare += fb_rec_get(rec, FB_LIT("metric")).p &&
			    fb_rec_get(rec, FB_LIT("value")).p;
		break;
	case FB_OTHER:
		fb_beside_add(&r->beside, &r->mem, rec);
		break;
	default:
		break;
	}
	return NULL;
}

static const char *
open_words(struct fb_report *r, fb_str locale)
{
	const char *why = fb_words_open(&r->words, locale);

	if (!why)
		fb_name_defaults(r);
	return why;
}

const char *
fb_report_read(struct fb_report *r, struct fb_reader *in)
{
	struct fb_rec rec = {0};
	const char *why;

	*r = (struct fb_report){0};
	while (fb_reader_next(in, &rec))
		if ((why = read_line(r, &rec)))
			fb_reader_bad(in, &rec, "%s", why);
	fb_rec_release(&rec);
	fb_tell_once(r);
	fb_trails_sort(&r->trails);
	fb_compare_elsewhere(r);
	r->ngiven = r->nlabels;
	return open_words(r, r->locale.n ? r->locale : FB_LIT("en"));
}

const char *
fb_report_speak(struct fb_report *r, fb_str locale)
{
	fb_words_release(&r->words);
	r->locale = fb_arena_copy(&r->mem, locale);
	return open_words(r, r->locale);
}

fb_str
fb_report_keep(struct fb_report *r, struct fb_buf *b)
{
	fb_str s = fb_arena_copy(&r->mem, fb_buf_str(b));

	fb_buf_release(b);
	return s;
}

void
fb_report_release(struct fb_report *r)
{
	free(r->cells);
	free(r->letters);
	free(r->labels);
	free(r->titles);
	free(r->events);
	fb_trails_release(&r->trails);
	fb_beside_release(&r->beside);
	fb_words_release(&r->words);
	fb_arena_release(&r->mem);
	*r = (struct fb_report){0};
}

fb_str
fb_report_lang(const struct fb_report *r)
{
	size_t n = 0;

	while (n < r->locale.n && !strchr("_-.@", r->locale.p[n]))
		n++;
	return n ? (fb_str){ r->locale.p, n } : FB_LIT("en");
}
