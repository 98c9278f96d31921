/* page_face.c - large font files are read, not mapped.
 *
 * FreeType maps a font file whole, and cairo copies a face's outlines out of
 * it whole, once when a PDF meets the face and once to embed it: 16 to 25 MB
 * for each face of Noto CJK, which then are there twice, and of the file stay.
 * So the stream of a large file gets an input function, as streams of FreeType
 * may have one, that reads from a descriptor of our own. Meanwhile cairo's face
 * is held, and it is as it was before it is let go. */
#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cairo-ft.h>
#include <pango/pangofc-font.h>

#include "chart/page_own.h"

enum { LARGE = 4 << 20, LONG = 1 << 20 }; /* bytes */

/* Thousands of small pages take longer than the reading. */
static void
ask_large_pages(unsigned char *at, size_t n)
{
#ifdef MADV_HUGEPAGE
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t skip = (page - (uintptr_t)at % page) % page;

	if (n >= LONG)
		madvise(at + skip, (n - skip) / page * page, MADV_HUGEPAGE);
#else
	(void)at, (void)n;
#endif
}

/* An FT_Stream_IoFunc: a count of 0 only asks whether offset can be reached,
 * and 0 is yes. */
static unsigned long
read_at(FT_Stream s, unsigned long offset, unsigned char *to, unsigned long count)
{
	size_t done = 0;
	ssize_t n;

	if (!count)
		return offset > s->size;
	ask_large_pages(to, count);
	while (done < count && (n = pread((int)s->descriptor.value, to + done,
	    count - done, (off_t)(offset + done))) > 0)
		done += (size_t)n;
	return done;
}

/* A descriptor of the file that the stream has mapped; -1 when it is small,
 * not mapped, or no longer there. */
static int
open_large(PangoFont *font, FT_Stream s)
{
	FcPattern *about = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
	FcChar8 *path;
	struct stat st;
	int fd;

	if (s->size < LARGE || s->read || !s->base ||
	    s->descriptor.pointer != s->base ||
	    FcPatternGetString(about, FC_FILE, 0, &path) != FcResultMatch)
		return -1;
	fd = open((const char *)path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0 && (fstat(fd, &st) || (uintmax_t)st.st_size != s->size)) {
		close(fd);
		return -1;
	}
	return fd;
}

static void
hold(struct page_face *f, PangoFont *font)
{
	FT_Face face = cairo_ft_scaled_font_lock_face(f->font);
	int fd = face && FT_IS_SCALABLE(face) ? open_large(font, face->stream) : -1;

	if (fd >= 0) {
		f->stream = face->stream;
		f->map = f->stream->base;
		madvise(f->map, f->stream->size, MADV_DONTNEED);
		f->stream->descriptor.value = fd;
		f->stream->read = read_at;
	} else if (face) {
		cairo_ft_scaled_font_unlock_face(f->font);
	}
}

static void
let_go(struct page_face *f)
{
	if (f->stream) {
		close((int)f->stream->descriptor.value);
		f->stream->read = NULL;
		f->stream->descriptor.pointer = f->stream->base = f->map;
		cairo_ft_scaled_font_unlock_face(f->font);
	}
	cairo_scaled_font_destroy(f->font);
}

static void
meet(struct fb_page *p, PangoFont *font)
{
	cairo_scaled_font_t *its =
	    pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));

	for (size_t i = 0; i < p->nfaces; i++)
		if (p->faces[i].font == its)
			return;
	p->faces = fb_grow(p->faces, &p->faces_cap, p->nfaces + 1,
	    sizeof(*p->faces));
	p->faces[p->nfaces] = (struct page_face){
		.font = cairo_scaled_font_reference(its) };
	hold(&p->faces[p->nfaces++], font);
}

void
page_meet_faces(struct fb_page *p)
{
	PangoLayout *layout = p->at->layout;

	for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next) {
		PangoLayoutLine *line = l->data;

		for (GSList *r = line->runs; r; r = r->next) {
			PangoGlyphItem *run = r->data;

			if (run->item->analysis.font)
				meet(p, run->item->analysis.font);
		}
	}
}

/* What a copy took goes back to the system: without a fixed limit the C library
 * keeps room for another of the largest. */
void
page_open_faces(void)
{
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, LONG);
#endif
}

void
page_free_faces(struct fb_page *p)
{
	for (size_t i = 0; i < p->nfaces; i++)
		let_go(&p->faces[i]);
	free(p->faces);
}
