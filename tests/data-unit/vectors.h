/* vectors.h - read tables and JSON of expected values and compare with them. */
#ifndef FB_TESTS_VECTORS_H
#define FB_TESTS_VECTORS_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

enum { COLS = 16, ROWS = 64, MANY = 512 };

static const double closed = 1e-12, solved = 1e-9, iterated = 1e-8;

/* A set of comparisons. */
struct set {
	const char *name;
	size_t cases, bad;
	double worst;
};

static const char *folder;
static int status;

static void
near(struct set *s, double got, double want, double tolerance)
{
	double off = fabs(got - want) / (want == 0 ? 1 : fabs(want));

	s->cases++;
	if (got == want || (isnan(got) && isnan(want)))
		return;
	if (!(off <= tolerance)) {
		s->bad++;
		fprintf(stderr, "vectors: %s: got %.17g, not %.17g\n", s->name,
		    got, want);
	}
	if (!(off <= s->worst))
		s->worst = off;
}

static void
close_set(const struct set *s)
{
	printf("%s %s %zu %.2g\n", s->bad || !s->cases ? "off" : "ok", s->name,
	    s->cases, s->worst);
	if (s->bad || !s->cases)
		status = 1;
}

static FILE *
must_open(const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if (!(f = fopen(path, "r"))) {
		fprintf(stderr, "vectors: cannot open '%s'\n", path);
		exit(3);
	}
	return f;
}

static json_t *
must_json(const char *name)
{
	FILE *f = must_open(name);
	json_t *j = json_loadf(f, 0, NULL);

	fclose(f);
	if (!j) {
		fprintf(stderr, "vectors: '%s' is not JSON\n", name);
		exit(3);
	}
	return j;
}

/* A row of numbers; text and null are NaN, and the first cell is word too. */
struct row {
	char word[32];
	double v[COLS];
};

static void
parse(char *line, struct row *r)
{
	char *cell, *end;

	*r = (struct row){0};
	for (size_t i = 0; i < COLS && (cell = strsep(&line, "\t\n")); i++) {
		if (i == 0)
			snprintf(r->word, sizeof r->word, "%s", cell);
		r->v[i] = strtod(cell, &end);
		if (end == cell)
			r->v[i] = NAN;
	}
}

static size_t
table_of(const char *name, struct row *rows, size_t max)
{
	FILE *f = must_open(name);
	char line[1024];
	size_t n = 0;

	if (fgets(line, sizeof line, f))
		while (n < max && fgets(line, sizeof line, f))
			parse(line, &rows[n++]);
	fclose(f);
	return n;
}

static size_t
table(const char *name, struct row *rows)
{
	return table_of(name, rows, ROWS);
}

static inline void
by_row(const char *name, void (*check)(struct set *, const struct row *))
{
	struct row rows[ROWS];
	struct set s = { .name = name };
	size_t n = table(name, rows);

	for (size_t i = 0; i < n; i++)
		check(&s, &rows[i]);
	close_set(&s);
}

static double
number(json_t *j, const char *key)
{
	return json_number_value(json_object_get(j, key));
}

static uint64_t
count(json_t *j, const char *key)
{
	return (uint64_t)json_integer_value(json_object_get(j, key));
}

/* The i-th of the counts under a key. */
static uint64_t
item(json_t *j, const char *key, size_t i)
{
	json_t *array = json_object_get(j, key);

	return (uint64_t)json_integer_value(json_array_get(array, i));
}

#endif
