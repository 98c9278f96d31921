/* say.c - texts of the page with their slots filled in. */
#include "base/num.h"
#include "present/words.h"
#include "text/icu.h"

/* A text within a form of a text, and no deeper. */
enum { DEEPEST = 2 };

struct saying {
	struct fb_buf *b;
	const struct fb_words *w;
	const struct fb_slot *slots;
	size_t n;
};

static fb_str
slot_value(const struct saying *s, fb_str name)
{
	for (size_t i = 0; i < s->n; i++)
		if (fb_str_eq(name, fb_cstr(s->slots[i].name)))
			return s->slots[i].value;
	return name;
}

#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"

void
fb_say_foreign(struct fb_buf *b, const struct fb_words *w, fb_str s)
{
	bool rtl = fb_words_rtl(w);
	const char *ours = rtl ? RLM : LRM, *its = rtl ? LRM : RLM;
	bool foreign = fb_side(s, FB_LIT("")) == (rtl ? FB_DIR_LTR : FB_DIR_RTL);

	if (!foreign) {
		fb_buf_add(b, s);
		return;
	}
	fb_buf_adds(b, ours);
	fb_buf_adds(b, its);
	fb_buf_add(b, s);
	fb_buf_adds(b, its);
	fb_buf_adds(b, ours);
}

static fb_str
behind(fb_str s, size_t n)
{
	return n < s.n ? (fb_str){ s.p + n, s.n - n } : FB_LIT("");
}

/* What stands between a brace, which rest begins behind, and the one that closes
 * it; rest then begins behind that. */
static fb_str
take_braced(fb_str *rest)
{
	fb_str in = *rest;
	size_t depth = 1;

	for (in.n = 0; in.n < rest->n; in.n++) {
		depth += rest->p[in.n] == '{';
		depth -= rest->p[in.n] == '}';
		if (!depth)
			break;
	}
	*rest = behind(*rest, in.n + 1);
	return in;
}

/* Is the value the language's word for a small number: "Four"? */
static bool
is_number_word(const struct fb_words *w, fb_str value, double *n)
{
	for (size_t i = 0; value.n; i++) {
		fb_str word = fb_word_at(w, "numbers", i);

		*n = (double)i;
		if (!word.n || fb_str_eq(word, value))
			return word.n > 0;
	}
	return false;
}

/* Is the value a number as the language writes it? */
static bool
number_of(const struct fb_words *w, fb_str value, double *n)
{
	fb_str gap = fb_word(w, "thousands"), point = fb_word(w, "decimal");
	struct fb_buf plain = {0};
	bool ok = is_number_word(w, value, n);

	if (ok)
		return true;
	while (value.n) {
		if (gap.n && fb_str_starts(value, gap)) {
			value = behind(value, gap.n);
		} else if (fb_str_starts(value, point)) {
			fb_buf_addc(&plain, '.');
			value = behind(value, point.n);
		} else {
			fb_buf_addc(&plain, *value.p);
			value = behind(value, 1);
		}
	}
	ok = !fb_parse_double(fb_buf_str(&plain), n);
	fb_buf_release(&plain);
	return ok;
}

static bool
has_decimals(const struct fb_words *w, fb_str value)
{
	fb_str point = fb_word(w, "decimal");

	while (value.n && !fb_str_starts(value, point))
		value = behind(value, 1);
	return value.n > 0;
}

/* The form of the value; "" when there is not even one for other. */
static fb_str
form_of(const struct fb_words *w, fb_str forms, fb_str value)
{
	fb_str best = {0}, other = FB_LIT(""), want = FB_LIT("other");
	double n;

	if (number_of(w, value, &n))
		want = fb_plural(w, n, has_decimals(w, value));
	while (forms.n) {
		fb_str name = fb_str_trim(fb_str_split(&forms, '{')), text;

		text = forms.p ? take_braced(&forms) : FB_LIT("");
		if (name.n && *name.p == '=' && fb_str_eq(behind(name, 1), value))
			return text;
		if (fb_str_eq(name, want))
			best = text;
		if (fb_str_eq(name, FB_LIT("other")))
			other = text;
	}
	return best.p ? best : other;
}

