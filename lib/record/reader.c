/* reader.c - lines of the stream from files or standard input. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "record/ascii.h"
#include "record/input.h"
#include "record/lines.h"
#include "record/readopt.h"
#include "record/writer.h"

void
fb_reader_open(struct fb_reader *r, char **paths)
{
	static char *dash[] = { "-", NULL };
	const struct fb_readopt *o = fb_readopt();
	const char *why;

	*r = (struct fb_reader){ .paths = paths && *paths ? paths : dash,
	    .end = UINT64_MAX };
	while (r->paths[r->npaths])
		r->npaths++;
	r->in = fb_zalloc(r->npaths, sizeof *r->in);
	for (size_t i = 0; i < r->npaths; i++)
		r->in[i].fd = r->in[i].spool = -1;
	if ((why = fb_filter_init(&r->filter, &o->where)))
		fb_die(FB_USAGE, "--where '%s': %s", o->where.v[r->filter.n],
		    why);
	if (o->has_range && !strcmp(r->paths[r->npaths - 1], "-"))
		fb_die(FB_USAGE, "--range needs a regular file, not '-'");
	if (o->period && (why = fb_filter_period(&r->filter, o->period)))
		fb_die(FB_USAGE, "--period '%s': %s", o->period, why);
	if (o->rejects && fb_output_path() &&
	    fb_same_file(o->rejects, fb_output_path()))
		fb_die(FB_USAGE, "--rejects '%s': that is what -o writes; "
		    "name another file", o->rejects);
	if (o->rejects && (why = fb_out_open(&r->rejects, o->rejects)))
		fb_die(FB_FAIL, "'%s' %s:", o->rejects, why);
}

void
fb_reader_keep(struct fb_reader *r)
{
	r->keep = true;
}

/* The byte of its file that p, in the line given last, stands for. */
static uint64_t
offset_of(const struct fb_reader *r, const char *p)
{
	return r->off - (uint64_t)(r->buf.p + r->from - p);
}

static void
say_bad(struct fb_reader *r, fb_str line, const char *what)
{
	if (fb_readopt()->has_range)
		fb_tell(&r->told, "%s:byte %llu: %s", r->paths[r->at],
		    (unsigned long long)offset_of(r, line.p), what);
	else
		fb_tell(&r->told, "%s:%zu: %s", r->paths[r->at], r->lineno, what);
}

static void
close_rejects(struct fb_reader *r)
{
	const char *path = fb_readopt()->rejects;
	const char *why = path ? fb_out_commit(&r->rejects) : NULL;

	if (why)
		fb_die(FB_FAIL, "'%s' %s:", path, why);
}

static void
bad_line(struct fb_reader *r, fb_str line, const char *what)
{
	const char *why = NULL;

	if (r->again)
		return;
	r->nbad++;
	say_bad(r, line, what);
	if (fb_readopt()->rejects) {
		why = fb_out_write(&r->rejects, line);
		if (!why)
			why = fb_out_write(&r->rejects, FB_LIT("\n"));
	}
	if (why)
		fb_die(FB_FAIL, "'%s' %s:", fb_readopt()->rejects, why);
	if (!fb_strict())
		return;
	close_rejects(r);
	fb_die(FB_BAD, "stopped at the first bad line, as --strict asks");
}

static void
note_form(struct fb_reader *r, fb_str line)
{
	if (!line.n)
		return;
	r->opens = *line.p;
	r->closes = line.p[line.n - 1];
}

static void
bad_syntax(struct fb_reader *r, const struct fb_rec *rec, const char *why)
{
	char text[160];

	if (!r->again && !r->nmalformed++)
		note_form(r, fb_str_trim(rec->line));
	snprintf(text, sizeof text, rec->bad_at ? "%s, at byte %zu" : "%s",
	    why, rec->bad_at + 1);
	bad_line(r, rec->line, text);
}

void
fb_reader_bad(struct fb_reader *r, const struct fb_rec *rec, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	bad_line(r, rec->line, text);
}

void
fb_reader_refuse(struct fb_reader *r, size_t n, fb_str lines, const char *fmt, ...)
{
	const char *why = NULL;
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	r->nbad += n;
	fb_tell(&r->told, "%s", text);
	if (fb_readopt()->rejects)
		why = fb_out_write(&r->rejects, lines);
	if (why)
		fb_die(FB_FAIL, "'%s' %s:", fb_readopt()->rejects, why);
	if (fb_strict())
		fb_die(FB_BAD, "stopped at the first bad line, as --strict asks");
}

