/* book_words.c - words under the ids of a workbook. */
#include "sheet/quotes.h"
#include "sheet/summary.h"
#include "verify/book_part.h"

enum { ABOUT = 1, WORDS = 2 };

void
fb_book_stranger(struct fb_book_case *b, uint32_t col)
{
	if (fb_book_cell(b, col).n)
		fb_strangers_add(b->c, &b->strangers, fb_buf_str(&b->where),
		    fb_book_cell(b, col));
}

void
fb_book_broken_off(struct fb_book_case *b)
{
	if (b->parts.n)
		fb_finding_add(&b->c->found, fb_buf_str(&b->where),
		    "the words of %s break off", fb_buf_cstr(&b->mark));
	b->parts.n = 0;
}

/* The saying of this mark that text is, or, with begins, begins. */
static const struct fb_saying *
find(const struct fb_book_case *b, fb_str mark, fb_str text, bool letter, bool begins)
{
	size_t i = FB_NO_SAYING;

	while ((i = fb_saying_next(&b->sayings, mark, i)) != FB_NO_SAYING) {
		const struct fb_saying *s = &b->sayings.v[i];

		if (s->letter == letter && (fb_str_eq(s->text, text) ||
		    (s->whole.n && fb_str_eq(s->whole, text)) ||
		    (begins && (fb_str_starts(s->text, text) ||
		    fb_str_starts(s->whole, text)))))
			return s;
	}
	return NULL;
}

/* Why words beside a mark are not those of a saying. */
static void
tell_other(struct fb_book_case *b, fb_str mark, fb_str text, bool letter)
{
	fb_str where = fb_buf_str(&b->where);
	size_t i = FB_NO_SAYING, at = 0;

	while ((i = fb_saying_next(&b->sayings, mark, i)) != FB_NO_SAYING) {
		const struct fb_saying *one = &b->sayings.v[i];
		size_t differs = fb_differ_at(one->whole.n > one->text.n ?
		    one->whole : one->text, text);

		if (b->sayings.v[i].letter == letter && differs > at)
			at = differs;
	}
	if (at)
		fb_finding_add(&b->c->found, where, "byte %zu of the words of "
		    "%.*s differs", at, (int)mark.n, mark.p);
	else
		fb_finding_add(&b->c->found, where, "%.*s is not in the stream",
		    (int)mark.n, mark.p);
}

/* Words under a mark; they may go on in the next row. The saying when they are
 * whole, else NULL. */
static const struct fb_saying *
take_words(struct fb_book_case *b, fb_str mark, fb_str words, bool letter)
{
	const struct fb_saying *s;

	if (b->parts.n && !fb_str_eq(fb_buf_str(&b->mark), mark))
		fb_book_broken_off(b);
	b->mark.n = 0;
	fb_buf_add(&b->mark, mark);
	fb_buf_add(&b->parts, words);
	s = find(b, mark, fb_buf_str(&b->parts), letter, false);
	if (!s && words.n &&
	    find(b, mark, fb_buf_str(&b->parts), letter, true))
		return NULL;
	if (!s)
		tell_other(b, mark, fb_buf_str(&b->parts), letter);
	b->nprinted += s != NULL;
	b->sha = fb_sha256(fb_buf_str(&b->parts));
	b->parts.n = 0;
	return s;
}

static fb_str
mark_at(fb_str s)
{
	return (fb_str){ s.p, fb_mark_len(s) };
}

/* Is the cell the translation of a saying of the mark? It holds all of it, or,
 * of a letter and of one that is too long, a part. */
static void
check_translation(struct fb_book_case *b, fb_str mark, fb_str cell, bool letter)
{
	size_t i = FB_NO_SAYING;

	while ((i = fb_saying_next(&b->sayings, mark, i)) != FB_NO_SAYING) {
		const struct fb_saying *s = &b->sayings.v[i];

		if (s->letter == letter && (fb_str_eq(s->translation, cell) ||
		    ((letter || s->translation.n > FB_CELL_UNITS) &&
		    fb_text_holds(s->translation, cell))))
			return;
	}
	fb_finding_add(&b->c->found, fb_buf_str(&b->where), "the translation is "
	    "not that of %.*s", (int)mark.n, mark.p);
}

