/* charset.c - mail's charsets to UTF-8. */
#include <errno.h>
#include <iconv.h>
#include <strings.h>

#include "base/utf8.h"
#include "ingest/charset.h"

/* What is written, and what is meant: mostly a superset, which programs use
 * under the older name. */
static const struct { const char *name, *meant; } known[] = {
	{ "us-ascii", "UTF-8" }, { "ascii", "UTF-8" },
	{ "ansi_x3.4-1968", "UTF-8" }, { "utf8", "UTF-8" },
	{ "iso-8859-1", "CP1252" }, { "latin1", "CP1252" },
	{ "iso8859-1", "CP1252" }, { "iso_8859-1", "CP1252" },
	{ "iso-8859-8-i", "ISO-8859-8" }, { "iso-8859-9", "CP1254" },
	{ "ks_c_5601-1987", "CP949" }, { "euc-kr", "CP949" },
	{ "shift_jis", "CP932" }, { "shift-jis", "CP932" },
	{ "x-sjis", "CP932" }, { "gb2312", "GB18030" },
	{ "gbk", "GB18030" }, { "x-gbk", "GB18030" },
	{ "cp-850", "CP850" }, { "cp-1252", "CP1252" },
};

static const char *
meant_by(const char *name)
{
	for (size_t i = 0; name && i < sizeof known / sizeof *known; i++)
		if (!strcasecmp(known[i].name, name))
			return known[i].meant;
	return name;
}

/* All of it, in steps; a byte that no character begins with is passed over. */
static void
convert(struct fb_buf *b, iconv_t cd, fb_str s)
{
	char *in = (char *)s.p;
	size_t left = s.n;

	while (left) {
		size_t room = left < 1024 ? 4 * left + 16 : left + 4096;
		char *out = fb_buf_room(b, room), *to = out;
		size_t rc = iconv(cd, &in, &left, &to, &room);

		b->n += (size_t)(to - out);
		if (rc != (size_t)-1 || errno == E2BIG)
			continue;
		fb_buf_addc(b, '\xff');
		if (errno == EINVAL)
			break;
		in++;
		left--;
	}
}

static bool
is_ascii(fb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

void
fb_charset_text(struct fb_buf *b, const char *name, fb_str s)
{
	const char *meant = meant_by(name);
	iconv_t cd = (iconv_t)-1;

	if (meant && strcasecmp(meant, "UTF-8"))
		cd = iconv_open("UTF-8", meant);
	if (cd == (iconv_t)-1 && !(name && meant != name) && !is_ascii(s) &&
	    !fb_utf8_valid(s) && !(meant && !strcasecmp(meant, "UTF-8")))
		cd = iconv_open("UTF-8", "CP1252");
	if (cd == (iconv_t)-1) {
		fb_buf_add(b, s);
		return;
	}
	convert(b, cd, s);
	iconv_close(cd);
}
