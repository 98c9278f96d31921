/* front.c - what the first page says of the whole report. */
#include "present/funnel.h"
#include "present/show.h"
#include "record/json.h"

/* Over all trails of a tool; false when none of them says it. */
static bool
sum_of(const struct fb_report *r, const char *tool, const char *key, uint64_t *sum)
{
	bool any = false;
	int64_t n;

	*sum = 0;
	for (size_t i = 0; i < r->trails.n; i++) {
		fb_str trail = fb_cstr(r->trails.lines[i]);

		if (!fb_json_is(fb_json_get(trail, "tool"), tool) ||
		    !fb_json_int(fb_json_get(trail, key), &n) || n < 0)
			continue;
		*sum += (uint64_t)n;
		any = true;
	}
	return any;
}

/* Letters that came for their alert, or have one. */
static uint64_t
alerts_here(const struct fb_report *r)
{
	uint64_t n = 0;

	for (size_t i = 0; i < r->nletters; i++)
		n += r->letters[i].alert.n > 0;
	return n;
}

/* One sentence with a count: the key, KEY_one or KEY_none. */
static void
put_counted(struct fb_buf *b, const struct fb_words *w, const char *key, uint64_t n)
{
	struct fb_buf name = {0}, count = {0};

	fb_buf_adds(&name, key);
	fb_buf_adds(&name, n ? n == 1 ? "_one" : "" : "_none");
	fb_show_count(&count, w, n);
	fb_say_next(b, w);
	fb_say(b, w, fb_buf_cstr(&name), (struct fb_slot[]){
	    { "n", fb_buf_str(&count) } }, 1);
	fb_buf_release(&name);
	fb_buf_release(&count);
}

/* The last day of the latest period that is reported on. */
static void
put_day(struct fb_buf *b, struct fb_report *r)
{
	int32_t last = INT32_MIN;
	struct fb_buf day = {0};

	for (size_t i = 0; i < fb_focus_count(r); i++) {
		struct fb_period p;

		if (!fb_period_parse(fb_focus_at(r, i).period, &p) &&
		    p.unit >= FB_DAY && fb_period_end(p) - 1 > last)
			last = fb_period_end(p) - 1;
	}
	if (last == INT32_MIN)
		return;
	fb_show_day(&day, &r->words, last);
	fb_say(b, &r->words, "front_day", (struct fb_slot[]){
	    { "day", fb_buf_str(&day) } }, 1);
	fb_buf_release(&day);
}

static bool
self_selected(const struct fb_report *r)
{
	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_json it = fb_json_in(fb_json_get(
		    fb_cstr(r->trails.lines[i]), "flags"));

		while (fb_json_next(&it))
			if (fb_json_is(it.val, "self-selected"))
				return true;
	}
	return false;
}

/* How many records have an alert and how many of those are here, or that no
 * rule for them was run. */
static void
put_alerts(struct fb_buf *b, struct fb_report *r)
{
	uint64_t n;

	if (sum_of(r, "fb-tag", "alert_records", &n)) {
		put_counted(b, &r->words, "front_alerts", n);
		if (n)
			put_counted(b, &r->words, "front_alerts_here",
			    alerts_here(r));
		return;
	}
	fb_say_next(b, &r->words);
	fb_buf_add(b, fb_word(&r->words, "front_alerts_unasked"));
}

void
fb_put_front(struct fb_buf *b, struct fb_report *r)
{
	const struct fb_words *w = &r->words;
	uint64_t n;

	put_day(b, r);
	if (!r->trails.n) {
		fb_say_next(b, w);
		fb_buf_add(b, fb_word(w, "front_untold"));
		return;
	}
	if (self_selected(r)) {
		fb_say_next(b, w);
		fb_buf_add(b, fb_word(w, "front_self"));
	}
	if (sum_of(r, "fb-metric", "tests", &n))
		put_counted(b, w, "front_tests", n);
	if (sum_of(r, "fb-anecdote", "withheld", &n))
		put_counted(b, w, "front_withheld", n);
	put_alerts(b, r);
}
