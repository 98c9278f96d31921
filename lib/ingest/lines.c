/* lines.c - physical lines in a window over the input. */
#define _GNU_SOURCE /* mkostemp */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "ingest/lines.h"

const char fb_physical_full[] = "more bytes than may be kept";
const char fb_physical_held[] = "more bytes than are held";

static void
shift(struct fb_seek *s, size_t gone)
{
	s->seen = s->seen > gone ? s->seen - gone : 0;
	if (s->hit != SIZE_MAX)
		s->hit = s->hit >= gone ? s->hit - gone : SIZE_MAX;
}

static uint64_t
taken(const struct fb_physical *l, size_t n)
{
	bool known;

	return fb_bytes_taken(&l->in, (fb_str){ l->win.p, n }, &known);
}

/* Forget the rows given, read more. */
static const char *
fill(struct fb_physical *l)
{
	size_t gone = l->row;
	bool more;
	const char *why;

	if (l->held)
		return fb_physical_held;
	if (l->win.n - gone > l->max)
		return fb_physical_full;
	if (gone) {
		l->gone += taken(l, gone);
		memmove(l->win.p, l->win.p + gone, l->win.n - gone);
		l->win.n -= gone;
		l->row = 0;
		l->at -= gone;
		shift(&l->lf, gone);
		shift(&l->cr, gone);
	}
	if ((why = fb_bytes_read(&l->in, &l->win, &more)))
		return why;
	l->eof = !more;
	return NULL;
}

static size_t
seek(const struct fb_physical *l, struct fb_seek *s)
{
	size_t from = s->seen > l->at ? s->seen : l->at;
	const char *p = fb_buf_str(&l->win).p, *hit = NULL;

	if (s->hit != SIZE_MAX && s->hit >= l->at)
		return s->hit;
	if (from < l->win.n)
		hit = memchr(p + from, s->byte, l->win.n - from);
	s->hit = hit ? (size_t)(hit - p) : SIZE_MAX;
	s->seen = hit ? s->hit + 1 : l->win.n;
	return s->hit;
}

/* Behind the end of the line that starts at l->at; SIZE_MAX: not in sight. */
static size_t
line_end(struct fb_physical *l)
{
	size_t lf = seek(l, &l->lf), cr = seek(l, &l->cr);

	if (cr > lf)
		return lf + 1;
	if (cr == SIZE_MAX)
		return SIZE_MAX;
	if (cr + 1 < l->win.n)
		return lf == cr + 1 ? cr + 2 : cr + 1;
	return l->eof ? cr + 1 : SIZE_MAX;
}

const char *
fb_physical_open(struct fb_physical *l, const char *path, size_t max)
{
	*l = (struct fb_physical){ .max = max, .lf = { '\n', SIZE_MAX, 0 },
	    .cr = { '\r', SIZE_MAX, 0 } };
	return fb_bytes_open(&l->in, path);
}

const char *
fb_physical_start(struct fb_physical *l, int fd, size_t max)
{
	*l = (struct fb_physical){ .max = max, .lf = { '\n', SIZE_MAX, 0 },
	    .cr = { '\r', SIZE_MAX, 0 } };
	if (fd < 0)
		return "cannot be opened";
	if (lseek(fd, 0, SEEK_SET) < 0)
		return "cannot go back in a temporary file";
	return fb_bytes_turn(&l->in, fd);
}

const char *
fb_physical_ahead(struct fb_physical *l, size_t want)
{
	const char *why;

	while (l->win.n - l->at < want && !l->eof)
		if ((why = fill(l)))
			return why;
	return NULL;
}

const char *
fb_physical_next(struct fb_physical *l, fb_str *line, bool *whole)
{
	size_t end;
	const char *why;

	*line = FB_LIT("");
	*whole = false;
	while ((end = line_end(l)) == SIZE_MAX && !l->eof)
		if ((why = fill(l)))
			return why;
	*whole = end != SIZE_MAX;
	if (!*whole)
		end = l->win.n;
	*line = (fb_str){ fb_buf_str(&l->win).p + l->at, end - l->at };
	l->n += line->n > 0;
	l->at = end;
	return NULL;
}

void
fb_physical_back(struct fb_physical *l, size_t at, size_t n)
{
	l->at = at;
	l->n = n;
	l->lf.seen = l->cr.seen = 0;
	l->lf.hit = l->cr.hit = SIZE_MAX;
}

bool
fb_physical_offset(const struct fb_physical *l, size_t at, uint64_t *off)
{
	bool known;

	*off = l->in.mark + l->gone + fb_bytes_taken(&l->in,
	    (fb_str){ l->win.p, at }, &known);
	return known;
}

const char *
fb_physical_recode(struct fb_physical *l, const char *encoding)
{
	struct fb_buf raw = l->win;
	const char *why = fb_bytes_decode(&l->in, encoding);

	if (why)
		return why;
	l->win = (struct fb_buf){0};
	fb_decode(&l->in.decoder, &l->win, fb_buf_str(&raw), l->eof);
	fb_buf_release(&raw);
	fb_physical_back(l, 0, 0);
	return NULL;
}

static const char *
write_all(int fd, fb_str s)
{
	while (s.n) {
		ssize_t n = write(fd, s.p, s.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return "cannot write a temporary file";
		s = (fb_str){ s.p + n, s.n - (size_t)n };
	}
	return NULL;
}

static int
open_temporary(void)
{
	const char *dir = getenv("TMPDIR");
	struct fb_buf path = {0};
	int fd;

	fb_buf_printf(&path, "%s/fb-ingest.XXXXXX", dir && *dir ? dir : "/tmp");
	fb_buf_cstr(&path);
	fd = mkostemp(path.p, O_CLOEXEC);
	if (fd >= 0)
		unlink(path.p);
	fb_buf_release(&path);
	return fd;
}

const char *
fb_physical_spool(struct fb_physical *l)
{
	struct fb_buf b = {0};
	const char *why = NULL;
	bool more = true;
	int fd;

	l->begin = l->gone + taken(l, l->at);
	if ((fd = open_temporary()) < 0)
		return "cannot make a temporary file";
	fb_buf_add(&b, (fb_str){ fb_buf_str(&l->win).p + l->at,
	    l->win.n - l->at });
	while (!why && more) {
		why = write_all(fd, fb_buf_str(&b));
		b.n = 0;
		if (!why)
			why = fb_bytes_read(&l->in, &b, &more);
	}
	fb_buf_release(&b);
	if (why || (why = fb_bytes_turn(&l->in, fd)))
		return why;
	return fb_physical_rewind(l, l->n);
}

const char *
fb_physical_rewind(struct fb_physical *l, size_t n)
{
	if (lseek(l->in.stream.fd, 0, SEEK_SET) < 0)
		return "cannot go back in a temporary file";
	l->in.end = false;
	l->in.stream.over = false;
	l->in.stream.at = l->in.stream.n = 0;
	l->win.n = l->row = 0;
	l->gone = l->begin;
	l->eof = false;
	fb_physical_back(l, 0, n);
	return NULL;
}

const char *
fb_physical_all(struct fb_physical *l)
{
	const char *why;

	while (!l->eof)
		if ((why = fill(l)))
			return why;
	return NULL;
}

void
fb_physical_close(struct fb_physical *l)
{
	fb_bytes_close(&l->in);
	fb_buf_release(&l->win);
	*l = (struct fb_physical){0};
}
