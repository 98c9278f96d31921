/* trail.h - provenance: the line that each tool leaves at the stream's end.
 *
 * {"fb":"trail","tool":…,"version":…,"options":…,"in":…,"out":…,"filtered":…,
 *  "rejected":…,"duplicates":…,"digest_in":…,"digest_out":…, …}
 * The digests are base/digest sums over record bytes without `draw`, so that
 * digest_out of one tool is digest_in of the next. */
#ifndef FB_RECORD_TRAIL_H
#define FB_RECORD_TRAIL_H

#include "base/digest.h"
#include "base/opt.h"
#include "record/scan.h"

struct fb_reader;
struct fb_writer;

/* Start a trail line in b: its first keys with the counts of this run. The
 * tool's own facts follow with fb_put_…; then fb_trail_end(). */
struct fb_trail_counts {
	size_t in, out, filtered, rejected, duplicates;
	struct fb_digest digest_in, digest_out;
};
void fb_trail_begin(struct fb_buf *, const struct fb_trail_counts *);
/* The counts of a reader and what a writer made of it. */
struct fb_trail_counts fb_trail_of(const struct fb_reader *,
    const struct fb_writer *);
/* Our own counts with those of the shards. */
void fb_trail_counts_add(struct fb_trail_counts *, const struct fb_trail_counts *);
void fb_trail_end(struct fb_buf *);
/* The same of a run with --partial: with what it leaves to whoever merges. */
void fb_trail_end_part(struct fb_buf *, const struct fb_reader *,
    const struct fb_writer *);

/* The set of trail lines a tool has met: equal ones are one. */
struct fb_trails {
	char **lines; /* owned, NUL-terminated */
	size_t n, cap;
};
void fb_trails_add(struct fb_trails *, const struct fb_rec *);
/* For a tool that hands on what is no record: write it, and keep a trail. */
void fb_trails_pass(struct fb_trails *, const struct fb_rec *,
    struct fb_writer *);
/* All of them in pipeline order: ingest, redact, tag, sample, metric,
 * anecdote, then others; of one tool in byte order. */
void fb_trails_write(struct fb_trails *, struct fb_writer *);
void fb_trails_sort(struct fb_trails *);
void fb_trails_release(struct fb_trails *);

#endif
