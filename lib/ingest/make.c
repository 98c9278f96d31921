/* make.c - from cells to a line of JSON. */
#include <stdlib.h>

#include "ingest/cell.h"
#include "ingest/json_put.h"
#include "ingest/rows.h"
#include "record/json.h"

/* ,"key": that was written before; a short one is copied with what is behind
 * it, which costs no call. */
static void
put_name(struct fb_made *m, const struct fb_buf *name)
{
	char *to = fb_buf_room(&m->line, name->n + FB_NAME_ROOM);

	if (name->n <= FB_NAME_ROOM)
		memcpy(to, name->p, FB_NAME_ROOM);
	else
		memcpy(to, name->p, name->n);
	m->line.n += name->n;
}

static void
put_own(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c,
    int role)
{
	fb_str s;

	if (!p->from[role].n && !p->from[role].constant.p)
		return;
	s = fb_own(m, p, c, role, role == FB_ROLE_TEXT ||
	    role == FB_ROLE_TRANSLATION ? "\n\n" : " ");
	m->failed[role] = !s.n && c->json; /* a list without words */
	if (s.n && !fb_put_as_written(&m->line, p, c, role, s))
		fb_put_text(&m->line, fb_role_names[role], s);
}

/* Why s is no answer on these scales; else NULL and its value. */
static const char *
place(const struct fb_made *m, const struct fb_row *row,
    const struct fb_scales *all, fb_str s, const struct fb_scale **on,
    int64_t *milli)
{
	*on = fb_scales_on(all, m->dated, m->dated ? fb_when_day(m->when) : 0,
	    row->cells, row->n);
	if (fb_parse_milli(s, milli, NULL))
		return "is not a number";
	if (!*on)
		return "has no scale: the scale depends on the date or on "
		    "another column, and these do not tell";
	return *milli < (*on)->lo ? "is below" : *milli > (*on)->hi ?
	    "is above" : NULL;
}

/* key is for messages, name is that key as it is written, behind a comma. */
static bool
put_answer(struct fb_made *m, const struct fb_row *row, const char *key,
    fb_str name, const struct fb_scales *all, fb_str s,
    const struct fb_scale **on)
{
	int64_t milli;
	const char *why = place(m, row, all, s, on, &milli);
	fb_str shown = fb_shown(s);
	bool off = why && *on && !strncmp(why, "is ", 3) && why[3] != 'n';

	if (why) {
		fb_note(m, FB_FAULT_SCORE, "%s '%.*s' %s%s%.*s%s", key,
		    (int)shown.n, shown.p, why, off ? " the scale " : "",
		    off ? (int)(*on)->name.n : 0, off ? (*on)->name.p : "",
		    off && !strcmp(key, "score") ?
		    "; --scale gives another" : "");
		return false;
	}
	fb_buf_add(&m->line, name);
	if (fb_plain_number(s))
		fb_buf_add(&m->line, s);
	else
		fb_put_milli(&m->line, milli);
	return true;
}

static void
put_score(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c)
{
	fb_str s = fb_str_trim(fb_own(m, p, c, FB_ROLE_SCORE, " "));
	const struct fb_scale *on;

	if (!s.n)
		return;
	s = fb_score_of(p, s);
	if (!put_answer(m, c, "score", FB_LIT(",\"score\":"), &p->scales, s,
	    &on)) {
		m->failed[FB_ROLE_SCORE] = true;
		return;
	}
	fb_buf_add(&m->line, FB_LIT(",\"scale\":"));
	fb_put_json(&m->line, fb_buf_str(&on->name));
}

static void
put_consent(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c)
{
	static const char *const yes[] = { "true", "yes", "y", "1", NULL };
	static const char *const no[] = { "false", "no", "n", "0", NULL };
	fb_str s = fb_str_trim(fb_own(m, p, c, FB_ROLE_CONSENT, " "));
	fb_str shown = fb_shown(s);
	bool is_yes;

	if (!s.n)
		return;
	is_yes = fb_is_one_of(s, yes);
	if (!is_yes && !fb_is_one_of(s, no))
		fb_note(m, FB_FAULT_CONSENT, "consent '%.*s' is neither yes "
		    "nor no; taken as no", (int)shown.n, shown.p);
	fb_put_key(&m->line, "consent");
	fb_buf_adds(&m->line, is_yes ? "true" : "false");
}

/* A cell's words, as a number if it is one. */
static void
put_cell(struct fb_made *m, fb_str s)
{
	if (fb_plain_number(s))
		fb_buf_add(&m->line, s);
	else
		fb_put_json(&m->line, s);
}

/* Most cells: nothing is said of their column, and they begin with what no rule
 * is about. False: it is another, or empty. */
