/* file.c - a small file as a whole. */
#include <stdio.h>

#include "tag/file.h"

enum { BLOCK = 16 << 10 };

const char *
fb_file_read(const char *path, size_t largest, struct fb_buf *b)
{
	FILE *fp = fopen(path, "r");
	size_t n;
	int bad;

	if (!fp)
		return "cannot be opened";
	do {
		n = fread(fb_buf_room(b, BLOCK), 1, BLOCK, fp);
		b->n += n;
	} while (n == BLOCK && b->n <= largest);
	bad = ferror(fp);
	fclose(fp);
	return bad ? "cannot be read" : b->n > largest ? "is too large" : NULL;
}
