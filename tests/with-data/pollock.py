#!/usr/bin/env python3
"""pollock.py - the Pollock score of fb-ingest.

usage: pollock.py [--told] FOLDER ...
Each folder has csv/, clean/ and parameters/. The simple score of a file adds
the benchmark's ten measures between 0 and 1: that it loads; precision, recall
and F1 of the header's cells, of the rows (their cells in small letters, numbers
as such, one behind the other) and of all cells as written, as multisets, against
the clean table. As in the benchmark the file's parameters are passed on:
delimiter, quote, lines above the header; and the columns' names, unless the
header is a single line. With --told nothing but the lines above the header is
passed on. Files below 10 are printed with the reason. Source: G. Vitagliano et
al., "Pollock: A Data Loading Benchmark", PVLDB 16 (2023), and its metrics.py."""
import collections
import csv
import io
import json
import os
import re
import subprocess
import sys

TOLD = '--told' in sys.argv

# Why a file that a pattern names cannot have all points.
KNOWN = [
    ('file_field_delimiter_0x20', 'blanks part cells and words alike'),
    ('file_multitable_', 'the clean table leaves the second one out'),
    ('row_field_delimiter_', 'one row with another delimiter stays one cell'),
    ('row_less_sep_', 'without its delimiter two cells are one'),
    ('row_(more_sep_row|extra_quote)0_', 'the header itself is damaged'),
    ('row_extra_quote', 'a quote that never closes, in the last row'),
    ('file_(escape|quotation)_char_', 'quotes in cells are not escaped'),
    ('vissim_data_conf2473_i7', 'the parameters name the wrong delimiter'),
    ('LOS_1050', 'rows have more cells than the header, empty ones'),
    ('Batch_', 'rows have fewer cells than the header'),
    ('Takakai', 'an empty last cell that the clean table leaves out'),
    ('Results.*Infos', 'a cell of a line end alone is left out'),
    ('O18_air', 'blanks behind delimiters belong to the cells'),
    ('0Al-Sn', 'the clean table made up a name that begins with a blank'),
    ('nati-clin|Wine_', 'control characters are kept as they stand'),
    ('mos-oct|business_exp', 'the clean table leaves empty rows out'),
    ('epcs', 'the last line above the header is a row of two lines'),
    ('permanent_secretary', 'a row between the lines of the header'),
]


def text(value):
    if isinstance(value, (int, float)):
        value = json.dumps(value)
    return value or ''


def plain(cell):
    try:
        return str(float(cell))
    except ValueError:
        return cell.lower()


def row_of(rec, width):
    row = [''] * width
    for key, value in rec.items():
        if key.startswith('column_'):
            row[int(key[7:]) - 1] = text(value)
    return row + [text(v) for v in rec.get('x_extra', [])]


def load(path, par):
    args = ['--skip-lines', str(par['preamble_lines'])]
    if not TOLD and par['delimiter']:
        args += ['-d', par['delimiter']]
    if not TOLD and len(par['quotechar']) == 1:
        args += ['--quote', par['quotechar']]
    done = subprocess.run(['fb-ingest', '--explain', '-p', 'none',
                           '--no-header', *args, path], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    recs = [json.loads(line) for line in done.stdout.split(b'\n') if line]
    recs = [r for r in recs if r.get('fb') != 'trail']
    width = re.search(rb'header: (\d+) columns', done.stderr)
    width = int(width.group(1)) if width else 0
    return done.returncode < 2, [row_of(r, width) for r in recs]


def measures(want, got):
    """Precision, recall and F1 of two multisets."""
    if not want:
        return [1.0, 1.0, 1.0]
    a, b = collections.Counter(want), collections.Counter(got)
    both = sum((a & b).values())
    if not both:
        return [0.0, 0.0, 0.0]
    p, r = both / sum(b.values()), both / sum(a.values())
    return [p, r, 2 * p * r / (p + r)]


def read_clean(path):
    raw = open(path, 'rb').read().decode('utf-8-sig', 'replace')
    csv.field_size_limit(10**8)
    return list(csv.reader(io.StringIO(raw, newline='')))


def score(folder, name):
    par = json.load(open('%s/parameters/%s_parameters.json' % (folder, name)))
    ok, rows = load('%s/csv/%s' % (folder, name), par)
    clean = read_clean('%s/clean/%s' % (folder, name))
    lines, names = int(par['header_lines']), par.get('column_names') or []
    if not ok or not clean:
        return 10.0 * ok
    if lines > 1 or (not lines and [c.strip() for c in clean[0]] == names):
        rows = [names] + rows[lines:]
    width = len(rows[0]) if rows else 0
    rows = [r + [''] * (width - len(r)) for r in rows]
    head = [[plain(c) for r in t[:1] for c in r] for t in (clean, rows)]
    body = [[''.join(map(plain, r)) for r in t[1:]] for t in (clean, rows)]
    cells = [[c for r in t for c in r] for t in (clean, rows)]
    return 1 + sum(measures(*head) + measures(*body) + measures(*cells))


def why(name):
    return next((w for p, w in KNOWN if re.match(p, name)), 'NOT KNOWN')


def main():
    unknown = 0
    for folder in [a for a in sys.argv[1:] if a != '--told']:
        names = sorted(os.listdir(folder + '/csv'))
        all_ = [(score(folder, n), n) for n in names]
        for s, n in sorted(all_):
            if s < 9.9995:
                print('%s: %.3f: %s' % (n, s, why(n)))
                unknown += why(n) == 'NOT KNOWN'
        print('Pollock score of %s: %.3f' % (
            os.path.basename(folder), sum(s for s, _ in all_) / len(all_)))
    sys.exit(unknown > 0 and not TOLD)


main()
