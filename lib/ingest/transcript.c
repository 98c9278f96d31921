/* transcript.c - the format of calls and chats that were written down. */
#include "ingest/begin.h"
#include "ingest/fields.h"
#include "ingest/said.h"
#include "ingest/talk.h"
#include "record/reader.h"
#include "record/scan.h"

enum { DATE, CHANNEL, CUSTOMER, TEXT, TURNS, QUOTED, COLUMNS };

static const fb_str columns[COLUMNS] = {
	[DATE] = { "date", 4 },
	[CHANNEL] = { "channel", 7 }, [CUSTOMER] = { "customer", 8 },
	[TEXT] = { "text", 4 }, [TURNS] = { "turns", 5 },
	[QUOTED] = { "quoted", 6 },
};

extern const struct fb_format fb_format_transcript, fb_format_turns,
    fb_format_json;

struct call {
	struct fb_speech speech;
	struct fb_said said;
};

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
		fb_said_by_nobody(&c->said, f->run, f->path, s, &f->row);
	fb_said_fill(&c->said, s, who);
	cells[DATE] = fb_buf_str(&c->said.date);
	cells[CUSTOMER] = fb_said_customer(s, who);
	cells[TEXT] = fb_buf_str(&c->said.text);
	cells[TURNS] = fb_buf_str(&c->said.turns);
	if (c->said.turns.n)
		json[TURNS] = cells[TURNS];
	if (f->run->ask->quoted)
		cells[QUOTED] = fb_buf_str(&c->said.quoted);
	f->row.json = json;
	fb_fields_row(f, cells, COLUMNS, &f->row.raw, 1);
	f->row.json = NULL;
}

/* The one value of a text; ends the run when it is none. */
static fb_str
whole_value(const struct fb_fields *f, fb_str text)
{
	size_t at;
	const char *why = fb_scan_value(text, &at);
	struct fb_buf says = {0};

	if (why) {
		fb_buf_printf(&says, "the list of turns is broken at byte %zu: "
		    "%s", at, why);
		fb_run_give_up(f->run, FB_FAIL, f->path, fb_buf_cstr(&says));
	}
	return fb_str_trim(text);
}

/* What is called a transcript without looking like one is lines. */
static enum fb_speech_kind
spoken_kind(fb_str head)
{
	enum fb_speech_kind kind = fb_speech_is(head);

	return kind == FB_NO_SPEECH ? FB_SPOKEN_TEXT : kind;
}

static void
read_talk(struct fb_run *r, const struct fb_head *head, struct fb_physical *in,
    const char *format)
{
	struct fb_fields f = { .own_names = true };
	struct call c = {0};
	enum fb_speech_kind kind = spoken_kind(head->bytes);
	fb_str text = fb_fields_text(&f, r, head->path, in);

	fb_fields_open(&f, r, format, head->path, columns, COLUMNS);
	if (format == fb_format_turns.name)
		fb_talk_read(&c.speech, whole_value(&f, text));
	else
		fb_speech_read(&c.speech, kind, text);
	f.row.line = f.row.nspan = 1;
	f.row.raw = text;
	f.row.placed = true;
	emit(&f, &c);
	fb_fields_close(&f);
	fb_speech_release(&c.speech);
	fb_said_release(&c.said);
}

static void
read_call(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	read_talk(r, head, in, fb_format_transcript.name);
}

/* Who says where the rows are means rows. */
static void
read_turns(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	const char *kind = fb_profile_kind(&r->chosen);

	if (r->ask->rows || (r->ask->profile &&
	    (!kind || strcmp(kind, fb_format_turns.kind))))
		fb_format_json.read(r, head, in);
	else
		read_talk(r, head, in, fb_format_turns.name);
}

static bool
is_turns(const struct fb_head *head)
{
	return fb_talk_begins(head->bytes);
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

const struct fb_format fb_format_turns = {
	.name = "transcript in JSON", .kind = "transcript", .also = "JSON",
	.is = is_turns, .read = read_turns,
};
