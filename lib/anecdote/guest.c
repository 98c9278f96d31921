/* guest.c - may the words of a record be quoted, and under which ticket? */
#include "anecdote/guest.h"
#include "record/json.h"
#include "record/names.h"
#include "text/words.h"

static enum fb_stand
find_stand(struct fb_guest *me)
{
	me->text = fb_json_text(fb_rec_get(me->rec, FB_TEXT), &me->text_room);
	me->id = fb_json_text(fb_rec_get(me->rec, FB_ID), &me->id_room);
	if (!me->id.n || !fb_json_is_str(fb_rec_get(me->rec, FB_TEXT)) ||
	    !fb_str_trim(me->text).n)
		return FB_SILENT;
	if (!fb_enough_words(me->text))
		return FB_SHORT;
	if (fb_str_eq(fb_rec_get(me->rec, FB_CONSENT), FB_LIT("false")))
		return FB_REFUSED;
	me->reason = fb_withheld(me->g->withhold, me->id);
	return me->reason == FB_NOT_WITHHELD ? FB_MAY_SPEAK : FB_WITHHELD;
}

static void
draw_ticket(struct fb_guest *me)
{
	struct fb_ticket t = fb_draw_ticket(&me->g->draw, me->id);

	for (size_t w = 0; w < 2; w++)
		for (size_t i = 0; i < 8; i++)
			me->entry.ticket[w] = me->entry.ticket[w] << 8 |
			    t.d[8 * w + i];
}

uint64_t
fb_guest_name(fb_str s)
{
	struct fb_digest d = {0};

	fb_digest_add(&d, s, FB_LIT(""));
	return (uint64_t)d.sum;
}

void
fb_guest_hash(struct fb_guest *me)
{
	struct fb_buf scratch = {0};
	fb_str customer = fb_json_text(fb_rec_get(me->rec, FB_CUSTOMER),
	    &scratch);

	me->entry.bytes = fb_guest_name(me->rec->line);
	me->entry.same = fb_bare_hash(me->text);
	me->entry.owner = fb_guest_name(customer.n ? customer : me->id);
	me->hashed = true;
	fb_buf_release(&scratch);
}

void
fb_guest_settle(struct fb_guest *me)
{
	if (me->stand != FB_UNKNOWN)
		return;
	me->stand = find_stand(me);
	if (me->stand != FB_MAY_SPEAK)
		return;
	draw_ticket(me);
	me->entry.ref = fb_reader_ref(me->g->in, me->rec);
}

void
fb_guest_release(struct fb_guest *me)
{
	fb_buf_release(&me->id_room);
	fb_buf_release(&me->text_room);
}

bool
fb_gather_entry(struct fb_gather *g, const struct fb_rec *r,
    struct fb_entry *e)
{
	struct fb_guest me = { .g = g, .rec = r };

	me.stand = find_stand(&me);
	if (me.stand == FB_MAY_SPEAK) {
		draw_ticket(&me);
		fb_guest_hash(&me);
	}
	*e = me.entry;
	fb_guest_release(&me);
	return me.stand == FB_MAY_SPEAK;
}
