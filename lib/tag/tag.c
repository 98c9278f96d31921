/* tag.c - one record's language, themes, stage and alert. */
#include <stdlib.h>

#include "base/ticket.h"
#include "record/json.h"
#include "record/names.h"
#include "tag/lang.h"
#include "tag/tag.h"

static const char *const senses[FB_SENSES] = {
	[FB_THEME] = "theme", [FB_STAGE] = "stage", [FB_ALERT] = "alert",
};

void
fb_tag_init(struct fb_tag *t)
{
	fb_rules_build(&t->rules);
	t->finder.rules = &t->rules;
	t->finder.spans = t->wants_hits;
	for (int s = 0; s < FB_SENSES; s++) {
		t->order[s] = fb_map_sorted(&t->rules.names[s]);
		t->held[s] = fb_zalloc(t->rules.names[s].n, sizeof *t->held[s]);
		t->records[s] = fb_zalloc(t->rules.names[s].n,
		    sizeof *t->records[s]);
	}
}

static void
put_hit(struct fb_tag *t, const struct fb_tag_hit *hit, const char *field)
{
	const struct fb_rule *rule = &t->rules.v[hit->rule];
	struct fb_buf *b = &t->hits;

	if (b->p[b->n - 1] != '[')
		fb_buf_addc(b, ',');
	fb_buf_addc(b, '{');
	fb_put_text(b, "in", fb_cstr(field));
	fb_put_key(b, "span");
	fb_buf_printf(b, "[%zu,%zu]", hit->start, hit->end);
	fb_put_text(b, senses[rule->sense],
	    fb_map_key(&t->rules.names[rule->sense], rule->name));
	fb_buf_addc(b, '}');
}

static void
look_at(struct fb_tag *t, fb_str words, const char *field)
{
	fb_tag_find(&t->finder, words, t->lang);
	for (size_t i = 0; i < t->finder.n; i++) {
		const struct fb_rule *rule = &t->rules.v[t->finder.v[i].rule];

		t->held[rule->sense][rule->name]++;
		if (t->wants_hits)
			put_hit(t, &t->finder.v[i], field);
	}
}

static fb_str
find_lang(struct fb_tag *t, const struct fb_rec *rec, fb_str text)
{
	fb_str own = fb_json_text(fb_rec_get(rec, FB_LANG), &t->code);
	const char *found;

	if (own.n || !t->wants_lang)
		return own;
	found = fb_lang_of(text);
	return fb_cstr(found);
}

void
fb_tag_look(struct fb_tag *t, const struct fb_rec *rec)
{
	fb_str title = fb_json_text(fb_rec_get(rec, FB_TITLE_), &t->words[0]);
	fb_str text = fb_json_text(fb_rec_get(rec, FB_TEXT), &t->words[1]);

	for (int s = 0; s < FB_SENSES; s++)
		memset(t->held[s], 0, t->rules.names[s].n * sizeof *t->held[s]);
	t->hits.n = 0;
	fb_buf_addc(&t->hits, '[');
	t->lang = find_lang(t, rec, text);
	look_at(t, title, "title");
	look_at(t, text, "text");
	fb_buf_addc(&t->hits, ']');
	t->has_words = fb_str_trim(text).n || fb_str_trim(title).n;
	t->ntexts += t->has_words;
}

/* All names of a sense that held, in byte order; false without any. */
static bool
put_names(struct fb_tag *t, enum fb_sense sense, struct fb_buf *b)
{
	const struct fb_map *names = &t->rules.names[sense];
	const size_t *order = t->order[sense];

	b->n = 0;
	fb_buf_addc(b, '[');
	for (size_t i = 0; i < names->n; i++) {
		if (!t->held[sense][order[i]])
			continue;
		t->records[sense][order[i]]++;
		if (b->n > 1)
			fb_buf_addc(b, ',');
		fb_put_json(b, fb_map_key(names, order[i]));
	}
	fb_buf_addc(b, ']');
	return b->n > 2;
}

/* The stage with most hits; of equals the one that the rules name first. */
static bool
put_stage(struct fb_tag *t)
{
	const struct fb_map *names = &t->rules.names[FB_STAGE];
	size_t best = 0;

	t->stage.n = 0;
	for (size_t i = 1; i < names->n; i++)
		if (t->held[FB_STAGE][i] > t->held[FB_STAGE][best])
			best = i;
	if (!names->n || !t->held[FB_STAGE][best])
		return false;
	t->records[FB_STAGE][best]++;
	fb_put_json(&t->stage, fb_map_key(names, best));
	return true;
}

