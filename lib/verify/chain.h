/* chain.h - do the trails lead from one tool to the next, and to the records
 * that are here? */
#ifndef FB_VERIFY_CHAIN_H
#define FB_VERIFY_CHAIN_H

#include "verify/case.h"

/* The digest of the records must be what each tool that drew or counted took
 * in, and what the last tool that made records let out. */
void fb_verify_chain(struct fb_case *);

/* What a run of a reducing tool, done again, gives for the counts that every
 * trail has. refused: records that were rejected though they could be read. */
struct fb_tally_of_run {
	size_t nfiltered, out, duplicates, refused;
	struct fb_digest digest_out;
};
void fb_verify_counts(struct fb_case *, fb_str where, const char *trail,
    const struct fb_tally_of_run *);
/* Of a tool that passes the records on with --keep and else none. */
void fb_verify_kept(struct fb_case *, fb_str where, const char *trail,
    const struct fb_met *, bool keeps);

#endif
