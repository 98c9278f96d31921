/* csv.c - rows against libcsv itself, and where each row stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <csv.h>

#include "ingest/csv.h"

static char path[] = "/tmp/fb-csv.XXXXXX";

static void
put_file(fb_str s)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(s.p, 1, s.n, f), s.n);
	assert_int_equal(fclose(f), 0);
}

/* Both sides write a field, 0x1F behind it, and 0x1E behind a row. */
static void
field(void *p, size_t n, void *to)
{
	fb_buf_add(to, (fb_str){ p, n });
	fb_buf_addc(to, '\x1f');
}

static void
row(int end, void *to)
{
	(void)end;
	fb_buf_addc(to, '\x1e');
}

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* false when the last quote never closes. */
static bool
by_libcsv(fb_str s, struct fb_buf *to)
{
	struct csv_parser p;
	bool good;

	to->n = 0;
	assert_int_equal(csv_init(&p, 0), 0);
	csv_set_space_func(&p, no_space);
	assert_int_equal(csv_parse(&p, s.p, s.n, field, row, to), s.n);
	csv_set_opts(&p, CSV_STRICT | CSV_STRICT_FINI);
	good = csv_fini(&p, field, row, to) == 0;
	csv_free(&p);
	return good;
}

static bool
by_us(struct fb_buf *to, size_t *lines)
{
	const struct fb_csv_opts o = { .delim = ',' };
	struct fb_physical in;
	struct fb_csv c;
	bool got = true, good = true;

	to->n = 0;
	assert_null(fb_physical_open(&in, path, 1 << 20));
	assert_null(fb_csv_open(&c, &in, &o));
	while (good && !fb_csv_next(&c, &got) && got) {
		good = !c.unclosed;
		if (!good)
			break;
		fb_buf_add(to, fb_buf_str(&c.row.text));
		fb_buf_addc(to, '\x1e');
	}
	*lines = in.n;
	fb_csv_close(&c);
	fb_physical_close(&in);
	return good;
}

static size_t
count_lines(fb_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n' || (s.p[i] == '\r' &&
		    (i + 1 == s.n || s.p[i + 1] != '\n'));
	return n + (s.n && s.p[s.n - 1] != '\n' && s.p[s.n - 1] != '\r');
}

static void
rows_are_those_of_libcsv(void **state)
{
	static const char letters[] = "ab,,\"\"\r\n\n \t\xc3";
	struct fb_buf theirs = {0}, ours = {0};
	uint32_t x = 7;
	char text[40];
	size_t compared = 0, lines;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		size_t n = (x >> 8) % sizeof text;
		fb_str s = { text, n };
		bool good;

		for (size_t i = 0; i < n; i++) {
			x = x * 1664525u + 1013904223u;
			text[i] = letters[(x >> 16) % (sizeof letters - 1)];
		}
		x = x * 1664525u + 1013904223u;
		put_file(s);
		good = by_libcsv(s, &theirs);
		assert_int_equal(by_us(&ours, &lines), good);
		if (!good)
			continue;
		compared++;
		assert_true(fb_str_eq(fb_buf_str(&ours), fb_buf_str(&theirs)));
		assert_int_equal(lines, count_lines(s));
	}
	assert_true(compared > 1000);
	fb_buf_release(&theirs);
	fb_buf_release(&ours);
}

/* Rows longer than a block, so that the window moves and grows under them. */
static void
long_rows_are_whole(void **state)
{
	struct fb_buf s = {0}, theirs = {0}, ours = {0};
	size_t lines;

	(void)state;
	for (int i = 0; i < 60; i++) {
		fb_buf_printf(&s, "%d,\"", i);
		for (int k = 0; k < 977 * i; k++)
			fb_buf_adds(&s, k % 5 ? "word " : "\r\n\"\"");
		fb_buf_adds(&s, i % 3 ? "\"\r\n" : "\",x\r");
	}
	put_file(fb_buf_str(&s));
	assert_true(by_libcsv(fb_buf_str(&s), &theirs));
	assert_true(by_us(&ours, &lines));
	assert_true(fb_str_eq(fb_buf_str(&ours), fb_buf_str(&theirs)));
	assert_int_equal(lines, count_lines(fb_buf_str(&s)));
	fb_buf_release(&s);
	fb_buf_release(&theirs);
	fb_buf_release(&ours);
}

static void
rows_know_their_lines(void **state)
{
	static const size_t want[] = { 1, 3, 6, 7 };
	const struct fb_csv_opts o = { .delim = ',' };
	struct fb_physical in;
	struct fb_csv c;
	bool got;

	(void)state;
	put_file(FB_LIT("a,b\r\n\r\n\"x\ny\n\",1\r2,3\n4,\"open\n5,6"));
	assert_null(fb_physical_open(&in, path, 100));
	assert_null(fb_csv_open(&c, &in, &o));
	for (size_t i = 0; i < 4; i++) {
		assert_null(fb_csv_next(&c, &got));
		assert_true(got);
		assert_int_equal(c.row.line, want[i]);
		assert_int_equal(c.unclosed, i == 3 ? 7 : 0);
	}
	assert_true(fb_str_eq(c.row.raw, FB_LIT("4,\"open\n")));
	assert_null(fb_csv_next(&c, &got));
	assert_int_equal(c.row.line, 8);
	assert_null(fb_csv_next(&c, &got));
	assert_false(got);
	fb_csv_close(&c);
	fb_physical_close(&in);
}

static void
endless_open_quotes_end(void **state)
{
	const struct fb_csv_opts o = { .delim = ',' };
	struct fb_physical in;
	struct fb_buf s = {0};
	struct fb_csv c;
	const char *why = NULL;
	bool got = true;

	(void)state;
	for (int i = 0; i < 16000; i++)
		fb_buf_adds(&s, "\"a\n");
	put_file(fb_buf_str(&s));
	assert_null(fb_physical_open(&in, path, 1 << 16));
	assert_null(fb_csv_open(&c, &in, &o));
	while (!why && got)
		why = fb_csv_next(&c, &got);
	assert_non_null(why);
	assert_non_null(strstr(why, "too many quotes that never close"));
	fb_csv_close(&c);
	fb_physical_close(&in);
	fb_buf_release(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_those_of_libcsv),
		cmocka_unit_test(long_rows_are_whole),
		cmocka_unit_test(rows_know_their_lines),
		cmocka_unit_test(endless_open_quotes_end),
	};
	int fd = mkstemp(path), status;

	if (fd < 0)
		return 1;
	close(fd);
	status = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(path);
	return status;
}
