/* recount.c - run fb-metric again over the records. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/num.h"
#include "metric/base.h"
#include "metric/check.h"
#include "record/json.h"
#include "verify/recount.h"

static const char *const known[] = { "metric", "by", "per", "history", "asof",
    "min-effect", "base", "weight", "suppress", "decline", "drivers",
    "shifts", "terms", NULL };

static const char *
parse_specs(struct fb_arena *mem, const struct fb_said *said,
    struct fb_recipe *p)
{
	static const char *count[] = { "count" };
	struct fb_list list;
	const char *why = NULL;

	fb_said_list(mem, said, "metric", &list);
	if (!list.n)
		list = (struct fb_list){ .v = count, .n = 1 };
	p->nspecs = list.n;
	p->specs = fb_arena_zalloc(mem, list.n, sizeof *p->specs);
	for (size_t i = 0; i < list.n && !why; i++)
		why = fb_spec_parse(mem, fb_cstr(list.v[i]), &p->specs[i]);
	return why;
}

const char *
fb_recipe_of_trail(struct fb_arena *mem, const struct fb_said *said,
    struct fb_recipe *p)
{
	const char *per = fb_said_text(said, "per");
	const char *effect = fb_said_text(said, "min-effect");
	const char *why = parse_specs(mem, said, p);
	struct fb_list by;

	p->history = fb_said_count(said, "history", 12);
	p->period = fb_said_text(said, "period");
	p->asof = fb_said_text(said, "asof");
	p->weight = fb_said_text(said, "weight");
	p->suppress = fb_said_count(said, "suppress", 0);
	p->based = fb_said_text(said, "base");
	p->drivers = fb_said_text(said, "drivers");
	p->asked = (struct fb_asked_for){ .min_effect = NAN,
	    .terms = fb_said_count(said, "terms", 0),
	    .shifts = fb_said_text(said, "shifts") != NULL,
	    .decline = fb_said_text(said, "decline") != NULL };
	fb_said_list(mem, said, "by", &by);
	if (!why)
		why = fb_tables_init(&p->tables, &by);
	if (!why)
		why = fb_unit_parse(fb_cstr(per ? per : "all"), &p->unit);
	if (!why && effect)
		why = fb_parse_double(fb_cstr(effect), &p->asked.min_effect);
	if (fb_said_unknown(said, known))
		why = "it was given an option that is not known here";
	return why;
}

static bool
has_spec(const struct fb_recipe *p, const struct fb_spec *s)
{
	for (size_t i = 0; i < p->nspecs; i++)
		if (fb_str_eq(p->specs[i].name, s->name))
			return true;
	return false;
}

static void
put_table(struct fb_recipe *p, const struct fb_cell *c)
{
	struct fb_table t = {0};

	for (size_t i = 0; i < c->nby; i++)
		t.key[t.n++] = c->by[i].key;
	fb_tables_put(&p->tables, &t);
}

size_t
fb_recipe_of_lines(struct fb_arena *mem, const fb_str *lines, size_t n,
    enum fb_unit unit, struct fb_recipe *p)
{
	static const struct fb_list none;
	struct fb_rec r = {0};
	struct fb_cell c;
	size_t found = 0;

	*p = (struct fb_recipe){ .unit = unit, .history = 4000,
	    .asked = { .min_effect = NAN } };
	p->specs = fb_arena_zalloc(mem, n, sizeof *p->specs);
	fb_tables_init(&p->tables, &none);
	for (size_t i = 0; i < n; i++) {
		if (fb_scan(&r, lines[i]) || fb_cell_read(mem, &r, &c) ||
		    !c.spec.kind || !c.has_period || c.period.unit != unit)
			continue;
		if (!has_spec(p, &c.spec))
			p->specs[p->nspecs++] = c.spec;
		p->based |= c.spec.kind->based;
		put_table(p, &c);
		found++;
	}
	fb_rec_release(&r);
	return found;
}

void
fb_recipe_release(struct fb_recipe *p)
{
	fb_tables_release(&p->tables);
	*p = (struct fb_recipe){0};
}

static void
read_all(FILE *f, struct fb_buf *b)
{
	size_t n;

	rewind(f);
	while ((n = fread(fb_buf_room(b, 65536), 1, 65536, f)) > 0)
		b->n += n;
}

/* The lines go by way of a temporary file, as the writer knows no other. */
static const char *
write_lines(struct fb_counter *counter, const struct fb_recipe *p,
    const struct fb_span *span, const struct fb_base *base,
    struct fb_recounted *out)
{
	FILE *f = tmpfile();
	int fd = f ? dup(fileno(f)) : -1;
	struct fb_writer w = { .out = { .path = "-", .fd = fd } };
	struct fb_asked_for asked = p->asked;

	if (fd < 0)
		return "no temporary file can be made";
	asked.base = base;
	out->ntests = fb_write_all(counter, &p->tables, span, &asked, &w);
	fb_writer_close(&w);
	read_all(f, &out->lines);
	fclose(f);
	return NULL;
}

/* From counts to lines, as fb-metric goes. */
static const char *
report(struct fb_counter *counter, struct fb_base *base,
    const struct fb_recipe *p, struct fb_recounted *out)
{
	struct fb_span span;
	size_t good;
	const char *why;

	fb_counter_sort(counter);
	why = fb_span_init(&span, counter, p->period, p->history, p->asof);
	if (why)
		return why;
	span.suppress = p->suppress;
	if (p->based)
		fb_base_set(base, counter);
	fb_answers_finish(counter, &span);
	fb_counter_fold(counter);
	for (size_t m = 0; m < p->nspecs; m++)
		fb_scales_refused(counter, m, &good);
	out->report = span.report;
	out->undated = counter->undated;
	return write_lines(counter, p, &span, base, out);
}

const char *
fb_recount(struct fb_case *c, struct fb_filter *filter,
    const struct fb_recipe *p, struct fb_recounted *out)
{
	struct fb_counter counter;
	struct fb_base base = {0};
	struct fb_rec r = {0};
	enum fb_answer what;
	const char *why = NULL;
	size_t line;

	fb_counter_init(&counter, p->specs, p->nspecs, &p->tables, p->unit);
	if (p->weight)
		fb_counter_weigh(&counter, fb_cstr(p->weight));
	if (p->drivers)
		fb_counter_drive(&counter, fb_cstr(p->drivers));
	if (p->asked.terms)
		fb_texts_init(&counter.texts, FB_TEXTS, fb_cstr(p->period));
	if (p->based && c->base)
		why = fb_base_open(&base, &counter, c->base, &line);
	else if (p->based)
		why = "its base is needed: give --base FILE";
	fb_reader_again(c->in);
	while (!why && fb_case_meet(c, filter, &out->met, &r))
		fb_counter_add(&counter, &r, &what);
	if (!why)
		why = report(&counter, &base, p, out);
	fb_rec_release(&r);
	fb_base_release(&base);
	fb_counter_release(&counter);
	return why;
}
