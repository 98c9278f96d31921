/* book_part.h - what the files about the workbook share; for verify/book*.c. */
#ifndef FB_VERIFY_BOOK_PART_H
#define FB_VERIFY_BOOK_PART_H

#include "base/ticket.h"
#include "pack/xlsx.h"
#include "present/words.h"
#include "verify/book.h"
#include "verify/claims.h"
#include "verify/sayings.h"
#include "verify/strangers.h"

enum { FB_BOOK_COLUMNS = 256 };

/* The row at hand: text of its cells, ends[i] behind the one of column i. */
struct fb_book_row {
	struct fb_buf text;
	size_t from[FB_BOOK_COLUMNS], len[FB_BOOK_COLUMNS];
	uint32_t n;             /* columns, as far as they say something */
};

struct fb_book_case {
	struct fb_case *c;
	struct fb_sayings sayings;
	struct fb_strangers strangers;
	struct fb_claims claims;
	struct fb_words words;
	const char *path, *sheet;
	struct fb_book_row row;
	struct fb_buf where;    /* "book.xlsx: Quotes row 3" */
	struct fb_buf mark;     /* of the words in parts */
	struct fb_buf parts;    /* so far, when more are to come */
	struct fb_ticket sha;   /* of the last words that were whole */
	struct fb_buf title;    /* of the letter that comes next */
	bool has_title;
	size_t nprinted;
};

/* What a cell of the row at hand says; "" for none. */
static inline fb_str
fb_book_cell(const struct fb_book_case *b, uint32_t col)
{
	if (col >= b->row.n || !b->row.len[col])
		return FB_LIT("");
	return (fb_str){ b->row.text.p + b->row.from[col], b->row.len[col] };
}

/* A cell that stands under no id. */
void fb_book_stranger(struct fb_book_case *, uint32_t col);
/* The words of a mark break off, if some are still to come. */
void fb_book_broken_off(struct fb_book_case *);
/* The row at hand, by its sheet. */
void fb_book_quotes_row(struct fb_book_case *);
void fb_book_summary_row(struct fb_book_case *);
void fb_book_letters_row(struct fb_book_case *);
void fb_book_follow_row(struct fb_book_case *);
void fb_book_call_row(struct fb_book_case *);

#endif
