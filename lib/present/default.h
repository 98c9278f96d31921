/* default.h - what metrics are called that no label line names.
 *
 * Private to this room. */
#ifndef FB_PRESENT_DEFAULT_H
#define FB_PRESENT_DEFAULT_H

#include "present/report.h"

/* Labels behind those that were given, in the language of the page: "Net
 * Promoter Score" of nps, "Satisfied: ease" of csat:ease. A name that the spec
 * was given (ease=csat:ease) is nobody's to change; it gets what the kind says of
 * itself: the scale, the answers that count, what a share is the share of. */
void fb_name_defaults(struct fb_report *);

#endif
