/* pages.h - the delivered pages: is each printed word under its own id?
 *
 * Read from what `pdftotext -raw` says of a PDF: the words in the order they
 * were drawn, FF between pages. Compared without blanks, marks of direction
 * and emoji, which are pictures on a page. */
#ifndef FB_VERIFY_PAGES_H
#define FB_VERIFY_PAGES_H

#include "verify/case.h"

/* In front of each printed id stands, in marks of quotation, the text of a
 * quote of the stream with that id, whole or as far as a "[…]"; or behind it
 * the title and whole text of a letter, which page heads and feet may
 * interrupt. Words of a record anywhere else are a finding. nprinted: texts
 * that were compared. False when the file cannot be read. */
bool fb_verify_pages(struct fb_case *, const char *path, size_t *nprinted);

#endif
