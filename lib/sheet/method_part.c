/* method_part.c - what every sheet of method is put together from. */
#include "base/opt.h"
#include "sheet/method.h"

static const double value_width = 90;

void
fb_method_begin(struct fb_method *p, const char *title, const char *deck)
{
	const struct fb_words *w = &p->m->report->words;

	fb_sheet_col(p->s, FB_METHOD_WORDS, FB_METHOD_WORDS, 36, false);
	fb_sheet_col(p->s, FB_METHOD_VALUE, FB_METHOD_VALUE, value_width, false);
	fb_put_merged(p->m, p->s, p->row, FB_METHOD_VALUE, fb_word(w, title),
	    FB_TITLE);
	fb_sheet_row(p->s, p->row++, 34);
	fb_put_merged(p->m, p->s, p->row, FB_METHOD_VALUE, fb_word(w, deck),
	    FB_DECK);
	fb_sheet_row(p->s, p->row++, 30);
}

void
fb_method_section(struct fb_method *p, const char *key)
{
	p->row++;
	fb_put_word(p->m, p->s, p->row, FB_METHOD_WORDS, key, FB_SECTION);
	fb_sheet_row(p->s, p->row++, 24);
}

void
fb_method_pair(struct fb_method *p, fb_str words, fb_str value)
{
	fb_put_cell(p->m, p->s, p->row, FB_METHOD_WORDS, words,
	    fb_look_of(p->m, FB_BOLD_CELL, 0, NULL));
	fb_put_cell(p->m, p->s, p->row, FB_METHOD_VALUE, value,
	    fb_look_of(p->m, FB_TEXT_CELL, 0, NULL));
	fb_sheet_row(p->s, p->row++, fb_height_for(value, value_width, 13, 19));
}

void
fb_method_counted(struct fb_method *p, const char *words, const char *key,
    uint64_t n)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_buf b = {0}, count = {0};

	fb_show_count(&count, w, n);
	fb_say(&b, w, key, (struct fb_slot[]){ { "n", fb_buf_str(&count) } }, 1);
	fb_method_pair(p, fb_word(w, words), fb_buf_str(&b));
	fb_buf_release(&b);
	fb_buf_release(&count);
}

void
fb_method_made(struct fb_method *p)
{
	const struct fb_words *w = &p->m->report->words;
	struct fb_buf b = {0};

	fb_put_chain(&b, p->m->report);
	fb_method_pair(p, fb_word(w, "sheet_provenance"), fb_buf_str(&b));
	b.n = 0;
	fb_buf_printf(&b, "fb-xlsx %s %s", FB_VERSION, fb_opt_given());
	fb_method_pair(p, fb_word(w, "sheet_made_by"), fb_str_trim(fb_buf_str(&b)));
	fb_buf_release(&b);
}

void
fb_method_trails(struct fb_method *p)
{
	struct fb_report *r = p->m->report;

	if (r->trails.n)
		fb_method_section(p, "sheet_trail");
	for (size_t i = 0; i < r->trails.n; i++) {
		struct fb_buf name = {0};
		struct fb_fact *v;
		size_t n = fb_trail_facts(r, r->trails.lines[i], &v);

		fb_put_trail_name(&name, r->trails.lines[i]);
		fb_put_merged(p->m, p->s, p->row, FB_METHOD_VALUE, fb_buf_str(&name),
		    FB_GROUP_HEAD);
		fb_sheet_row(p->s, p->row++, 24);
		for (size_t k = 0; k < n; k++)
			fb_method_pair(p, v[k].words, v[k].value);
		fb_buf_release(&name);
	}
}