static void put_text(const struct saying *, fb_str text, fb_str number, int depth);

/* slot: "n", or "n, plural, one {# day} other {# days}". */
static void
put_slot(const struct saying *s, fb_str slot, int depth)
{
	fb_str value = slot_value(s, fb_str_trim(fb_str_split(&slot, ',')));

	if (!slot.p) {
		fb_say_foreign(s->b, s->w, value);
		return;
	}
	fb_str_split(&slot, ',');
	if (depth < DEEPEST)
		put_text(s, form_of(s->w, slot, value), value, depth + 1);
}

/* number: what # stands for; NULL outside of forms. */
static void
put_text(const struct saying *s, fb_str text, fb_str number, int depth)
{
	while (text.n) {
		size_t n = 0;
		char mark;

		while (n < text.n && text.p[n] != '{' &&
		    !(number.p && text.p[n] == '#'))
			n++;
		fb_buf_add(s->b, (fb_str){ text.p, n });
		if (n == text.n)
			return;
		mark = text.p[n];
		text = behind(text, n + 1);
		if (mark == '#')
			fb_buf_add(s->b, number);
		else
			put_slot(s, take_braced(&text), depth);
	}
}

void
fb_say(struct fb_buf *b, const struct fb_words *w, const char *key,
    const struct fb_slot *slots, size_t n)
{
	const struct saying s = { b, w, slots, n };

	put_text(&s, fb_word(w, key), (fb_str){0}, 0);
}

/* ---- what stands between the parts of a text ---- */

static void
say_pair(struct fb_buf *b, const struct fb_words *w, const char *key,
    struct fb_slot first, struct fb_slot second)
{
	fb_say(b, w, key, (struct fb_slot[]){ first, second }, 2);
}

static void
say_between(struct fb_buf *b, const struct fb_words *w, const char *key)
{
	if (b->n)
		fb_say(b, w, key, (struct fb_slot[]){ { "more", FB_LIT("") } }, 1);
}

void
fb_say_more(struct fb_buf *b, const struct fb_words *w)
{
	say_between(b, w, "list_more");
}

void
fb_say_apart(struct fb_buf *b, const struct fb_words *w)
{
	say_between(b, w, "list_apart");
}

void
fb_say_next(struct fb_buf *b, const struct fb_words *w)
{
	bool none = fb_str_eq(fb_word(w, "between_sentences"), FB_LIT("none"));

	if (b->n && (!none || (unsigned char)b->p[b->n - 1] < 0x80))
		fb_buf_addc(b, ' ');
}

void
fb_say_sentence(struct fb_buf *b, const struct fb_words *w, fb_str text)
{
	fb_say_next(b, w);
	fb_say(b, w, "sentence", (struct fb_slot[]){ { "text", text } }, 1);
}

void
fb_say_of(struct fb_buf *b, const struct fb_words *w, fb_str name, fb_str value)
{
	say_pair(b, w, "name_says", (struct fb_slot){ "name", name },
	    (struct fb_slot){ "value", value });
}

/* Is it more than one word? "76 %" is a number. */
static bool
is_words(fb_str s)
{
	if (!fb_letters(s).all)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == ' ' || fb_str_starts(behind(s, i), FB_LIT("\xc2\xa0")))
			return true;
	return false;
}

void
fb_say_range(struct fb_buf *b, const struct fb_words *w, fb_str from, fb_str to)
{
	fb_str minus = fb_word(w, "minus");
	bool wide = is_words(from) || is_words(to) ||
	    fb_str_starts(from, minus) || fb_str_starts(to, minus);

	say_pair(b, w, wide ? "range_wide" : "range",
	    (struct fb_slot){ "from", from }, (struct fb_slot){ "to", to });
}

void
fb_say_unit(struct fb_buf *b, const struct fb_words *w, fb_str value, fb_str unit)
{
	if (unit.n)
		say_pair(b, w, "value_unit", (struct fb_slot){ "n", value },
		    (struct fb_slot){ "unit", unit });
	else
		fb_buf_add(b, value);
}
