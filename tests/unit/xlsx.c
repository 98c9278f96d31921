/* xlsx.c - tests of the workbook reader on workbooks made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>

#include "folder.h"
#include "pack/xlsx.h"

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
		cmocka_unit_test(a_damaged_part_is_named),
		cmocka_unit_test(escapes_are_resolved_once),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
