/* find_id.c - national numbers of persons: by shape and checksum where these
 * are telling, else only behind a word for them or as the whole text. */
#include "text/find.h"
#include "text/ids.h"

enum { REACH = 48, MOST = 24 };

/* A shape's letters and digits at i go into c; the end, or 0. */
static size_t
shape_end(const struct fb_shade *s, size_t i, const char *shape,
    unsigned char *c, size_t *n)
{
	for (*n = 0; *shape; shape++) {
		unsigned char b = s->p[i];
		bool is_digit = fb_is_digit(b), is_letter = b >= 'a' && b <= 'z';

		if (*shape == '?') {
			i += b == ' ' || b == '-' || b == '.';
			continue;
		}
		if (*shape == 'd' ? !is_digit : *shape == 'a' ? !is_letter :
		    *shape == 'w' ? !is_digit && !is_letter :
		    b != (unsigned char)*shape)
			return 0;
		if (is_digit || is_letter)
			c[(*n)++] = b;
		i++;
	}
	return i;
}

static bool
said(const struct fb_shade *s, size_t i, const char *cues)
{
	size_t floor = i > REACH ? i - REACH : 0;
	fb_str word;

	while (cues && (word = fb_word_before(s, &i, floor)).n)
		for (const char *c = cues; (c = strchr(c, ' ')) && c[1]; c++)
			if (!strncmp(c + 1, word.p, word.n) &&
			    c[1 + word.n] == ' ')
				return true;
	return false;
}

static size_t
id_end(const struct fb_shade *s, size_t i, const struct fb_id_list *ids)
{
	unsigned char c[MOST];

	for (size_t k = 0; k < ids->n; k++) {
		const struct fb_id *id = &ids->v[k];
		size_t n, end = shape_end(s, i, id->shape, c, &n);

		if (!end || fb_is_word(s->p[end]) || ((s->p[end] == '-' ||
		    s->p[end] == ':') && fb_is_digit(s->p[end + 1])) ||
		    (id->check && !id->check(c, n)))
			continue;
		if (id->plain || said(s, i, id->cues) || fb_is_whole(s, i, end))
			return end;
	}
	return 0;
}

static bool
starts(const struct fb_shade *s, size_t i)
{
	unsigned char before = fb_before(s, i);

	if (!fb_is_word(s->p[i]) || fb_is_word(before) || before == '+' ||
	    before == '-' || before == '$')
		return false;
	return (before != '.' && before != ':') ||
	    !fb_is_digit(fb_before(s, i - 1));
}

/* Every number has its first digit at most five signs behind its start. */
static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	for (size_t i = from; i < s->n; i++) {
		size_t start = i > from + 5 ? i - 5 : from, end;

		if (!fb_is_digit(s->p[i]) || fb_is_digit(fb_before(s, i)))
			continue;
		for (; start <= i; start++) {
			if (!starts(s, start) ||
			    (!(end = id_end(s, start, &fb_ids_europe)) &&
			    !(end = id_end(s, start, &fb_ids_world))))
				continue;
			*at = (struct fb_span){ start, end };
			return true;
		}
	}
	return false;
}

const struct fb_finder fb_finder_id = {
	.kind = "ID", .needs = FB_SEES_NUMBER, .find = find,
};
