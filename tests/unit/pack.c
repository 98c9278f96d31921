/* pack.c - tests of compressed input, the workbook reader and the writer. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>

#include "base/time.h"
#include "pack/stream.h"
#include "pack/xlsx.h"
#include "sheet/book.h"
#include "sheet/book_part.h"

static char dir[] = "/tmp/fb-unit-pack.XXXXXX";
static char path[2][64];

static int
set_up(void **state)
{
	(void)state;
	if (!mkdtemp(dir))
		return -1;
	snprintf(path[0], sizeof path[0], "%s/a.xlsx", dir);
	snprintf(path[1], sizeof path[1], "%s/b.xlsx", dir);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unlink(path[0]);
	unlink(path[1]);
	return rmdir(dir); /* fails when a temporary file was left */
}

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

/* The text, packed by libarchive. */
static struct fb_buf
packed(fb_str text, int (*filter)(struct archive *), const char *const *names)
{
	static const char *const one[] = { "text", NULL };
	struct archive *a = archive_write_new();
	struct fb_buf b = {0};
	size_t n = 0;

	if (filter)
		filter(a), archive_write_set_format_raw(a);
	else
		archive_write_set_format_zip(a);
	fb_buf_room(&b, text.n + 65536);
	archive_write_set_bytes_in_last_block(a, 1);
	assert_int_equal(archive_write_open_memory(a, b.p, b.cap, &n), 0);
	for (const char *const *name = names ? names : one; *name; name++) {
		struct archive_entry *e = archive_entry_new();

		archive_entry_set_pathname(e, *name);
		archive_entry_set_filetype(e, AE_IFREG);
		archive_entry_set_size(e, (la_int64_t)text.n);
		assert_int_equal(archive_write_header(a, e), 0);
		assert_int_equal(archive_write_data(a, text.p, text.n), text.n);
		archive_entry_free(e);
	}
	archive_write_close(a);
	archive_write_free(a);
	b.n = n;
	return b;
}

/* Read the bytes back through a stream in pieces of cap. */
static const char *
unpacked(fb_str bytes, size_t cap, struct fb_buf *out)
{
	static char why[200];
	struct fb_stream s;
	const char *bad;
	size_t got = 1;

	save(path[0], bytes);
	out->n = 0;
	bad = fb_stream_open(&s, path[0]);
	while (!bad && got) {
		bad = fb_stream_read(&s, fb_buf_room(out, cap), cap, &got);
		out->n += got;
	}
	snprintf(why, sizeof why, "%s", bad ? bad : "");
	fb_stream_close(&s);
	return bad ? why : NULL;
}

static struct fb_buf
long_text(void)
{
	struct fb_buf b = {0};

	for (unsigned i = 0; i < 60000; i++)
		fb_buf_printf(&b, "{\"n\":%u}\n", i * 2654435761u);
	return b;
}

static void
comes_back(fb_str bytes, fb_str text)
{
	static const size_t caps[] = { 1, 7, 4096, FB_STREAM_BLOCK };
	struct fb_buf out = {0};

	for (size_t i = text.n > 10000 ? 2 : 0; i < 4; i++) {
		const char *why = unpacked(bytes, caps[i], &out);

		if (why)
			fail_msg("%s", why);
		assert_true(fb_str_eq(fb_buf_str(&out), text));
	}
	fb_buf_release(&out);
}

static int (*const filters[])(struct archive *) = {
	archive_write_add_filter_gzip, archive_write_add_filter_zstd,
	archive_write_add_filter_xz, archive_write_add_filter_bzip2, NULL,
};

