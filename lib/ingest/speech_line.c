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

bool
fb_speech_label(fb_str *line, fb_str *name)
{
	size_t n = 0, words = 1;

	while (n < line->n && n <= 40 && line->p[n] != ':' && line->p[n] &&
	    is_name_byte(line->p[n]))
		words += line->p[n++] == ' ';
	if (!n || n > 40 || n >= line->n || line->p[n] != ':' || words > 4 ||
	    (*line->p >= '0' && *line->p <= '9') || *line->p == ' ' ||
	    (n + 1 < line->n && line->p[n + 1] != ' ' &&
	    line->p[n + 1] != '\t'))
		return false;
	*name = (fb_str){ line->p, n };
	*line = fb_str_trim((fb_str){ line->p + n + 1, line->n - n - 1 });
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
