/* profile.c - read profile files. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/share.h"
#include "ingest/profile.h"

static const struct {
	const char *name;
	bool pairs; /* its lines are key = value */
} sections[] = {
	[FB_TOP] = { "", true },
	[FB_MATCH] = { "match", false },
	[FB_MAP] = { "map", true },
	[FB_MISSING] = { "missing", true },
	[FB_DROP] = { "drop", false },
	[FB_IDENTITY] = { "identity", false },
	[FB_SKIP] = { "skip", true },
	[FB_ONLY] = { "only", true },
	[FB_UNFINISHED] = { "unfinished", true },
	[FB_SPLIT] = { "split", true },
	[FB_WORDS] = { "score", true },
};

enum { NSECTIONS = sizeof sections / sizeof *sections };

static const char *
wrong(struct fb_profile *p, const char *path, size_t line, const char *what)
{
	fb_buf_printf(&p->why, "%s:%zu: %s", path, line, what);
	return fb_buf_cstr(&p->why);
}

static void
add(struct fb_profile *p, enum fb_section in, fb_str key, fb_str val)
{
	p->v = fb_grow(p->v, &p->cap, p->n + 1, sizeof *p->v);
	p->v[p->n++] = (struct fb_rule){ in, fb_str_dup(key), fb_str_dup(val) };
}

static const char *
yes_or_no(bool *to, fb_str val)
{
	*to = fb_str_eq(val, FB_LIT("yes"));
	return *to || fb_str_eq(val, FB_LIT("no")) ? NULL :
	    "before the first section a value is yes or no";
}

static const char *
add_headers(struct fb_profile *p, fb_str val)
{
	fb_str rows = fb_str_split(&val, ' ');

	p->filled = fb_str_eq(fb_str_trim(val), FB_LIT("filled"));
	if (rows.n != 1 || rows.p[0] < '1' || rows.p[0] > '9' ||
	    (val.n && !p->filled))
		return "'headers' is a number of rows from 1 to 9, which "
		    "'filled' may follow";
	p->headers = (size_t)(rows.p[0] - '0');
	return NULL;
}

static const char *
add_top(struct fb_profile *p, fb_str key, fb_str val)
{
	if (fb_str_eq(key, FB_LIT("versions")))
		return yes_or_no(&p->versions, val);
	if (fb_str_eq(key, FB_LIT("footer")))
		return yes_or_no(&p->footer, val);
	if (fb_str_eq(key, FB_LIT("guard")))
		return yes_or_no(&p->guard, val);
	if (fb_str_eq(key, FB_LIT("headers")))
		return add_headers(p, val);
	return "before the first section only 'versions', 'headers', 'footer' "
	    "and 'guard' may stand";
}

/* In quotes a value keeps its blanks, or is empty. */
static fb_str
unquoted(fb_str s)
{
	return s.n > 1 && s.p[0] == '"' && s.p[s.n - 1] == '"' ?
	    (fb_str){ s.p + 1, s.n - 2 } : s;
}

static const char *
add_pair(struct fb_profile *p, enum fb_section in, fb_str text)
{
	fb_str val = text, key = fb_str_trim(fb_str_split(&val, '='));

	val = fb_str_trim(val);
	if (!key.n || !val.n)
		return "not of the form key = value";
	if (in == FB_TOP)
		return add_top(p, key, val);
	val = in >= FB_SKIP ? unquoted(val) : val;
	if (in == FB_SPLIT && !val.n)
		return "nothing to split at";
	add(p, in, key, val);
	return NULL;
}

static const char no_section[] =
    "a section is [match], [map], [score], [missing], [drop], [identity], "
    "[skip], [only], [unfinished] or [split]";

static const char *
enter(fb_str line, enum fb_section *in)
{
	if (line.p[line.n - 1] != ']')
		return no_section;
	line = fb_str_trim((fb_str){ line.p + 1, line.n - 2 });
	for (int i = FB_MATCH; i < NSECTIONS; i++) {
		if (fb_str_eq(line, fb_cstr(sections[i].name))) {
			*in = (enum fb_section)i;
			return NULL;
		}
	}
	return no_section;
}

