/* profile.h - what the columns of a kind of export mean, as people write it.
 *
 * Lines of "key = value" in sections, '#' starts a comment line:
 *
 *     versions = yes             # on top: an id may come again, newer
 *     headers = 3                # rows of the header; the first has the names
 *     headers = 2 filled         # an empty cell repeats the one to its left,
 *                                # and the name is "first - second"
 *     footer = yes               # a last row of one cell is none
 *     guard = yes                # an apostrophe before = + - @ is no text
 *     [match]                    # columns that tell this export, one a line
 *     Review_Date
 *     Respondent ID | RespondentID # one of these
 *     rows = feed.entry          # of JSON: the keys that lead to the rows;
 *                                # with ? behind it they may be absent
 *     format = mail              # or transcript, note, JSON, table: for no
 *                                # other; alone it fits only when asked for
 *     [map]
 *     text = Negative + Positive # joined, the empty ones left out
 *     text = source.body as html # the words of its HTML; also of a title or translation
 *     id = Link after id= or key= # the part of a link behind a mark
 *     date = Review_Date %m/%d/%Y
 *     score = Reviewer_Score
 *     scale = 1-5 until 2015-05-31
 *     scale = 1-10
 *     scale.comfort = 1-5        # of another column
 *     scale = 0-10 when survey_type = nps # told by another column's cell
 *     channel = "App review"     # the same for all rows
 *     hotel = Hotel_Name         # another name for a column
 *     [score]                    # numbers for scores that are words
 *     Recommended = 1
 *     [missing]                  # cells that say nothing; * is any column
 *     Negative = No Negative
 *     * = NA
 *     [drop]                     # columns to leave out
 *     link
 *     [identity]                 # columns that name a person
 *     Reviewer
 *     [skip]                     # rows that are no answers, by a cell
 *     Status = Survey Preview
 *     [only]                     # only rows with one of these cells
 *     author_type = user
 *     [unfinished]               # rows that get "unfinished":true
 *     Submit Date = ""
 *     [split]                    # cells that are lists
 *     Tags = ", "
 *
 * Of several [map] lines for one of the record's own keys the first whose
 * columns are there holds. */
#ifndef FB_INGEST_PROFILE_H
#define FB_INGEST_PROFILE_H

#include "base/map.h"

enum fb_section {
	FB_TOP, FB_MATCH, FB_MAP, FB_MISSING, FB_DROP, FB_IDENTITY,
	FB_WORDS, /* key: a word; val: the number it stands for */
	FB_SKIP, FB_ONLY, FB_UNFINISHED, FB_SPLIT,
	FB_ROWS,  /* key: of [match], where in JSON the rows are */
	FB_KIND,  /* key: of [match], the kind of format */
};

enum { FB_HEADERS_MAX = 9 };

struct fb_rule {
	enum fb_section in;
	char *key, *val; /* owned; val is "" in [match], [drop], [identity] */
};

struct fb_profile {
	char *name;      /* the file's name without ".profile"; owned */
	bool versions, filled, footer, guard;
	size_t headers;  /* rows; 0 is 1 */
	struct fb_rule *v;
	size_t n, cap;
	struct fb_buf why;
};

/* Every function: NULL, or what is wrong, borrowed from the profile. */

/* A shipped profile's name, or a file: anything with '/' or ".profile". */
const char *fb_profile_find(struct fb_profile *, const char *what);
const char *fb_profile_read(struct fb_profile *, const char *path);
/* Whether the header has a [match] line's column. */
bool fb_match_column(const struct fb_map *header, fb_str names);
/* Kinds of format, and whether s is one. */
#define FB_KINDS "mail, transcript, note, JSON or table"
bool fb_is_kind(fb_str s);
/* The kind of format it is for; NULL: any. */
const char *fb_profile_kind(const struct fb_profile *);
/* One "key=Column" as -c takes it, as a [map] line. */
const char *fb_profile_option(struct fb_profile *, const char *text);
void fb_profile_release(struct fb_profile *);

/* The shipped profiles, in byte order of their names. */
struct fb_profiles {
	struct fb_profile *v;
	size_t n, cap;
};

/* None when there is no folder of them. NULL, or what is wrong with one. */
const char *fb_profiles_load(struct fb_profiles *);
/* How many [match] columns it has, when all are in the header; else 0. */
size_t fb_profile_fits(const struct fb_profile *, const struct fb_map *header);
/* The one whose [match] columns are all in the header; of several the one with
 * most. *tie is set when that does not decide. */
const struct fb_profile *fb_profiles_match(const struct fb_profiles *,
    const struct fb_map *header, const struct fb_profile **tie);
void fb_profiles_release(struct fb_profiles *);

#endif
