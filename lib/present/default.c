/* default.c - what metrics are called that no label line names. */
#include "present/default.h"
#include "present/show.h"

/* The rest of "csat:ease" behind its kind; "" of "csat" itself. false for a
 * name that somebody gave. */
static bool
field_of(const struct fb_cell *c, fb_str *field)
{
	fb_str kind = fb_cstr(c->spec.kind ? c->spec.kind->name : NULL);

	if (!kind.n || !fb_str_starts(c->metric, kind))
		return false;
	*field = (fb_str){ c->metric.p + kind.n, c->metric.n - kind.n };
	if (!field->n)
		return true;
	if (field->p[0] != ':')
		return false;
	*field = (fb_str){ field->p + 1, field->n - 1 };
	return true;
}

/* "" for a kind that the language has no name for. */
static fb_str
kind_name(struct fb_report *r, const char *kind)
{
	struct fb_buf key = {0};
	fb_str name;

	fb_buf_printf(&key, "name_%s", kind);
	name = fb_word(&r->words, fb_buf_cstr(&key));
	if (fb_str_eq(name, fb_buf_str(&key)))
		name = FB_LIT("");
	fb_buf_release(&key);
	return name;
}

static fb_str
name_of(struct fb_report *r, const struct fb_cell *c, fb_str field)
{
	struct fb_buf b = {0};
	fb_str name = kind_name(r, c->spec.kind->name);

	if (!field.n || !name.n)
		return name;
	fb_say(&b, &r->words, "name_of", (struct fb_slot[]){ { "name", name },
	    { "field", field } }, 2);
	return fb_report_keep(r, &b);
}

/* The answers that are a csat's yes: those of @LO-HI, else the two highest. */
static struct fb_scale
yes_of(const struct fb_cell *c)
{
	if (c->spec.range.known)
		return c->spec.range;
	return (struct fb_scale){ c->scale.hi - 1000, c->scale.hi,
	    c->scale.known };
}

static void
put_range(struct fb_buf *b, const struct fb_words *w, struct fb_scale s)
{
	bool part = s.lo % 1000 || s.hi % 1000;
	struct fb_buf lo = {0}, hi = {0};

	fb_show_number(&lo, w, (double)s.lo / 1000, part, false);
	fb_show_number(&hi, w, (double)s.hi / 1000, part, false);
	if (s.hi > s.lo)
		fb_say_range(b, w, fb_buf_str(&lo), fb_buf_str(&hi));
	else
		fb_buf_add(b, fb_buf_str(&lo));
	fb_buf_release(&lo);
	fb_buf_release(&hi);
}

/* "sentiment: positive", "visit: 4–5": what a share is the share of. */
static fb_str
share_of(struct fb_report *r, const struct fb_cell *c)
{
	struct fb_buf b = {0}, what = {0};

	if (c->spec.wanted.p)
		fb_buf_add(&what, c->spec.wanted);
	else if (c->spec.range.known)
		put_range(&what, &r->words, c->spec.range);
	if (c->spec.field.n && what.n)
		fb_say(&b, &r->words, "name_of", (struct fb_slot[]){
		    { "name", c->spec.field }, { "field", fb_buf_str(&what) } }, 2);
	fb_buf_release(&what);
	return fb_report_keep(r, &b);
}

static fb_str
note_of(struct fb_report *r, const struct fb_cell *c)
{
	const char *kind = c->spec.kind->name;
	bool yes = !strcmp(kind, "csat");
	struct fb_scale s = yes ? yes_of(c) : c->scale;
	struct fb_buf range = {0}, b = {0};

	if (!strcmp(kind, "nps"))
		return fb_word(&r->words, "note_nps");
	if (!strcmp(kind, "share"))
		return share_of(r, c);
	if (!s.known || !c->spec.kind->scored)
		return FB_LIT("");
	put_range(&range, &r->words, s);
	fb_say(&b, &r->words, yes ? "note_yes" : "note_scale",
	    (struct fb_slot[]){ { "range", fb_buf_str(&range) } }, 1);
	fb_buf_release(&range);
	return fb_report_keep(r, &b);
}

static bool
same_scale(const struct fb_report *r, const struct fb_cell *c)
{
	for (size_t i = 0; i < r->ncells; i++)
		if (fb_str_eq(r->cells[i].metric, c->metric) &&
		    (r->cells[i].scale.lo != c->scale.lo ||
		    r->cells[i].scale.hi != c->scale.hi))
			return false;
	return true;
}

static void
add(struct fb_report *r, const struct fb_cell *c, fb_str name)
{
	r->labels = fb_grow(r->labels, &r->labels_cap, r->nlabels + 1,
	    sizeof *r->labels);
	r->labels[r->nlabels++] = (struct fb_label){ .about.metric = c->metric,
	    .name = name,
	    .note = same_scale(r, c) ? note_of(r, c) : FB_LIT("") };
}

void
fb_name_defaults(struct fb_report *r)
{
	struct fb_map seen = {0};
	fb_str field;
	bool fresh;

	r->nlabels = r->ngiven;
	for (size_t i = 0; i < r->ncells; i++) {
		const struct fb_cell *c = &r->cells[i];

		fb_map_put(&seen, c->metric, &fresh);
		if (!fresh || !c->spec.kind)
			continue;
		add(r, c, field_of(c, &field) ? name_of(r, c, field) :
		    FB_LIT(""));
	}
	fb_map_release(&seen);
}
