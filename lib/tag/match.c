/* match.c - the automaton: a trie, its failure links, and the full table. */
#include <stdlib.h>

#include "base/diag.h"
#include "tag/match.h"

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
		none = 0;
		m->shorter = fb_grow(m->shorter, &none, states, sizeof *m->shorter);
	}
	memset(m->next + m->nstates * m->nclasses, 0,
	    m->nclasses * sizeof *m->next);
	m->ends[m->nstates] = m->shorter[m->nstates] = 0;
	return (uint32_t)m->nstates++;
}

static uint32_t *
edge(const struct fb_match *m, uint32_t state, size_t class)
{
	return &m->next[state * m->nclasses + class];
}

static void
add_path(struct fb_match *m, size_t pattern)
{
	fb_str p = m->patterns.v[pattern];
	uint32_t s = 0;

	for (size_t i = 0; i < p.n; i++) {
		size_t class = m->class_of[(unsigned char)p.p[i]];
		uint32_t to = *edge(m, s, class);

		if (!to) {
			to = add_state(m);
			*edge(m, s, class) = to;
		}
		s = to;
	}
	m->ends[s] = (uint32_t)pattern + 1;
}

/* Breadth first: a state's failure state is done before it. */
static void
link_states(struct fb_match *m)
{
	uint32_t *queue = fb_zalloc(m->nstates, sizeof *queue);
	uint32_t *fail = fb_zalloc(m->nstates, sizeof *fail);
	size_t head = 0, tail = 1;

	for (; head < tail; head++) {
		uint32_t s = queue[head], f = fail[s];

		for (size_t c = 0; c < m->nclasses; c++) {
			uint32_t *to = edge(m, s, c);
			uint32_t back = s ? *edge(m, f, c) : 0;

			if (!*to) {
				*to = back;
				continue;
			}
			fail[*to] = back;
			m->shorter[*to] = m->ends[back] ? back : m->shorter[back];
			queue[tail++] = *to;
		}
	}
	free(queue);
	free(fail);
}

void
fb_match_build(struct fb_match *m)
{
	make_classes(m);
	add_state(m);
	for (size_t i = 0; i < m->patterns.n; i++)
		add_path(m, i);
	link_states(m);
	for (size_t i = 0; i < m->nstates * m->nclasses; i++)
		m->next[i] *= (uint32_t)m->nclasses;
}

static void
tell(const struct fb_match *m, uint32_t state, size_t end, fb_match_hit *hit,
    void *ctx)
{
	for (; state; state = m->shorter[state]) {
		size_t p;

		if (!m->ends[state])
			continue;
		p = m->ends[state] - 1;
		hit(ctx, p, end - m->patterns.v[p].n, end);
	}
}

void
fb_match_find(const struct fb_match *m, fb_str text, fb_match_hit *hit, void *ctx)
{
	const unsigned char *p = (const unsigned char *)text.p;
	uint32_t s = 0, n = (uint32_t)m->nclasses;

	for (size_t i = 0; i < text.n; i++) {
		s = m->next[s + m->class_of[p[i]]];
		if (s && (m->ends[s / n] || m->shorter[s / n]))
			tell(m, s / n, i + 1, hit, ctx);
	}
}

void
fb_match_release(struct fb_match *m)
{
	free(m->next);
	free(m->ends);
	free(m->shorter);
	free(m->patterns.v);
	*m = (struct fb_match){0};
}
