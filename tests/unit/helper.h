/* helper.h - what the unit tests share: cmocka, the three ways, children,
 * random numbers. */
#ifndef FB_UNIT_HELPER_H
#define FB_UNIT_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/str.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* A string with its length, so that NUL may stand in it; for tables. */
#define TEXT(s) { "" s, sizeof(s) - 1 }

static const char *const ways[] = { "scalar", "sse2", "avx2" };

/* The same numbers in every run. Source: G. Marsaglia, Journal of Statistical
 * Software 8 (2003), xorshift. */
static inline uint64_t
next_random(void)
{
	static uint64_t state = 88172645463325252u;

	state ^= state << 13;
	state ^= state >> 7;
	return state ^= state << 17;
}

static inline void
assert_text(fb_str got, fb_str want)
{
	if (!fb_str_eq(got, want))
		fail_msg("got '%.*s', want '%.*s'", (int)got.n, got.p,
		    (int)want.n, want.p);
}

/* What a child process did. */
struct run {
	int status;
	struct fb_buf out, err;
};

static inline void
slurp(FILE *f, struct fb_buf *b)
{
	char block[4096];
	size_t n;

	rewind(f);
	b->n = 0;
	while ((n = fread(block, 1, sizeof block, f)))
		fb_buf_add(b, (fb_str){ block, n });
	fclose(f);
}

/* A pipe that gives these bytes, at most step of them at a time. */
static inline int
feed(fb_str bytes, size_t step)
{
	int fd[2];

	assert_int_equal(pipe(fd), 0);
	if (fork() == 0) {
		close(fd[0]);
		for (size_t i = 0; i < bytes.n; i += step) {
			size_t n = bytes.n - i < step ? bytes.n - i : step;

			if (write(fd[1], bytes.p + i, n) < 0)
				break;
		}
		_exit(0);
	}
	close(fd[1]);
	return fd[0];
}

/* Run body(argv) in a child; it ends with exit(). */
static inline void
run_child(struct run *r, void (*body)(char **), char **argv, int in)
{
	FILE *out = tmpfile(), *err = tmpfile();
	pid_t pid;

	assert_non_null(out);
	assert_non_null(err);
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		dup2(in, 0);
		dup2(fileno(out), 1);
		dup2(fileno(err), 2);
		body(argv);
		exit(99);
	}
	close(in);
	waitpid(pid, &r->status, 0);
	r->status = WIFEXITED(r->status) ? WEXITSTATUS(r->status) : 128;
	slurp(out, &r->out);
	slurp(err, &r->err);
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}

static inline void
run_release(struct run *r)
{
	fb_buf_release(&r->out);
	fb_buf_release(&r->err);
}

#endif
