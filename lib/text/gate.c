/* gate.c - what may reach a page or a sheet. */
#include "base/utf8.h"
#include "text/gate.h"
#include "text/icu.h"

enum verdict { PASS, LINE, REPLACE, DROP };

static bool
is_bidi_frame(uint32_t c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_noncharacter(uint32_t c)
{
	return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static enum verdict
judge(uint32_t c)
{
	if (c == FB_UTF8_BAD || is_noncharacter(c))
		return REPLACE;
	if (c == '\t' || c == '\n')
		return PASS;
	if (c == '\r' || c == '\v' || c == '\f' || c == 0x85)
		return LINE;
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfeff || is_bidi_frame(c))
		return DROP;
	return PASS;
}

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	    (c >= 'A' && c <= 'F');
}

/* Does s start with _xHHHH_? */
static bool
is_escape(fb_str s)
{
	if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
		return false;
	return is_hex(s.p[2]) && is_hex(s.p[3]) && is_hex(s.p[4]) && is_hex(s.p[5]);
}

/* Handle the code point c of len bytes at the start of s. */
static void
pass(struct fb_buf *b, fb_str s, uint32_t c, size_t len, struct fb_gated *g)
{
	switch (judge(c)) {
	case PASS:
		fb_buf_add(b, (fb_str){ s.p, len });
		break;
	case LINE:
		if (c != '\r' || s.n < 2 || s.p[1] != '\n')
			fb_buf_addc(b, '\n');
		break;
	case REPLACE:
		fb_buf_add(b, FB_LIT("\xef\xbf\xbd"));
		g->replaced++;
		break;
	case DROP:
		g->dropped++;
		break;
	}
}

void
fb_gate_page(struct fb_buf *b, fb_str s, struct fb_gated *g)
{
	struct fb_gated own = {0};
	size_t len;

	for (; s.n; s = (fb_str){ s.p + len, s.n - len }) {
		uint32_t c = fb_utf8_next(s, &len);

		pass(b, s, c, len, g ? g : &own);
	}
}

/* Two passes: dropping a control can join the parts of an escape. */
void
fb_gate_sheet(struct fb_buf *b, fb_str s, struct fb_gated *g)
{
	struct fb_buf clean = {0};

	fb_gate_page(&clean, s, g);
	for (size_t i = 0; i < clean.n; i++) {
		if (is_escape((fb_str){ clean.p + i, clean.n - i })) {
			fb_buf_adds(b, "_x005F");
			if (g)
				g->escaped++;
		}
		fb_buf_addc(b, clean.p[i]);
	}
	fb_buf_release(&clean);
}

size_t
fb_utf16_len(fb_str s)
{
	size_t units = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		units += (c & 0xc0) != 0x80;
		units += c >= 0xf0;
	}
	return units;
}

/* Bytes of whole code points within the limits, clusters not looked at. */
static size_t
hard_limit(fb_str s)
{
	size_t units = 0, lines = 0, i = 0, len;

	for (; i < s.n; i += len) {
		uint32_t c = fb_utf8_next((fb_str){ s.p + i, s.n - i }, &len);

		units += c >= 0x10000 && c != FB_UTF8_BAD ? 2 : 1;
		lines += c == '\n';
		if (units > FB_CELL_UNITS || lines > FB_CELL_LINES)
			break;
	}
	return i;
}

/* Back to the start of the escape that at would split. */
static size_t
before_escape(fb_str s, size_t at)
{
	for (size_t k = 1; k < 7 && k <= at; k++)
		if (is_escape((fb_str){ s.p + at - k, s.n - at + k }))
			return at - k;
	return at;
}

size_t
fb_gate_cell(fb_str s)
{
	size_t hard = hard_limit(s), soft;

	if (hard == s.n)
		return s.n;
	soft = fb_cluster_floor(s, hard);
	return before_escape(s, soft ? soft : hard);
}
