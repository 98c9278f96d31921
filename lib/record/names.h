/* names.h - the field names that fb-record(5) reserves. */
#ifndef FB_RECORD_NAMES_H
#define FB_RECORD_NAMES_H

#include "base/str.h"

#define FB_ID       FB_LIT("id")
#define FB_DATE     FB_LIT("date")
#define FB_SOURCE   FB_LIT("source")
#define FB_CHANNEL  FB_LIT("channel")
#define FB_CUSTOMER FB_LIT("customer")
#define FB_SCORE    FB_LIT("score")
#define FB_SCALE    FB_LIT("scale")
#define FB_TITLE_   FB_LIT("title")
#define FB_TEXT     FB_LIT("text")
#define FB_TRANSLATED FB_LIT("translation")
#define FB_LANG     FB_LIT("lang")
#define FB_CONSENT  FB_LIT("consent")
#define FB_MASKS    FB_LIT("masks")
#define FB_DRAW     FB_LIT("draw")

/* Of two raw values, the translation where it is one: words, and others than the
 * text; else an absent slice. */
fb_str fb_translation_of(fb_str text, fb_str translation);

/* Reserved for the stream: an export's column of this name is renamed x_NAME. */
bool fb_name_reserved(fb_str);

#endif
