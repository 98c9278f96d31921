/* share.c - where the files that come with the tools are. */
#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/share.h"

static bool
try(struct fb_buf *b, const char *dir, const char *under, const char *name)
{
	size_t was = b->n;

	fb_buf_printf(b, "%s%s%s", dir, under, name);
	if (access(fb_buf_cstr(b) + was, R_OK) == 0)
		return true;
	b->n = was;
	return false;
}

/* The folder of the running program. */
static bool
program_dir(struct fb_buf *b)
{
	ssize_t n = readlink("/proc/self/exe", fb_buf_room(b, 4096), 4096);

	if (n <= 0 || n == 4096)
		return false;
	b->n = (size_t)n;
	while (b->n && b->p[b->n - 1] != '/')
		b->n--;
	fb_buf_cstr(b);
	return b->n > 0;
}

/* lib/LAYERS tells a source tree from a folder that happens to be there. */
static bool
beside_program(struct fb_buf *b, const char *name)
{
	struct fb_buf dir = {0}, mark = {0};
	bool ok = false;

	if (program_dir(&dir))
		ok = (try(&mark, dir.p, "../../lib/", "LAYERS") &&
		    try(b, dir.p, "../../share/", name)) ||
		    try(b, dir.p, "../share/fb-tools/", name);
	fb_buf_release(&dir);
	fb_buf_release(&mark);
	return ok;
}

const char *
fb_share_path(struct fb_buf *b, const char *name)
{
	const char *dir = getenv("FB_DATADIR");

	if (dir && *dir)
		return try(b, dir, "/", name) ? NULL :
		    "not in the folder that FB_DATADIR names";
	if (beside_program(b, name) || try(b, FB_DATADIR, "/", name))
		return NULL;
	return "not found beside the tools nor in " FB_DATADIR
	    "; set FB_DATADIR to the share folder";
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in the folder that end so, without the ending; owned. */
static size_t
read_names(const char *path, const char *ending, char ***v)
{
	DIR *dir = opendir(path);
	size_t n = 0, cap = 0, tail = strlen(ending);

	for (struct dirent *e; dir && (e = readdir(dir)); ) {
		fb_str s = fb_cstr(e->d_name);

		if (s.n <= tail || strcmp(s.p + s.n - tail, ending))
			continue;
		*v = fb_grow(*v, &cap, n + 1, sizeof **v);
		(*v)[n++] = fb_str_dup((fb_str){ s.p, s.n - tail });
	}
	if (dir)
		closedir(dir);
	if (n)
		qsort(*v, n, sizeof **v, by_bytes);
	return n;
}

void
fb_share_names(struct fb_buf *b, const char *folder, const char *ending)
{
	struct fb_buf path = {0};
	char **v = NULL;
	size_t n = 0;

	if (!fb_share_path(&path, folder))
		n = read_names(path.p, ending, &v);
	if (!n)
		fb_buf_adds(b, "none beside the tools");
	for (size_t i = 0; i < n; i++) {
		fb_buf_adds(b, !i ? "" : i + 1 < n ? ", " : " and ");
		fb_buf_adds(b, v[i]);
		free(v[i]);
	}
	free(v);
	fb_buf_release(&path);
}
