/* page_png.c - what cairo does not write into a PNG: how large it is on paper,
 * and its title. Source: W3C, Portable Network Graphics (2003). */
#include "chart/page_own.h"

enum { HEAD = 33 }; /* the signature and the chunk IHDR */

/* The cyclic redundancy check of annex D. */
static uint32_t
crc(fb_str s)
{
	uint32_t c = 0xffffffff;

	for (size_t i = 0; i < s.n; i++) {
		c ^= (unsigned char)s.p[i];
		for (int bit = 0; bit < 8; bit++)
			c = c >> 1 ^ (c & 1 ? 0xedb88320 : 0);
	}
	return ~c;
}

static void
put_u32(struct fb_buf *b, uint32_t v)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		fb_buf_addc(b, (char)(v >> shift & 255));
}

/* What is given is the name of the chunk and its data. */
static void
put_chunk(struct fb_buf *b, const struct fb_buf *chunk)
{
	put_u32(b, (uint32_t)chunk->n - 4);
	fb_buf_add(b, fb_buf_str(chunk));
	put_u32(b, crc(fb_buf_str(chunk)));
}

bool
page_tell_png(struct fb_page *p, struct fb_buf *out)
{
	fb_str old = fb_buf_str(&p->out);
	uint32_t dots = (uint32_t)(PNG_DPI / 0.0254 + 0.5);
	struct fb_buf chunk = {0};

	if (old.n <= HEAD)
		return false;
	fb_buf_add(out, (fb_str){ old.p, HEAD });
	fb_buf_adds(&chunk, "pHYs");
	put_u32(&chunk, dots);
	put_u32(&chunk, dots);
	fb_buf_addc(&chunk, 1); /* to the metre */
	put_chunk(out, &chunk);
	if (p->title.n) {
		chunk.n = 0;
		fb_buf_add(&chunk, FB_LIT("iTXtTitle\0\0\0\0\0"));
		fb_buf_add(&chunk, fb_buf_str(&p->title));
		put_chunk(out, &chunk);
	}
	fb_buf_add(out, (fb_str){ old.p + HEAD, old.n - HEAD });
	fb_buf_release(&chunk);
	return true;
}
