/* xlsx_sheet.c - the cells of one sheet. */
#include "base/num.h"
#include "pack/xlsx_part.h"

struct sheet {
	struct fb_xlsx *x;
	const struct fb_xlsx_sink *sink;
	uint32_t row, col;      /* where the next cell is without an address */
	struct fb_xlsx_cell at;
	struct fb_buf raw, text;
	enum { NUMBER, SHARED, INLINE, FORMULA, BOOL, ERROR } kind;
	bool date, taking, phonetic;
};

/* "AB12" to row 11, column 27. */
static bool
address(fb_str s, uint32_t *row, uint32_t *col)
{
	uint64_t r, c = 0;
	size_t i = 0;

	for (; i < s.n && i < 3 && s.p[i] >= 'A' && s.p[i] <= 'Z'; i++)
		c = c * 26 + (uint64_t)(s.p[i] - 'A' + 1);
	if (!i || c > FB_XLSX_COLS ||
	    fb_parse_u64((fb_str){ s.p + i, s.n - i }, &r) ||
	    r < 1 || r > FB_XLSX_ROWS)
		return false;
	*row = (uint32_t)r - 1;
	*col = (uint32_t)c - 1;
	return true;
}

static void
start_row(struct fb_xml *xml, struct sheet *s)
{
	fb_str r = fb_xml_attr(xml, "r");
	uint64_t n;

	s->col = 0;
	if (!r.p)
		return;
	if (fb_parse_u64(r, &n) || n < 1 || n > FB_XLSX_ROWS)
		xml->why = "a row has no valid number";
	else
		s->row = (uint32_t)n - 1;
}

static const struct {
	fb_str t;
	int kind;
} kinds[] = {
	{ { "", 0 }, NUMBER },       { { "n", 1 }, NUMBER },
	{ { "s", 1 }, SHARED },      { { "inlineStr", 9 }, INLINE },
	{ { "str", 3 }, FORMULA },   { { "d", 1 }, FORMULA },
	{ { "b", 1 }, BOOL },        { { "e", 1 }, ERROR },
};

static void
start_cell(struct fb_xml *xml, struct sheet *s)
{
	fb_str r = fb_xml_attr(xml, "r");
	fb_str t = fb_xml_attr(xml, "t");
	size_t i = 0, n = sizeof kinds / sizeof *kinds;
	uint64_t style;

	s->at = (struct fb_xlsx_cell){ .row = s->row, .col = s->col };
	s->raw.n = 0;
	if (r.p && (!address(r, &s->at.row, &s->at.col) ||
	            s->at.row != s->row))
		xml->why = "a cell has no valid address";
	if (s->at.col >= FB_XLSX_COLS)
		xml->why = "a row has too many cells";
	while (i < n && !fb_str_eq(t, kinds[i].t))
		i++;
	if (i == n)
		xml->why = "a cell has an unknown type";
	else
		s->kind = kinds[i].kind;
	s->date = !fb_parse_u64(fb_xml_attr(xml, "s"), &style) &&
		style < s->x->nstyles && s->x->is_date[style];
}

static void
start(struct fb_xml *xml, const char *name)
{
	struct sheet *s = xml->arg;

	if (!strcmp(name, "row"))
		start_row(xml, s);
	else if (!strcmp(name, "c"))
		start_cell(xml, s);
	else if (!strcmp(name, "rPh"))
		s->phonetic = true;
	else if (!strcmp(name, "v"))
		s->taking = s->kind != INLINE;
	else if (!strcmp(name, "t"))
		s->taking = s->kind == INLINE && !s->phonetic;
}

static void
text(struct fb_xml *xml, fb_str piece)
{
	struct sheet *s = xml->arg;

	if (!s->taking)
		return;
	fb_buf_add(&s->raw, piece);
	if (s->raw.n > FB_XLSX_CELL)
		xml->why = "a cell is too long";
}

static const char *
shared(struct sheet *s)
{
	uint64_t i;
	size_t from;

	if (fb_parse_u64(fb_str_trim(fb_buf_str(&s->raw)), &i) ||
	    i >= s->x->nstrings)
		return "a cell points to a string that is not there";
	from = i ? s->x->ends[i - 1] : 0;
	s->at.text = (fb_str){ s->x->text.p + from, s->x->ends[i] - from };
	if (!s->at.text.n)
		s->at.text.p = "";
	s->at.type = FB_XLSX_STRING;
	return NULL;
}

/* What the cell holds, from its raw text. */
static const char *
settle(struct sheet *s)
{
	fb_str raw = fb_buf_str(&s->raw);

	s->at.type = FB_XLSX_EMPTY;
	s->at.text = FB_LIT("");
	if (!raw.n)
		return NULL;
	if (s->kind == SHARED)
		return shared(s);
	if (s->kind == INLINE || s->kind == FORMULA) {
		s->text.n = 0;
		if (memchr(raw.p, '_', raw.n))
			fb_xlsx_unescape(&s->text, raw);
		s->at.text = s->text.n ? fb_buf_str(&s->text) : raw;
		s->at.type = FB_XLSX_STRING;
		return NULL;
	}
	s->at.text = fb_str_trim(raw);
	s->at.type = s->kind == BOOL ? FB_XLSX_BOOL :
		s->kind == ERROR ? FB_XLSX_ERROR :
		s->date ? FB_XLSX_DATE : FB_XLSX_NUMBER;
	return NULL;
}

static void
end_cell(struct fb_xml *xml, struct sheet *s)
{
	xml->why = settle(s);
	if (!xml->why && s->sink->cell)
		xml->why = s->sink->cell(s->sink->arg, &s->at);
	s->col = s->at.col + 1;
}

static void
end(struct fb_xml *xml, const char *name)
{
	struct sheet *s = xml->arg;

	if (!strcmp(name, "v") || !strcmp(name, "t"))
		s->taking = false;
	else if (!strcmp(name, "rPh"))
		s->phonetic = false;
	else if (!strcmp(name, "c"))
		end_cell(xml, s);
	else if (!strcmp(name, "row")) {
		if (s->sink->row)
			xml->why = s->sink->row(s->sink->arg, s->row);
		s->row++;
	}
}

static const char *
find(struct fb_zip *z, const char *part)
{
	bool any = true;
	const char *why;

	do
		why = fb_zip_next(z, &any);
	while (!why && any && strcmp(z->name.p, part));
	return why ? why : any ? NULL : "the part is missing";
}

const char *
fb_xlsx_read(struct fb_xlsx *x, size_t sheet, const struct fb_xlsx_sink *sink)
{
	struct sheet s = { .x = x, .sink = sink };
	struct fb_xml xml = {
		.arg = &s, .start = start, .end = end, .text = text,
	};
	const char *part = x->sheets[sheet].part, *why;
	struct fb_zip z = {0};
	size_t line = 0;

	why = fb_zip_open(&z, x->path);
	if (!why)
		why = find(&z, part);
	if (!why)
		why = fb_xml_part(&xml, &z, &line);
	if (why)
		why = fb_xlsx_reason(x, part, line, why);
	fb_buf_release(&s.raw);
	fb_buf_release(&s.text);
	fb_zip_close(&z);
	return why;
}
