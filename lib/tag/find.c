/* find.c - from patterns that stand somewhere to rules that hold. */
#include <stdlib.h>

#include "base/utf8.h"
#include "tag/find.h"
#include "text/icu.h"
#include "text/words.h"

static bool
is_ascii(fb_str s)
{
	uint64_t high = 0, eight;
	size_t i = 0;

	for (; i + sizeof eight <= s.n; i += sizeof eight) {
		memcpy(&eight, s.p + i, sizeof eight);
		high |= eight;
	}
	for (; i < s.n; i++)
		high |= (unsigned char)s.p[i];
	return !(high & UINT64_C(0x8080808080808080));
}

/* Fold cluster by cluster, so that each folded byte knows where it was. */
static void
fold_with_places(struct fb_tag_finder *f, fb_str text)
{
	struct fb_cuts cuts = {0};
	size_t from = 0;

	fb_cuts_find(&cuts, FB_CLUSTER, text);
	for (size_t i = 0; i < cuts.n; from = cuts.at[i++]) {
		size_t old = f->folded.n;

		fb_put_folded(&f->folded, (fb_str){ text.p + from,
		    cuts.at[i] - from });
		f->at = fb_grow(f->at, &f->at_cap, f->folded.n + 1, sizeof *f->at);
		for (; old < f->folded.n; old++)
			f->at[old] = from;
	}
	f->at = fb_grow(f->at, &f->at_cap, f->folded.n + 1, sizeof *f->at);
	f->at[f->folded.n] = text.n;
	fb_cuts_release(&cuts);
}

/* The trie folds ASCII by itself. */
static void
prepare(struct fb_tag_finder *f, fb_str text)
{
	f->folded.n = 0;
	f->text = text;
	if (is_ascii(text))
		return;
	if (f->spans)
		fold_with_places(f, text);
	else
		fb_put_folded(&f->folded, text);
	f->text = fb_buf_str(&f->folded);
}

static void
note(void *ctx, size_t pattern, size_t start, size_t end)
{
	struct fb_tag_finder *f = ctx;

	f->raw = fb_grow(f->raw, &f->raw_cap, f->nraw + 1, sizeof *f->raw);
	f->raw[f->nraw++] = (struct fb_tag_hit){ pattern, start, end };
}

static enum fb_glyph
glyph_at(fb_str s, size_t at)
{
	size_t len;
	uint32_t c = fb_utf8_next((fb_str){ s.p + at, s.n - at }, &len);

	return c == FB_UTF8_BAD ? FB_GLYPH_PUNCT : fb_glyph(c);
}

static size_t
before(fb_str s, size_t at)
{
	do
		at--;
	while (at && ((unsigned char)s.p[at] & 0xc0) == 0x80);
	return at;
}

/* Is at an edge of words: not between two characters of one? */
static bool
is_edge(fb_str s, size_t at)
{
	return !at || at == s.n ||
	    glyph_at(s, before(s, at)) != FB_GLYPH_WORD ||
	    glyph_at(s, at) != FB_GLYPH_WORD;
}

static bool
is_excluded(const struct fb_tag_finder *f, const struct fb_rule *rule,
    const struct fb_tag_hit *hit)
{
	for (size_t i = 0; i < f->nraw; i++) {
		const struct fb_tag_hit *x = &f->raw[i];

		if (x->start > hit->start || x->end < hit->end)
			continue;
		for (size_t k = 0; k < rule->nunless; k++)
			if (x->rule == rule->unless[k])
				return true;
	}
	return false;
}

static bool
holds(const struct fb_tag_finder *f, const struct fb_rule *rule,
    const struct fb_tag_hit *hit, fb_str lang)
{
	if (!fb_str_eq(rule->lang, FB_LIT("*")) && lang.n &&
	    !fb_str_eq(rule->lang, lang))
		return false;
	if (!rule->open && !is_edge(f->text, hit->end))
		return false;
	return !rule->nunless || !is_excluded(f, rule, hit);
}

static void
keep(struct fb_tag_finder *f, const struct fb_tag_hit *hit, size_t rule)
{
	bool folded = f->folded.n > 0 && f->spans;

	f->v = fb_grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
	f->v[f->n++] = (struct fb_tag_hit){ rule,
	    folded ? f->at[hit->start] : hit->start,
	    folded ? f->at[hit->end] : hit->end };
}

void
fb_tag_find(struct fb_tag_finder *f, fb_str text, fb_str lang)
{
	const struct fb_rules *r = f->rules;

	f->n = f->nraw = 0;
	prepare(f, text);
	fb_match_find(&r->match, f->text, note, f);
	for (size_t i = 0; i < f->nraw; i++)
		for (size_t k = r->first[f->raw[i].rule]; k; k = r->v[k - 1].same)
			if (holds(f, &r->v[k - 1], &f->raw[i], lang))
				keep(f, &f->raw[i], k - 1);
}

void
fb_tag_finder_release(struct fb_tag_finder *f)
{
	free(f->v);
	free(f->raw);
	free(f->at);
	fb_buf_release(&f->folded);
	*f = (struct fb_tag_finder){0};
}
