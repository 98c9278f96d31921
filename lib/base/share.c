/* share.c - where the files that come with the tools are. */
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
