/* audit.c - presented quotes among all records. */
#include <stdio.h>
#include <stdlib.h>

#include "base/num.h"
#include "cell/spec.h"
#include "record/filter.h"
#include "record/json.h"
#include "record/names.h"
#include "stat/exact.h"
#include "verify/audit.h"
#include "verify/strangers.h"

/* A line of the file. */
struct said {
	size_t line;
	fb_str as_is, solid;    /* in the arena */
	size_t found, member;   /* records that say it, and the last of them */
	bool is_id;             /* member is the one it names */
};

/* A record with words. */
struct member {
	int64_t day, length;
	int low;                /* 1 a low score, 0 another, -1 none */
	bool dated, presented;
};

struct audit {
	struct fb_case *c;
	const char *path;
	struct fb_arena mem;
	struct said *said;
	size_t nsaid, said_cap;
	struct member *all;
	size_t n, cap;
	struct fb_spec score;
};

static void
add_line(struct audit *a, fb_str line, size_t lineno)
{
	struct fb_buf b = {0};

	line = fb_str_trim(line);
	if (!line.n)
		return;
	fb_put_solid(&b, line);
	a->said = fb_grow(a->said, &a->said_cap, a->nsaid + 1,
	    sizeof *a->said);
	a->said[a->nsaid++] = (struct said){ .line = lineno,
	    .as_is = fb_arena_copy(&a->mem, line),
	    .solid = fb_arena_copy(&a->mem, fb_buf_str(&b)) };
	fb_buf_release(&b);
}

static bool
read_lines(struct audit *a)
{
	FILE *f = fopen(a->path, "r");
	char *line = NULL;
	size_t cap = 0, lineno = 0;
	ssize_t n;
	bool good;

	if (!f)
		return false;
	while ((n = getline(&line, &cap, f)) >= 0)
		add_line(a, (fb_str){ line, (size_t)n }, ++lineno);
	good = !ferror(f);
	free(line);
	fclose(f);
	return good;
}

static int
is_low(struct audit *a, const struct fb_rec *r)
{
	const char *names[FB_GROUPS];
	struct fb_scale scale;
	int64_t milli;

	if (fb_answer(&a->score, r, &scale, &milli) != FB_ANSWERED ||
	    !scale.known || fb_groups(&a->score, scale, names) < 2)
		return -1;
	return fb_group_of(&a->score, scale, milli) == 0;
}

static int64_t
characters(fb_str s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

static bool
holds(fb_str text, fb_str part)
{
	for (size_t i = 0; part.n && i + part.n <= text.n; i++)
		if (text.p[i] == *part.p && !memcmp(text.p + i, part.p, part.n))
			return true;
	return false;
}

static void
look_up(struct audit *a, fb_str id, fb_str text, size_t member)
{
	struct fb_buf solid = {0};

	fb_put_solid(&solid, text);
	for (size_t i = 0; i < a->nsaid; i++) {
		struct said *s = &a->said[i];

		if (fb_str_eq(s->as_is, id)) {
			s->is_id = true;
			s->found = 1;
			s->member = member;
		} else if (!s->is_id && holds(fb_buf_str(&solid), s->solid)) {
			s->found++;
			s->member = member;
		}
	}
	fb_buf_release(&solid);
}

static void
add_record(struct audit *a, const struct fb_rec *r)
{
	struct fb_buf id = {0}, text = {0};
	fb_str words = fb_json_text(fb_rec_get(r, FB_TEXT), &text);
	struct member m = { .length = characters(words), .low = is_low(a, r) };
	int32_t day;

	if (fb_str_trim(words).n) {
		m.dated = fb_rec_day(r, &day);
		m.day = m.dated ? day : 0;
		a->all = fb_grow(a->all, &a->cap, a->n + 1, sizeof *a->all);
		a->all[a->n] = m;
		look_up(a, fb_json_text(fb_rec_get(r, FB_ID), &id), words,
		    a->n++);
	}
	fb_buf_release(&id);
	fb_buf_release(&text);
}

static void
read_records(struct audit *a)
{
	struct fb_rec r = {0};

	fb_spec_parse(&a->mem, FB_LIT("mean"), &a->score);
	fb_tz_set("UTC");
	fb_reader_again(a->c->in);
	while (fb_case_next(a->c, &r))
		add_record(a, &r);
	fb_rec_release(&r);
}

/* Lines that nobody said; the records of the others. */
static size_t
settle(struct audit *a)
{
	struct fb_buf where = {0};
	size_t alone = 0;

	for (size_t i = 0; i < a->nsaid; i++) {
		const struct said *s = &a->said[i];

		if (s->found == 1 && !a->all[s->member].presented) {
			a->all[s->member].presented = true;
			alone++;
		}
		if (s->found)
			continue;
		where.n = 0;
		fb_buf_printf(&where, "%s:%zu", a->path, s->line);
		fb_finding_add(&a->c->found, fb_buf_str(&where),
		    "no record has this id or says these words");
	}
	fb_buf_release(&where);
	return alone;
}

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The lower median of day or length. */
static int64_t
median(const struct audit *a, bool of_day)
{
	int64_t *v = fb_zalloc(a->n, sizeof *v), m;
	size_t n = 0;

	for (size_t i = 0; i < a->n; i++)
		if (!of_day || a->all[i].dated)
			v[n++] = of_day ? a->all[i].day : a->all[i].length;
	if (n)
		qsort(v, n, sizeof *v, by_size);
	m = n ? v[(n - 1) / 2] : 0;
	free(v);
	return m;
}

enum trait { LOW, OLD, LONG, TRAITS };

/* 1 or 0, or -1 where a record cannot tell. */
static int
has_trait(const struct member *m, enum trait t, const int64_t *medians)
{
	if (t == LOW)
		return m->low;
	if (t == OLD)
		return m->dated ? m->day < medians[OLD] : -1;
	return m->length > medians[LONG];
}

static void
put_trait(struct fb_buf *b, const struct audit *a, enum trait t,
    const int64_t *medians)
{
	static const char *const say[] = { [LOW] = "have a low score",
	    [OLD] = "are older than the median",
	    [LONG] = "are longer than the median" };
	size_t x = 0, n = 0, marked = 0, all = 0;

	for (size_t i = 0; i < a->n; i++) {
		int has = has_trait(&a->all[i], t, medians);

		if (has < 0)
			continue;
		all++;
		marked += (size_t)has;
		n += a->all[i].presented;
		x += (size_t)has * a->all[i].presented;
	}
	if (!n)
		return;
	fb_buf_printf(b, "%s: %zu of %zu %s, %zu of all %zu; so few in a fair "
	    "draw: p = %.4f\n", a->path, x, n, say[t], marked, all,
	    fb_hypergeometric_le(x, n, marked, all));
}

bool
fb_verify_audit(struct fb_case *c, const char *path, struct fb_buf *b)
{
	struct audit a = { .c = c, .path = path };
	bool good = read_lines(&a);
	size_t found = 0, alone;

	if (good) {
		read_records(&a);
		alone = settle(&a);
		for (size_t i = 0; i < a.nsaid; i++)
			found += a.said[i].found > 0;
		fb_buf_printf(b, "%s: %zu presented, %zu found, from %zu "
		    "records that can be told\n", path, a.nsaid, found, alone);
		for (enum trait t = LOW; t < TRAITS; t++) {
			int64_t medians[] = { 0, median(&a, true),
			    median(&a, false) };

			put_trait(b, &a, t, medians);
		}
	}
	fb_arena_release(&a.mem);
	free(a.said);
	free(a.all);
	return good;
}
