/* reader_again.c - ranges of a file, second looks, and what a body is. */
#include "copy.h"

/* Every split point of a file: each line comes once, in order. */
static void
check_splits(fb_str bytes, const char *want)
{
	char *name = file_of(bytes), first[64], second[64];
	char *one[] = { "copy", first, name, NULL };
	char *two[] = { "copy", second, name, NULL };
	struct run a = {0}, b = {0};

	for (size_t at = 0; at <= bytes.n + 1; at++) {
		snprintf(first, sizeof first, "--range=0:%zu", at);
		snprintf(second, sizeof second, "--range=%zu:999", at);
		run_child(&a, copy, one, dup(0));
		run_child(&b, copy, two, dup(0));
		assert_int_equal(a.status | b.status, 0);
		fb_buf_add(&a.out, fb_buf_str(&b.out));
		if (!fb_str_eq(fb_buf_str(&a.out), fb_cstr(want)))
			fail_msg("split at %zu: '%s'", at, fb_buf_cstr(&a.out));
	}
	unlink(name);
	free(name);
	run_release(&a);
	run_release(&b);
}

static void
a_range_owns_the_lines_that_start_in_it(void **state)
{
	static const char want[] = "{\"a\":1}\n{\"a\":22}\n{\"a\":3}\n";

	(void)state;
	check_splits(FB_LIT("{\"a\":1}\n{\"a\":22}\n\n{\"a\":3}\n"), want);
	check_splits(FB_LIT("{\"a\":1}\r\n{\"a\":22}\r\n{\"a\":3}"), want);
	check_splits(FB_LIT("\xef\xbb\xbf{\"a\":1}\n{\"a\":22}\n{\"a\":3}\n"), want);
	check_splits(FB_LIT("\n\n"), "");
	check_splits(FB_LIT(""), "");
}

static void
a_bad_line_of_a_range_is_named_by_its_byte(void **state)
{
	char *name = file_of(FB_LIT("{\"a\":1}\noops\n{\"a\":2}\n"));
	char *argv[] = { "copy", "--range=2:99", name, NULL };
	struct run r = {0};

	(void)state;
	run_child(&r, copy, argv, dup(0));
	assert_int_equal(r.status, 1);
	assert_non_null(strstr(fb_buf_cstr(&r.err), ":byte 8: not a JSON object"));
	unlink(name);
	free(name);
	run_release(&r);
}

/* Read all, then again from the last line to the first, then once more. */
static void
look_twice(char **argv)
{
	struct fb_reader in;
	struct fb_rec rec = {0};
	struct fb_ref refs[16];
	struct fb_buf line = {0};
	size_t n = 0;

	fb_reader_open(&in, argv + fb_opt_parse(&copy_tool, 1, argv));
	fb_reader_keep(&in);
	while (n < 16 && fb_reader_next(&in, &rec))
		refs[n++] = fb_reader_ref(&in, &rec);
	while (n-- > 0) {
		fb_reader_fetch(&in, refs[n], &line);
		printf("%s\n", fb_buf_cstr(&line));
	}
	fb_reader_again(&in);
	while (fb_reader_next(&in, &rec))
		printf("%.*s\n", (int)rec.line.n, rec.line.p);
	printf("%zu records, %zu bad\n", in.nrecords, in.nbad);
	fb_reader_close(&in);
	fb_rec_release(&rec);
	fb_buf_release(&line);
	exit(fb_finish(0));
}

static void
check_twice(char **argv, fb_str in)
{
	struct run r = {0};

	run_child(&r, look_twice, argv, feed(in, 7));
	assert_int_equal(r.status, 0);
	assert_text(fb_buf_str(&r.out), FB_LIT("{\"a\":33}\n{ \"a\":22 }\n"
	    "{\"a\":1}\n{\"a\":1}\n{ \"a\":22 }\n{\"a\":33}\n"
	    "3 records, 1 bad\n"));
	assert_text(fb_buf_str(&r.err), FB_LIT("copy: -:4: not a JSON object\n"));
	run_release(&r);
}

