/* reader.c - lines of the stream from files or standard input. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "record/input.h"
#include "record/names.h"
#include "record/reader.h"
#include "record/readopt.h"

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
		fb_die(FB_USAGE, "--where: %s", why);
	if (o->period && (why = fb_filter_period(&r->filter, o->period)))
		fb_die(FB_USAGE, "--period '%s': %s", o->period, why);
	if (o->has_range && r->npaths != 1)
		fb_die(FB_USAGE, "--range needs exactly one file");
	if (o->rejects && (why = fb_out_open(&r->rejects, o->rejects)))
		fb_die(FB_FAIL, "'%s' %s:", o->rejects, why);
}

void
fb_reader_keep(struct fb_reader *r)
{
	r->keep = true;
}

/* Forget what is handed out, move the rest to the front, read more. */
static bool
fill(struct fb_reader *r)
{
	if (r->from) {
		memmove(r->buf.p, r->buf.p + r->from, r->buf.n - r->from);
		r->buf.n -= r->from;
		r->from = 0;
	}
	if (r->buf.n > fb_max_record())
		fb_die(FB_FAIL, "%s:%zu: the line is longer than %zu bytes; "
		    "raise --max-record if that is right",
		    r->paths[r->at], r->lineno + 1, fb_max_record());
	r->eof = !fb_input_fill(&r->in[r->at], &r->buf);
	return !r->eof;
}

/* The raw bytes up to the next LF; *torn when the file ended without one. */
static bool
raw_line(struct fb_reader *r, fb_str *line, bool *torn)
{
	size_t looked = 0;

	*torn = false;
	for (;;) {
		const char *p = fb_buf_str(&r->buf).p + r->from;
		size_t n = r->buf.n - r->from;
		const char *lf = n > looked ? memchr(p + looked, '\n', n - looked) : NULL;

		if (lf) {
			*line = (fb_str){ p, (size_t)(lf - p) };
			return true;
		}
		looked = n;
		if (r->eof || !fill(r)) {
			*torn = true;
			*line = (fb_str){ fb_buf_str(&r->buf).p + r->from, n };
			return n > 0;
		}
	}
}

static void
step(struct fb_reader *r, fb_str line, bool torn)
{
	size_t n = line.n + !torn;

	r->from += n;
	r->off += n;
	r->lineno++;
}

/* Hadoop's rule: a range owns the lines that start in it. */
static void
enter_range(struct fb_reader *r)
{
	const struct fb_readopt *o = fb_readopt();
	fb_str line;
	bool torn;

	if (!o->has_range)
		return;
	if (!r->in[r->at].seekable)
		fb_die(FB_USAGE, "--range needs a regular file, not '%s'",
		    r->paths[r->at]);
	if (__builtin_add_overflow(o->range_off, o->range_len, &r->end))
		r->end = UINT64_MAX;
	if (!o->range_off)
		return;
	r->off = o->range_off - 1;
	fb_input_seek(&r->in[r->at], r->off);
	if (raw_line(r, &line, &torn))
		step(r, line, torn);
	r->lineno = 0;
}

/* What no line of the stream starts with. */
static void
check_encoding(struct fb_reader *r)
{
	static const struct { fb_str magic; const char *what; } known[] = {
		{ { "\xff\xfe", 2 }, "UTF-16; fb-ingest reads exports in it" },
		{ { "\xfe\xff", 2 }, "UTF-16; fb-ingest reads exports in it" },
		{ { "\x1f\x8b", 2 }, "gzip; use: gzip -dc FILE |" },
		{ { "\x28\xb5\x2f\xfd", 4 }, "zstd; use: zstd -dc FILE |" },
		{ { "PK\3\4", 4 }, "a zip archive or workbook" },
	};

	fill(r);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (fb_str_starts(fb_buf_str(&r->buf), known[i].magic))
			fb_die(FB_FAIL, "'%s' is %s", r->paths[r->at], known[i].what);
	if (fb_str_starts(fb_buf_str(&r->buf), FB_LIT("\xef\xbb\xbf"))) {
		r->from = 3;
		r->off = 3;
	}
}

