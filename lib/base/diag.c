/* diag.c - messages, exit statuses, the start and the end of a run. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"

enum { TOLD = 10, LONGEST = 2000 };

const char *fb_prog = "fb";
bool fb_quiet;

/* A byte that may not reach a terminal: C0, DEL, or the lead of C1. */
static bool
is_control(const unsigned char *p)
{
	return *p < 0x20 || *p == 0x7f ||
	    (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0);
}

static void
put_safe(const char *s)
{
	for (const unsigned char *p = (const unsigned char *)s; *p; p++) {
		if (is_control(p))
			fprintf(stderr, "\\x%02x", *p);
		else
			fputc(*p, stderr);
	}
}

static void
vsay(const char *fmt, va_list ap)
{
	char text[LONGEST];
	int err = errno;
	size_t n = strlen(fmt);

	vsnprintf(text, sizeof text, fmt, ap);
	fprintf(stderr, "%s: ", fb_prog);
	put_safe(text);
	if (n && fmt[n - 1] == ':')
		fprintf(stderr, " %s", strerror(err));
	fputc('\n', stderr);
}

void
fb_warn(const char *fmt, ...)
{
	va_list ap;

	if (fb_quiet)
		return;
	va_start(ap, fmt);
	vsay(fmt, ap);
	va_end(ap);
}

void
fb_warn_lines(const char *text)
{
	for (size_t n; *text; text += n + (text[n] == '\n')) {
		n = strcspn(text, "\n");
		fb_warn("%.*s", (int)n, text);
	}
}

_Noreturn void
fb_die(enum fb_status status, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsay(fmt, ap);
	va_end(ap);
	exit(status);
}

void
fb_tell(struct fb_tally *t, const char *fmt, ...)
{
	va_list ap;

	if (t->n++ >= TOLD || fb_quiet)
		return;
	va_start(ap, fmt);
	vsay(fmt, ap);
	va_end(ap);
}

void
fb_tally_end(const struct fb_tally *t, const char *what)
{
	if (t->n > TOLD)
		fb_warn("and %zu more %s", t->n - TOLD, what);
}

void
fb_start(void)
{
	for (int fd = 0; fd <= 2; fd++) {
		if (fcntl(fd, F_GETFD) != -1 || errno != EBADF)
			continue;
		/* Opened the wrong way round: any use of it is an error. */
		if (open("/dev/null", fd ? O_RDONLY : O_WRONLY) != fd)
			_exit(FB_FAIL);
	}
	signal(SIGXFSZ, SIG_IGN);
}

int
fb_finish(int status)
{
	int bad = ferror(stdout);

	if (fclose(stdout) || bad)
		fb_die(FB_FAIL, "cannot write standard output:");
	return status;
}
