/* withhold.c - ids that are never shown. */
#include <stdio.h>
#include <stdlib.h>

#include "record/withhold.h"
#include "base/utf8.h"
#include "record/json.h"

static const char *
add_line(struct fb_withhold *w, fb_str line)
{
	fb_str reason = line, id = fb_str_split(&reason, '\t');
	size_t i;

	reason = fb_str_trim(reason);
	if (!fb_utf8_valid(line))
		return "not UTF-8";
	if (!id.n || !reason.n)
		return "not ID, a tab and the reason";
	i = fb_map_put(&w->ids, id, NULL);
	w->reason = fb_grow(w->reason, &w->cap, i + 1, sizeof *w->reason);
	w->reason[i] = fb_map_put(&w->reasons, reason, NULL);
	return NULL;
}

const char *
fb_withhold_read(struct fb_withhold *w, const char *path, size_t *lineno)
{
	FILE *f = fopen(path, "r");
	const char *why = NULL;
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	*lineno = 0;
	if (!f)
		return "cannot be opened";
	while (!why && (n = getline(&line, &cap, f)) >= 0) {
		fb_str s = { line, (size_t)n };

		++*lineno;
		while (s.n && (s.p[s.n - 1] == '\n' || s.p[s.n - 1] == '\r'))
			s.n--;
		if (fb_str_trim(s).n)
			why = add_line(w, s);
	}
	if (!why && ferror(f)) {
		*lineno = 0;
		why = "cannot be read";
	}
	free(line);
	fclose(f);
	return why;
}

size_t
fb_withheld(const struct fb_withhold *w, fb_str id)
{
	size_t i = w->ids.n ? fb_map_get(&w->ids, id) : FB_MAP_NONE;

	return i == FB_MAP_NONE ? FB_NOT_WITHHELD : w->reason[i];
}

void
fb_put_reasons(struct fb_buf *b, const struct fb_withhold *w,
    const uint64_t *counts)
{
	size_t *order = fb_map_sorted(&w->reasons);
	bool first = true;

	fb_buf_addc(b, '{');
	for (size_t i = 0; i < w->reasons.n; i++) {
		if (!counts || !counts[order[i]])
			continue;
		if (!first)
			fb_buf_addc(b, ',');
		first = false;
		fb_put_json(b, fb_map_key(&w->reasons, order[i]));
		fb_buf_printf(b, ":%llu", (unsigned long long)counts[order[i]]);
	}
	fb_buf_addc(b, '}');
	free(order);
}

void
fb_withhold_release(struct fb_withhold *w)
{
	fb_map_release(&w->ids);
	fb_map_release(&w->reasons);
	free(w->reason);
	*w = (struct fb_withhold){0};
}
