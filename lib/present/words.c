/* words.c - the words of the page. */
#include <stdlib.h>

#include "base/keyfile.h"
#include "base/share.h"
#include "present/words.h"

#define LABELS ".labels"

static void
read_all(struct fb_words *w, struct fb_keyfile *l)
{
	while (fb_keyfile_next(l)) {
		size_t i = fb_map_put(&w->keys, l->key, NULL);

		w->text = fb_grow(w->text, &w->cap, i + 1, sizeof *w->text);
		w->text[i] = fb_arena_copy(&w->mem, l->value.p ? l->value :
		    FB_LIT(""));
	}
}

static const char *
read_file(struct fb_words *w, fb_str locale, const char *end)
{
	struct fb_buf name = {0}, path = {0};
	struct fb_keyfile l = {0};
	const char *why;

	fb_buf_printf(&name, "labels/%.*s%s", (int)locale.n, locale.p, end);
	why = fb_share_path(&path, fb_buf_cstr(&name));
	if (!why)
		why = fb_keyfile_open(&l, path.p);
	if (!why)
		read_all(w, &l);
	fb_keyfile_close(&l);
	fb_buf_release(&name);
	fb_buf_release(&path);
	return why;
}

/* "de" of "de_AT.UTF-8", "de-AT" and "DE". */
static fb_str
language_of(struct fb_words *w, fb_str locale)
{
	struct fb_buf low = {0};
	fb_str s;

	for (size_t n = 0; n < locale.n && !strchr("_-.@", locale.p[n]); n++)
		fb_buf_addc(&low, (char)(locale.p[n] >= 'A' &&
		    locale.p[n] <= 'Z' ? locale.p[n] + 32 : locale.p[n]));
	s = fb_arena_copy(&w->mem, fb_buf_str(&low));
	fb_buf_release(&low);
	return s;
}

const char *
fb_words_open(struct fb_words *w, fb_str locale)
{
	const char *why;

	*w = (struct fb_words){0};
	if (!locale.n || memchr(locale.p, '/', locale.n) || *locale.p == '.')
		return "not a language like en";
	w->lang = language_of(w, locale);
	why = read_file(w, FB_LIT("quotes"), "");
	if (!why)
		why = read_file(w, FB_LIT("en"), LABELS);
	if (!why && read_file(w, locale, LABELS)) {
		why = read_file(w, w->lang, LABELS);
		w->wider = w->lang.n < locale.n &&
		    strchr("_-", locale.p[w->lang.n]);
	}
	return why ? "there are no words for this language" : NULL;
}

void
fb_words_names(struct fb_buf *b)
{
	fb_share_names(b, "labels", ".labels");
}

void
fb_words_release(struct fb_words *w)
{
	free(w->text);
	fb_map_release(&w->keys);
	fb_arena_release(&w->mem);
	*w = (struct fb_words){0};
}

fb_str
fb_word(const struct fb_words *w, const char *key)
{
	size_t i = fb_map_get(&w->keys, fb_cstr(key));

	return i == FB_MAP_NONE ? fb_cstr(key) : w->text[i];
}

fb_str
fb_word_at(const struct fb_words *w, const char *key, size_t i)
{
	fb_str rest = fb_word(w, key), part = FB_LIT("");

	for (; rest.p; i--) {
		part = fb_str_split(&rest, ' ');
		if (!i)
			return part;
	}
	return FB_LIT("");
}

void
fb_word_quotes(const struct fb_words *w, fb_str lang, fb_str marks[2])
{
	struct fb_buf key = {0};
	const char *found = "quote";

	while (lang.n && !strcmp(found, "quote")) {
		key.n = 0;
		fb_buf_printf(&key, "quote_%.*s", (int)lang.n, lang.p);
		if (fb_map_get(&w->keys, fb_buf_str(&key)) != FB_MAP_NONE)
			found = fb_buf_cstr(&key);
		while (lang.n && lang.p[--lang.n] != '-')
			;
	}
	for (size_t i = 0; i < 2; i++)
		marks[i] = fb_word_at(w, found, i);
	fb_buf_release(&key);
}

bool
fb_words_rtl(const struct fb_words *w)
{
	fb_str side = fb_word(w, "direction");

	return fb_str_eq(side, FB_LIT("rtl"));
}
