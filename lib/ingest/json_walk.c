/* json_walk.c - find the rows of a JSON input and give them one by one. */
#include "ingest/json_skim.h"
#include "ingest/json_token.h"
#include "record/json.h"

void
fb_jwalk_start(struct fb_jwalk *w, struct fb_physical *in,
    const struct fb_jpath *path)
{
	w->in = in;
	w->path = *path;
	w->state = FB_JTOP;
	w->open = 0;
	w->lines = w->nth = w->values = w->found = 0;
	w->offset = 0;
	w->raw.n = 0;
}

void
fb_jwalk_release(struct fb_jwalk *w)
{
	fb_rec_release(&w->rec);
	fb_buf_release(&w->text);
	fb_buf_release(&w->first);
	fb_buf_release(&w->why);
	*w = (struct fb_jwalk){0};
}

/* At the value of the path's end: into the list, or a single element. */
static const char *
at_rows(struct fb_jwalk *w, int c, bool *element)
{
	*element = c == '{';
	w->state = *element ? FB_JTAIL : FB_JLIST;
	if (c == '{' || c == '[')
		w->found++;
	if (c == '[')
		fb_jwalk_pass(w, 1);
	if (c == '{' || c == '[')
		return NULL;
	w->state = FB_JTAIL;
	return fb_jwalk_skip(w);
}

/* From the value that c begins down the path, as far as it goes. */
static const char *
descend(struct fb_jwalk *w, int c, bool *element)
{
	const char *why;
	fb_str key;

	w->values++;
	for (w->open = 0; ; ) {
		if (w->open == w->path.n)
			return at_rows(w, c, element);
		if (c != '{') {
			w->state = FB_JTAIL;
			return fb_jwalk_skip(w);
		}
		fb_jwalk_pass(w, 1);
		w->open++;
		for (;;) {
			if ((why = fb_jwalk_key(w, &key)))
				return why;
			if (!key.p) {
				w->open--;
				w->state = FB_JTAIL;
				return NULL;
			}
			if (fb_json_key_is(key, w->path.key[w->open - 1]))
				break;
			if ((why = fb_jwalk_skip(w)))
				return why;
		}
		if ((why = fb_jwalk_peek(w, &c)))
			return why;
		if (c < 0)
			return fb_jwrong(w, fb_jtorn);
	}
}

/* Out of the objects around the rows. */
static const char *
ascend(struct fb_jwalk *w)
{
	const char *why;
	fb_str key;

	while (w->open) {
		if ((why = fb_jwalk_key(w, &key)))
			return why;
		if (!key.p)
			w->open--;
		else if ((why = fb_jwalk_skip(w)))
			return why;
	}
	w->state = FB_JTOP;
	return NULL;
}

/* The reason would be another if the input went on. */
static bool
cut_off(struct fb_jwalk *w)
{
	enum { LONGEST = 16 }; /* what a reason looks at at once */

	return w->rec.bad_at + LONGEST >= fb_jwindow(w).n;
}

static const char *
mend(struct fb_jwalk *w)
{
	const char *why;
	size_t n;

	if ((why = fb_skim_value(w->in, &n)) || !n)
		return why;
	w->text.n = 0;
	w->mended = fb_skim_mend(&w->text, (fb_str){ fb_jwindow(w).p, n });
	if (!w->mended)
		return NULL;
	w->bad = fb_scan(&w->rec, fb_buf_str(&w->text));
	w->raw = (fb_str){ fb_jwindow(w).p, n };
	return NULL;
}

static void
place(struct fb_jwalk *w)
{
	w->line = w->lines + 1;
	w->at = w->offset;
	w->nth++;
	w->mended = 0;
	w->raw.n = 0;
}

static void
remember_first(struct fb_jwalk *w)
{
	if (w->first.n || !w->rec.n)
		return;
	fb_buf_add(&w->first, w->rec.f[0].key);
}

static const char *
bad_element(struct fb_jwalk *w, enum fb_jgot *got)
{
	const char *why, *bad = w->bad;
	bool over = false;
	size_t n;

	if (strstr(bad, "too deep"))
		return fb_jwrong(w, fb_jdeep);
	if (cut_off(w) && w->in->eof) {
		if ((why = fb_skim_value(w->in, &n)) && why != fb_skim_deep)
			return why;
		over = !n;
	}
	why = fb_skim_past(w, w->state == FB_JLIST, &n);
	if (why)
		return why == fb_skim_deep ? fb_jwrong(w, fb_jdeep) : why;
	if (!n || (over && n == fb_jwindow(w).n))
		return fb_jwrong(w, over ? fb_jtorn : "malformed, and no "
		    "element can be found behind it");
	w->raw = (fb_str){ fb_jwindow(w).p, n };
	w->bad = bad;
	*got = FB_JBAD;
	return NULL;
}

/* The element at the window's start. */
static const char *
element(struct fb_jwalk *w, enum fb_jgot *got)
{
	const char *why;

	place(w);
	while ((w->bad = fb_scan_start(&w->rec, fb_jwindow(w))) && cut_off(w) &&
	    !w->in->eof) {
		if (strstr(w->bad, "too deep"))
			break;
		why = fb_physical_ahead(w->in, 2 * fb_jwindow(w).n);
		if (why)
			return why == fb_physical_full ? fb_jfull(w) : why;
	}
	if (w->bad && (strstr(w->bad, "UTF-8") || strstr(w->bad, "surrogate"))
	    && (why = mend(w)))
		return why;
	if (w->bad)
		return bad_element(w, got);
	if (!w->raw.n)
		w->raw = w->rec.line;
	if (w->raw.n > w->in->max)
		return fb_jfull(w);
	remember_first(w);
	*got = FB_JELEMENT;
	return NULL;
}

/* In the list: an element, or its end. */
static const char *
list_item(struct fb_jwalk *w, enum fb_jgot *got, bool *given)
{
	const char *why;
	int c;

	do {
		if ((why = fb_jwalk_peek(w, &c)))
			return why;
		if (c == ',')
			fb_jwalk_pass(w, 1);
	} while (c == ',');
	if (c < 0)
		return fb_jwrong(w, fb_jtorn);
	*given = c != ']';
	if (*given)
		return element(w, got);
	fb_jwalk_pass(w, 1);
	w->state = FB_JTAIL;
	return NULL;
}

/* Looking around: is there no use in looking further for the path? */
static bool
in_vain(const struct fb_jwalk *w, int c)
{
	enum { ENOUGH = 8 };

	return w->path.n && (c != '{' || (w->values >= ENOUGH && !w->found));
}

/* A new value of the run. */
static const char *
top(struct fb_jwalk *w, enum fb_jgot *got, bool *given)
{
	const char *why;
	bool single = false;
	int c;

	if ((why = fb_jwalk_prefix(w)) || (why = fb_jwalk_peek(w, &c)))
		return why;
	*given = c < 0 || (w->pinned && in_vain(w, c));
	*got = FB_JEND;
	if (*given)
		return NULL;
	if (c != '{' && c != '[') {
		*given = true;
		return element(w, got);
	}
	if ((why = descend(w, c, &single)))
		return why;
	*given = single;
	return single ? element(w, got) : NULL;
}

const char *
fb_jwalk_next(struct fb_jwalk *w, enum fb_jgot *got)
{
	const char *why = NULL;
	bool given = false;

	fb_jwalk_pass(w, w->raw.n);
	w->raw.n = 0;
	while (!why && !given) {
		if (w->state == FB_JTOP)
			why = top(w, got, &given);
		else if (w->state == FB_JLIST)
			why = list_item(w, got, &given);
		else
			why = ascend(w);
	}
	return why;
}
