/* find_id.c - national numbers of persons: by shape and checksum where these
 * are telling, else only behind a word for them or as the whole text. */
#include <assert.h>

#include "text/find.h"
#include "text/ids.h"

enum { REACH = 48, MOST = 24, SHAPES = 64 };

/* Letters and digits within reach of a start. */
struct amount {
	size_t digits, all;
};

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

/* What a shape asks for at least. */
static struct amount
amount_of(const char *shape)
{
	struct amount a = {0};

	for (; *shape; shape++) {
		a.digits += *shape == 'd';
		a.all += *shape == 'd' || *shape == 'a' || *shape == 'w';
	}
	return a;
}

/* How many there are from place i on, with nothing but signs of shapes
 * between. */
static struct amount
amount_at(const struct fb_shade *s, size_t i)
{
	struct amount a = {0};

	for (; a.all < MOST; i++) {
		unsigned char b = s->p[i];
		bool is_digit = fb_is_digit(b);

		if (is_digit || (b >= 'a' && b <= 'z')) {
			a.digits += is_digit;
			a.all++;
		} else if (!b || !strchr(" -./+:", b)) {
			break;
		}
	}
	return a;
}

/* The shapes that begin with a letter [0] and with a digit [1], in the order in
 * which they are tried, and what they ask for. */
static struct shape {
	const struct fb_id *id;
	struct amount least;
} shapes[2][SHAPES];

static void
sort_shapes(void)
{
	static const struct fb_id_list *const lists[] = { &fb_ids_europe,
	    &fb_ids_world };
	size_t n[2] = {0};

	for (size_t l = 0; l < 2; l++)
		for (size_t k = 0; k < lists[l]->n; k++) {
			const struct fb_id *id = &lists[l]->v[k];
			struct shape one = { id, amount_of(id->shape) };

			if (*id->shape != 'd')
				shapes[0][n[0]++] = one;
			if (*id->shape != 'a')
				shapes[1][n[1]++] = one;
		}
	assert(n[0] < SHAPES && n[1] < SHAPES);
}

static size_t
id_end(const struct fb_shade *s, size_t i)
{
	struct amount most = amount_at(s, i);
	unsigned char c[MOST];

	if (!shapes[0][0].id)
		sort_shapes();
	for (const struct shape *h = shapes[fb_is_digit(s->p[i])]; h->id; h++) {
		size_t n, end;

		if (h->least.digits > most.digits || h->least.all > most.all)
			continue;
		end = shape_end(s, i, h->id->shape, c, &n);
		if (!end || fb_is_word(s->p[end]) || ((s->p[end] == '-' ||
		    s->p[end] == ':') && fb_is_digit(s->p[end + 1])) ||
		    (h->id->check && !h->id->check(c, n)))
			continue;
		if (h->id->plain || said(s, i, h->id->cues) ||
		    fb_is_whole(s, i, end))
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
	for (size_t i = from; (i = fb_digit_from(s, i)) < s->n; i++) {
		size_t start = i > from + 5 ? i - 5 : from, end;

		if (fb_is_digit(fb_before(s, i)))
			continue;
		for (; start <= i; start++) {
			if (!starts(s, start) || !(end = id_end(s, start)))
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