static void
count_lang(struct fb_tag *t)
{
	size_t i = fb_map_put(&t->langs, t->lang, NULL), had = t->cap_lang;

	t->nlang = fb_grow(t->nlang, &t->cap_lang, i + 1, sizeof *t->nlang);
	for (; had < t->cap_lang; had++)
		t->nlang[had] = 0;
	t->nlang[i]++;
}

void
fb_tag_record(struct fb_tag *t, const struct fb_rec *rec, struct fb_writer *out)
{
	struct fb_edit edits[5];
	size_t n = 0;
	bool themed;

	fb_tag_look(t, rec);
	count_lang(t);
	if (t->lang.n && !fb_rec_get(rec, FB_LANG).p) {
		t->room.n = 0;
		fb_put_json(&t->room, t->lang);
		edits[n++] = (struct fb_edit){ FB_LANG, fb_buf_str(&t->room) };
	}
	themed = put_names(t, FB_THEME, &t->themes);
	edits[n++] = (struct fb_edit){ FB_LIT("themes"), fb_buf_str(&t->themes) };
	edits[n++] = (struct fb_edit){ FB_LIT("stage"),
	    put_stage(t) ? fb_buf_str(&t->stage) : (fb_str){ NULL, 0 } };
	edits[n] = (struct fb_edit){ FB_LIT("alert"), { NULL, 0 } };
	if (put_names(t, FB_ALERT, &t->alert)) {
		edits[n].val = fb_buf_str(&t->alert);
		t->nalerts++;
	}
	n++;
	edits[n++] = (struct fb_edit){ FB_LIT("hits"), t->wants_hits ?
	    fb_buf_str(&t->hits) : (fb_str){ NULL, 0 } };
	t->nunthemed += t->has_words && !themed;
	fb_writer_changed(out, rec, edits, n);
}

/* In byte order, or as the rules name them. */
static void
put_counts(struct fb_buf *b, const char *key, const struct fb_map *names,
    const size_t *counts, bool as_named)
{
	size_t *order = fb_map_sorted(names);

	fb_put_key(b, key);
	fb_buf_addc(b, '{');
	for (size_t i = 0; i < names->n; i++) {
		size_t k = as_named ? i : order[i];
		char *name = fb_str_dup(fb_map_key(names, k));

		fb_put_int(b, name, (int64_t)counts[k]);
		free(name);
	}
	fb_buf_addc(b, '}');
	free(order);
}

void
fb_put_tag_facts(struct fb_buf *b, const struct fb_tag *t)
{
	static const char *const keys[FB_SENSES] = { "themes", "stages", "alerts" };

	fb_put_int(b, "texts", (int64_t)t->ntexts);
	fb_put_int(b, "unthemed", (int64_t)t->nunthemed);
	fb_put_int(b, "alert_records", (int64_t)t->nalerts);
	for (int s = 0; s < FB_SENSES; s++)
		put_counts(b, keys[s], &t->rules.names[s], t->records[s],
		    s == FB_STAGE);
	put_counts(b, "langs", &t->langs, t->nlang, false);
	fb_put_key(b, "rules");
	fb_buf_addc(b, '{');
	for (int s = 0; s < FB_SENSES; s++) {
		struct fb_buf hex = {0};

		if (!t->rules.digest[s].any)
			continue;
		fb_put_hex(&hex, t->rules.digest[s].d, 8);
		fb_put_text(b, keys[s], fb_buf_str(&hex));
		fb_buf_release(&hex);
	}
	fb_buf_addc(b, '}');
}

void
fb_tag_release(struct fb_tag *t)
{
	struct fb_buf *bufs[] = { &t->room, &t->themes, &t->stage, &t->alert,
	    &t->hits, &t->code, &t->words[0], &t->words[1] };

	for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
		fb_buf_release(bufs[i]);
	for (int s = 0; s < FB_SENSES; s++) {
		free(t->order[s]);
		free(t->held[s]);
		free(t->records[s]);
	}
	fb_map_release(&t->langs);
	free(t->nlang);
	fb_tag_finder_release(&t->finder);
	fb_rules_release(&t->rules);
	fb_lang_close();
	*t = (struct fb_tag){0};
}
