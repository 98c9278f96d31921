/* finding.c - findings as lines. */
#include <stdarg.h>
#include <stdio.h>

#include "record/json.h"
#include "verify/finding.h"

enum { SHORT_VALUE = 60 };

void
fb_finding_add(struct fb_findings *f, fb_str where, const char *fmt, ...)
{
	char what[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	fb_buf_adds(&f->lines, "failed: ");
	fb_buf_add(&f->lines, where);
	fb_buf_adds(&f->lines, ": ");
	fb_buf_adds(&f->lines, what);
	fb_buf_addc(&f->lines, '\n');
	f->n++;
}

size_t
fb_differ_at(fb_str a, fb_str b)
{
	size_t i = 0;

	while (i < a.n && i < b.n && a.p[i] == b.p[i])
		i++;
	return i + 1;
}

/* What stands between the quotes of text, without escapes. */
static size_t
text_differs_at(fb_str claimed, fb_str again)
{
	struct fb_buf a = {0}, b = {0};
	size_t at = fb_differ_at(fb_json_text(claimed, &a),
	    fb_json_text(again, &b));

	fb_buf_release(&a);
	fb_buf_release(&b);
	return at;
}

static size_t compare_keys(struct fb_findings *, fb_str where, fb_str claimed,
    fb_str again, bool deep);

/* Of two objects, one level deep, the keys that differ. */
static size_t
compare(struct fb_findings *f, fb_str where, const char *key, fb_str claimed,
    fb_str again, bool deep)
{
	if (fb_str_eq(claimed, again) && !claimed.p == !again.p)
		return 0;
	if (!claimed.p)
		fb_finding_add(f, where, "\"%s\" is missing", key);
	else if (!again.p)
		fb_finding_add(f, where, "\"%s\" should not be there", key);
	else if (claimed.n <= SHORT_VALUE && again.n <= SHORT_VALUE)
		fb_finding_add(f, where, "\"%s\" is %.*s, not %.*s", key,
		    (int)claimed.n, claimed.p, (int)again.n, again.p);
	else if (fb_json_is_str(claimed) && fb_json_is_str(again))
		fb_finding_add(f, where, "byte %zu of \"%s\" differs",
		    text_differs_at(claimed, again), key);
	else if (deep && *claimed.p == '{' && *again.p == '{')
		return compare_keys(f, where, claimed, again, false);
	else
		fb_finding_add(f, where, "\"%s\" differs at byte %zu", key,
		    fb_differ_at(claimed, again));
	return 1;
}

static const char *
key_text(struct fb_buf *b, fb_str written)
{
	b->n = 0;
	fb_json_unescape(b, written);
	return fb_buf_cstr(b);
}

static size_t
compare_keys(struct fb_findings *f, fb_str where, fb_str claimed, fb_str again,
    bool deep)
{
	struct fb_json it = fb_json_in(again);
	struct fb_buf key = {0};
	size_t n = 0;

	while (fb_json_next(&it)) {
		const char *k = key_text(&key, it.key);

		n += compare(f, where, k, fb_json_get(claimed, k), it.val, deep);
	}
	it = fb_json_in(claimed);
	while (fb_json_next(&it)) {
		const char *k = key_text(&key, it.key);

		if (!fb_json_get(again, k).p)
			n += compare(f, where, k, it.val, (fb_str){ NULL, 0 },
			    deep);
	}
	if (!n && !fb_str_eq(claimed, again))
		fb_finding_add(f, where, "the same keys, but other bytes from "
		    "byte %zu on", fb_differ_at(claimed, again));
	fb_buf_release(&key);
	return n;
}

size_t
fb_findings_of_key(struct fb_findings *f, fb_str where, const char *key,
    fb_str claimed, fb_str again)
{
	return compare(f, where, key, claimed, again, true);
}

size_t
fb_findings_of_keys(struct fb_findings *f, fb_str where, fb_str claimed,
    fb_str again)
{
	size_t before = f->n;

	compare_keys(f, where, claimed, again, true);
	return f->n - before;
}

void
fb_findings_release(struct fb_findings *f)
{
	fb_buf_release(&f->lines);
	*f = (struct fb_findings){0};
}
