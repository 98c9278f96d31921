/* fault.c - what can be wrong with a row, and what was noticed. */
#include <stdarg.h>
#include <stdio.h>

#include "ingest/cell.h"

const struct fb_fault_kind fb_fault_kinds[FB_FAULTS] = {
	[FB_FAULT_UNCLOSED] = { "unclosed", "quotes that never close", true },
	[FB_FAULT_SCORE] = { "off_scale", "scores off their scale", true },
	[FB_FAULT_DATE] = { "bad_dates", "dates of another form", true },
	[FB_FAULT_CONSENT] = { "bad_consent", "answers about consent", true },
	[FB_FAULT_SWALLOWED] = { "swallowed", "rows with a stray quote that "
	    "take several lines", true },
	[FB_FAULT_JSON] = { "malformed", "elements that are no JSON objects",
	    true },
	[FB_FAULT_RAGGED] = { "ragged", "rows of another length", false },
	[FB_FAULT_STRAY] = { "stray_quotes", "rows with a stray quote", false },
	[FB_FAULT_REPEATED] = { "repeated_keys", "objects with a key twice",
	    false },
	[FB_FAULT_MENDED] = { "mended", "rows with ill-formed UTF-8", false },
	[FB_FAULT_SPEAKER] = { "no_customer", "talks without a customer",
	    true },
	[FB_FAULT_HEADER] = { "repeated_headers", "rows that repeat the header",
	    false },
	[FB_FAULT_CUT] = { "cut", "mails whose end is not read", false },
};

void
fb_note(struct fb_made *m, enum fb_fault fault, const char *fmt, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	m->notes = fb_grow(m->notes, &m->cap, m->nnotes + 1, sizeof *m->notes);
	m->notes[m->nnotes++] = (struct fb_note){ fault, m->text.n,
	    strlen(text) };
	fb_buf_adds(&m->text, text);
}
