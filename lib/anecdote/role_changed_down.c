/* role_changed_down.c - who spoke, the period before, of what has faded since. */
#include "anecdote/changed.h"

static const char *
fill(struct fb_cast *c)
{
	return fb_changed(c, "changed_down", 1, 1);
}

const struct fb_role_row fb_role_changed_down = { .name = "changed_down",
    .fill = fill };
