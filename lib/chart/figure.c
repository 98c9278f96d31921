/* figure.c - what charts that stand alone share. */
#include <math.h>

#include "chart/alt.h"
#include "chart/figure.h"

#define MM (72 / 25.4)

enum { MARGIN = 14, WIDTH_MM = 160, HEIGHT_MM = 100,
	LOW = 200, NARROW = 210 };

/* As much of the deck as has room: two lines, or one on a small chart. */
static struct fb_text
deck_text(struct fb_figure *f, double w, bool small)
{
	struct fb_text t = { .role = FB_NOTE, .align = FB_LEFT, .width = w,
	    .max_lines = small ? 1 : 2 };

	for (int most = FB_DECK_HOW; most >= FB_DECK_WHEN; most--) {
		t.s = fb_figure_deck(f, (enum fb_deck)most);
		if (!small || !fb_page_measure(f->cv.page, &t).cut)
			break;
	}
	return t;
}

static void
frame(struct fb_figure *f, fb_str title, double width, double height)
{
	struct fb_text_box box;
	double x = MARGIN, y = MARGIN, w = width - 2 * MARGIN;
	bool small = height < LOW || width < NARROW;
	struct fb_text deck = deck_text(f, w, small);

	fb_canvas_rule_part(&f->cv, x, y, w, 0.8, FB_INK);
	fb_page_tag(f->cv.page, FB_TAG_H1);
	box = fb_page_text(f->cv.page, &(struct fb_text){ .s = title,
	    .role = FB_PANEL, .align = FB_LEFT, .width = w, .max_lines = small ? 2 : 3,
	    .balanced = true }, x, y + 16);
	fb_page_untag(f->cv.page);
	if (box.cut && f->said)
		fb_buf_adds(f->said, "the title does not fit and is cut; make it "
		    "shorter, or the chart wider\n");
	y += 16 + (box.lines - 1) * box.leading;
	box = fb_page_text(f->cv.page, &deck, x, y + 12);
	y += 12 + box.lines * box.leading;
	f->x = x;
	f->y = y + 6;
	f->w = w;
	f->h = height - MARGIN - 14 - f->y;
}

/* Read behind the picture. */
static void
source(struct fb_figure *f, double height)
{
	fb_page_text(f->cv.page, &(struct fb_text){ .role = FB_SOURCE,
	    .s = fb_figure_source(f), .align = FB_LEFT, .width = f->w,
	    .max_lines = 1 }, f->x, height - MARGIN + 2);
}

static void
end_picture(struct fb_figure *f)
{
	enum fb_picture_kind kind = 0;
	static const char *const names[] = {
#define KIND(name, needs, also, over, help) #name,
#include "chart/kinds.def"
#undef KIND
	};

	while (strcmp(names[kind], f->kind->name))
		kind++;
	fb_picture_end(&f->cv, &(struct fb_picture){ .kind = kind,
	    .cells = f->rows, .n = f->n,
	    .over_time = f->kind->over != FB_PLOT_LAST,
	    .x = f->x, .y = f->y, .w = f->w, .h = f->h,
	    .also = fb_buf_str(&f->also) });
	fb_buf_release(&f->also);
}

void
fb_figure_draw(const struct fb_chart_job *job, const struct fb_plot_kind *kind,
    struct fb_buf *bytes, const char **why)
{
	double width = job->width_mm ? job->width_mm * MM : WIDTH_MM * MM;
	double height = job->height_mm ? job->height_mm * MM : HEIGHT_MM * MM;
	struct fb_page_info info = { .author = job->report->org,
	    .creator = fb_cstr("fb-tools " FB_VERSION),
	    .lang = fb_report_lang(job->report),
	    .made = fb_report_time(job->report) };
	struct fb_figure f = { .kind = kind, .said = job->said, .cv = {
	    .report = job->report, .words = &job->report->words,
	    .left = MARGIN } };

	f.repeated = fb_figure_lines(job);
	fb_figure_rows(&f);
	info.title = fb_figure_title(&f, job->title);
	f.cv.page = fb_page_new(job->format, width, height, &info);
	if (job->palette)
		fb_page_palette(f.cv.page, job->palette);
	fb_page_mirror(f.cv.page, fb_words_rtl(f.cv.words));
	fb_page_next(f.cv.page, NULL);
	frame(&f, info.title, width, height);
	if (f.n) {
		fb_page_tag(f.cv.page, FB_TAG_FIGURE);
		fb_figure_left_out(&f);
		kind->plot(&f);
		end_picture(&f);
	}
	source(&f, height);
	if (job->blank)
		*job->blank = f.blank || !f.n;
	*why = fb_page_finish(f.cv.page, bytes);
	fb_page_free(f.cv.page);
}
