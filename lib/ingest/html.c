/* html.c - HTML to text by libxml2's events. */
#include <limits.h>
#include <stdlib.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/utf8.h"
#include "ingest/flow.h"
#include "ingest/html.h"

enum { DEEP = 256 };

enum what {
	SPAN, LINE, PARAGRAPH, BREAK, RULE, ITEM, BULLETS, NUMBERS, CELL,
	PRE, QUOTE, LINK, IMAGE, UNSEEN,
};

/* In byte order. */
static const struct element {
	const char *name;
	enum what what;
} elements[] = {
	{ "a", LINK }, { "address", LINE }, { "article", LINE },
	{ "aside", LINE }, { "blockquote", QUOTE }, { "br", BREAK },
	{ "center", LINE }, { "dd", LINE }, { "div", LINE },
	{ "dl", PARAGRAPH }, { "dt", LINE }, { "fieldset", LINE },
	{ "figcaption", LINE }, { "figure", PARAGRAPH }, { "footer", LINE },
	{ "form", LINE }, { "h1", PARAGRAPH }, { "h2", PARAGRAPH },
	{ "h3", PARAGRAPH }, { "h4", PARAGRAPH }, { "h5", PARAGRAPH },
	{ "h6", PARAGRAPH }, { "head", UNSEEN }, { "header", LINE },
	{ "hr", RULE }, { "img", IMAGE }, { "li", ITEM }, { "main", LINE },
	{ "nav", LINE }, { "ol", NUMBERS }, { "option", LINE },
	{ "p", PARAGRAPH }, { "pre", PRE }, { "script", UNSEEN },
	{ "section", LINE }, { "style", UNSEEN }, { "svg", UNSEEN },
	{ "table", PARAGRAPH }, { "td", CELL }, { "template", UNSEEN },
	{ "th", CELL }, { "title", UNSEEN }, { "tr", LINE },
	{ "ul", BULLETS },
};

struct page {
	struct fb_flow flow;
	htmlParserCtxtPtr ctxt;
	size_t depth, unseen; /* elements it stands in, those not shown */
	bool deep;            /* too deep for its elements to be heeded */
	struct fb_buf href;
	size_t link;          /* where the link's words begin in the text */
};

static int
by_name(const void *key, const void *row)
{
	return strcmp(key, ((const struct element *)row)->name);
}

static enum what
what_is(const xmlChar *name)
{
	const struct element *e = bsearch(name, elements,
	    sizeof elements / sizeof *elements, sizeof *elements, by_name);

	return e ? e->what : SPAN;
}

static const char *
attribute(const xmlChar **atts, const char *name)
{
	for (; atts && *atts; atts += 2)
		if (!strcmp((const char *)atts[0], name))
			return atts[1] ? (const char *)atts[1] : "";
	return NULL;
}

static bool
is_hidden(const xmlChar **atts)
{
	const char *style = attribute(atts, "style"), *at;

	if (attribute(atts, "hidden"))
		return true;
	for (at = style; at && (at = strstr(at, "display")); at += 7) {
		const char *value = at + 7;

		value += strspn(value, " \t");
		if (*value++ == ':' &&
		    !strncmp(value + strspn(value, " \t"), "none", 4))
			return true;
	}
	return false;
}

static void
characters(void *data, const xmlChar *text, int n)
{
	struct page *p = data;
	fb_str s = { (const char *)text, (size_t)n };

	if (p->unseen)
		return;
	if (p->flow.pre)
		fb_flow_pre(&p->flow, s);
	else
		fb_flow_words(&p->flow, s);
}

static void
begin_link(struct page *p, const char *href)
{
	p->href.n = 0;
	if (href && (!strncmp(href, "http://", 7) || !strncmp(href, "ftp://", 6)
	    || !strncmp(href, "https://", 8)))
		fb_buf_adds(&p->href, href);
	p->link = p->flow.out->n;
}

/* Do the words say the address, with or without its beginning and end? */
static bool
says_same(fb_str words, fb_str href)
{
	const char *rest = memchr(href.p, ':', href.n);
	size_t skip;

	if (href.p[href.n - 1] == '/')
		href.n--;
	if (words.n && words.p[words.n - 1] == '/')
		words.n--;
	if (fb_str_eq(words, href))
		return true;
	skip = (size_t)(rest + 3 - href.p);
	return href.n > skip && fb_str_eq(words,
	    (fb_str){ href.p + skip, href.n - skip });
}

static void
end_link(struct page *p)
{
	struct fb_buf *out = p->flow.out;
	fb_str words = { out->p + p->link, out->n - p->link };
	fb_str href = fb_str_trim(fb_buf_str(&p->href));

	if (href.n && words.n && !says_same(fb_str_trim(words), href)) {
		fb_flow_blank(&p->flow);
		fb_flow_settle(&p->flow);
		fb_buf_addc(out, '<');
		fb_buf_add(out, href);
		fb_buf_addc(out, '>');
	}
	p->href.n = 0;
}

