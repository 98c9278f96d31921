/* pseudonym.c - keys and names. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "redact/pseudonym.h"

enum { DIGITS = 16, KEY_LEAST = 16, KEY_MOST = 4096 };

static const char *
read_key(int fd, struct fb_buf *key)
{
	for (;;) {
		ssize_t n = read(fd, fb_buf_room(key, KEY_MOST), KEY_MOST);

		if (n < 0)
			return "cannot be read:";
		if (!n)
			break;
		key->n += (size_t)n;
		if (key->n > KEY_MOST)
			return "is longer than 4096 bytes";
	}
	while (key->n && (key->p[key->n - 1] == '\n' || key->p[key->n - 1] == '\r'))
		key->n--;
	return key->n < KEY_LEAST ? "is shorter than 16 bytes; make one with "
	    "'head -c 32 /dev/urandom | base64'" : NULL;
}

/* Said under the key itself, so that it tells nothing of it. */
static void
take_print(struct fb_pseudonyms *p)
{
	struct fb_ticket t = fb_mac_of(&p->mac, FB_LIT("fb-redact/1 key"));

	fb_put_hex(&p->print, t.d, DIGITS / 2);
}

const char *
fb_key_load(struct fb_pseudonyms *p, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct fb_buf key = {0};
	struct stat st;
	const char *why;

	if (fd < 0)
		return "cannot be opened:";
	if (fstat(fd, &st))
		why = "cannot be read:";
	else if (st.st_mode & 077)
		why = "can be read by others; run 'chmod 600' on it";
	else
		why = read_key(fd, &key);
	if (!why) {
		p->keyed = true;
		fb_mac_init(&p->mac, fb_buf_str(&key));
		take_print(p);
	}
	close(fd);
	fb_buf_release(&key);
	return why;
}

bool
fb_is_pseudonym(fb_str s)
{
	unsigned char d[DIGITS / 2];

	return s.n == DIGITS + 2 && s.p[0] == 'c' && s.p[1] == '_' &&
	    fb_parse_hex((fb_str){ s.p + 2, DIGITS }, d, sizeof d);
}

void
fb_put_pseudonym(struct fb_buf *b, struct fb_pseudonyms *p, fb_str name)
{
	struct fb_ticket t;

	if (fb_is_pseudonym(name)) {
		fb_buf_add(b, name);
		return;
	}
	t = p->keyed ? fb_mac_of(&p->mac, name) : fb_sha256(name);
	fb_buf_adds(b, "c_");
	fb_put_hex(b, t.d, DIGITS / 2);
	p->made++;
}

void
fb_pseudonyms_release(struct fb_pseudonyms *p)
{
	fb_buf_release(&p->print);
	*p = (struct fb_pseudonyms){0};
}
