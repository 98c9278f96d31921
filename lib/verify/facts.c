/* facts.c - what fb-anecdote says of itself in its trail. */
#include "anecdote/facts.h"
#include "record/json.h"
#include "verify/chain.h"
#include "verify/redraw.h"

void
fb_verify_quote_facts(struct fb_redraw *d)
{
	fb_str where = FB_LIT("trail of fb-anecdote");
	struct fb_buf b = {0};
	struct fb_json it;

	fb_buf_addc(&b, '{');
	fb_put_draw_facts(&b, &d->gather, &d->cast, d->seed, d->nempty);
	fb_buf_addc(&b, '}');
	for (it = fb_json_in(fb_buf_str(&b)); fb_json_next(&it); ) {
		const char *key = fb_arena_copy(&d->c->mem, it.key).p;

		fb_findings_of_key(&d->c->found, where, key,
		    fb_json_get(fb_cstr(d->trail), key), it.val);
	}
	fb_verify_kept(d->c, where, d->trail, &d->met,
	    fb_said_text(&d->said, "keep") != NULL);
	fb_buf_release(&b);
}
