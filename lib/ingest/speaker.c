/* speaker.c - which of the speakers is the customer. */
#include <strings.h>

#include "ingest/speech.h"

static const char *const customers[] = { "customer", "client", "caller",
    "user", "guest", "patient", "member", "visitor", "consumer", "shopper",
    "buyer", "passenger", "kunde", "kundin", "anrufer", "anruferin", "gast",
    "cliente", "klant", "kund", "klient", NULL };
static const char *const staff[] = { "agent", "support", "representative",
    "rep", "advisor", "adviser", "operator", "bot", "chatbot", "assistant",
    "system", "ivr", "interviewer", "moderator", "host", "staff", "service",
    "csr", "employee", "mitarbeiter", "mitarbeiterin", "berater", "beraterin",
    "agente", "asesor", "conseiller", "medewerker", NULL };

/* Is the first word of the name, whatever its case, in the list? */
static bool
is_in(fb_str name, const char *const *list)
{
	fb_str word = fb_str_split(&name, ' ');

	for (; *list; list++)
		if (word.n == strlen(*list) &&
		    !strncasecmp(word.p, *list, word.n))
			return true;
	return false;
}

bool
fb_speech_generic(fb_str name)
{
	return is_in(name, customers) || is_in(name, staff) ||
	    fb_str_starts(name, FB_LIT("Speaker "));
}

static size_t
called(const struct fb_speech *s, const char *name)
{
	for (size_t i = 1; i < s->names.n; i++) {
		fb_str is = fb_map_key(&s->names, i);

		if (is.n == strlen(name) && !strncasecmp(is.p, name, is.n))
			return i;
	}
	return FB_MAP_NONE;
}

/* The only one of the names that is in the list; how many are in *n. */
static size_t
only(const struct fb_speech *s, const char *const *list, size_t *n)
{
	size_t who = FB_MAP_NONE;

	*n = 0;
	for (size_t i = 1; i < s->names.n; i++) {
		if (!is_in(fb_map_key(&s->names, i), list))
			continue;
		who = i;
		++*n;
	}
	return *n == 1 ? who : FB_MAP_NONE;
}

size_t
fb_speech_customer(const struct fb_speech *s, const char *name,
    const char **rule)
{
	size_t n, who;

	*rule = "as --customer says";
	if (name)
		return strcmp(name, "*") ? called(s, name) : FB_ALL_SPEAKERS;
	who = only(s, customers, &n);
	*rule = "by the name";
	if (n)
		return who;
	who = only(s, staff, &n);
	*rule = "as the other of two is not one";
	return n == 1 && s->names.n == 3 ? 3 - who : FB_MAP_NONE;
}
