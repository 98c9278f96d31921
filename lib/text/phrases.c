/* phrases.c - from rule files and lists of names to phrases. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "text/find.h"
#include "text/phrase.h"
#include "text/phrases.h"

enum { FILE_MOST = 64 << 20 };

static void
note_words(struct fb_phrases *r)
{
	size_t old = r->use_cap;

	if (r->words.n <= old)
		return;
	r->use = fb_grow(r->use, &r->use_cap, r->words.n, sizeof *r->use);
	memset(r->use + old, 0, (r->use_cap - old) * sizeof *r->use);
}

static uint32_t
hash_of(fb_str folded)
{
	uint32_t h = 0;

	for (size_t i = 0; i < folded.n; i++) {
		unsigned char c = (unsigned char)folded.p[i];

		if (c < 0x80 || c >= 0xC0)
			h = fb_word_step(h, c < 0x80 ? c : 0x80);
	}
	return h >> 16;
}

/* The first letters as a text may hold them; 0 of those that are not ASCII. */
static uint64_t
head_of(fb_str folded)
{
	uint64_t eight = 0;

	for (size_t i = 0; i < folded.n && i < 8; i++)
		eight |= (uint64_t)(unsigned char)folded.p[i] << 8 * i;
	return eight;
}

static void
set_bit(uint64_t *bits, unsigned i)
{
	bits[i / 64] |= UINT64_C(1) << i % 64;
}

static void
add_rule(struct fb_phrases *r, struct fb_phrase *rule)
{
	size_t word = rule->word[rule->anchor];
	fb_str anchor = fb_map_key(&r->words, word);
	unsigned head = fb_word_key(head_of(anchor), anchor.n);

	note_words(r);
	r->v = fb_grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	rule->next = r->use[word].first;
	r->v[r->n++] = *rule;
	r->use[word].first = r->n;
	set_bit(r->seen, hash_of(anchor));
	set_bit(r->heads[0], head);
	if (!fb_phrase_counts(rule))
		set_bit(r->heads[1], head);
}

static const char *
add_never(struct fb_phrases *r, fb_str list)
{
	while (list.n) {
		fb_str word = fb_str_split(&list, ' ');

		if (!word.n)
			continue;
		r->scratch.n = 0;
		fb_put_lower(&r->scratch, word);
		word.n = fb_map_put(&r->words, fb_buf_str(&r->scratch), NULL);
		note_words(r);
		r->use[word.n].never = true;
	}
	return NULL;
}

static const char *
add_line(struct fb_phrases *r, fb_str line)
{
	fb_str kind = fb_str_split(&line, '\t');
	fb_str lang = fb_str_split(&line, '\t');
	const char *why = NULL, *name = fb_kind_named(kind);
	bool never = fb_str_eq(kind, FB_LIT("-NAME"));

	if (!name && !never)
		return "unknown kind";
	if (!lang.n || !line.n)
		return "a rule is KIND, language and patterns, parted by tabs";
	while (line.n && !why) {
		fb_str text = fb_str_split(&line, '\t');
		struct fb_phrase rule = { .kind = name };

		if (never)
			why = add_never(r, text);
		else if (text.n && !(why = fb_phrase_read(r, text, &rule)))
			add_rule(r, &rule);
	}
	return why;
}

/* What the letters of a name are. */
enum letters { NO_LETTERS, WITH_CASE, WITHOUT_CASE };

static enum letters
letters_of(fb_str name)
{
	struct fb_shade s = {0};
	bool any = false, lacks = false, has = false;

	fb_shade_cast(&s, name);
	for (size_t i = 0; i < s.n; i++) {
		bool other = s.p[i] == FB_SHADE_CJK || s.p[i] == FB_SHADE_OTHER;

		any |= other || fb_is_letter(s.p[i]);
		lacks |= other;
		has |= fb_is_letter(s.p[i]) && (s.p[i] < 0x80 || fb_is_upper(&s, i));
	}
	fb_shade_release(&s);
	return !any ? NO_LETTERS : has && !lacks ? WITH_CASE : WITHOUT_CASE;
}

