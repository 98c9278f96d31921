/* quote.c - one quote as JSON. */
#include <stdlib.h>

#include "anecdote/quote.h"
#include "record/json.h"
#include "record/names.h"

static void
put_raw(struct fb_buf *b, const char *key, fb_str raw)
{
	if (!raw.n || fb_str_eq(raw, FB_LIT("null")))
		return;
	fb_put_key(b, key);
	fb_buf_add(b, raw);
}

static bool
span_of(fb_str mask, int64_t *start, int64_t *end)
{
	struct fb_json it = fb_json_in(fb_json_get(mask, "span"));

	return fb_json_next(&it) && fb_json_int(it.val, start) &&
	    fb_json_next(&it) && fb_json_int(it.val, end);
}

/* A mask as it is, but with its span counted from the quote's first byte. */
static void
put_mask(struct fb_buf *b, fb_str mask, int64_t start, int64_t end)
{
	struct fb_json it = fb_json_in(mask);

	if (b->p[b->n - 1] != '[')
		fb_buf_addc(b, ',');
	fb_buf_addc(b, '{');
	while (fb_json_next(&it)) {
		if (b->p[b->n - 1] != '{')
			fb_buf_addc(b, ',');
		fb_buf_addc(b, '"');
		fb_buf_add(b, it.key);
		fb_buf_adds(b, "\":");
		if (fb_str_eq(it.key, FB_LIT("span")))
			fb_buf_printf(b, "[%lld,%lld]", (long long)start,
			    (long long)end);
		else
			fb_buf_add(b, it.val);
	}
	fb_buf_addc(b, '}');
}

/* Those of the text that the quote shows, as far as it shows them, and those of
 * a translation that it shows. */
static void
put_masks(struct fb_buf *b, fb_str masks, struct fb_excerpt part,
    bool translated)
{
	struct fb_json it = fb_json_in(masks);
	int64_t from = (int64_t)part.start, to = (int64_t)part.end, start, end;

	if (!masks.n || *masks.p != '[')
		return;
	fb_put_key(b, "masks");
	fb_buf_addc(b, '[');
	while (fb_json_next(&it)) {
		fb_str in = fb_json_get(it.val, "in");

		if (!span_of(it.val, &start, &end))
			continue;
		if (translated && fb_json_is(in, "translation"))
			put_mask(b, it.val, start, end);
		else if ((!in.p || fb_json_is(in, "text")) && end > from &&
		    start < to)
			put_mask(b, it.val, start > from ? start - from : 0,
			    (end < to ? end : to) - from);
	}
	fb_buf_addc(b, ']');
}

/* The answer that put the record into its group. */
static void
put_score(struct fb_buf *b, const struct fb_quoted *q)
{
	const struct fb_spec *spec = &q->question->spec;
	struct fb_buf text = {0};

	if (!spec->kind || !spec->kind->scored ||
	    fb_str_eq(spec->field, FB_SCORE)) {
		put_raw(b, "score", fb_rec_get(q->rec, FB_SCORE));
		put_raw(b, "scale", fb_rec_get(q->rec, FB_SCALE));
		return;
	}
	put_raw(b, "score", fb_rec_get(q->rec, spec->field));
	fb_put_scale(&text, q->question->scale);
	if (text.n)
		fb_put_text(b, "scale", fb_buf_str(&text));
	fb_buf_release(&text);
}

static void
put_by(struct fb_buf *b, const struct fb_quoted *q)
{
	size_t *order = fb_map_sorted(q->keys);

	fb_put_key(b, "by");
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < q->keys->n; i++) {
		fb_str key = fb_map_key(q->keys, order[i]);
		fb_str raw = fb_rec_get(q->rec, key);

		if (i)
			fb_buf_addc(b, ',');
		fb_put_json(b, key);
		fb_buf_addc(b, ':');
		fb_buf_add(b, raw.n && !fb_str_eq(raw, FB_LIT("null")) ? raw :
		    FB_LIT("\"\""));
	}
	fb_buf_addc(b, '}');
	free(order);
}

static void
put_speaks(struct fb_buf *b, struct fb_speaks s)
{
	fb_put_key(b, "speaks_for");
	fb_buf_addc(b, '{');
	fb_put_int(b, "est", (int64_t)s.est);
	fb_put_est(b, "share", s.share);
	fb_put_est(b, "lo", s.lo);
	fb_put_est(b, "hi", s.hi);
	fb_buf_addc(b, '}');
}

static void
put_hashes(struct fb_buf *b, const struct fb_quoted *q, fb_str words)
{
	struct fb_ticket sha = fb_sha256(words);

	fb_buf_printf(b, ",\"ticket\":\"%016llx\"",
	    (unsigned long long)q->entry->ticket[0]);
	fb_put_key(b, "sha256");
	fb_buf_addc(b, '"');
	fb_put_hex(b, sha.d, sizeof sha.d);
	fb_buf_addc(b, '"');
}

static void
put_period(struct fb_buf *b, struct fb_period p)
{
	struct fb_buf label = {0};

	fb_put_period(&label, p);
	fb_put_text(b, "period", fb_buf_str(&label));
	fb_buf_release(&label);
}

void
fb_put_quote(struct fb_buf *b, const struct fb_quoted *q)
{
	fb_str words = { q->text.p + q->part.start,
	    q->part.end - q->part.start };
	bool whole = words.n == q->text.n;
	fb_str translation = !whole ? (fb_str){0} : fb_translation_of(
	    fb_rec_get(q->rec, FB_TEXT), fb_rec_get(q->rec, FB_TRANSLATED));

	fb_buf_addc(b, '{');
	fb_put_text(b, "role", fb_cstr(q->role));
	put_raw(b, "id", fb_rec_get(q->rec, FB_ID));
	fb_buf_printf(b, ",\"span\":[%zu,%zu]", q->part.start, q->part.end);
	fb_put_text(b, "text", words);
	put_raw(b, "translation", translation);
	put_masks(b, fb_rec_get(q->rec, FB_MASKS), q->part, translation.n > 0);
	put_raw(b, "date", fb_rec_get(q->rec, FB_DATE));
	if (q->period)
		put_period(b, *q->period);
	put_raw(b, "channel", fb_rec_get(q->rec, FB_CHANNEL));
	put_raw(b, "lang", fb_rec_get(q->rec, FB_LANG));
	put_score(b, q);
	fb_put_text(b, "group", fb_cstr(q->group));
	put_by(b, q);
	if (!whole)
		fb_buf_printf(b, ",\"cut\":true,\"bytes\":%zu", q->text.n);
	put_speaks(b, q->speaks);
	put_hashes(b, q, words);
	fb_buf_addc(b, '}');
}
