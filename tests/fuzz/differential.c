/* differential.c - changed lines, judged by us and by jansson.
 *
 * usage: differential [LINES [FILE ...]]
 * Mutates a small built-in list of lines, and the first 4 KiB of each FILE, in
 * a fixed order; the three ways of the scan take turns. Where the two do not
 * agree it must be for a reason known beforehand: integers beyond 64 bits and
 * reals beyond double (kept as text here), NUL in a key (kept here), and a NUL
 * byte behind a number, which jansson loses. Status 1 on any other difference,
 * with the line. */
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "record/scan.h"

enum { LINE_MAX_BYTES = 4096, CHANGES_MAX = 6 };

static const char *const seeds[] = {
	"{\"id\":\"t-1\",\"date\":\"2026-10-03T14:05:00Z\",\"score\":4,"
	    "\"scale\":\"1-5\",\"text\":\"The driver was late again, no call.\"}",
	"{\"id\":\"t-2\",\"text\":\"caf\xc3\xa9 \xe2\x82\xac" "5 \xf0\x9f\x98\x80 "
	    "\\u00e9\\ud83d\\ude00\\n\",\"consent\":true,\"x\":null}",
	"{\"n\":[0,-1,2.5,1e5,-0.0,1E-3,9223372036854775807],\"o\":{\"a\":{}},"
	    "\"e\":[],\"f\":false}",
	"{ \"blank\" : [ 1 , 2 ] , \"t\" :\t\"\\\"q\\\"\\\\ \\/\" }",
	"{\"tags\":[\"delivery\",\"price\"],\"by\":{\"region\":\"EU\",\"plan\":"
	    "[{\"k\":[[[{}]]]}]},\"big\":12345678901234567890,\"r\":1e308}",
	"{\"draw\":{\"N\":10,\"n\":2,\"ticket\":\"00ff\"},\"\":\"\",\"a\":1,"
	    "\"a\":2,\"k\\u0000\":0,\"z\":\"\\u0000\"}",
};

/* Pieces that matter to a parser. */
static const char *const pieces[] = { "\"", "\\", "{", "}", "[", "]", ",", ":",
	"0", "-", ".", "e", "E+", "\\u", "\\ud83d", "\\ude00", "\\u0000", "true",
	"null", "false", " ", "\t", "\r", "\x01", "\x7f", "\x80", "\xc3\xa9",
	"\xed\xa0\x80", "\xf4\x90\x80\x80", "\xef\xbb\xbf", "99999999999999999999",
	"1e999", "{\"a\":1}", "[1]", "\"\"" };

struct text {
	char p[LINE_MAX_BYTES];
	size_t n;
};

static struct text *corpus;
static size_t ncorpus, corpus_cap;

/* xorshift64*. Source: S. Vigna, ACM TOMS 42 (2016). */
static uint64_t
dice(uint64_t *s)
{
	*s ^= *s >> 12;
	*s ^= *s << 25;
	*s ^= *s >> 27;
	return *s * 2685821657736338717u;
}

static size_t
below(uint64_t *s, size_t n)
{
	return (size_t)(dice(s) >> 33) % n;
}

static void
add_seed(const char *p, size_t n)
{
	corpus = fb_grow(corpus, &corpus_cap, ncorpus + 1, sizeof *corpus);
	corpus[ncorpus].n = n < LINE_MAX_BYTES ? n : LINE_MAX_BYTES;
	memcpy(corpus[ncorpus].p, p, corpus[ncorpus].n);
	ncorpus++;
}

/* A file's value becomes a member of a line. */
static bool
add_file(const char *path)
{
	char text[LINE_MAX_BYTES] = "{\"v\":";
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f)
		return false;
	n = 5 + fread(text + 5, 1, sizeof text - 6, f);
	fclose(f);
	text[n++] = '}';
	add_seed(text, n);
	return true;
}

static void
splice(struct text *t, size_t at, size_t cut, const char *p, size_t n)
{
	size_t rest = t->n - at - cut;

	if (t->n - cut + n > LINE_MAX_BYTES)
		return;
	memmove(t->p + at + n, t->p + at + cut, rest);
	memcpy(t->p + at, p, n);
	t->n = at + n + rest;
}

