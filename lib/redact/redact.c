/* redact.c - from a record to its redacted form. */
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "redact/redact.h"

static const fb_str owned[FB_OWN_KEYS] = {
	[FB_OWN_TITLE] = { "title", 5 }, [FB_OWN_TEXT] = { "text", 4 },
	[FB_OWN_TRANSLATION] = { "translation", 11 },
	[FB_OWN_CUSTOMER] = { "customer", 8 }, [FB_OWN_MASKS] = { "masks", 5 },
	[FB_OWN_HITS] = { "hits", 4 }, [FB_OWN_DRAW] = { "draw", 4 },
};

void
fb_redact_init(struct fb_redact *r, const struct fb_list *drop,
    const struct fb_list *keep)
{
	*r = (struct fb_redact){0};
	fb_identity_init(&r->identity, drop, keep);
	r->counts = fb_zalloc(fb_nkinds, sizeof *r->counts);
	r->masker.finds.own = &r->own;
	r->masker.counts = r->counts;
}

static void
change(struct fb_redact *r, fb_str key, fb_str val)
{
	r->changes = fb_grow(r->changes, &r->cap, r->n + 1, sizeof *r->changes);
	r->changes[r->n++] = (struct fb_edit){ key, val };
}

static bool
is_null(fb_str raw)
{
	return !raw.n || *raw.p == 'n';
}

/* Mask one field of words, and add its masks to r->masks. */
static void
mask_field(struct fb_redact *r, enum fb_owned field)
{
	struct fb_buf *made = &r->words[field];
	fb_str raw = r->own_keys[field], masks = r->own_keys[FB_OWN_MASKS], text, words;
	const char *name = owned[field].p;
	unsigned hints;

	if (is_null(raw))
		return;
	hints = fb_mask_hints(&r->masker, (fb_str){ raw.p + 1, raw.n - 2 });
	if (!hints && masks.n <= 2)
		return;
	text = fb_json_text(raw, &r->scratch);
	words = fb_mask_words(&r->masker, text, hints, name, masks);
	fb_put_masks(&r->masks, &r->masker, name);
	if (words.p == text.p)
		return;
	made->n = 0;
	fb_put_json(made, words);
	change(r, owned[field], fb_buf_str(made));
}

static void
mask_fields(struct fb_redact *r)
{
	r->masks.n = 0;
	fb_buf_addc(&r->masks, '[');
	for (int field = 0; field < FB_OWN_WORDS; field++)
		mask_field(r, field);
	fb_buf_addc(&r->masks, ']');
	if (!fb_str_eq(r->own_keys[FB_OWN_MASKS], fb_buf_str(&r->masks)))
		change(r, FB_MASKS, fb_buf_str(&r->masks));
}

