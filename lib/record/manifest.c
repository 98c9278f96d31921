/* manifest.c - what came against what was sent. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "record/json.h"
#include "record/manifest.h"

static const char *path;

const struct fb_opt fb_manifest_opts[] = {
	{ 0, "manifest", "FILE", fb_set_text, &path,
	    "fail unless the records are those of the trail in FILE" },
	{ 0 },
};

/* What the trail on a line says; false for another line. */
static bool
read_trail(struct fb_rec *r, fb_str line, struct fb_trail_counts *sent)
{
	struct fb_buf scratch = {0};
	struct fb_digest d;
	int64_t out;
	bool ok;

	if (fb_scan(r, line) || r->kind != FB_TRAIL)
		return false;
	ok = fb_json_int(fb_rec_get(r, FB_LIT("out")), &out) && out >= 0 &&
	    fb_digest_parse(fb_json_text(fb_rec_get(r, FB_LIT("digest_out")),
	    &scratch), &d);
	fb_buf_release(&scratch);
	if (ok)
		*sent = (struct fb_trail_counts){ .out = (size_t)out,
		    .digest_out = d };
	return ok;
}

/* The last trail of the file: trails stand in the order of the pipeline. */
static void
last_trail(struct fb_trail_counts *sent)
{
	FILE *f = fopen(path, "r");
	struct fb_rec r = {0};
	bool found = false;
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;

	if (!f)
		fb_die(FB_FAIL, "cannot open '%s':", path);
	while ((n = getline(&text, &cap, f)) >= 0)
		found |= read_trail(&r, fb_str_trim((fb_str){ text, (size_t)n }),
		    sent);
	if (ferror(f))
		fb_die(FB_FAIL, "cannot read '%s':", path);
	fclose(f);
	free(text);
	fb_rec_release(&r);
	if (!found)
		fb_die(FB_FAIL, "'%s' holds no trail; give the stream, or the "
		    "trail lines, of the tool before this one", path);
}

void
fb_manifest_check(const struct fb_trail_counts *came)
{
	struct fb_trail_counts sent = {0};

	if (!path)
		return;
	last_trail(&sent);
	if (came->in != sent.out)
		fb_die(FB_FAIL, "'%s' tells of %zu records, but %zu came; run "
		    "the shards again", path, sent.out, came->in);
	if (came->digest_in.sum != sent.digest_out.sum)
		fb_die(FB_FAIL, "as many records came as '%s' tells of, but "
		    "they are not the same; run the shards again", path);
}
