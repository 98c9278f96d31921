/* explain.c - say in words what a plan does. */
#include "ingest/plan.h"

static void
put_origin(const struct fb_mapping *p, int role, struct fb_buf *b)
{
	const struct fb_origin *o = &p->from[role];

	fb_buf_printf(b, "%s: ", fb_role_names[role]);
	if (o->constant.p) {
		fb_buf_adds(b, "always \"");
		fb_buf_add(b, o->constant);
		fb_buf_adds(b, "\"");
	}
	for (size_t i = 0; i < o->n; i++) {
		fb_buf_adds(b, i ? " + '" : "'");
		fb_buf_add(b, p->v[o->cols[i]].name);
		fb_buf_addc(b, '\'');
	}
	if (o->html)
		fb_buf_adds(b, ", the words of its HTML");
	if (o->form.n) {
		fb_buf_adds(b, role == FB_ROLE_DATE ? " in the form " :
		    ", what stands ");
		fb_buf_add(b, o->form);
	}
	fb_buf_addc(b, '\n');
}

static void
put_scales(const struct fb_scales *s, struct fb_buf *b)
{
	for (size_t i = 0; i < s->n; i++) {
		fb_buf_adds(b, i ? ", then " : "");
		fb_buf_add(b, fb_buf_str(&s->v[i].name));
		if (s->v[i].has_until) {
			fb_buf_adds(b, " until ");
			fb_put_when(b, (struct fb_when){
			    .sec = (int64_t)s->v[i].until * 86400 });
		}
		if (s->v[i].column.n) {
			fb_buf_adds(b, " when '");
			fb_buf_add(b, s->v[i].column);
			fb_buf_adds(b, "' is ");
			fb_buf_add(b, s->v[i].words);
		}
	}
}

static void
put_column(const struct fb_column *c, struct fb_buf *b)
{
	fb_buf_addc(b, '\'');
	fb_buf_add(b, c->name);
	fb_buf_addc(b, '\'');
	if (c->role >= 0) {
		fb_buf_printf(b, ": %s", fb_role_names[c->role]);
	} else if (c->dropped) {
		fb_buf_adds(b, ": left out");
	} else if (!fb_str_eq(fb_buf_str(&c->key), c->name)) {
		fb_buf_adds(b, ": kept as ");
		fb_buf_add(b, fb_buf_str(&c->key));
	} else {
		fb_buf_adds(b, ": kept");
	}
	if (c->scales.n && !c->dropped) {
		fb_buf_adds(b, ", a number on ");
		put_scales(&c->scales, b);
	}
	if (c->identity)
		fb_buf_adds(b, ", names a person");
	if (c->split.n) {
		fb_buf_adds(b, ", a list parted at '");
		fb_buf_add(b, c->split);
		fb_buf_addc(b, '\'');
	}
	for (size_t i = 0; i < c->nnothing; i++) {
		fb_buf_adds(b, i ? ", '" : "; empty when '");
		fb_buf_add(b, c->nothing[i].text);
		fb_buf_addc(b, '\'');
	}
	fb_buf_addc(b, '\n');
}

void
fb_mapping_explain(const struct fb_mapping *p, struct fb_buf *b)
{
	for (int r = 0; r < FB_ROLES; r++) {
		if (p->from[r].n || p->from[r].constant.p)
			put_origin(p, r, b);
		else if (r == FB_ROLE_ID)
			fb_buf_adds(b, "id: made of the row's cells\n");
	}
	if (p->from[FB_ROLE_SCORE].n) {
		fb_buf_adds(b, "scale: ");
		put_scales(&p->scales, b);
		fb_buf_addc(b, '\n');
	}
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].role < 0 || p->v[i].nnothing)
			put_column(&p->v[i], b);
}