static void
open_input(struct fb_reader *r)
{
	struct fb_input *in = &r->in[r->at];

	r->buf.n = r->from = 0;
	r->off = 0;
	r->lineno = 0;
	r->eof = false;
	r->opened = true;
	if (in->fd < 0)
		fb_input_open(in, r->paths[r->at], r->keep);
	else
		fb_input_again(in);
	if (fb_readopt()->has_range)
		enter_range(r);
	else
		check_encoding(r);
}

static bool
next_line(struct fb_reader *r, fb_str *line, bool *torn)
{
	for (; r->at < r->npaths; r->at++, r->opened = false) {
		if (!r->opened)
			open_input(r);
		if (r->off < r->end && raw_line(r, line, torn)) {
			step(r, *line, *torn);
			return true;
		}
		if (!r->keep)
			fb_input_close(&r->in[r->at]);
	}
	return false;
}

static void
say_bad(struct fb_reader *r, const char *what)
{
	if (fb_readopt()->has_range)
		fb_tell(&r->told, "%s:byte %llu: %s", r->paths[r->at],
		    (unsigned long long)r->off, what);
	else
		fb_tell(&r->told, "%s:%zu: %s", r->paths[r->at], r->lineno, what);
}

static void
bad_line(struct fb_reader *r, fb_str line, const char *what)
{
	const char *why = NULL;

	if (r->again)
		return;
	r->nbad++;
	say_bad(r, what);
	if (fb_readopt()->rejects) {
		why = fb_out_write(&r->rejects, line);
		if (!why)
			why = fb_out_write(&r->rejects, FB_LIT("\n"));
	}
	if (why)
		fb_die(FB_FAIL, "'%s' %s:", fb_readopt()->rejects, why);
	if (fb_strict())
		fb_die(FB_BAD, "stopped at the first bad line, as --strict asks");
}

static void
bad_syntax(struct fb_reader *r, const struct fb_rec *rec, const char *why)
{
	char text[160];

	r->nmalformed += !r->again;
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
	return !fb_str_trim(line).n;
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

bool
fb_reader_next(struct fb_reader *r, struct fb_rec *rec)
{
	fb_str line;
	bool torn;

	while (next_line(r, &line, &torn)) {
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
		} else if (rec->kind != FB_RECORD || admit(r, rec)) {
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
	uint64_t behind = (uint64_t)(r->buf.p + r->from - rec->line.p);

	return (struct fb_ref){ .off = r->off - behind, .file = (uint32_t)r->at,
	    .len = (uint32_t)rec->line.n };
}

void
fb_reader_fetch(struct fb_reader *r, struct fb_ref ref, struct fb_buf *b)
{
	b->n = 0;
	fb_input_fetch(&r->in[ref.file], ref.off, ref.len, fb_buf_room(b, ref.len));
	b->n = ref.len;
}

int
fb_reader_status(struct fb_reader *r)
{
	fb_tally_end(&r->told, "bad lines");
	if (r->nbad && r->nbad == r->nlines)
		fb_warn("no line of the input is a record; fb-ingest makes "
		    "records from other forms");
	return fb_bad_status(r->nbad, r->nlines);
}

void
fb_reader_close(struct fb_reader *r)
{
	const char *why = fb_readopt()->rejects ? fb_out_commit(&r->rejects) : NULL;

	if (why)
		fb_die(FB_FAIL, "'%s' %s:", fb_readopt()->rejects, why);
	for (size_t i = 0; i < r->npaths; i++)
		fb_input_close(&r->in[i]);
	free(r->in);
	fb_buf_release(&r->buf);
	fb_filter_release(&r->filter);
	*r = (struct fb_reader){0};
}

void
fb_rec_body(const struct fb_rec *rec, fb_str *head, fb_str *tail)
{
	long i = fb_rec_find(rec, FB_DRAW);
	const char *from = rec->line.p, *end = from + rec->line.n, *a, *b;

	*head = rec->line;
	*tail = FB_LIT("");
	if (i < 0)
		return;
	a = i ? rec->f[i - 1].val.p + rec->f[i - 1].val.n : rec->f[i].key.p - 1;
	b = rec->f[i].val.p + rec->f[i].val.n;
	if (!i && rec->n > 1)
		b = rec->f[1].key.p - 1;
	*head = (fb_str){ from, (size_t)(a - from) };
	*tail = (fb_str){ b, (size_t)(end - b) };
}
