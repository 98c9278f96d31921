/* term.c - the words that tell a group from the others. */
#include "present/voice.h"

static void
put_term(struct fb_buf *b, const struct fb_words *w, const struct fb_term *t)
{
	const uint64_t counts[] = { t->customers, t->n, t->others, t->others_n };
	static const char *const names[] = { "k", "n", "others", "of" };
	struct fb_slot slots[5] = { { "term", t->term } };
	struct fb_buf text[4] = {0};

	for (int i = 0; i < 4; i++) {
		fb_show_count(&text[i], w, counts[i]);
		slots[i + 1] = (struct fb_slot){ names[i], fb_buf_str(&text[i]) };
	}
	fb_say(b, w, "term", slots, 5);
	for (int i = 0; i < 4; i++)
		fb_buf_release(&text[i]);
}

void
fb_put_terms(struct fb_buf *b, const struct fb_report *r,
    const struct fb_cell *c, size_t max)
{
	struct fb_buf list = {0};
	size_t n = 0;

	for (size_t i = 0; i < r->beside.nterms && n < max; i++) {
		if (!fb_beside_fits(&r->beside.terms[i].about, c))
			continue;
		fb_say_more(&list, &r->words);
		put_term(&list, &r->words, &r->beside.terms[i]);
		n++;
	}
	fb_buf_add(b, fb_buf_str(&list));
	fb_buf_release(&list);
}