bool
fb_is_kind(fb_str s)
{
	static const char *const kinds[] = { "mail", "transcript", "note",
	    "JSON", "table" };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (fb_str_eq(s, fb_cstr(kinds[i])))
			return true;
	return false;
}

/* "rows = feed.entry", "format = mail"; then line becomes what is behind. */
static enum fb_section
match_line(fb_str *line)
{
	fb_str val = *line, key = fb_str_trim(fb_str_split(&val, '='));
	bool rows = fb_str_eq(key, FB_LIT("rows"));

	if (!val.p || (!rows && !fb_str_eq(key, FB_LIT("format"))))
		return FB_MATCH;
	*line = fb_str_trim(val);
	return rows ? FB_ROWS : FB_KIND;
}

static const char *
add_match(struct fb_profile *p, fb_str line)
{
	enum fb_section in = match_line(&line);

	if (in == FB_KIND && !fb_is_kind(line))
		return "a format is " FB_KINDS;
	add(p, in, line, FB_LIT(""));
	return NULL;
}

static const char *
read_line(struct fb_profile *p, enum fb_section *in, fb_str line)
{
	line = fb_str_trim(line);
	if (!line.n || line.p[0] == '#')
		return NULL;
	if (line.p[0] == '[')
		return enter(line, in);
	if (sections[*in].pairs)
		return add_pair(p, *in, line);
	if (*in == FB_MATCH)
		return add_match(p, line);
	add(p, *in, line, FB_LIT(""));
	return NULL;
}

static void
set_name(struct fb_profile *p, const char *path)
{
	const char *slash = strrchr(path, '/');
	fb_str name = fb_cstr(slash ? slash + 1 : path);
	fb_str end = FB_LIT(".profile");

	if (name.n > end.n &&
	    fb_str_eq(end, (fb_str){ name.p + name.n - end.n, end.n }))
		name.n -= end.n;
	p->name = fb_str_dup(name);
}

const char *
fb_profile_read(struct fb_profile *p, const char *path)
{
	FILE *f = fopen(path, "re");
	enum fb_section in = FB_TOP;
	const char *why = NULL;
	char *line = NULL;
	size_t cap = 0, at = 0;
	ssize_t n;

	*p = (struct fb_profile){0};
	set_name(p, path);
	if (!f) {
		fb_buf_printf(&p->why, "cannot open '%s': %s", path,
		    strerror(errno));
		return fb_buf_cstr(&p->why);
	}
	while (!why && (n = getline(&line, &cap, f)) >= 0) {
		at++;
		why = read_line(p, &in, (fb_str){ line, (size_t)n });
	}
	if (!why && ferror(f))
		why = "cannot be read";
	free(line);
	fclose(f);
	return why ? wrong(p, path, at, why) : NULL;
}

const char *
fb_profile_find(struct fb_profile *p, const char *what)
{
	struct fb_buf path = {0}, full = {0};
	const char *why;

	if (strchr(what, '/') || strstr(what, ".profile"))
		return fb_profile_read(p, what);
	*p = (struct fb_profile){0};
	fb_buf_printf(&path, "profiles/%s.profile", what);
	if (fb_share_path(&full, fb_buf_cstr(&path))) {
		fb_buf_printf(&p->why, "no profile is called '%s'; "
		    "a file of your own is given with its path", what);
		why = fb_buf_cstr(&p->why);
	} else {
		why = fb_profile_read(p, fb_buf_cstr(&full));
	}
	fb_buf_release(&full);
	fb_buf_release(&path);
	return why;
}

const char *
fb_profile_kind(const struct fb_profile *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].in == FB_KIND)
			return p->v[i].key;
	return NULL;
}

const char *
fb_profile_option(struct fb_profile *p, const char *text)
{
	return add_pair(p, FB_MAP, fb_cstr(text));
}

void
fb_profile_release(struct fb_profile *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->v[i].key);
		free(p->v[i].val);
	}
	free(p->v);
	free(p->name);
	fb_buf_release(&p->why);
	*p = (struct fb_profile){0};
}
