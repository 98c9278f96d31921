/* form.c - several forms of a date, and whether a form is one. */
#include "ingest/date.h"

/* Cut the first of "A or B or C" off. */
static fb_str
first_form(fb_str *forms)
{
	fb_str one = *forms;

	for (one.n = 0; one.n < forms->n; one.n++) {
		fb_str left = { forms->p + one.n, forms->n - one.n };

		if (!fb_str_starts(left, FB_LIT(" or ")))
			continue;
		*forms = (fb_str){ left.p + 4, left.n - 4 };
		return one;
	}
	*forms = (fb_str){ NULL, 0 };
	return one;
}

bool
fb_form_parse(fb_str forms, fb_str text, struct fb_when *w)
{
	while (forms.n)
		if (fb_form_parse_one(first_form(&forms), text, w))
			return true;
	return false;
}

static const char *
check_one(fb_str form)
{
	bool has[128] = { false };

	for (size_t i = 0; i < form.n; i++) {
		unsigned char c;

		if (form.p[i] != '%')
			continue;
		c = ++i < form.n ? (unsigned char)form.p[i] : 0;
		if (!c || !strchr("YmdeybBaAHIpMSfzsQFTR%", c))
			return "the form has a part that is not known; "
			    "see fb-ingest(1), DATES";
		has[c] = true;
	}
	if (has['I'] && !has['p'])
		return "%I needs %p";
	if (has['s'] || has['Q'] || has['F'])
		return NULL;
	if (!(has['Y'] || has['y']) || !(has['m'] || has['b'] || has['B']) ||
	    !(has['d'] || has['e']))
		return "the form lacks a year, a month or a day";
	return NULL;
}

const char *
fb_form_check(fb_str forms)
{
	const char *why;

	do
		why = check_one(first_form(&forms));
	while (forms.n && !why);
	return why;
}
