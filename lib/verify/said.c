/* said.c - options out of a trail line. */
#include "base/num.h"
#include "base/time.h"
#include "record/json.h"
#include "verify/said.h"

/* Where the option at the start of s ends. */
static size_t
option_end(fb_str s)
{
	for (size_t i = 1; i + 3 < s.n; i++)
		if (s.p[i] == ' ' && s.p[i + 1] == '-' && s.p[i + 2] == '-' &&
		    s.p[i + 3] >= 'a' && s.p[i + 3] <= 'z')
			return i;
	return s.n;
}

static void
add(struct fb_arena *mem, struct fb_said *said, fb_str option)
{
	fb_str value = { option.p + 2, option.n - 2 };
	fb_str name = fb_str_split(&value, '=');

	said->name[said->n] = fb_arena_copy(mem, name).p;
	said->value[said->n++] = value.p ? fb_arena_copy(mem, value).p : "";
}

void
fb_said_read(struct fb_arena *mem, const char *trail, struct fb_said *said)
{
	struct fb_buf scratch = {0};
	fb_str s = fb_json_text(fb_json_get(fb_cstr(trail), "options"), &scratch);
	size_t max = s.n / 3 + 1;

	*said = (struct fb_said){
	    .name = fb_arena_zalloc(mem, max, sizeof *said->name),
	    .value = fb_arena_zalloc(mem, max, sizeof *said->value) };
	while (s.n > 2) {
		size_t end = option_end(s), step = end < s.n ? end + 1 : end;

		add(mem, said, (fb_str){ s.p, end });
		s = (fb_str){ s.p + step, s.n - step };
	}
	fb_buf_release(&scratch);
}

const char *
fb_said_text(const struct fb_said *said, const char *name)
{
	for (size_t i = said->n; i-- > 0; )
		if (!strcmp(said->name[i], name))
			return said->value[i];
	return NULL;
}

void
fb_said_list(struct fb_arena *mem, const struct fb_said *said, const char *name,
    struct fb_list *l)
{
	*l = (struct fb_list){
	    .v = fb_arena_zalloc(mem, said->n + 1, sizeof *l->v) };
	for (size_t i = 0; i < said->n; i++)
		if (!strcmp(said->name[i], name))
			l->v[l->n++] = said->value[i];
}

size_t
fb_said_count(const struct fb_said *said, const char *name, size_t n)
{
	const char *text = fb_said_text(said, name);
	uint64_t v;

	return text && !fb_parse_u64(fb_cstr(text), &v) ? (size_t)v : n;
}

static bool
is_in(const char *const *list, const char *name)
{
	for (; *list; list++)
		if (!strcmp(*list, name))
			return true;
	return false;
}

const char *
fb_said_unknown(const struct fb_said *said, const char *const *known)
{
	static const char *const harmless[] = { "max-bad", "strict", "keep",
	    "fail-empty", "max-record", "where", "tz", "period", NULL };

	for (size_t i = 0; i < said->n; i++)
		if (!is_in(harmless, said->name[i]) &&
		    !is_in(known, said->name[i]))
			return said->name[i];
	return NULL;
}

const char *
fb_said_filter(struct fb_arena *mem, const struct fb_said *said, bool filters,
    struct fb_filter *f)
{
	const char *zone = fb_said_text(said, "tz");
	const char *period = fb_said_text(said, "period");
	const char *why = fb_tz_set(zone ? zone : "UTC");
	struct fb_list where;

	*f = (struct fb_filter){0};
	fb_said_list(mem, said, "where", &where);
	if (!why)
		why = fb_filter_init(f, &where);
	if (!why && filters && period)
		why = fb_filter_period(f, period);
	return why;
}
