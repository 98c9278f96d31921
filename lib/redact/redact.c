/* redact.c - from a record to its redacted form. */
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "redact/redact.h"

void
fb_redact_init(struct fb_redact *r, const struct fb_list *drop,
    const struct fb_list *keep)
{
	*r = (struct fb_redact){0};
	fb_identity_init(&r->identity, drop, keep);
	r->counts = fb_zalloc(fb_nfinders, sizeof *r->counts);
	r->masker.counts = r->counts;
}

static void
change(struct fb_redact *r, fb_str key, fb_str val)
{
	r->changes = fb_grow(r->changes, &r->cap, r->n + 1, sizeof *r->changes);
	r->changes[r->n++] = (struct fb_change){ key, val };
}

static bool
is_null(fb_str raw)
{
	return !raw.n || *raw.p == 'n';
}

/* Mask one field of words into made, and its masks into r->masks. */
static void
mask_field(struct fb_redact *r, const struct fb_rec *rec, fb_str key,
    const char *name, struct fb_buf *made)
{
	fb_str raw = fb_rec_get(rec, key), masks = fb_rec_get(rec, FB_MASKS);
	fb_str text, words;

	if (is_null(raw) || (masks.n <= 2 && !fb_find_maybe(raw)))
		return;
	text = fb_json_text(raw, &r->scratch);
	words = fb_mask_words(&r->masker, text, name, masks);
	fb_put_masks(&r->masks, &r->masker, name);
	if (words.p == text.p)
		return;
	made->n = 0;
	fb_put_json(made, words);
	change(r, key, fb_buf_str(made));
}

static void
mask_fields(struct fb_redact *r, const struct fb_rec *rec)
{
	r->masks.n = 0;
	fb_buf_addc(&r->masks, '[');
	mask_field(r, rec, FB_TITLE_, "title", &r->title);
	mask_field(r, rec, FB_TEXT, "text", &r->text);
	fb_buf_addc(&r->masks, ']');
	if (!fb_str_eq(fb_rec_get(rec, FB_MASKS), fb_buf_str(&r->masks)))
		change(r, FB_MASKS, fb_buf_str(&r->masks));
}

static void
hide_customer(struct fb_redact *r, const struct fb_rec *rec)
{
	fb_str raw = fb_rec_get(rec, FB_CUSTOMER), name;

	if (is_null(raw))
		return;
	name = fb_json_text(raw, &r->scratch);
	if (!name.n || (*raw.p == '"' && fb_is_pseudonym(name)))
		return;
	r->customer.n = 0;
	fb_buf_addc(&r->customer, '"');
	fb_put_pseudonym(&r->customer, &r->pseudonyms, name);
	fb_buf_addc(&r->customer, '"');
	change(r, FB_CUSTOMER, fb_buf_str(&r->customer));
}

static void
drop_identity(struct fb_redact *r, const struct fb_rec *rec)
{
	for (size_t i = 0; i < rec->n; i++)
		if (fb_identity_drops(&r->identity, rec->f[i].key))
			change(r, rec->f[i].key, (fb_str){ NULL, 0 });
}

/* Of a repeated key the earlier copy, and a key written with escapes, would
 * carry words past this tool. */
static const char *
check_keys(struct fb_redact *r, const struct fb_rec *rec)
{
	static const fb_str owned[] = { { "title", 5 }, { "text", 4 },
	    { "customer", 8 }, { "masks", 5 }, { "hits", 4 }, { "draw", 4 } };
	unsigned seen = 0;

	for (size_t i = 0; i < rec->n; i++) {
		fb_str key = rec->f[i].key;
		bool plain = !rec->escaped_keys || !memchr(key.p, '\\', key.n);

		if (!plain) {
			r->scratch.n = 0;
			fb_json_unescape(&r->scratch, key);
			key = fb_buf_str(&r->scratch);
		}
		for (size_t k = 0; k < sizeof owned / sizeof *owned; k++) {
			if (!fb_str_eq(key, owned[k]))
				continue;
			if (!plain || seen & 1u << k)
				return "a reserved key is repeated or has escapes";
			seen |= 1u << k;
		}
	}
	return NULL;
}

static const char *
check(struct fb_redact *r, const struct fb_rec *rec)
{
	fb_str title = fb_rec_get(rec, FB_TITLE_), text = fb_rec_get(rec, FB_TEXT);

	if (fb_rec_get(rec, FB_LIT("hits")).p)
		return "it holds 'hits' of the words before they are masked; "
		    "run fb-redact before fb-tag";
	if (!is_null(text) && !fb_json_is_str(text))
		return "'text' is not a string";
	if (!is_null(title) && !fb_json_is_str(title))
		return "'title' is not a string";
	return check_keys(r, rec);
}

static void
write_record(struct fb_redact *r, const struct fb_rec *rec, struct fb_writer *w)
{
	fb_str draw = fb_rec_get(rec, FB_DRAW);

	if (!r->n) {
		fb_writer_record(w, rec);
		return;
	}
	change(r, FB_DRAW, (fb_str){ NULL, 0 });
	r->line.n = 0;
	fb_put_changed(&r->line, rec, r->changes, r->n);
	fb_writer_made(w, fb_buf_str(&r->line), draw);
}

const char *
fb_redact_record(struct fb_redact *r, const struct fb_rec *rec,
    struct fb_writer *w)
{
	const char *why = check(r, rec);

	if (why)
		return why;
	r->n = 0;
	mask_fields(r, rec);
	hide_customer(r, rec);
	drop_identity(r, rec);
	write_record(r, rec, w);
	return NULL;
}

void
fb_put_redact_facts(struct fb_buf *b, const struct fb_redact *r)
{
	const struct fb_pseudonyms *p = &r->pseudonyms;

	fb_put_key(b, "masks");
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < fb_nfinders; i++)
		fb_put_int(b, fb_finders[i]->kind, (int64_t)r->counts[i]);
	fb_buf_addc(b, '}');
	fb_put_text(b, "pseudonyms", fb_cstr(!p->made ? "none" :
	    p->keyed ? "keyed" : "unkeyed"));
	if (p->keyed)
		fb_put_text(b, "key", fb_buf_str(&p->print));
	fb_put_key(b, "identity");
	fb_put_identity(b, &r->identity);
}

void
fb_redact_release(struct fb_redact *r)
{
	fb_identity_release(&r->identity);
	fb_pseudonyms_release(&r->pseudonyms);
	fb_masker_release(&r->masker);
	free(r->counts);
	free(r->changes);
	fb_buf_release(&r->title);
	fb_buf_release(&r->text);
	fb_buf_release(&r->customer);
	fb_buf_release(&r->masks);
	fb_buf_release(&r->line);
	fb_buf_release(&r->scratch);
	*r = (struct fb_redact){0};
}
