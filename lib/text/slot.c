/* slot.c - names, dates and codes behind the words that announce them. */
#include "text/find.h"
#include "text/slot.h"

enum { NAME_WORDS = 4, CODE_MOST = 30 };

static size_t
letters_end(const struct fb_shade *s, size_t i)
{
	while (fb_is_letter(s->p[i]) || ((s->p[i] == '\'' || s->p[i] == '-') &&
	    fb_is_letter(s->p[i + 1]) && fb_is_letter(s->p[i + 2])))
		i++;
	return i;
}

static bool
is_never(struct fb_phrases *r, const struct fb_shade *s, size_t i, size_t end)
{
	r->scratch.n = 0;
	fb_put_lower(&r->scratch, fb_shade_text(s, i, end));
	return fb_phrases_never(r, fb_buf_str(&r->scratch));
}

/* The end of one word of a name; an initial takes its full stop along. */
static size_t
part_end(struct fb_phrases *r, const struct fb_shade *s, size_t i)
{
	size_t end = letters_end(s, i);

	if (end == i || !fb_is_upper(s, i) || is_never(r, s, i, end))
		return 0;
	return end == i + 1 && s->p[end] == '.' ? end + 1 : end;
}

/* "van" and the like, with the blank behind, in front of a capital. */
static size_t
particle_end(const struct fb_shade *s, size_t i)
{
	static const char *const particles[] = {
		"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du",
		"el", "la", "le", "van", "von",
	};
	size_t end = letters_end(s, i);

	return s->p[end] == ' ' && fb_in_list((fb_str){ (const char *)s->p + i,
	    end - i }, particles, sizeof particles / sizeof *particles) ?
	    end + 1 : i;
}

/* One word in lower case, and a second where the phrase ends with it. */
static size_t
lower_end(struct fb_phrases *r, const struct fb_shade *s, size_t i)
{
	size_t end = letters_end(s, i), second;

	if (end < i + 3 || is_never(r, s, i, end))
		return 0;
	if (s->p[end] != ' ')
		return end;
	second = letters_end(s, end + 1);
	return second > end + 3 && (!s->p[second] || strchr(",.;!\n",
	    s->p[second])) && !is_never(r, s, end + 1, second) ? second : end;
}

size_t
fb_name_end(struct fb_phrases *r, const struct fb_shade *s, size_t i, bool lower)
{
	size_t end = part_end(r, s, i);

	if (!end && lower)
		return lower_end(r, s, i);
	for (size_t k = 1, next; end && k < NAME_WORDS; k++) {
		if (s->p[end] != ' ')
			break;
		next = particle_end(s, end + 1);
		next = particle_end(s, next);
		if (!(next = part_end(r, s, next)))
			break;
		end = next;
	}
	return end && s->p[end] != '@' && !fb_is_digit(s->p[end]) ? end : 0;
}

static size_t
digits_end(const struct fb_shade *s, size_t i, size_t most)
{
	size_t end = i;

	while (fb_is_digit(s->p[end]) && end < i + most)
		end++;
	return fb_is_digit(s->p[end]) ? i : end;
}

/* 02.12.1979, 1979-12-02, 2/12/79: two short groups, and one or none of four. */
static size_t
figures_end(const struct fb_shade *s, size_t i)
{
	size_t fours = 0;

	for (int k = 0; ; k++) {
		size_t end = digits_end(s, i, 4);

		fours += end == i + 4;
		if (end == i || end == i + 3 || fours > 1 || (k == 1 && end > i + 2))
			return 0;
		if (k == 2)
			return fb_is_word(s->p[end]) ? 0 : end;
		if (!s->p[end] || !strchr("-./ ", s->p[end]))
			return 0;
		i = end + 1;
		if (s->p[i] == ' ')
			i++;
	}
}

static size_t
skip_day(const struct fb_shade *s, size_t i)
{
	size_t end = digits_end(s, i, 2);

	if (end > i && fb_is_letter(s->p[end]) && fb_is_letter(s->p[end + 1]) &&
	    !fb_is_letter(s->p[end + 2]))
		end += 2;
	while (end > i && (s->p[end] == ' ' || s->p[end] == '.' ||
	    s->p[end] == ',' || s->p[end] == '-'))
		end++;
	return end;
}

/* The months as people begin them in the languages of the rule files. */
static bool
is_month(const struct fb_shade *s, size_t i, size_t end)
{
	static const char *const heads[] = {
		"abr", "ago", "aou", "ao\200", "apr", "aug", "avr", "dec", "dez",
		"dic", "d\200c", "ene", "feb", "fev", "f\200v", "gen", "giu", "jan",
		"jui", "jul", "jun", "lug", "maa", "mag", "mai", "maj", "mar",
		"may", "mei", "m\200r", "nov", "oct", "okt", "ott", "out", "sep",
		"set",
	};

	return end >= i + 3 && end <= i + 10 && fb_in_list((fb_str){
	    (const char *)s->p + i, 3 }, heads, sizeof heads / sizeof *heads);
}

/* 4 June 1976, 4th of June 1976, June 4, 1976, 4. Juni 1976 */
static size_t
words_end(const struct fb_shade *s, size_t i)
{
	size_t day = skip_day(s, i), at = day, end;

	for (int k = 0; day > i && k < 2 && (end = letters_end(s, at)) > at &&
	    end <= at + 2 && s->p[end] == ' '; k++)
		at = end + 1;
	end = letters_end(s, at);
	if (!is_month(s, at, end))
		return 0;
	while (s->p[end] == ' ' || s->p[end] == '.' || s->p[end] == ',')
		end++;
	if (day == i)
		end = skip_day(s, end);
	if (s->p[end] == 'd' && s->p[end + 1] == 'e' && s->p[end + 2] == ' ')
		end += 3;
	at = end;
	end = digits_end(s, at, 4);
	return end >= at + 2 && !fb_is_word(s->p[end]) ? end : 0;
}

size_t
fb_date_end(const struct fb_shade *s, size_t i)
{
	size_t end = figures_end(s, i);

	return end ? end : words_end(s, i);
}

static bool
in_code(const struct fb_shade *s, size_t i)
{
	return (fb_is_word(s->p[i]) && s->p[i] != FB_SHADE_LETTER) ||
	    ((s->p[i] == '-' || s->p[i] == '/') && fb_is_word(s->p[i + 1]));
}

size_t
fb_code_end(const struct fb_shade *s, size_t i)
{
	size_t end = i, digits = 0, next;
	bool hash = fb_before(s, i) == '#' || (fb_before(s, i) == ' ' &&
	    fb_before(s, i - 1) == '#');

	for (; in_code(s, end) && end < i + CODE_MOST; end++)
		digits += fb_is_digit(s->p[end]);
	if (end == i || in_code(s, end) || s->p[end] == '%' ||
	    (s->p[end] && strchr(".,:", s->p[end]) && fb_is_digit(s->p[end + 1])))
		return 0;
	/* 020 7946 0958 */
	while (digits == end - i && s->p[end] == ' ' &&
	    (next = digits_end(s, end + 1, 6)) > end + 2 &&
	    !fb_is_word(s->p[next]) && next < i + CODE_MOST) {
		digits += next - end;
		end = next;
	}
	if (fb_date_end(s, i) == end)
		return 0;
	return digits >= (digits == end - i && !hash ? 6 : 4) && end - i >= 5 ?
	    end : 0;
}

size_t
fb_zip_end(const struct fb_shade *s, size_t i)
{
	size_t end = digits_end(s, i, 6);

	return end >= i + 4 && !fb_is_word(s->p[end]) ? end : 0;
}
