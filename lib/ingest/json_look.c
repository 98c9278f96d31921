/* json_look.c - find the rows of a JSON input by profiles, else by a guess. */
#include "ingest/begin.h"
#include "ingest/json_survey.h"
#include "ingest/json_talk.h"
#include "ingest/json_token.h"
#include "record/json.h"

enum { ELEMENTS = 8, GUESS_DEPTH = 6 };

/* What stands at a path. */
struct view {
	struct fb_jcols cols;  /* of the first elements */
	size_t n;              /* of them */
	bool found;            /* the path leads to a list or an object */
};

static void
back(struct fb_jwalk *w, struct fb_physical *in, const struct fb_jpath *path)
{
	in->at = in->row = 0;
	fb_jwalk_start(w, in, path);
	w->pinned = true;
}

static void
count(void *n, const struct fb_row *row)
{
	(void)row;
	++*(size_t *)n;
}

static void
view(struct view *v, struct fb_physical *in, const struct fb_jpath *path)
{
	*v = (struct view){0};
	v->found = fb_jsample(&v->cols, in, path, ELEMENTS, count, &v->n);
}

/* Is the first value a list? Are there more values behind it? */
static void
first_value(struct fb_physical *in, bool *list, bool *more)
{
	struct fb_jwalk w = {0};
	int c;

	*list = *more = false;
	back(&w, in, &(struct fb_jpath){0});
	if (!fb_jwalk_prefix(&w) && !fb_jwalk_peek(&w, &c)) {
		*list = c != '{';
		*more = !*list && !fb_jwalk_skip(&w) &&
		    !fb_jwalk_prefix(&w) && !fb_jwalk_peek(&w, &c) && c == '{';
	}
	fb_jwalk_release(&w);
}

/* At an array: does it begin with an object? Goes back to its start. */
static bool
holds_objects(struct fb_jwalk *w)
{
	size_t at = w->in->at;
	int c = 0;

	fb_jwalk_pass(w, 1);
	if (fb_jwalk_peek(w, &c))
		c = 0;
	w->in->at = at;
	return c == '{';
}

/* Down the first value's objects to the first array of objects; its path. */
static bool
search(struct fb_jwalk *w, struct fb_buf *path)
{
	size_t names[GUESS_DEPTH + 1], depth = 0;
	fb_str key;
	int c;

	if (fb_jwalk_prefix(w) || fb_jwalk_peek(w, &c) || c != '{')
		return false;
	fb_jwalk_pass(w, 1);
	for (names[0] = path->n; ; ) {
		path->n = names[depth];
		if (fb_jwalk_key(w, &key))
			return false;
		if (!key.p && !depth--)
			return false;
		if (!key.p)
			continue;
		fb_buf_adds(path, path->n ? "." : "");
		fb_json_unescape(path, key);
		if (fb_jwalk_peek(w, &c))
			return false;
		if (c == '[' && holds_objects(w))
			return true;
		if (c == '{' && depth < GUESS_DEPTH) {
			fb_jwalk_pass(w, 1);
			names[++depth] = path->n;
		} else if (fb_jwalk_skip(w)) {
			return false;
		}
	}
}

static void
guess(struct fb_jfound *f, struct fb_physical *in)
{
	struct fb_jwalk w = {0};
	bool list, more;

	f->text.n = 0;
	f->how = "the list itself";
	first_value(in, &list, &more);
	if (more)
		f->how = "one object behind the other";
	if (!list && !more) {
		back(&w, in, &(struct fb_jpath){0});
		f->how = search(&w, &f->text) ? "the first list of objects; "
		    "--rows gives others" : "the one object there is";
		if (f->how[4] == 'o')
			f->text.n = 0;
		fb_jwalk_release(&w);
	}
	in->at = in->row = 0;
	fb_jpath_parse(&f->path, fb_buf_str(&f->text));
}

/* What has been found to fit so far. */
struct best {
	const struct fb_profile *profile, *tie;
	struct fb_jpath path;
	size_t most;
	bool empty;       /* a profile's path is there, without elements */
	struct fb_jpath empty_path;
	const struct fb_profile *lacking; /* the path may end early */
};

/* The list is not there, but the object is that it would stand in. */
static bool
is_absent(struct fb_physical *in, struct fb_jpath path)
{
	struct view v;
	bool absent;

	if (path.n < 2)
		return false;
	path.n--;
	view(&v, in, &path);
	absent = v.found && v.n;
	for (size_t i = 0; i < v.cols.names.n; i++) {
		fb_str name = fb_map_key(&v.cols.names, i);

		absent &= !fb_str_starts(name, path.key[path.n]);
	}
	fb_jcols_release(&v.cols);
	return absent;
}

