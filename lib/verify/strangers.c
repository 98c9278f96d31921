/* strangers.c - runs of letters that records have, wherever they stand. */
#include <stdlib.h>

#include "base/utf8.h"
#include "record/json.h"
#include "record/names.h"
#include "text/words.h"
#include "verify/strangers.h"

/* Pictures, and what changes or joins them. */
static bool
is_picture(uint32_t c)
{
	return (c >= 0x1f000 && c < 0x20000) || (c >= 0x2600 && c < 0x27c0) ||
	    (c >= 0x2b00 && c < 0x2c00) || (c >= 0x2300 && c < 0x2400) ||
	    (c >= 0x2190 && c < 0x2200) || c == 0x20e3 ||
	    (c >= 0xe0000 && c < 0xe0080);
}

static bool
is_unseen(uint32_t c)
{
	return c < 0x20 || c == 0xad || c == 0x61c ||
	    (c >= 0x200b && c < 0x2010) || (c >= 0x2028 && c < 0x2030) ||
	    (c >= 0x2060 && c < 0x2070) || (c >= 0xfe00 && c < 0xfe10) ||
	    c == 0xfeff;
}

/* Does the sign at the start of s, of len bytes, become a picture by what
 * follows it: U+FE0F, or a keycap? */
static bool
is_drawn(fb_str s, size_t len)
{
	fb_str rest = { s.p + len, s.n - len };

	return fb_str_starts(rest, FB_LIT("\xef\xb8\x8f")) ||
	    fb_str_starts(rest, FB_LIT("\xe2\x83\xa3"));
}

void
fb_put_solid(struct fb_buf *b, fb_str s)
{
	while (s.n) {
		size_t len;
		uint32_t c = fb_utf8_next(s, &len);

		if (c != FB_UTF8_BAD && !is_picture(c) && !is_unseen(c) &&
		    !is_drawn(s, len) && fb_glyph(c) != FB_GLYPH_BLANK)
			fb_buf_add(b, (fb_str){ s.p, len });
		s = (fb_str){ s.p + len, s.n - len };
	}
}

/* The same without punctuation, too. */
static void
put_letters(struct fb_buf *b, fb_str s)
{
	struct fb_buf solid = {0};
	fb_str rest;

	fb_put_solid(&solid, s);
	rest = fb_buf_str(&solid);
	while (rest.n) {
		size_t len;

		if (fb_glyph(fb_utf8_next(rest, &len)) != FB_GLYPH_PUNCT)
			fb_buf_add(b, (fb_str){ rest.p, len });
		rest = (fb_str){ rest.p + len, rest.n - len };
	}
	fb_buf_release(&solid);
}

void
fb_strangers_add(struct fb_case *c, struct fb_strangers *s, fb_str where,
    fb_str text)
{
	struct fb_buf b = {0};

	put_letters(&b, text);
	if (b.n >= FB_RUN) {
		s->v = fb_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
		s->v[s->n++] = (struct fb_places){
		    fb_arena_copy(&c->mem, where),
		    fb_arena_copy(&c->mem, fb_buf_str(&b)) };
	}
	fb_buf_release(&b);
}

/* Where a run of n letters at p ends; 0 when there are fewer. */
static size_t
run_len(fb_str s, size_t at)
{
	size_t i = at, n = 0;

	for (; i < s.n && n < FB_RUN; n++)
		for (i++; i < s.n && ((unsigned char)s.p[i] & 0xc0) == 0x80; )
			i++;
	return n == FB_RUN ? i - at : 0;
}

/* Each run of a text, in turn. */
static bool
next_run(fb_str s, size_t *at, fb_str *run)
{
	size_t n = run_len(s, *at);

	if (!n)
		return false;
	*run = (fb_str){ s.p + *at, n };
	for (++*at; *at < s.n && ((unsigned char)s.p[*at] & 0xc0) == 0x80; )
		++*at;
	return true;
}

struct search {
	struct fb_case *c;
	struct fb_strangers *s;
	struct fb_map runs;     /* of all texts */
	size_t *owner, cap;     /* in which of them a run stands */
	bool *told;
};

static void
look_for(struct search *k, fb_str text, fb_str raw_id)
{
	struct fb_buf b = {0}, scratch = {0}, what = {0};
	size_t at = 0, i;
	fb_str run;

	put_letters(&b, text);
	while (next_run(fb_buf_str(&b), &at, &run)) {
		i = fb_map_get(&k->runs, run);
		if (i == FB_MAP_NONE || k->told[k->owner[i]])
			continue;
		k->told[k->owner[i]] = true;
		what.n = 0;
		fb_put_short_id(&what, fb_json_text(raw_id, &scratch));
		fb_finding_add(&k->c->found, k->s->v[k->owner[i]].where,
		    "words of %s stand here without that id",
		    fb_buf_cstr(&what));
	}
	fb_buf_release(&b);
	fb_buf_release(&scratch);
	fb_buf_release(&what);
}

static void
index_runs(struct search *k)
{
	for (size_t i = 0; i < k->s->n; i++) {
		size_t at = 0, n;
		fb_str run;

		while (next_run(k->s->v[i].text, &at, &run)) {
			n = fb_map_put(&k->runs, run, NULL);
			k->owner = fb_grow(k->owner, &k->cap, n + 1,
			    sizeof *k->owner);
			k->owner[n] = i;
		}
	}
}

void
fb_strangers_find(struct fb_case *c, struct fb_strangers *s)
{
	struct search k = { .c = c, .s = s };
	struct fb_buf scratch = {0};
	struct fb_rec r = {0};

	k.told = fb_zalloc(s->n, sizeof *k.told);
	index_runs(&k);
	fb_reader_again(c->in);
	while (k.runs.n && fb_case_next(c, &r)) {
		const fb_str words[] = { fb_rec_get(&r, FB_TEXT),
		    fb_rec_get(&r, FB_TITLE_), fb_rec_get(&r, FB_TRANSLATED) };

		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			look_for(&k, fb_json_text(words[i], &scratch),
			    fb_rec_get(&r, FB_ID));
	}
	fb_rec_release(&r);
	fb_buf_release(&scratch);
	fb_map_release(&k.runs);
	free(k.owner);
	free(k.told);
}

void
fb_strangers_release(struct fb_strangers *s)
{
	free(s->v);
	*s = (struct fb_strangers){0};
}
