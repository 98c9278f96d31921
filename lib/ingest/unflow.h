/* unflow.h - plain text of a mail, with its lines as the writer meant them.
 *
 * Private to this room. */
#ifndef FB_INGEST_UNFLOW_H
#define FB_INGEST_UNFLOW_H

#include "base/str.h"

/* Append s with LF for CRLF and CR. With flowed, lines that end in a blank go on
 * in the next of the same quote depth, and a blank that was stuffed in front of
 * a line goes (RFC 3676); with delsp the blank at the end goes too. */
void fb_put_unflowed(struct fb_buf *, fb_str s, bool flowed, bool delsp);

#endif
