/* icu_decode.c - bytes of other encodings become UTF-8. */
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/utf8.h"
#include "text/icu.h"

const char *
fb_decoder_open(struct fb_decoder *d, const char *name)
{
	UErrorCode e = U_ZERO_ERROR;

	*d = (struct fb_decoder){0};
	d->open = ucnv_open(name, &e);
	if (U_FAILURE(e))
		return "is no encoding that ICU knows";
	ucnv_setToUCallBack(d->open, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
	    &e);
	return U_FAILURE(e) ? "cannot be decoded" : NULL;
}

static void
put_unit(struct fb_decoder *d, struct fb_buf *to, uint32_t unit)
{
	if (U16_IS_LEAD(unit)) {
		d->high = unit;
		return;
	}
	if (d->high && U16_IS_TRAIL(unit))
		unit = (uint32_t)U16_GET_SUPPLEMENTARY(d->high, unit);
	d->high = 0;
	fb_put_utf8(to, unit);
}

void
fb_decode(struct fb_decoder *d, struct fb_buf *to, fb_str from, bool last)
{
	const char *p = from.p, *end = from.p + from.n;
	UErrorCode e;

	do {
		UChar units[2048], *u = units;

		e = U_ZERO_ERROR;
		ucnv_toUnicode(d->open, &u, units + 2048, &p, end, NULL, last,
		    &e);
		for (const UChar *at = units; at < u; at++)
			put_unit(d, to, *at);
		if (U_FAILURE(e) && e != U_BUFFER_OVERFLOW_ERROR)
			fb_buf_addc(to, '\xff');
	} while (U_FAILURE(e) && (p < end || e == U_BUFFER_OVERFLOW_ERROR));
}

void
fb_decoder_close(struct fb_decoder *d)
{
	if (d->open)
		ucnv_close(d->open);
	*d = (struct fb_decoder){0};
}

/* ICU's detector names the older sets; what is written today are the ones of
 * Windows, which hold the same letters and more. */
static const char *
usual(const char *name)
{
	static const char *const names[][2] = {
		{ "ISO-8859-1", "windows-1252" }, { "windows-1252", NULL },
		{ "windows-1251", NULL }, { "KOI8-R", NULL },
		{ "ISO-8859-5", NULL }, { "ISO-8859-2", "windows-1250" },
		{ "windows-1250", NULL }, { "ISO-8859-7", "windows-1253" },
		{ "windows-1253", NULL }, { "ISO-8859-9", "windows-1254" },
		{ "windows-1254", NULL }, { "ISO-8859-8", "windows-1255" },
		{ "windows-1255", NULL }, { "windows-1256", NULL },
		{ "ISO-8859-6", "windows-1256" }, { "Shift_JIS", NULL },
		{ "GB18030", NULL }, { "EUC-JP", NULL }, { "EUC-KR", NULL },
		{ "Big5", NULL },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(name, names[i][0]))
			return names[i][1] ? names[i][1] : names[i][0];
	return NULL;
}

/* Are most letters small that this encoding makes of the bytes beyond ASCII?
 * A wrong one often turns the small letters of a language into large ones. */
static bool
mostly_small(const char *name, fb_str s)
{
	struct fb_decoder d;
	struct fb_buf b = {0};
	size_t all = 0, small = 0, len;

	if (!fb_decoder_open(&d, name))
		fb_decode(&d, &b, (fb_str){ s.p, s.n > 8192 ? 8192 : s.n },
		    false);
	for (size_t i = 0; i < b.n; i += len) {
		uint32_t c = fb_utf8_next((fb_str){ b.p + i, b.n - i }, &len);

		all += c >= 0x80;
		small += c >= 0x80 && c != FB_UTF8_BAD && u_islower((UChar32)c);
	}
	fb_decoder_close(&d);
	fb_buf_release(&b);
	return small * 5 > all * 3;
}

const char *
fb_charset_guess(fb_str s)
{
	enum { SURE = 30, MAYBE = 10 };
	UErrorCode e = U_ZERO_ERROR;
	UCharsetDetector *d = ucsdet_open(&e);
	const UCharsetMatch **all;
	const char *best = NULL;
	int32_t n = 0;

	ucsdet_setText(d, s.p, (int32_t)(s.n > 65536 ? 65536 : s.n), &e);
	all = ucsdet_detectAll(d, &n, &e);
	for (int32_t i = 0; U_SUCCESS(e) && i < n && !best; i++) {
		int32_t confidence = ucsdet_getConfidence(all[i], &e);
		const char *name = usual(ucsdet_getName(all[i], &e));

		if (name && (confidence >= SURE ||
		    (confidence >= MAYBE && mostly_small(name, s))))
			best = name;
	}
	ucsdet_close(d);
	return best ? best : "windows-1252";
}
