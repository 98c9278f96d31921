/* stream.c - plain and compressed input, by its first bytes. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <archive.h>

#include "base/pipe.h"
#include "pack/gzip.h"
#include "pack/magic.h"
#include "pack/stream_part.h"

ssize_t
fb_stream_fd(int fd, char *buf, size_t cap)
{
	ssize_t n;

	do
		n = read(fd, buf, cap);
	while (n < 0 && errno == EINTR);
	return n;
}

enum { BLOCK = 512 }; /* of a tar, which its first tells */

/* Bytes into raw until there are enough to tell, or no more. */
static const char *
peek(struct fb_stream *s)
{
	while (s->n < BLOCK) {
		ssize_t n = fb_stream_fd(s->fd, s->raw + s->n,
		                    FB_STREAM_BLOCK - s->n);

		if (n < 0)
			return "cannot be read";
		if (n == 0)
			break;
		s->n += (size_t)n;
	}
	return NULL;
}

const char *
fb_stream_gunzip(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	for (;;) {
		fb_str in = { s->raw + s->at, s->n - s->at };
		const char *why = fb_gzip_step(s->gzip, &in, buf, cap, got);
		ssize_t n;

		s->at = s->n - in.n;
		errno = 0;
		if (why || *got)
			return why;
		n = fb_stream_fd(s->fd, s->raw, FB_STREAM_BLOCK);
		if (n < 0)
			return "cannot be read";
		if (n == 0)
			return fb_gzip_end(s->gzip);
		s->at = 0;
		s->n = (size_t)n;
	}
}

/* The first bytes of a tar: of its kind since 1988, with a right checksum. */
static bool
is_tar(const char *p, size_t n)
{
	unsigned sum = 0, want = 0;

	if (n < BLOCK || memcmp(p + 257, "ustar", 5))
		return false;
	for (size_t i = 0; i < BLOCK; i++)
		sum += i >= 148 && i < 156 ? ' ' : (unsigned char)p[i];
	for (size_t i = 148; i < 156; i++)
		if (p[i] >= '0' && p[i] <= '7')
			want = 8 * want + (unsigned)(p[i] - '0');
	return sum == want;
}

/* The first bytes behind gzip, which may be a tar's. */
static const char *
look_ahead(struct fb_stream *s)
{
	const char *why = NULL;
	size_t got = 1;

	s->gzip = fb_gzip_new();
	s->ahead = fb_zalloc(FB_STREAM_BLOCK, 1);
	while (!why && got && s->nahead < BLOCK) {
		why = fb_stream_gunzip(s, s->ahead + s->nahead,
		    FB_STREAM_BLOCK - s->nahead, &got);
		s->nahead += got;
	}
	s->late = why;
	return !why && is_tar(s->ahead, s->nahead) ?
	    fb_stream_archive(s) : NULL;
}

const char *
fb_stream_start(struct fb_stream *s, int fd)
{
	const char *why;

	*s = (struct fb_stream){ .fd = fd };
	fb_pipe_widen(fd);
	s->raw = fb_zalloc(FB_STREAM_BLOCK, 1);
	why = peek(s);
	if (why)
		return why;
	s->packing = fb_packing_of((fb_str){ s->raw, s->n });
	if (s->packing == FB_GZIP)
		return look_ahead(s);
	if (s->packing != FB_PLAIN || is_tar(s->raw, s->n))
		return fb_stream_archive(s);
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
	n = fb_stream_fd(s->fd, buf, cap);
	if (n < 0)
		return "cannot be read";
	*got = (size_t)n;
	return NULL;
}

static const char *
read_gzip(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	if (!s->nahead)
		return s->late ? s->late : fb_stream_gunzip(s, buf, cap, got);
	*got = s->nahead < cap ? s->nahead : cap;
	memcpy(buf, s->ahead, *got);
	s->nahead -= *got;
	memmove(s->ahead, s->ahead + *got, s->nahead);
	return NULL;
}

const char *
fb_stream_read(struct fb_stream *s, char *buf, size_t cap, size_t *got)
{
	const char *why;

	*got = 0;
	if (s->over)
		return NULL;
	if (s->ar)
		why = fb_stream_unpack(s, buf, cap, got);
	else if (s->gzip)
		why = read_gzip(s, buf, cap, got);
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
	free(s->ahead);
	fb_buf_release(&s->name);
	fb_buf_release(&s->why);
	*s = (struct fb_stream){ .fd = -1 };
}
