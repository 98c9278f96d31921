/* reply_mark.h - lines that mail programs put between words and quotes.
 *
 * Private to this room: what reply.c is made of. In the languages of the
 * programs most used: English, German, French, Spanish, Italian, Portuguese,
 * Dutch, Polish, the Scandinavian ones, Russian, Chinese, Japanese. */
#ifndef FB_INGEST_REPLY_MARK_H
#define FB_INGEST_REPLY_MARK_H

#include "base/str.h"

/* "On ... wrote:". With before a quote follows, and a verb of writing or a date
 * is enough; else it must also say when or which address. */
bool fb_mark_attribution(fb_str, bool before);
/* Does it begin as an attribution does: "On "? */
bool fb_mark_opening(fb_str);
/* "-----Original Message-----". */
bool fb_mark_original(fb_str);
/* "From: ...", or with first false any such line of a forwarded header. */
bool fb_mark_header(fb_str, bool first);
/* "-- ", or "--" with few lines behind it, or PGP's. */
bool fb_mark_signature(fb_str, size_t behind);
/* A line of 20 underscores or more. */
bool fb_mark_rule(fb_str);
/* Five or more of one of "_-=*~", which say nothing behind the last words. */
bool fb_mark_dashes(fb_str);
/* "[...]", "<snip>": something was cut out there. */
bool fb_mark_snip(fb_str);
/* "Sent from my phone", "To unsubscribe ... https://...". */
bool fb_mark_footer(fb_str);
/* Notes of programs in the middle of words: "[[alternative HTML ...]]". */
bool fb_mark_noise(fb_str);

#endif
