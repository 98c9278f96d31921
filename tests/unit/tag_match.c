/* tag_match.c - the quick search for patterns beside a plain one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "tag/match.h"
#include "text/words.h"

static const char *const patterns[] = {
	"a", "on", "app", "app crash", "late", "later", "log in", "x-ray", "5g",
	"né", "naïve", "待ち", "待", "wi-fi", "don't", "of the", "ärger", "app ",
};
enum { PATTERNS = sizeof patterns / sizeof *patterns };

static const char *const pieces[] = {
	"app", "App", "APP CRASH", "crash", "late", "LATER", "r", "log", "in",
	"x-ray", "5G", "né", "naïve", "待ち", "待", "時", "wi-fi", "don't", "’",
	"of", "the", "ärger", " ", " ", " ", "\n", "\t", "-", ".", "…", "a", "on",
	"plain words that say little", "1", "_", "é",
};
enum { PIECES = sizeof pieces / sizeof *pieces };

/* A count for each pattern and place. */
static size_t found[PATTERNS][4096];

static void
note(void *ctx, size_t pattern, size_t start, size_t end)
{
	assert_int_equal(end - start, strlen(patterns[pattern]));
	(void)ctx;
	found[pattern][start]++;
}

static unsigned char
plain(unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		return c + 32;
	return c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

static bool
stands(fb_str text, size_t at, fb_str pattern)
{
	if (at + pattern.n > text.n)
		return false;
	for (size_t i = 0; i < pattern.n; i++)
		if (plain((unsigned char)text.p[at + i]) !=
		    (unsigned char)pattern.p[i])
			return false;
	return true;
}

/* Every pattern at every place where a word begins, or that is in none. */
static void
compare(const struct fb_match *m, fb_str text)
{
	bool inside = false;

	memset(found, 0, sizeof found);
	fb_match_find(m, text, note, NULL);
	for (size_t i = 0, len; i < text.n; i += len) {
		bool word = fb_glyph(fb_utf8_next((fb_str){ text.p + i,
		    text.n - i }, &len)) == FB_GLYPH_WORD;

		for (size_t k = 0; k < PATTERNS; k++)
			assert_int_equal(found[k][i], !(inside && word) &&
			    stands(text, i, fb_cstr(patterns[k])));
		inside = word;
	}
}

static uint64_t
next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state >> 11;
}

static void
nothing_is_missed_and_nothing_is_added(void **ctx)
{
	struct fb_match m = {0};
	struct fb_buf text = {0};
	uint64_t state = 88172645463325252u;

	(void)ctx;
	for (size_t i = 0; i < PATTERNS; i++)
		assert_int_equal(fb_match_add(&m, fb_cstr(patterns[i])), i);
	fb_match_build(&m);
	for (int turn = 0; turn < 3000; turn++) {
		text.n = 0;
		for (size_t n = next(&state) % 40; n--; )
			fb_buf_adds(&text, pieces[next(&state) % PIECES]);
		compare(&m, fb_buf_str(&text));
	}
	fb_buf_release(&text);
	fb_match_release(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_missed_and_nothing_is_added),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
