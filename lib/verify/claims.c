/* claims.c - words under ids, against the records. */
#include <stdlib.h>

#include "base/map.h"
#include "record/json.h"
#include "record/names.h"
#include "text/gate.h"
#include "verify/claims.h"

void
fb_claims_add(struct fb_case *c, struct fb_claims *s, fb_str where, fb_str id,
    fb_str words, bool cut)
{
	s->v = fb_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->v[s->n++] = (struct fb_claim){ fb_arena_copy(&c->mem, where),
	    fb_arena_copy(&c->mem, id), fb_arena_copy(&c->mem, words), cut,
	    false, false };
}

static void
meet(struct fb_claims *s, fb_str id, fb_str text)
{
	for (size_t i = 0; i < s->n; i++) {
		struct fb_claim *one = &s->v[i];

		if (!fb_str_eq(one->id, id))
			continue;
		one->met = true;
		one->holds |= fb_str_eq(one->words, text) ||
		    (one->cut && fb_str_starts(text, one->words));
	}
}

static size_t
tell(struct fb_case *c, const struct fb_claims *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct fb_claim *one = &s->v[i];
		struct fb_buf what = {0};

		n += one->holds;
		fb_put_short_id(&what, one->id);
		if (!one->met)
			fb_finding_add(&c->found, one->where, "the record of %s "
			    "is not in the stream", fb_buf_cstr(&what));
		else if (!one->holds)
			fb_finding_add(&c->found, one->where, "the words are not "
			    "those of the record of %s", fb_buf_cstr(&what));
		fb_buf_release(&what);
	}
	return n;
}

size_t
fb_claims_find(struct fb_case *c, struct fb_claims *s)
{
	struct fb_buf scratch = {0}, text = {0};
	struct fb_map ids = {0};
	struct fb_rec rec = {0};

	if (!s->n)
		return 0;
	for (size_t i = 0; i < s->n; i++)
		fb_map_put(&ids, s->v[i].id, NULL);
	fb_reader_again(c->in);
	while (fb_case_next(c, &rec)) {
		fb_str id = fb_json_text(fb_rec_get(&rec, FB_ID), &scratch);
		size_t at = fb_map_get(&ids, id);

		if (at == FB_MAP_NONE)
			continue;
		id = fb_map_key(&ids, at);
		text.n = 0;
		fb_gate_page(&text, fb_json_text(fb_rec_get(&rec, FB_TEXT),
		    &scratch), NULL);
		meet(s, id, fb_buf_str(&text));
	}
	fb_rec_release(&rec);
	fb_map_release(&ids);
	fb_buf_release(&scratch);
	fb_buf_release(&text);
	return tell(c, s);
}

void
fb_claims_release(struct fb_claims *s)
{
	free(s->v);
	*s = (struct fb_claims){0};
}
