/* json.c - a folder of JSON files with expected verdicts, one line each.
 *
 * usage: json CASES.tsv
 * A row is FILE, a tab, and "accept", "reject" or what may go either way; files
 * stand beside the table. Each is scanned by itself and as {"v":FILE}, in all
 * three ways. A line cannot hold LF, so CR stands for it: like LF it is a blank
 * between values and a forbidden control character inside a string. What may go
 * either way is decided by decided() and documented in fb-record(5). */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "record/json.h"
#include "record/writer.h"

static struct {
	size_t accepted, rejected, decided[2], behaviours, wrong;
} count;

/* Numbers of any size are kept as text and 500 levels are not too deep; halves
 * of surrogate pairs, ill-formed UTF-8, UTF-16 and a byte order mark inside a
 * line are refused. */
static bool
decided(const char *path)
{
	return strstr(path, "/i_number_") || strstr(path, "500_nested");
}

static bool
read_file(const char *path, struct fb_buf *b)
{
	FILE *f = fopen(path, "rb");
	size_t n;

	b->n = 0;
	if (!f)
		return false;
	while ((n = fread(fb_buf_room(b, 65536), 1, 65536, f)))
		b->n += n;
	fclose(f);
	for (size_t i = 0; i < b->n; i++)
		if (b->p[i] == '\n')
			b->p[i] = '\r';
	return true;
}

static void
wrong(const char *path, const char *what)
{
	fprintf(stderr, "json: %s: %s\n", path, what);
	count.wrong++;
}

/* Jansson keeps no number beyond 64 bits or double, which is not our fault. */
static bool
jansson_agrees(fb_str line)
{
	json_error_t e;
	json_t *j = json_loadb(line.p, line.n, JSON_ALLOW_NUL, &e);
	bool ok = j || json_error_code(&e) == json_error_numeric_overflow;

	json_decref(j);
	return ok;
}

/* An accepted line, written again with a key more: is it still one, to jansson
 * too, and is what it says UTF-8? */
static void
check_rewritten(const char *path, const struct fb_rec *rec)
{
	static const struct fb_edit more = { { "w", 1 }, { "1", 1 } };
	struct fb_rec again = {0};
	struct fb_buf b = {0}, text = {0};

	fb_put_edited(&b, rec, &more, 1);
	if (fb_scan(&again, fb_buf_str(&b)) || !jansson_agrees(fb_buf_str(&b)))
		wrong(path, "written again it is no record");
	else if (!fb_str_eq(fb_rec_get(&again, FB_LIT("v")),
	    fb_rec_get(rec, FB_LIT("v"))))
		wrong(path, "written again it is another value");
	if (!fb_utf8_valid(fb_json_text(rec->f[0].val, &text)))
		wrong(path, "its text is not UTF-8");
	fb_rec_release(&again);
	fb_buf_release(&b);
	fb_buf_release(&text);
}

/* The verdict of all ways on the file and on its line; -1 when they differ. */
static int
verdict(const char *path, fb_str file)
{
	static const char *const ways[] = { "scalar", "sse2", "avx2" };
	struct fb_buf line = {0};
	struct fb_rec rec = {0};
	int yes = 0, all = 0;
	size_t at;

	fb_buf_adds(&line, "{\"v\":");
	fb_buf_add(&line, file);
	fb_buf_addc(&line, '}');
	for (int i = 0; i < 3; i++) {
		if (!fb_scan_use(ways[i]))
			continue;
		all += 2;
		yes += !fb_scan_value(file, &at);
		if (!fb_scan(&rec, fb_buf_str(&line))) {
			yes++;
			check_rewritten(path, &rec);
		}
	}
	fb_rec_release(&rec);
	fb_buf_release(&line);
	return yes == all ? 1 : yes ? -1 : 0;
}

static void
check_case(const char *path, fb_str file, const char *expect)
{
	int got = verdict(path, file);

	if (got < 0)
		wrong(path, "the ways of the scan differ");
	else if (!strcmp(expect, "accept"))
		got == 1 ? (void)count.accepted++ : wrong(path, "refused");
	else if (!strcmp(expect, "reject"))
		got == 0 ? (void)count.rejected++ : wrong(path, "accepted");
	else if (!strncmp(expect, "record", 6))
		count.behaviours++;
	else if (got == decided(path))
		count.decided[got]++;
	else
		wrong(path, "not what was decided");
	if (strncmp(expect, "accept", 6) && strncmp(expect, "reject", 6))
		printf("%s: %s\n", got ? "kept" : "refused", strrchr(path, '/') + 1);
}

/* Give the two columns of a row; the first becomes a path beside the table. */
static const char *
row(char *line, const char *table, struct fb_buf *path)
{
	char *tab = strchr(line, '\t');
	const char *slash = strrchr(table, '/');

	if (!tab)
		return NULL;
	*tab = '\0';
	tab[1 + strcspn(tab + 1, "\n")] = '\0';
	path->n = 0;
	fb_buf_add(path, (fb_str){ table, slash ? (size_t)(slash - table) + 1 : 0 });
	fb_buf_adds(path, line);
	fb_buf_cstr(path);
	return tab + 1;
}

int
main(int argc, char **argv)
{
	FILE *table = argc == 2 ? fopen(argv[1], "r") : NULL;
	struct fb_buf path = {0}, file = {0};
	char line[512];

	if (!table) {
		fprintf(stderr, "usage: json CASES.tsv\n");
		return 2;
	}
	while (fgets(line, sizeof line, table)) {
		const char *expect = row(line, argv[1], &path);

		if (!expect || !strcmp(expect, "expect"))
			continue;
		if (read_file(path.p, &file))
			check_case(path.p, fb_buf_str(&file), expect);
		else
			wrong(path.p, "cannot be read");
	}
	printf("accepted %zu, rejected %zu, decided: kept %zu, refused %zu, "
	    "transforms %zu, wrong %zu\n", count.accepted, count.rejected,
	    count.decided[1], count.decided[0], count.behaviours, count.wrong);
	fclose(table);
	fb_buf_release(&path);
	fb_buf_release(&file);
	return count.wrong || !count.accepted ? 1 : 0;
}
