/* book.c - tests of the workbook writer, read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "folder.h"
#include "base/time.h"
#include "pack/xlsx.h"
#include "sheet/book_part.h"

static struct fb_buf
load(const char *name)
{
	struct fb_buf b = {0};
	FILE *f = fopen(name, "rb");
	int c;

	assert_non_null(f);
	while ((c = getc(f)) != EOF)
		fb_buf_addc(&b, (char)c);
	fclose(f);
	return b;
}

static void
save(const char *name, fb_str s)
{
	FILE *f = fopen(name, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(s.p, 1, s.n, f), s.n);
	assert_int_equal(fclose(f), 0);
}

static const struct fb_about about = {
	.title = "Five voices", .created = 1791000000,
};

static const char *const words[] = {
	"=1+1", "+44 20 7946 0000", "@acme", "-5 stars", "a <b> & \"c\"",
	"great \xF0\x9F\x98\x80 app", "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7",
	"_x005F_x0041_", "  spaces  ", "two\nlines", "tab\there", "cr\rhere",
	"\x01" "control", "]]>", "&amp;", "1", "TRUE",
};
enum { WORDS = sizeof words / sizeof *words };

static unsigned
name_look(struct fb_book *b)
{
	return fb_book_look(b, &(struct fb_look){ .bold = true });
}

static void
write_quotes(struct fb_book *b, struct fb_sheet *q, size_t leave_out)
{
	unsigned day, quote = fb_book_look(b, &(struct fb_look){
		.font = "Georgia", .size = 11, .wrap = true, .indent = 1,
		.valign = FB_VALIGN_TOP, .edges = FB_EDGE_BOTTOM,
		.edge_ink = 0xB8BDC4 });
	struct fb_piece name[3] = {
		{ FB_LIT("Recommend "), name_look(b) }, { FB_LIT(""), 0 },
		{ FB_LIT("0 & 10"), quote },
	};

	day = fb_book_look(b, &(struct fb_look){ .number = "d mmm yyyy" });
	fb_sheet_col(q, 0, 0, 40, false);
	fb_sheet_row(q, 0, 30);
	for (uint32_t i = 0; i < WORDS; i++) {
		if (i == leave_out)
			continue;
		fb_sheet_text(q, i, 0, fb_cstr(words[i]), quote);
		fb_sheet_number(q, i, 1, i / 3.0 - 2, 0);
		fb_sheet_date(q, i, 2, fb_days(2026, 10, 3), day);
		fb_sheet_blank(q, i, 3, quote);
	}
	fb_sheet_rich(q, WORDS, 0, name, 3, quote);
	fb_sheet_link(q, WORDS, 1, "Data!A1", FB_LIT("#1f2e3d4c"), "to it", 0);
	fb_sheet_merge(q, WORDS + 1, 0, 3, FB_LIT("over four"), name_look(b));
}

static void
write_data(struct fb_sheet *d)
{
	for (uint32_t i = 0; i < 12; i++)
		fb_sheet_text(d, 0, i, FB_LIT("2026-10"), 0);
	for (uint32_t i = 0; i < 12; i++)
		fb_sheet_number(d, 1, i, 30 + (i * 7) % 5, 0);
	fb_sheet_number(d, 2, 11, 32, 0);
	assert_int_equal(fb_sheet_rows(d), 3);
	assert_int_equal(fb_sheet_cells(d), 25);
}

static void
draw(struct fb_sheet *d)
{
	struct fb_area v = { 1, 0, 1, 11 }, p = { 2, 0, 2, 11 };
	struct fb_series one = { "All", v, 0x0F5499, false };

	fb_sheet_mini(d, 5, 1, &(struct fb_mini){ d, v, p, 20, 40,
		0xC2410C, "latest 32", 150, 60 });
	fb_sheet_trend(d, 8, 1, &(struct fb_trend){ .from = d,
		.title = "Steady", .alt = "twelve months",
		.labels = { 0, 0, 0, 11 }, .series = &one, .n = 1,
		.width_px = 600, .height_px = 280 });
}

static void
furnish(struct fb_sheet *q)
{
	fb_sheet_rule(q, (struct fb_area){ 0, 1, WORDS, 1 },
		&(struct fb_rule){ .kind = FB_RULE_BELOW, .ink = 0xC2410C });
	fb_sheet_rule(q, (struct fb_area){ 0, 0, WORDS, 3 },
		&(struct fb_rule){ .kind = FB_RULE_FORMULA,
		.formula = "=$B1>3", .fill = 0xECEEF1 });
	fb_sheet_choices(q, (struct fb_area){ 0, 3, WORDS - 1, 3 },
		(const char *const[]){ "To call", "Fixed", NULL });
	fb_sheet_dates_only(q, (struct fb_area){ 0, 2, 3, 2 },
		fb_days(2026, 1, 1));
	fb_sheet_plan(q, &(struct fb_plan){ .freeze_rows = 1,
		.freeze_cols = 1, .repeat_rows = 1, .landscape = true,
		.filter = &(struct fb_area){ 0, 0, WORDS, 3 },
		.print = &(struct fb_area){ 0, 0, WORDS, 2 } });
}

/* A workbook with one of everything; rows in order has cells alone. */
static struct fb_book *
write_book(const char *to, bool in_order, size_t leave_out)
{
	struct fb_about a = about;
	struct fb_book *b;
	struct fb_sheet *q, *d;

	a.rows_in_order = in_order;
	assert_null(fb_book_open(&b, to, &a));
	assert_int_equal(name_look(b), name_look(b));
	q = fb_book_sheet(b, "Quotes");
	write_quotes(b, q, leave_out);
	d = fb_book_sheet(b, "Data");
	write_data(d);
	if (!in_order) {
		draw(d);
		furnish(q);
	}
	assert_null(fb_book_why(b));
	return b;
}