static void
every_packing_gives_the_text_back(void **state)
{
	struct fb_buf text = long_text();

	(void)state;
	comes_back(fb_buf_str(&text), fb_buf_str(&text));
	comes_back(FB_LIT(""), FB_LIT(""));
	comes_back(FB_LIT("BZh is not a magic"), FB_LIT("BZh is not a magic"));
	comes_back(FB_LIT("BZh91 customers"), FB_LIT("BZh91 customers"));
	comes_back(FB_LIT("PK"), FB_LIT("PK"));
	for (size_t i = 0; i < 5; i++) {
		struct fb_buf z = packed(fb_buf_str(&text), filters[i], NULL);
		struct fb_buf e = packed(FB_LIT(""), filters[i], NULL);

		comes_back(fb_buf_str(&z), fb_buf_str(&text));
		comes_back(fb_buf_str(&e), FB_LIT(""));
		fb_buf_release(&z);
		fb_buf_release(&e);
	}
	fb_buf_release(&text);
}

static void
a_torn_stream_is_seen_wherever_it_is_cut(void **state)
{
	struct fb_buf text = long_text(), out = {0};

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct fb_buf z = packed(fb_buf_str(&text), filters[i], NULL);

		for (size_t n = 8; n < z.n; n += 1 + z.n / 23)
			assert_non_null(unpacked((fb_str){ z.p, n }, 65536, &out));
		assert_non_null(unpacked((fb_str){ z.p, z.n - 1 }, 65536, &out));
		fb_buf_release(&z);
	}
	fb_buf_release(&out);
	fb_buf_release(&text);
}

static void
gzip_members_are_one_text(void **state)
{
	struct fb_buf a = packed(FB_LIT("one\n"), filters[0], NULL);
	struct fb_buf b = packed(FB_LIT("two\n"), filters[0], NULL), out = {0};
	size_t whole;

	(void)state;
	fb_buf_add(&a, fb_buf_str(&b));
	whole = a.n;
	comes_back(fb_buf_str(&a), FB_LIT("one\ntwo\n"));
	fb_buf_add(&a, FB_LIT("\0\0\0\0\0"));
	comes_back(fb_buf_str(&a), FB_LIT("one\ntwo\n"));
	a.n = whole - 3;
	assert_string_equal(unpacked(fb_buf_str(&a), 99, &out),
	                    "unexpected end of the gzip stream");
	a.n = whole;
	fb_buf_adds(&a, "more");
	assert_string_equal(unpacked(fb_buf_str(&a), 99, &out),
	                    "bytes that are not gzip behind the gzip stream");
	fb_buf_release(&a);
	fb_buf_release(&b);
	fb_buf_release(&out);
}

static void
a_wrong_checksum_is_seen(void **state)
{
	struct fb_buf z = packed(FB_LIT("hello, hello\n"), filters[0], NULL);
	struct fb_buf out = {0};

	(void)state;
	for (size_t i = 1; i <= 8; i++) {
		z.p[z.n - i] ^= 1;
		assert_string_equal(unpacked(fb_buf_str(&z), 99, &out),
			"the checksum of the gzip stream does not match");
		z.p[z.n - i] ^= 1;
	}
	comes_back(fb_buf_str(&z), FB_LIT("hello, hello\n"));
	fb_buf_release(&z);
	fb_buf_release(&out);
}

static void
a_zip_archive_must_hold_one_file(void **state)
{
	static const char *const two[] = { "a.csv", "b.csv", NULL };
	static const char *const mac[] = { "a.csv", "__MACOSX/._a.csv", NULL };
	struct fb_buf z = packed(FB_LIT("x,y\n"), NULL, two), out = {0};

	(void)state;
	assert_string_equal(unpacked(fb_buf_str(&z), 99, &out),
		"is a zip archive with several files; unpack it first");
	fb_buf_release(&z);
	z = packed(FB_LIT("x,y\n"), NULL, mac);
	comes_back(fb_buf_str(&z), FB_LIT("x,y\n"));
	fb_buf_release(&z);
	fb_buf_release(&out);
}

