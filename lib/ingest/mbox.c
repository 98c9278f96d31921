/* mbox.c - the formats of mailboxes and of single mails. */
#include "ingest/begin.h"
#include "ingest/fields.h"
#include "ingest/mail_cols.h"
#include "ingest/mail_head.h"
#include "ingest/postmark.h"
#include "ingest/reply.h"
#include "record/reader.h"

extern const struct fb_format fb_format_mbox, fb_format_mail;

struct box {
	struct fb_fields fields;
	struct fb_mail_cols cols;
	struct fb_physical *in;
	struct fb_mail mail;
	struct fb_mail_head head;   /* how far the mail so far has come */
	struct fb_buf raw;          /* the mail so far, without its postmark */
	struct fb_buf date, text, quoted;
	size_t max;
	uint64_t offset;            /* of that line */
	bool placed;
	size_t line;                /* of the postmark, or the first */
	bool cut;                   /* raw is not all of it */
};

static void
trim_end(struct fb_buf *b)
{
	while (b->n && b->p[b->n - 1] == '\n')
		b->n--;
}

/* Which words are the writer's own. */
static void
part_words(struct box *b)
{
	const struct fb_ask *ask = b->fields.run->ask;
	struct fb_mail *m = &b->mail;

	b->text.n = b->quoted.n = 0;
	if (ask->whole)
		fb_buf_add(&b->text, fb_buf_str(&m->body));
	else if (m->automatic.n)
		fb_buf_add(&b->quoted, fb_buf_str(&m->body));
	else
		fb_put_reply(&b->text, &b->quoted, fb_buf_str(&m->body));
	trim_end(&b->quoted);
	if (m->more.n && b->quoted.n)
		fb_buf_adds(&b->quoted, "\n\n");
	fb_buf_add(&b->quoted, fb_buf_str(&m->more));
	trim_end(&b->text);
	trim_end(&b->quoted);
}

static void
emit(struct box *b)
{
	struct fb_mail *m = &b->mail;
	fb_str *cells = b->cols.cells, origin[5];

	part_words(b);
	b->date.n = 0;
	if (m->dated)
		fb_put_when(&b->date, m->when);
	cells[FB_MAIL_DATE] = fb_buf_str(&b->date);
	cells[FB_MAIL_TEXT] = fb_buf_str(&b->text);
	fb_mail_cols_fill(&b->cols, &b->fields.plan, m);
	if (b->cols.quoted != FB_MAP_NONE)
		cells[b->cols.quoted] = fb_buf_str(&b->quoted);
	origin[0] = cells[FB_MAIL_DATE];
	origin[1] = cells[FB_MAIL_TITLE];
	origin[2] = cells[FB_MAIL_FROM];
	origin[3] = fb_buf_str(&m->body);
	origin[4] = fb_buf_str(&m->more);
	fb_fields_row(&b->fields, cells, b->cols.names.n, origin, 5);
}

static void
end_mail(struct box *b)
{
	struct fb_fields *f = &b->fields;
	const char *why;

	if (b->cut)
		fb_tell(&f->run->told[FB_FAULT_CUT], "%s:%zu: the mail is "
		    "longer than %zu bytes; what comes behind them is not "
		    "read", f->path, b->line, b->max);
	if (b->head.lines > FB_HEAD_LINES)
		fb_tell(&f->run->told[FB_FAULT_CUT], "%s:%zu: the mail has "
		    "more than %d lines of headers; the others are not read",
		    f->path, b->line, FB_HEAD_LINES);
	f->row.line = b->line;
	f->row.nspan = b->in->n - b->line + 1;
	f->row.raw = fb_buf_str(&b->raw);
	f->row.offset = b->offset;
	f->row.placed = b->placed;
	if ((why = fb_mail_read(&b->mail, fb_buf_str(&b->raw))))
		fb_run_read_fail(f->run, f->path, why);
	f->row.mended = b->mail.mended;
	if (b->mail.deep)
		fb_tell(&f->run->told[FB_FAULT_CUT], "%s:%zu: parts of the "
		    "mail stand too deep in others and are not read",
		    f->path, b->line);
	emit(b);
	b->raw.n = 0;
	b->cut = false;
	b->head = (struct fb_mail_head){0};
}

