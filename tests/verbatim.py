#!/usr/bin/env python3
# verbatim.py - every word that is printed stands in the row that its id names.
#
# usage: verbatim.py PROFILE EXPORT REPORT.xlsx [REPORT.pdf ...]
#
# Written without a look at the tools' own records: rows come from the export by
# Python's csv module, their ids and words from the profile, by the rules that
# fb-ingest(1) states. Then
# - each quote and letter of the workbook is, character by character, part of
#   the words (or is the title) of the row that its id names; [KIND] stands for
#   any text; the short id and the digest are those of the full id and words;
# - each id in a PDF is in the workbook, and beside it stand, word by word, the
#   words of the workbook under that id: whole, or up to their […]; in letters,
#   the whole text of the row;
# - nowhere else in workbook or PDF is there a run of forty letters that some
#   row holds too, or a passage of that length in marks of quotation.
# Prints a line of counts for each file, then each finding, with status 1.
#
# What a page may change: line ends (a long word is broken without a hyphen),
# blanks around them, direction marks, and emoji, which are pictures there.
import csv
import gzip
import hashlib
import html
import io
import re
import subprocess
import sys
import unicodedata

import openpyxl

RUN = 40  # letters in common that are no accident
OPEN, CLOSE = '“„«「‘', tuple('”“»」’')
MASK = re.compile(r'\[[A-Z]{2,}\]')  # rules as data may name more kinds
IDENT = re.compile(r'#[0-9a-f]{8,64}\b')
CUT = '[…]'
findings = []


def finding(*parts):
    findings.append(' '.join(str(p) for p in parts))


# ---- the export ----

def sections(path):
    at, found = '', {}
    for line in open(path, encoding='utf-8'):
        line = line.strip()
        if line.startswith('['):
            at = line
        elif line and not line.startswith('#'):
            key, _, val = line.partition('=')
            found.setdefault(at, []).append((key.strip(), val.strip()))
    return found


def read_bytes(path):
    data = open(path, 'rb').read()
    return gzip.decompress(data) if path.endswith('.gz') else data


class Row:
    def __init__(self, text, title):
        self.text, self.title = text, title


# id -> row. [map] gives the columns of id, text and title; [missing] the cells
# that say nothing. Without an id of its own a row has the first 16 hex digits
# of the SHA-256 of source and cells, each ended by 0x1F; equal rows are counted.
def read_rows(profile, export):
    rules = sections(profile)
    name = profile.rsplit('/', 1)[-1].removesuffix('.profile')
    columns = {k: [c.strip() for c in v.split('+')]
               for k, v in rules['[map]'] if k in ('id', 'text', 'title')}
    nothing = rules.get('[missing]', [])
    source = export.rsplit('/', 1)[-1]
    text = read_bytes(export).decode('utf-8-sig')
    rows, times = {}, {}
    lines = csv.reader(io.StringIO(text, newline=''))
    header = next(lines)
    for cells in lines:
        row = dict(zip(header, cells))

        def words(key, glue):
            return glue.join(row[c] for c in columns.get(key, [])
                             if row[c].strip() and (c, row[c].strip())
                             not in nothing)
        if 'id' in columns:
            ident = name + ':' + words('id', ' ')
        else:
            raw = ''.join(cell + '\x1f' for cell in [source] + cells)
            ident = hashlib.sha256(raw.encode()).hexdigest()[:16]
            times[ident] = times.get(ident, 0) + 1
            if times[ident] > 1:
                ident += f'#{times[ident]}'
        assert ident not in rows, ident
        rows[ident] = Row(words('text', '\n\n'), words('title', ' '))
    return rows


# ---- words in a row, character by character ----

def is_in(words, text):
    if words in text:
        return True
    parts = MASK.split(words)
    return len(parts) > 1 and bool(
        re.search('.+?'.join(map(re.escape, parts)), text, re.S))


def short(ident):
    return hashlib.sha256(ident.encode()).hexdigest()


# ---- runs of letters that rows hold, wherever they stand ----

def letters(text):
    return ''.join(c for c in unicodedata.normalize('NFKC', text)
                   if unicodedata.category(c)[0] in 'LN')


def runs(text):
    text = letters(text)
    return {text[i:i + RUN] for i in range(len(text) - RUN + 1)}


def strangers(rows, where, pieces):
    left = {}
    for piece in pieces:
        for run in runs(piece):
            left[run] = piece
    for ident, row in rows.items():
        for run in (runs(row.text) | runs(row.title)) & left.keys():
            finding(where, 'words of', ident, 'without their id:', run)
            return


