/* driver.h - which values of an array field go along with the answers.
 *
 * Of all records of a period that have the field, by metric and scale:
 * {"fb":"driver","metric":…,"of":{…},"by":{},"period":…,"field":"themes",
 *  "value":"delivery","n":412,"records":3120,"lift":1.8,"share":0.36,"r2":0.21,
 *  "flags":[],"stat":{…}}
 * lift is the metric without these records less the metric, in its unit; share
 * the part of r2 that falls to the value. Of more than FB_DRIVE_MAX values those
 * with the largest correlation have a share; with fewer than ten records for
 * each, none has ("few"). */
#ifndef FB_METRIC_DRIVER_H
#define FB_METRIC_DRIVER_H

#include "base/map.h"
#include "base/time.h"
#include "cell/spec.h"
#include "record/writer.h"
#include "stat/sums.h"

struct fb_drivers {
	fb_str field;           /* borrowed */
	const struct fb_spec *specs;
	size_t nspecs;
	struct fb_map keys;     /* spec, scale, period and two values */
	struct fb_sums *sums;   /* of the records that have both, in thousandths */
	size_t cap;
	struct fb_map values;   /* of the record at hand */
};

/* Does the spec's kind have drivers? */
bool fb_driver_kind(const struct fb_spec *);
void fb_drivers_add(struct fb_drivers *, const struct fb_rec *,
    const struct fb_given *, const size_t *group, struct fb_period);
/* Part lines, {"fb":"part","driver":…,"stat":{…}}, and in again: NULL, or what
 * is wrong. */
void fb_drivers_part(const struct fb_drivers *, struct fb_writer *);
const char *fb_drivers_read(struct fb_drivers *, const struct fb_rec *);
/* The lines of a period, by metric, scale and value; values of fewer than least
 * records are not shown. */
void fb_drivers_write(const struct fb_drivers *, struct fb_period,
    uint64_t least, struct fb_writer *);
void fb_drivers_release(struct fb_drivers *);

#endif
