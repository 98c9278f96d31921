/* scan.c - the least a tool does: scan every line, append two fields, write. */
#include "record/reader.h"
#include "record/writer.h"

static const struct fb_tool tool = {
	.name = "scan", .does = "append two fields to every record",
	.usage = "[file ...]", .opts = { fb_reader_opts, fb_writer_opts },
};

int
main(int argc, char **argv)
{
	static const struct fb_edit two[] = {
		{ { "a", 1 }, { "1", 1 } }, { { "b", 1 }, { "\"x\"", 3 } },
	};
	struct fb_reader in;
	struct fb_writer out;
	struct fb_rec rec = {0};
	int status;

	argv += fb_opt_parse(&tool, argc, argv);
	fb_reader_open(&in, argv);
	fb_writer_open(&out);
	while (fb_reader_next(&in, &rec))
		fb_writer_changed(&out, &rec, two, 2);
	status = fb_reader_status(&in);
	fb_writer_close(&out);
	fb_reader_close(&in);
	fb_rec_release(&rec);
	return status;
}
