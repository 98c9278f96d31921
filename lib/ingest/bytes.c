/* bytes.c - unpack, drop the byte order mark, make UTF-8 of UTF-16. */
#include "base/utf8.h"
#include "ingest/bytes.h"

/* One more block behind what is there. */
static const char *
fill(struct fb_bytes *s)
{
	char *to = fb_buf_room(&s->block, FB_STREAM_BLOCK);
	size_t got = 0;
	const char *why = fb_stream_read(&s->stream, to, FB_STREAM_BLOCK, &got);

	if (why)
		return why;
	s->block.n += got;
	s->end = got == 0;
	return NULL;
}

static void
drop(struct fb_bytes *s, size_t n)
{
	s->block.n -= n;
	memmove(s->block.p, s->block.p + n, s->block.n);
}

static void
tell_coding(struct fb_bytes *s)
{
	fb_str head = fb_buf_str(&s->block);

	s->coding = FB_UTF8;
	if (fb_str_starts(head, FB_LIT("\xef\xbb\xbf"))) {
		s->mark = 3;
	} else if (fb_str_starts(head, FB_LIT("\xff\xfe"))) {
		s->coding = FB_UTF16LE;
		s->mark = 2;
	} else if (fb_str_starts(head, FB_LIT("\xfe\xff"))) {
		s->coding = FB_UTF16BE;
		s->mark = 2;
	}
	s->was = s->coding;
	drop(s, s->mark);
}

const char *
fb_bytes_open(struct fb_bytes *s, const char *path)
{
	*s = (struct fb_bytes){0};
	return fb_stream_open(&s->stream, path);
}

static const char *
begin(struct fb_bytes *s)
{
	const char *why;

	s->begun = true;
	while (s->block.n < 3 && !s->end)
		if ((why = fill(s)))
			return why;
	tell_coding(s);
	return NULL;
}

static const fb_str broken = { "\xff", 1 };

static void
put_unit(struct fb_bytes *s, struct fb_buf *b, uint32_t unit)
{
	bool low = unit >= 0xdc00 && unit <= 0xdfff;

	if (s->high && low) {
		fb_put_utf8(b, 0x10000 + ((s->high - 0xd800) << 10) +
		    (unit - 0xdc00));
		s->high = 0;
		return;
	}
	if (s->high || low)
		fb_buf_add(b, broken);
	s->high = unit >= 0xd800 && unit <= 0xdbff ? unit : 0;
	if (!s->high && !low)
		fb_put_utf8(b, unit);
}

static void
decode(struct fb_bytes *s, struct fb_buf *b)
{
	const unsigned char *p = (const unsigned char *)fb_buf_str(&s->block).p;
	bool little = s->coding == FB_UTF16LE;
	size_t i;

	for (i = 0; i + 1 < s->block.n; i += 2)
		put_unit(s, b, little ? p[i] | (uint32_t)p[i + 1] << 8 :
		    p[i + 1] | (uint32_t)p[i] << 8);
	drop(s, i);
	if (s->end && (s->high || s->block.n)) {
		fb_buf_add(b, broken);
		s->high = 0;
		s->block.n = 0;
	}
}

/* Straight into b, when nothing has to become of the bytes. */
static const char *
read_plain(struct fb_bytes *s, struct fb_buf *b, bool *more)
{
	size_t got = 0;
	const char *why = fb_stream_read(&s->stream,
	    fb_buf_room(b, FB_STREAM_BLOCK), FB_STREAM_BLOCK, &got);

	b->n += got;
	*more = got > 0;
	s->end = got == 0;
	return why;
}

const char *
fb_bytes_read(struct fb_bytes *s, struct fb_buf *b, bool *more)
{
	size_t was = b->n;
	const char *why;

	if (!s->begun && (why = begin(s)))
		return why;
	if (!s->block.n && !s->end && !s->decoder.open &&
	    s->coding == FB_UTF8)
		return read_plain(s, b, more);
	while (b->n == was && (s->block.n || !s->end)) {
		if (!s->end && s->block.n < 2 && (why = fill(s)))
			return why;
		if (s->decoder.open) {
			fb_decode(&s->decoder, b, fb_buf_str(&s->block), s->end);
			s->block.n = 0;
		} else if (s->coding == FB_UTF8) {
			fb_buf_add(b, fb_buf_str(&s->block));
			s->block.n = 0;
		} else {
			decode(s, b);
		}
	}
	*more = b->n > was;
	return NULL;
}

const char *
fb_bytes_decode(struct fb_bytes *s, const char *encoding)
{
	s->recoded = true;
	return fb_decoder_open(&s->decoder, encoding);
}

const char *
fb_bytes_turn(struct fb_bytes *s, int fd)
{
	struct fb_bytes old = { .mark = s->mark, .was = s->was,
	    .recoded = s->recoded };

	fb_bytes_close(s);
	*s = old;
	s->begun = true;
	return fb_stream_start(&s->stream, fd);
}

uint64_t
fb_bytes_taken(const struct fb_bytes *s, fb_str text, bool *known)
{
	uint64_t n = 0;

	*known = !s->recoded;
	if (s->recoded || s->was == FB_UTF8)
		return s->recoded ? 0 : text.n;
	/* A unit for each character, two beyond the first plane; a byte 0xFF
	 * stands for a broken one. */
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		n += c == 0xff || c < 0x80 || (c >= 0xc0 && c < 0xf0) ? 2 :
		    c >= 0xf0 ? 4 : 0;
	}
	return n;
}

void
fb_bytes_close(struct fb_bytes *s)
{
	fb_stream_close(&s->stream);
	fb_buf_release(&s->block);
	fb_decoder_close(&s->decoder);
	*s = (struct fb_bytes){0};
}
