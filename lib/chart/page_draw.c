/* page_draw.c - shapes. */
#include <math.h>

#include "chart/page_own.h"

/* cairo draws nothing for a NaN and says nothing. */
bool
page_finite(struct fb_page *p, const double *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isfinite(v[i]))
			page_fail(p, "a place on the page is not a number");
	if (!p->pages && p->format == FB_PDF)
		page_fail(p, "something is drawn before the first page");
	return !p->why;
}

#define UNSEEN 0.004 /* less is nothing to cairo */
#define VEIL 0.17 /* FB_BLUE on white is then about FB_BLUE3 */

void
page_colour(struct fb_page *p, fb_colour named, double alpha)
{
	fb_colour c = fb_palette_tone(&p->palette, named);

	cairo_set_source_rgba(p->cr, (c >> 16 & 255) / 255.0,
	    (c >> 8 & 255) / 255.0, (c & 255) / 255.0, alpha);
}

/* Every path starts anew: text leaves a current point behind, from which an
 * arc would draw a stray line. */
static bool
start(struct fb_page *p, const double *v, size_t n)
{
	cairo_new_path(p->cr);
	return page_finite(p, v, n);
}

static bool
box(struct fb_page *p, double x, double y, double w, double h)
{
	if (!start(p, (double[]){ x, y, w, h }, 4))
		return false;
	cairo_rectangle(p->cr, page_x(p, x, w), y, w, h);
	return true;
}

static void
fill(struct fb_page *p, fb_colour c)
{
	page_colour(p, c, 1);
	cairo_fill(p->cr);
}

static void
stroke(struct fb_page *p, struct fb_pen pen)
{
	page_colour(p, pen.colour, 1);
	cairo_set_line_width(p->cr, pen.width);
	cairo_set_dash(p->cr, &pen.dash, pen.dash > 0, 0);
	cairo_set_line_join(p->cr, CAIRO_LINE_JOIN_ROUND);
	cairo_stroke(p->cr);
}

void
fb_page_rect(struct fb_page *p, double x, double y, double w, double h,
    fb_colour c)
{
	if (box(p, x, y, w, h))
		fill(p, c);
}

void
fb_page_frame(struct fb_page *p, double x, double y, double w, double h,
    struct fb_pen pen)
{
	if (box(p, x, y, w, h))
		stroke(p, pen);
}

void
fb_page_square(struct fb_page *p, double x, double y, double side,
    double radius, fb_colour c)
{
	double near = radius, far = side - radius;

	if (!start(p, (double[]){ x, y, side, radius }, 4))
		return;
	x = page_x(p, x, side);
	cairo_arc(p->cr, x + far, y + near, radius, -M_PI_2, 0);
	cairo_arc(p->cr, x + far, y + far, radius, 0, M_PI_2);
	cairo_arc(p->cr, x + near, y + far, radius, M_PI_2, M_PI);
	cairo_arc(p->cr, x + near, y + near, radius, M_PI, 3 * M_PI_2);
	cairo_close_path(p->cr);
	fill(p, c);
}

void
fb_page_halo(struct fb_page *p, double x, double y, double w, double h)
{
	if (!box(p, x, y, w, h))
		return;
	page_colour(p, FB_WHITE, 0.88);
	cairo_fill(p->cr);
}

void
page_place(struct fb_page *p, double x, double y, double w, double h)
{
	if (!box(p, x, y, w, h))
		return;
	page_colour(p, FB_WHITE, UNSEEN);
	cairo_fill(p->cr);
}

static bool
path(struct fb_page *p, const struct fb_point *v, size_t n)
{
	cairo_new_path(p->cr);
	for (size_t i = 0; i < n; i++) {
		if (!page_finite(p, (double[]){ v[i].x, v[i].y }, 2))
			return false;
		cairo_line_to(p->cr, page_x(p, v[i].x, 0), v[i].y);
	}
	return n > 0;
}

void
fb_page_line(struct fb_page *p, struct fb_pen pen, double x0, double y0,
    double x1, double y1)
{
	if (path(p, (struct fb_point[]){ { x0, y0 }, { x1, y1 } }, 2))
		stroke(p, pen);
}

void
fb_page_polyline(struct fb_page *p, struct fb_pen pen, const struct fb_point *v,
    size_t n)
{
	if (path(p, v, n))
		stroke(p, pen);
}

void
fb_page_curve(struct fb_page *p, struct fb_pen pen, const struct fb_point *v,
    size_t n)
{
	if (!path(p, v, n))
		return;
	cairo_new_path(p->cr);
	cairo_move_to(p->cr, page_x(p, v[0].x, 0), v[0].y);
	for (size_t i = 1; i + 2 < n; i += 3)
		cairo_curve_to(p->cr, page_x(p, v[i].x, 0), v[i].y,
		    page_x(p, v[i + 1].x, 0), v[i + 1].y,
		    page_x(p, v[i + 2].x, 0), v[i + 2].y);
	stroke(p, pen);
}

void
fb_page_area(struct fb_page *p, fb_colour c, const struct fb_point *v, size_t n)
{
	if (!path(p, v, n))
		return;
	cairo_close_path(p->cr);
	fill(p, c);
}

void
fb_page_veil(struct fb_page *p, fb_colour c, const struct fb_point *v, size_t n)
{
	if (!path(p, v, n))
		return;
	cairo_close_path(p->cr);
	page_colour(p, c, VEIL);
	cairo_fill(p->cr);
}

static bool
circle(struct fb_page *p, double x, double y, double radius)
{
	if (!start(p, (double[]){ x, y, radius }, 3))
		return false;
	cairo_arc(p->cr, page_x(p, x, 0), y, radius, 0, 2 * M_PI);
	return true;
}

void
fb_page_disc(struct fb_page *p, double x, double y, double radius, fb_colour c)
{
	if (circle(p, x, y, radius))
		fill(p, c);
}

void
fb_page_ring(struct fb_page *p, double x, double y, double radius,
    struct fb_pen pen)
{
	fb_page_disc(p, x, y, radius, FB_WHITE);
	if (circle(p, x, y, radius))
		stroke(p, pen);
}

void
fb_page_triangle(struct fb_page *p, double x, double y, double side, bool up,
    bool filled, fb_colour c)
{
	double half = side / 2, high = up ? -half * 0.9 : half * 0.9;
	struct fb_point v[] = {
		{ x - half, y - high }, { x + half, y - high }, { x, y + high },
	};

	if (!path(p, v, 3))
		return;
	cairo_close_path(p->cr);
	if (filled)
		fill(p, c);
	else
		stroke(p, (struct fb_pen){ .colour = c, .width = 1.1 });
}

void
fb_page_clip(struct fb_page *p, double x, double y, double w, double h)
{
	cairo_save(p->cr);
	p->clips++;
	if (box(p, x, y, w, h))
		cairo_clip(p->cr);
}

void
fb_page_unclip(struct fb_page *p)
{
	if (!p->clips) {
		page_fail(p, "a clip is ended that was not begun");
		return;
	}
	p->clips--;
	cairo_restore(p->cr);
}
