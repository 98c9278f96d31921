/* lines.c - the operands as one run of lines. */
#include "record/input.h"
#include "record/lines.h"
#include "record/readopt.h"

static void
check_length(const struct fb_reader *r, size_t n)
{
	if (n > fb_max_record())
		fb_die(FB_FAIL, "%s:%zu: the line is longer than %zu bytes; "
		    "raise --max-record if that is right",
		    r->paths[r->at], r->lineno + 1, fb_max_record());
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
	check_length(r, r->buf.n);
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
			check_length(r, line->n);
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

/* Hadoop's rule: a range owns the lines that start in it. It is one of the last
 * file. */
static void
enter_range(struct fb_reader *r)
{
	const struct fb_readopt *o = fb_readopt();
	fb_str line;
	bool torn;

	if (!o->has_range || r->at + 1 < r->npaths)
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
		{ { "PK\3\4", 4 }, "a zip archive or workbook; fb-ingest reads "
		    "exports in it" },
		{ { "%PDF", 4 }, "a PDF; give the lines it was drawn from" },
		{ { "\x89PNG", 4 }, "a picture; give the lines it was drawn "
		    "from" },
	};

	while (r->buf.n < 4 && fill(r))
		; /* a pipe may give a byte at a time */
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (fb_str_starts(fb_buf_str(&r->buf), known[i].magic))
			fb_die(FB_FAIL, "'%s' is %s", r->paths[r->at], known[i].what);
	if (!fb_str_starts(fb_buf_str(&r->buf), FB_LIT("\xef\xbb\xbf")))
		return;
	r->from = 3;
	r->off = 3;
	/* Whoever owns the first byte owns the line behind the mark. */
	if (r->end && r->end <= r->off)
		r->end = r->off + 1;
}

static void
open_input(struct fb_reader *r)
{
	struct fb_input *in = &r->in[r->at];

	r->buf.n = r->from = 0;
	r->off = 0;
	r->lineno = 0;
	r->end = UINT64_MAX;
	r->eof = false;
	r->opened = true;
	if (in->fd < 0)
		fb_input_open(in, r->paths[r->at], r->keep);
	else
		fb_input_again(in);
	enter_range(r);
	if (!r->off)
		check_encoding(r);
}

bool
fb_lines_next(struct fb_reader *r, fb_str *line, bool *torn)
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
