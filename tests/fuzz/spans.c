/* spans.c - what the detectors find in the texts of records, as spans.
 *
 * usage: spans RULES-FOLDER [file ...]
 * Writes {"id":…,"spans":[{"bstart":0,"bend":9,"type":"EMAIL"},…]} for every
 * record: bytes of the text as it came in, after one look. */
#include "record/json.h"
#include "record/reader.h"
#include "record/writer.h"
#include "text/find.h"

static const struct fb_tool tool = {
	.name = "spans", .does = "show what the detectors find",
	.usage = "folder [file ...]", .opts = { fb_reader_opts, fb_writer_opts },
};

static void
show(struct fb_finds *f, const struct fb_rec *rec, struct fb_writer *out)
{
	struct fb_buf scratch = {0}, line = {0};
	fb_str text = fb_json_text(fb_rec_get(rec, FB_LIT("text")), &scratch);
	unsigned hints = fb_find_hints(text) | FB_SEES_CUE;

	fb_shade_cast(&f->shade, text);
	fb_find_all(f, hints);
	fb_buf_adds(&line, "{\"id\":");
	fb_buf_add(&line, fb_rec_get(rec, FB_LIT("id")));
	fb_buf_adds(&line, ",\"spans\":[");
	for (size_t i = 0; i < f->n; i++)
		fb_buf_printf(&line, "%s{\"bstart\":%zu,\"bend\":%zu,\"type\":\"%s\"}",
		    i ? "," : "", f->v[i].start, f->v[i].end, f->v[i].kind);
	fb_buf_adds(&line, "]}");
	fb_writer_line(out, fb_buf_str(&line));
	fb_buf_release(&line);
	fb_buf_release(&scratch);
}

int
main(int argc, char **argv)
{
	struct fb_phrases rules = {0};
	struct fb_finds finds = { .rules = &rules };
	struct fb_rec rec = {0};
	struct fb_reader in;
	struct fb_writer out;
	const char *at, *why;
	size_t line;
	int status;

	argv += fb_opt_parse(&tool, argc, argv);
	if (!*argv || (why = fb_phrases_folder(&rules, *argv, &line, &at)))
		fb_die(FB_USAGE, "give the folder of the rules");
	fb_reader_open(&in, argv + 1);
	fb_writer_open(&out);
	while (fb_reader_next(&in, &rec))
		show(&finds, &rec, &out);
	status = fb_reader_status(&in);
	fb_writer_close(&out);
	fb_reader_close(&in);
	fb_rec_release(&rec);
	fb_finds_release(&finds);
	fb_phrases_release(&rules);
	return status;
}
