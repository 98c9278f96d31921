/* split.c - rows are the same with the splitter and through libcsv alone. */
#include "helper.h"

#include "ingest/csv.h"
#include "ingest/split.h"

static struct fb_physical
lines_of(const struct fb_buf *text)
{
	struct fb_physical l = { .max = 1 << 20, .lf = { '\n', SIZE_MAX, 0 },
	    .cr = { '\r', SIZE_MAX, 0 }, .eof = true };

	fb_buf_add(&l.win, fb_buf_str(text));
	return l;
}

/* Text of cells, quotes and line ends, with long runs now and then. */
static void
make_text(struct fb_buf *b)
{
	static const char parts[] = ",,,\"\"\"\n\r;ab \t\\'\x00\xc3\xa9";
	static const char *const wholes[] = { "\"a b\",", "\"say \"\"x\"\"\",",
	    "\"\",", "\r\n", "plain words,", "\"two\nlines\",", "\"\"\"\"" };
	size_t n = next_random() % 40;

	b->n = 0;
	for (size_t i = 0; i < n; i++) {
		uint64_t r = next_random();

		if (r % 8 < 4)
			fb_buf_addc(b, parts[r / 8 % (sizeof parts - 1)]);
		else if (r % 8 < 7)
			fb_buf_adds(b, wholes[r / 8 % 7]);
		else
			for (size_t k = r / 8 % 90; k; k--)
				fb_buf_addc(b, 'x');
	}
}

static void
same_rows(const struct fb_csv *a, const struct fb_csv *b)
{
	assert_int_equal(a->unclosed, b->unclosed);
	assert_int_equal(a->row.n, b->row.n);
	assert_int_equal(a->row.line, b->row.line);
	assert_int_equal(a->row.nspan, b->row.nspan);
	assert_int_equal(a->row.stray, b->row.stray);
	assert_true(fb_str_eq(a->row.raw, b->row.raw));
	assert_true(fb_str_eq(fb_buf_str(&a->row.text),
	    fb_buf_str(&b->row.text)));
	for (size_t i = 0; i < a->row.n; i++)
		assert_true(fb_str_eq(a->row.cells[i], b->row.cells[i]));
}

/* Give how many rows were split without libcsv. */
static size_t
compare(const struct fb_buf *text, struct fb_csv_opts o)
{
	struct fb_physical la = lines_of(text), lb = lines_of(text);
	struct fb_csv a, b;
	bool got = true, also;
	size_t plain = 0;

	assert_null(fb_csv_open(&a, &la, &o));
	o.slow = true;
	assert_null(fb_csv_open(&b, &lb, &o));
	while (got) {
		assert_null(fb_csv_next(&a, &got));
		assert_null(fb_csv_next(&b, &also));
		assert_int_equal(got, also);
		assert_false(b.plain_row);
		if (got)
			same_rows(&a, &b);
		plain += got && a.plain_row;
	}
	fb_csv_close(&a);
	fb_csv_close(&b);
	fb_buf_release(&la.win);
	fb_buf_release(&lb.win);
	return plain;
}

static void
no_input_tells_them_apart(const char *way, size_t n)
{
	static const struct fb_csv_opts all[] = { { .delim = ',' },
	    { .delim = ';' }, { .delim = '\t', .no_quotes = true },
	    { .delim = ',', .quote = '\'' } };
	struct fb_buf text = {0};
	size_t plain = 0;

	if (!fb_split_use(way))
		return; /* not on this processor */
	for (size_t i = 0; i < n; i++) {
		make_text(&text);
		plain += compare(&text, all[i % 4]);
	}
	assert_true(plain > n);
	fb_buf_release(&text);
	fb_split_use("auto");
}

static void
no_way_tells_them_apart(void **unused)
{
	const char *many = getenv("FB_FUZZ");
	size_t n = many ? strtoul(many, NULL, 10) : 100000;

	(void)unused;
	no_input_tells_them_apart("plain", n);
	no_input_tells_them_apart("auto", n);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_way_tells_them_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
