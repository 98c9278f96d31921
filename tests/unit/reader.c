/* reader.c - lines in: what is passed over, what is bad, what ends the run. */
#include "copy.h"

struct row {
	fb_str in;
	char *args[5];
	int status;
	const char *out, *err; /* all of stdout; a part of stderr, "" is none */
};

static const struct row rows[] = {
	{ TEXT(""), {0}, 0, "", "" },
	{ TEXT("\n \t\n\r\n"), {0}, 0, "", "" },
	{ TEXT("{\"a\":1}\n\n{\"a\":2}\n"), {0}, 0, "{\"a\":1}\n{\"a\":2}\n", "" },
	{ TEXT("{\"a\":1}\r\n{\"a\":2}\r\n"), {0}, 0, "{\"a\":1}\n{\"a\":2}\n", "" },
	{ TEXT("\xef\xbb\xbf{\"a\":1}\n"), {0}, 0, "{\"a\":1}\n", "" },
	{ TEXT("\xef\xbb\xbf"), {0}, 0, "", "" },
	{ TEXT("{\"a\":1}\n\xef\xbb\xbf{\"a\":2}\n"), {0}, 1, "{\"a\":1}\n",
	    "copy: -:2: not a JSON object\n" },
	{ TEXT("{\"a\":1}\n{\"a\":2}"), {0}, 0, "{\"a\":1}\n{\"a\":2}\n", "" },
	{ TEXT("{\"a\":1}\n{\"a\":2"), {0}, 3, "", "copy: -:2: the last line is torn" },
	{ TEXT("{\"a\":1}\n{\"a\":2\n"), {0}, 1, "{\"a\":1}\n",
	    "copy: -:2: ends too early, at byte 7\n" },
	{ TEXT("x\n"), {0}, 1, "", "no line of the input is a record" },
	{ TEXT("{\"a\":1}\nx\n"), { "--max-bad=1" }, 0, "{\"a\":1}\n", "-:2: " },
	{ TEXT("{\"a\":1}\nx\n"), { "--max-bad=50%" }, 0, "{\"a\":1}\n", "-:2: " },
	{ TEXT("{\"a\":1}\nx\n"), { "--max-bad=49.9%" }, 1, "{\"a\":1}\n", "-:2: " },
	{ TEXT("{}\nx\n{\"a\":2}\n"), { "--strict" }, 1, "", "stopped at the first" },
	{ TEXT("{\"a\":\"\0\"}\n"), {0}, 1, "", "control character" },
	{ TEXT("\xff\xfe{\0}\0\n\0"), {0}, 3, "", "UTF-16" },
	{ TEXT("\x1f\x8b\x08\x00zzzz"), {0}, 3, "", "gzip" },
	{ TEXT("\x28\xb5\x2f\xfdzzzz"), {0}, 3, "", "zstd" },
	{ TEXT("PK\3\4zzzz"), {0}, 3, "", "zip" },
	{ TEXT("{\"a\":1}\n{\"a\":22}\n"), { "--max-record=8" }, 0,
	    "{\"a\":1}\n{\"a\":22}\n", "" },
	{ TEXT("{\"a\":1}\n{\"a\":22}\n{}\n"), { "--max-record=7" }, 3, "",
	    "copy: -:2: the line is longer than 7 bytes" },
	{ TEXT("{\"a\":1}\n{\"a\":22}"), { "--max-record=7" }, 3, "",
	    "-:2: the line is longer" },
	{ TEXT("{}\n"), { "no-such-file.ndjson" }, 3, "",
	    "cannot open 'no-such-file.ndjson': No such file" },
	{ TEXT("{}\n"), { "--range=0:9" }, 2, "", "--range needs a regular file" },
	{ TEXT("{}\n"), { "--range=0:9", "-", "-" }, 2, "",
	    "--range needs a regular file" },
	{ TEXT("{}\n"), { "--range=9" }, 2, "", "OFFSET:LENGTH" },
	{ TEXT("{}\n"), { "--where=a" }, 2, "", "not KEY=VALUE" },
	{ TEXT("{}\n"), { "--period=2026-13" }, 2, "", "not a period" },
	{ TEXT("{}\n"), { "--tz=Mars/Olympus" }, 2, "", "no such time zone" },
};

