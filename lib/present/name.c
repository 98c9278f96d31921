/* name.c - what metrics, groups and values are called; which title fits. */
#include "present/report.h"
#include "record/json.h"

/* How well an about-line fits a cell: 0 not at all, else more for each part it
 * names. period alone is asked for by the summary (cell NULL). */
static int
fit(const struct fb_scope *a, const struct fb_cell *c, fb_str period)
{
	int score = 1;

	if (a->metric.n && (!c || !fb_str_eq(a->metric, c->metric)))
		return 0;
	if (a->period.n && !fb_str_eq(a->period, period))
		return 0;
	score += 4 * (a->metric.n > 0) + (a->period.n > 0);
	if (!a->has_by)
		return score;
	if (!c || a->nby != c->nby)
		return 0;
	for (size_t i = 0; i < a->nby; i++)
		if (!fb_str_eq(a->by[i].key, c->by[i].key) ||
		    !fb_str_eq(a->by[i].val, c->by[i].val))
			return 0;
	return score + 2;
}

/* The label with this part that fits best; of equals the first. */
static const struct fb_label *
label_for(const struct fb_report *r, const struct fb_cell *c,
    fb_str (*part)(const struct fb_label *))
{
	const struct fb_label *best = NULL;
	int top = 4; /* it must name the metric */

	for (size_t i = 0; i < r->nlabels; i++) {
		const struct fb_label *l = &r->labels[i];
		int score = l->field.n || !part(l).n ? 0 :
		    fit(&l->about, c, c->period_label);

		if (score > top) {
			best = l;
			top = score;
		}
	}
	return best;
}

static fb_str
name_part(const struct fb_label *l)
{
	return l->name;
}

static fb_str
note_part(const struct fb_label *l)
{
	return l->note;
}

static fb_str
better_part(const struct fb_label *l)
{
	return l->better;
}

fb_str
fb_name_metric(const struct fb_report *r, const struct fb_cell *c)
{
	const struct fb_label *l = label_for(r, c, name_part);

	return l ? l->name : c->metric;
}

fb_str
fb_name_note(const struct fb_report *r, const struct fb_cell *c)
{
	const struct fb_label *l = label_for(r, c, note_part);

	return l ? l->note : FB_LIT("");
}

fb_str
fb_name_better(const struct fb_report *r, const struct fb_cell *c)
{
	const struct fb_label *l = label_for(r, c, better_part);

	return l ? l->better : c->better;
}

fb_str
fb_name_value(const struct fb_report *r, struct fb_pair pair)
{
	for (size_t i = 0; i < r->nlabels; i++) {
		const struct fb_label *l = &r->labels[i];

		if (!l->about.metric.n && !l->field.n && l->about.nby == 1 &&
		    fb_str_eq(l->about.by[0].key, pair.key) &&
		    fb_str_eq(l->about.by[0].val, pair.val))
			return l->name;
	}
	return pair.val.n ? pair.val : fb_word(&r->words, "missing");
}

fb_str
fb_name_field(const struct fb_report *r, fb_str field)
{
	for (size_t i = 0; i < r->nlabels; i++)
		if (fb_str_eq(r->labels[i].field, field))
			return r->labels[i].name;
	return field;
}

void
fb_put_listed(struct fb_buf *b, const struct fb_report *r, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);
	struct fb_buf list = {0}, one = {0};

	if (!raw.n || raw.p[0] != '[') {
		fb_buf_add(b, fb_json_text(raw, &one));
	} else {
		while (fb_json_next(&it)) {
			fb_say_more(&list, &r->words);
			fb_say_foreign(&list, &r->words, fb_json_text(it.val, &one));
		}
	}
	fb_buf_add(b, fb_buf_str(&list));
	fb_buf_release(&list);
	fb_buf_release(&one);
}

/* A label with "by":{} and no metric names the total: "All three banks". One
 * with the cell's period comes before one for any. */
static fb_str
name_total(const struct fb_report *r, const struct fb_cell *c)
{
	const struct fb_label *best = NULL;
	int top = 0;

	for (size_t i = 0; i < r->nlabels; i++) {
		const struct fb_label *l = &r->labels[i];
		int score = l->about.metric.n || l->field.n ||
		    !l->about.has_by ? 0 : fit(&l->about, c, c->period_label);

		if (score > top) {
			best = l;
			top = score;
		}
	}
	return best ? best->name : fb_word(&r->words, "everyone");
}

fb_str
fb_name_group(struct fb_report *r, const struct fb_cell *c)
{
	struct fb_buf b = {0};
	fb_str name;

	if (c->nby < 2)
		return c->nby ? fb_name_value(r, c->by[0]) : name_total(r, c);
	for (size_t i = 0; i < c->nby; i++) {
		if (i)
			fb_buf_adds(&b, " \xc2\xb7 ");
		fb_say_foreign(&b, &r->words, fb_name_value(r, c->by[i]));
	}
	name = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	return name;
}

const struct fb_title *
fb_title_for(const struct fb_report *r, const struct fb_cell *c, fb_str period)
{
	const struct fb_title *best = NULL;
	int top = 0;

	for (size_t i = 0; i < r->ntitles; i++) {
		const struct fb_scope *a = &r->titles[i].about;
		int score = fit(a, c, period);

		/* A page's title must name what the page is about. */
		if ((c && !a->metric.n) || (!c && (a->metric.n || a->has_by)))
			score = 0;
		if ((c && c->nby && !a->has_by) || r->titles[i].page.n)
			score = 0;
		if (score > top) {
			best = &r->titles[i];
			top = score;
		}
	}
	return best;
}

const struct fb_title *
fb_title_of_page(const struct fb_report *r, const char *page,
    const struct fb_cell *c)
{
	const struct fb_title *best = NULL;
	int top = 0;

	for (size_t i = 0; i < r->ntitles; i++) {
		const struct fb_title *t = &r->titles[i];
		int score = !fb_str_eq(t->page, fb_cstr(page)) ? 0 :
		    fit(&t->about, c, c->period_label);

		if (score > top) {
			best = t;
			top = score;
		}
	}
	return best;
}

bool
fb_event_fits(const struct fb_event *e, const struct fb_cell *c)
{
	return fit(&e->about, c, c->period_label) > 0;
}
