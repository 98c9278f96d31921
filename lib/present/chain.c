/* chain.c - the chain of trails as a sentence. */
#include "present/funnel.h"
#include "record/chain.h"

void
fb_put_chain(struct fb_buf *b, struct fb_report *r)
{
	static const char *const keys[] = { [FB_CHAIN_NONE] = "chain_none",
	    [FB_CHAIN_WHOLE] = "chain_whole",
	    [FB_CHAIN_BROKEN] = "chain_broken" };
	const char *from = "", *to = "";
	enum fb_chain chain = fb_chain_of(&r->trails, &from, &to);

	fb_say(b, &r->words, keys[chain], (struct fb_slot[]){
	    { "from", fb_cstr(from) }, { "to", fb_cstr(to) } }, 2);
}