/* What is no name, such as digits alone, is passed over. */
static const char *
add_name(struct fb_phrases *r, fb_str line)
{
	struct fb_phrase rule = { .kind = fb_kind_named(FB_LIT("NAME")) };
	enum letters letters = letters_of(line);

	if (letters == NO_LETTERS || memchr(line.p, '<', line.n))
		return NULL;
	if (letters == WITHOUT_CASE) {
		if (!r->listed)
			r->listed = fb_zalloc(1, sizeof *r->listed);
		r->listed->most = SIZE_MAX;
		fb_own_add_whole(r->listed, line);
		return NULL;
	}
	if (fb_phrase_read(r, line, &rule))
		return NULL;
	rule.capital = rule.n == 1;
	add_rule(r, &rule);
	return NULL;
}

static const char *
slurp(struct fb_buf *b, const char *path)
{
	FILE *f = fopen(path, "rb");
	const char *why = NULL;
	size_t n;

	if (!f)
		return "cannot be opened:";
	while (!why && (n = fread(fb_buf_room(b, 65536), 1, 65536, f)))
		if ((b->n += n) > FILE_MOST) {
			errno = EFBIG;
			why = "cannot be read:";
		}
	if (ferror(f))
		why = "cannot be read:";
	fclose(f);
	return why;
}

static const char *
load(struct fb_phrases *r, const char *path, size_t *line,
    const char *(*add)(struct fb_phrases *, fb_str))
{
	struct fb_buf text = {0};
	const char *why = slurp(&text, path);
	fb_str rest = fb_buf_str(&text);

	*line = 0;
	if (!r->seen) {
		r->seen = fb_zalloc(3 * FB_WORD_BITS / 64, sizeof *r->seen);
		r->heads[0] = r->seen + FB_WORD_BITS / 64;
		r->heads[1] = r->heads[0] + FB_WORD_BITS / 64;
	}
	if (!why && !fb_utf8_valid(rest)) {
		*line = 1;
		why = "the file is not UTF-8";
	}
	while (!why && rest.n) {
		fb_str one = fb_str_split(&rest, '\n');

		++*line;
		while (one.n && (one.p[one.n - 1] == '\r' || one.p[one.n - 1] == ' '))
			one.n--;
		if (one.n && *one.p != '#')
			why = add(r, one);
	}
	fb_buf_release(&text);
	return why;
}

const char *
fb_phrases_load(struct fb_phrases *r, const char *path, size_t *line)
{
	return load(r, path, line, add_line);
}

static int
is_tsv(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 4 && !strcmp(d->d_name + n - 4, ".tsv");
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

const char *
fb_phrases_folder(struct fb_phrases *r, const char *folder, size_t *line,
    const char **at)
{
	struct dirent **files;
	int n = scandir(folder, &files, is_tsv, by_name);
	const char *why = n < 0 ? "cannot be read:" : NULL;

	*line = 0;
	r->path.n = 0;
	fb_buf_adds(&r->path, folder);
	for (int i = 0; i < n; i++) {
		if (!why) {
			r->path.n = strlen(folder);
			fb_buf_printf(&r->path, "/%s", files[i]->d_name);
			why = fb_phrases_load(r, fb_buf_cstr(&r->path), line);
		}
		free(files[i]);
	}
	if (n >= 0)
		free(files);
	*at = fb_buf_cstr(&r->path);
	return why;
}

const char *
fb_names_load(struct fb_phrases *r, const char *path, size_t *line)
{
	return load(r, path, line, add_name);
}

bool
fb_phrases_never(const struct fb_phrases *r, fb_str folded)
{
	size_t i = fb_map_get(&r->words, folded);

	return i != FB_MAP_NONE && i < r->use_cap && r->use[i].never;
}

void
fb_phrases_release(struct fb_phrases *r)
{
	fb_map_release(&r->words);
	free(r->v);
	free(r->use);
	free(r->seen);
	if (r->listed)
		fb_own_release(r->listed);
	free(r->listed);
	fb_buf_release(&r->scratch);
	fb_buf_release(&r->path);
	*r = (struct fb_phrases){0};
}
