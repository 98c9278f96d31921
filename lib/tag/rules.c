/* rules.c - read rule files into one trie. */
#include <stdlib.h>

#include "base/ticket.h"
#include "tag/file.h"
#include "tag/rules.h"
#include "text/icu.h"

enum { LARGEST = 4 << 20 };

/* Folded, with one blank for any run of them. */
static fb_str
fold(struct fb_rules *r, fb_str s)
{
	struct fb_buf b = {0}, one = {0};
	fb_str kept;

	fb_put_folded(&b, fb_str_trim(s));
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] != ' ' || b.p[i - 1] != ' ')
			fb_buf_addc(&one, b.p[i]);
	kept = fb_arena_copy(&r->mem, fb_buf_str(&one));
	fb_buf_release(&b);
	fb_buf_release(&one);
	return kept;
}

/* The number of a pattern, with room for it in the tables. */
static size_t
pattern_of(struct fb_rules *r, fb_str folded)
{
	size_t p = fb_match_add(&r->match, folded);
	size_t had = r->cap_first, hadx = r->cap_excludes;

	r->first = fb_grow(r->first, &r->cap_first, p + 1, sizeof *r->first);
	r->excludes = fb_grow(r->excludes, &r->cap_excludes, p + 1,
	    sizeof *r->excludes);
	for (; had < r->cap_first; had++)
		r->first[had] = 0;
	for (; hadx < r->cap_excludes; hadx++)
		r->excludes[hadx] = false;
	return p;
}

static const char *
add_unless(struct fb_rules *r, struct fb_rule *rule, fb_str list)
{
	size_t n = 0;

	for (fb_str rest = list; rest.p; n++)
		fb_str_split(&rest, '|');
	rule->unless = fb_arena_zalloc(&r->mem, n, sizeof *rule->unless);
	while (list.p) {
		fb_str phrase = fold(r, fb_str_split(&list, '|'));
		size_t p;

		if (!phrase.n)
			return "an empty phrase in the fourth column";
		p = pattern_of(r, phrase);
		r->excludes[p] = true;
		rule->unless[rule->nunless++] = p;
	}
	return NULL;
}

static const char *
add_rule(struct fb_rules *r, enum fb_sense sense, fb_str line)
{
	fb_str rest = line, name = fb_str_trim(fb_str_split(&rest, '\t'));
	fb_str lang = fb_str_trim(fb_str_split(&rest, '\t'));
	fb_str pattern = fb_str_trim(fb_str_split(&rest, '\t'));
	struct fb_rule rule = { .sense = sense };
	const char *why;
	size_t p;

	if (!name.n || !lang.n || !pattern.n)
		return "needs a name, a language and a pattern with tabs between";
	rule.open = pattern.p[pattern.n - 1] == '*';
	pattern.n -= rule.open;
	if (!pattern.n || memchr(pattern.p, '*', pattern.n))
		return "* may stand only at the end of a pattern";
	rule.name = fb_map_put(&r->names[sense], name, NULL);
	rule.lang = fb_arena_copy(&r->mem, lang);
	p = pattern_of(r, fold(r, pattern));
	if (rest.p && fb_str_trim(rest).n && (why = add_unless(r, &rule, rest)))
		return why;
	rule.same = r->first[p];
	r->v = fb_grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	r->v[r->n++] = rule;
	r->first[p] = r->n;
	return NULL;
}

/* Files of one sense are one text to the digest, in the order they were named. */
static void
add_digest(struct fb_rules *r, enum fb_sense sense, fb_str bytes)
{
	struct fb_sha s;
	struct fb_ticket t;

	fb_sha_init(&s);
	if (r->digest[sense].any)
		fb_sha_add(&s, (fb_str){ (char *)r->digest[sense].d, 32 });
	fb_sha_add(&s, bytes);
	t = fb_sha_end(&s);
	memcpy(r->digest[sense].d, t.d, sizeof t.d);
	r->digest[sense].any = true;
}

const char *
fb_rules_read(struct fb_rules *r, enum fb_sense sense, const char *path,
    size_t *lineno)
{
	struct fb_buf b = {0};
	const char *why = fb_file_read(path, LARGEST, &b);
	fb_str rest = fb_buf_str(&b);

	*lineno = 0;
	if (!why)
		add_digest(r, sense, rest);
	while (!why && rest.p) {
		fb_str line = fb_str_split(&rest, '\n');

		++*lineno;
		if (fb_str_trim(line).n && *fb_str_trim(line).p != '#')
			why = add_rule(r, sense, line);
	}
	fb_buf_release(&b);
	return why;
}

void
fb_rules_build(struct fb_rules *r)
{
	fb_match_build(&r->match);
}

void
fb_rules_release(struct fb_rules *r)
{
	for (int i = 0; i < FB_SENSES; i++)
		fb_map_release(&r->names[i]);
	fb_match_release(&r->match);
	fb_arena_release(&r->mem);
	free(r->v);
	free(r->first);
	free(r->excludes);
	*r = (struct fb_rules){0};
}
