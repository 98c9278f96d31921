/* gmime.c - open GMime when it is needed. */
#include <dlfcn.h>
#include <stdbool.h>

#include "ingest/gmime.h"

static const char absent[] = "mail needs libgmime-3.0.so.0, which cannot be "
    "opened; install libgmime-3.0-0";

const char *
fb_gmime_open(const struct fb_gmime **gm)
{
	static struct fb_gmime calls;
	static bool ready;
	void *lib;

	*gm = &calls;
	if (ready)
		return NULL;
	if (!(lib = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL)))
		return absent;
#define FB_GMIME_CALL(name, call) \
	if (!(*(void **)&calls.name = dlsym(lib, #call))) \
		return absent;
	FB_GMIME_CALLS(FB_GMIME_CALL)
#undef FB_GMIME_CALL
	calls.init();
	ready = true;
	return NULL;
}
