/* phrases_look.c - where rules may stand, and where they do. */
#include "text/anchors.h"
#include "text/phrase.h"

/* May a rule stand whose anchor is that word? */
static bool
begins_at(struct fb_phrases *r, fb_str text, struct fb_span at, bool digits)
{
	size_t word;

	r->scratch.n = 0;
	fb_put_lower(&r->scratch, (fb_str){ text.p + at.start,
	    at.end - at.start });
	word = fb_map_get(&r->words, fb_buf_str(&r->scratch));
	if (word == FB_MAP_NONE || word >= r->use_cap)
		return false;
	for (size_t i = r->use[word].first; i; i = r->v[i - 1].next)
		if ((digits || !fb_phrase_counts(&r->v[i - 1])) &&
		    fb_phrase_may_stand(r, &r->v[i - 1], text, at))
			return true;
	return false;
}

bool
fb_phrases_see(struct fb_phrases *r, fb_str text, bool digits)
{
	struct fb_anchors a;
	struct fb_span at;

	if (r->listed && fb_own_see(r->listed, text))
		return true;
	fb_anchors_text(&a, r, text, digits);
	while (fb_anchors_next(&a, &at))
		if (begins_at(r, text, at, digits))
			return true;
	return false;
}

bool
fb_phrases_find(struct fb_phrases *r, const struct fb_shade *s, size_t *from,
    struct fb_place *found)
{
	struct fb_anchors a;
	struct fb_span anchor, at;

	fb_anchors_shade(&a, r, s, *from);
	while (fb_anchors_next(&a, &anchor)) {
		size_t word = fb_phrase_word(r, s, anchor);

		for (size_t k = word >= r->use_cap ? 0 : r->use[word].first; k;
		    k = r->v[k - 1].next) {
			if (!fb_phrase_at(r, &r->v[k - 1], s, anchor, &at))
				continue;
			*found = (struct fb_place){ at.start, at.end,
			    r->v[k - 1].kind };
			*from = anchor.end;
			return true;
		}
	}
	return false;
}
