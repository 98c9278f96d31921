/* reply.c - a mail's own words and what it quotes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/mail_head.h"
#include "ingest/postmark.h"
#include "ingest/reply.h"
#include "ingest/sender.h"
#include "ingest/unflow.h"

static void
expect(const char *body, const char *text, const char *quoted)
{
	struct fb_buf t = {0}, q = {0};

	fb_put_reply(&t, &q, fb_cstr(body));
	assert_string_equal(fb_buf_cstr(&t), text);
	assert_string_equal(fb_buf_cstr(&q), quoted);
	fb_buf_release(&t);
	fb_buf_release(&q);
}

static void
quotes_go_with_the_line_that_says_whose_they_are(void **state)
{
	(void)state;
	expect("Yes.\n\nOn Mon, 5 Oct 2026 at 10:00, Ann <a@b.c>\nwrote:\n\n"
	    "> Is it?\n>> Was it?\n\nAnd no.\n", "Yes.\n\nAnd no.",
	    "On Mon, 5 Oct 2026 at 10:00, Ann <a@b.c>\nwrote:\n\n> Is it?\n"
	    ">> Was it?");
	expect("Am 05.10.2026 um 10:00 schrieb Ann:\n> Ja?\nNein.\n", "Nein.",
	    "Am 05.10.2026 um 10:00 schrieb Ann:\n> Ja?");
	expect("On 3 July 2019 at 19:43, M wrote:\n| a\n| \n| b\n\nmine\n",
	    "mine", "On 3 July 2019 at 19:43, M wrote:\n| a\n| \n| b");
	expect("| a | table |\n| 1 | 2 |\n", "| a | table |\n| 1 | 2 |", "");
	expect("  > in a bit\nout\n", "out", "  > in a bit");
}

static void
quotes_go_on_behind_own_words_and_cuts(void **state)
{
	(void)state;
	expect("On 3 July 2019 at 19:43, M wrote:\n| a\nmine\n\n| b\n|x|y|\n",
	    "mine\n\n|x|y|",
	    "On 3 July 2019 at 19:43, M wrote:\n| a\n| b");
	expect("On 3 July 2019 at 19:43, M wrote:\n[...]\n\n> a\n\nmine\n",
	    "mine", "On 3 July 2019 at 19:43, M wrote:\n[...]\n\n> a");
	expect("Look.\n\n[...]\n\nAnd on.\n", "Look.\n\n[...]\n\nAnd on.",
	    "");
}

static void
without_marks_all_behind_the_line_is_another_s(void **state)
{
	(void)state;
	expect("Top.\n\n?On 9/8/19, 2:28 PM, \"B\" <b at c> wrote:\n\nOld.\n",
	    "Top.", "?On 9/8/19, 2:28 PM, \"B\" <b at c> wrote:\n\nOld.");
	expect("See below\n-----Original Message-----\nFrom: x\nHi\n",
	    "See below", "-----Original Message-----\nFrom: x\nHi");
	expect("Tak.\n\nFra: A <a@b.c>\nSendt: 1. maj\nTil: B\nEmne: c\n\nHej\n",
	    "Tak.", "Fra: A <a@b.c>\nSendt: 1. maj\nTil: B\nEmne: c\n\nHej");
	expect("Tak.\n-----Oprindelig meddelelse-----\nHej\n", "Tak.",
	    "-----Oprindelig meddelelse-----\nHej");
	expect("See\n\nFrom: A\nSent: today\nTo: B\nSubject: c\n\nHi\n", "See",
	    "From: A\nSent: today\nTo: B\nSubject: c\n\nHi");
	expect("My mother once wrote:\nbuy here.\n",
	    "My mother once wrote:\nbuy here.", "");
	expect("From: the start it was bad.\nTo: be fair, it got better.\n",
	    "From: the start it was bad.\nTo: be fair, it got better.", "");
}

static void
signatures_and_footers_are_kept_out(void **state)
{
	(void)state;
	expect("Bad.\n-- \nAnn\n", "Bad.", "-- \nAnn");
	expect("Bad.\n--\nAnn\n", "Bad.", "--\nAnn");
	expect("Bad.\n\nSent from my iPhone\n", "Bad.", "Sent from my iPhone");
	expect("Bad.\n\nTo unsubscribe go to https://x.y\n", "Bad.",
	    "To unsubscribe go to https://x.y");
	expect("Bad.\n\nSent from Gmail Mobile\n____________\n> old\n", "Bad.",
	    "Sent from Gmail Mobile\n____________\n> old");
	expect("One\n=====\ntwo\n", "One\n=====\ntwo", "");
	expect("Please unsubscribe me.\n", "Please unsubscribe me.", "");
	expect("Bad.\n____________________________\nA mailing list\n"
	    "https://x.y\n", "Bad.",
	    "____________________________\nA mailing list\nhttps://x.y");
	expect("a\n\n\n\nb\n", "a\n\n\n\nb", "");
	expect("", "", "");
}

static void
flowed(const char *body, bool delsp, const char *want)
{
	struct fb_buf b = {0};

	fb_put_unflowed(&b, fb_cstr(body), true, delsp);
	assert_string_equal(fb_buf_cstr(&b), want);
	fb_buf_release(&b);
}

static void
flowed_lines_are_joined(void **state)
{
	struct fb_buf b = {0};

	(void)state;
	flowed("one \r\ntwo\r\n\r\nthree\r\n", false, "one two\n\nthree\n");
	flowed("> a \n> b\nc \n-- \nd\n", false, "> a b\nc \n-- \nd\n");
	flowed(" From stuffed\n", false, "From stuffed\n");
	flowed("half \nword\n", true, "halfword\n");
	flowed(">> x \n> y\n", false, ">> x \n> y\n");
	fb_put_unflowed(&b, FB_LIT("a \r\nb\rc\n\nd"), false, false);
	assert_string_equal(fb_buf_cstr(&b), "a \nb\nc\n\nd\n");
	fb_buf_release(&b);
}

static void
date_is(const char *text, const char *want)
{
	struct fb_when w;
	struct fb_buf b = {0};

	if (fb_mail_date(fb_cstr(text), &w))
		fb_put_when(&b, w);
	assert_string_equal(fb_buf_cstr(&b), want);
	fb_buf_release(&b);
}

/* RFC 5322 A.1, A.5 and A.6.2 are among them. */
static void
dates_of_headers_are_read(void **state)
{
	(void)state;
	date_is("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z");
	date_is("Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)",
	    "1969-02-14T03:02:00Z");
	date_is("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z");
	date_is("Tue, 2 Jul 2019 14:00:11 +1200", "2019-07-02T02:00:11Z");
	date_is("Wed, 20 Sep 1995 00:19:00 (EDT) -0400",
	    "1995-09-20T04:19:00Z");
	date_is("1 Jan 2001 00:01", "2001-01-01T00:01:00");
	date_is("01 Jan 2001 00:01+0000", "2001-01-01T00:01:00Z");
	date_is("Mon, 30 Feb 2026 10:00:00 +0000", "");
	date_is("Mon, 5 Oct 2026 25:00:00 +0000", "");
	date_is("<HR>", "");
	date_is("", "");
}

