/* masks.c - what masking must keep, over texts made at random.
 *
 * usage: masks RULES-FOLDER TEXTS
 * A text is a row of fragments: personal data, placeholders, words that rules
 * begin at, tricks of writing, and pieces of all these cut at code points. Of
 * each: what came out is UTF-8; masks ascend, are disjoint and read as their
 * placeholders; the bytes between them are the text's own, in its order;
 * masking once more, with its masks and in another masker, changes nothing; the
 * quick look at it, plain and as written in JSON, misses nothing that a look
 * for everything finds. */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "record/json.h"
#include "redact/mask.h"

static const char *const pieces[] = {
	"joe@example.com", "joe at gmail.com", "иван@пример.рф", "@jo_2", "@",
	"https://example.com/u?a=b@c.de", "www.x.org/y", "example.com/joe",
	"+49 151 12345678", "(212) 555-0123 x12", "020 7946 0958", "212-555-0123",
	"4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "192.168.1.20",
	"2001:db8::1:2", "aa:bb:cc:dd:ee:f0", "109-99-6000", "AZ 12 34 56 A",
	"401-023-2137", "8001015009087", "X1234567L", "44051401359",
	"SW1A 1AA", "02540-4119", "MA 02540", "12 High Street, London",
	"Hauptstraße 12, 80331 München", "12 rue de la Paix", "Calle Mayor 5",
	"Dear John,", "\nKind regards,\nMary O'Brien", "my name is joe bloggs",
	"spoke to Šárka van der Berg", "Mr. T. Smith", "mein Name ist Jürgen",
	"born on 4 June 1976", "DOB: 02.12.1979", "order no. 445-12345",
	"booking reference AB12345", "PLZ 80331", "passport CD7654321",
	"[EMAIL]", "[NAME]", "[", "]", "王小明", "电话13812345678", "٠٥٥٦٦٢١٢٩٧",
	"４１１１", "＠", "．", "\xe2\x80\x8b", "\xc2\xad", "\xc2\xa0", "\xe2\x80\x91", "\xe2\x80\xae", "😀",
	"👨\xe2\x80\x8d👩", "e\xcc\x81", " ", " ", " ", "\n", ". ", ", ", "-",
	"0", "7", "a", "Z", "é", "\\", "\"", "\t", ":", "/", "12", "2019", "joe",
	"Ottová", "Doe",
};
enum { PIECES = sizeof pieces / sizeof *pieces, LONGEST = 12 };

static struct fb_phrases rules;
static struct fb_own own;
static size_t masked;

static uint64_t
next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static size_t
below(uint64_t *state, size_t n)
{
	return (size_t)(next(state) >> 11) % n;
}

/* All of a piece, or what stands in front or behind one of its code points. */
static void
put_piece(struct fb_buf *b, uint64_t *state)
{
	fb_str p = fb_cstr(pieces[below(state, PIECES)]);
	size_t cut = below(state, p.n + 1);

	while (cut < p.n && ((unsigned char)p.p[cut] & 0xC0) == 0x80)
		cut++;
	switch (below(state, 8)) {
	case 0:
		fb_buf_add(b, (fb_str){ p.p, cut });
		break;
	case 1:
		fb_buf_add(b, (fb_str){ p.p + cut, p.n - cut });
		break;
	default:
		fb_buf_add(b, p);
	}
}

static const char *
check_masks(const struct fb_masker *m, fb_str old, fb_str new)
{
	size_t at = 0, from = 0;

	for (size_t i = 0; i <= m->n; i++) {
		size_t start = i < m->n ? m->v[i].start : new.n;
		fb_str kind = i < m->n ? m->v[i].kind : (fb_str){ "", 0 };
		size_t n = start - at;

		if (start < at || start > new.n)
			return "masks overlap or leave the text";
		/* What stands between two masks stands in the text, in order. */
		while (from + n <= old.n && memcmp(old.p + from, new.p + at, n))
			from++;
		if (from + n > old.n || (!i && from) ||
		    (i == m->n && memcmp(old.p + old.n - n, new.p + at, n)))
			return "bytes outside the masks changed";
		from += n;
		if (i == m->n)
			break;
		if (m->v[i].end != start + kind.n + 2 || new.p[start] != '[' ||
		    memcmp(new.p + start + 1, kind.p, kind.n) ||
		    new.p[start + kind.n + 1] != ']')
			return "a mask does not read as its placeholder";
		at = m->v[i].end;
	}
	return NULL;
}

