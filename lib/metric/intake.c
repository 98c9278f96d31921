/* intake.c - hand each line of the stream to where it is counted. */
#include "metric/intake.h"

static void
tell_bad(struct fb_intake *t, const struct fb_rec *rec, const struct fb_spec *spec,
    enum fb_answer what)
{
	fb_str raw = fb_rec_get(rec, spec->field);

	fb_reader_bad(t->in, rec, "%.*s %.*s %s; counted as missing",
	    (int)spec->field.n, spec->field.p,
	    (int)(raw.n < 40 ? raw.n : 40), raw.p,
	    spec->until.n ? "and its end are not two times in order" :
	    what == FB_NO_NUMBER ? "is not a number" : "is not on its scale");
}

enum { LOOKED_AT = 100 }; /* records whose fields a message can name */

static void
count_record(struct fb_intake *t, const struct fb_rec *rec)
{
	enum fb_answer what;
	const struct fb_spec *bad = fb_counter_add(t->counter, rec, &what);

	if (bad)
		tell_bad(t, rec, bad, what);
	else if (t->counter->weighed && t->counter->weight < 0)
		fb_reader_bad(t->in, rec, "its weight is no number from 0 to "
		    "10^9; counted without one");
	if (t->in->nrecords <= LOOKED_AT)
		for (size_t i = 0; i < rec->n; i++)
			fb_map_put(&t->seen, rec->f[i].key, NULL);
	if (t->keep)
		fb_writer_record(t->out, rec);
}

static void
take_trail(struct fb_intake *t, const struct fb_rec *rec)
{
	const char *why;

	if (!fb_part_trail(&t->parts, t->counter, rec, &why))
		fb_trails_add(&t->trails, rec);
	else if (why)
		fb_reader_bad(t->in, rec, "%s", why);
}

static void
take_line(struct fb_intake *t, const struct fb_rec *rec)
{
	const char *why = NULL;

	if (rec->kind == FB_RECORD)
		count_record(t, rec);
	else if (rec->kind == FB_TRAIL)
		take_trail(t, rec);
	else if (rec->kind == FB_PART)
		why = fb_part_add(t->counter, rec);
	else
		fb_writer_line(t->out, rec->line);
	if (why)
		fb_reader_bad(t->in, rec, "%s", why);
}

void
fb_intake_all(struct fb_intake *t)
{
	struct fb_rec rec = {0};

	while (fb_reader_next(t->in, &rec))
		take_line(t, &rec);
	fb_rec_release(&rec);
}

size_t
fb_intake_counted(const struct fb_intake *t)
{
	const struct fb_trail_counts *p = &t->parts.counts;

	return t->in->nrecords - t->in->nfiltered + p->in - p->filtered -
	    p->rejected;
}

void
fb_intake_release(struct fb_intake *t)
{
	fb_trails_release(&t->trails);
	fb_map_release(&t->seen);
}
