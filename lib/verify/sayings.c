/* sayings.c - quotes and letters by their printed ids. */
#include "base/ticket.h"
#include "record/json.h"
#include "record/names.h"
#include "text/gate.h"
#include "verify/sayings.h"

static fb_str
gated(struct fb_case *c, fb_str raw)
{
	struct fb_buf scratch = {0}, b = {0};
	fb_str s;

	fb_gate_page(&b, fb_json_text(raw, &scratch), NULL);
	s = fb_arena_copy(&c->mem, fb_buf_str(&b));
	fb_buf_release(&scratch);
	fb_buf_release(&b);
	return s;
}

/* Of a letter's line, or of a quote's object. */
static void
add(struct fb_case *c, struct fb_sayings *s, fb_str raw, bool letter)
{
	fb_str text = fb_json_get(raw, "text");
	fb_str title = letter ? fb_json_get(raw, "title") : FB_LIT("");
	struct fb_saying *new;
	struct fb_buf scratch = {0}, hex = {0};
	struct fb_ticket sha;

	s->v = fb_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	new = &s->v[s->n++];
	*new = (struct fb_saying){ .letter = letter,
	    .id = fb_arena_copy(&c->mem, fb_json_text(fb_json_get(raw, "id"),
	        &scratch)),
	    .text = gated(c, text), .title = gated(c, title),
	    .translation = gated(c, fb_translation_of(text,
	        fb_json_get(raw, "translation"))) };
	sha = fb_sha256(new->id);
	fb_put_hex(&hex, sha.d, sizeof sha.d);
	memcpy(new->hex, hex.p, 64);
	fb_buf_release(&scratch);
	fb_buf_release(&hex);
}

static void
add_quotes(struct fb_case *c, struct fb_sayings *s, fb_str line)
{
	struct fb_json it = fb_json_in(fb_json_get(line, "quotes"));

	while (fb_json_next(&it))
		add(c, s, it.val, false);
}

void
fb_sayings_read(struct fb_case *c, struct fb_sayings *s)
{
	*s = (struct fb_sayings){0};
	for (size_t i = 0; i < c->nparts; i++) {
		const struct fb_part_of_case *p = &c->parts[i];

		for (size_t k = 0; k < p->nmetrics; k++)
			add_quotes(c, s, p->metrics[k]);
		for (size_t k = 0; k < p->nletters; k++)
			add(c, s, p->letters[k], true);
	}
}

bool
fb_text_holds(fb_str all, fb_str part)
{
	for (size_t i = 0; i + part.n <= all.n; i++)
		if (!memcmp(all.p + i, part.p, part.n))
			return true;
	return false;
}

void
fb_sayings_whole(struct fb_case *c, struct fb_sayings *s)
{
	struct fb_buf line = {0};

	for (size_t i = 0; i < s->n; i++) {
		struct fb_saying *one = &s->v[i];

		for (size_t k = 0; !one->letter && !one->whole.n &&
		    fb_case_record(c, one->id, k, &line); k++) {
			fb_str raw = fb_json_get(fb_buf_str(&line), "text");
			fb_str text = gated(c, raw);

			if (!fb_text_holds(text, one->text))
				continue;
			one->whole = text;
			one->translation = gated(c, fb_translation_of(raw,
			    fb_json_get(fb_buf_str(&line), "translation")));
		}
	}
	fb_buf_release(&line);
}

size_t
fb_mark_len(fb_str s)
{
	size_t n = 1;

	if (!s.n || *s.p != '#')
		return 0;
	while (n < s.n && n <= 64 && ((s.p[n] >= '0' && s.p[n] <= '9') ||
	    (s.p[n] >= 'a' && s.p[n] <= 'f')))
		n++;
	return n > 8 ? n : 0;
}

size_t
fb_saying_next(const struct fb_sayings *s, fb_str mark, size_t i)
{
	for (i = i == FB_NO_SAYING ? 0 : i + 1; i < s->n; i++)
		if (!memcmp(s->v[i].hex, mark.p + 1, mark.n - 1))
			return i;
	return FB_NO_SAYING;
}
