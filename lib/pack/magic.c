/* magic.c - the first bytes of each packing. */
#include "pack/magic.h"

static const struct {
	enum fb_packing packing;
	fb_str magic;
} magics[] = {
	{ FB_GZIP,  { "\x1f\x8b", 2 } },
	{ FB_ZSTD,  { "\x28\xb5\x2f\xfd", 4 } },
	{ FB_XZ,    { "\xfd" "7zXZ\0", 6 } },
	{ FB_ZIP,   { "PK\3\4", 4 } },
};

/* "BZh" may begin a text: the level and the mark of a block, or of an empty
 * stream, are asked for as well, as far as the input goes. */
static bool
is_bzip2(fb_str head)
{
	static const char *const marks[] = {
		"1AY&SY", "\x17\x72\x45\x38\x50\x90",
	};
	size_t n = head.n < FB_MAGIC ? head.n : FB_MAGIC;

	return n > 4 && fb_str_starts(head, FB_LIT("BZh")) &&
	       head.p[3] >= '1' && head.p[3] <= '9' &&
	       (!memcmp(head.p + 4, marks[0], n - 4) ||
	        !memcmp(head.p + 4, marks[1], n - 4));
}

enum fb_packing
fb_packing_of(fb_str head)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (fb_str_starts(head, magics[i].magic))
			return magics[i].packing;
	return is_bzip2(head) ? FB_BZIP2 : FB_PLAIN;
}
