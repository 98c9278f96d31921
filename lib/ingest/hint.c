/* hint.c - what columns without a role seem to hold. */
#include "base/num.h"
#include "ingest/cell.h"
#include "ingest/guess.h"

/* An answer is told by its numbers: whole, and no more than ten steps. */
static bool
seems_answer(const struct fb_look *v)
{
	return v->filled > 1 && v->numbers * 10 >= v->filled * 9 &&
	    v->whole == v->numbers && v->lo >= 0 && v->hi <= 10000 &&
	    v->hi > v->lo;
}

/* Mail addresses, or by its name. */
static bool
seems_person(fb_str name, const struct fb_look *v)
{
	static const char *const names[] = { "author", "reviewer", "username",
	    "user", "nickname", "name", "fullname", "firstname", "lastname",
	    "customername", "contactname", "phone", "phonenumber", "telephone",
	    "ip", "ipaddress" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (v->filled && fb_same_name(name, names[i]))
			return true;
	return v->mails && v->mails * 10 >= v->filled * 9;
}

/* "Response ID", "ticket_id", "Ref" */
static bool
seems_id(fb_str name)
{
	static const char *const ends[] = { "id", "ref", "uuid", "number" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);
		fb_str end = { name.p + name.n - n, n };
		const char *const word[] = { ends[i], NULL };

		if (name.n < n || !fb_is_one_of(end, word))
			continue;
		if (name.n == n || name.p[name.n - n - 1] == ' ' ||
		    name.p[name.n - n - 1] == '_' ||
		    (name.p[name.n - n] >= 'A' && name.p[name.n - n] <= 'Z'))
			return true;
	}
	return false;
}

static bool
has_rule(const struct fb_profile *rules, const char *key, fb_str column)
{
	for (size_t i = 0; i < rules->n; i++)
		if (!strcmp(rules->v[i].key, key) ||
		    fb_str_eq(fb_cstr(rules->v[i].val), column))
			return true;
	return false;
}

static void
say_answer(fb_str name, const struct fb_look *v, struct fb_buf *say)
{
	fb_buf_printf(say, "hint: '%.*s' holds numbers from ", (int)name.n,
	    name.p);
	fb_put_milli(say, v->lo);
	fb_buf_adds(say, " to ");
	fb_put_milli(say, v->hi);
	fb_buf_printf(say, "; if that is the answer, give -c 'score=%.*s' "
	    "--scale LO-HI\n", (int)name.n, name.p);
}

void
fb_hint(const struct fb_mapping *p, const struct fb_look *v,
    const struct fb_profile *rules, struct fb_buf *say)
{
	enum { MOST = 3 };
	size_t answers = 0;
	bool id = fb_map_get(&p->names, FB_LIT("id")) != FB_MAP_NONE;

	for (size_t i = 0; i < p->n; i++) {
		fb_str name = p->v[i].name;

		if (seems_person(name, &v[i])) {
			fb_buf_printf(say, "hint: '%.*s' seems to name persons; "
			    "list it under [identity] in a profile, so that "
			    "fb-redact drops it\n", (int)name.n, name.p);
		} else if (!id && seems_id(name)) {
			fb_buf_printf(say, "hint: if '%.*s' is another one in "
			    "each row, give -c 'id=%.*s'\n", (int)name.n,
			    name.p, (int)name.n, name.p);
			id = true;
		} else if (seems_answer(&v[i]) && answers < MOST &&
		    !has_rule(rules, "score", name)) {
			say_answer(name, &v[i], say);
			answers++;
		}
	}
}
