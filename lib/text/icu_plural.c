/* icu_plural.c - which form of a word goes with a number. */
#include <stdio.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "text/icu.h"

enum { LANG_MAX = 32, CATEGORY_MAX = 16 };

/* The rules of the language that was asked for last; NULL when ICU has none. */
static UPluralRules *
rules_of(fb_str lang)
{
	static char name[LANG_MAX];
	static UPluralRules *open;
	char want[LANG_MAX];
	UErrorCode e = U_ZERO_ERROR;

	snprintf(want, sizeof want, "%.*s", (int)(lang.n < LANG_MAX ? lang.n : 0),
	    lang.p ? lang.p : "");
	if (open && !strcmp(want, name))
		return open;
	uplrules_close(open);
	memcpy(name, want, sizeof name);
	open = uplrules_open(name, &e);
	return open = U_FAILURE(e) ? NULL : open;
}

const char *
fb_plural(fb_str lang, double n)
{
	static const char *const names[] = { "zero", "one", "two", "few", "many" };
	UPluralRules *rules = rules_of(lang);
	UErrorCode e = U_ZERO_ERROR;
	UChar wide[CATEGORY_MAX];
	char name[CATEGORY_MAX];

	if (!rules || uplrules_select(rules, n, wide, CATEGORY_MAX, &e) < 1 ||
	    U_FAILURE(e))
		return "other";
	u_austrncpy(name, wide, CATEGORY_MAX);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(name, names[i]))
			return names[i];
	return "other";
}
