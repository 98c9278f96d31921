/* kind_ces.c - ces: customer effort score, the mean of a scale on which higher
 * is easier. Source: M. Dixon, K. Freeman and N. Toman, Harvard Business Review
 * 88 (2010), as asked since 2013 ("made it easy", 1-7). */
#include "cell/kind_own.h"

static const char *
refuse(const struct fb_spec *spec, struct fb_scale s)
{
	(void)spec;
	return s.known ? NULL :
	    "ces needs a scale, such as ces:effort@1-7";
}

const struct fb_kind_row fb_kind_ces = {
	.name = "ces", .unit = "", .better = "up",
	.help = "mean of an effort scale on which higher is easier",
	.group_names = { "low", "mid", "high" },
	.weigh = fb_mean_weigh,
	.scored = true, .small_matters = true, .refuse = refuse,
	.group = fb_thirds, .estimate = fb_mean_estimate,
	.change = fb_mean_change, .least = fb_mean_least,
};
