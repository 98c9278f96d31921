/* common.c - common words read, and counted in a text. */
#include <stdlib.h>

#include "base/utf8.h"
#include "tag/common.h"
#include "tag/file.h"
#include "text/words.h"

enum { LARGEST = 1 << 20 };

/* The next word of bare text: up to a blank, or one character of a script
 * written without them. */
static fb_str
next_word(fb_str *rest)
{
	fb_str word = { rest->p, 0 };
	size_t len = 0;

	for (; rest->n && *rest->p != ' '; word.n += len) {
		enum fb_glyph what = fb_glyph(fb_utf8_next(*rest, &len));

		if (what == FB_GLYPH_JOINED && word.n)
			break;
		*rest = (fb_str){ rest->p + len, rest->n - len };
		if (what == FB_GLYPH_JOINED) {
			word.n += len;
			break;
		}
	}
	if (rest->n && *rest->p == ' ')
		*rest = (fb_str){ rest->p + 1, rest->n - 1 };
	return word;
}

static void
add_words(struct fb_common *c, fb_str words)
{
	fb_str rest;

	c->bare.n = 0;
	fb_put_bare(&c->bare, words);
	for (rest = fb_buf_str(&c->bare); rest.n; ) {
		bool fresh;
		size_t i = fb_map_put(&c->words, next_word(&rest), &fresh);

		c->langs = fb_grow(c->langs, &c->cap, i + 1, sizeof *c->langs);
		if (fresh)
			c->langs[i] = 0;
		c->langs[i] |= UINT64_C(1) << c->n;
	}
}

const char *
fb_common_load(struct fb_common *c, const char *path)
{
	struct fb_buf b = {0};
	const char *why = fb_file_read(path, LARGEST, &b);
	fb_str rest = fb_buf_str(&b);

	if (!why && !fb_utf8_valid(rest))
		why = "is not UTF-8";
	while (!why && rest.n) {
		fb_str line = fb_str_split(&rest, '\n');
		fb_str code = fb_str_split(&line, '\t');

		if (!code.n || *code.p == '#')
			continue;
		if (!line.n || c->n == FB_COMMON_LANGS) {
			why = "has a line that is no code, tab and words";
			break;
		}
		add_words(c, line);
		c->codes[c->n++] = fb_str_dup(code);
	}
	fb_buf_release(&b);
	return why;
}

void
fb_common_look(struct fb_common *c, fb_str text, struct fb_common_count *count)
{
	fb_str rest;

	*count = (struct fb_common_count){0};
	c->bare.n = 0;
	fb_put_bare(&c->bare, text);
	for (rest = fb_buf_str(&c->bare); rest.n; count->words++) {
		size_t i = fb_map_get(&c->words, next_word(&rest));
		uint64_t langs = i == FB_MAP_NONE ? 0 : c->langs[i];

		for (; langs; langs &= langs - 1)
			count->of[__builtin_ctzll(langs)]++;
	}
}

size_t
fb_common_lang(const struct fb_common *c, const char *code)
{
	for (size_t i = 0; i < c->n; i++)
		if (!strcmp(c->codes[i], code))
			return i;
	return FB_COMMON_LANGS;
}

void
fb_common_release(struct fb_common *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->codes[i]);
	fb_map_release(&c->words);
	free(c->langs);
	fb_buf_release(&c->bare);
	*c = (struct fb_common){0};
}
