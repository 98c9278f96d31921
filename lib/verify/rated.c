/* rated.c - the letters of a rate, by their bytes. */
#include <stdlib.h>

#include "record/json.h"
#include "sample/cert.h"
#include "verify/rated.h"

void
fb_rated_add(struct fb_rated *r, fb_str letter)
{
	bool fresh;
	size_t at = fb_map_put(&r->lines, letter, &fresh);

	r->times = fb_grow(r->times, &r->cap, at + 1, sizeof *r->times);
	r->times[at] = fresh ? 1 : r->times[at] + 1;
}

/* Is the letter still waiting? Then not any more. */
static bool
take(struct fb_rated *r, fb_str letter)
{
	size_t at = fb_map_get(&r->lines, letter);

	if (at == FB_MAP_NONE || !r->times[at])
		return false;
	r->times[at]--;
	return true;
}

bool
fb_rated_meet(struct fb_rated *r, const struct fb_sample *s)
{
	const struct fb_drawn *now = fb_sample_now(s);
	struct fb_buf line = {0}, draw = {0};
	bool here;

	fb_put_draw(&draw, s, now);
	fb_buf_add(&line, (fb_str){ now->pick->line.p, now->pick->line.n - 1 });
	fb_put_key(&line, "draw");
	fb_buf_add(&line, fb_buf_str(&draw));
	fb_buf_addc(&line, '}');
	here = take(r, fb_buf_str(&line));
	r->ndrawn++;
	fb_buf_release(&line);
	fb_buf_release(&draw);
	return here;
}

bool
fb_rated_left(struct fb_rated *r, fb_str letter)
{
	return take(r, letter);
}

void
fb_rated_release(struct fb_rated *r)
{
	fb_map_release(&r->lines);
	free(r->times);
	*r = (struct fb_rated){0};
}
