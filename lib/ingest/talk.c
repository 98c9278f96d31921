/* talk.c - find turns in JSON, and read them. */
#include <stdint.h>
#include <strings.h>

#include "ingest/talk.h"
#include "record/json.h"
#include "record/scan.h"

enum { LOOKS = 30, DEEP = 4 };

/* Names of keys, without their case, '_' and '-'; the first of a list that is
 * there counts. */
static const char *const whose[] = { "participantrole", "speakerrole",
    "speakername", "speaker", "speakerlabel", "speakerid", "role",
    "authortype", "sendertype", "participantid", "participant", "sender",
    "author", "from", "who", NULL };
static const char *const words[] = { "text", "content", "message", "body",
    "utterance", "transcript", "words", "value", "msg", NULL };
static const char *const starts[] = { "start", "starttime", "startms",
    "beginoffsetmillis", "begin", "offset", "timestamp", "createdat", "time",
    "ts", "starttimestampusec", NULL };
static const char *const ends[] = { "end", "endtime", "endms",
    "endoffsetmillis", NULL };

static bool
is_called(fb_str key, const char *name)
{
	for (size_t i = 0; i < key.n; i++) {
		char c = key.p[i];

		if (c == '_' || c == '-')
			continue;
		c = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
		if (c != *name++)
			return false;
	}
	return !*name;
}

/* What was found under one of the names: the earlier in their list, the better. */
struct found {
	const char *const *names;
	size_t rank;
	fb_str key, val;
};

static void
try_key(struct found *f, const struct fb_json *it)
{
	for (size_t i = 0; i < f->rank && f->names[i]; i++) {
		if (!is_called(it->key, f->names[i]))
			continue;
		f->rank = i;
		f->key = it->key;
		f->val = it->val;
		return;
	}
}

/* Of a pair ["agent","Hi"]. */
static bool
take_pair(fb_str raw, struct fb_talk_turn *t)
{
	struct fb_json it = fb_json_in(raw);
	size_t n = 0;

	while (fb_json_next(&it)) {
		t->who = n == 0 ? it.val : t->who;
		t->what = n == 1 ? it.val : t->what;
		n++;
	}
	return n == 2 && fb_json_is_str(t->who) && fb_json_is_str(t->what);
}

bool
fb_talk_turn(fb_str raw, struct fb_talk_turn *t)
{
	struct found who = { whose, SIZE_MAX, {0}, {0} };
	struct found what = { words, SIZE_MAX, {0}, {0} };
	struct found start = { starts, SIZE_MAX, {0}, {0} };
	struct found end = { ends, SIZE_MAX, {0}, {0} };
	struct fb_json it = fb_json_in(raw);

	*t = (struct fb_talk_turn){0};
	if (!raw.n || *raw.p != '{')
		return raw.n && *raw.p == '[' && take_pair(raw, t);
	while (fb_json_next(&it)) {
		try_key(&who, &it);
		try_key(&what, &it);
		try_key(&start, &it);
		try_key(&end, &it);
	}
	*t = (struct fb_talk_turn){ who.val, what.val, start.val, end.val,
	    start.key, end.key, who.key.n > 6 &&
	    !strncasecmp(who.key.p, "speaker", 7) };
	return fb_json_is_str(t->who) && (fb_json_is_str(t->what) ||
	    fb_str_eq(t->what, FB_LIT("null")));
}

/* Is it a turn, and its speaker surely one? */
static bool
is_turn(fb_str raw)
{
	struct fb_buf scratch = {0};
	struct fb_talk_turn t;
	bool is = fb_talk_turn(raw, &t);

	is = is && (t.plain ||
	    fb_speech_generic(fb_json_text(t.who, &scratch)));
	fb_buf_release(&scratch);
	return is;
}

/* Three of four must be turns: events may stand between them. */
static bool
mostly(size_t turns, size_t n)
{
	return turns && 4 * turns >= 3 * n;
}

/* Is there no need to look at more? */
static bool
enough(size_t turns, size_t n)
{
	return n >= LOOKS || (n > 1 && !turns);
}

bool
fb_talk_is(fb_str list)
{
	struct fb_json it = fb_json_in(list);
	size_t n = 0, turns = 0;

	if (!list.n || *list.p != '[')
		return false;
	while (!enough(turns, n) && fb_json_next(&it)) {
		turns += is_turn(it.val);
		n++;
	}
	return n > 1 && mostly(turns, n);
}

static fb_str
past_blanks(fb_str s)
{
	while (s.n && memchr(" \t\r\n,", *s.p, 5))
		s = (fb_str){ s.p + 1, s.n - 1 };
	return s;
}

bool
fb_talk_begins(fb_str head)
{
	struct fb_rec rec = {0};
	size_t n = 0, turns = 0;

	head = past_blanks(head);
	if (!head.n || *head.p != '[')
		return false;
	head = past_blanks((fb_str){ head.p + 1, head.n - 1 });
	while (!enough(turns, n) && head.n && !fb_scan_start(&rec, head)) {
		turns += is_turn(rec.line);
		n++;
		head = past_blanks((fb_str){ head.p + rec.line.n,
		    head.n - rec.line.n });
	}
	fb_rec_release(&rec);
	return mostly(turns, n) && (n > 1 || (head.n && *head.p == '{'));
}

static void
put_step(struct fb_buf *path, size_t from, fb_str key)
{
	path->n = from;
	fb_buf_adds(path, path->n ? "." : "");
	fb_json_unescape(path, key);
}

bool
fb_talk_find(fb_str object, struct fb_buf *path)
{
	struct fb_json at[DEEP];
	size_t from[DEEP], depth = 1;

	at[0] = fb_json_in(object);
	from[0] = path->n;
	while (depth) {
		struct fb_json *it = &at[depth - 1];

		if (!fb_json_next(it)) {
			depth--;
			continue;
		}
		if (*it->val.p == '[' && fb_talk_is(it->val)) {
			put_step(path, from[depth - 1], it->key);
			return true;
		}
		if (*it->val.p == '{' && depth < DEEP) {
			put_step(path, from[depth - 1], it->key);
			at[depth] = fb_json_in(it->val);
			from[depth++] = path->n;
		}
	}
	path->n = from[0];
	return false;
}
