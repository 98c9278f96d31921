/* pipe.c - room between two programs. */
#define _GNU_SOURCE /* F_GETPIPE_SZ */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "helper.h"

#include "base/pipe.h"

static void
a_pipe_takes_a_block_without_a_reader(void **state)
{
	static char block[256 << 10];
	int end[2];

	(void)state;
	assert_int_equal(pipe(end), 0);
	fb_pipe_widen(end[1]);
	if (fcntl(end[1], F_GETPIPE_SZ) <= 64 << 10)
		skip(); /* the system has granted as much as it grants */
	assert_int_equal(fcntl(end[1], F_SETFL, O_NONBLOCK), 0);
	assert_int_equal(write(end[1], block, sizeof block), sizeof block);
	close(end[0]);
	close(end[1]);
}

static void
what_is_no_pipe_stays_as_it_is(void **state)
{
	int fd = open("/dev/null", O_WRONLY);

	(void)state;
	errno = ENOSPC;
	fb_pipe_widen(fd);
	fb_pipe_widen(-1);
	assert_int_equal(errno, ENOSPC);
	close(fd);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pipe_takes_a_block_without_a_reader),
		cmocka_unit_test(what_is_no_pipe_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
