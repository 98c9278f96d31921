/* input.c - one operand: open, fill, seek, keep. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/pipe.h"
#include "record/input.h"

enum { BLOCK = 256 << 10 };

int
fb_spool_open(void)
{
	const char *dir = getenv("TMPDIR");
	struct fb_buf name = {0};
	int fd;

	fb_buf_printf(&name, "%s/fb-spool.XXXXXX", dir && *dir ? dir : "/tmp");
	fb_buf_cstr(&name);
	fd = mkstemp(name.p);
	if (fd < 0)
		fb_die(FB_FAIL, "cannot keep the input in '%s':", name.p);
	unlink(name.p);
	fb_buf_release(&name);
	return fd;
}

void
fb_input_open(struct fb_input *in, const char *path, bool keep)
{
	bool standard = !strcmp(path, "-");

	*in = (struct fb_input){ .path = path, .spool = -1 };
	in->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (in->fd < 0)
		fb_die(FB_FAIL, "cannot open '%s':", path);
	fb_pipe_widen(in->fd);
	/* Standard input may be shared or half read: never seek in it. */
	in->seekable = !standard && lseek(in->fd, 0, SEEK_CUR) == 0;
	if (keep && !in->seekable)
		in->spool = fb_spool_open();
}

static void
spool(struct fb_input *in, const char *p, size_t n)
{
	while (n) {
		ssize_t w = write(in->spool, p, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w <= 0)
			fb_die(FB_FAIL, "cannot keep '%s' in a temporary file:",
			    in->path);
		p += w;
		n -= (size_t)w;
	}
}

bool
fb_input_fill(struct fb_input *in, struct fb_buf *b)
{
	char *to = fb_buf_room(b, BLOCK);
	ssize_t n;

	do
		n = read(in->fd, to, BLOCK);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		fb_die(FB_FAIL, "cannot read '%s':", in->path);
	if (in->spool >= 0 && in->fd != in->spool)
		spool(in, to, (size_t)n);
	b->n += (size_t)n;
	return n > 0;
}

void
fb_input_seek(struct fb_input *in, uint64_t off)
{
	if (lseek(in->fd, (off_t)off, SEEK_SET) < 0)
		fb_die(FB_FAIL, "cannot seek in '%s':", in->path);
}

void
fb_input_again(struct fb_input *in)
{
	if (in->spool >= 0)
		in->fd = in->spool;
	fb_input_seek(in, 0);
}

void
fb_input_fetch(struct fb_input *in, uint64_t off, size_t len, char *to)
{
	int fd = in->spool >= 0 ? in->spool : in->fd;

	while (len) {
		ssize_t n = pread(fd, to, len, (off_t)off);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			fb_die(FB_FAIL, "'%s' changed while it was read", in->path);
		to += n;
		off += (uint64_t)n;
		len -= (size_t)n;
	}
}

void
fb_input_close(struct fb_input *in)
{
	if (in->fd > STDERR_FILENO && in->fd != in->spool)
		close(in->fd);
	if (in->spool >= 0)
		close(in->spool);
	in->fd = in->spool = -1;
}
