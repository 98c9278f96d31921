/* writer.h - write lines of the stream to standard output or a file.
 *
 * 256 KiB writes. A write that fails ends the run with FB_FAIL. With --ascii
 * every line is written as ASCII; the digest is of what is written. */
#ifndef FB_RECORD_WRITER_H
#define FB_RECORD_WRITER_H

#include "base/digest.h"
#include "base/opt.h"
#include "base/out.h"
#include "record/parts.h"
#include "record/scan.h"

/* -o FILE; one per process. */
extern const struct fb_opt fb_writer_opts[];
/* --ascii, for tools that write records or parts. */
extern const struct fb_opt fb_ascii_opts[];
bool fb_ascii(void);
const char *fb_output_path(void); /* NULL or "-": standard output */
/* Die with FB_USAGE when -o is one of the inputs, as no tool reads what this one
 * writes. */
void fb_output_apart(char **inputs);

struct fb_writer {
	struct fb_out out;
	struct fb_buf buf;
	size_t nrecords;         /* feedback records written */
	struct fb_digest digest; /* of them, without `draw` */
	struct fb_owed owed;     /* part lines written */
	struct fb_rec made;      /* room for a second look at what was made */
	struct fb_buf ascii;     /* the same for --ascii */
};

/* As if -o had said so; NULL is standard output. */
void fb_writer_to(const char *path);
/* To where -o says. */
void fb_writer_open(struct fb_writer *);
/* A line that is not a feedback record; LF is added. */
void fb_writer_line(struct fb_writer *, fb_str line);
/* A part line, which the trail will answer for. */
void fb_writer_part(struct fb_writer *, fb_str line);
/* A feedback record as it was read. */
void fb_writer_record(struct fb_writer *, const struct fb_rec *);
/* A feedback record that the tool made: line is what its bytes are without
 * `draw`, draw the raw value of that key or an empty slice. */
void fb_writer_made(struct fb_writer *, fb_str line, fb_str draw);
/* A feedback record with some of its keys changed, see fb_put_edited(); the
 * fastest way, as the line is put together where it is written from. */
struct fb_edit;
void fb_writer_changed(struct fb_writer *, const struct fb_rec *,
    const struct fb_edit *, size_t n);
/* Everything out, synced, in place. */
void fb_writer_close(struct fb_writer *);

/* One change to a record: the raw value that a key gets; NULL drops the key. */
struct fb_edit {
	fb_str key, val;
};
/* Append rec with the n changes: in place where the key stands, at the end in
 * the order given where it does not. Of a repeated key the last one is changed
 * and the others are dropped. Every other byte is copied. The keys are plain
 * text that needs no escapes, each at most once. */
void fb_put_edited(struct fb_buf *, const struct fb_rec *,
    const struct fb_edit *, size_t n);

#endif
