/* speech_line.c - times, names and tags of cues. */
#include "ingest/speech_line.h"

/* Digits at the front; how many. */
static size_t
digits(fb_str s, int64_t *v)
{
	size_t n = 0;

	for (*v = 0; n < s.n && n < 9 && s.p[n] >= '0' && s.p[n] <= '9'; n++)
		*v = 10 * *v + (s.p[n] - '0');
	return n;
}

/* "1:02:03.5", "02:03,500" at the front; 0, or how many bytes it takes. */
static size_t
clock_at(fb_str s, int64_t *ms)
{
	int64_t part, sum = 0;
	size_t at = 0, n, parts = 0;

	for (;;) {
		n = digits((fb_str){ s.p + at, s.n - at }, &part);
		if (!n || (parts && n != 2))
			return 0;
		sum = 60 * sum + part;
		at += n;
		if (++parts == 3 || at >= s.n || s.p[at] != ':')
			break;
		at++;
	}
	if (parts < 2)
		return 0;
	*ms = 1000 * sum;
	if (at + 1 < s.n && (s.p[at] == '.' || s.p[at] == ',')) {
		n = digits((fb_str){ s.p + at + 1, s.n - at - 1 }, &part);
		for (size_t k = n; k < 3; k++)
			part *= 10;
		for (size_t k = 3; k < n; k++)
			part /= 10;
		*ms += n ? part : 0;
		at += n ? n + 1 : 0;
	}
	return at;
}

bool
fb_speech_timing(fb_str line, int64_t *start_ms, int64_t *end_ms)
{
	size_t n = clock_at(line, start_ms);

	if (!n)
		return false;
	line = fb_str_trim((fb_str){ line.p + n, line.n - n });
	if (!fb_str_starts(line, FB_LIT("-->")))
		return false;
	return clock_at(fb_str_trim((fb_str){ line.p + 3, line.n - 3 }),
	    end_ms) > 0;
}

bool
fb_speech_stamp(fb_str *line, int64_t *ms)
{
	bool open = line->n && (*line->p == '[' || *line->p == '(');
	fb_str s = { line->p + open, line->n - open };
	size_t n = clock_at(s, ms);

	*ms = n ? *ms : -1;
	if (!n || (open && (n >= s.n || (s.p[n] != ']' && s.p[n] != ')'))) ||
	    (!open && n < s.n && s.p[n] != ' ')) {
		*ms = -1;
		return false;
	}
	n += open;
	*line = fb_str_trim((fb_str){ s.p + n, s.n - n });
	if (line->n > 1 && *line->p == '-' && line->p[1] == ' ')
		*line = fb_str_trim((fb_str){ line->p + 1, line->n - 1 });
	return true;
}

static bool
is_name_byte(char c)
{
	return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    strchr(" .'-_#&()", c);
}

/* The time of the day of "10:02" or "10:02:03" read as a clock, and "pm". */
static int64_t
half_day(fb_str clock, int64_t ms, char half)
{
	const char *colon = memchr(clock.p, ':', clock.n);

	if (!memchr(colon + 1, ':', (size_t)(clock.p + clock.n - colon) - 1))
		ms *= 60;
	return ms % (12 * 3600000) + ((half | 0x20) == 'p' ? 12 * 3600000 : 0);
}

/* "(10:02 AM)" or "[0:12]" at the front; how many bytes, 0: none. */
static size_t
bracketed_clock(fb_str s, int64_t *ms)
{
	const char *shut = s.n && (*s.p == '(' || *s.p == '[') ?
	    memchr(s.p, *s.p == '(' ? ')' : ']', s.n) : NULL;
	fb_str in, half;
	int64_t at;
	size_t n;

	if (!shut)
		return 0;
	in = fb_str_trim((fb_str){ s.p + 1, (size_t)(shut - s.p) - 1 });
	n = clock_at(in, &at);
	half = fb_str_trim((fb_str){ in.p + n, in.n - n });
	if (!n || (half.n && (half.n != 2 || !strchr("AaPp", *half.p) ||
	    (half.p[1] | 0x20) != 'm')))
		return 0;
	*ms = half.n ? half_day((fb_str){ in.p, n }, at, *half.p) : at;
	return (size_t)(shut + 1 - s.p);
}

bool
fb_speech_label(fb_str *line, fb_str *name, int64_t *ms)
{
	size_t n = 0, words = 1, time = 0, end;
	int64_t at = *ms;

	while (n < line->n && n <= 40 && line->p[n] != ':' && line->p[n] &&
	    !(time = bracketed_clock((fb_str){ line->p + n, line->n - n },
	    &at)) && is_name_byte(line->p[n]))
		words += line->p[n++] == ' ';
	words -= time && n && line->p[n - 1] == ' ';
	end = n + time;
	if (!n || n > 40 || end >= line->n || line->p[end] != ':' ||
	    words > 4 || (*line->p >= '0' && *line->p <= '9') ||
	    *line->p == ' ' || (end + 1 < line->n && line->p[end + 1] != ' ' &&
	    line->p[end + 1] != '\t'))
		return false;
	*ms = at;
	*name = fb_str_trim((fb_str){ line->p, n });
	*line = fb_str_trim((fb_str){ line->p + end + 1, line->n - end - 1 });
	return true;
}

/* The entity at the front of s: its bytes, and what it stands for. */
static size_t
entity(fb_str s, const char **means)
{
	static const struct { const char *name, *means; } all[] = {
		{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&nbsp;", " " }, { "&lrm;", "" }, { "&rlm;", "" },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (!fb_str_starts(s, fb_cstr(all[i].name)))
			continue;
		*means = all[i].means;
		return strlen(all[i].name);
	}
	return 0;
}

/* What stands behind "<v.class " when tag is such a one. */
static void
voice(fb_str tag, fb_str *name)
{
	const char *blank = tag.n ? memchr(tag.p, ' ', tag.n) : NULL;

	if (tag.n > 2 && *tag.p == 'v' && (tag.p[1] == ' ' ||
	    tag.p[1] == '.') && blank)
		*name = (fb_str){ blank + 1,
		    tag.n - (size_t)(blank + 1 - tag.p) };
}

void
fb_speech_plain(struct fb_buf *b, fb_str line, fb_str *name)
{
	while (line.n) {
		const char *shut = *line.p == '<' ?
		    memchr(line.p, '>', line.n) : NULL, *means = NULL;
		size_t n = 1;

		if (shut) {
			n = (size_t)(shut + 1 - line.p);
			voice((fb_str){ line.p + 1, n - 2 }, name);
		} else if (*line.p == '&' && entity(line, &means)) {
			n = entity(line, &means);
			fb_buf_adds(b, means);
		} else {
			fb_buf_addc(b, *line.p);
		}
		line = (fb_str){ line.p + n, line.n - n };
	}
}
