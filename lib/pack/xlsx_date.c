/* xlsx_date.c - which cells are dates, and what date a number is. */
#include <math.h>

#include "base/num.h"
#include "base/time.h"
#include "pack/xlsx_part.h"

/* A format code shows a date when one of its letters does: "yyyy-mm-dd" but
 * not "0.00", [Red] or "days" in quotes. */
static bool
shows_date(fb_str code)
{
	char until = 0;

	for (size_t i = 0; i < code.n; i++) {
		char c = code.p[i];

		if (until)
			until = c == until ? 0 : until;
		else if (c == '"')
			until = '"';
		else if (c == '[')
			until = ']';
		else if (c == '\\' || c == '_' || c == '*')
			i++;
		else if (strchr("dmyhsDMYHS", c) && c)
			return true;
	}
	return false;
}

/* Built-in date formats, ECMA-376-1 18.8.30, with those of East Asia. */
static bool
built_in(uint64_t id)
{
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
	       (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

struct styles {
	struct fb_xlsx *x;
	bool cells; /* inside <cellXfs> */
};

static void
add_style(struct fb_xml *xml, struct fb_xlsx *x)
{
	fb_str id = fb_xml_attr(xml, "numFmtId");
	uint64_t n;

	if (x->nstyles == 1 << 16) {
		xml->why = "too many cell formats";
		return;
	}
	x->is_date = fb_grow(x->is_date, &x->cap_styles, x->nstyles + 1,
	                     sizeof *x->is_date);
	x->is_date[x->nstyles++] =
		(!fb_parse_u64(id, &n) && built_in(n)) ||
		fb_map_get(&x->formats, id) != FB_MAP_NONE;
}

static void
start(struct fb_xml *xml, const char *name)
{
	struct styles *s = xml->arg;

	if (!strcmp(name, "cellXfs"))
		s->cells = true;
	else if (s->cells && !strcmp(name, "xf"))
		add_style(xml, s->x);
	else if (!strcmp(name, "numFmt") &&
	         shows_date(fb_xml_attr(xml, "formatCode")))
		fb_map_put(&s->x->formats, fb_xml_attr(xml, "numFmtId"), NULL);
}

static void
end(struct fb_xml *xml, const char *name)
{
	struct styles *s = xml->arg;

	if (!strcmp(name, "cellXfs"))
		s->cells = false;
}

const char *
fb_xlsx_styles(struct fb_xlsx *x, struct fb_zip *z, size_t *line)
{
	struct styles s = { .x = x };
	struct fb_xml xml = { .arg = &s, .start = start, .end = end };

	return fb_xml_part(&xml, z, line);
}

/* Day 60 of the 1900 system is a 29 February that never was: from day 61 on
 * the count starts at 1899-12-30, before it at the day after. */
static int32_t
day_of(const struct fb_xlsx *x, int64_t serial)
{
	if (x->from_1904)
		return fb_days(1904, 1, 1) + (int32_t)serial;
	return fb_days(1899, 12, 30) + (int32_t)serial + (serial < 60);
}

const char *
fb_xlsx_put_date(const struct fb_xlsx *x, struct fb_buf *b, fb_str text)
{
	struct fb_when w = {0};
	const char *why;
	double serial;
	int64_t sec;

	why = fb_parse_double(text, &serial);
	if (why)
		return why;
	if (!(serial >= 0 && serial < 2958466)) /* year 10000 */
		return "not a date between 1900 and 9999";
	sec = (int64_t)floor(serial * 86400 + 0.5);
	w.sec = (int64_t)day_of(x, sec / 86400) * 86400 + sec % 86400;
	w.has_time = sec % 86400 != 0;
	fb_put_when(b, w);
	return NULL;
}
