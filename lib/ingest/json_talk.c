/* json_talk.c - columns from the turns that an element holds. */
#include "ingest/json_look.h"
#include "ingest/json_pick.h"
#include "ingest/json_survey.h"
#include "ingest/json_talk.h"
#include "ingest/talk.h"
#include "record/json.h"

enum { LOOKS = 8 };

static void
find(void *path, const struct fb_row *row)
{
	struct fb_buf *b = path;

	if (!b->n)
		fb_talk_find(row->raw, b);
}

void
fb_jtalk_look(struct fb_run *r, struct fb_jfound *f, struct fb_physical *in)
{
	size_t n = f->path.n, least = r->ask->rows ? n : 0;

	f->talk.n = 0;
	if (f->profile || r->ask->profile)
		return;
	for (size_t k = least; k <= n && !f->talk.n; k++) {
		struct fb_jcols cols = {0};
		struct fb_jpath path = f->path;

		path.n = k;
		fb_jsample(&cols, in, &path, LOOKS, find, &f->talk);
		fb_jcols_release(&cols);
		if (f->talk.n)
			f->path.n = k;
	}
	if (f->talk.n && f->path.n < n)
		f->how = "the objects that hold turns";
}

static const char *const suffixes[FB_JTALK_COLS] = {
	[FB_JTURNS] = "turns", [FB_JQUOTED] = "quoted", [FB_JSAID] = "said",
	[FB_JCUSTOMER] = "customer", [FB_JDATE] = "date",
};

static void
put_name(const struct fb_jtalk *t, size_t col, struct fb_buf *b)
{
	b->n = 0;
	fb_buf_add(b, t->path);
	fb_buf_printf(b, "#%s", suffixes[col]);
}

static void
open_columns(struct fb_jtalk *t, struct fb_jcols *c)
{
	struct fb_buf name = {0};

	for (size_t i = 0; i < FB_JTALK_COLS; i++) {
		fb_str key = fb_cstr(suffixes[i]);
		bool taken = fb_map_get(&c->names, key) != FB_MAP_NONE;

		t->col[i] = FB_MAP_NONE;
		if ((i == FB_JQUOTED && !t->quoted) ||
		    (i > FB_JSAID && taken))
			continue;
		put_name(t, i, &name);
		t->col[i] = fb_jcols_new(c, i < FB_JSAID && !taken ? key :
		    fb_buf_str(&name));
	}
	t->open = true;
	fb_buf_release(&name);
}

static void
set(struct fb_jtalk *t, struct fb_jcols *c, enum fb_jtalk_col col, fb_str text)
{
	t->json[col].n = 0;
	if (!text.n || t->col[col] == FB_MAP_NONE)
		return;
	if (col == FB_JTURNS)
		fb_buf_add(&t->json[col], text);
	else
		fb_put_json(&t->json[col], text);
	fb_jcols_set(c, t->col[col], fb_buf_str(&t->json[col]));
}

void
fb_jtalk_fill(struct fb_jtalk *t, struct fb_jcols *c, fb_str element)
{
	fb_str list = fb_jpick_follow(element, t->path);
	const char *rule;

	t->there = list.n && *list.p == '[';
	if (!t->there)
		return;
	if (!t->open)
		open_columns(t, c);
	fb_talk_read(&t->speech, list);
	t->there = t->speech.n > 0;
	t->who = fb_speech_customer(&t->speech, t->customer, &rule);
	fb_said_fill(&t->said, &t->speech, t->who);
	set(t, c, FB_JSAID, fb_buf_str(&t->said.text));
	set(t, c, FB_JTURNS, fb_buf_str(&t->said.turns));
	set(t, c, FB_JQUOTED, fb_buf_str(&t->said.quoted));
	set(t, c, FB_JCUSTOMER, fb_said_customer(&t->speech, t->who));
	set(t, c, FB_JDATE, fb_buf_str(&t->said.date));
}

void
fb_jtalk_rules(const struct fb_jtalk *t, struct fb_run *r)
{
	static const char *const keys[FB_JTALK_COLS] = {
		[FB_JSAID] = "text", [FB_JCUSTOMER] = "customer",
		[FB_JDATE] = "date",
	};
	struct fb_buf name = {0}, rule = {0};

	for (size_t i = FB_JSAID; i < FB_JTALK_COLS; i++) {
		put_name(t, i, &name);
		rule.n = 0;
		fb_buf_printf(&rule, "%s=%s", keys[i], fb_buf_cstr(&name));
		if (t->col[i] != FB_MAP_NONE)
			fb_profile_option(&r->guess, fb_buf_cstr(&rule));
	}
	fb_buf_printf(&r->say, "talk: text is what the customer says in "
	    "'%.*s'; --customer says who that is\n", (int)t->path.n, t->path.p);
	fb_buf_release(&name);
	fb_buf_release(&rule);
}

void
fb_jtalk_release(struct fb_jtalk *t)
{
	fb_speech_release(&t->speech);
	fb_said_release(&t->said);
	for (size_t i = 0; i < FB_JTALK_COLS; i++)
		fb_buf_release(&t->json[i]);
}
