/* ways.c - take by size, and along a field. */
#include <stdlib.h>

#include "record/json.h"
#include "sample/ways.h"

static void
add_drawn(struct fb_sample *s, struct fb_pick *p, double pi, bool certain)
{
	s->drawn[s->ndrawn++] = (struct fb_drawn){ .pick = p, .pi = pi,
	    .certain = certain };
}

/* Copies of one id may differ in size and so stand apart. */
static bool
is_second(struct fb_map *ids, const struct fb_pick *p)
{
	bool fresh;

	fb_map_put(ids, p->id, &fresh);
	return !fresh;
}

/* The large ones for certain, then the smallest u / size of the others. */
void
fb_draw_by_size(struct fb_sample *s)
{
	struct fb_part *part = &s->part[0];
	struct fb_bottomk *large = &part->large, *kept = &part->kept;
	uint64_t *x = fb_zalloc(large->n, sizeof *x);
	struct fb_map ids = {0};

	for (size_t i = 0; i < large->n; i++)
		x[i] = large->v[i].size;
	s->pps = fb_pps_certain(x, large->n, part->total, s->conf.n,
	    FB_PPS_NEARLY);
	free(x);
	fb_draw_line_up(s);
	for (size_t i = 0; i < s->pps.taken; i++)
		if (!is_second(&ids, &large->v[i]))
			add_drawn(s, &large->v[i], 1, true);
	for (size_t i = 0; i < kept->n; i++) {
		struct fb_pick *p = &kept->v[i];

		if (is_second(&ids, p))
			continue;
		if (s->ndrawn == s->conf.n) {
			part->next = p;
			break;
		}
		part->last = p;
		add_drawn(s, p, fb_pps_chance(&s->pps, p->size), false);
	}
	fb_map_release(&ids);
	part->ndrawn = s->ndrawn;
	qsort(s->drawn, s->ndrawn, sizeof *s->drawn, fb_drawn_cmp);
}

/* ---- systematic ---- */

/* The line of place at, as a pick of the one part. */
static void
fetch(struct fb_sample *s, struct fb_reader *in, const struct fb_place *at)
{
	struct fb_buf line = {0};
	struct fb_rec rec = {0};
	struct fb_pick p = { .ticket = at->ticket, .digest = at->digest };
	fb_str tail;

	fb_reader_fetch(in, at->ref, &line);
	if (!fb_scan(&rec, fb_buf_str(&line))) {
		fb_rec_body(&rec, &p.line, &tail);
		s->value.n = 0;
		fb_buf_add(&s->value, p.line);
		fb_buf_add(&s->value, tail);
		p.line = fb_buf_str(&s->value);
		p.id = fb_json_text(fb_rec_get(&rec, FB_LIT("id")), &s->id);
		if (!p.id.n) {
			struct fb_ticket t = fb_sha256(p.line);

			s->id.n = 0;
			fb_put_hex(&s->id, t.d, sizeof t.d);
			p.id = fb_buf_str(&s->id);
		}
		fb_bottomk_offer(&s->part[0].kept, &p);
	}
	fb_rec_release(&rec);
	fb_buf_release(&line);
}

void
fb_draw_along(struct fb_sample *s, struct fb_reader *in)
{
	struct fb_systematic *line = &s->line;
	struct fb_ticket start = fb_draw_ticket(&s->tickets, FB_LIT("start"));
	struct fb_part *part = &s->part[0];
	size_t n;

	fb_systematic_settle(line);
	part->size = s->size = line->n;
	n = part->places = line->n < s->conf.n ? line->n : s->conf.n;
	for (size_t j = 0; j < n; j++)
		fetch(s, in, &line->v[fb_systematic_at(line, &start, n, j)]);
	fb_bottomk_settle(&part->kept);
	fb_draw_smallest(s);
	part->last = part->next = NULL;
}