static void
a_pipe_is_read_like_a_file(void **state)
{
	struct fb_buf z = packed(FB_LIT("piped\n"), filters[0], NULL);
	struct fb_stream s;
	char buf[32];
	size_t got;
	int p[2];

	(void)state;
	assert_int_equal(pipe(p), 0);
	assert_int_equal(write(p[1], z.p, z.n), z.n);
	close(p[1]);
	assert_null(fb_stream_start(&s, p[0]));
	assert_null(fb_stream_read(&s, buf, sizeof buf, &got));
	assert_memory_equal(buf, "piped\n", 6);
	assert_null(fb_stream_read(&s, buf, sizeof buf, &got));
	assert_int_equal(got, 0);
	fb_stream_close(&s);
	assert_non_null(fb_stream_open(&s, "/nonexistent/file"));
	fb_stream_close(&s);
	fb_buf_release(&z);
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

/* A workbook with one of everything. */
static struct fb_book *
write_book(const char *to, bool streaming, size_t leave_out)
{
	struct fb_about a = about;
	struct fb_book *b;
	struct fb_sheet *q, *d;
	unsigned quote, day, bold;
	struct fb_piece name[3];

	a.rows_in_order = streaming;
	assert_null(fb_book_open(&b, to, &a));
	bold = name_look(b);
	assert_int_equal(bold, name_look(b));
	quote = fb_book_look(b, &(struct fb_look){ .font = "Georgia",
		.size = 11, .wrap = true, .valign = FB_VALIGN_TOP,
		.indent = 1, .edges = FB_EDGE_BOTTOM, .edge_ink = 0xB8BDC4 });
	day = fb_book_look(b, &(struct fb_look){ .number = "d mmm yyyy" });
	q = fb_book_sheet(b, "Quotes");
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
	name[0] = (struct fb_piece){ FB_LIT("Recommend "), bold };
	name[1] = (struct fb_piece){ FB_LIT(""), 0 };
	name[2] = (struct fb_piece){ FB_LIT("0 & 10"), quote };
	fb_sheet_rich(q, WORDS, 0, name, 3, quote);
	fb_sheet_link(q, WORDS, 1, "Data!A1", FB_LIT("#1f2e3d4c"), "to it", 0);
	fb_sheet_merge(q, WORDS + 1, 0, 3, FB_LIT("over four"), bold);
	d = fb_book_sheet(b, "Data");
	for (uint32_t i = 0; i < 12; i++)
		fb_sheet_text(d, 0, i, FB_LIT("2026-10"), 0);
	for (uint32_t i = 0; i < 12; i++)
		fb_sheet_number(d, 1, i, 30 + (i * 7) % 5, 0);
	fb_sheet_number(d, 2, 11, 32, 0);
	if (!streaming) {
		struct fb_area v = { 1, 0, 1, 11 }, p = { 2, 0, 2, 11 };
		struct fb_series one = { "All", v, 0x0F5499 };

		fb_sheet_mini(d, 5, 1, &(struct fb_mini){ d, v, p, 20, 40,
			0xC2410C, "latest 32", 150, 60 });
		fb_sheet_trend(d, 8, 1, &(struct fb_trend){ .from = d,
			.title = "Steady", .alt = "twelve months",
			.labels = { 0, 0, 0, 11 }, .series = &one, .n = 1,
			.width_px = 600, .height_px = 280 });
		fb_sheet_rule(q, (struct fb_area){ 0, 1, WORDS, 1 },
			&(struct fb_rule){ .kind = FB_RULE_BELOW, .limit = 0,
			.ink = 0xC2410C });
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
	assert_int_equal(fb_sheet_rows(d), 3);
	assert_int_equal(fb_sheet_cells(d), 25);
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

/* A workbook of one sheet with this text as its part; NULL leaves it out. */
static void
by_hand(const char *sheet)
{
	const char *const part[][2] = {
		{ "xl/workbook.xml", "<workbook xmlns:r='r'><sheets>"
		  "<sheet name='S' r:id='a'/></sheets></workbook>" },
		{ "xl/_rels/workbook.xml.rels", "<Relationships><Relationship "
		  "Id='a' Target='/xl/s.xml'/></Relationships>" },
		{ "xl/s.xml", sheet },
	};
	struct archive *a = archive_write_new();

	archive_write_set_format_zip(a);
	assert_int_equal(archive_write_open_filename(a, path[0]), 0);
	for (size_t i = 0; i < 3 && part[i][1]; i++) {
		struct archive_entry *e = archive_entry_new();
		size_t n = strlen(part[i][1]);

		archive_entry_set_pathname(e, part[i][0]);
		archive_entry_set_filetype(e, AE_IFREG);
		archive_entry_set_size(e, (la_int64_t)n);
		assert_int_equal(archive_write_header(a, e), 0);
		assert_int_equal(archive_write_data(a, part[i][1], n), n);
		archive_entry_free(e);
	}
	archive_write_free(a);
}

static void
a_damaged_part_is_named(void **state)
{
	static const char *const bad[][2] = {
		{ NULL, "xl/s.xml: the part is missing" },
		{ "<worksheet><sheetData>",
		  "xl/s.xml:1: its XML is not well-formed" },
		{ "<worksheet>\n<row></worksheet>",
		  "xl/s.xml:2: its XML is not well-formed" },
		{ "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>",
		  "xl/s.xml: a document type declaration is not allowed" },
		{ "<worksheet>&b;</worksheet>",
		  "xl/s.xml:1: its XML is not well-formed" },
		{ "<worksheet><row r='0'/></worksheet>",
		  "xl/s.xml: a row has no valid number" },
		{ "<worksheet><row r='2'><c r='A3'/></row></worksheet>",
		  "xl/s.xml: a cell has no valid address" },
		{ "<worksheet><row><c t='s'><v>0</v></c></row></worksheet>",
		  "xl/s.xml: a cell points to a string that is not there" },
		{ "<worksheet><row><c r='XFE1'/></row></worksheet>",
		  "xl/s.xml: a cell has no valid address" },
		{ "<worksheet><row><c t='q'/></row></worksheet>",
		  "xl/s.xml: a cell has an unknown type" },
		{ "<worksheet><row><c><v>1</v></c></row></worksheet>", NULL },
	};
	const struct fb_xlsx_sink none = {0};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct fb_xlsx x;
		const char *why;

		by_hand(bad[i][0]);
		why = fb_xlsx_open(&x, path[0]);
		if (!why)
			why = fb_xlsx_read(&x, 0, &none);
		assert_string_equal(why ? why : "", bad[i][1] ? bad[i][1] : "");
		fb_xlsx_close(&x);
	}
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

static void
escapes_are_resolved_once(void **state)
{
	static const char *const pair[][2] = {
		{ "_x0041_", "A" }, { "_x005F_x0041_", "_x0041_" },
		{ "_x00e9_", "\xC3\xA9" }, { "_x004_", "_x004_" },
		{ "__x000D_", "_\r" }, { "_", "_" }, { "a_b", "a_b" },
		{ "_xD800_", "\xEF\xBF\xBD" }, { "_x00G1_", "_x00G1_" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
		struct fb_buf b = {0};

		fb_xlsx_unescape(&b, fb_cstr(pair[i][0]));
		assert_string_equal(fb_buf_cstr(&b), pair[i][1]);
		fb_buf_release(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_packing_gives_the_text_back),
		cmocka_unit_test(a_torn_stream_is_seen_wherever_it_is_cut),
		cmocka_unit_test(gzip_members_are_one_text),
		cmocka_unit_test(a_wrong_checksum_is_seen),
		cmocka_unit_test(a_zip_archive_must_hold_one_file),
		cmocka_unit_test(a_pipe_is_read_like_a_file),
		cmocka_unit_test(a_book_reads_back_as_written),
		cmocka_unit_test(two_runs_give_the_same_bytes),
		cmocka_unit_test(a_changed_file_is_not_taken_for_the_book),
		cmocka_unit_test(a_torn_workbook_is_seen_wherever_it_is_cut),
		cmocka_unit_test(a_flipped_byte_in_a_part_is_seen),
		cmocka_unit_test(a_damaged_part_is_named),
		cmocka_unit_test(what_a_cell_cannot_hold_is_refused),
		cmocka_unit_test(a_device_is_written_through),
		cmocka_unit_test(escapes_are_resolved_once),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
