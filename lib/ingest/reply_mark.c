/* reply_mark.c - tell the lines that mail programs write. */
#define _GNU_SOURCE /* memmem */
#include <strings.h>

#include "ingest/reply_mark.h"

/* Does s hold one of the words? NULL ends them; letters of ASCII have no case. */
static bool
holds(fb_str s, const char *const *words)
{
	for (; *words; words++) {
		size_t n = strlen(*words);

		for (size_t i = 0; i + n <= s.n; i++)
			if (!strncasecmp(s.p + i, *words, n))
				return true;
	}
	return false;
}

static bool
begins(fb_str s, const char *const *words)
{
	for (; *words; words++)
		if (s.n >= strlen(*words) &&
		    !strncasecmp(s.p, *words, strlen(*words)))
			return true;
	return false;
}

static const char *const verbs[] = { "wrote", "writes", "schrieb",
    "a \u00e9crit", "escribi\u00f3", "ha scritto", "escreveu", "schreef",
    "napisa\u0142", "skrev", "\u043f\u0438\u0448\u0435\u0442",
    "\u043d\u0430\u043f\u0438\u0441\u0430\u043b", "\u5199\u9053",
    "\u5beb\u9053", NULL };
static const char *const openings[] = { "On ", "Am ", "Le ", "El ", "Il ",
    "Em ", "Op ", "W dniu ", "Den ", "P\u00e5 ", "Dnia ", "\u5728",
    "\u0412 ", NULL };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A year, or a time such as 4:05. */
static bool
says_when(fb_str s)
{
	for (size_t i = 0; i + 3 < s.n; i++) {
		const char *p = s.p + i;

		if (is_digit(p[0]) && p[1] == ':' && is_digit(p[2]) &&
		    is_digit(p[3]))
			return true;
		if ((p[0] == '1' || p[0] == '2') && is_digit(p[1]) &&
		    is_digit(p[2]) && is_digit(p[3]) &&
		    (i + 4 == s.n || !is_digit(p[4])) &&
		    (i == 0 || !is_digit(p[-1])))
			return true;
	}
	return false;
}

/* A byte order mark may stand there, or what an archive made of one. */
bool
fb_mark_opening(fb_str s)
{
	if (fb_str_starts(s, FB_LIT("\xef\xbb\xbf")))
		s = (fb_str){ s.p + 3, s.n - 3 };
	if (fb_str_starts(s, FB_LIT("?")))
		s = (fb_str){ s.p + 1, s.n - 1 };
	return begins(s, openings);
}

bool
fb_mark_attribution(fb_str s, bool before)
{
	bool verb, when, who;

	if (!s.n || s.p[s.n - 1] != ':' || s.n > 400)
		return false;
	verb = holds(s, verbs);
	when = says_when(s);
	who = memchr(s.p, '@', s.n) || memmem(s.p, s.n, " at ", 4);
	if (before)
		return verb || (when && (who || fb_mark_opening(s)));
	return verb && fb_mark_opening(s) && (when || memchr(s.p, '@', s.n));
}

bool
fb_mark_original(fb_str s)
{
	static const char *const names[] = { "original message",
	    "forwarded message", "urspr\u00fcngliche nachricht",
	    "weitergeleitete nachricht", "message d'origine",
	    "message transf\u00e9r\u00e9", "mensaje original",
	    "messaggio originale", "mensagem original",
	    "oorspronkelijk bericht", "original appointment", NULL };
	static const char *const alone[] = { "Begin forwarded message:",
	    "Anfang der weitergeleiteten", NULL };

	s = fb_str_trim(s);
	if (begins(s, alone))
		return true;
	return s.n < 100 && fb_str_starts(s, FB_LIT("---")) &&
	    s.p[s.n - 1] == '-' && holds(s, names);
}

bool
fb_mark_header(fb_str s, bool first)
{
	static const char *const from[] = { "From:", "Von:", "De:", "Da:",
	    "Van:", "Fra:", "Od:", "*From:*", "*From*:", NULL };
	static const char *const rest[] = { "Sent:", "Date:", "To:", "Cc:",
	    "Subject:", "Reply-To:", "Gesendet:", "Datum:", "An:", "Betreff:",
	    "Envoy\u00e9", "\u00c0", "Objet", "Enviado", "Para:", "Asunto:",
	    "Inviato:", "A:", "Oggetto:", "Assunto:", "Verzonden:", "Aan:",
	    "Onderwerp:", "*Sent:*", "*To:*", "*Date:*", "*Subject:*", NULL };

	s = fb_str_trim(s);
	return begins(s, from) || (!first && begins(s, rest));
}

bool
fb_mark_signature(fb_str s, size_t behind)
{
	if (fb_str_starts(s, FB_LIT("-----BEGIN PGP SIGNATURE-----")))
		return true;
	if (fb_str_eq(s, FB_LIT("-- ")))
		return true;
	return behind <= 15 && fb_str_eq(fb_str_trim(s), FB_LIT("--"));
}

bool
fb_mark_rule(fb_str s)
{
	s = fb_str_trim(s);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '_')
			return false;
	return s.n >= 20;
}

bool
fb_mark_footer(fb_str s)
{
	static const char *const sent[] = { "Sent from my ", "Sent from Mail",
	    "Sent from Outlook", "Sent from Yahoo", "Get Outlook for",
	    "Von meinem iP", "Von meinem Handy",
	    "Von meinem Samsung", "Von meinem Android", "Gesendet von ", "Envoy\u00e9 de mon ",
	    "Envoy\u00e9 depuis ", "Enviado desde ", "Enviado do meu ",
	    "Inviato da ", "Verstuurd vanaf ", NULL };
	static const char *const leave[] = { "unsubscribe", "abbestellen",
	    "d\u00e9sabonner", "desinscrever", "darse de baja", NULL };
	static const char *const where[] = { "://", "mailto:", "@", NULL };

	return (s.n < 120 && begins(s, sent)) ||
	    (holds(s, leave) && holds(s, where));
}

bool
fb_mark_noise(fb_str s)
{
	static const char *const notes[] = { "[[alternative HTML version",
	    "-----BEGIN PGP SIGNED MESSAGE-----", NULL };

	return begins(fb_str_trim(s), notes);
}
