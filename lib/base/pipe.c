/* pipe.c - room between two programs. */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include <errno.h>
#include <fcntl.h>

#include "base/pipe.h"

void
fb_pipe_widen(int fd)
{
#ifdef F_SETPIPE_SZ
	enum { WIDE = 1 << 20 }; /* what Linux grants to anyone */
	int err = errno, holds = fcntl(fd, F_GETPIPE_SZ);

	if (holds > 0 && holds < WIDE)
		fcntl(fd, F_SETPIPE_SZ, WIDE);
	errno = err; /* a narrow pipe serves as well */
#else
	(void)fd;
#endif
}
