/* dating.c - the form of a column's dates, learnt from its cells. */
#include <stdio.h>

#include "ingest/dating.h"

static const struct {
	const char *form;
	enum fb_order order;
} days[] = {
	{ "%d/%m/%Y", FB_ORDER_DMY }, { "%m/%d/%Y", FB_ORDER_MDY },
	{ "%d.%m.%Y", FB_ORDER_DMY }, { "%m.%d.%Y", FB_ORDER_MDY },
	{ "%d-%m-%Y", FB_ORDER_DMY }, { "%m-%d-%Y", FB_ORDER_MDY },
	{ "%d/%m/%y", FB_ORDER_DMY }, { "%m/%d/%y", FB_ORDER_MDY },
	{ "%d.%m.%y", FB_ORDER_DMY }, { "%m.%d.%y", FB_ORDER_MDY },
	{ "%Y/%m/%d", FB_ORDER_YMD }, { "%Y.%m.%d", FB_ORDER_YMD },
	{ "%Y-%m-%d", FB_ORDER_YMD }, { "%d-%b-%Y", FB_ORDER_ANY },
	{ "%d-%b-%y", FB_ORDER_ANY }, { "%d %b %Y", FB_ORDER_ANY },
	{ "%b %d, %Y", FB_ORDER_ANY }, { "%b %d %Y", FB_ORDER_ANY },
	{ "%a %b %d %Y", FB_ORDER_ANY }, { "%a, %d %b %Y", FB_ORDER_ANY },
};

static const char *const times[] = {
	"", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %I:%M%p",
	", %I:%M%p", ", %H:%M", " %H:%M:%S %z", " %I:%M:%S %p %z",
};

static const char *const others[] = {
	"%s", "%Q", "%a %b %d %H:%M:%S %z %Y", "%Y-%m-%dT%H:%M:%S%z",
};

enum { DAYS = FB_DATE_PARTS, TIMES = FB_TIME_PARTS, PAIRS = DAYS * TIMES };
_Static_assert(sizeof days / sizeof *days == DAYS, "a row a form");
_Static_assert(sizeof times / sizeof *times == TIMES, "a row a form");
_Static_assert(sizeof others / sizeof *others == FB_FORMS - PAIRS, "the rest");

bool
fb_order_parse(const char *text, enum fb_order *o)
{
	static const char *const names[] = { [FB_ORDER_DMY] = "dmy",
	    [FB_ORDER_MDY] = "mdy", [FB_ORDER_YMD] = "ymd" };

	for (*o = FB_ORDER_DMY; *o <= FB_ORDER_YMD; ++*o)
		if (!strcmp(text, names[*o]))
			return true;
	return false;
}

/* All forms as text, made once. */
static fb_str
form_text(size_t i)
{
	static char texts[PAIRS][40];

	if (i >= PAIRS)
		return fb_cstr(others[i - PAIRS]);
	if (!texts[i][0])
		snprintf(texts[i], sizeof texts[i], "%s%s",
		    days[i / TIMES].form, times[i % TIMES]);
	return fb_cstr(texts[i]);
}

static enum fb_order
order_of(size_t i)
{
	return i < PAIRS ? days[i / TIMES].order : FB_ORDER_ANY;
}

static bool
all_digits(fb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

static bool
fits(size_t i, fb_str cell)
{
	struct fb_when w;

	/* Seconds of this age have ten digits, milliseconds thirteen. */
	if (i >= PAIRS && i < PAIRS + 2)
		return all_digits(cell) && cell.n == (i == PAIRS ? 10 : 13);
	return fb_form_parse(form_text(i), cell, &w);
}

/* No form makes a date of fewer digits, or of a longer cell. */
static bool
could_be_date(fb_str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.n && s.n <= 48; i++)
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	return digits >= 4;
}

void
fb_dating_add(struct fb_dating *d, fb_str cell)
{
	struct fb_when w;

	cell = fb_str_trim(cell);
	if (!cell.n)
		return;
	d->cells++;
	if (!fb_when_parse(cell, &w)) {
		d->iso++;
		return;
	}
	for (size_t i = 0; could_be_date(cell) && i < FB_FORMS; i++) {
		bool out = d->asked && order_of(i) && order_of(i) != d->asked;

		if (!out && fits(i, cell))
			d->hits[i]++;
	}
}

static size_t
most_hits(const struct fb_dating *d)
{
	size_t best = FB_FORMS;

	for (size_t i = 0; i < FB_FORMS; i++)
		if (d->hits[i] &&
		    (best == FB_FORMS || d->hits[i] > d->hits[best]))
			best = i;
	return best;
}

/* The same form with day and month the other way round. */
static size_t
rival_of(size_t i)
{
	size_t day = i / TIMES;

	if (i >= PAIRS || day >= 10)
		return FB_FORMS;
	return (day ^ 1) * TIMES + i % TIMES;
}

enum fb_dated
fb_dating_settle(struct fb_dating *d, struct fb_buf *b)
{
	size_t best = most_hits(d), rival;

	if (!d->cells)
		return FB_DATED_NOT;
	if (best == FB_FORMS || d->hits[best] <= d->iso)
		return d->iso * 2 > d->cells ? FB_DATED_ISO : FB_DATED_NOT;
	if (d->hits[best] * 2 <= d->cells)
		return FB_DATED_NOT;
	rival = rival_of(best);
	if (rival < FB_FORMS && d->hits[rival] == d->hits[best]) {
		d->dmy = order_of(best) == FB_ORDER_DMY ? best : rival;
		d->mdy = d->dmy == best ? rival : best;
		return FB_DATED_TIED;
	}
	fb_buf_add(b, form_text(best));
	return FB_DATED_FORM;
}

void
fb_dating_more(struct fb_dating *d, fb_str cell)
{
	bool dmy, mdy;

	cell = fb_str_trim(cell);
	if (!cell.n)
		return;
	dmy = fits(d->dmy, cell);
	mdy = fits(d->mdy, cell);
	d->only_dmy += dmy && !mdy;
	d->only_mdy += mdy && !dmy;
}

const char *
fb_dating_untie(const struct fb_dating *d, struct fb_buf *b)
{
	if (d->only_dmy && d->only_mdy)
		return "some cells have the day before the month and some the "
		    "month before the day; say which with --date-order dmy "
		    "or mdy";
	if (!d->only_dmy && !d->only_mdy)
		return "no cell says whether the day stands before the month; "
		    "say so with --date-order dmy or mdy";
	fb_buf_add(b, form_text(d->only_dmy ? d->dmy : d->mdy));
	return NULL;
}
