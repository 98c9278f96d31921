/* fb-redact - mask personal data in the words and pseudonymise customers. */
#include "base/diag.h"
#include "base/share.h"
#include "record/manifest.h"
#include "record/reader.h"
#include "redact/redact.h"

static const char *key;
static struct fb_list identity, keep, names, rules;

static const struct fb_opt opts[] = {
	{ 0, "key", "FILE", fb_set_text, &key,
	    "secret key of the pseudonyms" },
	{ 0, "identity", "F", fb_set_list, &identity,
	    "drop column F too (repeatable)" },
	{ 0, "keep", "F", fb_set_list, &keep,
	    "do not drop column F (repeatable)" },
	{ 0, "names", "FILE", fb_set_list, &names,
	    "mask these names too, one a line (repeatable)" },
	{ 0, "rules", "FILE", fb_set_list, &rules,
	    "more phrases that announce names and codes (repeatable)" },
	{ 0 },
};

static const struct fb_tool tool = {
	.name = "fb-redact",
	.does = "mask personal data and pseudonymise customers",
	.usage = "[file ...]",
	.opts = { opts, fb_reader_opts, fb_period_opts, fb_manifest_opts,
	    fb_ascii_opts, fb_writer_opts },
};

/* A reason that ends in ':' has its cause in errno. */
static _Noreturn void
refuse(const char *what, const char *path, const char *why)
{
	int n = (int)strlen(why) - 1;

	if (why[n] == ':')
		fb_die(FB_USAGE, "%s'%s' %.*s:", what, path, n, why);
	fb_die(FB_USAGE, "%s'%s' %s", what, path, why);
}

static void
check(const char *path, const char *why, size_t line)
{
	if (why && line)
		fb_die(FB_USAGE, "%s:%zu: %s", path, line, why);
	if (why)
		refuse("", path, why);
}

static void
load(struct fb_redact *r)
{
	struct fb_buf folder = {0};
	const char *why, *at;
	size_t line = 0;

	if ((why = fb_share_path(&folder, "redact")))
		fb_die(FB_FAIL, "rules 'redact': %s", why);
	why = fb_phrases_folder(&r->rules, fb_buf_cstr(&folder), &line, &at);
	check(at, why, line);
	fb_buf_release(&folder);
	for (size_t i = 0; i < rules.n; i++) {
		why = fb_phrases_load(&r->rules, rules.v[i], &line);
		check(rules.v[i], why, line);
	}
	for (size_t i = 0; i < names.n; i++) {
		why = fb_names_load(&r->rules, names.v[i], &line);
		check(names.v[i], why, line);
	}
}

static void
redact(struct fb_redact *r, struct fb_reader *in, struct fb_writer *out,
    struct fb_trails *met)
{
	struct fb_rec rec = {0};
	const char *why;

	while (fb_reader_next(in, &rec))
		if (rec.kind != FB_RECORD)
			fb_trails_pass(met, &rec, out);
		else if ((why = fb_redact_record(r, &rec, out)))
			fb_reader_bad(in, &rec, "%s", why);
	fb_rec_release(&rec);
}

/* When all records came. */
static void
leave_trail(const struct fb_redact *r, const struct fb_reader *in,
    struct fb_writer *out, const struct fb_trails *met)
{
	struct fb_trail_counts counts = fb_trail_of(in, out);
	struct fb_buf line = {0};

	fb_manifest_check(&counts, met);
	counts.rejected = in->nbad;
	fb_trail_begin(&line, &counts);
	fb_put_redact_facts(&line, r);
	fb_trail_end(&line);
	fb_writer_line(out, fb_buf_str(&line));
	fb_buf_release(&line);
}

int
main(int argc, char **argv)
{
	struct fb_redact r;
	struct fb_reader in;
	struct fb_writer out;
	struct fb_trails met = {0};
	const char *why;
	int status;

	argv += fb_opt_parse(&tool, argc, argv);
	fb_redact_init(&r, &identity, &keep);
	if (key && (why = fb_key_load(&r.pseudonyms, key)))
		refuse("key file ", key, why);
	load(&r);
	fb_reader_open(&in, argv);
	fb_writer_open(&out);

	redact(&r, &in, &out, &met);
	leave_trail(&r, &in, &out, &met);

	fb_writer_close(&out);
	status = fb_reader_status(&in);
	fb_reader_close(&in);
	fb_trails_release(&met);
	fb_redact_release(&r);
	return status;
}
