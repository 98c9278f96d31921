/* book_follow.c - words under the ids that are followed up. */
#include "sheet/call.h"
#include "sheet/ledger.h"
#include "text/gate.h"
#include "verify/book_part.h"

/* Is it what the stream itself says of that id? */
static bool
is_saying(const struct fb_book_case *b, fb_str mark, fb_str words)
{
	size_t i = FB_NO_SAYING;

	while ((i = fb_saying_next(&b->sayings, mark, i)) != FB_NO_SAYING)
		if (fb_str_eq(b->sayings.v[i].text, words) ||
		    fb_str_eq(b->sayings.v[i].whole, words))
			return true;
	return false;
}

static void
take(struct fb_book_case *b, uint32_t words_col, uint32_t id_col)
{
	fb_str mark = fb_book_cell(b, 0), words = fb_book_cell(b, words_col);
	size_t n = fb_mark_len(mark);

	for (uint32_t i = 0; i < b->row.n; i++)
		if (i != words_col || !n)
			fb_book_stranger(b, i);
	if (!n || !words.n ||
	    fb_str_eq(words, fb_word(&b->words, "follow_withheld")))
		return;
	if (is_saying(b, (fb_str){ mark.p, n }, words))
		b->nprinted++;
	else
		fb_claims_add(b->c, &b->claims, fb_buf_str(&b->where),
		    fb_book_cell(b, id_col), words,
		    words.n >= FB_CELL_UNITS / 4);
}

void
fb_book_follow_row(struct fb_book_case *b)
{
	take(b, FB_F_WORDS, FB_F_ID);
}

void
fb_book_call_row(struct fb_book_case *b)
{
	take(b, FB_C_WORDS, FB_C_ID);
}
