/* meaning_said.c - which words the pages of a report use. */
#include "chart/meaning.h"
#include "present/voice.h"
#include "record/json.h"

static bool
has_kind(const struct fb_report *r, const char *kind)
{
	for (size_t i = 0; i < r->ncells; i++)
		if (r->cells[i].spec.kind &&
		    !strcmp(r->cells[i].spec.kind->name, kind))
			return true;
	return false;
}

static bool
has_role(const struct fb_report *r, const char *role)
{
	for (size_t i = 0; i < r->ncells; i++)
		for (size_t k = 0; k < r->cells[i].nquotes; k++)
			if (fb_has_role(&r->cells[i].quotes[k], role))
				return true;
	return false;
}

static bool
has_trail(const struct fb_report *r, const char *key)
{
	for (size_t i = 0; i < r->trails.n; i++)
		if (fb_json_get(fb_cstr(r->trails.lines[i]), key).n)
			return true;
	return false;
}

static bool
always(const struct fb_report *r)
{
	(void)r;
	return true;
}

static bool
numbers(const struct fb_report *r)
{
	return r->ncells > 0;
}

static bool
intervals(const struct fb_report *r)
{
	for (size_t i = 0; i < r->ncells; i++)
		if (r->cells[i].has_interval)
			return true;
	return false;
}

static bool
changes(const struct fb_report *r)
{
	for (size_t i = 0; i < r->ncells; i++)
		if (r->cells[i].prev.ok || r->cells[i].yoy.ok)
			return true;
	return false;
}

static bool
nps(const struct fb_report *r)
{
	return has_kind(r, "nps");
}

static bool
effort(const struct fb_report *r)
{
	return has_kind(r, "ces");
}

static bool
medians(const struct fb_report *r)
{
	return has_kind(r, "median") || has_kind(r, "hours");
}

static bool
voices(const struct fb_report *r)
{
	return has_role(r, "voice");
}

static bool
extras(const struct fb_report *r)
{
	return has_role(r, "minority") || has_role(r, "changed_up") ||
	    has_role(r, "changed_down") || has_role(r, "last_words");
}

static bool
watches(const struct fb_report *r)
{
	return r->beside.nwatches > 0;
}

static bool
shifts(const struct fb_report *r)
{
	return r->beside.nshifts > 0;
}

static bool
terms(const struct fb_report *r)
{
	return r->beside.nterms > 0;
}

static bool
drawn(const struct fb_report *r)
{
	return r->nletters > 0 || voices(r);
}

static bool
strata(const struct fb_report *r)
{
	for (size_t i = 0; i < r->nletters; i++)
		if (r->letters[i].quote.nby)
			return true;
	return false;
}

static bool
digests(const struct fb_report *r)
{
	return has_trail(r, "digest_in");
}

/* A row a word, in the order of the page. */
static const struct fb_meaning rows[] = {
	{ "word_interval", "means_interval", intervals },
	{ "word_clear", "means_clear", changes },
	{ "word_n", "means_n", numbers },
	{ "word_nps", "means_nps", nps },
	{ "word_ces", "means_ces", effort },
	{ "word_median", "means_median", medians },
	{ "word_normal", "means_normal", changes },
	{ "word_level", "means_level", shifts },
	{ "word_slide", "means_slide", watches },
	{ "word_terms", "means_terms", terms },
	{ "word_share", "means_share", voices },
	{ "word_rule", "means_rule", voices },
	{ "word_beside", "means_beside", extras },
	{ "note_changed_head", "note_changed", drawn },
	{ "note_missing_head", "note_missing", always },
	{ "word_lot", "means_lot", drawn },
	{ "word_strata", "means_strata", strata },
	{ "word_digest", "means_digest", digests },
};

const struct fb_meaning *
fb_meaning_at(size_t i)
{
	return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}
