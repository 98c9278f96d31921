/* talk_read.c - the turns of a list, with their times. */
#include <math.h>
#include <strings.h>

#include "base/time.h"
#include "ingest/speech_line.h"
#include "ingest/talk.h"
#include "record/json.h"

enum { LONG_TURN = 200 * 1000 }; /* ms that turns do not last on average */

#define EPOCH INT64_C(1000000000000) /* ms: what is later is an instant */

struct times {
	bool bare;     /* numbers whose unit no key tells */
	bool fraction; /* with one at least that is not whole */
	bool zoneless; /* an instant without a zone */
};

static bool
key_says(fb_str key, const char *unit)
{
	size_t n = strlen(unit);

	for (size_t i = 0; i + n <= key.n; i++)
		if (!strncasecmp(key.p + i, unit, n))
			return true;
	return false;
}

static int64_t
number(fb_str raw, fb_str key, struct times *times)
{
	double v;

	if (!fb_json_double(raw, &v) || !(v >= 0) || v > 1e16)
		return -1;
	if (key_says(key, "usec") || key_says(key, "micro"))
		return (int64_t)(v / 1000);
	if (key_says(key, "ms") || key_says(key, "milli"))
		return (int64_t)v;
	if (v > 1e13)
		return -1;
	times->bare = true;
	times->fraction |= v != floor(v);
	return llround(1000 * v);
}

/* Milliseconds, -1 when it is no time. */
static int64_t
time_of(fb_str raw, fb_str key, struct times *times)
{
	struct fb_buf scratch = {0};
	fb_str text = fb_json_text(raw, &scratch), rest = text;
	struct fb_when when;
	int64_t ms = -1;

	if (!text.n || (fb_speech_stamp(&rest, &ms) && !rest.n)) {
		/* nothing said, or a clock */
	} else if (*raw.p == '"' && !fb_when_parse(text, &when)) {
		times->zoneless |= !when.has_zone;
		ms = when.sec * 1000;
	} else {
		ms = number(raw, key, times);
	}
	fb_buf_release(&scratch);
	return ms;
}

static int64_t
earliest(const struct fb_speech *s)
{
	int64_t first = -1;

	for (size_t i = 0; i < s->n; i++)
		if (s->turns[i].start >= 0 &&
		    (first < 0 || s->turns[i].start < first))
			first = s->turns[i].start;
	return first;
}

/* Do turns last so long that the numbers must be milliseconds? */
static bool
last_long(const struct fb_speech *s)
{
	int64_t sum = 0, n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct fb_turn *t = &s->turns[i];

		if (t->start < 0 || t->end < t->start)
			continue;
		sum += t->end - t->start;
		n++;
	}
	return n && sum / n >= LONG_TURN;
}

static void
settle(struct fb_speech *s, const struct times *times)
{
	int64_t first = earliest(s), unit = 1;

	if (times->bare && (first >= 1000 * EPOCH ||
	    (first < EPOCH && !times->fraction && last_long(s))))
		unit = 1000;
	s->dated = first / unit >= EPOCH;
	first = s->dated ? first / unit : 0;
	s->began = (struct fb_when){ .sec = first / 1000, .has_time = true,
	    .has_zone = !times->zoneless };
	for (size_t i = 0; i < s->n; i++) {
		struct fb_turn *t = &s->turns[i];

		t->start = t->start < 0 ? -1 : t->start / unit - first;
		t->end = t->end < 0 ? -1 : t->end / unit - first;
	}
}

void
fb_talk_read(struct fb_speech *s, fb_str list)
{
	struct fb_json it = fb_json_in(list);
	struct fb_buf who = {0}, what = {0};
	struct fb_talk_turn t;
	struct times times = {0};

	fb_speech_clear(s);
	while (fb_json_next(&it)) {
		if (!fb_talk_turn(it.val, &t))
			continue;
		fb_speech_say(s, fb_str_trim(fb_json_text(t.who, &who)),
		    fb_str_trim(fb_json_text(t.what, &what)),
		    time_of(t.start, t.start_key, &times),
		    time_of(t.end, t.end_key, &times));
	}
	settle(s, &times);
	fb_buf_release(&who);
	fb_buf_release(&what);
}
