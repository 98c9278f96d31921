/* writer.c - lines out. */
#include <assert.h>

#include "base/diag.h"
#include "record/json.h"
#include "record/names.h"
#include "record/reader.h"
#include "record/writer.h"

enum { BLOCK = 256 << 10 };

static const char *path;

const struct fb_opt fb_writer_opts[] = {
	{ 'o', "output", "FILE", fb_set_text, &path,
	    "write to FILE, whole or not at all" },
	{ 0 },
};

const char *
fb_output_path(void)
{
	return path;
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

/* A line ends: LF, and out with the block when it is full. */
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
	fb_buf_add(&w->buf, line);
	end_line(w);
}

void
fb_writer_record(struct fb_writer *w, const struct fb_rec *rec)
{
	fb_str head, tail;

	fb_rec_body(rec, &head, &tail);
	fb_digest_add(&w->digest, head, tail);
	w->nrecords++;
	fb_writer_line(w, rec->line);
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
	size_t n;

	fb_digest_add(&w->digest, line, FB_LIT(""));
	w->nrecords++;
	if (!draw.n) {
		fb_writer_line(w, line);
		return;
	}
	n = behind_last(line);
	fb_buf_add(&w->buf, (fb_str){ line.p, n });
	fb_put_key(&w->buf, "draw");
	fb_buf_add(&w->buf, draw);
	fb_buf_add(&w->buf, (fb_str){ line.p + n, line.n - n });
	end_line(w);
}

/* What counts for the digest once a change may have touched `draw`. */
static void
find_body(struct fb_writer *w, fb_str line, fb_str *head, fb_str *tail)
{
	const char *why = fb_scan(&w->made, line);

	assert(!why);
	(void)why;
	fb_rec_body(&w->made, head, tail);
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
	if (drawn)
		find_body(w, head, &head, &tail);
	fb_digest_add(&w->digest, head, tail);
	w->nrecords++;
	end_line(w);
}

void
fb_writer_close(struct fb_writer *w)
{
	const char *why;

	flush(w);
	if ((why = fb_out_commit(&w->out)))
		fail(w, why);
	fb_buf_release(&w->buf);
	fb_rec_release(&w->made);
}
