/* mail_words.c - which parts of a mail are its words. */
#include <strings.h>

#include "ingest/charset.h"
#include "ingest/html.h"
#include "ingest/mail_words.h"
#include "ingest/unflow.h"

enum { DEEP = 1000 };

static const struct fb_gmime *gm;

struct parts {
	GMimeObject *plain, *html;
	const char *bare; /* what stands in a multipart without parts */
	struct fb_mail *mail;
};

static bool
is_type(GMimeObject *o, const char *type, const char *subtype)
{
	return gm->is_type(gm->content_type(o), type, subtype);
}

/* Of the type that is written as "text/html". */
static bool
has_type(GMimeObject *o, const char *written)
{
	const char *slash = strchr(written, '/');
	char type[32];
	size_t n = slash ? (size_t)(slash - written) : sizeof type;

	if (n >= sizeof type)
		return false;
	memcpy(type, written, n);
	type[n] = '\0';
	return is_type(o, type, slash + 1);
}

/* Is "<a@b>" or "a@b" the id a@b? */
static bool
is_named(const char *written, const char *id)
{
	size_t n = strlen(id);

	written += *written == '<';
	return !strncmp(written, id, n) &&
	    (!written[n] || !strcmp(written + n, ">"));
}

/* The part's bytes, decoded and as UTF-8 with LF. */
static void
put_text(struct fb_buf *b, struct fb_mail *m, GMimeObject *o)
{
	GMimeContentType *type = gm->content_type(o);
	const char *flowed = gm->parameter(type, "format");
	const char *delsp = gm->parameter(type, "delsp");
	GMimeDataWrapper *content = gm->content((GMimePart *)o);
	GMimeStream *mem;
	GByteArray *bytes;

	if (!content)
		return;
	mem = gm->mem_new();
	gm->write_to(content, mem);
	bytes = gm->mem_bytes((GMimeStreamMem *)mem);
	m->scratch.n = 0;
	fb_charset_text(&m->scratch, gm->parameter(type, "charset"),
	    (fb_str){ (char *)bytes->data, bytes->len });
	gm->unref(mem);
	if (is_type(o, "text", "html"))
		m->mended += fb_html_text(b, fb_buf_str(&m->scratch));
	else
		fb_put_unflowed(b, fb_buf_str(&m->scratch),
		    flowed && !strcasecmp(flowed, "flowed"),
		    delsp && !strcasecmp(delsp, "yes"));
}

/* Words that stand where the parts should. */
static void
put_bare(struct fb_mail *m, fb_str words)
{
	m->scratch.n = 0;
	fb_charset_text(&m->scratch, NULL, words);
	fb_put_unflowed(&m->body, fb_buf_str(&m->scratch), false, false);
}

static void
look_at(struct parts *p, GMimeObject *o, bool other)
{
	const char *how = gm->disposition(o);

	if (!gm->is_a((GTypeInstance *)o, gm->part_type()) ||
	    (how && !strcasecmp(how, "attachment")))
		return;
	if (is_type(o, "text", "html")) {
		p->html = p->html ? p->html : o;
	} else if (is_type(o, "text", "plain") && !p->plain) {
		p->plain = o;
	} else if (is_type(o, "text", "plain") && !other) {
		if (p->mail->more.n)
			fb_buf_adds(&p->mail->more, "\n\n");
		put_text(&p->mail->more, p->mail, o);
	}
}

/* The first that is of the type the multipart says, else the first one. A
 * Content-ID that is named would be stronger; RFC 2387 3.2. */
static int
root_of(GMimeMultipart *in, int n)
{
	GMimeContentType *said = gm->content_type((GMimeObject *)in);
	const char *start = gm->parameter(said, "start");
	const char *type = gm->parameter(said, "type");
	int of_type = -1;

	for (int i = 0; i < n; i++) {
		GMimeObject *o = gm->part(in, i);
		const char *id = start ? gm->content_id(o) : NULL;

		if (id && is_named(start, id))
			return i;
		if (of_type < 0 && type && has_type(o, type))
			of_type = i;
	}
	return of_type < 0 ? 0 : of_type;
}

/* All leaves in their order, with the multiparts they stand in on a stack. */
static void
walk(struct parts *p, GMimeObject *root)
{
	struct { GMimeMultipart *in; int at, n; } stack[DEEP];
	size_t n = 0;
	GMimeObject *o = root;

	while (o) {
		bool other = n && is_type((GMimeObject *)stack[n - 1].in,
		    "multipart", "alternative");

		if (!gm->is_a((GTypeInstance *)o, gm->multipart_type())) {
			look_at(p, o, other);
		} else if (n == DEEP) {
			p->mail->deep = true;
		} else {
			stack[n].in = (GMimeMultipart *)o;
			stack[n].at = 0;
			stack[n].n = gm->count(stack[n].in);
			if (!stack[n].n && !p->bare)
				p->bare = gm->prologue(stack[n].in);
			if (is_type(o, "multipart", "related") &&
			    stack[n].n > 1) {
				stack[n].at = root_of(stack[n].in, stack[n].n);
				stack[n].n = stack[n].at + 1;
			}
			n++;
		}
		while (n && stack[n - 1].at == stack[n - 1].n)
			n--;
		o = n ? gm->part(stack[n - 1].in, stack[n - 1].at++) : NULL;
	}
}

void
fb_mail_words(struct fb_mail *m, const struct fb_gmime *calls,
    GMimeObject *root)
{
	struct parts p = { .mail = m };

	gm = calls;
	walk(&p, root);
	if (p.plain || p.html)
		put_text(&m->body, m, p.plain ? p.plain : p.html);
	else if (p.bare && !strstr(p.bare, "MIME"))
		put_bare(m, fb_cstr(p.bare));
}
