/* latest.c - versions of records and the temporary file they wait in. */
#include <stdlib.h>
#include <unistd.h>

#include "base/digest.h"
#include "ingest/latest.h"

static const char cannot_keep[] = "cannot keep records in a temporary file";
static const int64_t shown = INT64_MAX; /* a date: was given out */

const char *
fb_latest_open(struct fb_latest *l)
{
	const char *dir = getenv("TMPDIR");
	struct fb_buf name = {0};
	int fd;

	*l = (struct fb_latest){0};
	fb_buf_printf(&name, "%s/fb-latest.XXXXXX", dir && *dir ? dir : "/tmp");
	fb_buf_cstr(&name);
	fd = mkstemp(name.p);
	if (fd >= 0) {
		unlink(name.p);
		l->spool = fdopen(fd, "w+");
	}
	fb_buf_release(&name);
	return l->spool ? NULL : cannot_keep;
}

static uint64_t
hash(fb_str s)
{
	struct fb_digest d = {0};

	fb_digest_add(&d, s, FB_LIT(""));
	return (uint64_t)d.sum ? (uint64_t)d.sum : 1;
}

static struct fb_version *
slot(struct fb_version *slots, size_t nslots, uint64_t id)
{
	size_t i = id & (nslots - 1);

	while (slots[i].id && slots[i].id != id)
		i = (i + 1) & (nslots - 1);
	return &slots[i];
}

static void
grow(struct fb_latest *l)
{
	size_t want = l->nslots ? 2 * l->nslots : 1024;
	struct fb_version *slots = fb_zalloc(want, sizeof *slots);

	for (size_t i = 0; i < l->nslots; i++)
		if (l->slots[i].id)
			*slot(slots, want, l->slots[i].id) = l->slots[i];
	free(l->slots);
	l->slots = slots;
	l->nslots = want;
}

static bool
later(const struct fb_version *a, const struct fb_version *b)
{
	return a->date != b->date ? a->date > b->date : a->digest > b->digest;
}

struct entry {
	struct fb_version version;
	size_t part;
	size_t n; /* bytes of the record behind it */
};

const char *
fb_latest_add(struct fb_latest *l, fb_str id, int64_t date, fb_str line,
    size_t part)
{
	struct entry e = { { hash(id), hash(line), date }, part, line.n };
	struct fb_version *v;

	if (fwrite(&e, sizeof e, 1, l->spool) != 1 ||
	    fwrite(line.p, 1, line.n, l->spool) != line.n)
		return cannot_keep;
	if (l->n >= l->nslots / 8 * 7)
		grow(l);
	v = slot(l->slots, l->nslots, e.version.id);
	l->n += !v->id;
	if (!v->id || later(&e.version, v))
		*v = e.version;
	return NULL;
}

const char *
fb_latest_rewind(struct fb_latest *l)
{
	return fflush(l->spool) || fseek(l->spool, 0, SEEK_SET) ?
	    cannot_keep : NULL;
}

const char *
fb_latest_next(struct fb_latest *l, struct fb_buf *b, size_t *part,
    bool *got)
{
	struct entry e;

	for (*got = false; fread(&e, sizeof e, 1, l->spool) == 1;) {
		struct fb_version *v = slot(l->slots, l->nslots, e.version.id);

		b->n = 0;
		if (fread(fb_buf_room(b, e.n), 1, e.n, l->spool) != e.n)
			return cannot_keep;
		b->n = e.n;
		if (v->date != e.version.date || v->digest != e.version.digest)
			continue;
		v->date = shown;
		*part = e.part;
		*got = true;
		return NULL;
	}
	return ferror(l->spool) ? cannot_keep : NULL;
}

void
fb_latest_close(struct fb_latest *l)
{
	if (l->spool)
		fclose(l->spool);
	free(l->slots);
	*l = (struct fb_latest){0};
}
