/* reader.h - read lines of the stream from files or standard input.
 *
 * 256 KiB reads into one growing buffer; whole lines are handed out in place.
 * Blank lines and a byte order mark are passed over. What cannot be read as a
 * whole ends the run with FB_FAIL here: an I/O error, a line longer than
 * --max-record, a last line without LF that does not parse (it is torn), UTF-16
 * or compressed input. Bad lines are named, counted and skipped. */
#ifndef FB_RECORD_READER_H
#define FB_RECORD_READER_H

#include <stdint.h>

#include "base/diag.h"
#include "base/digest.h"
#include "base/opt.h"
#include "base/out.h"
#include "record/filter.h"
#include "record/parts.h"
#include "record/scan.h"

/* The options every tool that reads the stream has: --where, --max-bad,
 * --strict, --rejects, --range, --max-record, --tz. One per process. */
extern const struct fb_opt fb_reader_opts[];
/* --period LABEL as a filter; not for tools that give --period another sense. */
extern const struct fb_opt fb_period_opts[];
/* For readers that are not this one (fb-ingest): the same limits. */
size_t fb_max_record(void);
fb_opt_set fb_set_tz;

struct fb_input;

struct fb_reader {
	char **paths;         /* operands; NULL-terminated, "-" is stdin */
	size_t npaths, at;    /* the file being read is paths[at] */
	struct fb_input *in;  /* one per operand */
	bool keep;            /* see fb_reader_keep */
	bool again;           /* a later pass: nothing is counted or told */
	struct fb_buf buf;    /* bytes read; the next line starts at from */
	size_t from;
	uint64_t off;         /* of that line in its file */
	uint64_t end;         /* lines that start here or behind are not ours */
	size_t lineno;        /* 1 is the first */
	bool opened, eof;     /* of the file being read */
	struct fb_filter filter;
	size_t nlines;        /* lines that were not blank */
	size_t nrecords;      /* feedback records among them, filtered ones too */
	size_t nmalformed;    /* lines that are no JSON object; dropped */
	char opens;           /* what the first of them begins with, */
	char closes;          /* and ends with */
	size_t nbad;          /* these, and what fb_reader_bad() was told */
	size_t nfiltered;
	struct fb_digest digest; /* of the records, without `draw` */
	struct fb_owed owed;  /* part lines, by the trails of parts */
	struct fb_buf plain;  /* a part line that came as ASCII */
	struct fb_tally told;
	struct fb_out rejects;
};

/* Borrow the operands of main(); none means standard input. Dies with FB_USAGE
 * when options and operands do not go together. */
void fb_reader_open(struct fb_reader *, char **paths);
/* Before the first line: keep what cannot be read twice (a pipe) in an unlinked
 * temporary file, so that fb_reader_again() and fb_reader_fetch() work. */
void fb_reader_keep(struct fb_reader *);
/* The next line; false at the end of the last file. Records that --where or
 * --period leave out are counted and passed over, other kinds always come. */
bool fb_reader_next(struct fb_reader *, struct fb_rec *);
/* From the first line again, silently. */
void fb_reader_again(struct fb_reader *);

/* Where the line given last stands: fetch it later. */
struct fb_ref {
	uint64_t off;
	uint32_t file, len;
};
struct fb_ref fb_reader_ref(const struct fb_reader *, const struct fb_rec *);
/* Put the bytes of that line into b, replacing its content. */
void fb_reader_fetch(struct fb_reader *, struct fb_ref, struct fb_buf *b);

/* The line given last is bad data after all: name it, count it, keep it for
 * --rejects; with --strict this ends the run with FB_BAD. */
void fb_reader_bad(struct fb_reader *, const struct fb_rec *, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* n lines given earlier are bad data after all: one message, which names them
 * itself; lines are their bytes, LF behind each, for --rejects (without that
 * option they may be left out). */
void fb_reader_refuse(struct fb_reader *, size_t n, fb_str lines,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* Behind the last line of a run that merges: die with FB_FAIL unless every part
 * line that the trails of parts promised came, once and unchanged. */
void fb_reader_whole(const struct fb_reader *);
/* FB_OK, or FB_BAD when more was bad than --max-bad allows. Tells how many
 * messages were left out. */
int fb_reader_status(struct fb_reader *);
/* nbad against --max-bad, for a reader of another kind. */
int fb_bad_status(size_t nbad, size_t nall);
bool fb_strict(void);
const char *fb_rejects_path(void); /* NULL without --rejects */
void fb_reader_close(struct fb_reader *);

/* The bytes of a record without its `draw` are head and tail. */
void fb_rec_body(const struct fb_rec *, fb_str *head, fb_str *tail);

#endif
