/* pack.c - tests of compressed input. */
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
#include "pack/stream.h"

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
		filter(a);
	if (filter && names)
		archive_write_set_format_ustar(a);
	else if (filter)
		archive_write_set_format_raw(a);
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
		"is an archive with several files; unpack it first");
	fb_buf_release(&z);
	z = packed(FB_LIT("x,y\n"), NULL, mac);
	comes_back(fb_buf_str(&z), FB_LIT("x,y\n"));
	fb_buf_release(&z);
	fb_buf_release(&out);
}

/* "name:text;" of all files, and what was wrong. */
static const char *
files_of(fb_str z, struct fb_buf *out)
{
	struct fb_stream s;
	const char *why;
	bool got = true;
	size_t n;
	char buf[7];

	save(path[0], z);
	out->n = 0;
	why = fb_stream_open(&s, path[0]);
	s.each = true;
	while (!why && got) {
		fb_buf_add(out, fb_buf_str(&s.name));
		fb_buf_addc(out, ':');
		while (!(why = fb_stream_read(&s, buf, sizeof buf, &n)) && n)
			fb_buf_add(out, (fb_str){ buf, n });
		fb_buf_addc(out, ';');
		if (!why)
			why = fb_stream_next(&s, &got);
	}
	fb_stream_close(&s);
	fb_buf_cstr(out);
	return why;
}

static void
the_files_of_an_archive_come_one_by_one(void **state)
{
	static const char *const names[] = { "in/a.eml", "in/._a.eml",
	    ".DS_Store", "b.eml", NULL };
	struct fb_buf out = {0}, z;

	(void)state;
	for (size_t i = 0; i <= sizeof filters / sizeof *filters; i++) {
		z = packed(FB_LIT("some text\n"), i == 0 ? NULL : i == 1 ?
		    archive_write_add_filter_none : filters[i - 2], names);
		assert_null(files_of(fb_buf_str(&z), &out));
		assert_string_equal(out.p,
		    "in/a.eml:some text\n;b.eml:some text\n;");
		if (i)
			assert_string_equal(unpacked(fb_buf_str(&z), 99, &out),
			    "is an archive with several files; "
			    "unpack it first");
		if (i == 2) { /* gzip: the checksum behind the tar's end */
			z.p[z.n - 6] ^= 1;
			assert_non_null(files_of(fb_buf_str(&z), &out));
		}
		fb_buf_release(&z);
	}
	z = packed(FB_LIT("alone"), filters[0], NULL);
	assert_null(files_of(fb_buf_str(&z), &out));
	assert_string_equal(out.p, ":alone;");
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_packing_gives_the_text_back),
		cmocka_unit_test(a_torn_stream_is_seen_wherever_it_is_cut),
		cmocka_unit_test(gzip_members_are_one_text),
		cmocka_unit_test(a_wrong_checksum_is_seen),
		cmocka_unit_test(a_zip_archive_must_hold_one_file),
		cmocka_unit_test(the_files_of_an_archive_come_one_by_one),
		cmocka_unit_test(a_pipe_is_read_like_a_file),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
