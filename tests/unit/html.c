/* html.c - HTML to text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/html.h"

static void
expect(const char *html, const char *want)
{
	struct fb_buf b = {0};

	fb_buf_adds(&b, "before|");
	fb_html_text(&b, fb_cstr(html));
	assert_string_equal(fb_buf_cstr(&b) + 7, want);
	fb_buf_release(&b);
}

static void
blanks_are_one_and_blocks_are_lines(void **state)
{
	(void)state;
	expect("  one\n two <b>th</b>ree&nbsp; four ", "one two three four");
	expect("<div>a</div><div>b<br>c<br><br><br>d</div>", "a\nb\nc\n\nd");
	expect("<p>a</p>\n\n<p>&nbsp;</p><p>b</p><h2>c</h2>d",
	    "a\n\nb\n\nc\n\nd");
	expect("a<hr>b<pre>\n  c\n\n d  e\n</pre>f",
	    "a\n\nb\n\n  c\n\n d  e\n\nf");
	expect("<table><tr><td>a<td>b<tr><td>c</table>d", "a b\nc\n\nd");
	expect("", "");
	expect("<p></p><br>", "");
}

static void
entities_and_text_that_only_looks_like_tags_are_kept(void **state)
{
	(void)state;
	expect("5 &lt; 6 &amp; 7 &gt; 6 &eacute;&#8364;&#x1F600;",
	    "5 < 6 & 7 > 6 \u00e9\u20ac\U0001F600");
	expect("a < b & c &nothing; d", "a < b & c &nothing; d");
}

static void
what_nobody_sees_is_left_out(void **state)
{
	(void)state;
	expect("<html><head><title>t</title><meta charset=latin1></head>"
	    "<style>p { color: red }</style><script>if (a < b) x();</script>"
	    "<!-- no --><div style='x:y; DISPLAY:none; display : none'>no"
	    "<p>no</p></div><span hidden>no</span>y\u00e9s", "y\u00e9s");
}

static void
lists_links_images_and_quotes_are_said(void **state)
{
	(void)state;
	expect("<ul><li>a<li><p>b</p><ol><li>c</li><li>d</ol></ul>e",
	    "- a\n- b\n  1. c\n  2. d\n\ne");
	expect("<!DOCTYPE html><html><body>a<b>b</b></body></html>c", "abc");
	expect("<a href='https://x.org/p'>here</a>, <a href='http://x.org/'>"
	    "x.org</a> <a href='javascript:f()'>f</a> <a href='mailto:a@b'>"
	    "me</a>", "here <https://x.org/p>, x.org f me");
	expect("good <img src=x alt=':)'><img src=y>!", "good :)!");
	expect("I say<blockquote>you said<br><p>twice</p></blockquote>yes",
	    "I say\n\n> you said\n>\n> twice\n\nyes");
	expect("<blockquote>a<blockquote>b</blockquote></blockquote>",
	    "> a\n\n>> b");
}

static void
bad_bytes_and_deep_nesting_do_no_harm(void **state)
{
	struct fb_buf b = {0}, out = {0};

	(void)state;
	expect("a\xff" "b\xc3", "a\ufffd" "b\ufffd");
	for (int i = 0; i < 100000; i++)
		fb_buf_adds(&b, "<div><b>");
	fb_buf_adds(&b, "words");
	fb_html_text(&out, fb_buf_str(&b));
	assert_string_equal(fb_buf_cstr(&out), "words");
	out.n = 0;
	fb_html_text(&out, (fb_str){ "a\0b", 3 });
	assert_string_equal(fb_buf_cstr(&out), "ab");
	fb_buf_release(&b);
	fb_buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blanks_are_one_and_blocks_are_lines),
		cmocka_unit_test(
		    entities_and_text_that_only_looks_like_tags_are_kept),
		cmocka_unit_test(what_nobody_sees_is_left_out),
		cmocka_unit_test(lists_links_images_and_quotes_are_said),
		cmocka_unit_test(bad_bytes_and_deep_nesting_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
