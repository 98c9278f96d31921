/* out.c - temporary file, sync, rename. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/out.h"
#include "base/pipe.h"

/* The temporary files of this run, for the handlers: -o and --rejects. */
enum { PENDING = 8 };
static const char *volatile pending[PENDING];

static void
remove_pending(void)
{
	for (int i = 0; i < PENDING; i++)
		if (pending[i])
			unlink(pending[i]);
}

static void
on_signal(int sig)
{
	remove_pending();
	signal(sig, SIG_DFL);
	raise(sig);
}

static void
replace_pending(const char *from, const char *to)
{
	for (int i = 0; i < PENDING; i++) {
		if (pending[i] != from)
			continue;
		pending[i] = to;
		return;
	}
}

bool
fb_same_file(const char *a, const char *b)
{
	struct stat x, y;

	if (stat(a, &x) || stat(b, &y))
		return !strcmp(a, b) && strcmp(a, "-");
	return S_ISREG(x.st_mode) && x.st_dev == y.st_dev &&
	    x.st_ino == y.st_ino;
}

static void
guard(const char *temp)
{
	static bool ready;

	replace_pending(NULL, temp);
	if (ready)
		return;
	ready = true;
	atexit(remove_pending);
	signal(SIGINT, on_signal);
	signal(SIGTERM, on_signal);
	signal(SIGHUP, on_signal);
}

/* The folder of path with its slash, "" for the current one. */
static fb_str
folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return (fb_str){ path, slash ? (size_t)(slash - path) + 1 : 0 };
}

/* ".NAME.fb-" in front of the six letters of mkstemp. */
static void
put_temp_stem(struct fb_buf *b, const char *path)
{
	fb_buf_printf(b, ".%s.fb-", path + folder(path).n);
}

/* A live run holds a lock on its file; what can be locked was left behind. */
static void
sweep_one(fb_str dir, const char *name)
{
	struct fb_buf path = {0};
	int fd;

	fb_buf_add(&path, dir);
	fb_buf_adds(&path, name);
	fd = open(fb_buf_cstr(&path), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlink(path.p);
	if (fd >= 0)
		close(fd);
	fb_buf_release(&path);
}

static void
sweep(const char *target)
{
	fb_str dir = folder(target);
	char *name = dir.n ? fb_str_dup(dir) : fb_str_dup(FB_LIT("."));
	DIR *d = opendir(name);
	struct fb_buf stem = {0};
	struct dirent *e;

	put_temp_stem(&stem, target);
	while (d && (e = readdir(d)))
		if (strlen(e->d_name) == stem.n + 6 &&
		    !memcmp(e->d_name, stem.p, stem.n))
			sweep_one(dir, e->d_name);
	if (d)
		closedir(d);
	fb_buf_release(&stem);
	free(name);
}

/* A fresh file that this run holds the lock of; -1 when there is none. Another
 * run may sweep it between its making and its locking: then make it anew. */
static int
make_temp(struct fb_buf *name)
{
	size_t stem = name->n;
	struct stat st;
	int fd;

	for (;;) {
		name->n = stem;
		fb_buf_adds(name, "XXXXXX");
		fb_buf_cstr(name);
		fd = mkstemp(name->p);
		if (fd < 0)
			return -1;
		if (flock(fd, LOCK_EX) || fstat(fd, &st) || st.st_nlink)
			return fd; /* without locks nothing is swept either */
		close(fd);
	}
}

static const char *
open_temp(struct fb_out *o)
{
	struct fb_buf name = {0};
	mode_t mask = umask(0);

	umask(mask);
	sweep(o->real);
	fb_buf_add(&name, folder(o->real));
	put_temp_stem(&name, o->real);
	o->fd = make_temp(&name);
	if (o->fd < 0) {
		fb_buf_release(&name);
		return "cannot create a file beside it";
	}
	o->temp = name.p;
	guard(o->temp);
	return fchmod(o->fd, 0666 & ~mask) ? "cannot be prepared" : NULL;
}

const char *
fb_out_open(struct fb_out *o, const char *path)
{
	struct stat st;

	*o = (struct fb_out){ .path = path, .fd = STDOUT_FILENO };
	if (!path || !strcmp(path, "-")) {
		o->path = "-";
		fb_pipe_widen(o->fd);
		return NULL;
	}
	o->real = realpath(path, NULL);
	if (!o->real && errno != ENOENT)
		return "cannot be found";
	if (!o->real)
		o->real = fb_str_dup(fb_cstr(path));
	if (stat(o->real, &st) == 0 && !S_ISREG(st.st_mode)) {
		o->fd = open(o->real, O_WRONLY | O_CLOEXEC);
		fb_pipe_widen(o->fd);
		return o->fd < 0 ? "cannot be opened" : NULL;
	}
	return open_temp(o);
}

const char *
fb_out_write(struct fb_out *o, fb_str s)
{
	while (s.n) {
		ssize_t n = write(o->fd, s.p, s.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return "cannot be written";
		s = (fb_str){ s.p + n, s.n - (size_t)n };
	}
	return NULL;
}

static void
forget(struct fb_out *o)
{
	if (o->temp)
		replace_pending(o->temp, NULL);
	free(o->temp);
	free(o->real);
	o->temp = o->real = NULL;
	o->fd = -1;
}

const char *
fb_out_commit(struct fb_out *o)
{
	int fd = o->fd;

	if (!o->temp) {
		forget(o);
		return close(fd) ? "cannot be written" : NULL;
	}
	if (fsync(fd))
		return "cannot be written to the disk";
	/* The second descriptor holds the lock, so that nobody sweeps in between. */
	o->fd = dup(fd);
	if (close(fd) || o->fd < 0)
		return "cannot be written";
	if (rename(o->temp, o->real))
		return "cannot be put in place";
	close(o->fd);
	forget(o);
	return NULL;
}

void
fb_out_abandon(struct fb_out *o)
{
	int err = errno;

	if (o->temp)
		unlink(o->temp);
	if (o->fd > STDERR_FILENO)
		close(o->fd);
	forget(o);
	errno = err;
}

void
fb_out_file(const char *path, fb_str bytes)
{
	struct fb_out o;
	const char *why = fb_out_open(&o, path);

	if (!why)
		why = fb_out_write(&o, bytes);
	if (!why)
		why = fb_out_commit(&o);
	if (!why)
		return;
	fb_out_abandon(&o);
	fb_die(FB_FAIL, "'%s' %s:", path ? path : "-", why);
}
