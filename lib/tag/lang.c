/* lang.c - languages by script, by their fingerprints and by their commonest
 * words; the only file that sees libexttextcat. */
#include <libexttextcat/textcat.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/share.h"
#include "tag/common.h"
#include "tag/lang.h"
#include "text/icu.h"

static void *handle;
static candidate_t *candidates;
static struct fb_common common;
static bool printed[FB_COMMON_LANGS]; /* of common: there is a fingerprint */

/* Of fingerprints, in hundredths: one so much nearer than the next is clear, and
 * those less far off may still be meant. */
enum { CLEARLY = 104, NEARLY = 108 };
/* Common words: one in so many, and so many more than of another language; so
 * many more that the fingerprint, which takes far longer, is not
 * asked. */
enum { ONE_IN = 10, LEAD = 2, SURE = 6 };

static const char data[] = FB_TEXTCAT_DIR "/";

static const char *
open_prints(struct fb_buf *path)
{
	if (!fb_share_path(path, "languages.conf"))
		handle = special_textcat_Init(fb_buf_cstr(path), data);
	if (!handle)
		return "the fingerprints of languages cannot be read; "
		    "is libexttextcat-data installed?";
	candidates = textcat_GetClassifyFullOutput(handle);
	return candidates ? NULL : "out of memory";
}

static const char *
open_words(struct fb_buf *path)
{
	path->n = 0;
	if (fb_share_path(path, "common-words.tsv") ||
	    fb_common_load(&common, fb_buf_cstr(path)))
		return "the common words of languages cannot be read; "
		    "is 'common-words.tsv' whole?";
	return NULL;
}

/* A line of languages.conf is a file and a code. */
static void
note_printed(const char *path)
{
	FILE *fp = fopen(path, "r");
	char line[128], code[32];

	while (fp && fgets(line, sizeof line, fp)) {
		size_t i = sscanf(line, "%*s %31s", code) == 1 ?
		    fb_common_lang(&common, code) : FB_COMMON_LANGS;

		if (i < FB_COMMON_LANGS)
			printed[i] = true;
	}
	if (fp)
		fclose(fp);
}

const char *
fb_lang_open(void)
{
	struct fb_buf path = {0}, words = {0};
	const char *why;

	if (handle)
		return NULL;
	why = open_prints(&path);
	if (!why && !(why = open_words(&words)))
		note_printed(fb_buf_cstr(&path));
	fb_buf_release(&path);
	fb_buf_release(&words);
	return why;
}

/* How many fingerprints are near, the nearest first; 0 when the text is too
 * short or too many are. */
static size_t
nearest(fb_str text, size_t letters)
{
	int n = letters < FB_LANG_LETTERS ? 0 :
	    textcat_ClassifyFull(handle, text.p, text.n, candidates);

	return n > 0 ? (size_t)n : 0;
}

static bool
is_clear(size_t n)
{
	return n == 1 || (n > 1 && (long)candidates[1].score * 100 >=
	    (long)candidates[0].score * CLEARLY);
}

/* May the language be meant: its fingerprint is near, or cannot be asked? */
static bool
may_be(size_t lang, size_t n)
{
	bool near = !n || !printed[lang];

	for (size_t i = 0; i < n && (long)candidates[i].score * 100 <=
	    (long)candidates[0].score * NEARLY; i++)
		near |= !strcmp(candidates[i].name, common.codes[lang]);
	return near;
}

/* The language of most words, and how many more these are than those of the
 * next one. */
static size_t
leader(const struct fb_common_count *count, size_t *lead)
{
	size_t best = 0, next = 0;

	for (size_t i = 1; i < common.n; i++)
		if (count->of[i] > count->of[best])
			best = i;
	for (size_t i = 0; i < common.n; i++)
		if (i != best && count->of[i] > next)
			next = count->of[i];
	*lead = count->of[best] - next;
	return best;
}

/* Many words of one language decide. Else a clear fingerprint counts where they
 * do not speak against it; without one a few do. */
static const char *
by_words(fb_str text, size_t letters)
{
	struct fb_common_count count;
	size_t lead, best, n, own;
	const char *near;

	fb_common_look(&common, text, &count);
	best = leader(&count, &lead);
	if (lead >= SURE && count.of[best] * ONE_IN >= 2 * count.words)
		return common.codes[best];
	n = nearest(text, letters);
	near = is_clear(n) ? candidates[0].name : NULL;
	own = near ? fb_common_lang(&common, near) : FB_COMMON_LANGS;
	if (near && (own == FB_COMMON_LANGS ? count.of[best] < LEAD :
	    count.of[own] * ONE_IN >= count.words &&
	    count.of[own] + 1 >= count.of[best]))
		return near;
	return lead >= LEAD && count.of[best] * ONE_IN >= count.words &&
	    may_be(best, n) ? common.codes[best] : NULL;
}

/* Chinese is written in two ways; a few characters tell which. */
static const char *
chinese(fb_str text)
{
	struct fb_common_count count;
	size_t hans = fb_common_lang(&common, "zh");
	size_t hant = fb_common_lang(&common, "zh-Hant");

	if (hans == FB_COMMON_LANGS || hant == FB_COMMON_LANGS)
		return "zh";
	fb_common_look(&common, text, &count);
	return count.of[hant] > count.of[hans] ? "zh-Hant" : "zh";
}

const char *
fb_lang_of(fb_str text)
{
	struct fb_letters l;
	size_t joined;

	if (text.n > FB_LANG_BYTES)
		text.n = fb_cluster_floor(text, FB_LANG_BYTES);
	if (!handle)
		return NULL;
	l = fb_letters(text);
	joined = l.han + l.kana + l.hangul;
	if (joined < FB_LANG_JOINED || joined * 2 < l.all)
		return l.all < FB_LANG_FEWEST ? NULL : by_words(text, l.all);
	if (l.hangul * 2 > joined)
		return "ko";
	if (l.kana)
		return l.kana * 10 >= joined ? "ja" : NULL;
	return chinese(text);
}

void
fb_lang_close(void)
{
	if (candidates)
		textcat_ReleaseClassifyFullOutput(handle, candidates);
	if (handle)
		textcat_Done(handle);
	fb_common_release(&common);
	candidates = NULL;
	handle = NULL;
}
