/* date.c - parse a date by its form. */
#include "ingest/date.h"

struct parts {
	long v[128];     /* by letter; -1 is absent */
	int64_t epoch;
	bool has_epoch, has_zone;
	long zone;       /* seconds east of UTC */
};

static const char *const months[] = { "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november",
    "december" };
static const char *const weekdays[] = { "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday" };

static const char *
whole_form(char c)
{
	return c == 'F' ? "%Y-%m-%d" : c == 'T' ? "%H:%M:%S" :
	    c == 'R' ? "%H:%M" : NULL;
}

static void
skip(fb_str *s, size_t n)
{
	s->p += n;
	s->n -= n;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* 1 to max digits; their number, or 0. */
static size_t
digits(fb_str *s, size_t max, int64_t *v)
{
	size_t n = 0;

	for (*v = 0; n < max && n < s->n && is_digit(s->p[n]); n++)
		*v = *v * 10 + (s->p[n] - '0');
	skip(s, n);
	return n;
}

static bool
starts_caseless(fb_str s, const char *low, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (i >= s.n || (s.p[i] | 0x20) != low[i])
			return false;
	return true;
}

/* 1 .. n for one of the names, whole or its first three letters; 0 for none. */
static long
name(fb_str *s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(names[i]);

		if (!starts_caseless(*s, names[i], 3))
			continue;
		skip(s, starts_caseless(*s, names[i], len) ? len : 3);
		return (long)i + 1;
	}
	return 0;
}

static bool
zone(fb_str *s, struct parts *d)
{
	int64_t h, m = 0;
	bool west;

	d->has_zone = true;
	d->zone = 0;
	if (starts_caseless(*s, "utc", 3) || starts_caseless(*s, "gmt", 3)) {
		skip(s, 3);
		if (!s->n || (s->p[0] != '+' && s->p[0] != '-'))
			return true;
	} else if (s->n && (s->p[0] | 0x20) == 'z') {
		skip(s, 1);
		return true;
	}
	if (!s->n || (s->p[0] != '+' && s->p[0] != '-'))
		return false;
	west = s->p[0] == '-';
	skip(s, 1);
	if (!digits(s, 2, &h) || h > 23)
		return false;
	if (s->n && s->p[0] == ':')
		skip(s, 1);
	if (s->n && is_digit(s->p[0]) && (digits(s, 2, &m) != 2 || m > 59))
		return false;
	d->zone = (long)(h * 3600 + m * 60) * (west ? -1 : 1);
	return true;
}

static bool
epoch(fb_str *s, struct parts *d, char c)
{
	bool before = s->n && s->p[0] == '-';
	int64_t v;
	size_t n;

	skip(s, before);
	n = digits(s, 15, &v);
	if (n && s->n > 1 && s->p[0] == '.' && is_digit(s->p[1])) {
		skip(s, 1);
		while (s->n && is_digit(s->p[0]))
			skip(s, 1);
	}
	v = before ? -v : v;
	if (c == 'Q')
		v = v >= 0 ? v / 1000 : -((-v + 999) / 1000);
	d->epoch = v;
	d->has_epoch = d->has_zone = true;
	return n > 0 && v > -62000000000 && v < 253402300800;
}

static bool
half(fb_str *s, struct parts *d)
{
	if (!starts_caseless(*s, "am", 2) && !starts_caseless(*s, "pm", 2))
		return false;
	d->v['p'] = (s->p[0] | 0x20) == 'p';
	skip(s, 2);
	return true;
}

/* One part of the form. */
static bool
part(fb_str *s, struct parts *d, char c)
{
	int64_t v;

	switch (c) {
	case 'Y':
		if (digits(s, 4, &v) != 4)
			return false;
		break;
	case 'y':
		if (digits(s, 2, &v) != 2)
			return false;
		v += v < 69 ? 2000 : 1900;
		c = 'Y';
		break;
	case 'b': case 'B':
		v = name(s, months, 12);
		c = 'm';
		break;
	case 'a': case 'A':
		return name(s, weekdays, 7) > 0;
	case 'p':
		return half(s, d);
	case 'z':
		return zone(s, d);
	case 's': case 'Q':
		return epoch(s, d, c);
	case 'f':
		return digits(s, 9, &v) > 0;
	case '%':
		if (!s->n || s->p[0] != '%')
			return false;
		skip(s, 1);
		return true;
	default:
		if (!digits(s, 2, &v))
			return false;
		c = c == 'e' ? 'd' : c;
	}
	d->v[(unsigned char)c] = (long)v;
	return true;
}

static bool
blanks(fb_str *s)
{
	size_t was = s->n;

	while (s->n && (s->p[0] == ' ' || s->p[0] == '\t'))
		skip(s, 1);
	return s->n < was;
}

static bool
match(fb_str form, fb_str *s, struct parts *d)
{
	for (; form.n; skip(&form, 1)) {
		const char *whole;

		if (form.p[0] == ' ') {
			if (!blanks(s))
				return false;
		} else if (form.p[0] != '%') {
			if (!s->n || s->p[0] != form.p[0])
				return false;
			skip(s, 1);
		} else {
			skip(&form, 1);
			whole = form.n ? whole_form(form.p[0]) : NULL;
			if (!form.n || !(whole ? match(fb_cstr(whole), s, d) :
			    part(s, d, form.p[0])))
				return false;
		}
	}
	return true;
}

static bool
in(long v, long lo, long hi)
{
	return v >= lo && v <= hi;
}

static bool
put_time(const struct parts *d, struct fb_when *w)
{
	long hour = d->v['H'], min = d->v['M'], sec = d->v['S'];

	w->has_time = hour >= 0 || d->v['I'] >= 0;
	if (!w->has_time)
		return true;
	if (hour < 0) {
		if (!in(d->v['I'], 1, 12) || d->v['p'] < 0)
			return false;
		hour = d->v['I'] % 12 + 12 * d->v['p'];
	}
	min = min < 0 ? 0 : min;
	sec = sec < 0 ? 0 : sec;
	w->sec += hour * 3600 + min * 60 + (sec == 60 ? 59 : sec) - d->zone;
	w->has_zone = d->has_zone;
	return in(hour, 0, 23) && in(min, 0, 59) && in(sec, 0, 60);
}

bool
fb_form_parse_one(fb_str form, fb_str text, struct fb_when *w)
{
	struct parts d = { .has_epoch = false };
	long y, m, day;

	for (size_t i = 0; i < 128; i++)
		d.v[i] = -1;
	*w = (struct fb_when){0};
	text = fb_str_trim(text);
	if (!match(form, &text, &d) || text.n)
		return false;
	if (d.has_epoch) {
		*w = (struct fb_when){ d.epoch, true, true };
		return true;
	}
	y = d.v['Y'];
	m = d.v['m'];
	day = d.v['d'];
	if (!in(y, 1, 9999) || !in(m, 1, 12) ||
	    !in(day, 1, fb_month_days((int)y, (int)m)))
		return false;
	w->sec = (int64_t)fb_days((int)y, (int)m, (int)day) * 86400;
	return put_time(&d, w);
}