static bool
is_blank(fb_str line)
{
	return !line.n || (*line.p <= ' ' && !fb_str_trim(line).n);
}

/* Count a record and say whether the filter lets it through. */
static bool
admit(struct fb_reader *r, const struct fb_rec *rec)
{
	bool keeps = fb_filter_keeps(&r->filter, rec);
	fb_str head, tail;

	if (r->again)
		return keeps;
	fb_rec_body(rec, &head, &tail);
	fb_digest_add(&r->digest, head, tail);
	r->nrecords++;
	r->nfiltered += !keeps;
	return keeps;
}

/* Parts are counted as they were before --ascii. */
static void
account(struct fb_reader *r, struct fb_rec *rec)
{
	bool trail = fb_is_part_trail(rec);
	const char *why = NULL;

	if ((rec->kind != FB_PART && !trail) || r->again)
		return;
	if (fb_is_escaped(rec->line)) {
		r->plain.n = 0;
		fb_put_unascii(&r->plain, rec->line);
		why = fb_scan(rec, fb_buf_str(&r->plain));
	}
	if (!why && trail)
		why = fb_owed_promise(&r->owed, rec);
	else if (!why)
		fb_owed_read(&r->owed, rec->line);
	if (why)
		fb_die(FB_FAIL, "%s:%zu: %s; run its shard again",
		    r->paths[r->at], r->lineno, why);
}

void
fb_reader_whole(const struct fb_reader *r)
{
	const char *why = fb_owed_left(&r->owed);

	if (why)
		fb_die(FB_FAIL, "%s; run the shards again and merge what each "
		    "wrote, once", why);
}

bool
fb_reader_next(struct fb_reader *r, struct fb_rec *rec)
{
	fb_str line;
	bool torn;

	while (fb_lines_next(r, &line, &torn)) {
		const char *why;

		if (is_blank(line))
			continue;
		r->nlines += !r->again;
		if ((why = fb_scan(rec, line))) {
			if (torn)
				fb_die(FB_FAIL, "%s:%zu: the last line is torn "
				    "(%s); was the program before this one cut "
				    "off?", r->paths[r->at], r->lineno, why);
			bad_syntax(r, rec, why);
		} else if (rec->kind != FB_RECORD) {
			account(r, rec);
			return true;
		} else if (admit(r, rec)) {
			return true;
		}
	}
	return false;
}

void
fb_reader_again(struct fb_reader *r)
{
	r->at = 0;
	r->opened = false;
	r->again = true;
}

struct fb_ref
fb_reader_ref(const struct fb_reader *r, const struct fb_rec *rec)
{
	return (struct fb_ref){ .off = offset_of(r, rec->line.p),
	    .file = (uint32_t)r->at, .len = (uint32_t)rec->line.n };
}

void
fb_reader_fetch(struct fb_reader *r, struct fb_ref ref, struct fb_buf *b)
{
	b->n = 0;
	fb_input_fetch(&r->in[ref.file], ref.off, ref.len, fb_buf_room(b, ref.len));
	b->n = ref.len;
}

/* No line is JSON: what the input is then. A line that is an object at both
 * ends was named with what is wrong inside. */
static void
tell_form(const struct fb_reader *r)
{
	if (r->opens == '[')
		fb_warn("the input is an array, not an object a line; "
		    "jq -c '.[]' makes lines of it");
	else if (r->opens == '{' && r->closes == '}')
		fb_warn("no line of the input is JSON");
	else if (r->opens == '{')
		fb_warn("no line of the input is a whole object; where one "
		    "goes over several lines, jq -c . makes one line of it");
	else
		fb_warn("no line of the input is a record; fb-ingest makes "
		    "records of exports, mlr --icsv --ojsonl lines of tables");
}

int
fb_reader_status(struct fb_reader *r)
{
	fb_tally_end(&r->told, "bad lines");
	if (r->nmalformed && r->nmalformed == r->nlines)
		tell_form(r);
	return fb_bad_status(r->nbad, r->nlines);
}

void
fb_reader_close(struct fb_reader *r)
{
	close_rejects(r);
	for (size_t i = 0; i < r->npaths; i++)
		fb_input_close(&r->in[i]);
	free(r->in);
	fb_buf_release(&r->buf);
	fb_buf_release(&r->plain);
	fb_filter_release(&r->filter);
	*r = (struct fb_reader){0};
}
