/* book.h - the delivered workbook: is each printed word under its own id? */
#ifndef FB_VERIFY_BOOK_H
#define FB_VERIFY_BOOK_H

#include "verify/case.h"

/* Sheets Quotes, Summary and Letters by their printed ids: the words beside an
 * id are exactly those of a quote or letter of the stream, parts of a long text
 * joined; full id and digest go with them. On Quotes they may be all words of the
 * record that the quote is a part of. Sheets Follow-up and Call list have words of
 * their own under full ids: they are those of the record. Words of a record anywhere else are
 * a finding. nprinted: texts that were compared. False when the file cannot be
 * read, and why. */
bool fb_verify_book(struct fb_case *, const char *path, size_t *nprinted,
    struct fb_buf *why);

#endif
