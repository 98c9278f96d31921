/* plural.c - which form of words goes with a number.
 *
 * ICU would tell, too; its part that does so takes 1.5 MB of memory and time to
 * load, for the rules of six languages. */
#include <math.h>

#include "base/num.h"
#include "present/words.h"

/* UTS #35: the absolute value, its whole part, and whether it has decimals. */
struct operands {
	double n, i, v;
};

/* What stands in front of a word, which s then begins behind. */
static fb_str
split_word(fb_str *s, fb_str word)
{
	fb_str all = *s;

	for (size_t i = 0; i + word.n <= all.n; i++) {
		if (memcmp(all.p + i, word.p, word.n))
			continue;
		*s = (fb_str){ all.p + i + word.n, all.n - i - word.n };
		return (fb_str){ all.p, i };
	}
	*s = (fb_str){0};
	return all;
}

static double
number(fb_str s)
{
	double v;

	return fb_parse_double(fb_str_trim(s), &v) ? NAN : v;
}

/* list: "0,1" or "3..10,13". */
static bool
is_in(double value, fb_str list)
{
	while (list.p) {
		fb_str to = fb_str_split(&list, ',');
		fb_str from = split_word(&to, FB_LIT(".."));
		double lo = number(from), hi = to.p ? number(to) : lo;

		if (value >= lo && value <= hi && value == floor(value))
			return true;
	}
	return false;
}

/* "i % 100 != 11..14" */
static bool
holds(fb_str relation, const struct operands *o)
{
	fb_str list = relation, left = fb_str_split(&list, '='), by;
	bool not = left.n && left.p[left.n - 1] == '!';
	double value;

	left.n -= not;
	by = left;
	left = fb_str_trim(fb_str_split(&by, '%'));
	value = fb_str_eq(left, FB_LIT("n")) ? o->n :
	    fb_str_eq(left, FB_LIT("i")) ? o->i : o->v;
	if (by.p)
		value = fmod(value, number(by));
	return is_in(value, list) != not;
}

static bool
all_hold(fb_str rule, const struct operands *o)
{
	while (rule.p)
		if (!holds(split_word(&rule, FB_LIT(" and ")), o))
			return false;
	return true;
}

fb_str
fb_plural(const struct fb_words *w, double n, bool decimals)
{
	const struct operands o = { fabs(n), floor(fabs(n)), decimals };
	fb_str forms = fb_word(w, "plural_forms");

	while (forms.p) {
		fb_str rule = fb_str_split(&forms, ';');
		fb_str name = fb_str_trim(fb_str_split(&rule, ':'));

		while (rule.p)
			if (all_hold(split_word(&rule, FB_LIT(" or ")), &o))
				return name;
	}
	return FB_LIT("other");
}
