/* archive.c - zip, tar, and what libarchive unpacks. */
#include <errno.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "pack/stream_part.h"

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

/* A tar inside gzip, which zlib unpacks and checks. */
static la_ssize_t
feed_unzipped(struct archive *ar, struct fb_stream *s, const void **block)
{
	const char *why = NULL;
	size_t got = s->nahead;

	if (!got)
		why = fb_stream_gunzip(s, s->ahead, FB_STREAM_BLOCK, &got);
	s->nahead = 0;
	*block = s->ahead;
	if (why)
		archive_set_error(ar, errno, "%s", why);
	return why ? -1 : (la_ssize_t)got;
}

static la_ssize_t
feed(struct archive *ar, void *data, const void **block)
{
	struct fb_stream *s = data;
	ssize_t n = (ssize_t)(s->n - s->at);

	if (s->gzip)
		return feed_unzipped(ar, s, block);
	*block = s->raw + s->at;
	s->at = s->n = 0;
	if (n == 0) {
		*block = s->raw;
		n = fb_stream_fd(s->fd, s->raw, FB_STREAM_BLOCK);
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

/* What a desktop leaves beside the files: __MACOSX/, ._x and .DS_Store. */
static bool
is_shadow(const char *name)
{
	const char *slash = name ? strrchr(name, '/') : NULL;
	const char *base = slash ? slash + 1 : name;

	return name && (!strncmp(name, "__MACOSX/", 9) ||
	    !strncmp(base, "._", 2) || !strcmp(base, ".DS_Store"));
}

/* The next file of the archive that a person put there. */
static int
next_member(struct fb_stream *s)
{
	struct archive_entry *e;
	int rc;

	while ((rc = archive_read_next_header(s->ar, &e)) == ARCHIVE_OK) {
		const char *name = archive_entry_pathname(e);

		if (archive_entry_filetype(e) != AE_IFREG || is_shadow(name))
			continue;
		s->name.n = 0;
		fb_buf_adds(&s->name, name ? name : "");
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
	archive_read_support_format_tar(ar);
	if (packing == FB_PLAIN || packing == FB_GZIP)
		return;
	archive_read_support_format_raw(ar);
	archive_read_support_format_empty(ar);
	if (packing == FB_ZSTD)
		archive_read_support_filter_zstd(ar);
	else if (packing == FB_XZ)
		archive_read_support_filter_xz(ar);
	else
		archive_read_support_filter_bzip2(ar);
}

const char *
fb_stream_archive(struct fb_stream *s)
{
	bool can_seek = !s->gzip && lseek(s->fd, 0, SEEK_CUR) >= 0;
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
	rc = next_member(s);
	if (s->packing != FB_ZIP && s->packing != FB_GZIP &&
	    s->packing != FB_PLAIN &&
	    archive_filter_code(s->ar, 0) == ARCHIVE_FILTER_NONE)
		return "the compressed data is torn at its beginning";
	s->files = s->packing == FB_ZIP || (archive_format(s->ar) &
	    ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
	if (rc == ARCHIVE_EOF && s->files)
		return "is an archive without a file";
	if (rc == ARCHIVE_EOF)
		s->over = true;
	return rc == ARCHIVE_OK || rc == ARCHIVE_EOF ? NULL : archive_reason(s);
}

/* A tar may end before its gzip does: read on, for the checksum's sake. */
static const char *
drain(struct fb_stream *s)
{
	const char *why = NULL;
	size_t got = 1;

	while (s->gzip && !why && got)
		why = fb_stream_gunzip(s, s->ahead, FB_STREAM_BLOCK, &got);
	return why;
}

const char *
fb_stream_unpack(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	la_ssize_t n = archive_read_data(s->ar, buf, cap);
	int rc;

	if (n > 0)
		*got = (size_t)n;
	if (n > 0)
		return NULL;
	if (n < 0)
		return archive_reason(s);
	errno = 0;
	if (s->each)
		return NULL;
	rc = next_member(s);
	errno = 0;
	if (rc == ARCHIVE_OK)
		return "is an archive with several files; unpack it first";
	return rc == ARCHIVE_EOF ? drain(s) : archive_reason(s);
}

const char *
fb_stream_next(struct fb_stream *s, bool *got)
{
	int rc;

	*got = false;
	if (!s->ar || !s->files)
		return NULL;
	rc = next_member(s);
	errno = 0;
	*got = rc == ARCHIVE_OK;
	s->over = !*got;
	if (rc == ARCHIVE_EOF)
		return drain(s);
	return *got ? NULL : archive_reason(s);
}
