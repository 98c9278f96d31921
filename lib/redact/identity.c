/* identity.c - names of columns. */
#define _GNU_SOURCE /* memmem */
#include <stdint.h>
#include <stdlib.h>

#include "record/json.h"
#include "record/names.h"
#include "redact/identity.h"

/* Letters and digits of the name alone, in lower case; in byte order. */
static const char *const known[] = {
	"accountname", "address", "address1", "address2", "addressline1",
	"addressline2", "author", "authoremail", "authorname", "billingaddress",
	"birthdate", "birthday", "cellphone", "contactemail", "contactname",
	"contactphone", "creditcard", "customeraddress", "customeremail",
	"customername", "customerphone", "dateofbirth", "displayname", "dob",
	"email", "emailaddress", "familyname", "fax", "firstname", "forename",
	"from", "fullname", "givenname", "guestname", "homephone", "iban", "ip",
	"ipaddress", "lastname", "login", "mail", "middlename", "mobile",
	"mobilenumber", "mobilephone", "msisdn", "name", "nickname", "passport",
	"phone", "phonenumber", "postaladdress", "replyto", "requester",
	"requesteremail", "requestername", "reviewer", "revieweremail",
	"reviewername", "screenname", "sender", "senderemail", "sendername",
	"shippingaddress", "ssn", "street", "streetaddress", "surname", "tel",
	"telephone", "twitterhandle", "username", "userdisplayname", "useremail",
	"userip", "userscreenname", "whatsapp",
};

void
fb_identity_init(struct fb_identity *d, const struct fb_list *drop,
    const struct fb_list *keep)
{
	*d = (struct fb_identity){ .drop = drop, .keep = keep };
}

static bool
listed(const struct fb_list *list, fb_str name)
{
	for (size_t i = 0; i < list->n; i++)
		if (fb_str_eq(fb_cstr(list->v[i]), name))
			return true;
	return false;
}

/* The name as the table writes it, in place. */
static void
fold(struct fb_buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		char c = b->p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			b->p[n++] = c;
		else if ((unsigned char)c >= 0x80)
			b->p[n++] = c;
	}
	b->n = n;
}

static bool
is_known(fb_str name)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (fb_str_eq(fb_cstr(known[i]), name))
			return true;
	return false;
}

/* Parts of a column's name that say it holds what a person is called. */
static bool
is_called(fb_str name)
{
	static const char *const parts[] = {
		"author", "from", "handle", "login", "mail", "name", "person",
		"replyto", "requester", "reviewer", "sender", "user",
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (memmem(name.p, name.n, parts[i], strlen(parts[i])))
			return true;
	return false;
}

static bool
judge(struct fb_identity *d, fb_str key)
{
	d->scratch.n = 0;
	fb_json_unescape(&d->scratch, key);
	if (fb_name_reserved(fb_buf_str(&d->scratch)) ||
	    listed(d->keep, fb_buf_str(&d->scratch)))
		return false;
	if (listed(d->drop, fb_buf_str(&d->scratch)))
		return true;
	if (fb_str_starts(fb_buf_str(&d->scratch), FB_LIT("person_")))
		return true;
	fold(&d->scratch);
	return is_known(fb_buf_str(&d->scratch));
}

static size_t
number_of(struct fb_identity *d, fb_str key)
{
	bool fresh;
	size_t i = fb_map_put(&d->names, key, &fresh);

	if (fresh) {
		d->judged = fb_grow(d->judged, &d->cap, i + 1, sizeof *d->judged);
		d->judged[i] = (struct judged){ .is = judge(d, key) };
		fold(&d->scratch);
		d->judged[i].names = d->judged[i].is &&
		    is_called(fb_buf_str(&d->scratch));
	}
	return i;
}

/* Eight bytes a step: names are short, and there are many. */
static inline bool
same(fb_str a, fb_str b)
{
	uint64_t x, y;

	if (a.n != b.n)
		return false;
	for (; a.n >= sizeof x; a.p += sizeof x, b.p += sizeof y, a.n -= sizeof x) {
		memcpy(&x, a.p, sizeof x);
		memcpy(&y, b.p, sizeof y);
		if (x != y)
			return false;
	}
	for (size_t i = 0; i < a.n; i++)
		if (a.p[i] != b.p[i])
			return false;
	return true;
}

size_t
fb_identity_number(struct fb_identity *d, fb_str key, size_t place)
{
	size_t i;

	if (place < d->nusual &&
	    same(fb_map_key(&d->names, d->usual[place]), key))
		return d->usual[place];
	i = number_of(d, key);
	if (place == d->nusual) {
		d->usual = fb_grow(d->usual, &d->usual_cap, place + 1,
		    sizeof *d->usual);
		d->nusual++;
	}
	if (place < d->nusual)
		d->usual[place] = i;
	return i;
}

bool
fb_identity_drops(struct fb_identity *d, size_t number)
{
	struct judged *j = &d->judged[number];

	j->dropped += j->is;
	return j->is;
}

bool
fb_identity_names(const struct fb_identity *d, size_t number)
{
	return d->judged[number].names;
}

void
fb_put_identity(struct fb_buf *b, const struct fb_identity *d)
{
	size_t *order = fb_map_sorted(&d->names);
	char sep = '{';

	for (size_t i = 0; i < d->names.n; i++) {
		fb_str key = fb_map_key(&d->names, order[i]);

		if (!d->judged[order[i]].dropped)
			continue;
		fb_buf_addc(b, sep);
		fb_buf_addc(b, '"');
		fb_buf_add(b, key);
		fb_buf_printf(b, "\":%zu", d->judged[order[i]].dropped);
		sep = ',';
	}
	fb_buf_adds(b, sep == '{' ? "{}" : "}");
	free(order);
}

void
fb_identity_release(struct fb_identity *d)
{
	fb_map_release(&d->names);
	free(d->judged);
	free(d->usual);
	fb_buf_release(&d->scratch);
	*d = (struct fb_identity){0};
}
