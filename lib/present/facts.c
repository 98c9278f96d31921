/* facts.c - what the trail lines say, and whether they hang together. */
#include <stdlib.h>

#include "base/num.h"
#include "present/funnel.h"
#include "present/show.h"
#include "record/json.h"

struct list {
	struct fb_fact *v;
	size_t n, cap;
};

static void
add(struct list *l, fb_str words, fb_str value)
{
	l->v = fb_grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	l->v[l->n++] = (struct fb_fact){ words, value };
}

static size_t
hand_over(struct fb_report *r, struct list *l, struct fb_fact **facts)
{
	*facts = fb_arena_zalloc(&r->mem, l->n, sizeof **facts);
	if (l->n)
		memcpy(*facts, l->v, l->n * sizeof **facts);
	free(l->v);
	return l->n;
}

static void
put_text(struct fb_buf *b, fb_str raw)
{
	struct fb_buf scratch = {0};

	fb_buf_add(b, fb_json_text(raw, &scratch));
	fb_buf_release(&scratch);
}

/* The words of "AREA_key"; a key without words stands as it is. */
static fb_str
words_of(struct fb_report *r, fb_str area, fb_str key)
{
	struct fb_buf b = {0};
	fb_str words;

	fb_buf_add(&b, area);
	fb_buf_addc(&b, '_');
	fb_buf_add(&b, key);
	words = fb_word(&r->words, fb_buf_cstr(&b));
	words = fb_arena_copy(&r->mem, fb_str_eq(words, fb_buf_str(&b)) ? key :
	    words);
	fb_buf_release(&b);
	return words;
}

static fb_str
name_of(struct fb_report *r, fb_str key)
{
	return words_of(r, FB_LIT("fact"), key);
}

static bool
is_list(fb_str raw)
{
	return raw.n && (raw.p[0] == '{' || raw.p[0] == '[');
}

/* {"in":3,"out":1} inside a value as "(Records in: 3, Records out: 1)"; what is
 * deeper as written. */
static void
put_inner(struct fb_buf *b, struct fb_report *r, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);
	struct fb_buf all = {0}, key = {0};

	while (fb_json_next(&it)) {
		fb_say_more(&all, &r->words);
		key.n = 0;
		fb_json_unescape(&key, it.key);
		fb_buf_add(&all, name_of(r, fb_buf_str(&key)));
		fb_buf_adds(&all, key.n ? ": " : "");
		put_text(&all, it.val);
	}
	fb_buf_addc(b, '(');
	fb_buf_add(b, fb_buf_str(&all));
	fb_buf_addc(b, ')');
	fb_buf_release(&all);
	fb_buf_release(&key);
}

/* {"EMAIL":3,"PHONE":1} as "EMAIL 3, PHONE 1". */
static void
put_value(struct fb_buf *b, struct fb_report *r, fb_str raw)
{
	struct fb_json it = fb_json_in(raw);

	if (!is_list(raw))
		put_text(b, raw);
	while (is_list(raw) && fb_json_next(&it)) {
		fb_say_more(b, &r->words);
		fb_json_unescape(b, it.key);
		fb_buf_adds(b, it.key.n ? " " : "");
		if (is_list(it.val))
			put_inner(b, r, it.val);
		else
			put_text(b, it.val);
	}
}

size_t
fb_trail_facts(struct fb_report *r, const char *trail, struct fb_fact **facts)
{
	struct fb_json it = fb_json_in(fb_cstr(trail));
	struct list l = {0};

	while (fb_json_next(&it)) {
		struct fb_buf key = {0}, value = {0};

		fb_json_unescape(&key, it.key);
		put_value(&value, r, it.val);
		if (!fb_str_eq(fb_buf_str(&key), FB_LIT("fb")) &&
		    !fb_str_eq(fb_buf_str(&key), FB_LIT("tool")) &&
		    !fb_str_eq(fb_buf_str(&key), FB_LIT("version")) && value.n)
			add(&l, name_of(r, fb_buf_str(&key)),
			    fb_arena_copy(&r->mem, fb_buf_str(&value)));
		fb_buf_release(&key);
		fb_buf_release(&value);
	}
	return hand_over(r, &l, facts);
}

void
fb_put_trail_name(struct fb_buf *b, const char *trail)
{
	put_text(b, fb_json_get(fb_cstr(trail), "tool"));
	fb_buf_addc(b, ' ');
	put_text(b, fb_json_get(fb_cstr(trail), "version"));
}

/* The distinct values of a key over all trails, joined. */
static void
put_distinct(struct fb_report *r, struct fb_buf *b, const char *key)
{
	struct fb_map seen = {0};

	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_buf v = {0};
		bool fresh;

		put_value(&v, r, fb_json_get(
		    fb_cstr(r->trails.lines[i]), key));
		fb_map_put(&seen, fb_buf_str(&v), &fresh);
		if (v.n && fresh) {
			fb_say_apart(b, &r->words);
			fb_buf_add(b, words_of(r, fb_cstr(key), fb_buf_str(&v)));
		}
		fb_buf_release(&v);
	}
	fb_map_release(&seen);
}

