/* opt.h - one table describes a tool: parsing, --help and completion. */
#ifndef FB_BASE_OPT_H
#define FB_BASE_OPT_H

#include <stddef.h>

/* Store text into *dst. Return NULL, or what is wrong with it ("too large"). */
typedef const char *fb_opt_set(void *dst, const char *text);

/* Arguments of a repeatable option, in order; borrowed from argv. */
struct fb_list {
	const char **v;
	size_t n, cap;
};

fb_opt_set fb_set_flag;  /* bool *             no argument */
fb_opt_set fb_set_count; /* size_t *           1 .. 2^53 */
fb_opt_set fb_set_limit; /* size_t *           0 .. 2^53 */
fb_opt_set fb_set_text;  /* const char **      borrowed from argv */
fb_opt_set fb_set_list;  /* struct fb_list *   one more argument */

struct fb_opt {
	char key;         /* 'n' for -n; 0 when there is only the long form */
	const char *name; /* "count" for --count */
	const char *arg;  /* "N" in the help text, NULL for a flag */
	fb_opt_set *set;
	void *dst;        /* the default is the value already there */
	const char *help;
};

enum { FB_OPT_SETS = 6 };

struct fb_tool {
	const char *name;  /* "fb-sample" */
	const char *does;  /* one line, no full stop; also the man page's .Nd */
	const char *usage; /* operands: "[file ...]" */
	/* The tool's own options, then those of the rooms it uses (such as
	 * fb_reader_opts); each table ends with a row whose name is NULL. */
	const struct fb_opt *opts[FB_OPT_SETS];
};

/* Prepare the run (fb_start) and parse options; -h, -V and -q are handled
 * here, and -h and -V end the run with status 0. Dies with FB_USAGE on a bad
 * option, and on one that is given twice and is no flag or list. Return the
 * index of the first operand. */
int fb_opt_parse(const struct fb_tool *, int argc, char **argv);
/* What a trail line calls the options of this run: every option given except
 * those that must not change the result (--range, -o, --partial, --progress,
 * -q) and operands, as they would be typed; borrowed, set by fb_opt_parse. */
const char *fb_opt_given(void);

#endif
