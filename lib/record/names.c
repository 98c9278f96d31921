/* names.c - the reserved field names. */
#include "record/names.h"

bool
fb_name_reserved(fb_str name)
{
	static const char *const names[] = { "fb", "id", "date", "source",
	    "channel", "customer", "score", "scale", "title", "text", "lang",
	    "consent", "masks", "draw", "themes", "stage", "alert", "hits" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (fb_str_eq(name, fb_cstr(names[i])))
			return true;
	return false;
}
