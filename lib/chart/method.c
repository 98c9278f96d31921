/* method.c - how the voices were chosen: the funnel and the certificate. */
#include "chart/pages.h"

void
fb_page_method(struct fb_canvas *cv)
{
	fb_canvas_page(cv, FB_LIT("Method"), FB_LIT(""), FB_LIT(""), FB_LIT("Method"));
}