# ---- the workbook ----

class Book:
    def __init__(self):
        self.quotes = {}  # short id -> texts under it
        self.cuts = {}    # short id -> parts of them that a page quotes
        self.full = {}    # short id -> full id
        self.nquotes = self.nsummary = self.nletters = 0
        self.other = []   # what stands in cells that hold no customer's words


def check_words(rows, where, ident, words):
    if ident not in rows:
        finding(where, 'there is no row', ident)
    elif not is_in(words, rows[ident].text):
        finding(where, ident, 'does not say', repr(words))


QUOTED = re.compile(r'quoted: characters ([\d,]+) to ([\d,]+)')


def read_quotes(book, sheet, rows):
    lines = sheet.iter_rows(values_only=True)
    head = list(next(lines))
    at = {k: head.index(v) for k, v in [
        ('record', 'Record'), ('id', 'Full id'),
        ('extent', 'How much of the record')]}
    at['words'] = head.index('Quote (whole)' if 'Quote (whole)' in head
                             else 'Quote')
    digest = [i for i, h in enumerate(head) if h and h.startswith('SHA-256')][0]
    parts = ''
    for n, line in enumerate(lines, 2):
        where, words = f'Quotes row {n}:', line[at['words']]
        if not line[at['record']]:
            book.other.append(words or '')
            continue
        ident, record = line[at['id']], line[at['record']]
        mark, _, part = record.partition(' ')
        check_words(rows, where, ident, words)
        if not ('#' + short(ident)).startswith(mark) or len(mark) < 9:
            finding(where, 'is', ident, 'and not', record)
        goes_on = re.fullmatch(r'\((\d+) of (\d+)\)', part)
        parts = words if not goes_on or goes_on[1] == '1' else parts + words
        if goes_on and goes_on[1] != goes_on[2]:
            continue
        if hashlib.sha256(parts.encode()).hexdigest() != line[digest]:
            finding(where, 'the digest is not that of the words')
        book.quotes.setdefault(mark, set()).add(parts)
        book.full[mark] = ident
        book.nquotes += 1
        part = QUOTED.search(line[at['extent']])
        if part:
            a, b = (int(n.replace(',', '')) for n in part.groups())
            book.cuts.setdefault(mark, set()).add(parts[a - 1:b])


# Where a record began before, or goes on behind, what is printed.
GOES_ON = re.compile(r'^\[…\] | \[…\]$')


# A row with an id in Record holds the words of that id; what else stands there
# is gone through for words without one.
def read_summary(book, sheet, rows):
    record = words = None
    for n, line in enumerate(sheet.iter_rows(values_only=True), 1):
        if 'Record' in line:
            record = line.index('Record')
            words = line.index('One customer behind the number')
            continue
        mark = record is not None and line[record]
        for i, cell in enumerate(line):
            if isinstance(cell, str) and not (mark and i == words):
                book.other.append(cell)
        if not mark:
            continue
        mark = mark.partition(' ')[0]
        if mark not in book.quotes:
            finding(f'Summary row {n}:', mark, 'is not on sheet Quotes')
        elif any(GOES_ON.sub('', line[words]) in q for q in book.quotes[mark]):
            book.nsummary += 1
        elif is_in(line[words], rows[book.full[mark]].text):
            finding(f'Summary row {n}: other words than on sheet Quotes')
        else:  # "the words stand above": no words of the row
            book.other.append(line[words])


# A letter's id stands beside its words; its title in the row above them.
def read_letters(book, sheet, rows):
    by_mark = {}
    for ident in rows:
        by_mark.setdefault('#' + short(ident)[:8], []).append(ident)
    title = parts = ''
    for n, line in enumerate(sheet.iter_rows(values_only=True), 1):
        about, words = line[1], line[2]
        mark = IDENT.search(about or '')
        if not mark:
            title = words or ''
            if n < 3 and line[0]:
                book.other.append(line[0])
            continue
        ids = [i for i in by_mark.get(mark[0][:9], [])
               if ('#' + short(i)).startswith(mark[0])]
        if len(ids) != 1:
            finding(f'Letters row {n}:', mark[0], 'names', len(ids), 'rows')
            continue
        goes_on = re.search(r'\((\d+) of (\d+)\)', about)
        first = not goes_on or goes_on[1] == '1'
        if first and not is_in(title, rows[ids[0]].title):
            finding(f'Letters row {n}:', ids[0], 'is not titled', repr(title))
        title, parts = '', words if first else parts + words
        if goes_on and goes_on[1] != goes_on[2]:
            continue
        if not re.fullmatch('.+?'.join(map(re.escape, MASK.split(parts))),
                            rows[ids[0]].text, re.S):
            finding(f'Letters row {n}:', ids[0], 'does not say', repr(parts))
        book.quotes.setdefault(mark[0], set()).add(parts)
        book.full[mark[0]] = ids[0]
        book.nletters += 1


