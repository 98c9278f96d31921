/* identity.h - the columns that say who wrote: known by name, dropped. */
#ifndef FB_REDACT_IDENTITY_H
#define FB_REDACT_IDENTITY_H

#include "base/map.h"
#include "base/opt.h"

/* A column is judged by its name once; {0} is not ready, see init. */
struct fb_identity {
	const struct fb_list *drop, *keep; /* exact names from the command line */
	struct fb_map names;               /* every name met, as written */
	struct judged {
		size_t dropped; /* values */
		bool is, names;
	} *judged;                         /* by number in names */
	size_t cap;
	size_t *usual;                     /* the name last met at each place */
	size_t nusual, usual_cap;
	struct fb_buf scratch;
};

void fb_identity_init(struct fb_identity *, const struct fb_list *drop,
    const struct fb_list *keep);
/* The number of a column's name, as written in JSON; the same name, the same
 * number. place is where it stands in its record: most records are alike. */
size_t fb_identity_number(struct fb_identity *, fb_str key, size_t place);
/* Is the column of that number dropped? Counts when so. Names that begin with
 * person_ are dropped: fb-ingest writes the columns so that a profile says name
 * a person. The built-in names match whatever their case and signs: "E-Mail" is
 * email. The stream's own names (id, date, text …) are never dropped. */
bool fb_identity_drops(struct fb_identity *, size_t number);
/* Does a dropped column of that number hold what a person is called: a name, an
 * address of mail or a handle? */
bool fb_identity_names(const struct fb_identity *, size_t number);
/* Append {"name":COUNT,…} of what was dropped, in byte order. */
void fb_put_identity(struct fb_buf *, const struct fb_identity *);
void fb_identity_release(struct fb_identity *);

#endif
