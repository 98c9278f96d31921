/* fields.c - columns by the format, rows through the same door as a table's. */
#include <stdlib.h>

#include "base/utf8.h"
#include "ingest/begin.h"
#include "ingest/fields.h"
#include "ingest/origin.h"
#include "ingest/sniff.h"

fb_str
fb_fields_text(struct fb_fields *f, struct fb_run *r, const char *path,
    struct fb_physical *in)
{
	const char *why = fb_physical_all(in), *encoding = r->ask->encoding;
	fb_str all = fb_buf_str(&in->win);

	if (why)
		fb_run_read_fail(r, path, why == fb_physical_full ? "is longer "
		    "than a record may be; see --max-record" : why);
	if (!encoding && in->in.coding == FB_UTF8)
		encoding = fb_sniff_encoding(all, true, &f->said);
	if (encoding && (why = fb_physical_recode(in, encoding)))
		fb_die(FB_USAGE, "--encoding '%s' %s", encoding, why);
	all = fb_buf_str(&in->win);
	if (fb_utf8_valid(all))
		return all;
	f->row.mended = fb_utf8_mend(&f->mended, all);
	return fb_buf_str(&f->mended);
}

static void
explain(struct fb_fields *f, const char *format)
{
	struct fb_buf b = {0};

	fb_buf_printf(&b, "format: %s\n", format);
	fb_buf_add(&b, fb_buf_str(&f->said));
	fb_explain_profile(f->run, f->plan.profile, &b);
	fb_mapping_explain(&f->plan, &b);
	fb_say_lines(f->path, fb_buf_str(&b));
	fb_buf_release(&b);
}

/* What is called as a key is the key, unless a profile or -c says otherwise. */
static void
own_keys(struct fb_run *r)
{
	struct fb_buf rule = {0};

	fb_profile_release(&r->guess);
	for (int role = 0; role < FB_ROLES; role++) {
		const char *key = fb_role_names[role];

		if (role == FB_ROLE_SCORE && r->chosen.name && !r->ask->scale)
			continue; /* the profile would have to give a scale */
		rule.n = 0;
		fb_buf_printf(&rule, "%s = %s", key, key);
		fb_profile_option(&r->guess, fb_buf_cstr(&rule));
	}
	fb_buf_release(&rule);
}

static void
drop_displaced(struct fb_mapping *p, const struct fb_run *r)
{
	struct fb_map named = {0};

	fb_origin_names(&named, &r->columns, false);
	fb_origin_names(&named, &r->chosen, false);
	for (int role = 0; role < FB_ROLES; role++) {
		fb_str key = fb_cstr(fb_role_names[role]);
		size_t at = fb_map_get(&p->names, key);

		if (at != FB_MAP_NONE && p->v[at].role < 0 &&
		    (p->from[role].n || p->from[role].constant.p) &&
		    fb_map_get(&named, key) == FB_MAP_NONE)
			p->v[at].dropped = true;
	}
	fb_map_release(&named);
}

void
fb_fields_open(struct fb_fields *f, struct fb_run *r, const char *format,
    const char *path, const fb_str *columns, size_t n)
{
	const struct fb_profile *p = r->chosen.name ? &r->chosen : NULL;

	f->run = r;
	f->path = path;
	f->making = fb_run_making(r, &f->plan, path);
	own_keys(r);
	fb_run_plan_names(r, &f->plan, columns, n, p, path);
	if (f->own_names)
		drop_displaced(&f->plan, r);
	fb_run_planned(r, &f->plan, path);
	f->making.unique = r->unique;
	if (r->ask->explain && !(r->within && r->explained == format))
		explain(f, format);
	r->explained = format;
}

void
fb_fields_row(struct fb_fields *f, const fb_str *cells, size_t n,
    const fb_str *origin, size_t norigin)
{
	struct fb_row *row = &f->row;

	row->text.n = row->n = 0;
	for (size_t i = 0; i < norigin; i++) {
		fb_buf_add(&row->text, origin[i]);
		fb_buf_addc(&row->text, '\x1f');
	}
	row->cells = fb_grow(row->cells, &row->cap, n, sizeof *row->cells);
	memcpy(row->cells, cells, n * sizeof *cells);
	row->n = n;
	fb_run_row(f->run, &f->making, row, f->path);
	row->mended = 0;
}

void
fb_fields_close(struct fb_fields *f)
{
	fb_mapping_release(&f->plan);
	fb_buf_release(&f->row.text);
	fb_buf_release(&f->mended);
	fb_buf_release(&f->said);
	free(f->row.cells);
}