/* A pipe may give all at once or a byte at a time: the same happens. */
static void
check_row(const struct row *row, size_t step)
{
	char *argv[7] = { "copy" };
	struct run r = {0};

	for (int i = 0; i < 5; i++)
		argv[1 + i] = row->args[i];
	run_child(&r, copy, argv, feed(row->in, step));
	if (r.status != row->status)
		fail_msg("'%s': status %d: %s", row->in.p, r.status,
		    fb_buf_cstr(&r.err));
	assert_text(fb_buf_str(&r.out), fb_cstr(row->out));
	if (!strstr(fb_buf_cstr(&r.err), row->err) || (!*row->err && r.err.n))
		fail_msg("stderr '%s', want '%s'", fb_buf_cstr(&r.err), row->err);
	run_release(&r);
}

static void
lines_in(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row(&rows[i], 1 << 16);
		check_row(&rows[i], 1);
	}
}

static void
ten_messages_and_a_count(void **state)
{
	char *argv[] = { "copy", NULL };
	struct fb_buf in = {0};
	struct run r = {0};
	size_t n = 0;

	(void)state;
	for (int i = 1; i <= 25; i++)
		fb_buf_printf(&in, "bad %d\n", i);
	fb_buf_adds(&in, "{}\n");
	run_child(&r, copy, argv, feed(fb_buf_str(&in), in.n));
	assert_int_equal(r.status, 1);
	for (const char *p = fb_buf_cstr(&r.err); (p = strchr(p, '\n')); p++)
		n++;
	assert_int_equal(n, 11);
	assert_non_null(strstr(r.err.p, "copy: -:10: "));
	assert_null(strstr(r.err.p, "copy: -:11: "));
	assert_non_null(strstr(r.err.p, "copy: and 15 more bad lines\n"));
	fb_buf_release(&in);
	run_release(&r);
}

static void
check_rejects(char *strict, const char *want)
{
	char *name = file_of(FB_LIT("")), option[64];
	char *argv[] = { "copy", option, strict, NULL };
	struct run r = {0};
	FILE *f;

	snprintf(option, sizeof option, "--rejects=%s", name);
	run_child(&r, copy, argv, feed(FB_LIT("{}\none \x80\n{}\n{]\n"), 99));
	assert_int_equal(r.status, 1);
	f = fopen(name, "rb");
	assert_non_null(f);
	slurp(f, &r.out);
	assert_text(fb_buf_str(&r.out), fb_cstr(want));
	unlink(name);
	free(name);
	run_release(&r);
}

static void
rejects_keep_bad_lines_byte_for_byte(void **state)
{
	(void)state;
	check_rejects(NULL, "one \x80\n{]\n");
	check_rejects("--strict", "one \x80\n");
}

/* A line longer than any block that is read. */
static void
long_lines_come_whole(void **state)
{
	char *argv[] = { "copy", NULL };
	struct fb_buf in = {0};
	struct run r = {0};

	(void)state;
	fb_buf_adds(&in, "{\"a\":1}\n{\"long\":\"");
	for (int i = 0; i < 1000000; i++)
		fb_buf_addc(&in, (char)('a' + i % 26));
	fb_buf_adds(&in, "\"}\n{\"a\":2}\n");
	run_child(&r, copy, argv, feed(fb_buf_str(&in), 70001));
	assert_int_equal(r.status, 0);
	assert_true(fb_str_eq(fb_buf_str(&r.out), fb_buf_str(&in)));
	fb_buf_release(&in);
	run_release(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_in),
		cmocka_unit_test(ten_messages_and_a_count),
		cmocka_unit_test(rejects_keep_bad_lines_byte_for_byte),
		cmocka_unit_test(long_lines_come_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
