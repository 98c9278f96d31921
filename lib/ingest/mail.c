/* mail.c - read a mail by GMime. */
#include <stdlib.h>
#include <strings.h>

#include "ingest/charset.h"
#include "ingest/gmime.h"
#include "ingest/html.h"
#include "ingest/mail.h"
#include "ingest/mail_head.h"
#include "ingest/sender.h"
#include "ingest/unflow.h"

enum { DEEP = 1000 };

static const struct fb_gmime *gm;
static GMimeParserOptions *options;

struct parts {
	GMimeObject *plain, *html;
	const char *bare; /* what stands in a multipart without parts */
	struct fb_mail *mail;
};

/* The header's value, decoded, in one line; false when it is not there. */
static bool
get_header(struct fb_buf *b, GMimeObject *o, const char *name)
{
	GMimeHeader *h = gm->header(gm->headers(o), name);
	const char *raw = h ? gm->raw_value(h) : NULL;
	char *line, *text;
	size_t was = b->n;

	if (!raw)
		return false;
	line = gm->unfold(raw);
	text = gm->decode_text(options, line);
	fb_buf_add(b, fb_str_trim(fb_cstr(text)));
	gm->free(text);
	gm->free(line);
	return b->n > was;
}

/* The headers that were asked for. */
static void
read_wanted(struct fb_mail *m, GMimeObject *o)
{
	size_t n = m->want ? m->want->n : 0, was = m->nheader;

	m->header = fb_grow(m->header, &m->cap, n, sizeof *m->header);
	if (n > was)
		memset(m->header + was, 0, (n - was) * sizeof *m->header);
	m->nheader = n > was ? n : was;
	for (size_t i = 0; i < n; i++) {
		m->scratch.n = m->header[i].n = 0;
		fb_buf_add(&m->scratch, fb_map_key(m->want, i));
		get_header(&m->header[i], o, fb_buf_cstr(&m->scratch));
	}
}

static void
read_ids(struct fb_mail *m, GMimeObject *o)
{
	static const char *const roots[] = { "References", "In-Reply-To",
	    "Message-ID" };

	for (size_t i = 0; i < 3; i++) {
		m->scratch.n = 0;
		if (!get_header(&m->scratch, o, roots[i]))
			continue;
		if (!m->thread.n)
			fb_put_mail_id(&m->thread, fb_buf_str(&m->scratch));
		if (i == 2)
			fb_put_mail_id(&m->id, fb_buf_str(&m->scratch));
	}
}

static void
read_date(struct fb_mail *m, GMimeObject *o)
{
	m->scratch.n = 0;
	m->dated = get_header(&m->scratch, o, "Date") &&
	    fb_mail_date(fb_buf_str(&m->scratch), &m->when);
}

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

/* Answers of machines and reports of the post are no customer's words. */
static void
read_automatic(struct fb_mail *m, GMimeObject *o, GMimeObject *root)
{
	fb_str who = fb_buf_str(&m->address);

	if (!get_header(&m->automatic, o, "Auto-Submitted") ||
	    !strncasecmp(fb_buf_cstr(&m->automatic), "no", 2))
		m->automatic.n = 0;
	if (m->automatic.n)
		return;
	if (root && is_type(root, "multipart", "report"))
		fb_buf_adds(&m->automatic, "report");
	else if (fb_str_starts(who, FB_LIT("mailer-daemon")) ||
	    fb_str_starts(who, FB_LIT("postmaster@")))
		fb_buf_adds(&m->automatic, "post");
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

/* Words without a header of their own. */
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

static void
read_words(struct fb_mail *m, GMimeObject *root)
{
	struct parts p = { .mail = m };

	walk(&p, root);
	if (p.plain || p.html)
		put_text(&m->body, m, p.plain ? p.plain : p.html);
	else if (p.bare && !strstr(p.bare, "MIME"))
		put_bare(m, fb_cstr(p.bare));
}

/* Does a name and a colon stand in front? "Subject : x" is one, too. */
static bool
has_header(fb_str raw)
{
	size_t n = 0;

	while (n < raw.n && raw.p[n] > ' ' && raw.p[n] != ':')
		n++;
	if (!n)
		return false;
	while (n < raw.n && (raw.p[n] == ' ' || raw.p[n] == '\t'))
		n++;
	return n < raw.n && raw.p[n] == ':';
}

static const char *
start(void)
{
	static const char *fallback[] = { "utf-8", "windows-1252", NULL };
	const char *why = options ? NULL : fb_gmime_open(&gm);

	if (why || options)
		return why;
	options = gm->options_new();
	gm->options_fallback(options, fallback);
	return NULL;
}

static void
reset(struct fb_mail *m)
{
	m->subject.n = m->from.n = m->address.n = m->id.n = m->thread.n = 0;
	m->mended = m->automatic.n = m->body.n = m->more.n = 0;
	m->dated = m->deep = false;
}

const char *
fb_mail_read(struct fb_mail *m, fb_str raw)
{
	const char *why = start();
	GMimeStream *mem;
	GMimeParser *parser;
	GMimeMessage *mail;

	reset(m);
	if (why)
		return why;
	if (!has_header(raw) && !memchr("\xef\r\n", raw.n ? *raw.p : '\n', 3)) {
		put_bare(m, raw);
		return NULL;
	}
	mem = gm->mem_with(raw.p, raw.n);
	parser = gm->parser_new(mem);
	mail = gm->parser_message(parser, options);
	if (mail) {
		GMimeObject *o = (GMimeObject *)mail;
		GMimeObject *root = gm->mime_part(mail);

		get_header(&m->subject, o, "Subject");
		get_header(&m->from, o, "From");
		fb_put_address(&m->address, fb_buf_str(&m->from));
		read_wanted(m, o);
		read_ids(m, o);
		read_date(m, o);
		read_automatic(m, o, root);
		if (root)
			read_words(m, root);
		gm->unref(mail);
	}
	gm->unref(parser);
	gm->unref(mem);
	return NULL;
}

void
fb_mail_release(struct fb_mail *m)
{
	fb_buf_release(&m->subject);
	fb_buf_release(&m->from);
	fb_buf_release(&m->address);
	for (size_t i = 0; i < m->nheader; i++)
		fb_buf_release(&m->header[i]);
	free(m->header);
	fb_buf_release(&m->id);
	fb_buf_release(&m->thread);
	fb_buf_release(&m->automatic);
	fb_buf_release(&m->body);
	fb_buf_release(&m->more);
	fb_buf_release(&m->scratch);
	*m = (struct fb_mail){0};
}
