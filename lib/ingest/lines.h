/* lines.h - physical lines of an export, and the bytes of the row so far.
 *
 * Private to this room. LF, CR and CRLF each end a line. The window keeps all
 * bytes from row on, so that a row can be given whole or gone through again. */
#ifndef FB_INGEST_LINES_H
#define FB_INGEST_LINES_H

#include "ingest/bytes.h"

/* Where a byte occurs next in the window, found once. */
struct fb_seek {
	char byte;
	size_t hit;  /* SIZE_MAX: not in what was seen */
	size_t seen; /* bytes of the window searched */
};

struct fb_physical {
	struct fb_bytes in;
	struct fb_buf win; /* bytes read; row is kept, at is next */
	size_t row, at;
	struct fb_seek lf, cr;
	size_t max;        /* bytes that may be kept */
	size_t n;          /* lines passed */
	uint64_t gone;     /* bytes of the file in front of the window */
	uint64_t begin;    /* gone where the spool begins */
	bool eof;
	bool held;         /* nothing is read, and nothing forgotten */
};

/* Reasons: more than max bytes are kept; more is wanted than is held. */
extern const char fb_physical_full[], fb_physical_held[];

/* All: NULL, or what is wrong; see ingest/bytes.h. */
const char *fb_physical_open(struct fb_physical *, const char *path, size_t max);
/* The same of a descriptor with UTF-8, which is closed with it. */
const char *fb_physical_start(struct fb_physical *, int fd, size_t max);
/* At least want bytes behind at, unless the input ends before. */
const char *fb_physical_ahead(struct fb_physical *, size_t want);
/* Pass one line: its bytes, in *whole whether it has a line end. Empty at the
 * end of the input. Borrowed until the next call. */
const char *fb_physical_next(struct fb_physical *, fb_str *line, bool *whole);
/* Back to where at was, n lines from the start. */
void fb_physical_back(struct fb_physical *, size_t at, size_t n);
/* Which byte of the unpacked file stands at the window's byte at. False where
 * the encoding does not tell. */
bool fb_physical_offset(const struct fb_physical *, size_t at, uint64_t *);
/* Before anything is passed: the input is in that encoding. */
const char *fb_physical_recode(struct fb_physical *, const char *encoding);
/* Write what is left to an unlinked file and read it from there; and back to
 * where that began, n lines from the start. */
const char *fb_physical_spool(struct fb_physical *);
const char *fb_physical_rewind(struct fb_physical *, size_t n);
/* Everything that is left into the window, at most max bytes. */
const char *fb_physical_all(struct fb_physical *);
void fb_physical_close(struct fb_physical *);
static inline bool
fb_is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

#endif
