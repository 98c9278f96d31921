/* copy.h - the smallest tool: what the reader gives, the writer writes. */
#ifndef FB_UNIT_COPY_H
#define FB_UNIT_COPY_H

#include "helper.h"

#include "record/reader.h"
#include "record/writer.h"

static const struct fb_tool copy_tool = {
	.name = "copy", .does = "copy the stream", .usage = "[file ...]",
	.opts = { fb_reader_opts, fb_period_opts, fb_writer_opts },
};

/* Copy every line the reader gives; argv ends with NULL. */
static inline void
copy(char **argv)
{
	struct fb_reader in;
	struct fb_writer out;
	struct fb_rec rec = {0};
	int argc = 0, status;

	while (argv[argc])
		argc++;
	fb_reader_open(&in, argv + fb_opt_parse(&copy_tool, argc, argv));
	fb_writer_open(&out);
	while (fb_reader_next(&in, &rec))
		fb_writer_record(&out, &rec);
	status = fb_reader_status(&in);
	fb_writer_close(&out);
	fb_reader_close(&in);
	fb_rec_release(&rec);
	exit(status);
}

/* A new file with these bytes; unlink() and free() its name. */
static inline char *
file_of(fb_str bytes)
{
	char *name = strdup("/tmp/fb-unit.XXXXXX");
	int fd = mkstemp(name);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.p, bytes.n), (ssize_t)bytes.n);
	close(fd);
	return name;
}

#endif
