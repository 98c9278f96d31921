/* str.h - byte slices (borrowed) and growable buffers (owned). */
#ifndef FB_BASE_STR_H
#define FB_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* n bytes at p, not NUL-terminated, owned by someone else. */
typedef struct {
	const char *p;
	size_t n;
} fb_str;

#define FB_LIT(s) ((fb_str){ "" s, sizeof(s) - 1 })

/* A borrowed view of a C string; NULL is empty. */
static inline fb_str
fb_cstr(const char *s)
{
	return (fb_str){ s ? s : "", s ? strlen(s) : 0 };
}

static inline bool
fb_str_eq(fb_str a, fb_str b)
{
	return a.n == b.n &&
	    (a.n == 0 || (*a.p == *b.p && memcmp(a.p, b.p, a.n) == 0));
}

/* Byte order, a prefix first: <0, 0 or >0. */
int fb_str_cmp(fb_str a, fb_str b);
bool fb_str_starts(fb_str s, fb_str prefix);
/* Without ASCII blanks (space, tab, CR, LF) at either end. */
fb_str fb_str_trim(fb_str s);
/* Cut s at the first c: give what is before it, leave s behind it. Without a c
 * the whole of s is given and s becomes empty with a NULL pointer. */
fb_str fb_str_split(fb_str *s, char c);
/* Copy s into fresh memory with a NUL behind it; free() it. */
char *fb_str_dup(fb_str s);
/* Of a path: from the last dot of the file's name on, "" without one or when it
 * is the first character; borrowed. NULL is a path without an ending. */
const char *fb_ending(const char *path);

/* An owned, growing run of bytes; {0} is empty and safe to release. */
struct fb_buf {
	char *p;
	size_t n, cap;
};

/* What fb_buf_room() does when there is too little. */
char *fb_buf_grow(struct fb_buf *, size_t more);
/* Room for more bytes behind n; give where they start. */
static inline char *
fb_buf_room(struct fb_buf *b, size_t more)
{
	return b->p && more <= b->cap - b->n ? b->p + b->n :
	    fb_buf_grow(b, more);
}

static inline void
fb_buf_addc(struct fb_buf *b, char c)
{
	*fb_buf_room(b, 1) = c;
	b->n++;
}

static inline void
fb_buf_add(struct fb_buf *b, fb_str s)
{
	if (!s.n)
		return;
	memcpy(fb_buf_room(b, s.n), s.p, s.n);
	b->n += s.n;
}

void fb_buf_adds(struct fb_buf *, const char *);
void fb_buf_printf(struct fb_buf *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* The bytes, and the bytes with a NUL behind them; borrowed until it changes. */
fb_str fb_buf_str(const struct fb_buf *);
const char *fb_buf_cstr(struct fb_buf *);
void fb_buf_release(struct fb_buf *);

/* Grow an array: doubles cap until it holds need items; dies when memory ends. */
void *fb_grow(void *p, size_t *cap, size_t need, size_t size)
	__attribute__((returns_nonnull));
/* Zeroed memory for n items; dies when memory ends. free() it. */
void *fb_zalloc(size_t n, size_t size) __attribute__((returns_nonnull));

#endif