static void
close_well(struct fb_book *b)
{
	const char *why = fb_book_close(b);

	if (why)
		fail_msg("%s", why);
}

struct read_back {
	size_t cells, texts;
	struct fb_xlsx *x;
};

static const char *
on_cell(void *arg, const struct fb_xlsx_cell *c)
{
	struct read_back *r = arg;
	struct fb_buf b = {0};

	r->cells += c->type != FB_XLSX_EMPTY;
	if (c->row < WORDS && c->col == 0) {
		fb_xlsx_unescape(&b, fb_cstr(words[c->row]));
		assert_int_equal(c->type, FB_XLSX_STRING);
		assert_true(fb_str_eq(c->text, fb_buf_str(&b)));
		r->texts++;
	} else if (c->row < WORDS && c->col == 2) {
		assert_int_equal(c->type, FB_XLSX_DATE);
		assert_null(fb_xlsx_put_date(r->x, &b, c->text));
		assert_string_equal(fb_buf_cstr(&b), "2026-10-03");
	} else if (c->row == WORDS && c->col == 0) {
		assert_true(fb_str_eq(c->text, FB_LIT("Recommend 0 & 10")));
	}
	fb_buf_release(&b);
	return NULL;
}

static void
a_book_reads_back_as_written(void **state)
{
	struct fb_xlsx x;
	struct read_back r = { .x = &x };
	struct fb_xlsx_sink sink = { &r, on_cell, NULL };

	(void)state;
	for (int streaming = 0; streaming < 2; streaming++) {
		r.cells = r.texts = 0;
		close_well(write_book(path[0], streaming, WORDS));
		assert_true(fb_xlsx_is(path[0]));
		assert_null(fb_xlsx_open(&x, path[0]));
		assert_null(fb_xlsx_check(&x));
		assert_int_equal(x.nsheets, 2);
		assert_string_equal(x.sheets[0].name, "Quotes");
		assert_null(fb_xlsx_read(&x, 0, &sink));
		assert_int_equal(r.texts, WORDS);
		assert_int_equal(r.cells, 3 * WORDS + 3);
		fb_xlsx_close(&x);
	}
}

static void
two_runs_give_the_same_bytes(void **state)
{
	struct fb_buf a, b;

	(void)state;
	for (int streaming = 0; streaming < 2; streaming++) {
		close_well(write_book(path[0], streaming, WORDS));
		usleep(1100000);
		close_well(write_book(path[1], streaming, WORDS));
		a = load(path[0]);
		b = load(path[1]);
		assert_true(a.n > 4000);
		assert_true(fb_str_eq(fb_buf_str(&a), fb_buf_str(&b)));
		fb_buf_release(&a);
		fb_buf_release(&b);
	}
}

static void
a_changed_file_is_not_taken_for_the_book(void **state)
{
	static const size_t left_out[] = { 0, 3, WORDS - 1, WORDS };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct fb_book *b;
		const char *why;

		close_well(write_book(path[1], false, left_out[i]));
		b = write_book(path[0], false, WORDS);
		why = fb_book_verify(b, path[1]);
		if (left_out[i] == WORDS)
			assert_null(why);
		else
			assert_non_null(strstr(why, "sheet Quotes: written "));
		fb_book_abandon(b);
	}
}

