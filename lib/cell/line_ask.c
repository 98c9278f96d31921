/* line_ask.c - questions to a metric line that was read. */
#include "cell/line.h"
#include "record/json.h"

static bool
is_among(const fb_str *flags, size_t n, const char *flag)
{
	for (size_t i = 0; i < n; i++)
		if (fb_str_eq(flags[i], fb_cstr(flag)))
			return true;
	return false;
}

bool
fb_cell_flag(const struct fb_cell *c, const char *flag)
{
	return is_among(c->flags, c->nflags, flag);
}

bool
fb_voice_flag(const struct fb_cell *c, const char *flag)
{
	return is_among(c->voice.flags, c->voice.nflags, flag);
}

bool
fb_voice_omits(const struct fb_cell *c, const char *role)
{
	return fb_json_get(c->voice.omitted, role).n > 0;
}

bool
fb_cell_same_series(const struct fb_cell *a, const struct fb_cell *b)
{
	if (!fb_str_eq(a->metric, b->metric) || a->nby != b->nby ||
	    a->scale.known != b->scale.known || a->scale.lo != b->scale.lo ||
	    a->scale.hi != b->scale.hi)
		return false;
	for (size_t i = 0; i < a->nby; i++)
		if (!fb_str_eq(a->by[i].key, b->by[i].key) ||
		    !fb_str_eq(a->by[i].val, b->by[i].val))
			return false;
	return true;
}
