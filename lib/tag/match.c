/* match.c - the trie of all patterns, and how they begin. */
#include <stdlib.h>

#include "base/diag.h"
#include "tag/match_bits.h"
#include "text/words.h"

size_t
fb_match_add(struct fb_match *m, fb_str pattern)
{
	for (size_t i = 0; i < m->patterns.n; i++)
		if (fb_str_eq(m->patterns.v[i], pattern))
			return i;
	m->patterns.v = fb_grow(m->patterns.v, &m->patterns.cap,
	    m->patterns.n + 1, sizeof *m->patterns.v);
	m->patterns.v[m->patterns.n] = pattern;
	return m->patterns.n++;
}

static unsigned char
small(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static bool
is_gap(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Class 0 is every byte that no pattern has. */
static void
make_classes(struct fb_match *m)
{
	m->nclasses = 1;
	for (size_t i = 0; i < m->patterns.n; i++)
		for (size_t k = 0; k < m->patterns.v[i].n; k++) {
			unsigned char c = (unsigned char)m->patterns.v[i].p[k];

			if (!m->class_of[c])
				m->class_of[c] = (unsigned char)m->nclasses++;
		}
	for (int c = 0; c < 256; c++)
		m->class_of[c] = m->class_of[is_gap((unsigned char)c) ? ' ' :
		    small((unsigned char)c)];
}

static uint32_t
add_state(struct fb_match *m)
{
	size_t cells = (m->nstates + 1) * m->nclasses, cap = m->cap;

	if (cells > UINT32_MAX)
		fb_die(FB_FAIL, "too many patterns");
	m->next = fb_grow(m->next, &m->cap, cells, sizeof *m->next);
	if (m->cap != cap) {
		size_t states = m->cap / m->nclasses + 1, none = 0;

		m->ends = fb_grow(m->ends, &none, states, sizeof *m->ends);
	}
	memset(m->next + m->nstates * m->nclasses, 0,
	    m->nclasses * sizeof *m->next);
	m->ends[m->nstates] = 0;
	return (uint32_t)m->nstates++;
}

/* One byte further along a pattern; gives the state there. */
static uint32_t
extend(struct fb_match *m, uint32_t state, unsigned char byte)
{
	uint32_t to = *fb_match_edge(m, state, m->class_of[byte]);

	if (!to) {
		to = add_state(m);
		*fb_match_edge(m, state, m->class_of[byte]) = to;
	}
	return to;
}

/* All patterns in step, so that the states of first letters, where most walks
 * end, stand side by side in memory. */
static void
add_paths(struct fb_match *m)
{
	uint32_t *at = fb_zalloc(m->patterns.n, sizeof *at);
	bool more = true;

	for (size_t depth = 0; more; depth++) {
		more = false;
		for (size_t i = 0; i < m->patterns.n; i++) {
			fb_str p = m->patterns.v[i];

			if (depth >= p.n)
				continue;
			more = true;
			at[i] = extend(m, at[i], (unsigned char)p.p[depth]);
			if (depth + 1 == p.n)
				m->ends[at[i]] = (uint32_t)i + 1;
		}
	}
	free(at);
}

static void
set_bit(uint64_t *bits, unsigned i)
{
	bits[i / 64] |= (uint64_t)1 << i % 64;
}

/* The next way to write byte c of a pattern behind way w, which starts at -1:
 * any byte of its class; behind the pattern's end any byte at all. */
static int
next_way(const struct fb_match *m, int c, int w)
{
	for (w++; w < 256; w++)
		if (c < 0 || m->class_of[w] == m->class_of[c])
			return w;
	return -1;
}

/* Bits of all ways to write a pattern's first bytes. */
static void
note_head(struct fb_match *m, fb_str pattern)
{
	size_t depth = pattern.n < 3 ? 2 : 4, k = 0;
	unsigned char head[4];
	int way[4] = { -1, -1, -1, -1 };

	for (;;) {
		int c = k < pattern.n ? (unsigned char)pattern.p[k] : -1;

		way[k] = next_way(m, c, way[k]);
		if (way[k] < 0) {
			if (!k--)
				return;
			continue;
		}
		head[k] = (unsigned char)way[k];
		if (k + 1 < depth)
			way[++k] = -1;
		else if (depth == 2)
			set_bit(m->pairs, fb_pair_bit(head));
		else
			set_bit(m->heads, fb_head_bit(head));
	}
}

/* How patterns begin; odd: with something that is no letter and no digit. */
static void
note_beginnings(struct fb_match *m)
{
	for (size_t i = 0; i < m->patterns.n; i++) {
		unsigned char first = (unsigned char)*m->patterns.v[i].p;

		m->odd |= first < 0x80 && !m->in_word[first];
		note_head(m, m->patterns.v[i]);
	}
}

void
fb_match_build(struct fb_match *m)
{
	make_classes(m);
	add_state(m);
	add_paths(m);
	for (uint32_t c = 0; c < 128; c++)
		m->in_word[c] = fb_glyph(c) == FB_GLYPH_WORD;
	note_beginnings(m);
}

void
fb_match_release(struct fb_match *m)
{
	free(m->next);
	free(m->ends);
	free(m->patterns.v);
	*m = (struct fb_match){0};
}