/* How fb-anecdote chooses, where it did. */
static void
put_rule(struct fb_report *r, struct fb_buf *b)
{
	for (size_t i = 0; i < r->trails.n && !b->n; i++)
		if (fb_json_is(fb_json_get(fb_cstr(r->trails.lines[i]), "tool"),
		    "fb-anecdote"))
			fb_buf_add(b, fb_word(&r->words, "quotes_rule"));
}

static void
put_commands(struct fb_report *r, struct fb_buf *b)
{
	struct fb_buf options = {0};

	for (size_t i = 0; i < r->trails.n; i++) {
		fb_str trail = fb_cstr(r->trails.lines[i]);

		fb_buf_adds(b, i ? "\n" : "");
		put_text(b, fb_json_get(trail, "tool"));
		options.n = 0;
		put_text(&options, fb_json_get(trail, "options"));
		fb_buf_adds(b, options.n ? " " : "");
		fb_buf_add(b, fb_buf_str(&options));
	}
	fb_buf_release(&options);
}

static void
put_versions(struct fb_report *r, struct fb_buf *b)
{
	struct fb_map seen = {0};

	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_buf v = {0};
		bool fresh;

		fb_put_trail_name(&v, r->trails.lines[i]);
		fb_map_put(&seen, fb_buf_str(&v), &fresh);
		if (fresh) {
			fb_say_more(b, &r->words);
			fb_buf_add(b, fb_buf_str(&v));
		}
		fb_buf_release(&v);
	}
	fb_map_release(&seen);
}

static void
put_tests(struct fb_report *r, struct fb_buf *b)
{
	uint64_t sum = 0;
	int64_t n;
	bool any = false;

	for (size_t i = 0; i < r->trails.n; i++)
		if (fb_json_int(fb_json_get(fb_cstr(r->trails.lines[i]),
		    "tests"), &n) && n >= 0) {
			sum += (uint64_t)n;
			any = true;
		}
	if (any)
		fb_show_count(b, &r->words, sum);
}

/* Kinds in byte order, each the sum over all runs. */
static void
put_masks(struct fb_report *r, struct fb_buf *b)
{
	struct fb_map kinds = {0};
	int64_t *sums = NULL, n;
	size_t cap = 0, *order;

	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_json it = fb_json_in(fb_json_get(
		    fb_cstr(r->trails.lines[i]), "masks"));

		while (fb_json_next(&it)) {
			bool fresh;
			size_t k = fb_map_put(&kinds, it.key, &fresh);

			sums = fb_grow(sums, &cap, k + 1, sizeof *sums);
			sums[k] = fresh ? 0 : sums[k];
			if (fb_json_int(it.val, &n) && n > 0)
				sums[k] += n;
		}
	}
	order = fb_map_sorted(&kinds);
	for (size_t i = 0; i < kinds.n; i++)
		if (sums[order[i]]) {
			fb_say_more(b, &r->words);
			fb_json_unescape(b, fb_map_key(&kinds, order[i]));
			fb_buf_addc(b, ' ');
			fb_show_count(b, &r->words, (uint64_t)sums[order[i]]);
		}
	free(order);
	free(sums);
	fb_map_release(&kinds);
}

/* How many were asked is not known to some run. */
static void
put_response(struct fb_report *r, struct fb_buf *b)
{
	bool unknown = false;

	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_json it = fb_json_in(fb_json_get(
		    fb_cstr(r->trails.lines[i]), "flags"));

		while (fb_json_next(&it))
			unknown |= fb_json_is(it.val, "self-selected");
	}
	if (unknown)
		fb_buf_add(b, fb_word(&r->words, "self_selected"));
}

size_t
fb_certificate(struct fb_report *r, struct fb_fact **facts)
{
	static const char *const keys[] = { "seed", "seed_source", "method",
	    "by", "pseudonyms", "key" };
	struct list l = {0};
	void (*const sums[])(struct fb_report *, struct fb_buf *) = {
	    put_rule, fb_put_source_rows, fb_put_digest_in, put_commands, put_versions,
	    put_masks, put_tests, put_response, fb_put_fits, fb_put_unheard };
	static const char *const names[] = { "rule", "sources", "digest",
	    "commands", "versions", "masks", "tests", "response", "fits",
	    "unheard" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct fb_buf b = {0};

		put_distinct(r, &b, keys[i]);
		if (b.n)
			add(&l, name_of(r, fb_cstr(keys[i])), fb_report_keep(r, &b));
		fb_buf_release(&b);
	}
	for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
		struct fb_buf b = {0};

		sums[i](r, &b);
		if (b.n)
			add(&l, name_of(r, fb_cstr(names[i])), fb_report_keep(r, &b));
		fb_buf_release(&b);
	}
	return hand_over(r, &l, facts);
}
