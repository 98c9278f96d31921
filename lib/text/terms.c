/* terms.c - words, pairs of words, and pairs of characters. */
#include "base/utf8.h"
#include "text/terms.h"
#include "text/words.h"

struct walk {
	fb_term_visit *visit;
	void *ctx;
	fb_str word;            /* the one that is being read */
	fb_str before;          /* the word in front, when it makes a pair */
	fb_str joined;          /* the character in front, of a joined script */
	struct fb_buf pair;
};

static void
end_word(struct walk *w)
{
	if (!w->word.n)
		return;
	w->visit(w->ctx, w->word);
	if (w->before.n) {
		w->pair.n = 0;
		fb_buf_add(&w->pair, w->before);
		fb_buf_addc(&w->pair, ' ');
		fb_buf_add(&w->pair, w->word);
		w->visit(w->ctx, fb_buf_str(&w->pair));
	}
	w->before = w->word;
	w->word = (fb_str){0};
}

static void
end_run(struct walk *w)
{
	end_word(w);
	w->before = (fb_str){0};
}

static void
join(struct walk *w, fb_str c)
{
	end_run(w);
	if (w->joined.n)
		w->visit(w->ctx, (fb_str){ w->joined.p, w->joined.n + c.n });
	w->joined = c;
}

/* "don't" is a word; U+2019 is the same sign. */
static bool
inside_word(const struct walk *w, fb_str c, fb_str rest)
{
	size_t len;

	return w->word.n && rest.n > c.n &&
	    (fb_str_eq(c, FB_LIT("'")) || fb_str_eq(c, FB_LIT("\u2019"))) &&
	    fb_glyph(fb_utf8_next((fb_str){ rest.p + c.n, rest.n - c.n },
	    &len)) == FB_GLYPH_WORD;
}

/* Bytes of a mask at the start of s, "[phone]"; 0 without one. */
static size_t
mask(fb_str s)
{
	size_t n = 1;

	if (s.p[0] != '[')
		return 0;
	while (n < s.n && ((s.p[n] >= 'a' && s.p[n] <= 'z') || s.p[n] == '-'))
		n++;
	return n > 1 && n < s.n && s.p[n] == ']' ? n + 1 : 0;
}

static void
take(struct walk *w, fb_str c, fb_str rest, enum fb_glyph what)
{
	bool hyphen = fb_str_eq(c, FB_LIT("-"));

	if (what == FB_GLYPH_JOINED) {
		join(w, c);
		return;
	}
	w->joined = (fb_str){0};
	if (what == FB_GLYPH_WORD || inside_word(w, c, rest))
		w->word = (fb_str){ w->word.n ? w->word.p : c.p,
		    w->word.n + c.n };
	else if (what == FB_GLYPH_BLANK || hyphen)
		end_word(w);
	else
		end_run(w);
}

void
fb_terms_each(fb_str s, fb_term_visit *visit, void *ctx)
{
	struct walk w = { .visit = visit, .ctx = ctx };
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		fb_str rest = { s.p + i, s.n - i };
		uint32_t code = fb_utf8_next(rest, &len);
		size_t skip = w.word.n ? 0 : fb_reference(rest);

		if (!skip)
			skip = mask(rest);
		if (skip) {
			end_run(&w);
			len = skip;
		} else {
			take(&w, (fb_str){ rest.p, len }, rest, fb_glyph(code));
		}
	}
	end_run(&w);
	fb_buf_release(&w.pair);
}
