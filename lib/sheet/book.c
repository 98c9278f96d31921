/* book.c - open and close a workbook; sheets and looks. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "sheet/book_part.h"

void
fb_book_fail(struct fb_book *b, const struct fb_sheet *s, const char *why)
{
	if (b->why.n)
		return;
	if (s)
		fb_buf_printf(&b->why, "sheet %s: ", s->name);
	fb_buf_adds(&b->why, why);
	fb_buf_cstr(&b->why);
}

bool
fb_book_took(struct fb_sheet *s, lxw_error rc)
{
	if (rc != LXW_NO_ERROR)
		fb_book_fail(s->book, s, lxw_strerror(rc));
	return rc == LXW_NO_ERROR;
}

void
fb_book_give_up(struct fb_book *b, const char *why)
{
	fb_book_fail(b, NULL, why);
}

const char *
fb_book_why(const struct fb_book *b)
{
	return b->why.n ? b->why.p : NULL;
}

/* A file with a name is needed; a pipe gets a copy of it at the end. */
static const char *
open_spool(struct fb_book *b)
{
	const char *dir = getenv("TMPDIR"), *why;
	struct fb_buf path = {0};

	fb_buf_printf(&path, "%s/fb-book.xlsx", dir && *dir ? dir : "/tmp");
	why = fb_out_open(&b->spool, path.p);
	if (!why && !b->spool.temp)
		why = "needs a regular file in TMPDIR";
	b->spool.path = "TMPDIR";
	fb_buf_release(&path);
	return why;
}

static const char *
temp(const struct fb_book *b)
{
	return b->out.temp ? b->out.temp : b->spool.temp;
}

static void
describe(struct fb_book *b, const struct fb_about *a)
{
	lxw_doc_properties p = {
		.title = (char *)(uintptr_t)a->title,
		.subject = (char *)(uintptr_t)a->subject,
		.author = (char *)(uintptr_t)a->author,
		.company = (char *)(uintptr_t)a->company,
		.keywords = (char *)(uintptr_t)a->keywords,
		.comments = (char *)(uintptr_t)a->comments,
		.created = a->created < 1 ? 1 : (time_t)a->created,
	};

	if (workbook_set_properties(b->lxw, &p) != LXW_NO_ERROR)
		fb_book_fail(b, NULL, "the properties are too long");
}

/* The library's own temporary files lie beside the new one: where there is
 * room for the workbook there is room for them, and no full /tmp is hidden. */
static const char *
begin(struct fb_book *b, const struct fb_about *a)
{
	char *dir = fb_str_dup(fb_cstr(temp(b)));
	char *slash = strrchr(dir, '/');
	lxw_workbook_options o = { .constant_memory = a->rows_in_order };

	if (slash)
		*slash = '\0';
	o.tmpdir = !slash ? "." : slash == dir ? "/" : dir;
	b->lxw = workbook_new_opt(temp(b), &o);
	free(dir);
	if (!b->lxw)
		return "cannot be begun";
	b->streaming = a->rows_in_order;
	describe(b, a);
	fb_book_look(b, &(struct fb_look){0});
	return NULL;
}

const char *
fb_book_open(struct fb_book **book, const char *path, const struct fb_about *a)
{
	struct fb_book *b = fb_zalloc(1, sizeof *b);
	const char *why;

	b->spool.fd = -1;
	why = fb_out_open(&b->out, path);
	if (!why && !b->out.temp)
		why = open_spool(b);
	if (!why)
		why = begin(b, a);
	*book = why ? NULL : b;
	if (why)
		fb_book_abandon(b);
	return why;
}

struct fb_sheet *
fb_book_sheet(struct fb_book *b, const char *name)
{
	struct fb_sheet *s = fb_zalloc(1, sizeof *s);

	s->book = b;
	s->name = fb_str_dup(fb_cstr(name));
	b->sheets = fb_grow(b->sheets, &b->cap_sheets, b->nsheets + 1,
	                    sizeof *b->sheets);
	b->sheets[b->nsheets++] = s;
	s->lxw = workbook_add_worksheet(b->lxw, name);
	if (!s->lxw)
		fb_book_fail(b, s, "the name is not a valid sheet name");
	return s;
}

size_t
fb_sheet_rows(const struct fb_sheet *s)
{
	return s->rows;
}

size_t
fb_sheet_cells(const struct fb_sheet *s)
{
	return s->cells;
}

static const char *
copy(struct fb_out *to, const char *from)
{
	char *buf = fb_zalloc(1, 1 << 16);
	int fd = open(from, O_RDONLY | O_CLOEXEC);
	const char *why = fd < 0 ? "cannot be opened again" : NULL;
	ssize_t n = 0;

	while (!why && (n = read(fd, buf, 1 << 16)) != 0)
		if (n > 0)
			why = fb_out_write(to, (fb_str){ buf, (size_t)n });
		else if (errno != EINTR)
			why = "cannot be read again";
	if (fd >= 0)
		close(fd);
	free(buf);
	return why;
}

/* The library's own end: it writes and frees the workbook in any case. */
static void
finish(struct fb_book *b)
{
	lxw_error rc = workbook_close(b->lxw);

	b->lxw = NULL;
	if (rc != LXW_NO_ERROR)
		fb_book_fail(b, NULL, lxw_strerror(rc));
}

const char *
fb_book_close(struct fb_book *b)
{
	static struct fb_buf said;
	const char *why;

	if (!b->why.n)
		finish(b);
	why = fb_book_why(b);
	if (!why)
		why = fb_book_verify(b, temp(b));
	if (!why && !b->out.temp)
		why = copy(&b->out, b->spool.temp);
	if (!why)
		why = fb_out_commit(&b->out);
	said.n = 0;
	fb_buf_adds(&said, why);
	fb_book_abandon(b);
	return why ? fb_buf_cstr(&said) : NULL;
}

void
fb_book_abandon(struct fb_book *b)
{
	int err = errno;

	if (b->lxw)
		lxw_workbook_free(b->lxw);
	for (size_t i = 0; i < b->nsheets; i++) {
		free(b->sheets[i]->name);
		free(b->sheets[i]->seen);
		free(b->sheets[i]);
	}
	fb_out_abandon(&b->out);
	fb_out_abandon(&b->spool);
	free(b->sheets);
	free(b->faces);
	fb_map_release(&b->names);
	fb_buf_release(&b->scratch);
	fb_buf_release(&b->why);
	free(b);
	errno = err;
}
