/* parts.c - the account of part lines. */
#include "record/ascii.h"
#include "record/json.h"
#include "record/parts.h"

/* Of a line, whatever road it took. */
static struct fb_digest
digest_of_line(fb_str line)
{
	struct fb_digest d = {0};
	struct fb_buf plain = {0};

	if (fb_is_escaped(line)) {
		fb_put_unascii(&plain, line);
		line = fb_buf_str(&plain);
	}
	fb_digest_add(&d, line, FB_LIT(""));
	fb_buf_release(&plain);
	return d;
}

void
fb_owed_wrote(struct fb_owed *o, fb_str line)
{
	o->lines++;
	o->digest.sum += digest_of_line(line).sum;
}

void
fb_owed_read(struct fb_owed *o, fb_str line)
{
	o->lines--;
	o->digest.sum -= digest_of_line(line).sum;
}

bool
fb_is_part_trail(const struct fb_rec *r)
{
	return r->kind == FB_TRAIL && (fb_rec_find(r, FB_LIT("check")) >= 0 ||
	    fb_str_eq(fb_rec_get(r, FB_LIT("part")), FB_LIT("true")));
}

static void
put_check(struct fb_buf *b, fb_str line)
{
	struct fb_digest d = {0};

	fb_digest_add(&d, line, FB_LIT(""));
	fb_put_digest(b, d);
}

/* "check" is the last key and holds the digest of what stands before it. */
static bool
holds(const struct fb_rec *r)
{
	long i = fb_rec_find(r, FB_LIT("check"));
	struct fb_buf want = {0};
	bool same;
	fb_str body;

	if (i < 1 || (size_t)i + 1 != r->n)
		return false;
	body = (fb_str){ r->line.p, (size_t)(r->f[i].key.p - 2 - r->line.p) };
	put_check(&want, body);
	same = fb_json_is(r->f[i].val, fb_buf_cstr(&want));
	fb_buf_release(&want);
	return same;
}

static bool
digest_of(fb_str raw, struct fb_digest *d)
{
	struct fb_buf scratch = {0};
	bool ok = fb_digest_parse(fb_json_text(raw, &scratch), d);

	fb_buf_release(&scratch);
	return ok;
}

const char *
fb_owed_promise(struct fb_owed *o, const struct fb_rec *r)
{
	struct fb_digest d;
	int64_t lines;

	if (!holds(r) || !fb_json_int(fb_rec_get(r, FB_LIT("lines")), &lines) ||
	    !digest_of(fb_rec_get(r, FB_LIT("parts")), &d))
		return "the trail of a part was changed on its way";
	if (!fb_json_is(fb_rec_get(r, FB_LIT("version")), FB_VERSION))
		return "this part was written by another version";
	if (__builtin_add_overflow(o->lines, lines, &o->lines))
		return "the trail of a part promises too much";
	o->digest.sum += d.sum;
	return NULL;
}

const char *
fb_owed_left(const struct fb_owed *o)
{
	if (o->lines > 0)
		return "part lines are missing";
	if (o->lines < 0)
		return "there are more part lines than their trails tell of";
	return o->digest.sum ? "a part line is not what it was" : NULL;
}

void
fb_put_owed(struct fb_buf *b, const struct fb_owed *wrote,
    const struct fb_owed *still)
{
	struct fb_digest d = { wrote->digest.sum + still->digest.sum };
	size_t n;

	fb_put_int(b, "lines", wrote->lines + still->lines);
	fb_put_key(b, "parts");
	fb_buf_addc(b, '"');
	fb_put_digest(b, d);
	fb_buf_addc(b, '"');
	n = b->n;
	fb_put_key(b, "check");
	fb_buf_addc(b, '"');
	put_check(b, (fb_str){ b->p, n });
	fb_buf_adds(b, "\"}");
}
