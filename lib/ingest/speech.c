/* speech.c - turns of WebVTT, SubRip and "Name: words". */
#include <stdlib.h>
#include <strings.h>

#include "ingest/speech.h"
#include "ingest/speech_line.h"

void
fb_speech_say(struct fb_speech *s, fb_str name, fb_str words, int64_t start,
    int64_t end)
{
	size_t who = fb_map_put(&s->names, name, NULL);
	struct fb_turn *t = s->n ? &s->turns[s->n - 1] : NULL;

	if (!words.n)
		return;
	if (!t || t->who != who) {
		s->turns = fb_grow(s->turns, &s->cap, s->n + 1,
		    sizeof *s->turns);
		t = &s->turns[s->n++];
		*t = (struct fb_turn){ who, start, end, s->words.n, 0 };
	} else {
		fb_buf_addc(&s->words, ' ');
	}
	t->end = end;
	fb_buf_add(&s->words, words);
	t->n = s->words.n - t->at;
}

/* Blocks that are no cues. */
static bool
is_aside(fb_str line)
{
	static const char *const names[] = { "NOTE", "STYLE", "REGION",
	    "WEBVTT" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t n = strlen(names[i]);

		if (fb_str_starts(line, fb_cstr(names[i])) &&
		    (line.n == n || line.p[n] == ' ' || line.p[n] == '\t'))
			return true;
	}
	return false;
}

struct cue {
	fb_str name;         /* goes on from line to line and cue to cue */
	struct fb_buf kept;  /* what name borrows from */
	struct fb_buf plain;
};

/* A line inside a cue: "<v Name>words" or "Name: words" or words. */
static void
say_line(struct fb_speech *s, struct cue *c, fb_str line, int64_t start,
    int64_t end)
{
	fb_str name = {0}, words;

	c->plain.n = 0;
	fb_speech_plain(&c->plain, line, &name);
	words = fb_str_trim(fb_buf_str(&c->plain));
	if (!name.p)
		fb_speech_label(&words, &name, &start);
	if (name.p) {
		c->kept.n = 0;
		fb_buf_add(&c->kept, fb_str_trim(name));
		c->name = fb_buf_str(&c->kept);
	}
	fb_speech_say(s, c->name, words, start, end);
}

static void
read_cues(struct fb_speech *s, fb_str text)
{
	struct cue c = { .name = { "", 0 } };
	bool aside = false, timed = false;
	int64_t start = -1, end = -1;

	while (text.n) {
		fb_str line = fb_str_trim(fb_str_split(&text, '\n'));

		if (!line.n) {
			aside = timed = false;
		} else if (fb_speech_timing(line, &start, &end)) {
			timed = true;
			aside = false;
			c.name = FB_LIT("");
		} else if (timed) {
			say_line(s, &c, line, start, end);
		} else {
			aside |= is_aside(line);
		}
	}
	fb_buf_release(&c.kept);
	fb_buf_release(&c.plain);
}

/* Times from six hours on are those of the day, which the first turn begins;
 * no call is that old when it begins. */
static void
count_from_first(struct fb_speech *s)
{
	const int64_t hour = 3600000;
	int64_t first = -1;

	for (size_t i = 0; i < s->n; i++) {
		struct fb_turn *t = &s->turns[i];

		if (t->start < 0)
			continue;
		if (first < 0)
			first = t->start;
		if (first < 6 * hour)
			return;
		t->start -= first;
		if (t->start < 0)
			t->start += 24 * hour; /* past midnight */
	}
}

static void
read_lines(struct fb_speech *s, fb_str text)
{
	struct fb_buf kept = {0};

	while (text.n) {
		fb_str line = fb_str_trim(fb_str_split(&text, '\n')), name = {0};
		int64_t start = -1;

		fb_speech_stamp(&line, &start);
		if (fb_speech_label(&line, &name, &start)) {
			kept.n = 0;
			fb_buf_add(&kept, name);
		}
		fb_speech_say(s, fb_buf_str(&kept), line, start, -1);
	}
	count_from_first(s);
	fb_buf_release(&kept);
}

void
fb_speech_read(struct fb_speech *s, enum fb_speech_kind kind, fb_str text)
{
	fb_map_put(&s->names, FB_LIT(""), NULL);
	if (kind == FB_SPOKEN_TEXT)
		read_lines(s, text);
	else
		read_cues(s, text);
}

/* Lines "Name: words" of two names or more, many lines being such; a few may
 * stand in front. */
static bool
is_spoken(fb_str head)
{
	enum { PREFACE = 5 };
	struct fb_map names = {0};
	size_t lines = 0, labels = 0, again = 0;
	bool is;

	while (head.n && memchr(head.p, '\n', head.n)) {
		fb_str line = fb_str_trim(fb_str_split(&head, '\n')), name = {0};
		int64_t start;
		bool fresh = true;

		fb_speech_stamp(&line, &start);
		if (!line.n)
			continue;
		if (fb_speech_label(&line, &name, &start)) {
			labels++;
			fb_map_put(&names, name, &fresh);
			again += !fresh;
		} else if (!labels && lines++ == PREFACE) {
			break;
		}
		lines += labels > 0;
	}
	is = names.n >= 2 && names.n <= 12 && again && 3 * labels >= lines;
	fb_map_release(&names);
	return is;
}

enum fb_speech_kind
fb_speech_is(fb_str head)
{
	fb_str rest = head, first = {0}, second;
	int64_t start, end;

	if (fb_str_starts(head, FB_LIT("WEBVTT")))
		return FB_VTT;
	while (rest.n && !first.n)
		first = fb_str_trim(fb_str_split(&rest, '\n'));
	second = fb_str_trim(fb_str_split(&rest, '\n'));
	if (first.n && first.n < 8 && strspn(first.p, "0123456789") >= first.n &&
	    fb_speech_timing(second, &start, &end))
		return FB_SRT;
	return is_spoken(head) ? FB_SPOKEN_TEXT : FB_NO_SPEECH;
}

void
fb_speech_clear(struct fb_speech *s)
{
	fb_map_release(&s->names);
	s->n = s->words.n = 0;
	s->dated = false;
	fb_map_put(&s->names, FB_LIT(""), NULL);
}

void
fb_speech_release(struct fb_speech *s)
{
	fb_map_release(&s->names);
	free(s->turns);
	fb_buf_release(&s->words);
	*s = (struct fb_speech){0};
}
