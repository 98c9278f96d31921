/* source.c - where the records come from. */
#include "present/funnel.h"
#include "present/show.h"
#include "record/json.h"

enum { SOURCES_NAMED = 3 };

static void
put_source(struct fb_report *r, struct fb_buf *b, struct fb_json source,
    bool counts)
{
	int64_t rows;

	fb_say_more(b, &r->words);
	fb_json_unescape(b, source.key);
	if (!counts || !fb_json_int(fb_json_get(source.val, "in"), &rows) ||
	    rows < 0)
		return;
	fb_buf_adds(b, " (");
	fb_show_count(b, &r->words, (uint64_t)rows);
	fb_buf_addc(b, ')');
}

/* The files that were read, with their rows: "lounges.csv.gz (2,264)". Gives
 * their number. */
static size_t
put_all_sources(struct fb_report *r, struct fb_buf *b, bool counts)
{
	size_t n = 0;

	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_json it = fb_json_in(fb_json_get(
		    fb_cstr(r->trails.lines[i]), "sources"));

		for (; fb_json_next(&it); n++)
			put_source(r, b, it, counts);
	}
	return n;
}

void
fb_put_source_rows(struct fb_report *r, struct fb_buf *b)
{
	put_all_sources(r, b, true);
}

void
fb_put_source(struct fb_buf *b, struct fb_report *r)
{
	struct fb_buf names = {0}, count = {0};
	size_t n = put_all_sources(r, &names, false);

	fb_show_count(&count, &r->words, n);
	if (r->source.n)
		fb_buf_add(b, r->source);
	else if (n > SOURCES_NAMED)
		fb_say(b, &r->words, "source_files", (struct fb_slot[]){
		    { "n", fb_buf_str(&count) } }, 1);
	else if (n && !fb_str_eq(fb_buf_str(&names), FB_LIT("-")))
		fb_buf_add(b, fb_buf_str(&names));
	else
		fb_buf_add(b, fb_word(&r->words, "source_unnamed"));
	fb_buf_release(&names);
	fb_buf_release(&count);
}

void
fb_put_digest_in(struct fb_report *r, struct fb_buf *b)
{
	struct fb_buf scratch = {0};
	static const char *const last[] = { "fb-anecdote", "fb-sample",
	    "fb-metric" };

	for (size_t k = 0; k < sizeof last / sizeof *last && !b->n; k++)
		for (size_t i = 0; i < r->trails.n && !b->n; i++)
			if (fb_json_is(fb_json_get(fb_cstr(r->trails.lines[i]),
			    "tool"), last[k]))
				fb_buf_add(b, fb_json_text(fb_json_get(
				    fb_cstr(r->trails.lines[i]), "digest_in"),
				    &scratch));
	fb_buf_release(&scratch);
}
