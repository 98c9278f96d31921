#!/usr/bin/env python3
"""ingest_faults.py - what fb-ingest does with broken tables and encodings.

usage: ingest_faults.py CORPORA
Every table of faults/ against expect.tsv: "ok:N" is N records, status 0 and
silence; "warn:N" N records and a message; "error" a status that is not 0; of
alternatives one holds. charset/ is read without and with its name and must be
its UTF-8 twin. utf8/ goes through a cell and must come out as its U+FFFD form."""
import json
import os
import re
import subprocess
import sys
import tempfile

TABLES = ('.csv', '.tsv', '.bin', '.csv.gz')
NAMES = {'cyrillic.cp1251.txt': 'windows-1251',
         'cyrillic.iso-8859-5.txt': 'iso-8859-5',
         'cyrillic.koi8-r.txt': 'koi8-r',
         'french-fable.cp1252.txt': 'windows-1252',
         'cyrillic.utf-8.txt': 'utf-8'}


def ingest(*args):
    done = subprocess.run(['fb-ingest', *args], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    recs = [json.loads(x) for x in done.stdout.split(b'\n') if x]
    recs = [r for r in recs if r.get('fb') != 'trail']
    return recs, done.returncode, done.stderr.decode(errors='replace')


def holds(expect, n, status, told):
    for kind, count in re.findall(r'(ok|warn|error)(?::(\d+))?', expect):
        if kind == 'error' and status:
            return True
        if kind != 'error' and not status and \
                (not count or n == int(count)) and bool(told) == (kind == 'warn'):
            return True
    return False


def faults(folder):
    right = count = 0
    for line in open(folder + '/expect.tsv').read().splitlines()[1:]:
        name, expect = line.split('\t')[:2]
        if not name.endswith(TABLES):
            continue
        recs, status, told = ingest('--scale', '0-10', folder + '/' + name)
        count += 1
        if holds(expect, len(recs), status, told):
            right += 1
        else:
            print('faults/%s: want %s, got %d records, status %d, %r' % (
                name, expect, len(recs), status, told[:100]))
    print('faults: %d of %d' % (right, count))
    return right == count


def lines_of(recs):
    return [''.join(str(v) for k, v in r.items() if k == 'column_1')
            for r in recs]


def charset(folder):
    right = count = 0
    for name in sorted(os.listdir(folder)):
        path = folder + '/' + name
        want = open(path, 'rb').read().decode(NAMES[name])
        want = [x for x in re.split('\r\n|\r|\n', want) if x]
        for flags in [[], ['--encoding', NAMES[name]]]:
            recs, _, _ = ingest('-p', 'none', '--no-header', '--no-quotes',
                                '-d', '|', *flags, path)
            count += 1
            if [x.strip() for x in lines_of(recs)] == \
                    [x.strip() for x in want if x.strip()]:
                right += 1
            else:
                print('charset/%s %s differs' % (name, flags))
    print('charset: %d of %d' % (right, count))
    return right == count


def utf8_cases(folder):
    for line in open(folder + '/cases.tsv').read().splitlines()[1:]:
        cell = line.split('\t')
        yield bytes.fromhex(cell[2]), bytes.fromhex(cell[4])
    for line in open(folder + '/kuhn_vectors.tsv').read().splitlines()[1:]:
        cell = line.split('\t')
        yield bytes.fromhex(cell[2]), bytes.fromhex(cell[3])


def utf8(folder):
    """Each case in a quoted cell between letters; well-formed words in front
    make the file UTF-8."""
    right = count = 0
    head = 'n,text\n' + '0,größe für überall schön\n' * 200
    with tempfile.NamedTemporaryFile(suffix='.csv') as f:
        cases = list(utf8_cases(folder))
        f.write(head.encode())
        for raw, _ in cases:
            f.write(b'1,"a' + raw.replace(b'"', b'""') + b'b"\n')
        f.flush()
        recs = ingest('-q', f.name)[0][200:]
    for (raw, want), rec in zip(cases, recs):
        count += 1
        if rec['text'].encode() == b'a' + want + b'b':
            right += 1
        else:
            print('utf8: %s gives %s, want %s' % (
                raw.hex(), rec['text'].encode().hex(), want.hex()))
    print('utf8: %d of %d' % (right, len(cases)))
    return right == len(cases)


def main():
    root = sys.argv[1]
    good = [faults(root + '/faults'), charset(root + '/charset'),
            utf8(root + '/utf8')]
    sys.exit(not all(good))


main()
