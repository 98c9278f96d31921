/* lang.c - languages by their fingerprints; the only file that sees
 * libexttextcat. */
#include <libexttextcat/textcat.h>
#include <stdlib.h>

#include "base/share.h"
#include "tag/lang.h"
#include "text/icu.h"

static void *handle;
static candidate_t *candidates;

/* A language must be this much nearer than the next one, in hundredths. */
enum { CLEARLY = 104 };

static const char data[] = FB_TEXTCAT_DIR "/";

const char *
fb_lang_open(void)
{
	struct fb_buf path = {0};
	const char *why;

	if (handle)
		return NULL;
	why = fb_share_path(&path, "languages.conf");
	if (!why)
		handle = special_textcat_Init(fb_buf_cstr(&path), data);
	fb_buf_release(&path);
	if (!handle)
		return "the fingerprints of languages cannot be read; "
		    "is libexttextcat-data installed?";
	candidates = textcat_GetClassifyFullOutput(handle);
	return candidates ? NULL : "out of memory";
}

static bool
is_long_enough(fb_str text)
{
	struct fb_letters l = fb_letters(text);

	return l.all >= FB_LANG_LETTERS || l.han + l.kana >= FB_LANG_JOINED;
}

const char *
fb_lang_of(fb_str text)
{
	int n;

	if (text.n > FB_LANG_BYTES)
		text.n = fb_cluster_floor(text, FB_LANG_BYTES);
	if (!handle || !is_long_enough(text))
		return NULL;
	n = textcat_ClassifyFull(handle, text.p, text.n, candidates);
	if (n < 1)
		return NULL;
	if (n > 1 && (long)candidates[1].score * 100 <
	    (long)candidates[0].score * CLEARLY)
		return NULL;
	return candidates[0].name;
}

void
fb_lang_close(void)
{
	if (candidates)
		textcat_ReleaseClassifyFullOutput(handle, candidates);
	if (handle)
		textcat_Done(handle);
	candidates = NULL;
	handle = NULL;
}
