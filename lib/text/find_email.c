/* find_email.c - mail addresses, also with " at " or "(at)" for the sign. */
#include "text/find.h"

/* Common in addresses; the rest that RFC 5322 allows counts only when nothing
 * of these stands in front of the sign. */
static bool
in_local(unsigned char c)
{
	return fb_is_word(c) || (c && strchr(".%+-'&", c));
}

static size_t
local_start(const struct fb_shade *s, size_t sign)
{
	size_t i = sign;

	while (i && in_local(s->p[i - 1]))
		i--;
	while (i < sign && s->p[i] && strchr(".'-", s->p[i]) && i + 1 < sign)
		i++;
	if (i < sign && s->p[i] != '.')
		return i;
	for (i = sign; i && s->p[i - 1] && strchr("!#$*/=?^`{|}~", s->p[i - 1]); )
		i--;
	if (i == sign && i > 2 && s->p[i - 1] == '"')
		for (i--; i && s->p[i - 1] > ' ' && s->p[i] != '"'; )
			i--;
	return i;
}

/* The end of the label at i, which is i when there is none. */
static size_t
label_end(const struct fb_shade *s, size_t i)
{
	size_t end = i;

	if (s->p[i] == '-')
		return i;
	while (fb_is_letter(s->p[end]) || fb_is_digit(s->p[end]) ||
	    s->p[end] == '-')
		end++;
	return fb_before(s, end) == '-' ? i : end;
}

static bool
is_top(const struct fb_shade *s, size_t i, size_t end)
{
	if (end - i > 4 && !memcmp(s->p + i, "xn--", 4))
		return true;
	for (size_t k = i; k < end; k++)
		if (!fb_is_letter(s->p[k]))
			return false;
	return end - i >= 2;
}

/* "[192.0.2.1]" */
static size_t
literal_end(const struct fb_shade *s, size_t i)
{
	size_t end = i + 1, dots = 0;

	for (; fb_is_digit(s->p[end]) || s->p[end] == '.'; end++)
		dots += s->p[end] == '.';
	return s->p[end] == ']' && dots == 3 ? end + 1 : 0;
}

/* The end of the domain at i, 0 when there is none. */
static size_t
domain_end(const struct fb_shade *s, size_t i)
{
	size_t good = 0, start = i, end;

	if (s->p[i] == '[')
		return literal_end(s, i);
	for (;;) {
		if ((end = label_end(s, start)) == start)
			break;
		good = start > i && is_top(s, start, end) ? end : 0;
		if (s->p[end] != '.')
			break;
		start = end + 1;
		if (!fb_is_word(s->p[start]))
			break;
	}
	return good && s->p[good] != '+' && s->p[good] != '@' ? good : 0;
}

/* Whose mail is so common that "joe at gmail.com" is an address, while
 * "booked at example.com" is not. */
static const char *const providers[] = {
	"aol", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "mail",
	"msn", "outlook", "proton", "protonmail", "qq", "web", "yahoo", "yandex",
};

static bool
is_provider(const struct fb_shade *s, size_t i)
{
	size_t end = label_end(s, i);

	return s->p[end] == '.' && fb_in_list((fb_str){
	    (const char *)s->p + i, end - i }, providers,
	    sizeof providers / sizeof *providers);
}

/* What stands for the sign at i: where the name in front ends and the domain
 * behind begins. */
struct sign {
	size_t left, right;
	bool loose; /* only in front of a provider */
};

static bool
spelled(const struct fb_shade *s, size_t i, struct sign *g)
{
	const unsigned char *p = s->p + i;

	if (p[0] == '@' || p[1] != 'a')
		return false;
	if (i + 4 < s->n && (!memcmp(p, "(at)", 4) || !memcmp(p, "[at]", 4)))
		*g = (struct sign){ i, i + 4, false };
	else if (i + 4 < s->n && !memcmp(p, " at ", 4))
		*g = (struct sign){ i, i + 4, true };
	else
		return false;
	return true;
}

static bool
sign_at(const struct fb_shade *s, size_t i, struct sign *g)
{
	if (s->p[i] == '@')
		*g = (struct sign){ i, i + 1, false };
	else if (!spelled(s, i, g))
		return false;
	if (s->p[i] == '@')
		g->loose = fb_before(s, i) == ' ' || s->p[i + 1] == ' ';
	while (g->left && s->p[g->left - 1] == ' ')
		g->left--;
	while (s->p[g->right] == ' ')
		g->right++;
	return true;
}

static bool
find(const struct fb_shade *s, size_t from, struct fb_span *at)
{
	struct sign g;

	for (size_t i = from; (i = fb_at_from(s, i)) < s->n; i++) {
		if (!sign_at(s, i, &g))
			continue;
		at->start = local_start(s, g.left);
		at->end = domain_end(s, g.right);
		if (at->end && at->start < g.left && at->start >= from &&
		    (!g.loose || is_provider(s, g.right)))
			return true;
	}
	return false;
}

const struct fb_finder fb_finder_email = {
	.kind = "EMAIL", .needs = FB_SEES_AT | FB_SEES_DOT, .find = find,
};
