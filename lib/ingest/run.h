/* run.h - a whole run of fb-ingest: files in, records and a trail line out.
 *
 * Like the record reader, this is where I/O ends the run: it tells, counts and
 * dies, so that the parts below it only give reasons. */
#ifndef FB_INGEST_RUN_H
#define FB_INGEST_RUN_H

#include "base/diag.h"
#include "ingest/balance.h"
#include "ingest/dating.h"
#include "ingest/latest.h"
#include "ingest/make.h"
#include "ingest/progress.h"
#include "record/filter.h"
#include "record/writer.h"

#define FB_LINES_UNTOLD SIZE_MAX

/* The command line. */
struct fb_ask {
	struct fb_list columns, where;
	const char *profile, *delimiter, *scale, *source, *channel, *period;
	const char *encoding, *date_order, *sheet, *quote, *escape;
	size_t skip_lines;          /* above the header, or: by the file */
	const char *customer;       /* who that is in a transcript */
	const char *rows;           /* of JSON: the keys that lead to them */
	const char *format;         /* a kind of format, or: by the file */
	bool unique, explain, no_quotes, no_header, quoted, whole, headings;
	bool progress;
};

struct fb_run {
	const struct fb_ask *ask;
	const char *within;         /* the folder or archive that is read, or NULL */
	const char *explained;      /* the format that fields.c last explained */
	fb_str delim;               /* empty: by the file */
	enum fb_order order;        /* --date-order */
	const char *encoding;       /* of this file, when it is not UTF-8 */
	struct fb_buf say;          /* for --explain, of this file */
	struct fb_buf source_put;   /* of this file, as records hold it */
	struct fb_profile guess;    /* for this file */
	bool unique;
	struct fb_profile columns;  /* -c */
	struct fb_profile chosen;   /* -p */
	struct fb_profiles shipped; /* without -p */
	struct fb_map used, scales; /* names for the trail */
	struct fb_ids ids;
	struct fb_latest latest;
	struct fb_filter filter;
	struct fb_rec rec;
	struct fb_made made;
	struct fb_writer out;
	struct fb_progress progress;
	struct fb_out rejects;
	struct fb_accounts parts;      /* the balance */
	struct fb_tally told[FB_FAULTS];
	size_t nrows, nrejected, nfiltered, nbad;
	size_t nskipped;            /* of the filtered, by the profile */
	size_t nshown;              /* records of this file, by --explain */
	struct fb_digest digest;    /* of all rows */
};

/* Every function ends the run when it fails, with FB_USAGE or FB_FAIL. */
void fb_run_open(struct fb_run *, const struct fb_ask *);
/* A file, all files of an archive, or of a folder (a maildir's cur and new),
 * in byte order of their names. */
void fb_run_file(struct fb_run *, const char *path);
/* What formats tell the run: what makes records of a file's rows (unique is
 * settled with the plan), a row, a row that is none and why, with the line to
 * name, and why reading ends, status 3. */
struct fb_making fb_run_making(struct fb_run *, const struct fb_mapping *plan,
    const char *path);
void fb_run_row(struct fb_run *, const struct fb_making *, struct fb_row *,
    const char *path);
void fb_run_reject(struct fb_run *, const char *path, enum fb_fault,
    const struct fb_row *, size_t line, const char *why);
/* A row that becomes a record but is bad data: told, counted, kept. */
void fb_run_bad(struct fb_run *, const char *path, enum fb_fault,
    const struct fb_row *, const char *why);
/* A row that is counted and that the profile says is no answer. */
void fb_run_no_row(struct fb_run *, const struct fb_row *);
/* The same of a row that repeats the header, which is worth a warning. */
void fb_run_again(struct fb_run *, const struct fb_row *, const char *path);
_Noreturn void fb_run_read_fail(struct fb_run *, const char *path,
    const char *why);
/* Trail, totals, everything closed; the exit status. */
int fb_run_end(struct fb_run *);

#endif
