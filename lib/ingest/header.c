/* header.c - names for all columns, each only once. */
#include "base/utf8.h"
#include "ingest/origin.h"

bool
fb_fresh_name(struct fb_map *m, struct fb_buf *text)
{
	size_t len = text->n;
	bool fresh = false;

	fb_map_put(m, fb_buf_str(text), &fresh);
	if (fresh)
		return true;
	for (size_t i = 2; !fresh; i++) {
		text->n = len;
		fb_buf_printf(text, "_%zu", i);
		fb_map_put(m, fb_buf_str(text), &fresh);
	}
	return false;
}

const char *
fb_mapping_header(struct fb_mapping *p, const fb_str *cells, size_t n)
{
	struct fb_buf name = {0};

	if (n > FB_COLUMNS_MAX)
		return "the header has more than 16,384 columns";
	for (size_t i = 0; i < n; i++)
		if (cells[i].n && memchr(cells[i].p, '\0', cells[i].n))
			return "the header holds NUL bytes: this is no text, "
			    "or UTF-16 without its mark; try "
			    "--encoding UTF-16LE";
	p->v = fb_zalloc(n + 1, sizeof *p->v);
	for (p->n = 0; p->n < n; p->n++) {
		bool renamed = false;

		name.n = 0;
		fb_utf8_mend(&name, fb_str_trim(cells[p->n]));
		if (!name.n) {
			fb_buf_printf(&name, "column_%zu", p->n + 1);
			renamed = true;
		}
		renamed |= !fb_fresh_name(&p->names, &name);
		p->renamed += renamed;
	}
	fb_buf_release(&name);
	for (size_t i = 0; i < n; i++) {
		p->v[i].name = fb_map_key(&p->names, i);
		p->v[i].role = -1;
	}
	return NULL;
}
