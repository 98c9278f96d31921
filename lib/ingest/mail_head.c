/* mail_head.c - headers that are out of order, and their dates. */
#include <strings.h>

#include "ingest/mail_head.h"
#include "ingest/postmark.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static enum fb_head_line
content_type(struct fb_mail_head *h, fb_str line)
{
	fb_str value = line, media;

	fb_str_split(&value, ':');
	media = fb_str_split(&value, ';');
	if (!h->typed && media.n && memchr(media.p, '/', media.n)) {
		h->typed = true;
		return FB_HEAD_KEEP;
	}
	h->dropping = true;
	return FB_HEAD_DROP;
}

/* Headers of parts, and what parts them. Only behind a header of MIME a line
 * that is none ends them, for "--" also stands in front of signatures. */
static enum fb_head_line
below(struct fb_mail_head *h, fb_str line)
{
	static const char mime[] = "content-";

	if (line.n > 2 && line.p[0] == '-' && line.p[1] == '-') {
		h->part = true;
		h->any = false;
	} else if (h->part && !is_blank(*line.p) && !(fb_str_trim(line).n &&
	    fb_is_mail_header(line))) {
		h->part = false;
		if (h->any && fb_str_trim(line).n)
			return FB_HEAD_ENDS;
	}
	if (h->part && line.n > sizeof mime &&
	    !strncasecmp(line.p, mime, sizeof mime - 1))
		h->any = true;
	return h->part && ++h->lines > FB_HEAD_LINES ?
	    FB_HEAD_DROP : FB_HEAD_KEEP;
}

enum fb_head_line
fb_mail_head(struct fb_mail_head *h, fb_str line, fb_str ahead)
{
	static const char type[] = "content-type:";

	if (h->over)
		return below(h, line);
	if (!fb_str_trim(line).n) {
		h->over = true;
		return FB_HEAD_KEEP;
	}
	if (++h->lines > FB_HEAD_LINES)
		return FB_HEAD_DROP;
	if (is_blank(*line.p))
		return h->dropping ? FB_HEAD_DROP : FB_HEAD_KEEP;
	h->dropping = false;
	if (line.n > sizeof type && !strncasecmp(line.p, type, sizeof type - 1))
		return content_type(h, line);
	if (!fb_is_mail_header(line) && (h->any || h->lines == 1) &&
	    !(fb_str_trim(ahead).n && ((h->any && is_blank(*ahead.p)) ||
	    fb_is_mail_header(ahead)))) {
		h->over = true;
		return FB_HEAD_ENDS;
	}
	h->any = true;
	return FB_HEAD_KEEP;
}

/* A piece of the date: a word, a number, a sign with a number. */
static fb_str
next_piece(fb_str *s)
{
	size_t n = 0;
	fb_str piece;

	while (s->n && (is_blank(*s->p) || *s->p == ',' || *s->p == '-')) {
		if (*s->p == '-' && s->n > 4 && s->p[1] >= '0' &&
		    s->p[1] <= '9' && s->p[4] >= '0' && s->p[4] <= '9')
			break;
		*s = (fb_str){ s->p + 1, s->n - 1 };
	}
	while (n < s->n && !is_blank(s->p[n]) && s->p[n] != ',' &&
	    !(n && (s->p[n] == '-' || s->p[n] == '+' || s->p[n] == '(')))
		n++;
	piece = (fb_str){ s->p, n };
	*s = (fb_str){ s->p + n, s->n - n };
	return piece;
}

/* Behind "(comments)". */
static void
pass_comment(fb_str *s)
{
	*s = fb_str_trim(*s);
	if (s->n && *s->p == '(')
		fb_str_split(s, ')');
}

/* Up to four digits; -1 when s is anything else. */
static int
number(fb_str s)
{
	int v = 0;

	if (!s.n || s.n > 4)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		v = 10 * v + (s.p[i] - '0');
	}
	return v;
}

static int
month(fb_str s)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

	for (int m = 0; m < 12 && s.n >= 3; m++)
		if (!strncasecmp(names + 3 * m, s.p, 3))
			return m + 1;
	return 0;
}

/* Seconds of the day, -1 when it is no time. */
static int32_t
clock_of(fb_str s)
{
	fb_str rest = s;
	int h = number(fb_str_split(&rest, ':'));
	int m = number(fb_str_split(&rest, ':'));
	int sec = rest.n ? number(fb_str_split(&rest, '.')) : 0;

	if (h < 0 || h > 23 || m < 0 || m > 59 || sec < 0 || sec > 60)
		return -1;
	return h * 3600 + m * 60 + (sec > 59 ? 59 : sec);
}

/* Seconds east of Greenwich; false when s names no zone. */
static bool
zone(fb_str s, int32_t *east)
{
	static const struct { const char *name; int hours; } names[] = {
		{ "UT", 0 }, { "UTC", 0 }, { "GMT", 0 }, { "Z", 0 },
		{ "EST", -5 }, { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 },
		{ "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 },
	};
	int v;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (s.n == strlen(names[i].name) &&
		    !strncasecmp(names[i].name, s.p, s.n)) {
			*east = names[i].hours * 3600;
			return true;
		}
	}
	if (s.n != 5 || (*s.p != '+' && *s.p != '-') ||
	    (v = number((fb_str){ s.p + 1, 4 })) < 0)
		return false;
	*east = (v / 100 * 3600 + v % 100 * 60) * (*s.p == '-' ? -1 : 1);
	return true;
}

static int
full_year(int y, size_t digits)
{
	return digits == 2 ? y + (y < 50 ? 2000 : 1900) :
	    digits == 3 ? y + 1900 : y;
}

bool
fb_mail_date(fb_str s, struct fb_when *w)
{
	fb_str first = next_piece(&s), year;
	int day = number(first), mon, y;
	int32_t sec, east = 0;

	if (day < 0)
		day = number(next_piece(&s));
	mon = month(next_piece(&s));
	year = next_piece(&s);
	y = full_year(number(year), year.n);
	sec = clock_of(next_piece(&s));
	if (!mon || y < 1 || y > 9999 || sec < 0 || day < 1 ||
	    day > fb_month_days(y, mon))
		return false;
	pass_comment(&s);
	w->has_zone = zone(next_piece(&s), &east);
	w->has_time = true;
	w->sec = (int64_t)fb_days(y, mon, day) * 86400 + sec - east;
	return true;
}