static void
ready(struct fb_masker *m)
{
	m->finds.rules = &rules;
	m->finds.own = &own;
}

static void
put_all(struct fb_buf *b, const struct fb_masker *m)
{
	b->n = 0;
	fb_buf_addc(b, '[');
	fb_put_masks(b, m, "text");
	fb_buf_addc(b, ']');
}

static void
find(struct fb_finds *f, fb_str text, unsigned hints)
{
	f->rules = &rules;
	f->own = &own;
	fb_shade_cast(&f->shade, text);
	fb_find_all(f, hints);
}

static bool
same_finds(const struct fb_finds *a, const struct fb_finds *b)
{
	bool same = a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = a->v[i].start == b->v[i].start &&
		    a->v[i].end == b->v[i].end && a->v[i].kind == b->v[i].kind;
	return same;
}

/* Do hints of text lead to all that stands in it? */
static bool
suffice(struct fb_masker *m, fb_str seen, fb_str text)
{
	static struct fb_finds quick, all;
	unsigned hints = fb_mask_hints(m, seen);

	if ((hints & FB_SEES_ALL) == FB_SEES_ALL)
		hints = fb_mask_hints(m, text);
	find(&quick, text, hints);
	find(&all, text, FB_SEES_ALL | FB_SEES_CUE | FB_SEES_OWN);
	return same_finds(&quick, &all);
}

static const char *
check_hints(struct fb_masker *m, fb_str text)
{
	static struct fb_buf json;

	json.n = 0;
	fb_put_json(&json, text);
	return suffice(m, text, text) && suffice(m, (fb_str){ json.p + 1,
	    json.n - 2 }, text) ? NULL : "the quick look misses something";
}

static const char *
judge(struct fb_masker *m, fb_str text)
{
	struct fb_masker fresh = {0};
	struct fb_buf masks = {0}, again = {0}, first = {0};
	const char *why;
	fb_str out = fb_mask_words(m, text, FB_SEES_ALL, "text", FB_LIT("[]")), twice;

	fb_buf_add(&first, out);
	out = fb_buf_str(&first);
	put_all(&masks, m);
	masked += m->n;
	if (!fb_utf8_valid(out))
		why = "a code point was cut";
	else if (!(why = check_masks(m, text, out)))
		why = check_hints(m, text);
	ready(&fresh);
	twice = fb_mask_words(&fresh, out, FB_SEES_ALL, "text", fb_buf_str(&masks));
	put_all(&again, &fresh);
	if (!why && (!fb_str_eq(twice, out) ||
	    !fb_str_eq(fb_buf_str(&again), fb_buf_str(&masks))))
		why = "a second masking changes something";
	twice = fb_mask_words(&fresh, text, FB_SEES_ALL, "text", FB_LIT("[]"));
	if (!why && !fb_str_eq(twice, out))
		why = "what was masked before makes a difference";
	fb_masker_release(&fresh);
	fb_buf_release(&masks);
	fb_buf_release(&again);
	fb_buf_release(&first);
	return why;
}

static size_t
run(size_t texts)
{
	uint64_t state = 88172645463325252u;
	struct fb_masker m = {0};
	struct fb_buf text = {0};
	size_t wrong = 0;

	ready(&m);
	for (size_t i = 0; i < texts; i++) {
		const char *why;

		text.n = 0;
		for (size_t k = below(&state, LONGEST) + 1; k-- > 0; ) {
			put_piece(&text, &state);
			if (below(&state, 2))
				fb_buf_addc(&text, ' ');
		}
		why = judge(&m, fb_buf_str(&text));
		if (why && ++wrong <= 10)
			fprintf(stderr, "masks: %s: %s\n", why, fb_buf_cstr(&text));
	}
	fb_masker_release(&m);
	fb_buf_release(&text);
	return wrong;
}

int
main(int argc, char **argv)
{
	const char *at, *why;
	size_t line, wrong, texts = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;

	why = argc > 2 ? fb_phrases_folder(&rules, argv[1], &line, &at) : "usage";
	if (why) {
		fprintf(stderr, "masks: %s\n", why);
		return 2;
	}
	fb_own_add(&own, &rules, FB_LIT("Šárka Ottová"));
	fb_own_add(&own, &rules, FB_LIT("joe.doe@example.com"));
	fb_own_add(&own, &rules, FB_LIT("王小明"));
	wrong = run(texts);
	printf("texts: %zu, masks: %zu, wrong: %zu\n", texts, masked, wrong);
	fb_phrases_release(&rules);
	fb_own_release(&own);
	return wrong != 0;
}