static void
change_once(struct text *t, uint64_t *s)
{
	size_t at = below(s, t->n + 1), left = t->n - at;
	size_t cut = left ? below(s, left < 8 ? left + 1 : 8) : 0;
	const struct text *other = &corpus[below(s, ncorpus)];
	const char *piece = pieces[below(s, sizeof pieces / sizeof *pieces)];
	char byte = (char)dice(s);
	size_t from = below(s, other->n + 1), n = other->n - from;

	switch (below(s, 5)) {
	case 0:
		splice(t, at, cut, "", 0);
		break;
	case 1:
		splice(t, at, 0, piece, strlen(piece));
		break;
	case 2:
		splice(t, at, cut, piece, strlen(piece));
		break;
	case 3:
		splice(t, at, left != 0, &byte, 1);
		break;
	default:
		splice(t, at, 0, other->p + from, n < 40 ? n : 40);
	}
}

enum verdict { SAME, BIG_INTEGER, BIG_REAL, NUL_KEY, NUL_BYTE, OTHER, VERDICTS };

static const char *const names[] = { "agreed", "integers beyond 64 bits",
	"reals beyond double", "NUL in a key", "NUL byte that jansson loses",
	"unexplained" };

/* What jansson says of a line. */
struct word {
	bool ok, object;
	enum json_error_code code;
	char text[JSON_ERROR_TEXT_LENGTH];
};

static struct word
ask_jansson(const struct text *t)
{
	json_error_t e;
	json_t *j = json_loadb(t->p, t->n, JSON_DECODE_ANY | JSON_ALLOW_NUL, &e);
	struct word w = { .ok = j != NULL, .object = json_is_object(j) };

	if (!j) {
		w.code = json_error_code(&e);
		memcpy(w.text, e.text, sizeof w.text);
	}
	json_decref(j);
	return w;
}

/* Why we keep what jansson refuses. */
static enum verdict
explain(const struct word *w)
{
	if (w->code == json_error_numeric_overflow)
		return strstr(w->text, "real") ? BIG_REAL : BIG_INTEGER;
	return w->code == json_error_null_byte_in_key ? NUL_KEY : OTHER;
}

/* Would we say yes if there were no NUL bytes in t? */
static bool
only_nul(struct fb_rec *rec, const struct text *t, bool record)
{
	static struct text without;
	size_t at;

	without.n = 0;
	for (size_t i = 0; i < t->n; i++)
		if (t->p[i])
			without.p[without.n++] = t->p[i];
	if (without.n == t->n)
		return false;
	if (record)
		return !fb_scan(rec, (fb_str){ without.p, without.n });
	return !fb_scan_value((fb_str){ without.p, without.n }, &at);
}

static enum verdict
judge(struct fb_rec *rec, const struct text *t)
{
	fb_str line = { t->p, t->n };
	struct word w = ask_jansson(t);
	size_t at;
	bool value = !fb_scan_value(line, &at), record = !fb_scan(rec, line);

	if (value == w.ok && record == w.object)
		return SAME;
	if (value && !w.ok)
		return explain(&w);
	return !value && only_nul(rec, t, w.object) ? NUL_BYTE : OTHER;
}

static void
show(const struct text *t)
{
	fprintf(stderr, "differential: no agreement on: ");
	fwrite(t->p, 1, t->n, stderr);
	fputc('\n', stderr);
}

static void
run(size_t lines, size_t count[VERDICTS], size_t *valid)
{
	static const char *const ways[] = { "auto", "sse2", "scalar" };
	uint64_t state = 88172645463325252u;
	struct fb_rec rec = {0};
	static struct text t;

	for (size_t i = 0; i < lines; i++) {
		enum verdict v;

		t = corpus[below(&state, ncorpus)];
		for (size_t k = below(&state, CHANGES_MAX); k-- > 0; )
			change_once(&t, &state);
		fb_scan_use(ways[i % 3]);
		v = judge(&rec, &t);
		count[v]++;
		*valid += !fb_scan(&rec, (fb_str){ t.p, t.n });
		if (v == OTHER && count[OTHER] <= 10)
			show(&t);
	}
	fb_rec_release(&rec);
}

int
main(int argc, char **argv)
{
	size_t count[VERDICTS] = {0}, valid = 0;
	size_t lines = argc > 1 ? strtoul(argv[1], NULL, 10) : 30000;

	for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++)
		add_seed(seeds[i], strlen(seeds[i]));
	for (int i = 2; i < argc; i++) {
		if (add_file(argv[i]))
			continue;
		fprintf(stderr, "differential: cannot open '%s'\n", argv[i]);
		return 2;
	}
	run(lines, count, &valid);
	printf("lines: %zu, valid records among them: %zu\n", lines, valid);
	for (int v = SAME; v < VERDICTS; v++)
		printf("%s: %zu\n", names[v], count[v]);
	free(corpus);
	return count[OTHER] != 0;
}
