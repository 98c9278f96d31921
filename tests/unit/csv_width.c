/* csv_width.c - no byte is lost or given twice, whatever quotes stand where. */
#include "helper.h"

#include "ingest/csv.h"

/* Rows of three cells mostly, with a quote too many now and then. */
static void
make_text(struct fb_buf *b)
{
	static const char *const parts[] = { "a,b,c\n", "\"a\",b,\"c\"\r\n",
	    "\"a\nb\",c,d\n", "a,\"b\"\"b\",c\r", "\n", "a,\"b,c\n", "a,b,\"\n",
	    "a,\"b\"b\",c\n", "\"", ",", "x", "a,b\n", "\r\n" };

	b->n = 0;
	for (size_t n = next_random() % 12; n; n--)
		fb_buf_adds(b, parts[next_random() % 13]);
}

static size_t
lines_in(const char *p, const char *end)
{
	size_t n = 0;

	for (; p < end; p++)
		n += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
	return n;
}

/* Give how many rows were read by the width. */
static size_t
follow(const struct fb_buf *text)
{
	const struct fb_csv_opts o = { .delim = ',' };
	struct fb_physical l = { .max = 1 << 20, .lf = { '\n', SIZE_MAX, 0 },
	    .cr = { '\r', SIZE_MAX, 0 }, .eof = true };
	struct fb_csv c;
	size_t at = 0, reread = 0;
	bool got = true;

	fb_buf_add(&l.win, fb_buf_str(text));
	assert_null(fb_csv_open(&c, &l, &o));
	c.width = 3;
	while (!fb_csv_next(&c, &got) && got) {
		while (at < l.win.n && fb_is_line_end(l.win.p[at]) &&
		    l.win.p + at < c.row.raw.p)
			at++;
		assert_ptr_equal(c.row.raw.p, l.win.p + at);
		assert_int_equal(c.row.line,
		    1 + lines_in(l.win.p, l.win.p + at));
		at += c.row.raw.n;
		assert_true(!c.row.reread || c.row.n == 3);
		reread += c.row.reread;
	}
	while (at < l.win.n && fb_is_line_end(l.win.p[at]))
		at++;
	assert_int_equal(at, l.win.n);
	fb_csv_close(&c);
	fb_buf_release(&l.win);
	return reread;
}

static void
rows_are_all_of_the_text(void **unused)
{
	const char *many = getenv("FB_FUZZ");
	size_t n = many ? strtoul(many, NULL, 10) : 100000, reread = 0;
	struct fb_buf text = {0};

	(void)unused;
	for (size_t i = 0; i < n; i++) {
		make_text(&text);
		reread += follow(&text);
	}
	assert_true(reread > n / 100);
	fb_buf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_all_of_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
