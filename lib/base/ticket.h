/* ticket.h - SHA-256, and the tickets that make every draw repeatable.
 *
 * A ticket is SHA-256(PREFIX "\n" SEED "\n" ID), so that a record's rank
 * depends on the seed and its id alone, never on input order, and anyone can
 * check it: printf 'fb-sample/1\n2026-10\nID' | sha256sum. The smallest
 * tickets are drawn. */
#ifndef FB_BASE_TICKET_H
#define FB_BASE_TICKET_H

#include <nettle/hmac.h>
#include <nettle/sha2.h>

#include "base/num.h"
#include "base/str.h"

struct fb_sha {
	struct sha256_ctx ctx;
};

void fb_sha_init(struct fb_sha *);
void fb_sha_add(struct fb_sha *, fb_str);

/* 32 bytes; they compare by memcmp, which is the big-endian order. */
struct fb_ticket {
	unsigned char d[32];
};

/* Finish; the state is ready for a new message afterwards. */
struct fb_ticket fb_sha_end(struct fb_sha *);
struct fb_ticket fb_sha256(fb_str);

/* A secret key, ready for HMAC-SHA256 (RFC 2104) of many messages. */
struct fb_mac {
	struct hmac_sha256_ctx ctx;
};

void fb_mac_init(struct fb_mac *, fb_str key);
struct fb_ticket fb_mac_of(const struct fb_mac *, fb_str);

/* The state after PREFIX and SEED; copied for each id. */
struct fb_draw {
	struct fb_sha head;
};

void fb_draw_init(struct fb_draw *, const char *prefix, fb_str seed);
struct fb_ticket fb_draw_ticket(const struct fb_draw *, fb_str id);

int fb_ticket_cmp(const struct fb_ticket *, const struct fb_ticket *);
/* The first 64 bits, and as a fraction in (0,1): ((t>>11)+0.5) * 2^-53. */
uint64_t fb_ticket_u64(const struct fb_ticket *);
double fb_ticket_unit(const struct fb_ticket *);
/* Lower-case hexadecimal of the first n bytes. */
void fb_put_hex(struct fb_buf *, const unsigned char *, size_t n);
bool fb_parse_hex(fb_str, unsigned char *, size_t n);

#endif
