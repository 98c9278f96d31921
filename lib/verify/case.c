/* case.c - read the stream into parts, and find the records they name. */
#include <stdlib.h>

#include "base/ticket.h"
#include "record/json.h"
#include "record/names.h"
#include "verify/case.h"

static struct fb_part_of_case *
part_at_hand(struct fb_case *c, bool begins)
{
	struct fb_part_of_case *p = c->nparts ? &c->parts[c->nparts - 1] : NULL;

	if (p && (!begins || !p->trails.n))
		return p;
	c->parts = fb_grow(c->parts, &c->parts_cap, c->nparts + 1,
	    sizeof *c->parts);
	p = &c->parts[c->nparts++];
	*p = (struct fb_part_of_case){0};
	return p;
}

static void
want(struct fb_case *c, fb_str raw_id)
{
	struct fb_buf scratch = {0};
	fb_str id = fb_json_text(raw_id, &scratch);
	size_t i;

	i = fb_map_put(&c->ids, id, NULL);
	c->first = fb_grow(c->first, &c->first_cap, i + 1, sizeof *c->first);
	c->first[i] = FB_NO_WITNESS;
	fb_buf_release(&scratch);
}

static void
add_metric(struct fb_case *c, const struct fb_rec *r)
{
	struct fb_part_of_case *p = part_at_hand(c, true);
	struct fb_json it = fb_json_in(fb_rec_get(r, FB_LIT("quotes")));

	p->metrics = fb_grow(p->metrics, &p->metrics_cap, p->nmetrics + 1,
	    sizeof *p->metrics);
	p->metrics[p->nmetrics++] = fb_arena_copy(&c->mem, r->line);
	while (fb_json_next(&it))
		want(c, fb_json_get(it.val, "id"));
}

static void
add_letter(struct fb_case *c, const struct fb_rec *r)
{
	struct fb_part_of_case *p = part_at_hand(c, true);

	p->letters = fb_grow(p->letters, &p->letters_cap, p->nletters + 1,
	    sizeof *p->letters);
	p->letters[p->nletters++] = fb_arena_copy(&c->mem, r->line);
	want(c, fb_rec_get(r, FB_ID));
}

static void
add_other(struct fb_case *c, const struct fb_rec *r)
{
	struct fb_part_of_case *p = part_at_hand(c, true);

	p->others = fb_grow(p->others, &p->others_cap, p->nothers + 1,
	    sizeof *p->others);
	p->others[p->nothers++] = fb_arena_copy(&c->mem, r->line);
}

static void
set_locale(struct fb_case *c, const struct fb_rec *r)
{
	struct fb_buf scratch = {0};
	fb_str s = fb_json_text(fb_rec_get(r, FB_LIT("locale")), &scratch);

	if (s.n)
		c->locale = fb_arena_copy(&c->mem, s);
	fb_buf_release(&scratch);
}

static bool
is_letter(const struct fb_rec *r)
{
	return fb_rec_find(r, FB_DRAW) >= 0;
}

static void
read_claims(struct fb_case *c)
{
	struct fb_rec r = {0};

	while (fb_reader_next(c->in, &r)) {
		if (r.kind == FB_METRIC) {
			add_metric(c, &r);
		} else if (r.kind == FB_TRAIL) {
			fb_trails_add(&c->trails, &r);
			fb_trails_add(&part_at_hand(c, false)->trails, &r);
		} else if (r.kind == FB_RECORD && is_letter(&r)) {
			add_letter(c, &r);
		} else if (r.kind == FB_OTHER) {
			add_other(c, &r);
		} else if (r.kind == FB_REPORT) {
			set_locale(c, &r);
		}
	}
	fb_rec_release(&r);
}

static void
add_witness(struct fb_case *c, size_t id, struct fb_ref ref)
{
	c->witnesses = fb_grow(c->witnesses, &c->witnesses_cap,
	    c->nwitnesses + 1, sizeof *c->witnesses);
	c->witnesses[c->nwitnesses] = (struct fb_witness){ ref, c->first[id] };
	c->first[id] = c->nwitnesses++;
}

