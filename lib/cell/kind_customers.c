/* kind_customers.c - customers: how many different ones spoke. Exact up to
 * FB_HIST_FEW in a cell, then estimated (about 1.6% off) and flagged. */
#include "base/ticket.h"
#include "cell/kind_own.h"
#include "record/json.h"

static void
read(const struct fb_spec *spec, const struct fb_raws *raws,
    struct fb_given *given)
{
	struct fb_buf scratch = {0};
	fb_str who = fb_json_text(raws->field, &scratch);
	struct fb_ticket t;

	(void)spec;
	given->what = who.n ? FB_ANSWERED : FB_NO_ANSWER;
	if (who.n) {
		t = fb_sha256(who);
		given->milli = (int64_t)(fb_ticket_u64(&t) >> 1);
	}
	fb_buf_release(&scratch);
}

static void
finish(struct fb_answers *a, int64_t asof)
{
	(void)asof;
	fb_hist_settle(&a->kept->done);
	a->n = a->group[0] = fb_hist_distinct(&a->kept->done);
}

static void
estimate(const struct fb_answers *a, struct fb_estimate *e)
{
	*e = (struct fb_estimate){ .value = (double)a->n, .ok = true };
}

const struct fb_kind_row fb_kind_customers = {
	.name = "customers", .unit = "customers", .better = "none",
	.help = "different customers who spoke", .field = "customer",
	.scored = true, .read_alone = true, .keeps = FB_KEEPS_MEMBERS,
	.read = read, .finish = finish, .estimate = estimate,
	.change = fb_count_change, .least = fb_volume_least,
};
