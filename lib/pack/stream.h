/* stream.h - the bytes of an input, whether it came compressed or not.
 *
 * The first bytes tell: gzip, zstd, xz, bzip2, a zip or (packed or not) a tar
 * archive, or anything else, which is read as it is with read(2). Of an archive
 * the first file is read; a second one is an error unless `each` says that the
 * files will be asked for one by one. A name's ending
 * means nothing. Everything streams: memory does not grow with the text, so a
 * compression bomb is only a long input. A stream that is torn or whose
 * checksum is wrong gives its reason at the latest where the end would have
 * been; what was read before is then not to be trusted as a whole. */
#ifndef FB_PACK_STREAM_H
#define FB_PACK_STREAM_H

#include "base/str.h"

enum { FB_STREAM_BLOCK = 256 * 1024 }; /* a good cap for fb_stream_read() */

enum fb_packing {
	FB_PLAIN,
	FB_GZIP,
	FB_ZSTD,
	FB_XZ,
	FB_BZIP2,
	FB_ZIP, /* also a workbook: see fb_xlsx_is() in pack/xlsx.h */
};

struct archive;
struct fb_gzip;

struct fb_stream {
	int fd;
	enum fb_packing packing;
	char *raw;           /* owned: bytes as they stand in the file */
	size_t at, n;        /* those not used yet are raw[at .. n) */
	struct fb_gzip *gzip;
	struct archive *ar;
	bool over;
	bool files;          /* it is a zip or tar archive ... */
	bool each;           /* ... whose files are asked for; set by the caller */
	struct fb_buf name;  /* of the file in the archive that is read */
	char *ahead;         /* owned: gzip's first bytes, unpacked */
	size_t nahead;
	const char *late;    /* what was wrong behind them */
	struct fb_buf why;
};

/* NULL or "-" is standard input. NULL, or what went wrong (errno says why when
 * it is not 0). After a failure fb_stream_close() is still to be called. */
const char *fb_stream_open(struct fb_stream *, const char *path);
/* The same for a descriptor, which the stream closes unless it is 0. */
const char *fb_stream_start(struct fb_stream *, int fd);
/* The next 1 to cap bytes; *got == 0 is the end, a whole and checked one.
 * NULL, or what is wrong, borrowed until close. */
const char *fb_stream_read(struct fb_stream *, char *buf, size_t cap, size_t *got);
/* The next file of an archive, of the one read so far what is left is passed;
 * *got is false when there is none, as in what is no archive. */
const char *fb_stream_next(struct fb_stream *, bool *got);
void fb_stream_close(struct fb_stream *);

#endif
