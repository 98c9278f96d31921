/* book.c - the workbook row by row. */
#include <stdlib.h>

#include "base/ticket.h"
#include "pack/xlsx.h"
#include "present/words.h"
#include "sheet/quotes.h"
#include "sheet/summary.h"
#include "verify/book.h"
#include "verify/sayings.h"
#include "verify/strangers.h"

enum { COLUMNS = 256, ABOUT = 1, WORDS = 2 };

/* The row at hand: text of its cells, ends[i] behind the one of column i. */
struct row {
	struct fb_buf text;
	size_t from[COLUMNS], len[COLUMNS];
	uint32_t n;             /* columns, as far as they say something */
};

struct book {
	struct fb_case *c;
	struct fb_sayings sayings;
	struct fb_strangers strangers;
	struct fb_words words;
	const char *path, *sheet;
	struct row row;
	struct fb_buf where;    /* "book.xlsx: Quotes row 3" */
	struct fb_buf mark;     /* of the words in parts */
	struct fb_buf parts;    /* so far, when more are to come */
	struct fb_ticket sha;   /* of the last words that were whole */
	struct fb_buf title;    /* of the letter that comes next */
	bool has_title;
	size_t nprinted;
};

static fb_str
cell(const struct book *b, uint32_t col)
{
	if (col >= b->row.n || !b->row.len[col])
		return FB_LIT("");
	return (fb_str){ b->row.text.p + b->row.from[col], b->row.len[col] };
}

static const char *
take_cell(void *arg, const struct fb_xlsx_cell *x)
{
	struct book *b = arg;
	struct row *r = &b->row;

	if (x->col >= COLUMNS || !x->text.n)
		return NULL;
	r->from[x->col] = r->text.n;
	r->len[x->col] = x->text.n;
	fb_buf_add(&r->text, x->text);
	r->n = x->col >= r->n ? x->col + 1 : r->n;
	return NULL;
}

static void
stranger(struct book *b, uint32_t col)
{
	if (cell(b, col).n)
		fb_strangers_add(b->c, &b->strangers, fb_buf_str(&b->where),
		    cell(b, col));
}

static void
broken_off(struct book *b)
{
	if (b->parts.n)
		fb_finding_add(&b->c->found, fb_buf_str(&b->where),
		    "the words of %s break off", fb_buf_cstr(&b->mark));
	b->parts.n = 0;
}

/* The saying of this mark that text is, or, with begins, begins. */
static const struct fb_saying *
find(const struct book *b, fb_str mark, fb_str text, bool letter, bool begins)
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
tell_other(struct book *b, fb_str mark, fb_str text, bool letter)
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
take_words(struct book *b, fb_str mark, fb_str words, bool letter)
{
	const struct fb_saying *s;

	if (b->parts.n && !fb_str_eq(fb_buf_str(&b->mark), mark))
		broken_off(b);
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

/* The full id stands last but one, the digest of the whole quote last. */
static void
quotes_row(struct book *b)
{
	uint32_t last = b->row.n - 1;
	fb_str mark = mark_at(cell(b, FB_Q_RECORD)), id, digest;
	const struct fb_saying *s;
	unsigned char d[32];

	if (!mark.n || last < FB_Q_DIGEST) {
		for (uint32_t i = 0; i < b->row.n; i++)
			stranger(b, i);
		return;
	}
	id = cell(b, last - (FB_Q_DIGEST - FB_Q_ID));
	digest = cell(b, last);
	s = take_words(b, mark, cell(b, last - (FB_Q_DIGEST - FB_Q_WORDS)),
	    false);
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
static void
summary_row(struct book *b)
{
	fb_str mark = mark_at(cell(b, FB_SUM_RECORD));
	fb_str words = cell(b, FB_SUM_QUOTE);

	for (uint32_t i = 0; i < b->row.n; i++)
		if (!mark.n || i != FB_SUM_QUOTE)
			stranger(b, i);
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

static void
letters_row(struct book *b)
{
	fb_str mark = mark_in(cell(b, ABOUT)), words = cell(b, WORDS);
	bool begins = !b->parts.n;
	const struct fb_saying *s;

	if (!mark.n) {
		stranger(b, 0);
		stranger(b, ABOUT);
		b->title.n = 0;
		fb_buf_add(&b->title, words);
		b->has_title = words.n > 0;
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

static void
other_row(struct book *b)
{
	for (uint32_t i = 0; i < b->row.n; i++)
		stranger(b, i);
}

static const char *
end_row(void *arg, uint32_t row)
{
	static const struct {
		const char *sheet;
		void (*take)(struct book *);
	} kinds[] = { { "Quotes", quotes_row }, { "Summary", summary_row },
	    { "Letters", letters_row }, { NULL, other_row } };
	struct book *b = arg;
	size_t k = 0;

	b->where.n = 0;
	fb_buf_printf(&b->where, "%s: sheet %s row %u", b->path, b->sheet,
	    row + 1);
	while (kinds[k].sheet && strcmp(kinds[k].sheet, b->sheet))
		k++;
	if (b->row.n)
		kinds[k].take(b);
	b->row.text.n = b->row.n = 0;
	memset(b->row.len, 0, sizeof b->row.len);
	return NULL;
}

static const char *
read_sheets(struct book *b, struct fb_xlsx *x)
{
	struct fb_xlsx_sink sink = { b, take_cell, end_row };
	const char *why = NULL;

	for (size_t i = 0; i < x->nsheets && !why; i++) {
		b->sheet = x->sheets[i].name;
		why = fb_xlsx_read(x, i, &sink);
		broken_off(b);
		if (b->has_title && !why)
			fb_finding_add(&b->c->found, fb_buf_str(&b->where),
			    "words stand here under no id");
		b->has_title = false;
	}
	return why;
}

bool
fb_verify_book(struct fb_case *c, const char *path, size_t *nprinted,
    struct fb_buf *why)
{
	struct book b = { .c = c, .path = path };
	struct fb_xlsx x = {0};
	const char *no = fb_words_open(&b.words, c->locale);

	fb_sayings_read(c, &b.sayings);
	fb_sayings_whole(c, &b.sayings);
	if (!no)
		no = fb_xlsx_open(&x, path);
	if (!no)
		no = read_sheets(&b, &x);
	if (no)
		fb_buf_adds(why, no);
	else
		fb_strangers_find(c, &b.strangers);
	*nprinted += b.nprinted;
	fb_xlsx_close(&x);
	fb_words_release(&b.words);
	fb_strangers_release(&b.strangers);
	free(b.sayings.v);
	fb_buf_release(&b.row.text);
	fb_buf_release(&b.where);
	fb_buf_release(&b.mark);
	fb_buf_release(&b.parts);
	fb_buf_release(&b.title);
	return !no;
}
