/* mail.c - read a mail by GMime. */
#include <stdlib.h>
#include <strings.h>

#include "ingest/gmime.h"
#include "ingest/mail.h"
#include "ingest/mail_head.h"
#include "ingest/mail_words.h"
#include "ingest/sender.h"

static const struct fb_gmime *gm;
static GMimeParserOptions *options;

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
			fb_mail_words(m, gm, root);
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
