/* source.c - from the records that are named back to the export. */
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ingest/run.h"
#include "record/input.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "verify/said.h"
#include "verify/source.h"

static const char *const known[] = { "column", "profile", "delimiter",
    "no-quotes", "quote", "escape", "encoding", "no-header", "skip-lines",
    "sheet", "format", "date-order", "rows", "scale", "source", "channel",
    "customer", "quoted", "whole", "headings", "unique", "explain", NULL };

struct trace {
	struct fb_case *c;
	fb_str where;
	struct fb_digest digest;
	size_t n, traced;
	bool *met, *same;        /* of each id that is named */
};

/* ---- the same words ---- */

static bool
next_mask(struct fb_json *it, const char *key, size_t *start, size_t *end)
{
	int64_t a, b;

	while (fb_json_next(it)) {
		fb_str in = fb_json_get(it->val, "in");
		struct fb_json span = fb_json_in(fb_json_get(it->val, "span"));

		if (!(in.p ? fb_json_is(in, key) : !strcmp(key, "text")))
			continue;
		if (!fb_json_next(&span) || !fb_json_int(span.val, &a) ||
		    !fb_json_next(&span) || !fb_json_int(span.val, &b) ||
		    a < 0 || b < a)
			continue;
		*start = (size_t)a;
		*end = (size_t)b;
		return true;
	}
	return false;
}

/* Where piece stands in s from at on; s.n + 1 when it does not. */
static size_t
find(fb_str s, size_t at, fb_str piece)
{
	for (; at + piece.n <= s.n; at++)
		if (!memcmp(s.p + at, piece.p, piece.n))
			return at;
	return s.n + 1;
}

bool
fb_says_the_same(fb_str text, fb_str masks, const char *key, fb_str exported)
{
	struct fb_json it = fb_json_in(masks);
	size_t from = 0, at = 0, start, end;
	bool first = true;

	while (next_mask(&it, key, &start, &end)) {
		fb_str piece = { text.p + from, start - from };

		if (start < from || end > text.n)
			return false;
		/* A mask stands for at least one byte. */
		at = find(exported, first ? 0 : at + 1, piece);
		if (at > exported.n || (first && at))
			return false;
		at += piece.n;
		from = end;
		first = false;
	}
	if (first)
		return fb_str_eq(text, exported);
	text = (fb_str){ text.p + from, text.n - from };
	return exported.n >= at + 1 + text.n && fb_str_eq(text,
	    (fb_str){ exported.p + exported.n - text.n, text.n });
}

static bool
same_words(const struct fb_rec *ours, const struct fb_rec *export,
    const char *key)
{
	struct fb_buf a = {0}, b = {0};
	fb_str text = fb_json_text(fb_rec_get(ours, fb_cstr(key)), &a);
	bool same = fb_says_the_same(text, fb_rec_get(ours, FB_MASKS), key,
	    fb_json_text(fb_rec_get(export, fb_cstr(key)), &b));

	fb_buf_release(&a);
	fb_buf_release(&b);
	return same;
}

static bool
same_record(const struct fb_rec *ours, const struct fb_rec *export)
{
	return same_words(ours, export, "text") &&
	    same_words(ours, export, "title") &&
	    same_words(ours, export, "translation") &&
	    fb_str_eq(fb_rec_get(ours, FB_DATE), fb_rec_get(export, FB_DATE)) &&
	    fb_str_eq(fb_rec_get(ours, FB_SCORE), fb_rec_get(export, FB_SCORE));
}

/* ---- the export, once more ---- */

static void
fill_ask(struct fb_case *c, const struct fb_said *said, const char *profile,
    struct fb_ask *a)
{
	*a = (struct fb_ask){
	    .profile = profile ? profile : fb_said_text(said, "profile"),
	    .delimiter = fb_said_text(said, "delimiter"),
	    .scale = fb_said_text(said, "scale"),
	    .source = fb_said_text(said, "source"),
	    .channel = fb_said_text(said, "channel"),
	    .period = fb_said_text(said, "period"),
	    .encoding = fb_said_text(said, "encoding"),
	    .date_order = fb_said_text(said, "date-order"),
	    .sheet = fb_said_text(said, "sheet"),
	    .quote = fb_said_text(said, "quote"),
	    .escape = fb_said_text(said, "escape"),
	    .customer = fb_said_text(said, "customer"),
	    .rows = fb_said_text(said, "rows"),
	    .format = fb_said_text(said, "format"),
	    .skip_lines = fb_said_count(said, "skip-lines", FB_LINES_UNTOLD),
	    .unique = fb_said_text(said, "unique"),
	    .no_quotes = fb_said_text(said, "no-quotes"),
	    .no_header = fb_said_text(said, "no-header"),
	    .quoted = fb_said_text(said, "quoted"),
	    .whole = fb_said_text(said, "whole"),
	    .headings = fb_said_text(said, "headings") };
	fb_said_list(&c->mem, said, "column", &a->columns);
	fb_said_list(&c->mem, said, "where", &a->where);
}