static void
add_line(struct box *b, fb_str line, fb_str ahead, bool stuffed)
{
	enum fb_head_line what = fb_mail_head(&b->head, line, ahead);

	if (what == FB_HEAD_DROP)
		return;
	if (what == FB_HEAD_ENDS)
		fb_buf_addc(&b->raw, '\n');
	if (stuffed && fb_is_stuffed(line))
		line = (fb_str){ line.p + 1, line.n - 1 };
	if (b->raw.n + line.n > b->max)
		b->cut = true;
	else if (!b->cut && !b->head.over)
		fb_put_mail_header(&b->raw, line);
	else if (!b->cut)
		fb_buf_add(&b->raw, line);
}

static void
open_box(struct box *b, struct fb_run *r, const char *format,
    const struct fb_head *head, struct fb_physical *in)
{
	*b = (struct box){ .in = in, .max = fb_max_record() };
	b->fields.own_names = true;
	fb_mail_cols_open(&b->cols, r);
	b->mail.want = &b->cols.headers;
	fb_fields_open(&b->fields, r, format, head->path, b->cols.list,
	    b->cols.names.n);
}

static void
close_box(struct box *b)
{
	fb_mail_cols_tell(&b->cols, b->fields.run, b->fields.path);
	fb_fields_close(&b->fields);
	fb_mail_cols_release(&b->cols);
	fb_mail_release(&b->mail);
	fb_buf_release(&b->raw);
	fb_buf_release(&b->date);
	fb_buf_release(&b->text);
	fb_buf_release(&b->quoted);
}

/* The next line, which stays until the one behind the next is asked for; ahead
 * is the line behind it. */
static fb_str
take_line(struct box *b, fb_str *ahead)
{
	struct fb_physical *in = b->in;
	const char *why, *end;
	fb_str line;
	bool whole;

	if ((why = fb_physical_next(in, &line, &whole)) ||
	    (why = fb_physical_ahead(in, 1000)))
		fb_run_read_fail(b->fields.run, b->fields.path, why);
	line.p = in->win.p + in->at - line.n;
	*ahead = (fb_str){ in->win.p + in->at, in->win.n - in->at };
	end = ahead->n ? memchr(ahead->p, '\n', ahead->n) : NULL;
	if (end)
		ahead->n = (size_t)(end - ahead->p);
	in->row = in->at;
	return line;
}

/* A postmark in a body has words behind it, not a header. */
static bool
begins_mail(fb_str line, fb_str ahead, bool after_empty)
{
	if (!fb_is_postmark(line))
		return false;
	return fb_str_trim(ahead).n ? fb_is_mail_header(ahead) ||
	    fb_is_stuffed(ahead) : after_empty;
}

static void
read_mbox(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	struct box b;
	fb_str line, ahead;
	bool after_empty = true;

	open_box(&b, r, fb_format_mbox.name, head, in);
	while ((line = take_line(&b, &ahead)).n) {
		if (*line.p == 'F' && begins_mail(line, ahead, after_empty)) {
			if (b.line)
				end_mail(&b);
			b.line = in->n;
			b.placed = fb_physical_offset(in, in->at - line.n,
			    &b.offset);
		} else {
			add_line(&b, line, ahead, true);
		}
		after_empty = *line.p == '\n' || *line.p == '\r';
	}
	if (b.line)
		end_mail(&b);
	close_box(&b);
}

static void
read_mail(struct fb_run *r, const struct fb_head *head, struct fb_physical *in)
{
	struct box b;
	fb_str line, ahead;

	open_box(&b, r, fb_format_mail.name, head, in);
	b.line = 1;
	b.placed = true;
	while ((line = take_line(&b, &ahead)).n)
		if (in->n > 1 || !fb_str_starts(line, FB_LIT("From ")))
			add_line(&b, line, ahead, false);
	end_mail(&b);
	close_box(&b);
}

static bool
is_mbox(const struct fb_head *head)
{
	fb_str rest = head->bytes, line = fb_str_split(&rest, '\n');
	fb_str ahead = fb_str_split(&rest, '\n');

	return begins_mail(line, ahead, true);
}

static bool
is_mail(const struct fb_head *head)
{
	return fb_is_mail(head->bytes) ||
	    (head->bytes.n && fb_has_ending(head->name, ".eml"));
}

const struct fb_format fb_format_mbox = {
	.name = "mailbox", .kind = "mail",
	.is = is_mbox, .read = read_mbox,
};

const struct fb_format fb_format_mail = {
	.name = "mail", .kind = "mail",
	.is = is_mail, .read = read_mail,
};
