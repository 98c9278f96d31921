/* note.c - the format of Markdown notes, with or without front matter. */
#include <stdlib.h>

#include "ingest/begin.h"
#include "ingest/fields.h"
#include "ingest/front.h"

extern const struct fb_format fb_format_note;

struct note {
	struct fb_fields fields;
	struct fb_front front;
	fb_str *names, *cells, *json; /* the front matter's, then title and text */
	size_t n, title, text;
	struct fb_buf head, body;     /* of the record so far */
	size_t line, first;           /* this one, the record's first */
	size_t nth;                   /* records of the file so far */
	struct fb_buf id;
};

/* "## Words" outside code: its words, else an absent slice. */
static fb_str
heading(fb_str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == '#')
		n++;
	if (!n || n > 6 || n >= line.n || line.p[n] != ' ')
		return (fb_str){0};
	line = fb_str_trim((fb_str){ line.p + n, line.n - n });
	while (line.n && line.p[line.n - 1] == '#')
		line.n--;
	return fb_str_trim(line);
}

static size_t
column(struct note *t, fb_str name)
{
	size_t i = fb_map_get(&t->front.keys, name);

	if (i != FB_MAP_NONE)
		return i;
	t->names[t->n] = name;
	return t->n++;
}

static void
plan(struct note *t, struct fb_run *r, const char *path)
{
	size_t n = t->front.keys.n;

	t->names = fb_zalloc(n + 2, sizeof *t->names);
	t->cells = fb_zalloc(n + 2, sizeof *t->cells);
	t->json = fb_zalloc(n + 2, sizeof *t->json);
	for (t->n = 0; t->n < n; t->n++)
		t->names[t->n] = fb_map_key(&t->front.keys, t->n);
	t->title = column(t, FB_LIT("title"));
	t->text = column(t, FB_LIT("text"));
	fb_fields_open(&t->fields, r, fb_format_note.name, path, t->names, t->n);
}

/* Records of one note share its front matter, but not its id. */
static void
number_id(struct note *t)
{
	size_t i = fb_map_get(&t->front.keys, FB_LIT("id"));

	if (i == FB_MAP_NONE || !t->nth || !t->cells[i].n)
		return;
	t->id.n = 0;
	fb_buf_add(&t->id, t->cells[i]);
	fb_buf_printf(&t->id, "#%zu", t->nth + 1);
	t->cells[i] = fb_buf_str(&t->id);
}

static void
emit(struct note *t)
{
	fb_str text = fb_str_trim(fb_buf_str(&t->body)), origin[3];
	fb_str title = fb_str_trim(fb_buf_str(&t->head));

	for (size_t i = 0; i < t->front.keys.n; i++) {
		t->cells[i] = fb_buf_str(&t->front.v[i].text);
		t->json[i] = t->front.v[i].json.n ?
		    fb_buf_str(&t->front.v[i].json) : (fb_str){0};
	}
	if (title.n)
		t->cells[t->title] = title;
	if (text.n)
		t->cells[t->text] = text;
	number_id(t);
	t->fields.row.line = t->first;
	t->fields.row.nspan = t->line - t->first + 1;
	t->fields.row.json = t->json;
	origin[0] = t->fields.row.raw;
	origin[1] = title;
	origin[2] = text;
	fb_fields_row(&t->fields, t->cells, t->n, origin, 3);
	t->head.n = t->body.n = 0;
	t->first = t->line;
	t->nth++;
}

/* A heading begins a record when it was asked for; else the first one, in front
 * of all words, is the title. */
static bool
takes_heading(struct note *t, fb_str title)
{
	bool fresh = !fb_str_trim(fb_buf_str(&t->body)).n;

	if (t->fields.run->ask->headings) {
		if (!fresh)
			emit(t);
		t->head.n = 0;
	} else if (!fresh || t->head.n ||
	    fb_map_get(&t->front.keys, FB_LIT("title")) != FB_MAP_NONE) {
		return false;
	}
	fb_buf_add(&t->head, title);
	t->first = t->line;
	return true;
}

static void
read_text(struct note *t, fb_str text)
{
	bool code = false;

	while (text.n) {
		fb_str line = fb_str_split(&text, '\n'), title = heading(line);

		t->line++;
		code ^= fb_str_starts(fb_str_trim(line), FB_LIT("```"));
		if (!code && title.n && takes_heading(t, title))
			continue;
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		fb_buf_add(&t->body, line);
		fb_buf_addc(&t->body, '\n');
	}
	if (t->head.n || t->body.n || t->front.keys.n)
		emit(t);
}

static size_t
count_lines(const char *from, const char *to)
{
	size_t n = 0;

	for (; from < to; from++)
		n += *from == '\n';
	return n;
}

static void
read_note(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	struct note t = {0};
	fb_str text = fb_fields_text(&t.fields, r, head->path, in), all = text;

	fb_front_read(&t.front, &text);
	plan(&t, r, head->path);
	t.line = count_lines(all.p, text.n ? text.p : all.p + all.n);
	t.first = 1;
	t.fields.row.raw = all;
	read_text(&t, text);
	fb_fields_close(&t.fields);
	fb_front_release(&t.front);
	fb_buf_release(&t.head);
	fb_buf_release(&t.body);
	fb_buf_release(&t.id);
	free(t.names);
	free(t.cells);
	free(t.json);
}

static bool
is_note(const struct fb_head *head)
{
	return fb_front_is(head->bytes) || (head->bytes.n &&
	    (fb_has_ending(head->name, ".md") ||
	    fb_has_ending(head->name, ".markdown")));
}

const struct fb_format fb_format_note = {
	.name = "Markdown note", .kind = "note",
	.is = is_note, .read = read_note,
};