static void
a_pipe_is_kept_for_a_second_look(void **state)
{
	char *argv[] = { "copy", NULL };

	(void)state;
	check_twice(argv, FB_LIT("\xef\xbb\xbf{\"a\":1}\n\n { \"a\":22 } \r\noops\n"
	    "{\"a\":33}"));
}

struct body {
	const char *line, *want;
};

static void
the_body_is_the_record_without_its_draw(void **state)
{
	static const struct body rows[] = {
		{ "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":2}" },
		{ "{\"draw\":{\"n\":1},\"a\":1,\"b\":2}", "{\"a\":1,\"b\":2}" },
		{ "{\"a\":1,\"draw\":{\"n\":1},\"b\":2}", "{\"a\":1,\"b\":2}" },
		{ "{\"a\":1,\"b\":2,\"draw\":{\"n\":1}}", "{\"a\":1,\"b\":2}" },
		{ "{\"draw\":null}", "{}" },
		{ "{\"a\":1,\"draw\":\"}\"}", "{\"a\":1}" },
		{ "{\"a\":{\"draw\":1}}", "{\"a\":{\"draw\":1}}" },
	};
	struct fb_rec rec = {0};
	struct fb_buf b = {0};
	fb_str head, tail;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		b.n = 0;
		assert_null(fb_scan(&rec, fb_cstr(rows[i].line)));
		fb_rec_body(&rec, &head, &tail);
		fb_buf_add(&b, head);
		fb_buf_add(&b, tail);
		assert_text(fb_buf_str(&b), fb_cstr(rows[i].want));
	}
	fb_rec_release(&rec);
	fb_buf_release(&b);
}

/* Write one changed record, then its digest as a line. */
static void
write_changed(char **argv)
{
	struct fb_edit c = { { "a", 1 }, { "9", 1 } };
	struct fb_reader in;
	struct fb_writer out;
	struct fb_rec rec = {0};
	struct fb_buf hex = {0};

	fb_reader_open(&in, argv + fb_opt_parse(&copy_tool, 1, argv));
	fb_writer_open(&out);
	while (fb_reader_next(&in, &rec))
		fb_writer_changed(&out, &rec, &c, 1);
	fb_put_digest(&hex, out.digest);
	fb_writer_line(&out, fb_buf_str(&hex));
	fb_writer_close(&out);
	fb_reader_close(&in);
	fb_rec_release(&rec);
	fb_buf_release(&hex);
	exit(0);
}

static void
a_changed_record_counts_without_its_draw(void **state)
{
	char *argv[] = { "copy", NULL };
	struct fb_digest want = {0};
	struct fb_buf b = {0};
	struct run r = {0};

	(void)state;
	fb_digest_add(&want, FB_LIT("{\"id\":\"x\",\"a\":9}"), FB_LIT(""));
	fb_digest_add(&want, FB_LIT("{\"a\":9"), FB_LIT("}"));
	fb_buf_adds(&b, "{\"id\":\"x\",\"a\":9,\"draw\":{\"n\":1}}\n{\"a\":9}\n");
	fb_put_digest(&b, want);
	fb_buf_addc(&b, '\n');
	run_child(&r, write_changed, argv, feed(
	    FB_LIT("{\"id\":\"x\",\"a\":1,\"draw\":{\"n\":1}}\n{\"a\":1}\n"), 99));
	assert_text(fb_buf_str(&r.out), fb_buf_str(&b));
	fb_buf_release(&b);
	run_release(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_range_owns_the_lines_that_start_in_it),
		cmocka_unit_test(a_bad_line_of_a_range_is_named_by_its_byte),
		cmocka_unit_test(a_pipe_is_kept_for_a_second_look),
		cmocka_unit_test(the_body_is_the_record_without_its_draw),
		cmocka_unit_test(a_changed_record_counts_without_its_draw),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
