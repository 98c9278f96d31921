/* intake.h - read the stream: records and parts are counted, trails kept, other
 * lines passed on. */
#ifndef FB_METRIC_INTAKE_H
#define FB_METRIC_INTAKE_H

#include "metric/part.h"
#include "record/reader.h"

/* Set the first four; {0} else. */
struct fb_intake {
	struct fb_reader *in;
	struct fb_writer *out;
	struct fb_counter *counter;
	bool keep;              /* pass records on, too */
	struct fb_trails trails;
	struct fb_parts parts;
	struct fb_map seen;     /* fields of the first records, for messages */
};

/* Bad answers and bad parts are told to the reader. */
void fb_intake_all(struct fb_intake *);
/* Records that were counted here or in parts. */
size_t fb_intake_counted(const struct fb_intake *);
void fb_intake_release(struct fb_intake *);

#endif
