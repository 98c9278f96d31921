/* pages.c - the text of a PDF, id by id. */
#include <stdio.h>
#include <stdlib.h>

#include "verify/pages.h"
#include "verify/pages_own.h"

/* What stands between two ids, page by page, FF between them. */
static void
put_segment(struct fb_buf *b, fb_str s)
{
	while (s.p) {
		fb_put_solid(b, fb_str_split(&s, '\f'));
		if (s.p)
			fb_buf_addc(b, '\f');
	}
}

static bool
is_mark(fb_str text, size_t at, size_t *len)
{
	*len = fb_mark_len((fb_str){ text.p + at, text.n - at });
	return *len > 0;
}

static void
add_segment(struct fb_pages *p, fb_str text, fb_str mark)
{
	p->v = fb_grow(p->v, &p->cap, p->n + 1, sizeof *p->v);
	p->v[p->n] = (struct fb_segment){ .mark = mark };
	put_segment(&p->v[p->n++].text, text);
}

/* Text up to each mark, and the mark; the last segment has none. */
static void
split(struct fb_pages *p, fb_str text)
{
	size_t from = 0, len;

	for (size_t i = 0; i < text.n; i++) {
		if (!is_mark(text, i, &len))
			continue;
		add_segment(p, (fb_str){ text.p + from, i - from },
		    (fb_str){ text.p + i, len });
		from = i + len;
		i = from - 1;
	}
	add_segment(p, (fb_str){ text.p + from, text.n - from },
	    (fb_str){ text.p, 0 });
}

/* The words of the id behind segment i are at [at, end) of a segment: what is
 * left of it is under no id. */
static void
cut_out(struct fb_segment *s, size_t at, size_t end)
{
	memset(s->text.p + at, '\f', end - at);
}

/* As fb-chart prints it, solid. */
static void
put_labelled(const struct fb_pages *p, struct fb_buf *b, fb_str translation)
{
	struct fb_buf said = {0};

	fb_say_of(&said, &p->language, fb_word(&p->language, "translation"),
	    translation);
	fb_put_solid(b, fb_buf_str(&said));
	fb_buf_release(&said);
}

static void
put_translated(const struct fb_pages *p, struct fb_buf *b, fb_str translation)
{
	if (translation.n)
		put_labelled(p, b, translation);
}

static bool
try_saying(struct fb_pages *p, size_t i, const struct fb_saying *s)
{
	struct fb_segment *in = &p->v[s->letter ? i + 1 : i];
	struct fb_buf words = {0}, behind = {0};
	fb_str page = fb_buf_str(&in->text);
	struct fb_sought sought;
	size_t at = 0, end;
	bool found;

	if (s->letter)
		fb_put_solid(&words, s->title);
	fb_put_solid(&words, s->text);
	put_translated(p, &behind, s->translation);
	sought = (struct fb_sought){ fb_buf_str(&words), fb_buf_str(&behind),
	    fb_buf_str(&p->label) };
	found = s->letter ? fb_letter_in(page, &sought, &end) :
	    fb_quote_in(page, &sought, &at, &end);
	if (found && words.n)
		cut_out(in, at, end);
	fb_buf_release(&words);
	fb_buf_release(&behind);
	return found;
}

static void
check_mark(struct fb_pages *p, size_t i)
{
	fb_str mark = p->v[i].mark;
	size_t k = FB_NO_SAYING;
	bool known = false;

	while ((k = fb_saying_next(&p->sayings, mark, k)) != FB_NO_SAYING) {
		known = true;
		if (try_saying(p, i, &p->sayings.v[k])) {
			p->nprinted++;
			return;
		}
	}
	fb_finding_add(&p->c->found, fb_cstr(p->path), known ?
	    "the words beside %.*s are not those of its record" :
	    "%.*s is not in the stream", (int)mark.n, mark.p);
}

/* Somebody's words, as it seems, under no id. */
static void
find_passages(struct fb_pages *p, fb_str piece, fb_str where)
{
	fb_str passage = fb_passage_in(piece);

	if (passage.p)
		fb_finding_add(&p->c->found, where, "quoted without an id: "
		    "%.*s", (int)(passage.n < 200 ? passage.n : 200),
		    passage.p);
}

static void
find_strangers(struct fb_pages *p)
{
	struct fb_strangers strangers = {0};
	struct fb_buf where = {0};

	for (size_t i = 0; i < p->n; i++) {
		fb_str rest = fb_buf_str(&p->v[i].text);

		where.n = 0;
		fb_buf_printf(&where, "%s: %s", p->path, i + 1 < p->n ?
		    "before " : "at the end");
		fb_buf_add(&where, p->v[i].mark);
		while (rest.n) {
			fb_str piece = fb_str_split(&rest, '\f');

			find_passages(p, piece, fb_buf_str(&where));
			fb_strangers_add(p->c, &strangers, fb_buf_str(&where),
			    piece);
		}
	}
	fb_strangers_find(p->c, &strangers);
	fb_strangers_release(&strangers);
	fb_buf_release(&where);
}

static bool
read_file(const char *path, struct fb_buf *b)
{
	FILE *f = fopen(path, "r");
	bool bad = !f;
	size_t n;

	while (!bad && (n = fread(fb_buf_room(b, 65536), 1, 65536, f)) > 0)
		b->n += n;
	bad = bad || ferror(f);
	if (f)
		fclose(f);
	return !bad;
}

bool
fb_verify_pages(struct fb_case *c, const char *path, size_t *nprinted)
{
	struct fb_pages p = { .c = c, .path = path };
	struct fb_buf text = {0};
	const char *no = fb_words_open(&p.language, c->locale);
	bool good = read_file(path, &text);

	if (no)
		fb_die(FB_FAIL, "%s", no);
	put_labelled(&p, &p.label, FB_LIT(""));
	fb_sayings_read(c, &p.sayings);
	if (good)
		split(&p, fb_buf_str(&text));
	for (size_t i = 0; i + 1 < p.n; i++)
		check_mark(&p, i);
	if (good)
		find_strangers(&p);
	*nprinted += p.nprinted;
	for (size_t i = 0; i < p.n; i++)
		fb_buf_release(&p.v[i].text);
	free(p.v);
	free(p.sayings.v);
	fb_buf_release(&text);
	fb_buf_release(&p.label);
	fb_words_release(&p.language);
	return good;
}
