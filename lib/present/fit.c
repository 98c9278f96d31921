/* fit.c - how a sample fits what it was drawn from, and who was never heard. */
#include "present/funnel.h"
#include "present/show.h"
#include "record/json.h"

static fb_str
fields_of(struct fb_report *r, struct fb_buf *names, const struct fb_fit *f)
{
	struct fb_json it = fb_json_in(f->fields);
	struct fb_buf one = {0};

	names->n = 0;
	while (fb_json_next(&it)) {
		fb_say_more(names, &r->words);
		fb_buf_add(names, fb_name_field(r, fb_json_text(it.val, &one)));
	}
	fb_buf_release(&one);
	return fb_buf_str(names);
}

/* How far the drawn records are from all of them, beside what chance does. */
void
fb_put_fits(struct fb_report *r, struct fb_buf *b)
{
	struct fb_buf off = {0}, chance = {0}, fields = {0};

	for (size_t i = 0; i < r->beside.nfits; i++) {
		const struct fb_fit *f = &r->beside.fits[i];

		off.n = chance.n = 0;
		fb_show_share(&off, &r->words, f->tv);
		fb_show_share(&chance, &r->words, f->expected);
		fb_buf_adds(b, b->n ? "\n" : "");
		fb_say(b, &r->words, "fit", (struct fb_slot[]){
		    { "fields", fields_of(r, &fields, f) }, { "off", fb_buf_str(&off) },
		    { "chance", fb_buf_str(&chance) } }, 3);
	}
	fb_buf_release(&off);
	fb_buf_release(&chance);
	fb_buf_release(&fields);
}

/* Groups that have customers and left no record. */
void
fb_put_unheard(struct fb_report *r, struct fb_buf *b)
{
	struct fb_buf n = {0}, name = {0};

	for (size_t i = 0; i < r->beside.nunheard; i++) {
		const struct fb_unheard *u = &r->beside.unheard[i];

		n.n = name.n = 0;
		fb_show_count(&n, &r->words, u->customers);
		for (size_t k = 0; k < u->about.nby; k++) {
			fb_buf_adds(&name, k ? " \xc2\xb7 " : "");
			fb_buf_add(&name, fb_name_value(r, u->about.by[k]));
		}
		fb_say_apart(b, &r->words);
		fb_say(b, &r->words, "unheard", (struct fb_slot[]){
		    { "name", fb_buf_str(&name) }, { "n", fb_buf_str(&n) } }, 2);
	}
	fb_buf_release(&n);
	fb_buf_release(&name);
}
