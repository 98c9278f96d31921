/* show_date.c - dates and periods as people read them. */
#include "base/num.h"
#include "present/show.h"

static void
put_number(struct fb_buf *b, int v)
{
	fb_buf_printf(b, "%d", v);
}

static void
put_month(struct fb_buf *b, const struct fb_words *w, const char *list, int month)
{
	fb_buf_add(b, fb_word_at(w, list, (size_t)month - 1));
}

/* "12 Mar 2025" in the order that the words of the locale give. The forms with
 * whole names of months are those of days. */
static void
put_date(struct fb_buf *b, const struct fb_words *w, int32_t day, const char *form)
{
	const char *months = strncmp(form, "date_", 5) ? "months" : "months_short";
	struct fb_buf d = {0}, m = {0}, y = {0};
	int year, month, dom;
	struct fb_slot slots[4];

	fb_civil(day, &year, &month, &dom);
	put_number(&d, dom);
	put_month(&m, w, months, month);
	put_number(&y, year);
	slots[0] = (struct fb_slot){ "day", fb_buf_str(&d) };
	slots[1] = (struct fb_slot){ "month", fb_buf_str(&m) };
	slots[2] = (struct fb_slot){ "year", fb_buf_str(&y) };
	/* 1970-01-01 was a Thursday; the list begins on Monday. */
	slots[3] = (struct fb_slot){ "weekday",
	    fb_word_at(w, "weekdays", (size_t)(((day + 3) % 7 + 7) % 7)) };
	fb_say(b, w, form, slots, 4);
	fb_buf_release(&d);
	fb_buf_release(&m);
	fb_buf_release(&y);
}

void
fb_show_date(struct fb_buf *b, const struct fb_words *w, fb_str date,
    enum fb_date_form form)
{
	static const char *const forms[] = { [FB_DATE_SHORT] = "date_short",
	    [FB_DATE_YEAR] = "date_year", [FB_DATE_LONG] = "day_long" };
	struct fb_when when;

	if (fb_when_parse(date, &when))
		fb_buf_add(b, date);
	else
		put_date(b, w, fb_when_day(when), forms[form]);
}

void
fb_show_day(struct fb_buf *b, const struct fb_words *w, int32_t day)
{
	put_date(b, w, day, "day_year");
}

static void
put_named(struct fb_buf *b, const struct fb_words *w, const char *key,
    fb_str name, int year, bool with_year)
{
	struct fb_buf y = {0};

	put_number(&y, year);
	if (with_year)
		fb_say(b, w, key, (struct fb_slot[]){ { "name", name },
		    { "year", fb_buf_str(&y) } }, 2);
	else
		fb_buf_add(b, name);
	fb_buf_release(&y);
}

static bool
shows_year(enum fb_period_form form)
{
	return form == FB_PERIOD_FULL || form == FB_PERIOD_AXIS_YEAR;
}

static void
put_numbered(struct fb_buf *b, const struct fb_words *w, const char *key, int n,
    int year, enum fb_period_form form)
{
	struct fb_buf name = {0}, digits = {0};

	put_number(&digits, n);
	fb_say(&name, w, key, (struct fb_slot[]){ { "n", fb_buf_str(&digits) } }, 1);
	put_named(b, w, "numbered_year", fb_buf_str(&name), year,
	    shows_year(form) || form == FB_PERIOD_BARE);
	fb_buf_release(&name);
	fb_buf_release(&digits);
}

/* The year of a week is that of its Thursday (ISO 8601). */
static void
put_week(struct fb_buf *b, const struct fb_words *w, struct fb_period p,
    enum fb_period_form form)
{
	int32_t thursday = fb_period_first(p) + 3;
	int year, month, day;

	fb_civil(thursday, &year, &month, &day);
	put_numbered(b, w, form == FB_PERIOD_AXIS || form == FB_PERIOD_AXIS_YEAR ?
	    "week_short" : "week", (thursday - fb_days(year, 1, 1)) / 7 + 1,
	    year, form);
}

static void
put_year(struct fb_buf *b, const struct fb_words *w, int year, bool axis)
{
	struct fb_buf digits = {0};

	put_number(&digits, year);
	if (axis)
		fb_buf_add(b, fb_buf_str(&digits));
	else
		fb_say(b, w, "year", (struct fb_slot[]){
		    { "year", fb_buf_str(&digits) } }, 1);
	fb_buf_release(&digits);
}

void
fb_show_period(struct fb_buf *b, const struct fb_words *w, fb_str label,
    enum fb_period_form form)
{
	bool axis = form == FB_PERIOD_AXIS || form == FB_PERIOD_AXIS_YEAR;
	struct fb_period p;
	int year, month, day;