static void
read_records(struct fb_case *c)
{
	struct fb_buf scratch = {0};
	struct fb_rec r = {0};
	fb_str id;
	size_t i;

	fb_reader_again(c->in);
	while (fb_case_next(c, &r)) {
		fb_digest_add(&c->digest, r.line, FB_LIT(""));
		c->nrecords++;
		id = fb_json_text(fb_rec_get(&r, FB_ID), &scratch);
		i = c->ids.n ? fb_map_get(&c->ids, id) : FB_MAP_NONE;
		if (i != FB_MAP_NONE)
			add_witness(c, i, fb_reader_ref(c->in, &r));
	}
	fb_rec_release(&r);
	fb_buf_release(&scratch);
}

void
fb_case_read(struct fb_case *c, struct fb_reader *in)
{
	c->in = in;
	c->locale = FB_LIT("en");
	read_claims(c);
	read_records(c);
}

bool
fb_case_next(struct fb_case *c, struct fb_rec *r)
{
	while (fb_reader_next(c->in, r))
		if (r->kind == FB_RECORD && !is_letter(r))
			return true;
	return false;
}

bool
fb_case_meet(struct fb_case *c, struct fb_filter *filter, struct fb_met *met,
    struct fb_rec *r)
{
	while (fb_case_next(c, r)) {
		if (fb_filter_keeps(filter, r)) {
			fb_digest_add(&met->kept, r->line, FB_LIT(""));
			met->nkept++;
			return true;
		}
		met->nfiltered++;
	}
	return false;
}

bool
fb_case_record(struct fb_case *c, fb_str id, size_t i, struct fb_buf *line)
{
	size_t at = c->ids.n ? fb_map_get(&c->ids, id) : FB_MAP_NONE;
	size_t w = at == FB_MAP_NONE ? FB_NO_WITNESS : c->first[at];

	while (i-- && w != FB_NO_WITNESS)
		w = c->witnesses[w].next;
	if (w == FB_NO_WITNESS)
		return false;
	fb_reader_fetch(c->in, c->witnesses[w].ref, line);
	return true;
}

const char *
fb_trail_of_tool(const struct fb_trails *t, const char *tool, size_t i)
{
	for (size_t k = 0; k < t->n; k++)
		if (fb_json_is(fb_json_get(fb_cstr(t->lines[k]), "tool"), tool) &&
		    !i--)
			return t->lines[k];
	return NULL;
}

static void
put_value(struct fb_buf *b, fb_str line, const char *key)
{
	struct fb_buf scratch = {0};

	fb_buf_addc(b, ' ');
	fb_buf_add(b, fb_json_text(fb_json_get(line, key), &scratch));
	fb_buf_release(&scratch);
}

void
fb_put_where(struct fb_buf *b, fb_str line)
{
	fb_buf_adds(b, "metric");
	put_value(b, line, "metric");
	put_value(b, line, "by");
	put_value(b, line, "period");
}

void
fb_put_short_id(struct fb_buf *b, fb_str id)
{
	struct fb_ticket sha = fb_sha256(id);

	fb_buf_addc(b, '#');
	fb_put_hex(b, sha.d, 4);
}

void
fb_case_release(struct fb_case *c)
{
	for (size_t i = 0; i < c->nparts; i++) {
		free(c->parts[i].metrics);
		free(c->parts[i].letters);
		free(c->parts[i].others);
		fb_trails_release(&c->parts[i].trails);
	}
	free(c->parts);
	free(c->first);
	free(c->witnesses);
	fb_trails_release(&c->trails);
	fb_map_release(&c->ids);
	fb_arena_release(&c->mem);
	fb_withhold_release(&c->withhold);
	fb_findings_release(&c->found);
	*c = (struct fb_case){0};
}
