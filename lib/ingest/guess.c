/* guess.c - which columns hold the words, the date and the score. */
#include <stdlib.h>

#include "base/num.h"
#include "ingest/guess.h"

/* Letters and digits of a header's name, small; the likeliest name first. */
static const char *const texts[] = { "reviewtext", "review", "reviewcontent",
    "reviewbody", "feedback", "feedbacktext", "comment", "comments",
    "feedbackcomment", "customercomment", "content", "message", "body",
    "verbatim", "narrative", "opinion", "description", "answer", "tweet",
    "note", "notes", NULL };
static const char *const translations[] = { "translation", "translatedtext",
    "texttranslation", "texttranslated", "translatedreview",
    "reviewtranslation", "translatedcomment", "commenttranslation",
    "translatedcomments", "englishtranslation", "translationen", NULL };
static const char *const dates[] = { "reviewdate", "timestamp", "datetime",
    "createdat", "created", "createddate", "creationdate", "submittedat",
    "submitdate", "submissiondate", "recordeddate", "responsedate",
    "feedbackdate", "dateadded", "postedat", "publishedat", "at", "time",
    "day", "when", NULL };
static const char *const scores[] = { "rating", "stars", "starrating",
    "overallrating", "reviewrating", "reviewscore", "nps", "npsscore", "csat",
    "ces", "grade", "satisfaction", NULL };

enum { DATES_TRIED = 300 };

/* Two blanks make a sentence, and so do words of letters without blanks. */
static bool
is_sentence(fb_str s)
{
	size_t blanks = 0, wide = 0;

	for (size_t i = 0; i < s.n; i++) {
		blanks += s.p[i] == ' ';
		wide += (unsigned char)s.p[i] >= 0xe3;
	}
	return blanks > 1 || wide > 4;
}

static void
add_number(struct fb_look *v, int64_t milli)
{
	if (!v->numbers || milli < v->lo)
		v->lo = milli;
	if (!v->numbers || milli > v->hi)
		v->hi = milli;
	v->numbers++;
	v->whole += milli % 1000 == 0;
}

/* Something, one '@', something with a dot, and no blank. */
static bool
is_mail(fb_str s)
{
	const char *at = memchr(s.p, '@', s.n);
	fb_str host;

	if (!at || at == s.p || memchr(s.p, ' ', s.n))
		return false;
	host = (fb_str){ at + 1, s.n - (size_t)(at + 1 - s.p) };
	return host.n > 2 && memchr(host.p, '.', host.n) &&
	    !memchr(host.p, '@', host.n);
}

void
fb_guess_row(struct fb_look *v, size_t n, const struct fb_row *row)
{
	for (size_t i = 0; i < n && i < row->n; i++) {
		fb_str s = fb_str_trim(row->cells[i]);
		int64_t milli;

		if (!s.n)
			continue;
		v[i].filled++;
		v[i].bytes += s.n;
		v[i].sentences += is_sentence(s);
		v[i].mails += is_mail(s);
		fb_guess_sender_cell(&v[i], s);
		if (!fb_parse_milli(s, &milli, NULL))
			add_number(&v[i], milli);
		if (v[i].filled <= DATES_TRIED && s.n < 60)
			fb_dating_add(&v[i].dating, s);
	}
}

bool
fb_same_name(fb_str name, const char *want)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		else if ((unsigned char)c < 0x80 && !(c >= 'a' && c <= 'z') &&
		    !(c >= '0' && c <= '9'))
			continue;
		if (*want++ != c)
			return false;
	}
	return !*want;
}

typedef bool agrees(struct fb_look *);

static bool
is_text(struct fb_look *v)
{
	return v->filled && v->numbers * 2 < v->filled;
}

static bool
is_score(struct fb_look *v)
{
	return v->filled && v->numbers * 10 >= v->filled * 9;
}

static bool
is_date(struct fb_look *v)
{
	struct fb_buf form = {0};
	bool is = fb_dating_settle(&v->dating, &form) != FB_DATED_NOT;

	fb_buf_release(&form);
	return is;
}

