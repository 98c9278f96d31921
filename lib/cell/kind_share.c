/* kind_share.c - share: of the records that have a field, how many hold a value
 * or a number in a range, in percent. */
#include "cell/kind_own.h"
#include "record/json.h"

static const char *
check(const struct fb_spec *spec)
{
	if (spec->field.n && spec->range.known)
		return NULL;
	return "share needs a field and what counts, such as "
	    "share:themes=delivery or share:ease@4-5";
}

static bool
holds(fb_str raw, fb_str wanted)
{
	struct fb_json it = fb_json_in(raw);
	struct fb_buf scratch = {0};
	bool found = false;

	if (raw.n && *raw.p == '[')
		while (!found && fb_json_next(&it))
			found = fb_str_eq(fb_json_text(it.val, &scratch), wanted);
	else
		found = fb_str_eq(fb_json_text(raw, &scratch), wanted);
	fb_buf_release(&scratch);
	return found;
}

/* A value that is wanted is an answer of 1, any other one of 0. */
static void
read(const struct fb_spec *spec, const struct fb_raws *raws,
    struct fb_given *given)
{
	fb_str raw = raws->field;

	if (!spec->wanted.p) {
		fb_read_number(spec, raws, given);
		return;
	}
	given->what = !raw.n || fb_str_eq(raw, FB_LIT("null")) ||
	    fb_str_eq(raw, FB_LIT("\"\"")) ? FB_NO_ANSWER : FB_ANSWERED;
	if (given->what == FB_ANSWERED)
		given->milli = holds(raw, spec->wanted) ? 1000 : 0;
}

static size_t
group(const struct fb_spec *spec, struct fb_scale s, int64_t milli)
{
	(void)s;
	return milli >= spec->range.lo && milli <= spec->range.hi;
}

const struct fb_kind_row fb_kind_share = {
	.name = "share", .unit = "%", .better = "none",
	.help = "share of records whose FIELD=VALUE, or whose FIELD is @LO-HI",
	.field = "", .group_names = { "no", "yes" },
	.scored = true, .may_want = true, .range_is_yes = true,
	.worth = fb_share_worth, .weigh = fb_share_weigh,
	.small_matters = true,
	.check = check, .read = read, .group = group,
	.estimate = fb_share_estimate,
	.change = fb_share_change, .least = fb_share_least,
};
