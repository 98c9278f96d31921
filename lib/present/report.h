/* report.h - everything that one report is made of, read from the stream.
 *
 * fb-chart and fb-xlsx read the same report and so print the same names,
 * numbers, ids and reasons. All text lives in the report's arena. */
#ifndef FB_PRESENT_REPORT_H
#define FB_PRESENT_REPORT_H

#include "cell/line.h"
#include "present/beside.h"
#include "present/words.h"
#include "record/reader.h"
#include "record/trail.h"

/* Which lines a label, title or event is about; an absent part fits any. */
struct fb_scope {
	fb_str metric, period;
	bool has_by;            /* "by" was given, perhaps {} */
	struct fb_pair by[FB_BY_MAX_PAIRS];
	size_t nby;
};

struct fb_label {
	struct fb_scope about;
	fb_str field;           /* names a `by` field instead */
	fb_str name, note, better;
};

struct fb_title {
	struct fb_scope about;
	fb_str page;            /* the kind of page, "" for summary and metrics */
	fb_str text, deck;
};

struct fb_event {
	struct fb_scope about;
	int32_t day;
	fb_str text;
};

/* A record that was drawn (it carries "draw"); its words are quote.text. */
struct fb_letter {
	struct fb_quote quote;
	fb_str title;
	uint64_t stratum_n, stratum_N;
	fb_str alert;            /* why a person should see it soon, or ""; JSON */
	bool must_read;          /* it came for that, not by lot */
};

struct fb_report {
	struct fb_arena mem;
	struct fb_words words;
	struct fb_cell *cells;
	size_t ncells, cells_cap;
	struct fb_letter *letters;
	size_t nletters, letters_cap;
	struct fb_label *labels;
	size_t nlabels, labels_cap;
	size_t ngiven;          /* labels of the stream; defaults stand behind */
	struct fb_title *titles;
	size_t ntitles, titles_cap;
	struct fb_event *events;
	size_t nevents, events_cap;
	struct fb_trails trails;
	struct fb_beside beside;
	/* The report line. */
	fb_str org, name, period, locale, source;
	fb_str *order;          /* metrics, in the order of the pages */
	size_t norder;
	fb_str *notes;          /* said on the page about these data */
	size_t nnotes;
	size_t nunmasked;       /* quotes and letters without masks */
	size_t nbare;           /* metric lines, were it not for "fb" */
};

/* All lines of the reader. Bad lines are the reader's to tell. NULL, or what
 * makes a report of them impossible. */
const char *fb_report_read(struct fb_report *, struct fb_reader *);
/* Speak this language instead of that of the report line. NULL, or why not. */
const char *fb_report_speak(struct fb_report *, fb_str locale);
/* A text in the report's arena; the buffer is released. */
fb_str fb_report_keep(struct fb_report *, struct fb_buf *);
void fb_report_release(struct fb_report *);
/* The language that the report speaks, as a tag: "de". */
fb_str fb_report_lang(const struct fb_report *);
/* Of records read from the stream, or of what SOURCE_DATE_EPOCH says: the time
 * that a file is stamped with. */
int64_t fb_report_time(const struct fb_report *);

/* ---- names ---- */

/* "Would recommend", else the metric's own name; its definition or "". */
fb_str fb_name_metric(const struct fb_report *, const struct fb_cell *);
fb_str fb_name_note(const struct fb_report *, const struct fb_cell *);
/* The group: values of by, each under its label, joined by " · "; for the
 * total the word for everyone. Borrowed for the report's life. */
fb_str fb_name_group(struct fb_report *, const struct fb_cell *);
/* A field of by under its label, else its own name. */
fb_str fb_name_field(const struct fb_report *, fb_str field);
fb_str fb_name_value(const struct fb_report *, struct fb_pair);
/* Append ["safety","legal"] as "safety, legal", in the way of the language; a
 * text as it is. */
void fb_put_listed(struct fb_buf *, const struct fb_report *, fb_str raw);
/* "up", "down" or "none", of the label or the line. */
fb_str fb_name_better(const struct fb_report *, const struct fb_cell *);
/* The given title of a page; NULL when none fits. cell NULL: the summary of
 * period. */
const struct fb_title *fb_title_for(const struct fb_report *,
    const struct fb_cell *, fb_str period);

/* The given title of a further kind of page ("heat"), about a cell of it. */
const struct fb_title *fb_title_of_page(const struct fb_report *,
    const char *page, const struct fb_cell *);
/* Is the event about this cell? */
bool fb_event_fits(const struct fb_event *, const struct fb_cell *);

/* ---- order ---- */

/* The metric's number in the report line; the same for all it does not name. */
size_t fb_metric_place(const struct fb_report *, fb_str metric);

/* Periods that pages are about: those with quotes, else with tests, else the
 * latest of each unit; the report line's first. Borrowed. */
struct fb_focus {
	fb_str period;
	const struct fb_cell **rows; /* of the summary, in order */
	size_t nrows;
	bool grouped;                /* rows are groups x metrics, totals first */
};
size_t fb_focus_count(struct fb_report *);
struct fb_focus fb_focus_at(struct fb_report *, size_t i);
/* Put clear changes in front, the clearest first, the rest by metric and then as
 * they stand. */
void fb_clearest_first(const struct fb_report *, const struct fb_cell **, size_t n);
/* All numbers of a period in that order, totals and groups, without those of
 * themes and stages. Borrowed from the report. */
const struct fb_cell **fb_numbers_of(struct fb_report *, fb_str period, size_t *n);
/* The points of a cell's series, oldest first, up to and with the cell.
 * Borrowed from the report. */
const struct fb_cell **fb_history(struct fb_report *, const struct fb_cell *,
    size_t *n);
/* Of two runs of fb-metric, by one field and by another, both tell the total: a
 * number that is told again counts once, where it has its customers. */
void fb_tell_once(struct fb_report *);
/* Compare the cell, untested, with the point in front of it in its series, when
 * its line is not compared with anything. */
void fb_look_back(struct fb_report *, struct fb_cell *);
/* The same of all lines from elsewhere in the periods that pages are about. */
void fb_compare_elsewhere(struct fb_report *);
/* Cells of the same metric and period: the total first, then groups. */
const struct fb_cell **fb_siblings(struct fb_report *, const struct fb_cell *,
    size_t *n);
/* The normal range of the points before the last one; see stat/xmr.h. */
struct fb_interval fb_normal_range(const struct fb_cell *const *points, size_t n);

#endif
