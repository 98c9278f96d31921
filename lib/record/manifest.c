/* manifest.c - what came against what was sent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "record/chain.h"
#include "record/json.h"
#include "record/manifest.h"

static const char *path;

const struct fb_opt fb_manifest_opts[] = {
	{ 0, "manifest", "FILE", fb_set_text, &path,
	    "fail unless the records are those of the trail in FILE" },
	{ 0 },
};

/* The trails of the file, in its order. */
static void
read_trails(struct fb_trails *t)
{
	FILE *f = fopen(path, "r");
	struct fb_rec r = {0};
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;

	if (!f)
		fb_die(FB_FAIL, "cannot open '%s':", path);
	while ((n = getline(&text, &cap, f)) >= 0)
		if (!fb_scan(&r, fb_str_trim((fb_str){ text, (size_t)n })) &&
		    r.kind == FB_TRAIL)
			fb_trails_add(t, &r);
	if (ferror(f))
		fb_die(FB_FAIL, "cannot read '%s':", path);
	fclose(f);
	free(text);
	fb_rec_release(&r);
}

/* What the last tool of the file let out: trails stand in the order of the
 * pipeline. The tool's name is put into b. */
static void
read_sent(struct fb_sent *sent, struct fb_buf *b)
{
	struct fb_trails t = {0};
	struct fb_buf scratch = {0};

	read_trails(&t);
	if (t.n)
		fb_buf_add(b, fb_json_text(fb_json_get(
		    fb_cstr(t.lines[t.n - 1]), "tool"), &scratch));
	if (!t.n || !fb_chain_out(&t, fb_buf_cstr(b), sent))
		fb_die(FB_FAIL, "'%s' holds no trail; give the stream, or the "
		    "trail lines, of a tool before this one", path);
	fb_buf_release(&scratch);
	fb_trails_release(&t);
}

static bool
is_same(const struct fb_sent *s, const struct fb_trail_counts *came)
{
	return s->n == came->in && s->digest.sum == came->digest_in.sum;
}

/* Of which records s tells: "'FILE'", or the tool that made others of them. */
static void
put_teller(struct fb_buf *b, const struct fb_sent *s, const char *tool)
{
	if (!strcmp(s->tool, tool))
		fb_buf_printf(b, "'%s' tells", path);
	else
		fb_buf_printf(b, "the trails of %s tell", s->tool);
}

static _Noreturn void
refuse(const struct fb_sent *s, const struct fb_trail_counts *came,
    const char *tool)
{
	struct fb_buf who = {0};

	put_teller(&who, s, tool);
	if (s->n != came->in)
		fb_die(FB_FAIL, "%s of %zu records, but %zu came; run the "
		    "shards again", fb_buf_cstr(&who), s->n, came->in);
	fb_die(FB_FAIL, "as many records came as %s of, but they are not the "
	    "same; run the shards again", fb_buf_cstr(&who));
}

void
fb_manifest_check(const struct fb_trail_counts *came,
    const struct fb_trails *met)
{
	struct fb_buf tool = {0}, who = {0};
	struct fb_sent s;
	const char *other;

	if (!path)
		return;
	read_sent(&s, &tool);
	if (!is_same(&s, came)) {
		other = fb_chain_follow(met, &s);
		put_teller(&who, &s, fb_buf_cstr(&tool));
		if (other)
			fb_die(FB_FAIL, "what %s took in is not what %s of; "
			    "run the shards again", other, fb_buf_cstr(&who));
		if (!is_same(&s, came))
			refuse(&s, came, fb_buf_cstr(&tool));
	}
	fb_buf_release(&tool);
	fb_buf_release(&who);
}
