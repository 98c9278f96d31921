/* writer.c - lines out. */
#include <assert.h>

#include "base/diag.h"
#include "record/ascii.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "record/writer.h"

enum { BLOCK = 256 << 10 };

static const char *path;

static const char *
set_path(void *dst, const char *text)
{
	return *text ? fb_set_text(dst, text) : "a file without a name";
}

const struct fb_opt fb_writer_opts[] = {
	{ 'o', "output", "FILE", set_path, &path,
	    "write to FILE, whole or not at all" },
	{ 0 },
};

static bool ascii;

const struct fb_opt fb_ascii_opts[] = {
	{ 0, "ascii", NULL, fb_set_flag, &ascii,
	    "write other characters as \\uXXXX" },
	{ 0 },
};

bool
fb_ascii(void)
{
	return ascii;
}

const char *
fb_output_path(void)
{
	return path;
}

void
fb_output_apart(char **inputs)
{
	for (; path && *inputs; inputs++)
		if (fb_same_file(path, *inputs))
			fb_die(FB_USAGE, "'%s' would be written over itself; "
			    "name another file: -o", *inputs);
}

void
fb_writer_to(const char *to)
{
	path = to;
}

static _Noreturn void
fail(struct fb_writer *w, const char *why)
{
	bool standard = !strcmp(w->out.path, "-");

	fb_out_abandon(&w->out);
	if (standard)
		fb_die(FB_FAIL, "cannot write standard output:");
	fb_die(FB_FAIL, "'%s' %s:", path, why);
}

void
fb_writer_open(struct fb_writer *w)
{
	const char *why;

	*w = (struct fb_writer){0};
	if ((why = fb_out_open(&w->out, path)))
		fail(w, why);
}

static void
flush(struct fb_writer *w)
{
	const char *why = fb_out_write(&w->out, fb_buf_str(&w->buf));

	if (why)
		fail(w, why);
	w->buf.n = 0;
}

/* The line from there on in other words, if --ascii asks for them. */
static void
to_ascii(struct fb_writer *w, size_t from)
{
	w->ascii.n = 0;
	fb_put_ascii(&w->ascii, (fb_str){ w->buf.p + from, w->buf.n - from });
	w->buf.n = from;
	fb_buf_add(&w->buf, fb_buf_str(&w->ascii));
}

/* A line that is in ASCII, if it has to be, ends: LF, and out with the block
 * when it is full. */
static void
end_line(struct fb_writer *w)
{
	fb_buf_addc(&w->buf, '\n');
	if (w->buf.n >= BLOCK)
		flush(w);
}

void
fb_writer_line(struct fb_writer *w, fb_str line)
{
	size_t from = w->buf.n;

	fb_buf_add(&w->buf, line);
	if (ascii)
		to_ascii(w, from);
	end_line(w);
}

void
fb_writer_part(struct fb_writer *w, fb_str line)
{
	fb_owed_wrote(&w->owed, line);
	fb_writer_line(w, line);
}

/* What counts for the digest of the line from there on. */
static void
find_body(struct fb_writer *w, size_t from, fb_str *head, fb_str *tail)
{
	const char *why = fb_scan(&w->made, (fb_str){ w->buf.p + from,
	    w->buf.n - from });

	assert(!why);
	(void)why;
	fb_rec_body(&w->made, head, tail);
}

/* A record stands in the buffer from there on: count it, end the line. head and
 * tail are its bytes without `draw`. */
static void
end_record(struct fb_writer *w, size_t from, fb_str head, fb_str tail)
{
	if (ascii) {
		to_ascii(w, from);
		find_body(w, from, &head, &tail);
	}
	fb_digest_add(&w->digest, head, tail);
	w->nrecords++;
	end_line(w);
}

void
fb_writer_record(struct fb_writer *w, const struct fb_rec *rec)
{
	size_t from = w->buf.n;
	fb_str head, tail;

	fb_rec_body(rec, &head, &tail);
	fb_buf_add(&w->buf, rec->line);
	end_record(w, from, head, tail);
}

/* Bytes of an object up to its last value, or its opening brace: what is behind
 * them stays behind a new key, so that the line without it is what it was. */
static size_t
behind_last(fb_str line)
{
	fb_str s = fb_str_trim(line);

	s.n--;
	s = fb_str_trim(s);
	return (size_t)(s.p + s.n - line.p);
}

void
fb_writer_made(struct fb_writer *w, fb_str line, fb_str draw)
{
	size_t from = w->buf.n, n = draw.n ? behind_last(line) : line.n;

	fb_buf_add(&w->buf, (fb_str){ line.p, n });
	if (draw.n) {
		fb_put_key(&w->buf, "draw");
		fb_buf_add(&w->buf, draw);
		fb_buf_add(&w->buf, (fb_str){ line.p + n, line.n - n });
	}
	end_record(w, from, line, FB_LIT(""));
}

void
fb_writer_changed(struct fb_writer *w, const struct fb_rec *rec,
    const struct fb_edit *c, size_t n)
{
	size_t from = w->buf.n;
	bool drawn = fb_rec_find(rec, FB_DRAW) >= 0;
	fb_str head, tail = FB_LIT("");

	for (size_t i = 0; i < n; i++)
		drawn |= fb_str_eq(c[i].key, FB_DRAW);
	fb_put_edited(&w->buf, rec, c, n);
	head = (fb_str){ w->buf.p + from, w->buf.n - from };
	if (drawn && !ascii)
		find_body(w, from, &head, &tail);
	end_record(w, from, head, tail);
}

void
fb_writer_close(struct fb_writer *w)
{
	const char *why;

	flush(w);
	if ((why = fb_out_commit(&w->out)))
		fail(w, why);
	fb_buf_release(&w->buf);
	fb_buf_release(&w->ascii);
	fb_rec_release(&w->made);
}
