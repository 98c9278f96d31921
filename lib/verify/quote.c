/* quote.c - one quote against the record that it names. */
#include "anecdote/quote.h"
#include "record/json.h"
#include "record/names.h"
#include "verify/redraw.h"

/* What is said about one quote: where, and with which record. */
struct trial {
	struct fb_redraw *d;
	fb_str quote;           /* raw */
	fb_str line_of;         /* the metric line it stands in */
	struct fb_buf where;
	struct fb_question question;
	struct fb_rec rec;
	struct fb_buf line, text_room;
	fb_str text;
	struct fb_excerpt span;
};

static double
number(fb_str object, const char *key)
{
	double v;

	return fb_json_double(fb_json_get(object, key), &v) ? v : 0;
}

static struct fb_speaks
speaks_of(fb_str quote)
{
	fb_str s = fb_json_get(quote, "speaks_for");

	return (struct fb_speaks){ (uint64_t)number(s, "est"),
	    number(s, "share"), number(s, "lo"), number(s, "hi") };
}

static bool
span_of(struct trial *t)
{
	struct fb_json it = fb_json_in(fb_json_get(t->quote, "span"));
	int64_t a, b;

	if (!fb_json_next(&it) || !fb_json_int(it.val, &a) ||
	    !fb_json_next(&it) || !fb_json_int(it.val, &b) ||
	    a < 0 || b < a || (uint64_t)b > t->text.n)
		return false;
	t->span = (struct fb_excerpt){ (size_t)a, (size_t)b };
	return true;
}

/* The group that the record's answer puts it in; NULL without an answer. */
static const char *
group_of(const struct trial *t)
{
	const struct fb_question *q = &t->question;
	const char *names[FB_GROUPS];
	struct fb_scale scale = {0};
	int64_t milli;

	if (!q->spec.kind || !q->spec.kind->scored)
		return "all";
	if (fb_answer(&q->spec, &t->rec, &scale, &milli) != FB_ANSWERED ||
	    scale.known != q->scale.known || scale.lo != q->scale.lo ||
	    scale.hi != q->scale.hi)
		return NULL;
	fb_groups(&q->spec, scale, names);
	return names[fb_group_of(&q->spec, scale, milli)];
}

/* Any role will do here: who stands in it, only the draw can tell. */
static const char *
role_of(const struct trial *t)
{
	struct fb_buf scratch = {0};
	fb_str role = fb_json_text(fb_json_get(t->quote, "role"), &scratch);
	const char *known = fb_role_named(role);

	fb_buf_release(&scratch);
	return known ? known : "voice";
}

static bool
period_before(const struct trial *t, struct fb_period *p)
{
	struct fb_buf scratch = {0};
	fb_str label = fb_json_text(fb_json_get(fb_json_get(t->line_of, "prev"),
	    "period"), &scratch);
	bool ok = !fb_period_parse(label, p);

	fb_buf_release(&scratch);
	return ok;
}

static void
put_again(struct fb_buf *b, struct trial *t, const char *group)
{
	struct fb_buf scratch = {0};
	struct fb_draw draw;
	struct fb_entry entry = {0};
	struct fb_quoted q = { .role = role_of(t), .rec = &t->rec,
	    .question = &t->question, .keys = &t->d->plan.keys,
	    .entry = &entry, .group = group, .speaks = speaks_of(t->quote),
	    .text = t->text, .part = t->span };
	struct fb_ticket ticket;
	struct fb_period before;

	if (fb_str_eq(fb_cstr(q.role), FB_LIT("changed_down")) &&
	    period_before(t, &before))
		q.period = &before;
	fb_draw_init(&draw, "fb-quote/1", fb_cstr(t->d->seed));
	ticket = fb_draw_ticket(&draw,
	    fb_json_text(fb_rec_get(&t->rec, FB_ID), &scratch));
	entry.ticket[0] = fb_ticket_u64(&ticket);
	fb_put_quote(b, &q);
	fb_buf_release(&scratch);
}

/* With one record of the quote's id; what does not hold goes into f. */
static size_t
try_record(struct trial *t, struct fb_findings *f)
{
	struct fb_buf again = {0};
	fb_str where;
	const char *group;
	size_t before = f->n;

	where = fb_buf_str(&t->where);
	if (fb_scan(&t->rec, fb_buf_str(&t->line)))
		return 1;
	t->text = fb_json_text(fb_rec_get(&t->rec, FB_TEXT), &t->text_room);
	group = group_of(t);
	if (!span_of(t))
		fb_finding_add(f, where, "its span is not in the text of %zu "
		    "bytes", t->text.n);
	else if (!group)
		fb_finding_add(f, where, "its record has no answer on the "
		    "scale of the metric");
	else
		put_again(&again, t, group);
	if (again.n)
		fb_findings_of_keys(f, where, t->quote, fb_buf_str(&again));
	fb_buf_release(&again);
	return f->n - before;
}

static void
name_quote(struct trial *t, size_t item, fb_str id)
{
	fb_put_where(&t->where, t->d->part->metrics[item]);
	fb_buf_adds(&t->where, ": quote ");
	fb_put_short_id(&t->where, id);
}

static void
find_question(struct trial *t, size_t item)
{
	struct fb_rec r = {0};
	struct fb_cell c;
	size_t at = t->d->plan.items[item].cell;

	if (at != FB_NO_CELL) {
		t->question = t->d->plan.questions[
		    t->d->plan.cells[at].question];
		return;
	}
	if (!fb_scan(&r, t->d->part->metrics[item]) &&
	    !fb_cell_read(&t->d->c->mem, &r, &c))
		t->question = (struct fb_question){ c.spec, c.scale };
	fb_rec_release(&r);
}

/* Of records with the same id, the quote is of the first that it holds of;
 * when it holds of none, what is wrong with the first one is told. */
static size_t
try_records(struct trial *t, fb_str id)
{
	struct fb_findings first = {0}, other = {0};
	struct fb_findings *to = &t->d->c->found;
	size_t i = 0, n = 1;

	for (; n && fb_case_record(t->d->c, id, i, &t->line); i++) {
		n = try_record(t, i ? &other : &first);
	}
	if (!i)
		fb_finding_add(&first, fb_buf_str(&t->where),
		    "its record is not there");
	if (n) {
		fb_buf_add(&to->lines, fb_buf_str(&first.lines));
		to->n += first.n;
		n = first.n;
	}
	fb_findings_release(&first);
	fb_findings_release(&other);
	return n;
}

size_t
fb_verify_quote(struct fb_redraw *d, size_t item, fb_str quote)
{
	struct trial t = { .d = d, .quote = quote,
	    .line_of = d->part->metrics[item] };
	struct fb_buf scratch = {0};
	fb_str id = fb_json_text(fb_json_get(quote, "id"), &scratch);
	size_t n;

	name_quote(&t, item, id);
	find_question(&t, item);
	n = try_records(&t, id);
	fb_rec_release(&t.rec);
	fb_buf_release(&t.where);
	fb_buf_release(&t.line);
	fb_buf_release(&t.text_room);
	fb_buf_release(&scratch);
	return n;
}
