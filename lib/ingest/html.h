/* html.h - the words of an HTML text, as a person reads them.
 *
 * The only door to libxml2's HTML parser, which is used as a stream of events:
 * no tree is built, and nothing here recurses. What becomes of it:
 *   blanks        runs of them are one, but in <pre>
 *   blocks        begin a line; paragraphs, headings, lists and tables stand
 *                 between empty lines; <br> ends a line, <hr> parts paragraphs
 *   lists         "- " or "1. " in front, two blanks deeper in a list in a list
 *   table cells   parted by a blank
 *   links         the words, then the address in angle brackets unless it says
 *                 the same; only http, https and ftp
 *   images        their alternative text
 *   blockquote    "> " in front of each line, as in plain mail
 *   not shown     head, script, style, template, svg, what is hidden
 * Elements that stand deeper than 256 are read for their words alone. */
#ifndef FB_INGEST_HTML_H
#define FB_INGEST_HTML_H

#include "base/str.h"

/* Append the text of a document or of a piece of one, without a line end behind
 * it. html is UTF-8, whatever its <meta> says; ill-formed bytes become U+FFFD,
 * and their places are counted and given; NUL is dropped. */
size_t fb_html_text(struct fb_buf *, fb_str html);

#endif
