/* xml.c - SAX over libxml2's push parser. */
#include <libxml/parser.h>
#include <libxml/SAX2.h>

#include "pack/xml.h"

/* Attributes as libxml2 gives them: five pointers each. */
struct attrs {
	const xmlChar **v;
	int n;
};

fb_str
fb_xml_attr(const struct fb_xml *x, const char *name)
{
	const struct attrs *a = x->now;

	for (int i = 0; i < a->n; i++) {
		const xmlChar **one = a->v + (ptrdiff_t)5 * i;

		if (!strcmp((const char *)one[0], name))
			return (fb_str){ (const char *)one[3],
			                 (size_t)(one[4] - one[3]) };
	}
	return (fb_str){ NULL, 0 };
}

static struct fb_xml *
of(void *ctxt)
{
	return ((xmlParserCtxtPtr)ctxt)->_private;
}

static void
halt_if(void *ctxt)
{
	if (of(ctxt)->why)
		xmlStopParser(ctxt);
}

static void
on_start(void *ctxt, const xmlChar *name, const xmlChar *prefix,
         const xmlChar *uri, int nns, const xmlChar **ns, int nattr,
         int ndefault, const xmlChar **attr)
{
	struct attrs a = { attr, nattr };
	struct fb_xml *x = of(ctxt);

	(void)prefix, (void)uri, (void)nns, (void)ns, (void)ndefault;
	x->now = &a;
	if (x->start && !x->why)
		x->start(x, (const char *)name);
	x->now = NULL;
	halt_if(ctxt);
}

static void
on_end(void *ctxt, const xmlChar *name, const xmlChar *prefix,
       const xmlChar *uri)
{
	struct fb_xml *x = of(ctxt);

	(void)prefix, (void)uri;
	if (x->end && !x->why)
		x->end(x, (const char *)name);
	halt_if(ctxt);
}

static void
on_text(void *ctxt, const xmlChar *p, int n)
{
	struct fb_xml *x = of(ctxt);

	if (x->text && !x->why)
		x->text(x, (fb_str){ (const char *)p, (size_t)n });
	halt_if(ctxt);
}

static void
on_doctype(void *ctxt, const xmlChar *name, const xmlChar *id,
           const xmlChar *uri)
{
	(void)name, (void)id, (void)uri;
	of(ctxt)->why = "a document type declaration is not allowed";
	halt_if(ctxt);
}

/* Without it libxml2 would print errors to stderr. */
static void
mute(void *arg, xmlErrorPtr e)
{
	(void)arg, (void)e;
}

static xmlSAXHandler
handlers(void)
{
	return (xmlSAXHandler){
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = on_doctype,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.serror = mute,
	};
}

static const char *
feed_all(xmlParserCtxtPtr p, struct fb_xml *x, struct fb_zip *z)
{
	const char *why;
	fb_str block;
	int rc = 0;

	do {
		why = fb_zip_read(z, &block);
		if (!why)
			rc = xmlParseChunk(p, block.p, (int)block.n, !block.n);
	} while (!why && block.n && !rc && !x->why);
	if (why)
		return why;
	if (x->why)
		return x->why;
	return rc || !p->wellFormed ? "its XML is not well-formed" : NULL;
}

const char *
fb_xml_part(struct fb_xml *x, struct fb_zip *z, size_t *line)
{
	xmlSAXHandler sax = handlers();
	xmlParserCtxtPtr p = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
	const char *why;

	if (!p)
		return "out of memory";
	x->why = NULL;
	p->_private = x;
	/* NOENT so that "&amp;" in an attribute comes as '&'; there is no
	 * declaration that could bring other entities. */
	xmlCtxtUseOptions(p, XML_PARSE_NOENT | XML_PARSE_NONET |
	                     XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	why = feed_all(p, x, z);
	if (line)
		*line = why && p->lastError.line > 0 ?
			(size_t)p->lastError.line : 0;
	xmlFreeParserCtxt(p);
	return why;
}
