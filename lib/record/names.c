/* names.c - the reserved field names. */
#include "record/names.h"

bool
fb_name_reserved(fb_str name)
{
	static const char *const names[] = { "fb", "id", "date", "source",
	    "channel", "customer", "score", "scale", "title", "text",
	    "translation", "lang", "consent", "masks", "draw", "themes", "stage",
	    "alert", "hits" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (fb_str_eq(name, fb_cstr(names[i])))
			return true;
	return false;
}

fb_str
fb_translation_of(fb_str text, fb_str translation)
{
	bool said = translation.n > 2 && *translation.p == '"';

	return said && !fb_str_eq(text, translation) ? translation : (fb_str){0};
}
