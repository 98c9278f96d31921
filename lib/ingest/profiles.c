/* profiles.c - all shipped profiles, and the one for a header. */
#include <dirent.h>
#include <stdlib.h>

#include "base/share.h"
#include "ingest/profile.h"

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

bool
fb_match_column(const struct fb_map *header, fb_str names)
{
	if (fb_map_get(header, names) != FB_MAP_NONE)
		return true;
	while (names.n)
		if (fb_map_get(header, fb_str_trim(fb_str_split(&names, '|')))
		    != FB_MAP_NONE)
			return true;
	return false;
}

size_t
fb_profile_fits(const struct fb_profile *p, const struct fb_map *header)
{
	size_t held = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].in != FB_MATCH)
			continue;
		if (!fb_match_column(header, fb_cstr(p->v[i].key)))
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
		size_t s = fb_profile_fits(&all->v[i], header);

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
