/* voice.c - which quote stands beside a number, and what is said of it. */
#include <stdlib.h>

#include "present/verdict.h"
#include "present/voice.h"
#include "record/json.h"
#include "record/scan.h"

bool
fb_may_print(const struct fb_quote *q, bool unredacted)
{
	return q->masks.p || unredacted;
}

size_t
fb_mask_count(const struct fb_quote *q)
{
	struct fb_json it = fb_json_in(q->masks);
	size_t n = 0;

	while (fb_json_next(&it))
		n++;
	return n;
}

bool
fb_printed_has(const struct fb_printed *p, fb_str id)
{
	for (size_t i = 0; i < p->n; i++)
		if (fb_str_eq(p->ids[i], id))
			return true;
	return false;
}

void
fb_printed_add(struct fb_printed *p, fb_str id)
{
	p->ids = fb_grow(p->ids, &p->cap, p->n + 1, sizeof *p->ids);
	p->ids[p->n++] = id;
}

void
fb_printed_release(struct fb_printed *p)
{
	free(p->ids);
	*p = (struct fb_printed){0};
}

/* Is a in front of b: new to the page, then a voice, then by ticket. */
static bool
in_front(const struct fb_quote *a, const struct fb_quote *b,
    const struct fb_printed *page)
{
	bool old_a = page && fb_printed_has(page, a->id);
	bool old_b = page && fb_printed_has(page, b->id);
	int d;

	if (old_a != old_b)
		return old_b;
	d = fb_str_cmp(a->ticket, b->ticket);
	return d ? d < 0 : fb_str_cmp(a->id, b->id) < 0;
}

bool
fb_has_role(const struct fb_quote *q, const char *role)
{
	return fb_str_eq(q->role.n ? q->role : FB_LIT("voice"), fb_cstr(role));
}

/* Last words are those of a customer not heard for FB_LEFT_DAYS up to the end of
 * the period: a line from elsewhere may call other words so. */
static bool
is_true_to_role(const struct fb_cell *c, const struct fb_quote *q)
{
	struct fb_when when;

	if (!fb_has_role(q, "last_words") || c->period.unit < FB_DAY)
		return true;
	return !fb_when_parse(q->date, &when) &&
	    fb_when_day(when) < fb_period_end(c->period) - FB_LEFT_DAYS;
}

size_t
fb_quotes_of(const struct fb_cell *c, const char *role, bool unredacted,
    const struct fb_quote **v, size_t max)
{
	size_t n = 0;

	for (int rank = -1; rank <= 2; rank++)
		for (size_t i = 0; i < c->nquotes && n < max; i++)
			if (fb_group_rank(c, c->quotes[i].group) == rank &&
			    fb_has_role(&c->quotes[i], role) &&
			    is_true_to_role(c, &c->quotes[i]) &&
			    fb_may_print(&c->quotes[i], unredacted))
				v[n++] = &c->quotes[i];
	return n;
}

const struct fb_quote *
fb_voice_of(const struct fb_cell *c, bool unredacted,
    const struct fb_printed *page)
{
	const struct fb_quote *best = NULL;

	for (size_t i = 0; i < c->nquotes; i++) {
		const struct fb_quote *q = &c->quotes[i];

		if (!fb_may_print(q, unredacted) || !fb_has_role(q, "voice"))
			continue;
		if (!best || in_front(q, best, page))
			best = q;
	}
	return best;
}

size_t
fb_voices_by_ticket(const struct fb_cell *c, bool unredacted,
    const struct fb_quote **v, size_t max)
{
	struct fb_printed taken = {0};
	size_t n = 0;

	while (n < max) {
		const struct fb_quote *q = fb_voice_of(c, unredacted, &taken);

		if (!q || fb_printed_has(&taken, q->id))
			break;
		fb_printed_add(&taken, q->id);
		v[n++] = q;
	}
	fb_printed_release(&taken);
	return n;
}

