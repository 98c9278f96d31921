/* stream.c - plain and compressed input, by its first bytes. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "pack/gzip.h"
#include "pack/magic.h"
#include "pack/stream.h"

static ssize_t
read_fd(int fd, char *buf, size_t cap)
{
	ssize_t n;

	do
		n = read(fd, buf, cap);
	while (n < 0 && errno == EINTR);
	return n;
}

/* Bytes into raw until there are enough to tell, or no more. */
static const char *
peek(struct fb_stream *s)
{
	while (s->n < FB_MAGIC) {
		ssize_t n = read_fd(s->fd, s->raw + s->n,
		                    FB_STREAM_BLOCK - s->n);

		if (n < 0)
			return "cannot be read";
		if (n == 0)
			break;
		s->n += (size_t)n;
	}
	return NULL;
}

/* What libarchive says, in one line. */
static const char *
archive_reason(struct fb_stream *s)
{
	const char *said = archive_error_string(s->ar);

	errno = 0;
	s->why.n = 0;
	fb_buf_printf(&s->why, "the compressed data cannot be read: %s",
	              said ? said : "it is damaged");
	return fb_buf_cstr(&s->why);
}

static la_ssize_t
feed(struct archive *ar, void *data, const void **block)
{
	struct fb_stream *s = data;
	ssize_t n = (ssize_t)(s->n - s->at);

	*block = s->raw + s->at;
	s->at = s->n = 0;
	if (n == 0) {
		*block = s->raw;
		n = read_fd(s->fd, s->raw, FB_STREAM_BLOCK);
	}
	if (n < 0)
		archive_set_error(ar, errno, "%s", strerror(errno));
	return n;
}

static la_int64_t
seek(struct archive *ar, void *data, la_int64_t off, int whence)
{
	struct fb_stream *s = data;
	off_t to = lseek(s->fd, off, whence);

	(void)ar;
	if (to < 0)
		return ARCHIVE_FATAL;
	s->at = s->n = 0;
	return to;
}

/* The next file of the archive that a person put there. */
static int
next_member(struct archive *ar)
{
	struct archive_entry *e;
	int rc;

	while ((rc = archive_read_next_header(ar, &e)) == ARCHIVE_OK) {
		const char *name = archive_entry_pathname(e);

		if (archive_entry_filetype(e) == AE_IFREG &&
		    !(name && !strncmp(name, "__MACOSX/", 9)))
			break;
	}
	return rc;
}

/* A zip file must be whole; from a pipe its directory cannot come first. */
static void
admit(struct archive *ar, enum fb_packing packing, bool can_seek)
{
	if (packing == FB_ZIP && can_seek) {
		archive_read_support_format_zip_seekable(ar);
		return;
	}
	if (packing == FB_ZIP) {
		archive_read_support_format_zip_streamable(ar);
		return;
	}
	archive_read_support_format_raw(ar);
	archive_read_support_format_empty(ar);
	if (packing == FB_ZSTD)
		archive_read_support_filter_zstd(ar);
	else if (packing == FB_XZ)
		archive_read_support_filter_xz(ar);
	else
		archive_read_support_filter_bzip2(ar);
}

static const char *
open_archive(struct fb_stream *s)
{
	bool can_seek = lseek(s->fd, 0, SEEK_CUR) >= 0;
	int rc;

	s->ar = archive_read_new();
	if (!s->ar)
		return "out of memory";
	admit(s->ar, s->packing, can_seek);
	archive_read_set_read_callback(s->ar, feed);
	if (can_seek)
		archive_read_set_seek_callback(s->ar, seek);
	archive_read_set_callback_data(s->ar, s);
	if (archive_read_open1(s->ar) != ARCHIVE_OK)
		return archive_reason(s);
	rc = next_member(s->ar);
	if (s->packing != FB_ZIP &&
	    archive_filter_code(s->ar, 0) == ARCHIVE_FILTER_NONE)
		return "the compressed data is torn at its beginning";
	if (rc == ARCHIVE_EOF && s->packing == FB_ZIP)
		return "is a zip archive without a file";
	if (rc == ARCHIVE_EOF)
		s->over = true;
	return rc == ARCHIVE_OK || rc == ARCHIVE_EOF ? NULL : archive_reason(s);
}

const char *
fb_stream_start(struct fb_stream *s, int fd)
{
	const char *why;

	*s = (struct fb_stream){ .fd = fd };
	s->raw = fb_zalloc(FB_STREAM_BLOCK, 1);
	why = peek(s);
	if (why)
		return why;
	s->packing = fb_packing_of((fb_str){ s->raw, s->n });
	if (s->packing == FB_GZIP)
		s->gzip = fb_gzip_new();
	else if (s->packing != FB_PLAIN)
		return open_archive(s);
	return NULL;
}

const char *
fb_stream_open(struct fb_stream *s, const char *path)
{
	int fd = STDIN_FILENO;

	if (path && strcmp(path, "-"))
		fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0)
		return fb_stream_start(s, fd);
	*s = (struct fb_stream){ .fd = -1 };
	return "cannot be opened";
}

static const char *
read_plain(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	size_t left = s->n - s->at;
	ssize_t n;

	if (left) {
		*got = left < cap ? left : cap;
		memcpy(buf, s->raw + s->at, *got);
		s->at += *got;
		return NULL;
	}
	n = read_fd(s->fd, buf, cap);
	if (n < 0)
		return "cannot be read";
	*got = (size_t)n;
	return NULL;
}

static const char *
read_gzip(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	for (;;) {
		fb_str in = { s->raw + s->at, s->n - s->at };
		const char *why = fb_gzip_step(s->gzip, &in, buf, cap, got);
		ssize_t n;

		s->at = s->n - in.n;
		errno = 0;
		if (why || *got)
			return why;
		n = read_fd(s->fd, s->raw, FB_STREAM_BLOCK);
		if (n < 0)
			return "cannot be read";
		if (n == 0)
			return fb_gzip_end(s->gzip);
		s->at = 0;
		s->n = (size_t)n;
	}
}

static const char *
read_archive(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	la_ssize_t n = archive_read_data(s->ar, buf, cap);
	int rc;

	if (n > 0)
		*got = (size_t)n;
	if (n > 0)
		return NULL;
	if (n < 0)
		return archive_reason(s);
	rc = next_member(s->ar);
	errno = 0;
	if (rc == ARCHIVE_OK)
		return "is a zip archive with several files; unpack it first";
	return rc == ARCHIVE_EOF ? NULL : archive_reason(s);
}

const char *
fb_stream_read(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	const char *why;

	*got = 0;
	if (s->over)
		return NULL;
	if (s->gzip)
		why = read_gzip(s, buf, cap, got);
	else if (s->ar)
		why = read_archive(s, buf, cap, got);
	else
		why = read_plain(s, buf, cap, got);
	s->over = !why && !*got;
	return why;
}

void
fb_stream_close(struct fb_stream *s)
{
	archive_read_free(s->ar);
	fb_gzip_free(s->gzip);
	if (s->fd > STDIN_FILENO)
		close(s->fd);
	free(s->raw);
	fb_buf_release(&s->why);
	*s = (struct fb_stream){ .fd = -1 };
}
