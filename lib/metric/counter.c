/* counter.c - a counter's beginning and end. */
#include <limits.h>
#include <stdlib.h>

#include "metric/count.h"

static size_t
asked(struct fb_counter *c, fb_str key)
{
	for (size_t i = 0; i < c->nasked; i++)
		if (fb_str_eq(c->asked[i].key, key))
			return i;
	c->asked[c->nasked].key = key;
	return c->nasked++;
}

void
fb_counter_init(struct fb_counter *c, const struct fb_spec *specs, size_t nspecs,
    const struct fb_tables *tables, enum fb_unit unit)
{
	*c = (struct fb_counter){ .specs = specs, .nspecs = nspecs,
	    .unit = unit, .last_day = INT32_MIN, .day = INT32_MIN };
	fb_by_init(&c->by, tables);
	c->asked = fb_zalloc(2 * nspecs + 2, sizeof *c->asked);
	c->fields = fb_zalloc(nspecs, sizeof *c->fields);
	c->given = fb_zalloc(nspecs, sizeof *c->given);
	c->group = fb_zalloc(nspecs, sizeof *c->group);
	for (size_t i = 0; i < nspecs; i++) {
		if (specs[i].kind->scored)
			c->fields[i][0] = asked(c, specs[i].field);
		if (specs[i].until.n)
			c->fields[i][1] = asked(c, specs[i].until);
	}
}

void
fb_counter_drive(struct fb_counter *c, fb_str field)
{
	c->drivers = (struct fb_drivers){ .field = field, .specs = c->specs,
	    .nspecs = c->nspecs };
	asked(c, field);
}

void
fb_counter_weigh(struct fb_counter *c, fb_str field)
{
	c->weighed = true;
	c->weight_field = asked(c, field);
}

void
fb_counter_release(struct fb_counter *c)
{
	for (size_t i = 0; i < c->spots_by_key.n; i++)
		for (size_t s = 0; s < c->nspecs; s++)
			for (struct fb_point *p = c->spots[i].first[s]; p;
			    p = p->next)
				fb_answers_release(&p->answers);
	free(c->spots);
	free(c->asked);
	free(c->fields);
	free(c->given);
	free(c->group);
	free(c->series);
	free(c->order);
	fb_buf_release(&c->scale_room);
	fb_map_release(&c->spots_by_key);
	fb_map_release(&c->by_json);
	fb_by_release(&c->by);
	fb_drivers_release(&c->drivers);
	fb_texts_release(&c->texts);
	fb_arena_release(&c->mem);
	*c = (struct fb_counter){0};
}
