/* zip.c - parts of a zip file. */
#include <archive.h>
#include <archive_entry.h>

#include "pack/zip.h"

enum { BLOCK = 64 * 1024 };

static const char *
reason(struct fb_zip *z)
{
	const char *said = archive_error_string(z->ar);

	z->why.n = 0;
	fb_buf_printf(&z->why, "the zip file cannot be read: %s",
	              said ? said : "it is damaged");
	return fb_buf_cstr(&z->why);
}

const char *
fb_zip_open(struct fb_zip *z, const char *path)
{
	*z = (struct fb_zip){ .ar = archive_read_new() };
	if (!z->ar)
		return "out of memory";
	archive_read_support_format_zip_seekable(z->ar);
	if (archive_read_open_filename(z->ar, path, BLOCK) != ARCHIVE_OK)
		return reason(z);
	return NULL;
}

const char *
fb_zip_next(struct fb_zip *z, bool *any)
{
	struct archive_entry *e;
	int rc = archive_read_next_header(z->ar, &e);

	*any = rc == ARCHIVE_OK;
	if (rc == ARCHIVE_EOF)
		return NULL;
	if (rc != ARCHIVE_OK)
		return reason(z);
	z->name.n = 0;
	fb_buf_adds(&z->name, archive_entry_pathname(e));
	fb_buf_cstr(&z->name);
	return NULL;
}

const char *
fb_zip_read(struct fb_zip *z, fb_str *block)
{
	const void *p = NULL;
	size_t n = 0;
	la_int64_t at;
	int rc;

	do
		rc = archive_read_data_block(z->ar, &p, &n, &at);
	while (rc == ARCHIVE_OK && !n);
	*block = (fb_str){ p, rc == ARCHIVE_OK ? n : 0 };
	return rc == ARCHIVE_OK || rc == ARCHIVE_EOF ? NULL : reason(z);
}

void
fb_zip_close(struct fb_zip *z)
{
	archive_read_free(z->ar);
	fb_buf_release(&z->name);
	fb_buf_release(&z->why);
	*z = (struct fb_zip){0};
}
