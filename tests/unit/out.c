/* out.c - files whole or not at all. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "helper.h"

#include "base/diag.h"
#include "base/out.h"

static char dir[] = "/tmp/fb-out.XXXXXX";

static int
enter_dir(void **state)
{
	(void)state;
	return mkdtemp(dir) ? chdir(dir) : -1;
}

static int
leave_dir(void **state)
{
	(void)state;
	return chdir("/") || rmdir(dir);
}

static size_t
files_here(void)
{
	DIR *d = opendir(".");
	struct dirent *e;
	size_t n = 0;

	while ((e = readdir(d)))
		n += strcmp(e->d_name, ".") && strcmp(e->d_name, "..");
	closedir(d);
	return n;
}

static void
assert_file(const char *path, const char *want)
{
	struct fb_buf b = {0};
	FILE *f = fopen(path, "rb");

	assert_non_null(f);
	slurp(f, &b);
	assert_text(fb_buf_str(&b), fb_cstr(want));
	fb_buf_release(&b);
}

static void
a_file_appears_when_it_is_whole(void **state)
{
	struct fb_out o;

	(void)state;
	fb_out_file("a", FB_LIT("old"));
	assert_null(fb_out_open(&o, "a"));
	assert_null(fb_out_write(&o, FB_LIT("new")));
	assert_file("a", "old");
	assert_null(fb_out_commit(&o));
	assert_file("a", "new");
	fb_out_abandon(&o);
	fb_out_abandon(&o);
	assert_file("a", "new");
	assert_int_equal(files_here(), 1);
	unlink("a");
}

static void
what_is_given_up_leaves_nothing(void **state)
{
	struct fb_out o;

	(void)state;
	assert_null(fb_out_open(&o, "a"));
	assert_null(fb_out_write(&o, FB_LIT("half")));
	assert_int_equal(files_here(), 1);
	errno = EDOM;
	fb_out_abandon(&o);
	assert_int_equal(errno, EDOM);
	assert_int_equal(files_here(), 0);
	assert_non_null(fb_out_open(&o, "no/such/folder"));
	fb_out_abandon(&o);
	assert_non_null(fb_out_open(&o, "."));
	fb_out_abandon(&o);
}

static void
a_link_stays_and_its_target_changes(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(mkdir("there", 0700), 0);
	fb_out_file("there/file", FB_LIT("old"));
	assert_int_equal(symlink("there/file", "link"), 0);
	fb_out_file("link", FB_LIT("new"));
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_file("there/file", "new");
	unlink("link");
	unlink("there/file");
	assert_int_equal(rmdir("there"), 0);
}

static void
a_device_or_pipe_is_written_through(void **state)
{
	struct stat before, after;
	struct fb_out o;
	char got[8] = "";
	int fd;

	(void)state;
	assert_int_equal(stat("/dev/null", &before), 0);
	fb_out_file("/dev/null", FB_LIT("x"));
	assert_int_equal(stat("/dev/null", &after), 0);
	assert_true(S_ISCHR(after.st_mode) && before.st_ino == after.st_ino);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	fd = open("pipe", O_RDWR | O_NONBLOCK);
	fb_out_file("pipe", FB_LIT("through"));
	assert_int_equal(read(fd, got, 7), 7);
	assert_string_equal(got, "through");
	close(fd);
	unlink("pipe");
	assert_null(fb_out_open(&o, "/dev/full"));
	assert_non_null(fb_out_write(&o, FB_LIT("x")));
	assert_int_equal(errno, ENOSPC);
	fb_out_abandon(&o);
	assert_int_equal(files_here(), 0);
}

/* Two files begun, then the run dies: by itself, or by a signal. */
static void
die_writing(char **argv)
{
	struct fb_out a, b;

	fb_prog = "out";
	assert_null(fb_out_open(&a, "a"));
	assert_null(fb_out_open(&b, "b"));
	assert_null(fb_out_write(&a, FB_LIT("half")));
	if (argv[0])
		raise(atoi(argv[0]));
	fb_die(FB_FAIL, "gone");
}

static void
a_run_that_dies_leaves_no_part(void **state)
{
	char *term[] = { "15", NULL }, *self[] = { NULL }, *kill9[] = { "9", NULL };
	struct run r = {0};

	(void)state;
	run_child(&r, die_writing, self, dup(0));
	assert_int_equal(r.status, 3);
	assert_int_equal(files_here(), 0);
	run_child(&r, die_writing, term, dup(0));
	assert_int_equal(r.status, 128);
	assert_int_equal(files_here(), 0);
	run_child(&r, die_writing, kill9, dup(0));
	assert_int_equal(files_here(), 2);
	fb_out_file("a", FB_LIT("x"));
	fb_out_file("b", FB_LIT("x"));
	assert_int_equal(files_here(), 2);
	unlink("a");
	unlink("b");
	run_release(&r);
}

static void
only_what_was_left_behind_is_swept(void **state)
{
	struct fb_out o;

	(void)state;
	fb_out_file(".a.backup", FB_LIT("mine"));
	assert_null(fb_out_open(&o, "a"));
	fb_out_file("a", FB_LIT("other run"));
	assert_null(fb_out_write(&o, FB_LIT("this run")));
	assert_null(fb_out_commit(&o));
	assert_file("a", "this run");
	assert_int_equal(files_here(), 2);
	assert_int_equal(unlink(".a.backup") | unlink("a"), 0);
}

static void
many_runs_on_one_target(void **state)
{
	int failed = 0, status;

	(void)state;
	fflush(NULL);
	for (int i = 0; i < 20; i++)
		if (fork() == 0) {
			for (int k = 0; k < 20; k++)
				fb_out_file("a", FB_LIT("whole"));
			_exit(0);
		}
	while (wait(&status) > 0)
		failed += status != 0;
	assert_int_equal(failed, 0);
	assert_file("a", "whole");
	assert_int_equal(files_here(), 1);
	unlink("a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_appears_when_it_is_whole),
		cmocka_unit_test(what_is_given_up_leaves_nothing),
		cmocka_unit_test(a_link_stays_and_its_target_changes),
		cmocka_unit_test(a_device_or_pipe_is_written_through),
		cmocka_unit_test(a_run_that_dies_leaves_no_part),
		cmocka_unit_test(only_what_was_left_behind_is_swept),
		cmocka_unit_test(many_runs_on_one_target),
	};

	return cmocka_run_group_tests(tests, enter_dir, leave_dir);
}
