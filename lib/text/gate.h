/* gate.h - what may reach a page or a sheet.
 *
 * cairo draws a blank page for ill-formed UTF-8 and libxlsxwriter writes a
 * workbook that does not open, both without an error; so every text passes
 * here first. Through the gate come well-formed UTF-8, LF and TAB. Changed are:
 *   an ill-formed maximal subpart    U+FFFD
 *   a noncharacter (U+FFFE, U+FDD0 …) U+FFFD
 *   CR LF, CR, VT, FF, U+0085         LF (a line end is no change, not counted)
 *   other C0, DEL, C1, U+FEFF         dropped
 *   U+202A-202E, U+2066-2069          dropped: a bidi override that is never
 *                                     closed would turn round what we add
 * Joiners, direction marks and U+200B stay: scripts and emoji need them. */
#ifndef FB_TEXT_GATE_H
#define FB_TEXT_GATE_H

#include "base/str.h"

/* How often; added to, so that one struct can count a whole report. */
struct fb_gated {
	size_t replaced; /* by U+FFFD */
	size_t dropped;
	size_t escaped;  /* sheet: "_x0041_" and the like */
};

/* Append s as it may be printed; counts may be NULL. */
void fb_gate_page(struct fb_buf *, fb_str s, struct fb_gated *);
/* The same for a cell, where _xHHHH_ would be read as a character: its first
 * "_" is written _x005F_, which readers turn back (ECMA-376 22.9.2.19). */
void fb_gate_sheet(struct fb_buf *, fb_str s, struct fb_gated *);

/* Excel's limits for one cell. */
enum { FB_CELL_UNITS = 32767, FB_CELL_LINES = 253 };

/* UTF-16 code units of well-formed text. */
size_t fb_utf16_len(fb_str s);
/* Bytes of gated text that fit one cell: at most FB_CELL_UNITS UTF-16 units
 * and FB_CELL_LINES line feeds, cut between clusters (inside one that is
 * longer than a cell, between code points) and never inside an escape.
 * s.n when it all fits; > 0 unless s is empty. The caller goes on with what is
 * left in the next cell. */
size_t fb_gate_cell(fb_str s);

#endif
