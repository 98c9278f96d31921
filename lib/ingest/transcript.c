/* transcript.c - the format of calls and chats that were written down. */
#include "ingest/begin.h"
#include "ingest/fields.h"
#include "ingest/speech.h"
#include "record/json.h"
#include "record/reader.h"

enum { CHANNEL, CUSTOMER, TEXT, TURNS, QUOTED, COLUMNS };

static const fb_str columns[COLUMNS] = {
	[CHANNEL] = { "channel", 7 }, [CUSTOMER] = { "customer", 8 },
	[TEXT] = { "text", 4 }, [TURNS] = { "turns", 5 },
	[QUOTED] = { "quoted", 6 },
};

extern const struct fb_format fb_format_transcript;

struct call {
	struct fb_speech speech;
	struct fb_buf text, turns, quoted;
};

static void
put_seconds(struct fb_buf *b, const char *key, int64_t ms)
{
	if (ms < 0)
		return;
	fb_buf_printf(b, ",\"%s\":", key);
	fb_put_milli(b, ms);
}

static fb_str
words_of(const struct fb_speech *s, size_t i)
{
	return (fb_str){ s->words.p + s->turns[i].at, s->turns[i].n };
}

/* The customer's turns are the text, a paragraph each. */
static void
put_turns(struct call *c, size_t customer)
{
	const struct fb_speech *s = &c->speech;

	for (size_t i = 0; i < s->n; i++) {
		const struct fb_turn *t = &s->turns[i];
		bool own = customer == FB_ALL_SPEAKERS || t->who == customer;
		struct fb_buf *to = own ? &c->text : &c->quoted;
		fb_str name = fb_map_key(&s->names, t->who);

		fb_buf_adds(to, to->n ? "\n\n" : "");
		if (!own && name.n) {
			fb_buf_add(to, name);
			fb_buf_adds(to, ": ");
		}
		fb_buf_add(to, words_of(s, i));
		if (!own)
			continue;
		fb_buf_printf(&c->turns, "%s{\"turn\":%zu",
		    c->turns.n ? "," : "[", i + 1);
		put_seconds(&c->turns, "start", t->start);
		put_seconds(&c->turns, "end", t->end);
		fb_buf_addc(&c->turns, '}');
	}
	if (c->turns.n)
		fb_buf_addc(&c->turns, ']');
}

static void
tell_speakers(struct fb_fields *f, const struct fb_speech *s)
{
	struct fb_buf names = {0}, why = {0};

	for (size_t i = 1; i < s->names.n && names.n < 200; i++) {
		fb_buf_adds(&names, i > 1 ? ", " : "");
		fb_buf_add(&names, fb_map_key(&s->names, i));
	}
	fb_buf_printf(&why, "nobody is known to be the customer, so no words "
	    "are kept; speakers: %s; give --customer NAME, or '*' for all",
	    names.n ? fb_buf_cstr(&names) : "none is named");
	fb_run_bad(f->run, f->path, FB_FAULT_SPEAKER, &f->row,
	    fb_buf_cstr(&why));
	fb_buf_release(&names);
	fb_buf_release(&why);
}

static void
explain(const struct fb_fields *f, const struct fb_speech *s, size_t customer,
    const char *rule)
{
	fb_str name = customer < s->names.n ?
	    fb_map_key(&s->names, customer) : FB_LIT("everybody");

	if (f->run->ask->explain && customer != FB_MAP_NONE)
		fb_warn("%s: customer: %.*s, %s", f->path, (int)name.n, name.p,
		    rule);
}

static void
emit(struct fb_fields *f, struct call *c)
{
	const struct fb_speech *s = &c->speech;
	const char *rule;
	size_t who = fb_speech_customer(s, f->run->ask->customer, &rule);
	fb_str cells[COLUMNS] = { [CHANNEL] = { "call", 4 } };
	fb_str json[COLUMNS] = {{0}};

	explain(f, s, who, rule);
	if (who == FB_MAP_NONE)
		tell_speakers(f, s);
	put_turns(c, who);
	if (who < s->names.n && !fb_speech_generic(fb_map_key(&s->names, who)))
		cells[CUSTOMER] = fb_map_key(&s->names, who);
	cells[TEXT] = fb_buf_str(&c->text);
	cells[TURNS] = fb_buf_str(&c->turns);
	if (c->turns.n)
		json[TURNS] = cells[TURNS];
	if (f->run->ask->quoted)
		cells[QUOTED] = fb_buf_str(&c->quoted);
	f->row.json = json;
	fb_fields_row(f, cells, COLUMNS, &f->row.raw, 1);
	f->row.json = NULL;
}

static void
read_call(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	struct fb_fields f = {0};
	struct call c = {0};
	enum fb_speech_kind kind = fb_speech_is(head->bytes);
	fb_str text = fb_fields_text(&f, r, head->path, in);

	f.own_names = true;
	fb_fields_open(&f, r, fb_format_transcript.name, head->path, columns,
	    COLUMNS);
	fb_speech_read(&c.speech, kind, text);
	f.row.line = f.row.nspan = 1;
	f.row.raw = text;
	f.row.placed = true;
	emit(&f, &c);
	fb_fields_close(&f);
	fb_speech_release(&c.speech);
	fb_buf_release(&c.text);
	fb_buf_release(&c.turns);
	fb_buf_release(&c.quoted);
}

static bool
is_call(const struct fb_head *head)
{
	enum fb_speech_kind kind = fb_speech_is(head->bytes);

	return kind == FB_VTT || kind == FB_SRT ||
	    (kind == FB_SPOKEN_TEXT && fb_has_ending(head->name, ".txt"));
}

const struct fb_format fb_format_transcript = {
	.name = "transcript", .kind = "transcript",
	.is = is_call, .read = read_call,
};
