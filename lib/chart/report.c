/* report.c - the pages of a report, in order, as one PDF; the kinds. */
#include "chart/figure.h"

enum { EMPTY = 44, EMPTY_PAD = 14 }; /* the box of a page without anything */

static fb_str
report_title(struct fb_report *r)
{
	struct fb_buf b = {0};
	fb_str s;

	if (r->org.n && r->name.n)
		fb_say_of(&b, &r->words, r->org, r->name);
	else
		fb_buf_add(&b, r->org.n ? r->org : r->name);
	if (r->period.n) {
		fb_say_more(&b, &r->words);
		fb_show_period(&b, &r->words, r->period, FB_PERIOD_FULL);
	}
	s = fb_arena_copy(&r->mem, fb_buf_str(&b));
	fb_buf_release(&b);
	return s.n ? s : fb_word(&r->words, "report");
}

static struct fb_canvas
open_canvas(const struct fb_chart_job *job)
{
	struct fb_report *r = job->report;
	fb_str title = report_title(r);
	struct fb_page_info info = { .title = title, .author = r->org,
	    .creator = fb_cstr("fb-tools " FB_VERSION), .made = fb_report_time(r),
	    .lang = fb_report_lang(r) };
	struct fb_canvas cv = { .report = r, .words = &r->words,
	    .digits = fb_ident_digits(r), .unredacted = job->unredacted,
	    .workbook = job->workbook ? fb_cstr(job->workbook) : FB_LIT("") };

	cv.page = job->letter_paper ?
	    fb_page_new(FB_PDF, FB_LETTER_WIDTH, FB_LETTER_HEIGHT, &info) :
	    fb_page_new(FB_PDF, FB_A4_WIDTH, FB_A4_HEIGHT, &info);
	if (job->palette)
		fb_page_palette(cv.page, job->palette);
	fb_page_mirror(cv.page, fb_words_rtl(cv.words));
	return cv;
}

static void
close_canvas(struct fb_canvas *cv, struct fb_buf *bytes, const char **why)
{
	fb_canvas_end(cv);
	*why = fb_page_finish(cv->page, bytes);
	fb_page_free(cv->page);
	fb_printed_release(&cv->printed);
	fb_map_release(&cv->everything);
}

static void
empty_page(struct fb_canvas *cv)
{
	fb_str source = fb_phrase(cv, "figure_source", (struct fb_slot[]){
	    { "source", fb_source_words(cv) } }, 1);
	double y;

	fb_canvas_page(cv, cv->report->name, FB_LIT(""), source,
	    fb_word(cv->words, "empty_report"));
	y = fb_canvas_title(cv, FB_TITLE_PAGE, fb_word(cv->words, "empty_report"),
	    fb_word(cv->words, "empty_deck")) + 12;
	fb_page_rect(cv->page, cv->left, y, FB_PAGE_CONTENT, EMPTY, FB_TINT);
	fb_page_text(cv->page, &(struct fb_text){ .role = FB_BODY,
	    .s = fb_word(cv->words, "empty_check"), .align = FB_LEFT,
	    .width = FB_PAGE_CONTENT - 2 * EMPTY_PAD }, cv->left + EMPTY_PAD,
	    y + EMPTY / 2 + 3);
}

static const struct page_kind {
	bool once;
	void (*draw)(struct fb_canvas *, const struct fb_focus *);
} pages[] = {
#define EACH false
#define ONCE true
#define PAGE(name, once) { once, fb_page_##name },
#include "chart/pages.def"
#undef PAGE
};

static void
draw_report(const struct fb_chart_job *job, struct fb_buf *bytes, const char **why)
{
	struct fb_report *r = job->report;
	struct fb_canvas cv = open_canvas(job);
	size_t n = fb_focus_count(r);

	cv.front = true;
	if (!n && !r->nletters)
		empty_page(&cv);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		for (size_t k = 0; k < (pages[i].once ? 1 : n); k++) {
			struct fb_focus f = {0};

			if (!pages[i].once)
				f = fb_focus_at(r, k);
			pages[i].draw(&cv, &f);
		}
	close_canvas(&cv, bytes, why);
}

static void
draw_letters(const struct fb_chart_job *job, struct fb_buf *bytes, const char **why)
{
	struct fb_canvas cv = open_canvas(job);

	fb_page_alerts(&cv, &(struct fb_focus){0});
	fb_letter_pages(&cv);
	fb_page_method(&cv, &(struct fb_focus){0});
	close_canvas(&cv, bytes, why);
}

/* A kind draws pages, or one plot. */
static const struct row {
	struct fb_chart_kind kind;
	void (*pages)(const struct fb_chart_job *, struct fb_buf *, const char **);
	struct fb_plot_kind plot;
} rows[] = {
	{ { .name = "report", .numbers = true, .letters = true,
	    .help = "summary, a page per metric, letters and method" },
	    draw_report, {0} },
	{ { .name = "letters", .letters = true,
	    .help = "the drawn records, whole" }, draw_letters, {0} },
#define KIND(called, needs, also, over, text) { \
	{ .name = #called, .help = text, .alone = true, .numbers = true }, \
	NULL, { #called, fb_plot_##called, needs, also, over } },
#include "chart/kinds.def"
#undef KIND
};

const struct fb_chart_kind *
fb_chart_at(size_t i)
{
	return i < sizeof rows / sizeof *rows ? &rows[i].kind : NULL;
}

const struct fb_chart_kind *
fb_chart_find(const char *name)
{
	for (size_t i = 0; fb_chart_at(i); i++)
		if (!strcmp(fb_chart_at(i)->name, name))
			return fb_chart_at(i);
	return NULL;
}

const char *
fb_chart_draw(const struct fb_chart_kind *kind, const struct fb_chart_job *job,
    struct fb_buf *bytes)
{
	const char *why = NULL;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (&rows[i].kind != kind)
			continue;
		if (rows[i].plot.plot)
			fb_figure_draw(job, &rows[i].plot, bytes, &why);
		else
			rows[i].pages(job, bytes, &why);
	}
	return why;
}
