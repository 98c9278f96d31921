/* said.c - who of a talk said what, in the words of a record. */
#include "ingest/said.h"
#include "record/json.h"

static void
put_seconds(struct fb_buf *b, const char *key, int64_t ms)
{
	if (ms < 0)
		return;
	fb_buf_printf(b, ",\"%s\":", key);
	fb_put_milli(b, ms);
}

static void
put_turn(struct fb_said *said, const struct fb_turn *t, size_t nth)
{
	fb_buf_printf(&said->turns, "%s{\"turn\":%zu",
	    said->turns.n ? "," : "[", nth);
	put_seconds(&said->turns, "start", t->start);
	put_seconds(&said->turns, "end", t->end);
	fb_buf_addc(&said->turns, '}');
}

void
fb_said_fill(struct fb_said *said, const struct fb_speech *s, size_t customer)
{
	said->text.n = said->turns.n = said->quoted.n = said->date.n = 0;
	if (s->dated)
		fb_put_when(&said->date, s->began);
	for (size_t i = 0; i < s->n; i++) {
		const struct fb_turn *t = &s->turns[i];
		bool own = customer == FB_ALL_SPEAKERS || t->who == customer;
		struct fb_buf *to = own ? &said->text : &said->quoted;
		fb_str name = fb_map_key(&s->names, t->who);

		fb_buf_adds(to, to->n ? "\n\n" : "");
		if (!own && name.n) {
			fb_buf_add(to, name);
			fb_buf_adds(to, ": ");
		}
		fb_buf_add(to, (fb_str){ s->words.p + t->at, t->n });
		if (own)
			put_turn(said, t, i + 1);
	}
	if (said->turns.n)
		fb_buf_addc(&said->turns, ']');
}

void
fb_said_by_nobody(struct fb_said *said, struct fb_run *r, const char *path,
    const struct fb_speech *s, const struct fb_row *row)
{
	struct fb_buf why = {0};

	said->names.n = 0;
	for (size_t i = 1; i < s->names.n && said->names.n < 200; i++) {
		fb_buf_adds(&said->names, i > 1 ? ", " : "");
		fb_buf_add(&said->names, fb_map_key(&s->names, i));
	}
	fb_buf_printf(&why, "nobody is known to be the customer, so no words "
	    "are kept; speakers: %s; give --customer NAME, or '*' for all",
	    said->names.n ? fb_buf_cstr(&said->names) : "none is named");
	fb_run_bad(r, path, FB_FAULT_SPEAKER, row, fb_buf_cstr(&why));
	fb_buf_release(&why);
}

fb_str
fb_said_customer(const struct fb_speech *s, size_t customer)
{
	fb_str name = customer < s->names.n ?
	    fb_map_key(&s->names, customer) : FB_LIT("");

	return fb_speech_generic(name) ? FB_LIT("") : name;
}

void
fb_said_release(struct fb_said *said)
{
	fb_buf_release(&said->text);
	fb_buf_release(&said->turns);
	fb_buf_release(&said->date);
	fb_buf_release(&said->quoted);
	fb_buf_release(&said->names);
}
