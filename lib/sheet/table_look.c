/* table_look.c - the first pass over the lines of a table. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/time.h"
#include "record/json.h"
#include "record/names.h"
#include "sheet/table_part.h"
#include "text/icu.h"

enum { WIDEST = 60 };

bool
fb_listing_next(struct fb_listing *t, struct fb_rec *rec, bool again)
{
	while (fb_reader_next(t->in, rec)) {
		bool record = rec->kind == FB_RECORD;

		if (rec->kind == FB_TRAIL && !again)
			fb_trails_add(&t->report.trails, rec);
		if (rec->kind == FB_TRAIL)
			continue;
		if (record == t->records)
			return true;
		t->nother += !again;
	}
	return false;
}

/* A key that names something: digits in it are a name and not an amount. */
static bool
names_something(fb_str key)
{
	static const char *const ends[] = { "_id", "-id", " id", ".id", "Id",
	    "ID" };

	if (fb_str_eq(key, FB_ID) || fb_str_eq(key, FB_CUSTOMER) ||
	    fb_str_eq(key, FB_SOURCE))
		return true;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);

		if (key.n >= n && !memcmp(key.p + key.n - n, ends[i], n))
			return true;
	}
	return false;
}

/* What fb-redact masks or drops. */
static bool
is_words(fb_str key)
{
	return fb_str_eq(key, FB_TEXT) || fb_str_eq(key, FB_TITLE_) ||
	    fb_str_eq(key, FB_TRANSLATED) || fb_str_eq(key, FB_CUSTOMER) || fb_str_starts(key, FB_LIT("person_"));
}

static size_t
find_key(struct fb_listing *t, fb_str key, bool add)
{
	size_t i = fb_map_get(&t->keys, key);

	if (i != FB_MAP_NONE || !add || t->keys.n == FB_TABLE_KEYS)
		return i;
	i = fb_map_put(&t->keys, key, NULL);
	t->columns = fb_grow(t->columns, &t->cap, i + 1, sizeof *t->columns);
	t->columns[i] = (struct fb_column){ .is_id = names_something(key),
	    .is_words = is_words(key), .width = fb_clusters(key) };
	return i;
}

/* Lines of one export have their keys in one order, so that the column of a
 * field is nearly always that of the field in the same place before. */
size_t
fb_listing_column(struct fb_listing *t, const struct fb_rec *rec, size_t i,
    bool add)
{
	fb_str written = rec->f[i].key;
	struct fb_buf b = {0};
	size_t *guess;

	if (i >= FB_TABLE_KEYS)
		return FB_MAP_NONE;
	if (i >= t->guess_cap || !t->guess) {
		size_t old = t->guess_cap;

		t->guess = fb_grow(t->guess, &t->guess_cap, i + 1,
		    sizeof *t->guess);
		memset(t->guess + old, 0, (t->guess_cap - old) * sizeof *guess);
	}
	guess = &t->guess[i];
	if (!rec->escaped_keys && *guess < t->keys.n &&
	    fb_str_eq(fb_map_key(&t->keys, *guess), written))
		return *guess;
	fb_json_unescape(&b, written);
	*guess = find_key(t, fb_buf_str(&b), add);
	fb_buf_release(&b);
	return *guess;
}

static void
look_at_text(struct fb_listing *t, struct fb_column *c, fb_str raw)
{
	struct fb_buf scratch = {0}, gate = {0};
	fb_str text = fb_listing_text(raw, &scratch);
	size_t width = text.n < WIDEST ? text.n : WIDEST;
	double serial;
	bool has_time;

	c->filled += text.n > 0;
	if (fb_json_is_str(raw) && fb_listing_when(text, &serial, &has_time)) {
		c->days += !has_time;
		c->times += has_time;
		width = has_time ? 16 : 11;
	}
	c->width = width > c->width ? width : c->width;
	if (raw.n > FB_SURELY_FITS) {
		text = fb_listing_gated(&gate, text, NULL);
		if (fb_gate_cell(text) < text.n) {
			c->long_texts++;
			t->long_texts++;
		}
	}
	fb_buf_release(&scratch);
	fb_buf_release(&gate);
}

static void
look_at(struct fb_listing *t, struct fb_column *c, fb_str raw)
{
	double v;

	if (fb_listing_number(raw, &v)) {
		c->filled++;
		c->numbers++;
		c->big |= v >= 1e11 || v <= -1e11;
		c->width = raw.n > c->width ? raw.n : c->width;
	} else if (raw.n && (*raw.p == 't' || *raw.p == 'f')) {
		c->filled++;
		c->bools++;
	} else if (!fb_json_is(raw, "") && raw.n && *raw.p != 'n') {
		look_at_text(t, c, raw);
	}
}

bool
fb_listing_shows(const struct fb_listing *t, const struct fb_column *c, bool masked)
{
	return !t->records || masked || t->unredacted || !c->is_words;
}

static void
look_at_row(struct fb_listing *t, const struct fb_rec *rec)
{
	bool masked = fb_rec_get(rec, FB_MASKS).p != NULL;
	struct fb_when when;
	struct fb_buf scratch = {0};

	for (size_t i = 0; i < rec->n; i++) {
		size_t at = fb_listing_column(t, rec, i, true);
		struct fb_column *c = at == FB_MAP_NONE ? NULL :
		    &t->columns[at];
		bool says = rec->f[i].val.n && *rec->f[i].val.p != 'n' &&
		    !fb_json_is(rec->f[i].val, "");

		if (!c)
			t->left_cells++;
		else if (!fb_listing_shows(t, c, masked))
			t->hidden += says;
		else {
			look_at(t, c, rec->f[i].val);
			t->bare += says && c->is_words && t->records && !masked;
		}
	}
	if (!fb_when_parse(fb_json_text(fb_rec_get(rec, FB_DATE), &scratch),
	    &when) && when.sec > t->latest)
		t->latest = when.sec;
	fb_buf_release(&scratch);
	t->nrows++;
}

static void
settle(struct fb_column *c)
{
	c->kind = FB_COLUMN_TEXT;
	if (c->is_id || c->is_words)
		return;
	if (c->numbers)
		c->kind = FB_COLUMN_NUMBER;
	else if (c->filled && c->days == c->filled)
		c->kind = FB_COLUMN_DAY;
	else if (c->filled && c->days + c->times == c->filled)
		c->kind = FB_COLUMN_TIME;
}

const char *
fb_listing_look(struct fb_listing *t)
{
	struct fb_rec rec = {0};

	t->latest = 1;
	t->records = true;
	while (fb_listing_next(t, &rec, false))
		look_at_row(t, &rec);
	if (!t->nrows && t->nother) {
		t->records = false;
		t->nother = 0;
		fb_reader_again(t->in);
		while (fb_listing_next(t, &rec, true))
			look_at_row(t, &rec);
	}
	for (size_t i = 0; i < t->keys.n; i++)
		settle(&t->columns[i]);
	fb_rec_release(&rec);
	fb_trails_sort(&t->report.trails);
	return fb_words_open(&t->report.words, FB_LIT("en"));
}

int64_t
fb_listing_time(const struct fb_listing *t)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	int64_t sec;

	if (epoch && !fb_parse_i64(fb_cstr(epoch), &sec) && sec > 0)
		return sec;
	return t->latest;
}
