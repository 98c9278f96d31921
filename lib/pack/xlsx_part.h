/* xlsx_part.h - how the parts of a workbook are read; for pack/xlsx*.c only. */
#ifndef FB_PACK_XLSX_PART_H
#define FB_PACK_XLSX_PART_H

#include "pack/xlsx.h"
#include "pack/xml.h"

/* Each reads the open part into the workbook. */
const char *fb_xlsx_workbook(struct fb_xlsx *, struct fb_zip *, size_t *line);
const char *fb_xlsx_relations(struct fb_xlsx *, struct fb_zip *, size_t *line);
const char *fb_xlsx_strings(struct fb_xlsx *, struct fb_zip *, size_t *line);
const char *fb_xlsx_styles(struct fb_xlsx *, struct fb_zip *, size_t *line);
/* Keep "PART: why" (or "PART:LINE: why") and give it. */
const char *fb_xlsx_reason(struct fb_xlsx *, const char *part, size_t line,
                           const char *why);

#endif
