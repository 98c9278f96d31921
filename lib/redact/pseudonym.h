/* pseudonym.h - a customer by another name, the same one every time.
 *
 * "c_" and the first 16 hexadecimal digits of HMAC-SHA256 under a secret key,
 * or of plain SHA-256 without one. Who can guess a customer's name can check
 * an unkeyed pseudonym, so that it hides little. */
#ifndef FB_REDACT_PSEUDONYM_H
#define FB_REDACT_PSEUDONYM_H

#include "base/ticket.h"

struct fb_pseudonyms {
	bool keyed;
	struct fb_mac mac;
	struct fb_buf print; /* of the key: 16 hexadecimal digits */
	size_t made;
};

/* Read the key, which is what the file holds but for line ends at its end: 16
 * to 4096 bytes. NULL, or why not (errno when it ends in ':'). A file that
 * others may read is refused. */
const char *fb_key_load(struct fb_pseudonyms *, const char *path);
/* Append the pseudonym of name; one that already is a pseudonym stays. */
void fb_put_pseudonym(struct fb_buf *, struct fb_pseudonyms *, fb_str name);
bool fb_is_pseudonym(fb_str);
void fb_pseudonyms_release(struct fb_pseudonyms *);

#endif
