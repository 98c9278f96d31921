/* date.h - dates in the form that an export writes them.
 *
 * A form is text in which these stand for parts, as in strptime(3); nothing
 * depends on the locale:
 *   %Y year of four digits    %m month 1-12    %d or %e day 1-31
 *   %y year of two: 69-99 is 1969-1999, 00-68 is 2000-2068
 *   %b or %B month in English, short or whole    %a or %A weekday, passed over
 *   %H hour 0-23   %I hour 1-12 with %p AM or PM   %M minute   %S second
 *   %f a fraction of a second, dropped
 *   %z Z, UTC, GMT, +02:00, +0200, +2 or GMT+2
 *   %s seconds since 1970, %Q milliseconds since 1970, alone in the form; a
 *   fraction is dropped
 *   %F is %Y-%m-%d, %T is %H:%M:%S, %R is %H:%M, %% is %
 * Numbers need no leading zero; a blank stands for any number of blanks.
 * Several forms are parted by " or "; the first that fits holds. */
#ifndef FB_INGEST_DATE_H
#define FB_INGEST_DATE_H

#include "base/time.h"

/* NULL, or what is wrong with the form: an unknown part, no whole date. */
const char *fb_form_check(fb_str form);
/* Is text, without blanks around it, a date of that form? */
bool fb_form_parse(fb_str forms, fb_str text, struct fb_when *);
/* The same for a single form. */
bool fb_form_parse_one(fb_str form, fb_str text, struct fb_when *);

#endif
