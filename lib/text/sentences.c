/* sentences.c - sentences of those who write all in small letters. */
#include "text/sentences.h"

static bool
starts(fb_str s, size_t i, const char *mark, size_t *len)
{
	*len = strlen(mark);
	return s.n - i >= *len && !memcmp(s.p + i, mark, *len);
}

/* Bytes of one of the marks at i; 0 without. */
static size_t
any_of(const char *const *marks, fb_str s, size_t i)
{
	size_t len;

	for (; *marks; marks++)
		if (starts(s, i, *marks, &len))
			return len;
	return 0;
}

/* Behind the stop that starts at i, with its blanks; 0 when there is none. */
static size_t
behind_stop(fb_str s, size_t i)
{
	static const char *const stops[] = { ".", "!", "?", "…", NULL };
	static const char *const closes[] = { "\"", "'", ")", "]", "»", "”",
	    "’", "“", NULL };
	size_t n, at = i;

	while (at < s.n && (n = any_of(stops, s, at)))
		at += n;
	if (at == i)
		return 0;
	while (at < s.n && (n = any_of(closes, s, at)))
		at += n;
	if (at == s.n || s.p[at] != ' ')
		return 0;
	while (at < s.n && s.p[at] == ' ')
		at++;
	return at;
}

static void
add(struct fb_cuts *c, size_t at)
{
	c->at = fb_grow(c->at, &c->cap, c->n + 1, sizeof *c->at);
	c->at[c->n++] = at;
}

static void
part(struct fb_cuts *to, fb_str text, size_t from, size_t end)
{
	fb_str s = { text.p, end };
	size_t at;

	while (from < end) {
		at = behind_stop(s, from);
		if (at && at < end)
			add(to, at);
		from = at ? at : from + 1;
	}
	add(to, end);
}

void
fb_sentences_find(struct fb_cuts *c, fb_str text, size_t longest)
{
	struct fb_cuts whole = {0};
	size_t from = 0;

	fb_cuts_find(&whole, FB_SENTENCE, text);
	c->n = 0;
	for (size_t i = 0; i < whole.n; from = whole.at[i++]) {
		fb_str s = { text.p + from, whole.at[i] - from };

		if (s.n > longest && fb_clusters(s) > longest)
			part(c, text, from, whole.at[i]);
		else
			add(c, whole.at[i]);
	}
	fb_cuts_release(&whole);
}
