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
	    "oorspronkelijk bericht", "original appointment",
	    "oprindelig meddelelse", "opprinnelig melding",
	    "ursprungligt meddelande", "mensaje reenviado",
	    "messaggio inoltrato", "doorgestuurd bericht",
	    "oryginalna wiadomo", "wiadomo\u015b\u0107 oryginalna",
	    "\u0418\u0441\u0445\u043e\u0434\u043d\u043e\u0435",
	    "\u539f\u59cb\u90ae\u4ef6", "\u90ae\u4ef6\u539f\u4ef6", NULL };
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
	    "Van:", "Fra:", "Fr\u00e5n:", "Od:", "\u041e\u0442:",
	    "\u53d1\u4ef6\u4eba", "\u5bc4\u4ef6\u8005",
	    "\u5dee\u51fa\u4eba", "*From:*", "*From*:", NULL };
	static const char *const rest[] = { "Sent:", "Date:", "To:", "Cc:",
	    "Subject:", "Reply-To:", "Gesendet:", "Datum:", "An:", "Betreff:",
	    "Envoy\u00e9", "\u00c0", "Objet", "Enviado", "Para:", "Asunto:",
	    "Inviato:", "A:", "Oggetto:", "Assunto:", "Verzonden:", "Aan:",
	    "Onderwerp:", "Sendt:", "Til:", "Emne:", "Skickat:", "Till:",
	    "\u00c4mne:", "Wys\u0142an", "Do:", "Temat:",
	    "\u041e\u0442\u043f\u0440\u0430\u0432\u043b\u0435\u043d\u043e:",
	    "\u0414\u0430\u0442\u0430:", "\u041a\u043e\u043c\u0443:",
	    "\u0422\u0435\u043c\u0430:", "\u53d1\u9001\u65f6\u95f4",
	    "\u6536\u4ef6\u4eba", "\u4e3b\u9898", "\u5bc4\u4ef6\u65e5\u671f",
	    "\u6536\u4ef6\u8005", "\u4e3b\u65e8", "\u9001\u4fe1\u65e5\u6642",
	    "\u5b9b\u5148", "\u4ef6\u540d", "*Sent:*", "*To:*", "*Date:*",
	    "*Subject:*", NULL };

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
fb_mark_dashes(fb_str s)
{
	s = fb_str_trim(s);
	if (s.n < 5 || !memchr("_-=*~", *s.p, 5))
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] != *s.p)
			return false;
	return true;
}

bool
fb_mark_snip(fb_str s)
{
	static const char *const names[] = { "[...]", "[\u2026]", "[..]",
	    "(...)", "<...>", "...", "\u2026", "[snip]", "<snip>", "(snip)",
	    "<snipped>", "[snipped]", NULL };

	s = fb_str_trim(s);
	for (size_t i = 0; names[i]; i++)
		if (s.n == strlen(names[i]) &&
		    !strncasecmp(s.p, names[i], s.n))
			return true;
	return false;
}

bool
fb_mark_footer(fb_str s)
{
	static const char *const sent[] = { "Sent from my ", "Sent from Mail",
	    "Sent from Outlook", "Sent from Yahoo", "Sent from Gmail",
	    "Sent from AOL", "Sent from Proton", "Sent from Samsung",
	    "Sent from BlueMail", "Sent from iP", "Sent from the all new",
	    "Sent via ", "Get Outlook for", "Von meinem iP", "Von meinem Handy",
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