static void
a_torn_workbook_is_seen_wherever_it_is_cut(void **state)
{
	struct fb_buf whole;

	(void)state;
	close_well(write_book(path[0], false, WORDS));
	whole = load(path[0]);
	for (size_t n = 0; n < whole.n; n += 1 + whole.n / 61) {
		struct fb_xlsx x;
		const char *why;

		save(path[1], (fb_str){ whole.p, n });
		why = fb_xlsx_open(&x, path[1]);
		if (!why)
			why = fb_xlsx_check(&x);
		assert_non_null(why);
		fb_xlsx_close(&x);
	}
	fb_buf_release(&whole);
}

/* Every byte of the parts is under a checksum. */
static void
a_flipped_byte_in_a_part_is_seen(void **state)
{
	struct fb_buf whole;
	size_t seen = 0, tried = 0;

	(void)state;
	close_well(write_book(path[0], false, WORDS));
	whole = load(path[0]);
	for (size_t n = 60; n < whole.n / 2; n += whole.n / 97) {
		struct fb_book *b = write_book(path[0], false, WORDS);

		whole.p[n] ^= 0x20;
		save(path[1], fb_buf_str(&whole));
		seen += fb_book_verify(b, path[1]) != NULL;
		tried++;
		whole.p[n] ^= 0x20;
		fb_book_abandon(b);
	}
	/* Some bytes of a local header are said again in the directory. */
	assert_in_range(seen, tried * 8 / 10, tried);
	fb_buf_release(&whole);
}

static const char *
why_of(void (*write)(struct fb_sheet *))
{
	struct fb_book *b;
	const char *why;
	struct stat st;

	unlink(path[1]);
	assert_null(fb_book_open(&b, path[1], &about));
	write(fb_book_sheet(b, "S"));
	why = fb_book_close(b);
	assert_non_null(why);
	assert_int_not_equal(stat(path[1], &st), 0);
	return why;
}

static void
too_long(struct fb_sheet *s)
{
	struct fb_buf b = {0};

	for (int i = 0; i < 16384; i++)
		fb_buf_adds(&b, "\xF0\x9F\x98\x80");
	fb_sheet_text(s, 0, 0, fb_buf_str(&b), 0);
	fb_buf_release(&b);
}

static void
not_a_number(struct fb_sheet *s)
{
	double zero = 0;

	fb_sheet_number(s, 0, 0, zero / zero, 0);
}

static void
bad_text(struct fb_sheet *s)
{
	fb_sheet_text(s, 0, 0, FB_LIT("\xED\xA0\x80"), 0);
}

static void
too_low(struct fb_sheet *s)
{
	fb_sheet_text(s, 1048576, 0, FB_LIT("x"), 0);
}

static void
too_far(struct fb_sheet *s)
{
	fb_sheet_text(s, 0, 65536, FB_LIT("x"), 0);
}

static void
twice(struct fb_sheet *s)
{
	fb_sheet_text(s, 0, 0, FB_LIT("x"), 0);
	fb_sheet_text(s, 0, 0, FB_LIT("y"), 0);
}

static void
what_a_cell_cannot_hold_is_refused(void **state)
{
	(void)state;
	assert_string_equal(why_of(too_long),
		"sheet S: a text is longer than a cell holds");
	assert_string_equal(why_of(not_a_number),
		"sheet S: a number is not finite");
	assert_string_equal(why_of(bad_text), "sheet S: a text is not UTF-8");
	assert_non_null(strstr(why_of(too_low), "sheet S: "));
	assert_non_null(strstr(why_of(too_far), "sheet S: "));
	assert_string_equal(why_of(twice),
		"sheet S: written 1 rows and 2 cells, found 1 and 1");
}

static void
a_device_is_written_through(void **state)
{
	(void)state;
	close_well(write_book("/dev/null", false, WORDS));
	assert_non_null(fb_book_close(write_book("/dev/full", false, WORDS)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_book_reads_back_as_written),
		cmocka_unit_test(two_runs_give_the_same_bytes),
		cmocka_unit_test(a_changed_file_is_not_taken_for_the_book),
		cmocka_unit_test(a_torn_workbook_is_seen_wherever_it_is_cut),
		cmocka_unit_test(a_flipped_byte_in_a_part_is_seen),
		cmocka_unit_test(what_a_cell_cannot_hold_is_refused),
		cmocka_unit_test(a_device_is_written_through),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
