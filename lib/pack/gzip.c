/* gzip.c - gzip streams; the only file that sees zlib. */
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#include <zlib.h>

#include "base/diag.h"
#include "pack/gzip.h"

enum { GZIP_WRAP = 15 + 16 }; /* the largest window, and a gzip header */

struct fb_gzip {
	z_stream z;
	bool inside; /* a member has begun and is not over */
	size_t members;
};

struct fb_gzip *
fb_gzip_new(void)
{
	struct fb_gzip *g = fb_zalloc(1, sizeof *g);

	if (inflateInit2(&g->z, GZIP_WRAP) != Z_OK)
		fb_die(FB_FAIL, "out of memory");
	return g;
}

void
fb_gzip_free(struct fb_gzip *g)
{
	if (g)
		inflateEnd(&g->z);
	free(g);
}

static uInt
chunk(size_t n)
{
	return n > INT_MAX ? INT_MAX : (uInt)n;
}

/* Between members: padding, then a member or nothing. */
static const char *
begin(struct fb_gzip *g, fb_str *in)
{
	while (g->members && in->n && !*in->p)
		in->p++, in->n--;
	if (!in->n)
		return NULL;
	if ((unsigned char)*in->p != 0x1f)
		return "bytes that are not gzip behind the gzip stream";
	inflateReset(&g->z);
	g->inside = true;
	return NULL;
}

static const char *
judge(struct fb_gzip *g, int rc)
{
	const char *msg = g->z.msg ? g->z.msg : "";

	if (rc == Z_STREAM_END) {
		g->inside = false;
		g->members++;
		return NULL;
	}
	if (rc == Z_OK || rc == Z_BUF_ERROR)
		return NULL;
	if (rc == Z_MEM_ERROR)
		fb_die(FB_FAIL, "out of memory");
	if (!strcmp(msg, "incorrect data check") ||
	    !strcmp(msg, "incorrect length check"))
		return "the checksum of the gzip stream does not match";
	return "the gzip stream is damaged";
}

const char *
fb_gzip_step(struct fb_gzip *g, fb_str *in, char *buf, size_t cap, size_t *got)
{
	const char *why = NULL;

	*got = 0;
	while (!why && !*got && in->n) {
		uInt give = chunk(in->n), room = chunk(cap);

		if (!g->inside) {
			why = begin(g, in);
			continue;
		}
		g->z.next_in = (Bytef *)(uintptr_t)in->p;
		g->z.avail_in = give;
		g->z.next_out = (Bytef *)buf;
		g->z.avail_out = room;
		why = judge(g, inflate(&g->z, Z_NO_FLUSH));
		in->p += give - g->z.avail_in;
		in->n -= give - g->z.avail_in;
		*got = room - g->z.avail_out;
	}
	return why;
}

const char *
fb_gzip_end(const struct fb_gzip *g)
{
	return g->inside ? "unexpected end of the gzip stream" : NULL;
}
