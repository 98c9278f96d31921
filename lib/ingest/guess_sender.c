/* guess_sender.c - whose messages the rows are. */
#include "ingest/guess.h"
#include "ingest/speech.h"

/* Letters and digits of headers' names, small. */
static const char *const senders[] = { "role", "author", "authortype",
    "authorrole", "sender", "sendertype", "senderrole", "from", "fromtype",
    "speaker", "speakerrole", "usertype", "participanttype", "direction",
    NULL };
static const char *const threads[] = { "conversation", "conversationid",
    "thread", "threadid", "ticket", "ticketid", "session", "sessionid", "chat",
    "chatid", "call", "callid", "case", "caseid", "dialog", "dialogueid",
    "dialogid", NULL };
/* Which way a message goes. */
static const char *const coming[] = { "inbound", "incoming", NULL };
static const char *const going[] = { "outbound", "outgoing", NULL };

void
fb_guess_sender_cell(struct fb_look *v, fb_str s)
{
	if (s.n > 16)
		return;
	v->customers += fb_is_speaker_word(s, fb_customer_words) ||
	    fb_is_speaker_word(s, coming);
	v->staff += fb_is_speaker_word(s, fb_staff_words) ||
	    fb_is_speaker_word(s, going);
}

static bool
is_named(fb_str name, const char *const *list)
{
	for (; *list; list++)
		if (fb_same_name(name, *list))
			return true;
	return false;
}

/* Its cells are words for both, and nothing else. */
static bool
says_who(const struct fb_column *c, const struct fb_look *v)
{
	return is_named(c->name, senders) && v->customers && v->staff &&
	    v->customers + v->staff == v->filled;
}

static void
allow(struct fb_profile *rules, const char *column, const char *const *words)
{
	for (; *words; words++)
		fb_guess_rule(rules, FB_ONLY, column, fb_cstr(*words));
}

void
fb_guess_sender(const struct fb_mapping *p, const struct fb_look *v,
    struct fb_profile *rules, struct fb_buf *say)
{
	size_t thread = 0, at = 0;
	struct fb_buf name = {0};

	while (thread < p->n && !is_named(p->v[thread].name, threads))
		thread++;
	while (at < p->n && !says_who(&p->v[at], &v[at]))
		at++;
	if (thread == p->n || at == p->n)
		return;
	fb_buf_add(&name, p->v[at].name);
	allow(rules, fb_buf_cstr(&name), fb_customer_words);
	allow(rules, fb_buf_cstr(&name), coming);
	fb_buf_printf(say, "guess: rows are messages, and only those are records "
	    "whose '%s' is a customer (%zu of the first %zu are staff's); a "
	    "profile, or -p none with -c, says otherwise\n", fb_buf_cstr(&name),
	    v[at].staff, v[at].filled);
	fb_buf_release(&name);
}