	if (fb_period_parse(label, &p)) {
		fb_buf_add(b, label);
		return;
	}
	if (p.unit == FB_ALL || p.unit == FB_NONE) {
		fb_buf_add(b, fb_word(w, p.unit == FB_ALL ? "all_dates" : "undated"));
		return;
	}
	fb_civil(fb_period_first(p), &year, &month, &day);
	if (p.unit == FB_YEAR)
		put_year(b, w, year, axis);
	else if (p.unit == FB_QUARTER)
		put_numbered(b, w, "quarter", (month - 1) / 3 + 1, year, form);
	else if (p.unit == FB_WEEK)
		put_week(b, w, p, form);
	else if (p.unit == FB_MONTH)
		put_named(b, w, "name_year", fb_word_at(w, axis ? "months_short" :
		    "months", (size_t)month - 1), year, shows_year(form));
	else
		put_date(b, w, p.index, shows_year(form) ? axis ? "date_year" :
		    "day_year" : axis ? "date_short" : "day_month");
}

void
fb_show_in_period(struct fb_buf *b, const struct fb_words *w, fb_str label)
{
	struct fb_buf name = {0};
	struct fb_period p;
	bool ours = !fb_period_parse(label, &p);

	fb_show_period(&name, w, label, FB_PERIOD_FULL);
	fb_say(b, w, ours && p.unit == FB_ALL ? "in_all" :
	    ours && p.unit == FB_DAY ? "in_day" : "in_period",
	    (struct fb_slot[]){ { "period", fb_buf_str(&name) } }, 1);
	fb_buf_release(&name);
}

/* "1–31 March 2025", as the language orders it. */
static void
put_days(struct fb_buf *b, const struct fb_words *w, int year, int month,
    int first, int last)
{
	struct fb_buf n[3] = {{0}};

	put_number(&n[0], first);
	put_number(&n[1], last);
	put_number(&n[2], year);
	fb_say(b, w, "date_days", (struct fb_slot[]){
	    { "first", fb_buf_str(&n[0]) }, { "last", fb_buf_str(&n[1]) },
	    { "year", fb_buf_str(&n[2]) },
	    { "month", fb_word_at(w, "months", (size_t)month - 1) } }, 4);
	for (size_t i = 0; i < 3; i++)
		fb_buf_release(&n[i]);
}

/* "1 March – 30 April 2025"; with both years where they differ. */
static void
put_dates(struct fb_buf *b, const struct fb_words *w, int32_t first, int32_t last,
    int year)
{
	const char *form = year ? "day_month" : "day_year";
	struct fb_buf from = {0}, to = {0}, range = {0}, y = {0};

	put_date(&from, w, first, form);
	put_date(&to, w, last, form);
	fb_say_range(&range, w, fb_buf_str(&from), fb_buf_str(&to));
	put_number(&y, year);
	if (year)
		fb_say(b, w, "range_year", (struct fb_slot[]){
		    { "range", fb_buf_str(&range) },
		    { "year", fb_buf_str(&y) } }, 2);
	else
		fb_buf_add(b, fb_buf_str(&range));
	fb_buf_release(&from);
	fb_buf_release(&to);
	fb_buf_release(&range);
	fb_buf_release(&y);
}

static void
put_range(struct fb_buf *b, const struct fb_words *w, int32_t first, int32_t last)
{
	int y1, m1, d1, y2, m2, d2;

	fb_civil(first, &y1, &m1, &d1);
	fb_civil(last, &y2, &m2, &d2);
	if (first == last)
		put_date(b, w, last, "day_year");
	else if (y1 == y2 && m1 == m2)
		put_days(b, w, y1, m1, d1, d2);
	else
		put_dates(b, w, first, last, y1 == y2 ? y1 : 0);
}

void
fb_show_range(struct fb_buf *b, const struct fb_words *w, struct fb_period p)
{
	if (p.unit >= FB_DAY)
		put_range(b, w, fb_period_first(p), fb_period_end(p) - 1);
}

void
fb_show_span(struct fb_buf *b, const struct fb_words *w, enum fb_unit unit, size_t n)
{
	static const char *const keys[] = { [FB_DAY] = "n_days",
	    [FB_WEEK] = "n_weeks", [FB_MONTH] = "n_months",
	    [FB_QUARTER] = "n_quarters", [FB_YEAR] = "n_years" };
	struct fb_buf digits = {0};

	put_number(&digits, (int)n);
	fb_say(b, w, unit >= FB_DAY ? keys[unit] : "n_periods",
	    (struct fb_slot[]){ { "n", fb_buf_str(&digits) } }, 1);
	fb_buf_release(&digits);
}