static size_t
by_name(const struct fb_mapping *p, struct fb_look *v, const char *const *names,
    agrees *ok)
{
	for (; *names; names++)
		for (size_t i = 0; i < p->n; i++)
			if (fb_same_name(p->v[i].name, *names) && ok(&v[i]))
				return i;
	return p->n;
}

static bool
is_translation(fb_str name)
{
	for (const char *const *want = translations; *want; want++)
		if (fb_same_name(name, *want))
			return true;
	return false;
}

/* The longest sentences that are the customer's own. */
static size_t
text_by_content(const struct fb_mapping *p, const struct fb_look *v)
{
	size_t best = p->n;

	for (size_t i = 0; i < p->n; i++) {
		if (!v[i].filled || v[i].sentences * 2 < v[i].filled ||
		    is_translation(p->v[i].name))
			continue;
		if (best == p->n || v[i].bytes * v[best].filled >
		    v[best].bytes * v[i].filled)
			best = i;
	}
	return best;
}

/* The only column of dates, when these are no plain numbers. */
static size_t
date_by_content(const struct fb_mapping *p, struct fb_look *v)
{
	size_t found = p->n;

	for (size_t i = 0; i < p->n; i++) {
		if (v[i].numbers || !is_date(&v[i]))
			continue;
		if (found < p->n)
			return p->n;
		found = i;
	}
	return found;
}

void
fb_guess_rule(struct fb_profile *rules, enum fb_section in, const char *key,
    fb_str val)
{
	rules->v = fb_grow(rules->v, &rules->cap, rules->n + 1,
	    sizeof *rules->v);
	rules->v[rules->n++] = (struct fb_rule){ in, fb_str_dup(fb_cstr(key)),
	    fb_str_dup(val) };
}

static void
add_rule(struct fb_profile *rules, const struct fb_mapping *p, int role,
    size_t i, const char *how, struct fb_buf *say)
{
	fb_guess_rule(rules, FB_MAP, fb_role_names[role], p->v[i].name);
	fb_buf_printf(say, "guess: %s is '%.*s', by its %s; -c %s=COLUMN "
	    "names another\n", fb_role_names[role], (int)p->v[i].name.n,
	    p->v[i].name.p, how, fb_role_names[role]);
}

static bool
has_own(const struct fb_mapping *p, int role)
{
	return fb_map_get(&p->names, fb_cstr(fb_role_names[role])) !=
	    FB_MAP_NONE;
}

void
fb_guess(const struct fb_mapping *p, struct fb_look *v,
    struct fb_profile *rules, struct fb_buf *say)
{
	size_t i;

	if (!has_own(p, FB_ROLE_TEXT)) {
		i = by_name(p, v, texts, is_text);
		if (i < p->n)
			add_rule(rules, p, FB_ROLE_TEXT, i, "name", say);
		else if ((i = text_by_content(p, v)) < p->n)
			add_rule(rules, p, FB_ROLE_TEXT, i, "words", say);
	}
	if (!has_own(p, FB_ROLE_TRANSLATION) &&
	    (i = by_name(p, v, translations, is_text)) < p->n)
		add_rule(rules, p, FB_ROLE_TRANSLATION, i, "name", say);
	if (!has_own(p, FB_ROLE_DATE)) {
		i = by_name(p, v, dates, is_date);
		if (i < p->n)
			add_rule(rules, p, FB_ROLE_DATE, i, "name", say);
		else if ((i = date_by_content(p, v)) < p->n)
			add_rule(rules, p, FB_ROLE_DATE, i, "cells", say);
	}
	if (!has_own(p, FB_ROLE_SCORE) &&
	    (i = by_name(p, v, scores, is_score)) < p->n)
		add_rule(rules, p, FB_ROLE_SCORE, i, "name", say);
	fb_guess_sender(p, v, rules, say);
}
