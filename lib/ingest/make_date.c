/* make_date.c - a row's date becomes the record's. */
#include "ingest/cell.h"
#include "ingest/date.h"

/* Rows of a day often stand together. */
static bool
put_same_date(struct fb_made *m, fb_str s)
{
	if (!m->day_put.n || !fb_str_eq(s, fb_buf_str(&m->day)))
		return false;
	m->dated = true;
	m->when = m->day_when;
	fb_buf_add(&m->line, fb_buf_str(&m->day_put));
	return true;
}

static void
keep_date(struct fb_made *m, fb_str s)
{
	m->day.n = m->day_put.n = 0;
	fb_buf_add(&m->day, s);
	m->day_when = m->when;
	fb_buf_adds(&m->day_put, ",\"date\":\"");
	fb_put_when(&m->day_put, m->when);
	fb_buf_addc(&m->day_put, '"');
}

void
fb_make_date(struct fb_made *m, const struct fb_mapping *p, const struct fb_row *c)
{
	fb_str form = p->from[FB_ROLE_DATE].form;
	fb_str s = fb_str_trim(fb_own(m, p, c, FB_ROLE_DATE, " "));
	fb_str shown = fb_shown(s);

	if (!s.n || put_same_date(m, s))
		return;
	m->dated = form.n && fb_form_parse(form, s, &m->when);
	if (!m->dated && (!form.n || p->workbook))
		m->dated = !fb_when_parse(s, &m->when);
	if (!m->dated) {
		m->failed[FB_ROLE_DATE] = true;
		fb_note(m, FB_FAULT_DATE, form.n ?
		    "date '%.*s' is not of the form %.*s" :
		    "date '%.*s' is not like 2026-10-03; give its form, for "
		    "example -c 'date=COLUMN %%d/%%m/%%Y'%.*s",
		    (int)shown.n, shown.p, (int)form.n, form.p);
		return;
	}
	keep_date(m, s);
	fb_buf_add(&m->line, fb_buf_str(&m->day_put));
}