/* The full id stands last but one, the digest of the whole quote last. */
void
fb_book_quotes_row(struct fb_book_case *b)
{
	uint32_t last = b->row.n - 1;
	fb_str mark = mark_at(fb_book_cell(b, FB_Q_RECORD)), id, digest;
	fb_str words, other;
	const struct fb_saying *s;
	unsigned char d[32];

	if (!mark.n || last < FB_Q_DIGEST) {
		for (uint32_t i = 0; i < b->row.n; i++)
			fb_book_stranger(b, i);
		return;
	}
	id = fb_book_cell(b, last - (FB_Q_DIGEST - FB_Q_ID));
	digest = fb_book_cell(b, last);
	words = fb_book_cell(b, last - (FB_Q_DIGEST - FB_Q_WORDS));
	other = fb_book_cell(b, last - (FB_Q_DIGEST - FB_Q_TRANSLATION));
	if (other.n)
		check_translation(b, mark, other, false);
	s = words.n || !other.n ? take_words(b, mark, words, false) : NULL;
	if (!s)
		return;
	if (!fb_str_eq(s->id, id))
		fb_finding_add(&b->c->found, fb_buf_str(&b->where),
		    "the full id is not that of %.*s", (int)mark.n, mark.p);
	if (digest.n != 64 || !fb_parse_hex(digest, d, 32) ||
	    memcmp(d, b->sha.d, 32))
		fb_finding_add(&b->c->found, fb_buf_str(&b->where),
		    "the digest is not that of the words of %.*s", (int)mark.n,
		    mark.p);
}

/* Without the marks that say where a record goes on. */
static fb_str
between_marks(fb_str s)
{
	fb_str mark = FB_LIT(FB_GOES_ON);

	if (fb_str_starts(s, mark))
		s = fb_str_trim((fb_str){ s.p + mark.n, s.n - mark.n });
	if (s.n > mark.n && !memcmp(s.p + s.n - mark.n, mark.p, mark.n))
		s = fb_str_trim((fb_str){ s.p, s.n - mark.n });
	return s;
}

/* Beside a number: the first part of a quote, or that it stands above. */
void
fb_book_summary_row(struct fb_book_case *b)
{
	fb_str mark = mark_at(fb_book_cell(b, FB_SUM_RECORD));
	fb_str words = fb_book_cell(b, FB_SUM_QUOTE);

	for (uint32_t i = 0; i < b->row.n; i++)
		if (!mark.n || i != FB_SUM_QUOTE)
			fb_book_stranger(b, i);
	if (!mark.n || fb_str_eq(words, fb_word(&b->words, "sheet_above")))
		return;
	if (find(b, mark, words, false, words.n >= FB_CELL_UNITS / 4) ||
	    find(b, mark, between_marks(words), false, false))
		b->nprinted++;
	else
		tell_other(b, mark, words, false);
}

/* Where the mark stands in what is said about a letter: in its last line. */
static fb_str
mark_in(fb_str about)
{
	for (size_t i = about.n; i-- > 0; )
		if (about.p[i] == '#')
			return mark_at((fb_str){ about.p + i, about.n - i });
	return (fb_str){ about.p, 0 };
}

void
fb_book_letters_row(struct fb_book_case *b)
{
	fb_str mark = mark_in(fb_book_cell(b, ABOUT)), words = fb_book_cell(b, WORDS);
	bool begins = !b->parts.n;
	const struct fb_saying *s;

	if (!mark.n) {
		fb_book_stranger(b, 0);
		fb_book_stranger(b, ABOUT);
		b->title.n = 0;
		fb_buf_add(&b->title, words);
		b->has_title = words.n > 0;
		return;
	}
	if (fb_str_starts(fb_book_cell(b, ABOUT), fb_word(&b->words,
	    "translation"))) {
		fb_book_broken_off(b);
		check_translation(b, mark, words, true);
		return;
	}
	s = find(b, mark, words, true, true);
	if (begins && s && !fb_str_eq(s->title, fb_buf_str(&b->title)))
		fb_finding_add(&b->c->found, fb_buf_str(&b->where),
		    "the title is not that of %.*s", (int)mark.n, mark.p);
	b->title.n = 0;
	b->has_title = false;
	take_words(b, mark, words, true);
}
