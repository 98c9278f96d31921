/* readopt.h - what the reader's options were set to.
 *
 * Private to this room; the tables are in reader.h. */
#ifndef FB_RECORD_READOPT_H
#define FB_RECORD_READOPT_H

#include <stdint.h>

#include "base/opt.h"

struct fb_readopt {
	struct fb_list where;
	const char *period;    /* NULL: every period */
	const char *rejects;
	size_t max_bad;        /* lines, or ten-thousandths of them */
	bool max_bad_share;    /* given as N% */
	bool strict, has_range;
	uint64_t range_off, range_len;
	size_t max_record;
};

const struct fb_readopt *fb_readopt(void);

#endif
