/* postmark.c - tell the first lines of mails. */
#include <strings.h>

#include "ingest/postmark.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
one_of(const char *p, const char *names)
{
	for (; *names; names += 3)
		if (!memcmp(p, names, 3))
			return true;
	return false;
}

/* "Tue Jul  2 04:00" at p, of which n bytes are there. */
static bool
is_stamp(const char *p, size_t n)
{
	size_t i = 8;

	if (n < 15 || p[3] != ' ' || p[7] != ' ' ||
	    !one_of(p, "MonTueWedThuFriSatSun") ||
	    !one_of(p + 4, "JanFebMarAprMayJunJulAugSepOctNovDec"))
		return false;
	while (i < n && p[i] == ' ')
		i++;
	if (i >= n || !is_digit(p[i]))
		return false;
	i += 1 + (i + 1 < n && is_digit(p[i + 1]));
	while (i < n && p[i] == ' ')
		i++;
	return i + 4 < n && is_digit(p[i]) && (p[i + 1] == ':' ||
	    (is_digit(p[i + 1]) && p[i + 2] == ':'));
}

bool
fb_is_postmark(fb_str line)
{
	if (!fb_str_starts(line, FB_LIT("From ")))
		return false;
	for (size_t i = 4; i < line.n; i++)
		if (line.p[i] == ' ' &&
		    is_stamp(line.p + i + 1, line.n - i - 1))
			return true;
	return false;
}

/* How long is the name of a header that begins the line? 0: it is none. */
static size_t
name_length(fb_str line)
{
	size_t n = 0, end;

	while (n < line.n && line.p[n] > ' ' && line.p[n] != ':' &&
	    line.p[n] < 0x7f)
		n++;
	for (end = n; end < line.n && (line.p[end] == ' ' ||
	    line.p[end] == '\t');)
		end++;
	return end < line.n && line.p[end] == ':' ? n : 0;
}

void
fb_put_mail_header(struct fb_buf *b, fb_str line)
{
	size_t n = name_length(line);

	if (n && line.p[n] != ':') {
		fb_buf_add(b, (fb_str){ line.p, n });
		line = (fb_str){ line.p + n, line.n - n };
		fb_str_split(&line, ':');
		fb_buf_addc(b, ':');
	}
	fb_buf_add(b, line);
}

bool
fb_is_mail_header(fb_str line)
{
	return !fb_str_trim(line).n || name_length(line) > 0;
}

static bool
is_telling(fb_str name)
{
	static const char *const names[] = { "Received", "Return-Path",
	    "Message-ID", "MIME-Version", "Delivered-To", "From", "Sender",
	    "Reply-To", "X-Mailer", "In-Reply-To", "Content-Type",
	    "DKIM-Signature", "Envelope-To", "X-Original-To" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == name.n &&
		    !strncasecmp(names[i], name.p, name.n))
			return true;
	return false;
}

bool
fb_is_mail(fb_str head)
{
	size_t n = 0, telling = 0;
	static const char first[] = "Content-Type: multipart/";
	bool ended = false, multipart = false;

	while (head.n && !ended) {
		fb_str line = fb_str_split(&head, '\n');
		size_t name = name_length(line);

		ended = !fb_str_trim(line).n;
		if (ended || (n && (line.p[0] == ' ' || line.p[0] == '\t')))
			continue;
		if (!name) {
			if (n || !fb_str_starts(line, FB_LIT("From ")))
				break;
			continue;
		}
		n++;
		telling += is_telling((fb_str){ line.p, name });
		multipart |= n == 1 && !strncasecmp(line.p, first, line.n <
		    sizeof first - 1 ? line.n : sizeof first - 1);
	}
	return telling && (n >= 2 || ended || multipart);
}

bool
fb_is_stuffed(fb_str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == '>')
		n++;
	return n && fb_str_starts((fb_str){ line.p + n, line.n - n },
	    FB_LIT("From "));
}
