/* keyfile.c - read key = value files. */
#include <errno.h>
#include <stdio.h>

#include "base/keyfile.h"

enum { BLOCK = 16 << 10, LARGEST = 4 << 20 };

const char *
fb_keyfile_open(struct fb_keyfile *l, const char *path)
{
	FILE *fp = fopen(path, "r");
	size_t n;

	*l = (struct fb_keyfile){0};
	if (!fp)
		return "cannot be opened";
	do {
		n = fread(fb_buf_room(&l->text, BLOCK), 1, BLOCK, fp);
		l->text.n += n;
	} while (n == BLOCK && l->text.n <= LARGEST);
	n = (size_t)ferror(fp);
	fclose(fp);
	if (n)
		return "cannot be read";
	errno = EFBIG;
	l->rest = fb_buf_str(&l->text);
	if (fb_str_starts(l->rest, FB_LIT("\xef\xbb\xbf")))
		l->rest = (fb_str){ l->rest.p + 3, l->rest.n - 3 };
	return l->text.n > LARGEST ? "is too large" : NULL;
}

bool
fb_keyfile_next(struct fb_keyfile *l)
{
	while (l->rest.p && l->rest.n) {
		fb_str line = fb_str_trim(fb_str_split(&l->rest, '\n'));

		l->lineno++;
		if (!line.n || *line.p == '#')
			continue;
		if (*line.p == '[' && line.p[line.n - 1] == ']') {
			l->section = (fb_str){ line.p + 1, line.n - 2 };
			continue;
		}
		l->value = line;
		l->key = fb_str_trim(fb_str_split(&l->value, '='));
		if (l->value.p)
			l->value = fb_str_trim(l->value);
		return true;
	}
	return false;
}

void
fb_keyfile_close(struct fb_keyfile *l)
{
	fb_buf_release(&l->text);
	*l = (struct fb_keyfile){0};
}
