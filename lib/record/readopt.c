/* readopt.c - the options of everything that reads the stream. */
#include "base/num.h"
#include "base/time.h"
#include "record/reader.h"
#include "record/readopt.h"

static struct fb_readopt conf = { .max_record = 16 << 20 };

/* N, or N% with up to two decimals. */
static const char *
set_max_bad(void *dst, const char *text)
{
	fb_str s = fb_cstr(text);
	int64_t milli;

	conf.max_bad_share = s.n && s.p[s.n - 1] == '%';
	if (!conf.max_bad_share)
		return fb_set_limit(dst, text);
	s.n--;
	if (fb_parse_milli(s, &milli, NULL) || milli < 0 || milli > 100000)
		return "not a number of lines or a percentage like 0.1%";
	conf.max_bad = (size_t)(milli / 10);
	return NULL;
}

static const char *
set_range(void *dst, const char *text)
{
	fb_str len = fb_cstr(text), off = fb_str_split(&len, ':');

	(void)dst;
	if (!len.p || fb_parse_u64(off, &conf.range_off) ||
	    fb_parse_u64(len, &conf.range_len))
		return "not of the form OFFSET:LENGTH, in bytes";
	conf.has_range = true;
	return NULL;
}

const char *
fb_set_tz(void *dst, const char *text)
{
	(void)dst;
	return fb_tz_set(text);
}

const struct fb_opt fb_reader_opts[] = {
	{ 0, "where", "KEY=VALUE", fb_set_list, &conf.where,
	    "only records that hold this (also !=; repeatable)" },
	{ 0, "max-bad", "N|N%", set_max_bad, &conf.max_bad,
	    "bad lines that are still status 0 (default 0)" },
	{ 0, "strict", NULL, fb_set_flag, &conf.strict,
	    "stop at the first bad line" },
	{ 0, "rejects", "FILE", fb_set_text, &conf.rejects,
	    "keep bad lines in FILE" },
	{ 0, "range", "OFF:LEN", set_range, NULL,
	    "only lines that start in these bytes of the last file" },
	{ 0, "max-record", "BYTES", fb_set_count, &conf.max_record,
	    "longest line (default 16777216)" },
	{ 0, "tz", "ZONE", fb_set_tz, NULL,
	    "cut days in this time zone (default UTC)" },
	{ 0 },
};

const struct fb_opt fb_period_opts[] = {
	{ 0, "period", "LABEL", fb_set_text, &conf.period,
	    "only records dated in it: 2026-10, 2026-Q4, ..." },
	{ 0 },
};

const struct fb_readopt *
fb_readopt(void)
{
	return &conf;
}

size_t
fb_max_record(void)
{
	return conf.max_record;
}

bool
fb_strict(void)
{
	return conf.strict;
}

const char *
fb_rejects_path(void)
{
	return conf.rejects;
}

int
fb_bad_status(size_t nbad, size_t nall)
{
	if (conf.max_bad_share)
		return (fb_u128)nbad * 10000 > (fb_u128)nall * conf.max_bad ?
		    FB_BAD : FB_OK;
	return nbad > conf.max_bad ? FB_BAD : FB_OK;
}
