/* reply.c - part a mail's own words from what it quotes. */
#define _GNU_SOURCE /* memmem */
#include <stdlib.h>
#include <strings.h>

#include "ingest/reply.h"
#include "ingest/reply_mark.h"

struct letter {
	fb_str *lines;
	bool *out;           /* kept out of the text */
	size_t n, cap;
};

static void
cut_lines(struct letter *l, fb_str body)
{
	size_t cap = 0;

	while (body.n) {
		fb_str line = fb_str_split(&body, '\n');

		l->lines = fb_grow(l->lines, &l->cap, l->n + 1,
		    sizeof *l->lines);
		l->out = fb_grow(l->out, &cap, l->n + 1, sizeof *l->out);
		l->out[l->n] = false;
		l->lines[l->n++] = line;
	}
}

static bool
is_empty(const struct letter *l, size_t i)
{
	return !fb_str_trim(l->lines[i]).n;
}

static void
keep_out(struct letter *l, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		l->out[i] = true;
}

/* The first byte of a line that is not blank; 0 when it is empty. */
static char
mark_of(const struct letter *l, size_t i)
{
	fb_str line = fb_str_trim(l->lines[i]);

	return line.n ? *line.p : '\0';
}

/* Between whose words they are and these words. */
static bool
is_between(const struct letter *l, size_t i)
{
	return is_empty(l, i) || fb_mark_snip(l->lines[i]);
}

/* Does what quotes begin behind line i, perhaps after a few lines that say
 * nothing? The mark in front of it, '>' or '|', else 0. */
static char
quote_follows(const struct letter *l, size_t i)
{
	size_t k = i + 1;
	char mark;

	while (k < l->n && k <= i + 4 && is_between(l, k))
		k++;
	mark = k < l->n ? mark_of(l, k) : '\0';
	return mark == '>' || mark == '|' ? mark : '\0';
}

/* Bars quote only behind a line that says whom, and with a bar at their end too
 * they are a table. */
static void
keep_out_bars(struct letter *l, size_t i)
{
	for (; i < l->n; i++) {
		fb_str line = fb_str_trim(l->lines[i]);

		if (line.n && *line.p == '|' &&
		    (line.n == 1 || line.p[line.n - 1] != '|'))
			l->out[i] = true;
	}
}

static void
join(const struct letter *l, size_t from, size_t to, struct fb_buf *all)
{
	all->n = 0;
	for (size_t i = from; i <= to; i++) {
		fb_buf_adds(all, i > from ? " " : "");
		fb_buf_add(all, fb_str_trim(l->lines[i]));
	}
}

/* The first line of "On ... wrote:", which may be wrapped into three, that ends
 * in line i; i + 1 when there is none. */
static size_t
attribution(const struct letter *l, size_t i)
{
	bool before = quote_follows(l, i), opened = false;
	struct fb_buf all = {0};
	size_t from = i + 1;

	for (size_t n = 0; n < 3 && n <= i && !opened; n++) {
		if (is_empty(l, i - n) || l->out[i - n])
			break;
		join(l, i - n, i, &all);
		opened = fb_mark_opening(fb_buf_str(&all));
		if ((opened || !n) &&
		    fb_mark_attribution(fb_buf_str(&all), before))
			from = i - n;
	}
	fb_buf_release(&all);
	return from;
}

static void
mark_quotes(struct letter *l)
{
	for (size_t i = 0; i < l->n; i++)
		l->out[i] = mark_of(l, i) == '>';
	for (size_t i = 0; i < l->n; i++) {
		fb_str line = fb_str_trim(l->lines[i]);
		char mark = quote_follows(l, i);
		size_t from;

		if (l->out[i] || !line.n || line.p[line.n - 1] != ':')
			continue;
		from = attribution(l, i);
		if (from <= i)
			keep_out(l, from, mark ? i + 1 : l->n);
		for (size_t k = i + 1; from <= i && k < l->n && is_between(l, k);)
			l->out[k++] = true;
		if (from <= i && mark == '|')
			keep_out_bars(l, i + 1);
	}
}

/* Three or more lines "From: ...", "Sent: ..." under each other. */
static bool
is_header_block(const struct letter *l, size_t i)
{
	size_t n = 0;

	if (!fb_mark_header(l->lines[i], true))
		return false;
	for (size_t k = i; k < l->n && k < i + 7; k++)
		n += fb_mark_header(l->lines[k], false);
	return n >= 3;
}

/* Where everything to the end begins to be another's, or l->n. */
static size_t
end_of_own(const struct letter *l)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->out[i])
			continue;
		if (fb_mark_original(l->lines[i]) || is_header_block(l, i) ||
		    (fb_mark_rule(l->lines[i]) && i + 1 < l->n &&
		    fb_mark_header(l->lines[i + 1], true)))
			return i;
		if (fb_mark_signature(l->lines[i], l->n - i - 1))
			return i;
	}
	return l->n;
}

/* A list's footer: a long line of underscores, an address below it. */
static bool
is_list_footer(const struct letter *l, size_t i)
{
	if (!fb_mark_rule(l->lines[i]) || l->n - i > 12)
		return false;
	for (size_t k = i + 1; k < l->n; k++)
		if (memmem(l->lines[k].p, l->lines[k].n, "://", 3) ||
		    memmem(l->lines[k].p, l->lines[k].n, "mailing list", 12))
			return true;
	return false;
}

/* From the end: "Sent from my phone", paragraphs that tell how to leave, lines
 * of dashes that stood in front of what was kept out. */
static void
mark_footers(struct letter *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (!l->out[i] && is_list_footer(l, i))
			keep_out(l, i, l->n);
	for (size_t n = l->n; n; n--) {
		fb_str line = fb_str_trim(l->lines[n - 1]);

		if (!line.n || l->out[n - 1])
			continue;
		if (!fb_mark_footer(line) && !fb_mark_dashes(line))
			break;
		l->out[n - 1] = true;
	}
}

/* Lines of one side, with one empty line for what was between them. */
static void
put_side(struct fb_buf *b, const struct letter *l, bool out)
{
	size_t start = b->n, empty = 0;
	bool gap = false;

	for (size_t i = 0; i < l->n; i++) {
		if (l->out[i] != out) {
			gap = true;
			continue;
		}
		if (is_empty(l, i)) {
			empty++;
			continue;
		}
		if (b->n > start) {
			fb_buf_addc(b, '\n');
			empty = gap && (empty || !out) ? 1 : empty;
			for (; empty; empty--)
				fb_buf_addc(b, '\n');
		}
		fb_buf_add(b, l->lines[i]);
		empty = 0;
		gap = false;
	}
}

void
fb_put_reply(struct fb_buf *text, struct fb_buf *quoted, fb_str body)
{
	struct letter l = {0};

	cut_lines(&l, body);
	mark_quotes(&l);
	keep_out(&l, end_of_own(&l), l.n);
	mark_footers(&l);
	for (size_t i = 0; i < l.n; i++)
		if (fb_mark_noise(l.lines[i]))
			l.out[i] = true;
	put_side(text, &l, false);
	put_side(quoted, &l, true);
	free(l.lines);
	free(l.out);
}