static void
begin_what(struct page *p, enum what what, const xmlChar **atts)
{
	const char *alt = what == IMAGE ? attribute(atts, "alt") : NULL;
	struct fb_flow *f = &p->flow;

	if (what == LINE)
		fb_flow_gap(f, 1);
	else if (what == PARAGRAPH || what == PRE || what == RULE)
		fb_flow_gap(f, 2);
	else if (what == BREAK)
		fb_flow_gap(f, f->gap < 2 ? f->gap + 1 : 2);
	else if (what == ITEM)
		fb_flow_item(f);
	else if (what == BULLETS || what == NUMBERS)
		fb_flow_list(f, what == NUMBERS);
	else if (what == CELL)
		fb_flow_blank(f);
	else if (what == QUOTE)
		fb_flow_quote(f);
	else if (what == LINK)
		begin_link(p, attribute(atts, "href"));
	else if (alt && *alt)
		fb_flow_words(f, fb_cstr(alt));
	if (what == PRE && !f->pre++)
		f->fresh = true;
}

static void
begin(void *data, const xmlChar *name, const xmlChar **atts)
{
	struct page *p = data;
	enum what what = what_is(name);

	if (++p->depth > DEEP) {
		p->deep = true;
		xmlStopParser(p->ctxt);
	}
	if (p->unseen || what == UNSEEN || is_hidden(atts))
		p->unseen++;
	else
		begin_what(p, what, atts);
}

static void
end_what(struct page *p, enum what what)
{
	struct fb_flow *f = &p->flow;

	f->pre -= what == PRE && f->pre;
	f->quotes -= what == QUOTE && f->quotes;
	if (what == BULLETS || what == NUMBERS)
		f->nlists -= f->nlists > 0;
	if (what == LINE || what == ITEM)
		fb_flow_gap(f, 1);
	else if (what == BULLETS || what == NUMBERS)
		fb_flow_gap(f, f->nlists ? 1 : 2);
	else if (what == PARAGRAPH || what == PRE || what == QUOTE)
		fb_flow_gap(f, 2);
	else if (what == LINK)
		end_link(p);
}

static void
end(void *data, const xmlChar *name)
{
	struct page *p = data;

	p->depth -= p->depth > 0;
	if (p->unseen)
		p->unseen--;
	else
		end_what(p, what_is(name));
}

/* The words alone, for what nests deeper than any text people wrote. */
static void
strip(struct fb_flow *f, fb_str html)
{
	f->quotes = f->nlists = f->pre = 0;
	while (html.n) {
		fb_flow_words(f, fb_str_split(&html, '<'));
		if (html.n)
			fb_str_split(&html, '>');
		fb_flow_blank(f);
	}
}

static void
parse(struct page *p, const struct fb_buf *html)
{
	htmlSAXHandler sax = { .startElement = begin, .endElement = end,
	    .characters = characters, .ignorableWhitespace = characters };

	p->ctxt = htmlCreateMemoryParserCtxt(html->p, (int)html->n);
	if (!p->ctxt)
		return;
	htmlCtxtUseOptions(p->ctxt, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
	    HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
	*p->ctxt->sax = sax;
	p->ctxt->userData = p;
	xmlSwitchEncoding(p->ctxt, XML_CHAR_ENCODING_UTF8);
	p->ctxt->input->encoding = xmlStrdup(BAD_CAST "UTF-8");
	htmlParseDocument(p->ctxt);
	htmlFreeParserCtxt(p->ctxt);
}

static void
drop_nul(struct fb_buf *b)
{
	size_t n = 0;

	if (!b->n || !memchr(b->p, '\0', b->n))
		return;
	for (size_t i = 0; i < b->n; i++)
		if (b->p[i])
			b->p[n++] = b->p[i];
	b->n = n;
}

size_t
fb_html_text(struct fb_buf *b, fb_str html)
{
	struct page p = { .flow = { .out = b, .start = b->n } };
	struct fb_buf whole = {0};
	size_t mended;

	/* Outside any element the parser would make paragraphs of words. */
	fb_buf_adds(&whole, "<div>");
	mended = fb_utf8_mend(&whole, html);
	drop_nul(&whole);
	fb_buf_cstr(&whole);
	if (whole.n < INT_MAX)
		parse(&p, &whole);
	if (p.deep) {
		b->n = p.flow.start;
		strip(&p.flow, fb_buf_str(&whole));
	}
	fb_buf_release(&p.href);
	fb_buf_release(&whole);
	return mended;
}
