/* tell.c - log odds of terms in our own arithmetic. */
#include <stdlib.h>

#include "anecdote/tell.h"
#include "text/features.h"
#include "text/icu.h"
#include "text/terms.h"

void
fb_tell_next(struct fb_tell *t, size_t side)
{
	t->customers++;
	t->n[side]++;
	t->side = side;
}

static void
note(void *ctx, fb_str term)
{
	struct fb_tell *t = ctx;
	bool fresh;
	size_t i = fb_map_put(&t->terms, term, &fresh);

	t->v = fb_grow(t->v, &t->cap, i + 1, sizeof *t->v);
	if (fresh)
		t->v[i] = (struct fb_tell_term){0};
	if (t->v[i].seen == t->customers)
		return;
	t->v[i].seen = t->customers;
	t->v[i].n[t->side]++;
}

static fb_str
fold(struct fb_tell *t, fb_str text)
{
	if (text.n > FB_TELL_BYTES) {
		text.n = FB_TELL_BYTES;
		while (((unsigned char)text.p[text.n] & 0xc0) == 0x80)
			text.n--;
	}
	t->folded.n = 0;
	fb_put_folded(&t->folded, text);
	return fb_buf_str(&t->folded);
}

void
fb_tell_hear(struct fb_tell *t, fb_str text)
{
	fb_terms_each(fold(t, text), note, t);
}

static bool
is_known(const uint32_t n[2])
{
	return n[0] + n[1] >= FB_TELL_LEAST;
}

static int64_t
to_milli(double x)
{
	return (int64_t)(x < 0 ? x * 1000 - 0.5 : x * 1000 + 0.5);
}

/* The prior doubles what is counted: all uses come to it once more. */
static int32_t
z_of(const uint32_t n[2], const double uses[2])
{
	double prior = (double)n[0] + n[1], all = uses[0] + uses[1];
	double a = n[0] + prior, b = n[1] + prior;
	double rest_a = uses[0] + all - a, rest_b = uses[1] + all - b;

	if (!is_known(n) || !(rest_a > 0) || !(rest_b > 0))
		return 0;
	return (int32_t)to_milli((fb_ln(a / rest_a) - fb_ln(b / rest_b)) /
	    fb_root(1 / a + 1 / b));
}

static void
settle_term(struct fb_tell_term *v, const double uses[2])
{
	v->z = z_of(v->n, uses);
	for (size_t s = 0; s < 2; s++) {
		uint32_t less[2] = { v->n[0], v->n[1] };

		less[s] -= less[s] > 0;
		v->z_less[s] = z_of(less, uses);
	}
}

void
fb_tell_settle(struct fb_tell *t)
{
	double uses[2] = {0};

	for (size_t i = 0; i < t->terms.n; i++)
		for (size_t s = 0; s < 2 && is_known(t->v[i].n); s++)
			uses[s] += t->v[i].n[s];
	for (size_t i = 0; i < t->terms.n; i++)
		if (is_known(t->v[i].n))
			settle_term(&t->v[i], uses);
}

struct sum {
	struct fb_tell *tell;
	size_t heard;
	int64_t z;
	size_t known;
};

static void
add_up(void *ctx, fb_str term)
{
	struct sum *s = ctx;
	size_t i = fb_map_get(&s->tell->terms, term);
	const struct fb_tell_term *v;
	bool own = s->heard != FB_TELL_NEW;

	if (i == FB_MAP_NONE)
		return;
	v = &s->tell->v[i];
	if (v->n[0] + v->n[1] < (uint32_t)FB_TELL_LEAST + own)
		return;
	s->z += own ? v->z_less[s->heard] : v->z;
	s->known++;
}

struct fb_tell_score
fb_tell_score(struct fb_tell *t, fb_str text, size_t heard)
{
	struct sum s = { .tell = t, .heard = heard };

	fb_terms_each(fold(t, text), add_up, &s);
	if (!s.known)
		return (struct fb_tell_score){0};
	return (struct fb_tell_score){ to_milli((double)s.z / 1000 /
	    fb_root((double)s.known)), s.known };
}

struct looking {
	struct fb_tell *tell;
	void (*visit)(void *ctx, size_t term);
	void *ctx;
};

static void
look(void *ctx, fb_str term)
{
	struct looking *l = ctx;
	size_t i = fb_map_get(&l->tell->terms, term);

	if (i != FB_MAP_NONE)
		l->visit(l->ctx, i);
}

void
fb_tell_look(struct fb_tell *t, fb_str text, void (*visit)(void *ctx,
    size_t term), void *ctx)
{
	struct looking l = { t, visit, ctx };

	fb_terms_each(fold(t, text), look, &l);
}

void
fb_tell_release(struct fb_tell *t)
{
	fb_map_release(&t->terms);
	fb_buf_release(&t->folded);
	free(t->v);
	*t = (struct fb_tell){0};
}
