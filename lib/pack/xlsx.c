/* xlsx.c - open a workbook: its parts, sheets and relations. */
#include <stdlib.h>

#include "pack/xlsx_part.h"

const char *
fb_xlsx_reason(struct fb_xlsx *x, const char *part, size_t line,
               const char *why)
{
	x->why.n = 0;
	if (line)
		fb_buf_printf(&x->why, "%s:%zu: %s", part, line, why);
	else
		fb_buf_printf(&x->why, "%s: %s", part, why);
	return fb_buf_cstr(&x->why);
}

static bool
is_true(fb_str s)
{
	return fb_str_eq(s, FB_LIT("1")) || fb_str_eq(s, FB_LIT("true"));
}

static void
add_sheet(struct fb_xml *xml, struct fb_xlsx *x)
{
	fb_str state = fb_xml_attr(xml, "state");

	if (x->nsheets == FB_XLSX_SHEETS) {
		xml->why = "too many sheets";
		return;
	}
	x->sheets = fb_grow(x->sheets, &x->cap_sheets, x->nsheets + 1,
	                    sizeof *x->sheets);
	x->sheets[x->nsheets++] = (struct fb_xlsx_sheet){
		.name = fb_str_dup(fb_xml_attr(xml, "name")),
		.id = fb_str_dup(fb_xml_attr(xml, "id")),
		.hidden = state.n && !fb_str_eq(state, FB_LIT("visible")),
	};
}

static void
workbook_start(struct fb_xml *xml, const char *name)
{
	struct fb_xlsx *x = xml->arg;

	if (!strcmp(name, "sheet"))
		add_sheet(xml, x);
	else if (!strcmp(name, "workbookPr"))
		x->from_1904 = is_true(fb_xml_attr(xml, "date1904"));
}

const char *
fb_xlsx_workbook(struct fb_xlsx *x, struct fb_zip *z, size_t *line)
{
	struct fb_xml xml = { .arg = x, .start = workbook_start };

	return fb_xml_part(&xml, z, line);
}

/* "worksheets/sheet1.xml" stands beside the workbook, "/xl/…" at the root. */
static char *
part_name(fb_str target)
{
	struct fb_buf b = {0};

	if (target.n && *target.p == '/')
		target = (fb_str){ target.p + 1, target.n - 1 };
	else
		fb_buf_adds(&b, "xl/");
	fb_buf_add(&b, target);
	fb_buf_cstr(&b);
	return b.p;
}

static void
relations_start(struct fb_xml *xml, const char *name)
{
	struct fb_xlsx *x = xml->arg;
	fb_str id = strcmp(name, "Relationship") ? (fb_str){ NULL, 0 } :
		fb_xml_attr(xml, "Id");
	bool fresh;
	size_t i;

	if (!id.p)
		return;
	i = fb_map_put(&x->ids, id, &fresh);
	if (!fresh)
		return;
	x->targets = fb_grow(x->targets, &x->cap_targets, x->ids.n,
	                     sizeof *x->targets);
	x->targets[i] = part_name(fb_xml_attr(xml, "Target"));
}

const char *
fb_xlsx_relations(struct fb_xlsx *x, struct fb_zip *z, size_t *line)
{
	struct fb_xml xml = { .arg = x, .start = relations_start };

	return fb_xml_part(&xml, z, line);
}

static const struct {
	const char *name;
	const char *(*read)(struct fb_xlsx *, struct fb_zip *, size_t *line);
} known[] = {
	{ "xl/workbook.xml", fb_xlsx_workbook },
	{ "xl/_rels/workbook.xml.rels", fb_xlsx_relations },
	{ "xl/sharedStrings.xml", fb_xlsx_strings },
	{ "xl/styles.xml", fb_xlsx_styles },
};

/* One part of the opening pass. */
static const char *
meet(struct fb_xlsx *x, struct fb_zip *z)
{
	const char *why = NULL;
	size_t line = 0;
	bool fresh;

	fb_map_put(&x->parts, fb_buf_str(&z->name), &fresh);
	if (!fresh)
		return fb_xlsx_reason(x, z->name.p, 0, "is there twice");
	for (size_t i = 0; !why && i < sizeof known / sizeof *known; i++)
		if (!strcmp(z->name.p, known[i].name))
			why = known[i].read(x, z, &line);
	return why ? fb_xlsx_reason(x, z->name.p, line, why) : NULL;
}

