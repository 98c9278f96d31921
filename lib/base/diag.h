/* diag.h - messages for people, and the four exit statuses. */
#ifndef FB_BASE_DIAG_H
#define FB_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

enum fb_status {
	FB_OK    = 0, /* all input read, all output written */
	FB_BAD   = 1, /* output is valid, but more records were bad than --max-bad */
	FB_USAGE = 2, /* the command line is wrong; nothing was read or written */
	FB_FAIL  = 3, /* reading, writing or memory failed; discard the output */
};

extern const char *fb_prog; /* set once by fb_opt_parse() */
extern bool fb_quiet;       /* -q: fb_warn() and fb_tell() say nothing */

/* Write "prog: message\n" to stderr; with a trailing ':' add " strerror(errno)".
 * Control characters in it are shown as \xHH, so that data cannot drive a
 * terminal; a message longer than 2,000 bytes is cut. */
void fb_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* Warn of each line of a text. */
void fb_warn_lines(const char *text);
_Noreturn void fb_die(enum fb_status, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* One kind of bad data: the first ten are told, the rest counted. */
struct fb_tally {
	size_t n;
};
void fb_tell(struct fb_tally *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* Say "and N more WHAT" when some were only counted. */
void fb_tally_end(const struct fb_tally *, const char *what);

/* Before anything else: descriptors 0 to 2 exist (a closed one fails at its
 * first use instead of becoming a data file), and SIGXFSZ is ignored. */
void fb_start(void);
/* Flush and close stdout; a failed write is FB_FAIL, else return status. */
int fb_finish(int status);

#endif
