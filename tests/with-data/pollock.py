#!/usr/bin/env python3
"""pollock.py - the Pollock score of fb-ingest.

usage: pollock.py [--told] FOLDER ...
Each folder has csv/, clean/ and parameters/. The simple score of a file adds
ten measures between 0 and 1: that it loads; precision, recall and F1 of the
header's cells, of the rows and of all cells, as multisets, against the clean
table. As in the benchmark the parameters are passed on: delimiter and quote when
they are single characters, lines above the header; several header lines are
joined here, and where the file has no header the columns are numbered. With
--told nothing but the lines above the header is passed on. Cells are compared
without blanks around them, rows without empty cells at their end. Source: G. Vitagliano et al., "Pollock: A
Data Loading Benchmark", PVLDB 16 (2023)."""
import collections
import csv
import io
import itertools
import json
import os
import subprocess
import sys


TOLD = '--told' in sys.argv


def text(value):
    if isinstance(value, (int, float)):
        value = json.dumps(value)
    return value.strip() if value else ''


def cells_of(rec, width):
    row = [''] * width
    for key, value in rec.items():
        if key.startswith('column_'):
            row[int(key[7:]) - 1] = text(value)
    return tuple(row + [text(v) for v in rec.get('x_extra', [])])


def load(path, par):
    args = ['--skip-lines', str(par['preamble_lines'])]
    if not TOLD and len(par['delimiter']) == 1:
        args += ['-d', par['delimiter']]
    if not TOLD and len(par['quotechar']) == 1:
        args += ['--quote', par['quotechar']]
    done = subprocess.run(['fb-ingest', '-q', '-p', 'none', '--no-header',
                           *args, path], check=False, stdout=subprocess.PIPE)
    recs = [json.loads(line) for line in done.stdout.split(b'\n') if line]
    recs = [r for r in recs if r.get('fb') != 'trail']
    width = max([int(k[7:]) for r in recs for k in r
                 if k.startswith('column_')] or [0])
    return done.returncode < 2, [cells_of(r, width) for r in recs]


def trimmed(row):
    row = [text(c) for c in row]
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def measures(want, got):
    """Precision, recall and F1 of two multisets."""
    if not want and not got:
        return [1.0, 1.0, 1.0]
    a, b = collections.Counter(want), collections.Counter(got)
    both = sum((a & b).values())
    p = both / sum(b.values()) if b else 0.0
    r = both / sum(a.values()) if a else 0.0
    return [p, r, 2 * p * r / (p + r) if both else 0.0]


def read_clean(path):
    raw = open(path, 'rb').read().decode('utf-8-sig', 'replace')
    csv.field_size_limit(10**8)
    return [r for r in csv.reader(io.StringIO(raw, newline='')) if r]


def score(folder, name):
    par = json.load(open('%s/parameters/%s_parameters.json' % (folder, name)))
    ok, rows = load('%s/csv/%s' % (folder, name), par)
    clean = read_clean('%s/clean/%s' % (folder, name))
    lines, names = int(par['header_lines']), par.get('column_names') or []
    if lines > 1:
        head = itertools.zip_longest(*rows[:lines], fillvalue='')
        rows[:lines] = [[' '.join(c for c in cells if c) for cells in head]]
    if not lines and clean and [text(c) for c in clean[0]] == names:
        rows.insert(0, ['col_%d' % i for i in range(len(rows[0]))])
    want, got = [trimmed(r) for r in clean], [trimmed(r) for r in rows]
    head = [c for r in want[:1] for c in r], [c for r in got[:1] for c in r]
    cells = [c for r in want[1:] for c in r], [c for r in got[1:] for c in r]
    return sum([float(ok)] + measures(*head) + measures(want[1:], got[1:]) +
               measures(*cells))


def main():
    for folder in [a for a in sys.argv[1:] if a != '--told']:
        names = sorted(os.listdir(folder + '/csv'))
        all_ = [(score(folder, n), n) for n in names]
        for s, n in sorted(all_):
            if s < 9.9995:
                print('%s: %.3f' % (n, s))
        print('Pollock score of %s: %.3f' % (
            os.path.basename(folder), sum(s for s, _ in all_) / len(all_)))


main()