# What is to be answered: words under a full id, whole, beside what people fill
# in.
def read_follow(book, sheet, rows):
    head = None
    for n, line in enumerate(sheet.iter_rows(values_only=True), 1):
        if not head or not line[0]:
            book.other += [c for c in line if isinstance(c, str)]
            head = head or (line[0] == 'Record' and list(line))
            continue
        words = head.index('What they said')
        check_words(rows, f'{sheet.title} row {n}:',
                    line[head.index('Full id')], line[words])
        book.other += [c for i, c in enumerate(line)
                       if isinstance(c, str) and i != words]


def read_book(path, rows):
    book = Book()
    sheets = openpyxl.load_workbook(path)
    for name, read in [('Quotes', read_quotes), ('Summary', read_summary),
                       ('Letters', read_letters),
                       ('Follow-up', read_follow),
                       ('Call list', read_follow)]:
        if name in sheets.sheetnames:
            read(book, sheets[name], rows)
    for name in sheets.sheetnames:
        if name not in ('Quotes', 'Summary', 'Letters', 'Follow-up',
                        'Call list'):
            book.other += [c for line in sheets[name].iter_rows(values_only=True)
                           for c in line if isinstance(c, str)]
    strangers(rows, path, book.other)
    return book


# ---- the pages ----

# An emoji, a variation selector or a keycap: a picture on the page.
def is_picture(c):
    return ord(c) >= 0x1F000 and ord(c) < 0x20000 or \
        unicodedata.category(c) == 'So' or c in '\uFE0F\u20E3'


# Blanks become one blank; where there was a picture, MAYBE there is one.
MAYBE = '\0'


def plain(text):
    text = re.sub('[0-9#*]\uFE0F?\u20E3', MAYBE, text)
    text = unicodedata.normalize('NFKC', ''.join(
        MAYBE if is_picture(c) else '\t' if c.isspace() else
        '' if unicodedata.category(c) == 'Cf' else c for c in text))
    text = re.sub(r'[\s\0]*\0[\s\0]*', MAYBE, text)
    return re.sub(r'\s+', ' ', text).strip(' ' + MAYBE)


# The words of a PDF in the order in which they were drawn, with a blank
# between two of a line, LF between lines, FF between pages. What is drawn close
# to another, as kerning does, may or may not be a word of its own: LF.
def read_pages(path):
    page = subprocess.run(['pdftotext', '-raw', '-bbox', path, '-'], check=True,
                          stdout=subprocess.PIPE, encoding='utf-8').stdout
    word = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" '
                      r'xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
    out, last = [], None
    for line in page.split('\n'):
        if '<page' in line:
            out.append('\f')
            last = None
        for x0, y0, x1, y1, text in word.findall(line):
            text = plain(html.unescape(text))
            if not text:
                continue
            top, foot = float(y0), float(y1)
            middle = (top + foot) / 2
            same = last and last[0] < middle < last[1] and float(x0) > last[2] + 0.02
            if last:
                out.append(' ' if same else '\n')
            out.append(text)
            last = top, foot, float(x1)
    return ''.join(out)


def is_wide(c):
    return unicodedata.east_asian_width(c) in 'WF' or '\u0e00' <= c <= '\u0e7f'


# How far the page at i says words from k on: (end on the page, end in words).
def follow(page, i, words, k):
    while k < len(words) and i < len(page):
        p, w = page[i], words[k]
        if p in ' \n' or w in ' ' + MAYBE:
            if p in ' \n' and w in ' ' + MAYBE:
                i, k = i + 1, k + 1
            elif p == '\n' or p == ' ' and is_wide(page[i - 1]):
                i += 1
            elif w == MAYBE:
                k += 1
            else:
                break
        elif p == w:
            i, k = i + 1, k + 1
        else:
            break
    return i, k


def skip(page, i):
    while i < len(page) and page[i] in ' \n':
        i += 1
    return i


