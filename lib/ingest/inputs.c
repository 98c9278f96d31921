/* inputs.c - from an operand to inputs: a file, an archive's files, a folder. */
#define _GNU_SOURCE /* mkostemp */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/begin.h"
#include "ingest/format.h"
#include "pack/xlsx.h"
#include "record/reader.h"

static bool
is_workbook(const struct fb_stream *s, const char *path)
{
	return s->packing == FB_ZIP && fb_xlsx_is(path);
}

/* A profile that was asked for may be for one kind of format only. */
static void
need_kind(struct fb_run *r, const char *path, const struct fb_format *format)
{
	const char *kind = fb_profile_kind(&r->chosen);
	char why[300];

	if (!kind || !strcmp(kind, format->kind) ||
	    (format->also && !strcmp(kind, format->also)))
		return;
	snprintf(why, sizeof why, "is %s, and the profile '%s' is for %s; if "
	    "that is what it is, give --format %s", format->name,
	    r->chosen.name, kind, kind);
	fb_run_give_up(r, FB_USAGE, path, why);
}

static void
read_input(struct fb_run *r, const char *path, struct fb_physical *in)
{
	struct fb_head head = { .path = path, .name = fb_unpacked_name(path) };
	const struct fb_format *format;
	const char *why = fb_physical_ahead(in, FB_HEAD);
	bool workbook = is_workbook(&in->in.stream, path);

	r->nshown = 0;
	/* Of a workbook only the first part stands here. */
	if (why && why != fb_physical_full && !workbook)
		fb_run_read_fail(r, path, why);
	head.bytes = fb_buf_str(&in->win);
	head.packing = in->in.stream.packing;
	if (r->within && !workbook && head.bytes.n &&
	    memchr(head.bytes.p, '\0', head.bytes.n)) {
		fb_warn("%s: is no text; not read", path);
		return;
	}
	format = fb_format_of(&head, r->ask->format);
	need_kind(r, path, format);
	format->read(r, &head, in);
}

/* A file of its own for what stands in an archive, so that it can be read more
 * than once; its name goes into path. */
static const char *
spool(struct fb_stream *s, struct fb_buf *path)
{
	const char *dir = getenv("TMPDIR"), *why = NULL;
	char *block = fb_zalloc(FB_STREAM_BLOCK, 1);
	size_t got = 1;
	FILE *f;
	int fd;

	path->n = 0;
	fb_buf_printf(path, "%s/fb-ingest.XXXXXX", dir && *dir ? dir : "/tmp");
	fb_buf_cstr(path);
	fd = mkostemp(path->p, O_CLOEXEC);
	f = fd < 0 ? NULL : fdopen(fd, "w");
	if (!f)
		why = "cannot make a temporary file";
	while (!why && got) {
		why = fb_stream_read(s, block, FB_STREAM_BLOCK, &got);
		if (!why && fwrite(block, 1, got, f) != got)
			why = "cannot write a temporary file";
	}
	if (f && fclose(f) && !why)
		why = "cannot write a temporary file";
	free(block);
	return why;
}

/* The archive's file that s stands in. */
static void
read_member(struct fb_run *r, const char *archive, struct fb_stream *s)
{
	struct fb_buf path = {0}, name = {0};
	struct fb_physical in;
	const char *why = spool(s, &path);

	fb_buf_printf(&name, "%s:", archive);
	fb_buf_add(&name, fb_buf_str(&s->name));
	if (!why)
		why = fb_physical_open(&in, path.p, fb_max_record());
	unlink(path.p);
	if (why)
		fb_run_read_fail(r, fb_buf_cstr(&name), why);
	read_input(r, fb_buf_cstr(&name), &in);
	fb_physical_close(&in);
	fb_buf_release(&path);
	fb_buf_release(&name);
}

static void
read_archive(struct fb_run *r, const char *path, struct fb_stream *s)
{
	const char *why = NULL;
	bool got = true;

	r->within = path;
	s->each = true;
	while (!why && got) {
		read_member(r, path, s);
		why = fb_stream_next(s, &got);
	}
	if (why)
		fb_run_read_fail(r, path, why);
	r->within = NULL;
}

static void
read_file(struct fb_run *r, const char *path)
{
	struct fb_physical in;
	const char *why = fb_physical_open(&in, path, fb_max_record());

	if (why)
		fb_run_read_fail(r, path, why);
	if (!r->within && in.in.stream.files &&
	    !is_workbook(&in.in.stream, path))
		read_archive(r, path, &in.in.stream);
	else
		read_input(r, path, &in);
	fb_physical_close(&in);
}

static int
is_shown(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

/* Bytes, where alphasort() would ask the locale. */
static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return strcmp(path, "-") && !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* The files of a folder by their names, not those of folders in it. */
static void
read_files(struct fb_run *r, const char *folder)
{
	struct dirent **names = NULL;
	struct fb_buf path = {0};
	int n = scandir(folder, &names, is_shown, by_name);

	if (n < 0)
		fb_run_read_fail(r, folder, "cannot be read");
	for (int i = 0; i < n; i++) {
		path.n = 0;
		fb_buf_printf(&path, "%s/%s", folder, names[i]->d_name);
		if (is_folder(fb_buf_cstr(&path)))
			fb_warn("%s: a folder in a folder; not read",
			    fb_buf_cstr(&path));
		else
			read_file(r, fb_buf_cstr(&path));
		free(names[i]);
	}
	free(names);
	fb_buf_release(&path);
}

/* A maildir's mails stand in its folders cur and new. */
static void
read_folder(struct fb_run *r, const char *path)
{
	static const char *const parts[] = { "cur", "new" };
	char *plain = fb_str_dup(fb_cstr(path));
	struct fb_buf sub = {0};
	bool maildir = false;

	for (size_t n = strlen(plain); n > 1 && plain[n - 1] == '/'; n--)
		plain[n - 1] = '\0';
	r->within = plain;
	for (size_t i = 0; i < 2; i++) {
		sub.n = 0;
		fb_buf_printf(&sub, "%s/%s", plain, parts[i]);
		if (!is_folder(fb_buf_cstr(&sub)))
			continue;
		maildir = true;
		read_files(r, fb_buf_cstr(&sub));
	}
	if (!maildir)
		read_files(r, plain);
	r->within = NULL;
	free(plain);
	fb_buf_release(&sub);
}

void
fb_run_file(struct fb_run *r, const char *path)
{
	if (is_folder(path))
		read_folder(r, path);
	else
		read_file(r, path);
}