static bool
put_plain(struct fb_made *m, const struct fb_column *col,
    const struct fb_row *c, size_t i)
{
	if (c->json) {
		if (!c->json[i].p || !fb_is_plain(col, c->json[i]))
			return false;
		put_name(m, &col->put);
		fb_put_value(&m->line, c->json[i]);
		return true;
	}
	if (!col->plain || i >= c->n || !c->cells[i].n || *c->cells[i].p <= ' ')
		return false;
	put_name(m, &col->put);
	put_cell(m, c->cells[i]);
	return true;
}

static void
put_other(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c,
    size_t i)
{
	const struct fb_column *col = &p->v[i];
	fb_str s;
	const struct fb_scale *on;

	if (c->json && !c->json[i].p && !c->cells[i].n)
		return;
	if (put_plain(m, col, c, i))
		return;
	s = fb_cell(p, c, i);
	if (!s.n)
		return;
	if (col->scales.n && put_answer(m, c, col->key.p, fb_buf_str(&col->put),
	    &col->scales, fb_str_trim(s), &on))
		return;
	put_name(m, col->scales.n ? &col->off : &col->put);
	if (col->split.n)
		fb_put_list(&m->line, s, col->split);
	else if (c->json && c->json[i].p)
		fb_put_value(&m->line, c->json[i]);
	else
		put_cell(m, s);
}

/* Cells behind the header's last column that say something. */
static void
put_extra(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c)
{
	size_t last = c->n;

	while (last > p->n && !fb_str_trim(c->cells[last - 1]).n)
		last--;
	if (c->n < p->n && !p->workbook)
		fb_note(m, FB_FAULT_RAGGED, "%zu cells where the header has "
		    "%zu", c->n, p->n);
	if (last <= p->n)
		return;
	fb_note(m, FB_FAULT_RAGGED, "%zu cells where the header has %zu; those "
	    "behind it are kept as x_extra", last, p->n);
	fb_put_key(&m->line, "x_extra");
	for (size_t i = p->n; i < last; i++) {
		fb_buf_addc(&m->line, i == p->n ? '[' : ',');
		fb_put_json(&m->line, c->cells[i]);
	}
	fb_buf_addc(&m->line, ']');
}

static void
put_others(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c)
{
	for (size_t i = 0; i < p->n; i++) {
		int role = p->v[i].role;

		if (role < 0 ? !p->v[i].dropped : m->failed[role])
			put_other(m, p, c, i);
	}
	fb_buf_add(&m->line, fb_buf_str(&p->extra));
	if (p->flagged && fb_row_unfinished(p, c))
		fb_buf_adds(&m->line, ",\"unfinished\":true");
	put_extra(m, p, c);
}

static void
reset(struct fb_made *m)
{
	m->line.n = m->text.n = m->nnotes = 0;
	m->dated = m->numbered = false;
	memset(m->failed, 0, sizeof m->failed);
}

void
fb_make(struct fb_made *m, const struct fb_making *g, struct fb_row *c)
{
	const struct fb_mapping *p = g->plan;

	reset(m);
	fb_mend(m, c);
	if (c->repeated)
		fb_note(m, FB_FAULT_REPEATED, "%zu keys come twice; the last "
		    "of them holds", c->repeated);
	if (c->reread)
		fb_note(m, FB_FAULT_STRAY, "a quote stands where none belongs; "
		    "read so that the row has the header's %zu cells", p->n);
	else if (c->stray && c->nspan > 1)
		fb_note(m, FB_FAULT_SWALLOWED, "a stray quote makes one row of "
		    "%zu lines; if cells are not quoted here, give --no-quotes",
		    c->nspan);
	else if (c->stray)
		fb_note(m, FB_FAULT_STRAY, "a quote stands where none belongs; "
		    "kept as it is");
	fb_make_id(m, g, c);
	fb_make_date(m, p, c);
	fb_buf_addc(&m->line, ',');
	fb_buf_add(&m->line, g->source_put);
	put_own(m, p, c, FB_ROLE_CHANNEL);
	put_own(m, p, c, FB_ROLE_CUSTOMER);
	put_score(m, p, c);
	put_own(m, p, c, FB_ROLE_TITLE);
	put_own(m, p, c, FB_ROLE_TEXT);
	put_own(m, p, c, FB_ROLE_TRANSLATION);
	put_own(m, p, c, FB_ROLE_LANG);
	put_consent(m, p, c);
	put_others(m, p, c);
	fb_buf_addc(&m->line, '}');
	fb_make_number(m, g);
}

void
fb_made_release(struct fb_made *m)
{
	fb_buf_release(&m->line);
	fb_buf_release(&m->id);
	fb_buf_release(&m->text);
	fb_buf_release(&m->mended);
	fb_buf_release(&m->scratch);
	fb_buf_release(&m->day);
	fb_buf_release(&m->day_put);
	free(m->notes);
	*m = (struct fb_made){0};
}