# The end of the passage that opens at i, if it says words; [KIND] is literal
# on both sides. A cut one ends behind a whole word; behind a whole one the mark
# of a cut says that the record goes on.
def passage(page, i, words):
    cut = plain(CUT)
    end, k = follow(page, skip(page, i), words, 0)
    if k == len(words):
        end = skip(page, end)
        if page.startswith(cut, end):
            end = skip(page, end + len(cut))
        return end + 1 if page.startswith(CLOSE, end) else 0
    for at in range(end, max(i, end - 4), -1):
        then = skip(page, at)
        if page.startswith(cut, then) and k:
            then = skip(page, then + len(cut))
            return then + 1 if page.startswith(CLOSE, then) else 0
    return 0


def is_rtl(text):
    return any(unicodedata.bidirectional(c) in ('R', 'AL') for c in text)


# Words from right to left are drawn in pieces, and read back in another order,
# the marks of quotation among them. The same letters are there, each as often,
# and every number and foreign word between them.
def rtl(text):
    return [c for c in text if unicodedata.bidirectional(c) in ('R', 'AL')]


def is_turned(part, words):
    others = re.findall(r'[^\W_]+', ''.join(
        ' ' if c in rtl(c) or unicodedata.category(c) == 'Mn' else c
        for c in words))
    return bool(rtl(words)) and sorted(rtl(part)) == sorted(rtl(words)) and \
        all(other in part for other in others)


def find_quote(page, start, ident_at, texts):
    for i in range(start, ident_at):
        if page[i] not in OPEN:
            continue
        for words in texts:
            end = passage(page, i + 1, words)
            if end and end <= ident_at:
                return i, end
    if any(is_turned(page[start:ident_at], words) for words in texts):
        return start, ident_at
    return None


# A letter flows over pages: the foot of the page stands in front of FF, the head
# of the next one behind it.
def find_letter(page, i, words):
    i, k = follow(page, skip(page, i), words, 0)
    while k < len(words):
        i = page.find('\f', i, i + 200)
        if i < 0:
            return None
        for j in range(i, min(i + 600, len(page))):
            end, at = follow(page, j, words, k + (words[k] == ' '))
            if at == len(words) or at - k > 20:
                break
        else:
            return None
        i, k = end, at
    return i


class Count:
    quotes = cut = letters = 0


def read_pdf(path, book, rows):
    page = read_pages(path)
    marks = [(m.start(), m.end(), m[0]) for m in IDENT.finditer(page)]
    rest, last, n = [], 0, Count()
    for at, (start, end, mark) in enumerate(marks):
        until = marks[at + 1][0] if at + 1 < len(marks) else len(page)
        if mark not in book.quotes:
            finding(path, mark, 'is not in the workbook')
            continue
        texts = sorted((plain(t) for t in book.quotes[mark] |
                        book.cuts.get(mark, set())), key=len)
        found = find_quote(page, last, start, texts)
        if found:
            rest.append(page[last:found[0]])
            n.quotes += 1
            n.cut += plain(CUT) in page[found[1] - 6:found[1]]
            if start - found[1] > 160:
                finding(path, mark, 'stands far from its words')
            last = end
            continue
        row = rows[book.full[mark]]
        words = plain(row.title + '\n' + texts[-1])
        stop = find_letter(page, end, words)
        if not stop and is_turned(page[end:until], words):
            stop = until
        if not stop:
            finding(path, mark, 'the words beside it are not its own:',
                    repr(page[max(last, start - 400):start + 400]))
            last = end
            continue
        rest.append(page[last:start])
        n.letters += 1
        last = stop
    rest.append(page[last:])
    strangers(rows, path, rest)
    for piece in rest:
        for words in re.findall('[“„«「]([^”»」]*)[”»」]', piece):
            if len(letters(words)) >= RUN:
                finding(path, 'quoted without an id:', words)
    return n


def main(profile, export, workbook, *pdfs):
    rows = read_rows(profile, export)
    book = read_book(workbook, rows)
    print(f'{workbook.rsplit("/", 1)[-1]}: {book.nquotes} quotes, '
          f'{book.nsummary} in the summary, {book.nletters} letters')
    for path in pdfs:
        n = read_pdf(path, book, rows)
        print(f'{path.rsplit("/", 1)[-1]}: {n.quotes} quotes, {n.cut} of them '
              f'cut, {n.letters} letters')
    print('\n'.join(findings[:20]))
    if len(findings) > 20:
        print(len(findings) - 20, 'more')
    return bool(findings) or not book.quotes


sys.exit(main(*sys.argv[1:]))
