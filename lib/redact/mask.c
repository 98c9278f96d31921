/* mask.c - find, replace, and look again until nothing is found. */
#include <stdlib.h>

#include "record/json.h"
#include "redact/mask.h"

static void
add(struct fb_masker *m, size_t start, size_t end, fb_str kind)
{
	m->v = fb_grow(m->v, &m->cap, m->n + 1, sizeof *m->v);
	m->v[m->n++] = (struct fb_mask){ start, end, kind };
}

/* Do the words at start read "[KIND]"? */
static bool
reads(fb_str text, int64_t start, int64_t end, fb_str kind)
{
	const char *p;

	if (!kind.n || start < 0 || end > (int64_t)text.n ||
	    end - start != (int64_t)kind.n + 2)
		return false;
	p = text.p + start;
	return p[0] == '[' && p[kind.n + 1] == ']' &&
	    !memcmp(p + 1, kind.p, kind.n);
}

static void
keep_mask(struct fb_masker *m, fb_str mask, fb_str text)
{
	struct fb_json span = fb_json_in(fb_json_get(mask, "span"));
	fb_str kind = fb_json_get(mask, "kind");
	int64_t start, end;

	if (!fb_json_is_str(kind) || !fb_json_next(&span) ||
	    !fb_json_int(span.val, &start) || !fb_json_next(&span) ||
	    !fb_json_int(span.val, &end))
		return;
	kind = (fb_str){ kind.p + 1, kind.n - 2 };
	if (reads(text, start, end, kind) &&
	    (!m->n || (size_t)start >= m->v[m->n - 1].end))
		add(m, (size_t)start, (size_t)end, kind);
}

static void
keep_old(struct fb_masker *m, fb_str text, const char *field, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);

	while (fb_json_next(&it))
		if (fb_json_is(fb_json_get(it.val, "in"), field))
			keep_mask(m, it.val, text);
}

static bool
sees_all(unsigned hints)
{
	return (hints & FB_SEES_ALL) == FB_SEES_ALL;
}

unsigned
fb_mask_hints(struct fb_masker *m, fb_str text)
{
	struct fb_finds *f = &m->finds;
	unsigned hints = fb_find_hints(text);
	bool all = sees_all(hints);

	if (f->rules && (all || fb_phrases_see(f->rules, text,
	    hints & FB_SEES_FIGURES)))
		hints |= FB_SEES_CUE;
	if (f->own && (all || fb_own_see(f->own, text)))
		hints |= FB_SEES_OWN;
	return hints & ~(unsigned)FB_SEES_FIGURES;
}

/* The finds of one look at text, with its masks walled off. */
static void
look(struct fb_masker *m, fb_str text, unsigned hints)
{
	m->finds.n = 0;
	if (!hints)
		return;
	fb_shade_cast(&m->finds.shade, text);
	for (size_t i = 0; i < m->n; i++)
		fb_shade_wall(&m->finds.shade, m->v[i].start, m->v[i].end);
	fb_find_all(&m->finds, hints);
}

static void
put_placeholder(struct fb_masker *m, struct fb_buf *out, fb_str kind)
{
	size_t start = out->n;

	fb_buf_addc(out, '[');
	fb_buf_add(out, kind);
	fb_buf_addc(out, ']');
	add(m, start, out->n, kind);
}

static void
count(struct fb_masker *m, const char *kind)
{
	for (size_t i = 0; m->counts && i < fb_nkinds; i++)
		if (!strcmp(fb_kinds[i], kind)) {
			m->counts[i]++;
			return;
		}
}

/* Write text into out, old masks and finds in order of place. */
static void
replace(struct fb_masker *m, fb_str text, struct fb_buf *out)
{
	size_t nold = m->n, at = 0, i = 0, k = 0;

	m->old = fb_grow(m->old, &m->old_cap, nold + 1, sizeof *m->old);
	if (nold)
		memcpy(m->old, m->v, nold * sizeof *m->old);
	out->n = m->n = 0;
	while (i < nold || k < m->finds.n) {
		bool old = k == m->finds.n ||
		    (i < nold && m->old[i].start < m->finds.v[k].start);
		size_t start = old ? m->old[i].start : m->finds.v[k].start;

		fb_buf_add(out, (fb_str){ text.p + at, start - at });
		if (old) {
			at = m->old[i].end;
			put_placeholder(m, out, m->old[i++].kind);
		} else {
			at = m->finds.v[k].end;
			count(m, m->finds.v[k].kind);
			put_placeholder(m, out, fb_cstr(m->finds.v[k++].kind));
		}
	}
	fb_buf_add(out, (fb_str){ text.p + at, text.n - at });
}

fb_str
fb_mask_words(struct fb_masker *m, fb_str text, unsigned hints,
    const char *field, fb_str raw)
{
	m->n = 0;
	keep_old(m, text, field, raw);
	/* An escape may have stood for anything; the words themselves say more. */
	if (sees_all(hints))
		hints = fb_mask_hints(m, text);
	for (int turn = 0; ; turn = !turn) {
		look(m, text, hints);
		if (!m->finds.n)
			return text;
		replace(m, text, &m->words[turn]);
		text = fb_buf_str(&m->words[turn]);
		hints = fb_mask_hints(m, text);
	}
}

void
fb_put_masks(struct fb_buf *b, const struct fb_masker *m, const char *field)
{
	for (size_t i = 0; i < m->n; i++) {
		if (b->p[b->n - 1] != '[')
			fb_buf_addc(b, ',');
		fb_buf_addc(b, '{');
		fb_put_text(b, "in", fb_cstr(field));
		fb_put_key(b, "span");
		fb_buf_addc(b, '[');
		fb_put_i128(b, (fb_i128)m->v[i].start);
		fb_buf_addc(b, ',');
		fb_put_i128(b, (fb_i128)m->v[i].end);
		fb_buf_addc(b, ']');
		fb_put_key(b, "kind");
		fb_buf_addc(b, '"');
		fb_buf_add(b, m->v[i].kind);
		fb_buf_adds(b, "\"}");
	}
}

void
fb_masker_release(struct fb_masker *m)
{
	fb_finds_release(&m->finds);
	free(m->v);
	free(m->old);
	fb_buf_release(&m->words[0]);
	fb_buf_release(&m->words[1]);
	*m = (struct fb_masker){0};
}
