/* profile.c - read profile files and find the one for a header. */
#include <dirent.h>
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
add_pair(struct fb_profile *p, enum fb_section in, fb_str text)
{
	fb_str val = text, key = fb_str_trim(fb_str_split(&val, '='));

	val = fb_str_trim(val);
	if (!key.n || !val.n)
		return "not of the form key = value";
	if (in != FB_TOP) {
		add(p, in, key, val);
		return NULL;
	}
	if (!fb_str_eq(key, FB_LIT("versions")))
		return "before the first section only 'versions' may stand";
	p->versions = fb_str_eq(val, FB_LIT("yes"));
	return p->versions || fb_str_eq(val, FB_LIT("no")) ? NULL :
	    "'versions' is yes or no";
}

static const char no_section[] =
    "a section is [match], [map], [missing], [drop] or [identity]";

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

static int
is_profile(const struct dirent *d)
{
	const char *dot = strrchr(d->d_name, '.');

	return d->d_name[0] != '.' && dot && !strcmp(dot, ".profile");
}

/* Bytes, where alphasort() would ask the locale. */
static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

const char *
fb_profiles_load(struct fb_profiles *all)
{
	struct fb_buf dir = {0};
	struct dirent **names = NULL;
	const char *why = NULL;
	int n = 0;

	*all = (struct fb_profiles){0};
	if (!fb_share_path(&dir, "profiles"))
		n = scandir(fb_buf_cstr(&dir), &names, is_profile, by_name);
	for (int i = 0; i < n; i++) {
		size_t was = dir.n;

		all->v = fb_grow(all->v, &all->cap, all->n + 1, sizeof *all->v);
		fb_buf_printf(&dir, "/%s", names[i]->d_name);
		if (!why)
			why = fb_profile_read(&all->v[all->n++],
			    fb_buf_cstr(&dir));
		dir.n = was;
		free(names[i]);
	}
	free(names);
	fb_buf_release(&dir);
	return why;
}

/* How many columns it asks for, when all are there; else 0. */
static size_t
score(const struct fb_profile *p, const struct fb_map *header)
{
	size_t held = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].in != FB_MATCH)
			continue;
		if (fb_map_get(header, fb_cstr(p->v[i].key)) == FB_MAP_NONE)
			return 0;
		held++;
	}
	return held;
}

const struct fb_profile *
fb_profiles_match(const struct fb_profiles *all, const struct fb_map *header,
    const struct fb_profile **tie)
{
	const struct fb_profile *best = NULL;
	size_t most = 0;

	*tie = NULL;
	for (size_t i = 0; i < all->n; i++) {
		size_t s = score(&all->v[i], header);

		if (s > most) {
			best = &all->v[i];
			*tie = NULL;
			most = s;
		} else if (s && s == most) {
			*tie = &all->v[i];
		}
	}
	return best;
}

void
fb_profiles_release(struct fb_profiles *all)
{
	for (size_t i = 0; i < all->n; i++)
		fb_profile_release(&all->v[i]);
	free(all->v);
	*all = (struct fb_profiles){0};
}
