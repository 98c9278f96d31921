/* fb-tag - add language, themes, journey stage and alerts by rules. */
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/share.h"
#include "record/manifest.h"
#include "record/reader.h"
#include "tag/draw.h"
#include "tag/eval.h"
#include "tag/lang.h"

static struct fb_list themes, stages, alerts;
static bool no_lang, hits, eval;
static size_t draw;
static const char *seed;

static const struct fb_opt opts[] = {
	{ 0, "themes", "NAME|FILE", fb_set_list, &themes,
	    "rules of themes (repeatable; default general)" },
	{ 0, "stages", "NAME|FILE", fb_set_list, &stages,
	    "rules of journey stages (repeatable; default general)" },
	{ 0, "alerts", "NAME|FILE", fb_set_list, &alerts,
	    "rules of alerts (repeatable; default general)" },
	{ 0, "no-lang", NULL, fb_set_flag, &no_lang,
	    "do not find the language of records without one" },
	{ 0, "hits", NULL, fb_set_flag, &hits,
	    "add where each rule holds, in bytes of the words" },
	{ 0, "eval", NULL, fb_set_flag, &eval,
	    "compare themes with the field label, as a table" },
	{ 'n', "draw", "N", fb_set_count, &draw,
	    "write N records drawn by lot to label, and nothing else" },
	{ 's', "seed", "TEXT", fb_set_text, &seed,
	    "name of the draw (default empty)" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-tag",
	.does = "add language, themes, stage and alerts by rules",
	.usage = "[file ...]",
	.opts = { opts, fb_reader_opts, fb_period_opts, fb_manifest_opts,
	    fb_ascii_opts, fb_writer_opts },
};

/* A file as it is named, else one that came with the tools. */
static const char *
rule_path(const char *folder, const char *name, struct fb_buf *path)
{
	struct fb_buf shipped = {0};
	const char *why;

	if (strchr(name, '/') || strchr(name, '.'))
		return name;
	fb_buf_printf(&shipped, "%s/%s.tsv", folder, name);
	why = fb_share_path(path, fb_buf_cstr(&shipped));
	fb_buf_release(&shipped);
	return why ? name : path->p;
}

static void
read_rules(struct fb_rules *r, enum fb_sense sense, const char *folder,
    struct fb_list *names)
{
	if (!names->n)
		fb_set_list(names, "general");
	for (size_t i = 0; i < names->n; i++) {
		struct fb_buf path = {0};
		const char *file = rule_path(folder, names->v[i], &path), *why;
		size_t lineno;

		why = fb_rules_read(r, sense, file, &lineno);
		if (why && lineno)
			fb_die(FB_USAGE, "%s:%zu: %s", file, lineno, why);
		if (why)
			fb_die(FB_USAGE, "rules '%s' %s:", file, why);
		fb_buf_release(&path);
	}
}

static void
open_tag(struct fb_tag *t)
{
	const char *why;

	*t = (struct fb_tag){ .wants_lang = !no_lang, .wants_hits = hits };
	read_rules(&t->rules, FB_THEME, "themes", &themes);
	read_rules(&t->rules, FB_STAGE, "stages", &stages);
	read_rules(&t->rules, FB_ALERT, "alerts", &alerts);
	if (!no_lang && (why = fb_lang_open()))
		fb_die(FB_FAIL, "%s", why);
	fb_tag_init(t);
}

static void
evaluate(struct fb_tag *t, struct fb_reader *in, struct fb_writer *out)
{
	struct fb_trail_counts counts;
	struct fb_trails met = {0};
	struct fb_rec rec = {0};
	struct fb_eval e;
	struct fb_buf table = {0};

	fb_eval_init(&e, t);
	while (fb_reader_next(in, &rec)) {
		if (rec.kind == FB_TRAIL)
			fb_trails_add(&met, &rec);
		if (rec.kind != FB_RECORD)
			continue;
		fb_tag_look(t, &rec);
		if (!fb_eval_add(&e, t, &rec))
			fb_reader_bad(in, &rec, "no \"label\" to compare with");
	}
	counts = fb_trail_of(in, out);
	fb_manifest_check(&counts, &met);
	fb_trails_release(&met);
	fb_put_eval(&table, &e);
	fb_writer_line(out, (fb_str){ table.p, table.n - 1 });
	fb_buf_release(&table);
	fb_eval_release(&e);
	fb_rec_release(&rec);
}

/* The trail line with the tool's own facts, when all records came. */
static void
leave_trail(const struct fb_reader *in, struct fb_writer *out,
    const struct fb_trails *met, fb_str facts)
{
	struct fb_trail_counts counts = fb_trail_of(in, out);
	struct fb_buf line = {0};

	fb_manifest_check(&counts, met);
	fb_trail_begin(&line, &counts);
	fb_buf_addc(&line, ',');
	fb_buf_add(&line, facts);
	fb_trail_end(&line);
	fb_writer_line(out, fb_buf_str(&line));
	fb_buf_release(&line);
}

static void
draw_labels(struct fb_reader *in, struct fb_writer *out)
{
	struct fb_rec rec = {0};
	struct fb_trails met = {0};
	struct fb_label_draw d;
	struct fb_buf facts = {0};

	fb_label_init(&d, draw, fb_cstr(seed));
	while (fb_reader_next(in, &rec))
		if (rec.kind == FB_RECORD)
			fb_label_offer(&d, &rec);
		else if (rec.kind == FB_TRAIL)
			fb_trails_add(&met, &rec);
	fb_label_write(&d, out);
	fb_put_label_facts(&facts, &d, fb_cstr(seed));
	leave_trail(in, out, &met, fb_buf_str(&facts));
	fb_buf_release(&facts);
	fb_trails_release(&met);
	fb_label_release(&d);
	fb_rec_release(&rec);
}

static void
tag(struct fb_tag *t, struct fb_reader *in, struct fb_writer *out)
{
	struct fb_rec rec = {0};
	struct fb_trails met = {0};
	struct fb_buf facts = {0};

	while (fb_reader_next(in, &rec))
		if (rec.kind == FB_RECORD)
			fb_tag_record(t, &rec, out);
		else
			fb_trails_pass(&met, &rec, out);
	fb_put_tag_facts(&facts, t);
	leave_trail(in, out, &met, fb_buf_str(&facts));
	fb_trails_release(&met);
	fb_buf_release(&facts);
	fb_rec_release(&rec);
}

int
main(int argc, char **argv)
{
	struct fb_tag t;
	struct fb_reader in;
	struct fb_writer out;
	int status;

	argv += fb_opt_parse(&tool, argc, argv);
	if (draw && (eval || hits))
		fb_die(FB_USAGE, "-n does not go with --eval or --hits");
	if (seed && !draw)
		fb_die(FB_USAGE, "-s needs -n");
	open_tag(&t);
	fb_reader_open(&in, argv);
	fb_writer_open(&out);

	if (draw)
		draw_labels(&in, &out);
	else if (eval)
		evaluate(&t, &in, &out);
	else
		tag(&t, &in, &out);

	status = fb_reader_status(&in);
	fb_writer_close(&out);
	fb_reader_close(&in);
	fb_tag_release(&t);
	return status;
}