static _Noreturn void
ingest(const struct fb_ask *a, const char *zone, char **exports, size_t n,
    int to)
{
	struct fb_run run;
	const char *why = fb_tz_set(zone ? zone : "UTC");

	if (why || dup2(to, STDOUT_FILENO) < 0)
		_exit(FB_FAIL);
	fb_writer_to(NULL);
	fb_run_open(&run, a);
	for (size_t i = 0; i < n; i++)
		fb_run_file(&run, exports[i]);
	_exit(fb_run_end(&run));
}

/* What fb-ingest makes of the exports, in an unlinked file; gives it. */
static int
read_again(const struct fb_ask *a, const char *zone,
    const struct fb_list *exports)
{
	int fd = fb_spool_open(), status = 0;
	pid_t pid = fork();

	if (pid < 0)
		fb_die(FB_FAIL, "cannot read the export again:");
	if (pid == 0)
		ingest(a, zone, (char **)exports->v, exports->n, fd);
	if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status) ||
	    WEXITSTATUS(status) > FB_BAD)
		fb_die(FB_FAIL, "the export cannot be read again as fb-ingest "
		    "read it; give --profile if it lies elsewhere now");
	return fd;
}

static void
compare(struct trace *t, size_t id, const struct fb_rec *export)
{
	struct fb_buf line = {0};
	struct fb_rec r = {0};
	fb_str name = fb_map_key(&t->c->ids, id);

	t->met[id] = true;
	for (size_t i = 0; fb_case_record(t->c, name, i, &line); i++)
		if (!fb_scan(&r, fb_buf_str(&line)))
			t->same[id] |= same_record(&r, export);
	fb_rec_release(&r);
	fb_buf_release(&line);
}

static void
trace_all(struct trace *t, int fd)
{
	struct fb_buf path = {0}, scratch = {0};
	char *paths[2] = {0};
	struct fb_reader in;
	struct fb_rec r = {0};

	fb_buf_printf(&path, "/dev/fd/%d", fd);
	paths[0] = path.p;
	fb_buf_cstr(&path);
	fb_reader_open(&in, paths);
	while (fb_reader_next(&in, &r)) {
		size_t id;

		if (r.kind != FB_RECORD)
			continue;
		t->n++;
		fb_digest_add(&t->digest, r.line, FB_LIT(""));
		id = fb_map_get(&t->c->ids, fb_json_text(fb_rec_get(&r, FB_ID),
		    &scratch));
		if (id != FB_MAP_NONE)
			compare(t, id, &r);
	}
	fb_reader_close(&in);
	fb_rec_release(&r);
	fb_buf_release(&path);
	fb_buf_release(&scratch);
}

/* ---- what does not hold ---- */

static void
judge_named(struct trace *t)
{
	struct fb_buf where = {0};

	for (size_t i = 0; i < t->c->ids.n; i++) {
		t->traced += t->same[i];
		if (t->same[i])
			continue;
		where.n = 0;
		fb_buf_adds(&where, "record ");
		fb_put_short_id(&where, fb_map_key(&t->c->ids, i));
		fb_finding_add(&t->c->found, fb_buf_str(&where), t->met[i] ?
		    "it does not say what the export says" :
		    "it is not in the export");
	}
	fb_buf_release(&where);
}

static void
judge_trail(struct trace *t, const char *trail)
{
	struct fb_buf b = {0};

	fb_buf_addc(&b, '"');
	fb_put_digest(&b, t->digest);
	fb_buf_addc(&b, '"');
	if (!fb_str_eq(fb_json_get(fb_cstr(trail), "digest_out"),
	    fb_buf_str(&b)))
		fb_finding_add(&t->c->found, t->where, "\"digest_out\" is not "
		    "the digest of the %zu records that the export gives",
		    t->n);
	fb_buf_release(&b);
}

static const char *
cannot(const struct fb_case *c, const char *trail, struct fb_said *said)
{
	if (!trail)
		return "nothing says how the export was read";
	if (fb_trail_of_tool(&c->trails, "fb-ingest", 1))
		return "the export was read in more than one run";
	return fb_said_unknown(said, known) ?
	    "it was given an option that is not known here" : NULL;
}

size_t
fb_verify_source(struct fb_case *c, const struct fb_list *exports,
    const char *profile)
{
	const char *trail = fb_trail_of_tool(&c->trails, "fb-ingest", 0), *no;
	struct trace t = { .c = c, .where = FB_LIT("trail of fb-ingest") };
	struct fb_said said = {0};
	struct fb_ask ask;
	int fd;

	if (trail)
		fb_said_read(&c->mem, trail, &said);
	if ((no = cannot(c, trail, &said))) {
		fb_finding_add(&c->found, t.where, "%s", no);
		return 0;
	}
	fill_ask(c, &said, profile, &ask);
	fd = read_again(&ask, fb_said_text(&said, "tz"), exports);
	t.met = fb_zalloc(c->ids.n, sizeof *t.met);
	t.same = fb_zalloc(c->ids.n, sizeof *t.same);
	trace_all(&t, fd);
	judge_named(&t);
	judge_trail(&t, trail);
	free(t.met);
	free(t.same);
	close(fd);
	return t.traced;
}
