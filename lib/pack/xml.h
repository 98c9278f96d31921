/* xml.h - one XML part of a zip file, element by element.
 *
 * No document type declarations, so no entities of the document's own, no
 * network, no external files; libxml2's limits on depth (256) and on the size
 * of a text node (10 MB) stand. Names come without their namespace prefix. */
#ifndef FB_PACK_XML_H
#define FB_PACK_XML_H

#include "pack/zip.h"

struct fb_xml {
	const void *now;    /* the parser's; used by fb_xml_attr() */
	const char *why;    /* set by a handler: stop with this reason */
	void *arg;
	/* Any of them may be NULL. Text comes in pieces. */
	void (*start)(struct fb_xml *, const char *name);
	void (*end)(struct fb_xml *, const char *name);
	void (*text)(struct fb_xml *, fb_str);
};

/* The attribute of the element that starts, predefined entities and numeric
 * references resolved; borrowed until the next call. A NULL pointer in it
 * when there is none. */
fb_str fb_xml_attr(const struct fb_xml *, const char *name);

/* Read the open part of the zip to its end. NULL, or what is wrong: the zip's
 * reason, the handler's, or that the part is not well-formed (*line tells where,
 * 0 otherwise; may be NULL). */
const char *fb_xml_part(struct fb_xml *, struct fb_zip *, size_t *line);

#endif
