/* opt.c - option tables: parsing, --help, and the line the trail keeps. */
#include <errno.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/str.h"

enum { OPTS_MAX = 64, LONG = 256 }; /* LONG + row: getopt_long's --name */

static struct fb_buf given;

const char *
fb_set_flag(void *dst, const char *text)
{
	(void)text;
	*(bool *)dst = true;
	return NULL;
}

const char *
fb_set_limit(void *dst, const char *text)
{
	uint64_t v;
	const char *why = fb_parse_u64(fb_cstr(text), &v);

	if (why)
		return why;
	if (v > 1ULL << 53)
		return "too large";
	*(size_t *)dst = v;
	return NULL;
}

const char *
fb_set_count(void *dst, const char *text)
{
	size_t v;
	const char *why = fb_set_limit(&v, text);

	if (why)
		return why;
	if (!v)
		return "too small";
	*(size_t *)dst = v;
	return NULL;
}

const char *
fb_set_text(void *dst, const char *text)
{
	*(const char **)dst = text;
	return NULL;
}

const char *
fb_set_list(void *dst, const char *text)
{
	struct fb_list *l = dst;

	l->v = fb_grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	l->v[l->n++] = text;
	return NULL;
}

/* Every option of every table, as one flat list. */
struct table {
	const struct fb_opt *row[OPTS_MAX];
	const char *was[OPTS_MAX]; /* the value that was given, if it was */
	size_t n;
};

static struct table
flatten(const struct fb_tool *t)
{
	struct table all = {0};

	for (size_t s = 0; s < FB_OPT_SETS && t->opts[s]; s++)
		for (const struct fb_opt *o = t->opts[s]; o->name; o++)
			if (all.n < OPTS_MAX)
				all.row[all.n++] = o;
	return all;
}

static void
help_row(char key, const char *name, const char *arg, const char *text)
{
	struct fb_buf head = {0};

	if (key)
		fb_buf_printf(&head, "-%c, ", key);
	else
		fb_buf_adds(&head, "    ");
	fb_buf_printf(&head, "--%s%s%s", name, arg ? "=" : "", arg ? arg : "");
	printf("  %-24s %s\n", fb_buf_cstr(&head), text);
	fb_buf_release(&head);
}

static void
help(const struct fb_tool *t, const struct table *all)
{
	printf("usage: %s [options] %s\n%s\n\n", t->name, t->usage, t->does);
	for (size_t i = 0; i < all->n; i++) {
		const struct fb_opt *o = all->row[i];

		help_row(o->key, o->name, o->arg, o->help);
	}
	help_row('q', "quiet", NULL, "no warnings; errors are still told");
	help_row('h', "help", NULL, "show this help");
	help_row('V', "version", NULL, "show the version");
	printf("\n'man %s' has the whole story and examples.\n", t->name);
}

static bool
changes_result(const char *name)
{
	static const char *const no[] = { "range", "output", "partial",
	    "progress", "quiet", "rejects", "explain", "ascii", "manifest" };

	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (!strcmp(name, no[i]))
			return false;
	return true;
}

/* Paths are left out: only the file's own name says which rules were used. */
static const char *
base_name(const char *text)
{
	const char *slash = strrchr(text, '/');

	return slash && slash[1] ? slash + 1 : text;
}

static void
remember(const struct fb_opt *o, const char *arg)
{
	if (!changes_result(o->name))
		return;
	fb_buf_printf(&given, "%s--%s%s%s", given.n ? " " : "", o->name,
	    arg ? "=" : "", !arg ? "" : strstr(o->arg, "FILE") ?
	    base_name(arg) : arg);
}

/* Which of two values was meant nobody can tell; lists and flags may grow. */
static void
check_once(const struct fb_tool *t, const struct fb_opt *o, const char **was,
    const char *arg)
{
	if (!o->arg || o->set == fb_set_list)
		return;
	if (*was)
		fb_die(FB_USAGE, "--%s '%s': given twice, '%s' before; "
		    "try '%s --help'", o->name, arg, *was, t->name);
	*was = arg;
}

static void
apply(const struct fb_tool *t, const struct fb_opt *o, const char *arg)
{
	const char *why = o->set(o->dst, arg);

	if (why)
		fb_die(FB_USAGE, "--%s '%s': %s; try '%s --help'", o->name,
		    arg ? arg : "", why, t->name);
	remember(o, arg);
}

static _Noreturn void
version(const struct fb_tool *t)
{
	printf("%s (fb-tools) %s\n", t->name, FB_VERSION);
	exit(fb_finish(FB_OK));
}

static size_t
getopt_tables(const struct table *all, struct option *longs, char *shorts)
{
	size_t n = 0;

	strcpy(shorts, ":hVq");
	for (char *s = shorts + 4; n < all->n; n++) {
		const struct fb_opt *o = all->row[n];

		longs[n] = (struct option){ o->name, o->arg != NULL, NULL,
		    LONG + (int)n };
		if (o->key)
			*s++ = o->key;
		if (o->key && o->arg)
			*s++ = ':';
		*s = '\0';
	}
	longs[n++] = (struct option){ "help", 0, NULL, 'h' };
	longs[n++] = (struct option){ "version", 0, NULL, 'V' };
	longs[n++] = (struct option){ "quiet", 0, NULL, 'q' };
	return n;
}

/* The row of an option that getopt_long knows. */
static size_t
find(const struct table *all, int c)
{
	size_t i = 0;

	if (c >= LONG)
		return (size_t)c - LONG;
	while (all->row[i]->key != c)
		i++;
	return i;
}

static void
take(const struct fb_tool *t, struct table *all, size_t i, const char *arg)
{
	check_once(t, all->row[i], &all->was[i], arg);
	apply(t, all->row[i], arg);
}

int
fb_opt_parse(const struct fb_tool *t, int argc, char **argv)
{
	struct table all = flatten(t);
	struct option longs[OPTS_MAX + 4] = {{0}};
	char shorts[2 * OPTS_MAX + 8];
	int c;

	fb_prog = t->name;
	fb_start();
	getopt_tables(&all, longs, shorts);
	while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (c == 'h') {
			help(t, &all);
			exit(fb_finish(FB_OK));
		}
		if (c == 'V')
			version(t);
		if (c == '?' || c == ':')
			fb_die(FB_USAGE, "%s '%s'; try '%s --help'", c == ':' ?
			    "missing argument after" : "unknown option",
			    argv[optind - 1], t->name);
		if (c == 'q')
			fb_quiet = true;
		else
			take(t, &all, find(&all, c), optarg);
	}
	return optind;
}

const char *
fb_opt_given(void)
{
	return fb_buf_cstr(&given);
}
