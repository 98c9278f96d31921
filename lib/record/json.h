/* json.h - read and write single JSON values that the scan has accepted. */
#ifndef FB_RECORD_JSON_H
#define FB_RECORD_JSON_H

#include "base/num.h"
#include "base/str.h"

/* Append text as a JSON string with its quotes: only quote, backslash and
 * control characters are escaped. text is well-formed UTF-8. */
void fb_put_json(struct fb_buf *, fb_str text);
/* Append ,"key":  (without the comma behind an opening brace or bracket). */
void fb_put_key(struct fb_buf *, const char *key);
/* The same with a string, an integer, an estimate (%.10g; NaN is null). */
void fb_put_text(struct fb_buf *, const char *key, fb_str text);
void fb_put_int(struct fb_buf *, const char *key, int64_t);
void fb_put_est(struct fb_buf *, const char *key, double);

/* Append what is written between the quotes with its escapes resolved. */
void fb_json_unescape(struct fb_buf *, fb_str written);
/* Does a key, as written between its quotes, say text? */
bool fb_json_key_is(fb_str written, fb_str text);
bool fb_json_is_str(fb_str raw); /* false also when absent */
/* Is raw the string text? */
bool fb_json_is(fb_str raw, const char *text);
/* What a raw value says as text: a string without its escapes, a number, true
 * or false as written, null and absent as "", arrays and objects as written.
 * Borrowed from raw where there is no escape, else put into *scratch, whose
 * old content is lost. */
fb_str fb_json_text(fb_str raw, struct fb_buf *scratch);
/* false unless raw is a number, or a string that holds nothing else. */
bool fb_json_double(fb_str raw, double *);
bool fb_json_int(fb_str raw, int64_t *);

/* The members of an array or object, raw, one after the other:
 *     struct fb_json it = fb_json_in(raw);
 *     while (fb_json_next(&it)) use(it.key, it.val);
 * Anything else has none. key is as written, empty inside an array. */
struct fb_json {
	fb_str key, val;
	const char *p, *end;
};
struct fb_json fb_json_in(fb_str raw);
bool fb_json_next(struct fb_json *);
/* Raw value of a member of an object, NULL pointer when absent; of repeated
 * keys the last one counts. */
fb_str fb_json_get(fb_str object, const char *key);

#endif
