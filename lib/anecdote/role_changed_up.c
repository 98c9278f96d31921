/* role_changed_up.c - who speak of what came up in a metric that moved. */
#include "anecdote/changed.h"

static const char *
fill(struct fb_cast *c)
{
	return fb_changed(c, "changed_up", 0, 2);
}

const struct fb_role_row fb_role_changed_up = { .name = "changed_up",
    .fill = fill };
