/* line_check.c - what a metric line from anywhere must have. */
#include <math.h>

#include "cell/line_own.h"
#include "record/json.h"

bool
fb_line_number(fb_str raw, double *v)
{
	if (!fb_json_double(raw, v) || fabs(*v) > FB_VALUE_MOST)
		return false;
	if (fabs(*v) < FB_VALUE_LEAST)
		*v = 0;
	return true;
}

bool
fb_line_count(fb_str raw, uint64_t *n)
{
	double v;

	if (!fb_json_double(raw, &v) || v < 0 || v > 1ULL << 53 ||
	    v != floor(v))
		return false;
	*n = (uint64_t)v;
	return true;
}

static fb_str
get(const struct fb_rec *r, const char *key)
{
	return fb_rec_get(r, fb_cstr(key));
}

static bool
said(fb_str raw)
{
	return raw.p && !fb_str_eq(raw, FB_LIT("null"));
}

const char *
fb_line_check(const struct fb_rec *r, const struct fb_cell *c)
{
	fb_str value = get(r, "value"), n = get(r, "n"), by = get(r, "by");
	uint64_t answers;
	double lo, hi;

	if (!c->metric.n)
		return "a metric line without \"metric\", the name of its "
		    "number such as \"nps\"";
	if (!c->period_label.n)
		return "a metric line without \"period\" such as \"2026-10\", "
		    "or \"all\"";
	if (said(value) && !fb_json_double(value, &lo))
		return "a metric line whose \"value\" is no number such as "
		    "31.5";
	if (said(value) && !fb_line_number(value, &lo))
		return "a metric line whose \"value\" is not between -1e15 and "
		    "1e15";
	if (said(n) && !fb_line_count(n, &answers))
		return "a metric line whose \"n\" is no count such as 412";
	if (fb_json_double(get(r, "lo"), &lo) &&
	    fb_json_double(get(r, "hi"), &hi) && lo > hi)
		return "a metric line whose \"lo\" is above its \"hi\"";
	if (said(by) && *by.p != '{')
		return "a metric line whose \"by\" is no object such as "
		    "{\"region\":\"EU\"}";
	return NULL;
}