static void
postmarks_are_told_from_words(void **state)
{
	(void)state;
	assert_true(fb_is_postmark(FB_LIT(
	    "From a@b.c Tue Jul  2 04:00:11 2019\n")));
	assert_true(fb_is_postmark(FB_LIT(
	    "From h @end|ng |rom gm@||@com  Tue Jul  2 05:36:26 2019")));
	assert_true(fb_is_postmark(FB_LIT("From - Mon Oct 05 9:00 2026")));
	assert_false(fb_is_postmark(FB_LIT("From the start it was bad\n")));
	assert_false(fb_is_postmark(FB_LIT("From Tuesday July on\n")));
	assert_false(fb_is_postmark(FB_LIT(">From a Tue Jul  2 04:00 2019")));
	assert_true(fb_is_stuffed(FB_LIT(">>From x")));
	assert_false(fb_is_stuffed(FB_LIT("From x")));
	assert_true(fb_is_mail(FB_LIT("Subject: a\nFrom: b\n\nc")));
	assert_false(fb_is_mail(FB_LIT("Name: a\nAge: b\n\nc")));
}

static void
address_is(const char *from, const char *want)
{
	struct fb_buf b = {0};

	fb_put_address(&b, fb_cstr(from));
	assert_string_equal(fb_buf_cstr(&b), want);
	fb_buf_release(&b);
}

static void
one_writer_has_one_address(void **state)
{
	(void)state;
	address_is("Ann Lee <Ann@Shop.Example>", "ann@shop.example");
	address_is("\"Lee <A>\" <ann@shop.example>", "ann@shop.example");
	address_is("ann@shop.example (Ann)", "ann@shop.example");
	address_is("ann at shop.example (Ann)", "ann@shop.example");
	address_is("r@t @end|ng |rom @uck|@nd (R)", "r@t @end|ng |rom @uck|@nd");
	address_is("", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    quotes_go_with_the_line_that_says_whose_they_are),
		cmocka_unit_test(quotes_go_on_behind_own_words_and_cuts),
		cmocka_unit_test(without_marks_all_behind_the_line_is_another_s),
		cmocka_unit_test(signatures_and_footers_are_kept_out),
		cmocka_unit_test(flowed_lines_are_joined),
		cmocka_unit_test(dates_of_headers_are_read),
		cmocka_unit_test(postmarks_are_told_from_words),
		cmocka_unit_test(one_writer_has_one_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