static const char *
lead(struct fb_xlsx *x, struct fb_xlsx_sheet *s)
{
	size_t i = fb_map_get(&x->ids, fb_cstr(s->id));

	if (i == FB_MAP_NONE)
		return fb_xlsx_reason(x, s->name, 0, "the sheet has no part");
	s->part = fb_str_dup(fb_cstr(x->targets[i]));
	if (fb_map_get(&x->parts, fb_cstr(s->part)) == FB_MAP_NONE)
		return fb_xlsx_reason(x, s->part, 0, "the part is missing");
	return NULL;
}

static const char *
meet_all(struct fb_xlsx *x, struct fb_zip *z)
{
	const char *why = fb_zip_open(z, x->path);
	bool any = !why;

	while (!why && any) {
		why = fb_zip_next(z, &any);
		if (!why && any)
			why = meet(x, z);
	}
	if (why && why != x->why.p)
		why = fb_xlsx_reason(x, "workbook", 0, why);
	for (size_t i = 0; !why && i < 2; i++)
		if (fb_map_get(&x->parts, fb_cstr(known[i].name)) ==
		    FB_MAP_NONE)
			why = fb_xlsx_reason(x, known[i].name, 0,
			                     "the part is missing");
	return why;
}

const char *
fb_xlsx_open(struct fb_xlsx *x, const char *path)
{
	struct fb_zip z = {0};
	const char *why;

	*x = (struct fb_xlsx){ .path = fb_str_dup(fb_cstr(path)) };
	why = meet_all(x, &z);
	for (size_t i = 0; !why && i < x->nsheets; i++)
		why = lead(x, &x->sheets[i]);
	fb_zip_close(&z);
	return why;
}

bool
fb_xlsx_is(const char *path)
{
	struct fb_zip z = {0};
	bool any = !fb_zip_open(&z, path), found = false;

	while (any && !found) {
		if (fb_zip_next(&z, &any))
			any = false;
		found = any && !strcmp(z.name.p, "xl/workbook.xml");
	}
	fb_zip_close(&z);
	return found;
}

static bool
is_xml(fb_str name)
{
	return (name.n > 4 && !memcmp(name.p + name.n - 4, ".xml", 4)) ||
	       (name.n > 5 && !memcmp(name.p + name.n - 5, ".rels", 5));
}

/* Sheets are seen to their end by fb_xlsx_read(), the rest by the opening. */
static bool
read_elsewhere(const struct fb_xlsx *x, const char *part)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(part, known[i].name))
			return true;
	for (size_t i = 0; i < x->nsheets; i++)
		if (x->sheets[i].part && !strcmp(part, x->sheets[i].part))
			return true;
	return false;
}

/* Any other part is read for its checksum. */
static const char *
check_part(struct fb_zip *z, size_t *line)
{
	struct fb_xml xml = {0};
	const char *why;
	fb_str block;

	*line = 0;
	if (is_xml(fb_buf_str(&z->name)))
		return fb_xml_part(&xml, z, line);
	do
		why = fb_zip_read(z, &block);
	while (!why && block.n);
	return why;
}

const char *
fb_xlsx_check(struct fb_xlsx *x)
{
	struct fb_zip z = {0};
	const char *why = fb_zip_open(&z, x->path), *part = "workbook";
	bool any = !why;
	size_t line = 0;

	while (!why && any) {
		why = fb_zip_next(&z, &any);
		if (why || !any)
			break;
		part = z.name.p;
		if (!read_elsewhere(x, part))
			why = check_part(&z, &line);
	}
	if (why)
		why = fb_xlsx_reason(x, part, line, why);
	fb_zip_close(&z);
	return why;
}

void
fb_xlsx_close(struct fb_xlsx *x)
{
	for (size_t i = 0; i < x->nsheets; i++) {
		free(x->sheets[i].name);
		free(x->sheets[i].id);
		free(x->sheets[i].part);
	}
	for (size_t i = 0; i < x->ids.n; i++)
		free(x->targets[i]);
	free(x->sheets);
	free(x->targets);
	free(x->ends);
	free(x->is_date);
	free(x->path);
	fb_map_release(&x->parts);
	fb_map_release(&x->ids);
	fb_map_release(&x->formats);
	fb_buf_release(&x->text);
	fb_buf_release(&x->why);
	*x = (struct fb_xlsx){0};
}
