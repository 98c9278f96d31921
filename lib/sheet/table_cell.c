/* table_cell.c - what a value of a line is as a cell. */
#include <math.h>

#include "base/num.h"
#include "base/time.h"
#include "record/json.h"
#include "sheet/table_part.h"

enum { DIGITS = 15 }; /* that a spreadsheet keeps of a number */

/* Members of a list with "; " between; false when one is no plain value. */
static bool
put_list(struct fb_buf *b, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);
	struct fb_buf one = {0};
	bool plain = true;

	while (plain && fb_json_next(&it)) {
		plain = it.val.n && *it.val.p != '[' && *it.val.p != '{';
		fb_buf_adds(b, b->n ? "; " : "");
		fb_buf_add(b, fb_json_text(it.val, &one));
	}
	fb_buf_release(&one);
	return plain;
}

fb_str
fb_listing_text(fb_str raw, struct fb_buf *scratch)
{
	scratch->n = 0;
	if (raw.n && *raw.p == '[' && put_list(scratch, raw))
		return fb_buf_str(scratch);
	return fb_json_text(raw, scratch);
}

/* Plain ASCII without a line end other than LF, and without an underscore
 * that could begin an escape. */
static bool
passes_as_is(fb_str s)
{
	unsigned char odd = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		odd |= c < 0x20 || c > 0x7e || c == '_';
	}
	return !odd;
}

fb_str
fb_listing_gated(struct fb_buf *b, fb_str s, struct fb_gated *g)
{
	if (passes_as_is(s))
		return s;
	b->n = 0;
	fb_gate_sheet(b, s, g);
	return fb_buf_str(b);
}

bool
fb_listing_number(fb_str raw, double *v)
{
	size_t digits = 0;

	if (!raw.n || (*raw.p != '-' && (*raw.p < '0' || *raw.p > '9')))
		return false;
	if (fb_parse_double(raw, v) || !isfinite(*v))
		return false;
	for (size_t i = 0; i < raw.n; i++) {
		if (raw.p[i] == '.' || raw.p[i] == 'e' || raw.p[i] == 'E')
			return true;
		digits += raw.p[i] != '-';
	}
	return digits <= DIGITS;
}

/* Part of a second, which the parser of dates passes over. */
static bool
has_fraction(fb_str s)
{
	fb_str rest = s;

	fb_str_split(&rest, '.');
	for (size_t i = 0; i < rest.n; i++) {
		if (rest.p[i] >= '1' && rest.p[i] <= '9')
			return true;
		if (rest.p[i] != '0')
			break;
	}
	return false;
}

bool
fb_listing_when(fb_str text, double *serial, bool *has_time)
{
	int32_t first = fb_days(1900, 3, 1), end = fb_days(10000, 1, 1);
	struct fb_when when;
	int64_t sec;

	if (text.n < 10 || text.p[4] != '-' || fb_when_parse(text, &when) ||
	    has_fraction(text))
		return false;
	sec = fb_when_clock(when);
	if (sec < (int64_t)first * 86400 || sec >= (int64_t)end * 86400)
		return false;
	*has_time = when.has_time;
	*serial = (double)(sec - (int64_t)fb_days(1899, 12, 30) * 86400) / 86400;
	return true;
}

size_t
fb_listing_parts(fb_str s)
{
	size_t n = 0;

	do {
		size_t len = fb_gate_cell(s);

		s = (fb_str){ s.p + len, s.n - len };
		n++;
	} while (s.n);
	return n;
}
