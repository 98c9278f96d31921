/* speaker.c - which of the speakers is the customer. */
#include <strings.h>

#include "ingest/speech.h"

const char *const fb_customer_words[] = { "customer", "client", "caller",
    "user", "guest", "patient", "member", "visitor", "consumer", "shopper",
    "buyer", "passenger", "human", "enduser", "kunde", "kundin", "anrufer",
    "anruferin", "gast",
    "cliente", "klant", "kund", "klient", NULL };
const char *const fb_staff_words[] = { "agent", "support", "representative",
    "rep", "advisor", "adviser", "operator", "bot", "chatbot", "assistant",
    "system", "ivr", "interviewer", "moderator", "host", "staff", "service",
    "csr", "employee", "admin", "gpt", "ai", "mitarbeiter", "mitarbeiterin",
    "berater", "beraterin",
    "agente", "asesor", "conseiller", "medewerker", NULL };

bool
fb_is_speaker_word(fb_str word, const char *const *list)
{
	for (; *list; list++)
		if (word.n == strlen(*list) &&
		    !strncasecmp(word.p, *list, word.n))
			return true;
	return false;
}

/* The next word of a name such as "Kim (Agent)". */
static fb_str
next_word(fb_str *name)
{
	size_t n = 0;
	fb_str word;

	while (name->n && strchr(" _-()[]", *name->p))
		*name = (fb_str){ name->p + 1, name->n - 1 };
	while (n < name->n && !strchr(" _-()[]", name->p[n]))
		n++;
	word = (fb_str){ name->p, n };
	*name = (fb_str){ name->p + n, name->n - n };
	return word;
}

/* A word of the name says so: "Customer Service" is staff too. */
static bool
is_staff(fb_str name)
{
	while (name.n)
		if (fb_is_speaker_word(next_word(&name), fb_staff_words))
			return true;
	return false;
}

/* Its first word says so. */
static bool
is_customer(fb_str name)
{
	fb_str rest = name;

	return fb_is_speaker_word(next_word(&rest), fb_customer_words) && !is_staff(name);
}

bool
fb_speech_generic(fb_str name)
{
	return is_customer(name) || is_staff(name) ||
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

/* The only speaker of whom that holds, or does not; how many there are. */
static size_t
only(const struct fb_speech *s, bool (*is)(fb_str), bool holds, size_t *n)
{
	size_t who = FB_MAP_NONE;

	*n = 0;
	for (size_t i = 1; i < s->names.n; i++) {
		if (is(fb_map_key(&s->names, i)) != holds)
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
	who = only(s, is_customer, true, &n);
	*rule = "by the name";
	if (n)
		return who;
	who = only(s, is_staff, false, &n);
	*rule = "as the only one who is not one of the staff";
	return s->names.n > 2 ? who : FB_MAP_NONE;
}