static void
hide_customer(struct fb_redact *r)
{
	fb_str raw = r->own_keys[FB_OWN_CUSTOMER], name;

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

/* Drop the columns that say who wrote, and learn what they call the writer.
 * A customer may be a number, which says nobody's name. */
static void
drop_identity(struct fb_redact *r, const struct fb_rec *rec)
{
	fb_str customer = r->own_keys[FB_OWN_CUSTOMER];

	fb_own_clear(&r->own);
	for (size_t i = 0; i < rec->n; i++) {
		if (!fb_identity_drops(&r->identity, r->numbers[i]))
			continue;
		change(r, rec->f[i].key, (fb_str){ NULL, 0 });
		if (fb_identity_names(&r->identity, r->numbers[i]))
			fb_own_add(&r->own, &r->rules,
			    fb_json_text(rec->f[i].val, &r->scratch));
	}
	if (!fb_json_is_str(customer))
		return;
	customer = fb_json_text(customer, &r->scratch);
	if (!fb_is_pseudonym(customer))
		fb_own_add(&r->own, &r->rules, customer);
}

/* Which of our keys a name is, as written in JSON, or FB_OWN_KEYS. */
static struct fb_key_use
judge(struct fb_redact *r, fb_str key)
{
	struct fb_key_use use = { .judged = true };

	use.plain = !memchr(key.p, '\\', key.n);
	if (!use.plain) {
		r->scratch.n = 0;
		fb_json_unescape(&r->scratch, key);
		key = fb_buf_str(&r->scratch);
	}
	while (use.own < FB_OWN_KEYS && !fb_str_eq(key, owned[use.own]))
		use.own++;
	return use;
}

static const struct fb_key_use *
use_of(struct fb_redact *r, fb_str key, size_t number)
{
	size_t had = r->uses_cap;

	if (number >= had) {
		r->uses = fb_grow(r->uses, &r->uses_cap, number + 1,
		    sizeof *r->uses);
		memset(r->uses + had, 0, (r->uses_cap - had) * sizeof *r->uses);
	}
	if (!r->uses[number].judged)
		r->uses[number] = judge(r, key);
	return &r->uses[number];
}

/* Find our keys. Of a repeated key the earlier copy, and a key written with
 * escapes, would carry words past this tool. */
static const char *
find_own(struct fb_redact *r, const struct fb_rec *rec)
{
	memset(r->own_keys, 0, sizeof r->own_keys);
	r->numbers = fb_grow(r->numbers, &r->numbers_cap, rec->n,
	    sizeof *r->numbers);
	for (size_t i = 0; i < rec->n; i++) {
		fb_str key = rec->f[i].key;
		const struct fb_key_use *use;

		r->numbers[i] = fb_identity_number(&r->identity, key, i);
		use = use_of(r, key, r->numbers[i]);
		if (use->own == FB_OWN_KEYS)
			continue;
		if (!use->plain || r->own_keys[use->own].p)
			return "a reserved key is repeated or has escapes";
		r->own_keys[use->own] = rec->f[i].val;
	}
	return NULL;
}

static const char *
check(const struct fb_redact *r)
{
	static const char *const not_words[FB_OWN_WORDS] = {
		"'title' is not a string", "'text' is not a string",
		"'translation' is not a string" };

	if (r->own_keys[FB_OWN_HITS].p)
		return "it holds 'hits' of the words before they are masked; "
		    "run fb-redact before fb-tag";
	for (int field = 0; field < FB_OWN_WORDS; field++)
		if (!is_null(r->own_keys[field]) &&
		    !fb_json_is_str(r->own_keys[field]))
			return not_words[field];
	return NULL;
}

static void
write_record(struct fb_redact *r, const struct fb_rec *rec, struct fb_writer *w)
{
	fb_str draw = r->own_keys[FB_OWN_DRAW];

	if (!r->n) {
		fb_writer_record(w, rec);
		return;
	}
	change(r, FB_DRAW, (fb_str){ NULL, 0 });
	r->line.n = 0;
	fb_put_edited(&r->line, rec, r->changes, r->n);
	fb_writer_made(w, fb_buf_str(&r->line), draw);
}

const char *
fb_redact_record(struct fb_redact *r, const struct fb_rec *rec,
    struct fb_writer *w)
{
	const char *why = find_own(r, rec);

	if (why || (why = check(r)))
		return why;
	r->n = 0;
	r->masker.finds.rules = r->rules.n ? &r->rules : NULL;
	drop_identity(r, rec);
	mask_fields(r);
	hide_customer(r);
	write_record(r, rec, w);
	return NULL;
}

void
fb_put_redact_facts(struct fb_buf *b, const struct fb_redact *r)
{
	const struct fb_pseudonyms *p = &r->pseudonyms;

	fb_put_key(b, "masks");
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < fb_nkinds; i++)
		fb_put_int(b, fb_kinds[i], (int64_t)r->counts[i]);
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
	fb_phrases_release(&r->rules);
	fb_own_release(&r->own);
	free(r->counts);
	free(r->changes);
	free(r->numbers);
	free(r->uses);
	for (int field = 0; field < FB_OWN_WORDS; field++)
		fb_buf_release(&r->words[field]);
	fb_buf_release(&r->customer);
	fb_buf_release(&r->masks);
	fb_buf_release(&r->line);
	fb_buf_release(&r->scratch);
	*r = (struct fb_redact){0};
}
