/* writer.c - lines out. */
#include <unistd.h>

#include "base/diag.h"
#include "record/json.h"
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

void
fb_writer_line(struct fb_writer *w, fb_str line)
{
	if (w->buf.n + line.n >= BLOCK && w->buf.n)
		flush(w);
	fb_buf_add(&w->buf, line);
	fb_buf_addc(&w->buf, '\n');
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
	if (w->buf.n + line.n + draw.n >= BLOCK && w->buf.n)
		flush(w);
	n = behind_last(line);
	fb_buf_add(&w->buf, (fb_str){ line.p, n });
	fb_put_key(&w->buf, "draw");
	fb_buf_add(&w->buf, draw);
	fb_buf_add(&w->buf, (fb_str){ line.p + n, line.n - n });
	fb_buf_addc(&w->buf, '\n');
}

void
fb_writer_close(struct fb_writer *w)
{
	const char *why;

	flush(w);
	if ((why = fb_out_commit(&w->out)))
		fail(w, why);
	fb_buf_release(&w->buf);
}

static const struct fb_edit *
change_of(fb_str key, const struct fb_edit *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (fb_str_eq(c[i].key, key))
			return &c[i];
	return NULL;
}

static void
put_raw_key(struct fb_buf *b, fb_str key)
{
	const char *last = b->p + b->n - 1;

	while (*last == ' ' || *last == '\t' || *last == '\r')
		last--;
	if (*last != '{')
		fb_buf_addc(b, ',');
	fb_buf_addc(b, '"');
	fb_buf_add(b, key);
	fb_buf_adds(b, "\":");
}

/* Is f a second copy of a key that is changed where it stands last? */
static bool
shadowed(const struct fb_rec *rec, size_t i)
{
	return fb_rec_find(rec, rec->f[i].key) != (long)i;
}

static void
append_new(struct fb_buf *b, const struct fb_rec *rec,
    const struct fb_edit *c, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!c[i].val.p || fb_rec_find(rec, c[i].key) >= 0)
			continue;
		put_raw_key(b, c[i].key);
		fb_buf_add(b, c[i].val);
	}
}

void
fb_put_edited(struct fb_buf *b, const struct fb_rec *rec,
    const struct fb_edit *c, size_t n)
{
	const char *copied = rec->line.p; /* all before it is written or left out */
	const char *end = rec->line.p + rec->line.n;

	for (size_t i = 0; i < rec->n; i++) {
		const struct fb_field *f = &rec->f[i];
		const struct fb_edit *how = change_of(f->key, c, n);
		const char *key = f->key.p - 1, *behind = f->val.p + f->val.n;

		if (!how)
			continue;
		if (how->val.p && !shadowed(rec, i)) {
			fb_buf_add(b, (fb_str){ copied, (size_t)(f->val.p - copied) });
			fb_buf_add(b, how->val);
			copied = behind;
			continue;
		}
		/* Drop it with the comma behind it, or the one before the last. */
		fb_buf_add(b, (fb_str){ copied, (size_t)(key - copied) });
		if (i + 1 < rec->n) {
			copied = rec->f[i + 1].key.p - 1;
		} else {
			while (b->p[b->n - 1] != ',' && b->p[b->n - 1] != '{')
				b->n--;
			b->n -= b->p[b->n - 1] == ',';
			copied = behind;
		}
	}
	while (*--end != '}')
		;
	fb_buf_add(b, (fb_str){ copied, (size_t)(end - copied) });
	append_new(b, rec, c, n);
	fb_buf_addc(b, '}');
}
