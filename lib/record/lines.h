/* lines.h - the operands as one run of lines.
 *
 * Private to this room: the half of the reader that knows no JSON. */
#ifndef FB_RECORD_LINES_H
#define FB_RECORD_LINES_H

#include "record/reader.h"

/* The next line of r without its LF, borrowed until the next call; *torn when
 * the file ended without one. false behind the last line of the last file. */
bool fb_lines_next(struct fb_reader *r, fb_str *line, bool *torn);

#endif
