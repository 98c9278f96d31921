/* str.c - slices and buffers. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/str.h"

int
fb_str_cmp(fb_str a, fb_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool
fb_str_starts(fb_str s, fb_str prefix)
{
	return s.n >= prefix.n && (!prefix.n || !memcmp(s.p, prefix.p, prefix.n));
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

fb_str
fb_str_trim(fb_str s)
{
	while (s.n && is_blank(*s.p))
		s.p++, s.n--;
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

fb_str
fb_str_split(fb_str *s, char c)
{
	const char *at = s->n ? memchr(s->p, c, s->n) : NULL;
	fb_str head = *s;

	if (!at) {
		*s = (fb_str){ NULL, 0 };
		return head;
	}
	head.n = (size_t)(at - s->p);
	*s = (fb_str){ at + 1, s->n - head.n - 1 };
	return head;
}

const char *
fb_ending(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;
	const char *name = slash ? slash + 1 : path;
	const char *dot = path ? strrchr(name, '.') : NULL;

	return dot && dot > name ? dot : "";
}

char *
fb_str_dup(fb_str s)
{
	char *p = fb_zalloc(s.n + 1, 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return p;
}

char *
fb_buf_grow(struct fb_buf *b, size_t more)
{
	if (more > SIZE_MAX - b->n)
		fb_die(FB_FAIL, "out of memory");
	b->p = fb_grow(b->p, &b->cap, b->n + more, 1);
	return b->p + b->n;
}

void
fb_buf_adds(struct fb_buf *b, const char *s)
{
	fb_buf_add(b, fb_cstr(s));
}

void
fb_buf_printf(struct fb_buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n <= 0)
		return;
	va_start(ap, fmt);
	vsnprintf(fb_buf_room(b, (size_t)n + 1), (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

fb_str
fb_buf_str(const struct fb_buf *b)
{
	return (fb_str){ b->p ? b->p : "", b->n };
}

const char *
fb_buf_cstr(struct fb_buf *b)
{
	*fb_buf_room(b, 1) = '\0';
	return b->p;
}

void
fb_buf_release(struct fb_buf *b)
{
	free(b->p);
	*b = (struct fb_buf){0};
}

void *
fb_grow(void *p, size_t *cap, size_t need, size_t size)
{
	size_t want = *cap ? *cap : 16;

	if (p && need <= *cap)
		return p;
	while (want < need)
		want = want > SIZE_MAX / 2 ? need : want * 2;
	if (want > SIZE_MAX / size || !(p = realloc(p, want * size)))
		fb_die(FB_FAIL, "out of memory");
	*cap = want;
	return p;
}

void *
fb_zalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size);

	if (!p)
		fb_die(FB_FAIL, "out of memory");
	return p;
}
