/* reject.c - rows that are bad data, kept with where they stand and why. */
#include "base/utf8.h"
#include "ingest/lines.h"
#include "ingest/reject.h"
#include "record/json.h"

static void
put_mended(struct fb_buf *b, const char *key, fb_str s)
{
	struct fb_buf mended = {0};

	fb_utf8_mend(&mended, s);
	fb_put_text(b, key, fb_buf_str(&mended));
	fb_buf_release(&mended);
}

static bool
place_of(const struct fb_row *row, uint64_t *off)
{
	*off = row->offset;
	return row->in ? fb_physical_offset(row->in,
	    (size_t)(row->raw.p - row->in->win.p), off) : row->placed;
}

void
fb_put_reject(struct fb_buf *b, const char *path, const struct fb_row *row,
    fb_str reason, bool kept)
{
	fb_str raw = row->raw;
	uint64_t off;

	while (raw.n && fb_is_line_end(raw.p[raw.n - 1]))
		raw.n--;
	fb_buf_addc(b, '{');
	put_mended(b, "file", fb_cstr(path));
	fb_put_int(b, "line", (int64_t)row->line);
	if (place_of(row, &off))
		fb_put_int(b, "offset", (int64_t)off);
	put_mended(b, "reason", reason);
	put_mended(b, "raw", raw);
	fb_buf_adds(b, kept ? ",\"kept\":true}\n" : "}\n");
}