void
fb_put_score(struct fb_buf *b, const struct fb_report *r,
    const struct fb_cell *c, const struct fb_quote *q)
{
	const char *key = "score_plain";
	struct fb_scale scale = {0};
	struct fb_buf top = {0};
	int64_t milli;

	if (!q->score.n || fb_parse_milli(q->score, &milli, NULL))
		return;
	if (c && c->spec.kind && !strcmp(c->spec.kind->name, "nps")) {
		key = "score_nps";
	} else if (q->scale.n && !fb_scale_parse(q->scale, &scale) &&
	    scale.known) {
		key = "score_of";
		fb_put_milli(&top, scale.hi);
	}
	fb_say(b, &r->words, key, (struct fb_slot[]){ { "score", q->score },
	    { "top", fb_buf_str(&top) } }, 2);
	fb_buf_release(&top);
}

enum { LIST_MOST = 2 };

static void
put_part(struct fb_buf *b, const struct fb_words *w, const char *sep, size_t start,
    fb_str part)
{
	if (part.n && b->n > start)
		fb_buf_adds(b, sep);
	fb_say_foreign(b, w, part);
}

/* Is this part of the quote's group already said by the cell? */
static bool
said_by_cell(const struct fb_cell *c, struct fb_pair pair)
{
	for (size_t i = 0; c && i < c->nby; i++)
		if (fb_str_eq(c->by[i].key, pair.key))
			return true;
	return false;
}

static bool
is_list(fb_str value)
{
	size_t bad_at;

	return value.n && value.p[0] == '[' && !fb_scan_value(value, &bad_at);
}

/* A list of values, as of themes: "room, staff"; of many only how many more. */
static fb_str
list_words(struct fb_buf *b, const struct fb_report *r, struct fb_pair pair)
{
	struct fb_json it = fb_json_in(pair.val);
	struct fb_buf one = {0};
	size_t n = 0;

	b->n = 0;
	while (fb_json_next(&it)) {
		if (n++ >= LIST_MOST)
			continue;
		fb_say_more(b, &r->words);
		fb_buf_add(b, fb_name_value(r, (struct fb_pair){ pair.key,
		    fb_json_text(it.val, &one) }));
	}
	if (n > LIST_MOST)
		fb_buf_printf(b, " +%zu", n - LIST_MOST);
	fb_buf_release(&one);
	return fb_buf_str(b);
}

void
fb_put_from(struct fb_buf *b, const struct fb_report *r,
    const struct fb_cell *c, const struct fb_quote *q, enum fb_date_form form,
    const char *sep)
{
	size_t start = b->n;
	struct fb_buf score = {0}, list = {0};

	fb_show_date(b, &r->words, q->date, form);
	put_part(b, &r->words, sep, start, q->channel);
	for (size_t i = 0; i < q->nby; i++)
		if (q->by[i].val.n && !said_by_cell(c, q->by[i]) &&
		    !fb_str_eq(q->by[i].val, q->channel))
			put_part(b, &r->words, sep, start, is_list(q->by[i].val) ?
			    list_words(&list, r, q->by[i]) :
			    fb_name_value(r, q->by[i]));
	if (form != FB_DATE_SHORT)
		fb_put_score(&score, r, c, q);
	put_part(b, &r->words, sep, start, fb_buf_str(&score));
	fb_buf_release(&score);
	fb_buf_release(&list);
}

void
fb_put_silent(struct fb_buf *b, const struct fb_report *r,
    const struct fb_cell *c, const struct fb_silent *s)
{
	struct fb_buf n = {0}, key = {0}, slots = {0}, quoted = {0};

	fb_buf_printf(&key, s->quoted ? "silent_more_%s" : "silent_%s",
	    fb_group_label(c, s->group));
	fb_show_count(&n, &r->words, s->n);
	fb_show_count(&slots, &r->words, s->slots);
	fb_show_count(&quoted, &r->words, s->quoted);
	fb_say(b, &r->words, fb_buf_cstr(&key), (struct fb_slot[]){
	    { "n", fb_buf_str(&n) }, { "slots", fb_buf_str(&slots) },
	    { "quoted", fb_buf_str(&quoted) } }, 3);
	fb_buf_release(&n);
	fb_buf_release(&slots);
	fb_buf_release(&quoted);
	fb_buf_release(&key);
}