static void
try_view(struct best *b, const struct fb_profile *p, const struct view *v,
    const struct fb_jpath *path, struct fb_physical *in, bool may_lack)
{
	size_t s = v->n ? fb_profile_fits(p, &v->cols.names) : 0;

	if (s > b->most) {
		b->profile = p;
		b->path = *path;
		b->most = s;
		b->tie = NULL;
	} else if (s && s == b->most && p != b->profile) {
		b->tie = p;
	}
	if (!b->empty && !b->profile && path->n && !v->n && (v->found ||
	    (may_lack && is_absent(in, *path)))) {
		b->empty = true;
		b->lacking = v->found ? NULL : p;
		b->empty_path = *path;
	}
}

static void
wrong_path(struct fb_run *r, const char *file, const char *text)
{
	struct fb_buf why = {0};

	fb_buf_printf(&why, "rows = %s: more than %d keys", text, FB_JSON_PATH);
	fb_run_give_up(r, FB_USAGE, file, fb_buf_cstr(&why));
}

/* "feed.entry?" may be absent from feed. */
static bool
parse_rule(struct fb_jpath *path, const struct fb_rule *rule, bool *may_lack)
{
	fb_str text = fb_cstr(rule->key);

	*may_lack = text.n && text.p[text.n - 1] == '?';
	text.n -= *may_lack;
	return fb_jpath_parse(path, text);
}

/* A profile by all the paths that it gives; false when it gives none. */
static bool
try_profile(struct fb_run *r, struct best *b, const struct fb_profile *p,
    struct fb_physical *in, const char *file)
{
	bool any = false, may_lack;

	for (size_t i = 0; i < p->n; i++) {
		struct fb_jpath path;
		struct view v;

		if (p->v[i].in != FB_ROWS)
			continue;
		any = true;
		if (!parse_rule(&path, &p->v[i], &may_lack))
			wrong_path(r, file, p->v[i].key);
		view(&v, in, &path);
		try_view(b, p, &v, &path, in, may_lack);
		fb_jcols_release(&v.cols);
	}
	return any;
}

/* The shipped profile that fits best, by its own paths or at a given one. */
static void
try_shipped(struct fb_run *r, struct fb_jfound *f, struct fb_physical *in,
    const char *file, bool asked)
{
	struct best b = {0};
	struct view v;

	view(&v, in, &f->path);
	for (size_t i = 0; i < r->shipped.n; i++) {
		const struct fb_profile *p = &r->shipped.v[i];

		if (asked || !try_profile(r, &b, p, in, file))
			try_view(&b, p, &v, &f->path, in, false);
	}
	fb_jcols_release(&v.cols);
	if (b.tie)
		fb_run_tie(r, file, b.profile, b.tie);
	f->profile = b.profile ? b.profile : b.lacking;
	if (!b.profile && b.empty && !asked) {
		f->path = b.empty_path;
		f->how = "which has none";
	}
	if (!b.profile || asked)
		return;
	f->how = b.path.n || f->path.n ? "as the profile says" : f->how;
	f->path = b.path;
}

/* The first path of the profile asked for that is there; else its first. */
static void
path_of(struct fb_run *r, struct fb_jfound *f, struct fb_physical *in,
    const char *file)
{
	bool any = false, found = false, may_lack;

	for (size_t i = 0; i < f->profile->n && !found; i++) {
		struct fb_jpath path;
		struct view v;

		if (f->profile->v[i].in != FB_ROWS)
			continue;
		if (!parse_rule(&path, &f->profile->v[i], &may_lack))
			wrong_path(r, file, f->profile->v[i].key);
		view(&v, in, &path);
		found = v.n && fb_profile_fits(f->profile, &v.cols.names);
		fb_jcols_release(&v.cols);
		if (!any || found)
			f->path = path;
		any = true;
	}
	if (any)
		f->how = "as the profile says";
}

void
fb_jlook(struct fb_run *r, struct fb_jfound *f, struct fb_physical *in,
    const char *file)
{
	bool asked = r->ask->rows;

	*f = (struct fb_jfound){ .how = "as asked" };
	if (asked && !fb_jpath_parse(&f->path, fb_cstr(r->ask->rows)))
		wrong_path(r, file, r->ask->rows);
	if (!asked)
		guess(f, in);
	if (!r->ask->profile)
		try_shipped(r, f, in, file, asked);
	else if ((f->profile = r->chosen.name ? &r->chosen : NULL) && !asked)
		path_of(r, f, in, file);
	fb_jtalk_look(r, f, in);
}
