#!/usr/bin/env python3
"""ingest_rows.py - compare fb-ingest with Python's csv module, cell by cell.

usage: ingest_rows.py FILE [OPTION ...]
Runs fb-ingest -q -p none with the options and reads the file with Python; prints
what differs, and fails when anything does."""
import csv
import datetime
import gzip
import io
import json
import re
import subprocess
import sys

OWN = {'id', 'date', 'channel', 'customer', 'title', 'text', 'lang', 'consent'}
TAKEN = OWN | {'fb', 'source', 'score', 'scale', 'masks', 'draw', 'themes',
               'stage', 'alert', 'hits'}
PLAIN = re.compile(r'-?(0|[1-9]\d*)(\.\d*[1-9])?$')


def read(path, quoting):
    raw = open(path, 'rb').read()
    if raw[:2] == b'\x1f\x8b':
        raw = gzip.decompress(raw)
    text = raw.decode('utf-16' if raw[:2] == b'\xff\xfe' else 'utf-8-sig')
    csv.field_size_limit(10**9)
    rows = csv.reader(io.StringIO(text, newline=''), quoting=quoting,
                      delimiter='\t' if '.tsv' in path else ',')
    return [row for row in rows if row]


def names(header):
    seen = []
    for i, name in enumerate(header):
        name = base = name.strip() or 'column_%d' % (i + 1)
        k = 2
        while name in seen:
            name = '%s_%d' % (base, k)
            k += 1
        seen.append(name)
    return seen


def same(name, cell, rec):
    cell = cell if cell.strip(' \t\r\n') else None
    if re.match(r'\d\d?-[A-Z][a-z]{2}-\d\d$', cell or ''):
        cell = datetime.datetime.strptime(cell, '%d-%b-%y').date().isoformat()
    if name == 'date' and 'date' in rec:
        return rec['date'].replace('T', ' ').rstrip('Z') == \
            cell.strip().replace('T', ' ').rstrip('Z')
    if name == 'id' and cell is None:
        return re.match(r'[0-9a-f]{16}(#\d+)?$', rec['id'])
    own = name in OWN and name != 'date'
    got = rec.get(name if own or name not in TAKEN or name == 'date'
                  else 'x_' + name)
    if name == 'date' and got is None:
        got = rec.get('x_date')
    if isinstance(got, (int, float)):
        return cell and PLAIN.match(cell) and float(cell) == got
    return got == cell


def main():
    path, options = sys.argv[1], sys.argv[2:]
    quoting = csv.QUOTE_NONE if '--no-quotes' in options else csv.QUOTE_MINIMAL
    rows = read(path, quoting)
    out = subprocess.run(['fb-ingest', '-q', '-p', 'none', *options, path],
                         stdout=subprocess.PIPE, check=False).stdout
    recs = [json.loads(line) for line in out.split(b'\n') if line]
    trail = recs.pop()
    keys = names(rows.pop(0))
    bad = 0
    if not trail['in'] == trail['out'] == len(rows) == len(recs):
        print('rows: %d, in: %d, out: %d' % (len(rows), trail['in'], len(recs)))
        bad += 1
    for number, (row, rec) in enumerate(zip(rows, recs), 1):
        for name, cell in zip(keys, row):
            if not same(name, cell, rec):
                print('row %d: %s: %r' % (number, name, cell))
                bad += 1
    sys.exit(bad > 0)


main()
