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
fb_format_of(const struct fb_head *head)
{
	size_t last = sizeof formats / sizeof *formats - 1;

	for (size_t i = 0; i < last; i++)
		if (formats[i]->is(head))
			return formats[i];
	return formats[last];
}
