/* format.c - which of the formats reads an input. */
#include "ingest/format.h"

#define FORMAT(name) extern const struct fb_format fb_format_##name;
#include "ingest/formats.def"
#undef FORMAT

static const struct fb_format *const formats[] = {
#define FORMAT(name) &fb_format_##name,
#include "ingest/formats.def"
#undef FORMAT
};

const struct fb_format *
fb_format_of(const struct fb_head *head, const char *kind)
{
	const struct fb_format *last = NULL;

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		if (kind && strcmp(kind, formats[i]->kind))
			continue;
		last = formats[i];
		if (last->is(head))
			break;
	}
	return last;
}
