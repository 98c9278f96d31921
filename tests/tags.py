#!/usr/bin/env python3
# tags.py - is the structure of a PDF one that can be read aloud?
#
# usage: tags.py FILE.pdf...
# Says what is wrong, a line each: a figure without its numbers, rows and cells
# that stand outside of tables, what is no row in one, tables whose rows differ
# in their cells (a row of one head is the name of a group), more than one
# document. Then the numbers of tables, rows and figures.
import json
import subprocess
import sys

count = {'Table': 0, 'TR': 0, 'Figure': 0}


def objects(path):
    out = subprocess.run(['qpdf', '--json', path], capture_output=True,
                         text=True, check=True).stdout
    found = json.loads(out)
    return found['qpdf'][1] if 'qpdf' in found else found['objects']


def main(path):
    v = objects(path)

    def get(ref):
        o = v.get('obj:' + ref, v.get(ref)) if isinstance(ref, str) else ref
        return o.get('value', o) if isinstance(o, dict) else o

    def text(s):
        if s.startswith('b:'):
            return bytes.fromhex(s[2:]).decode('utf-16', 'replace')
        return s[2:] if s.startswith('u:') else s

    def kids(node):
        k = node.get('/K', [])
        for ref in k if isinstance(k, list) else [k]:
            o = get(ref) if isinstance(ref, str) else ref
            if isinstance(o, dict) and '/S' in o:
                yield o

    def cells(row):
        return [k['/S'] for k in kids(row)]

    def table(node):
        for k in kids(node):
            if k['/S'] != '/TR':
                print(f"{path}: a {k['/S']} among the rows of a table")
        rows = [cells(k) for k in kids(node) if k['/S'] == '/TR']
        sizes = {len(r) for r in rows if r != ['/TH']}
        if len(sizes) > 1:
            print(f'{path}: a table with rows of {sorted(sizes)} cells')
        for row in rows:
            if not row or set(row) - {'/TH', '/TD'}:
                print(f'{path}: a row of {row}')

    def walk(node, above):
        kind = node.get('/S', '/Root')
        if kind[1:] in count:
            count[kind[1:]] += 1
        if kind == '/Figure' and not any(c.isdigit() for c in text(node.get('/Alt', ''))):
            print(f'{path}: a figure without its numbers')
        if kind == '/TR' and above != '/Table':
            print(f'{path}: a row in {above}')
        if kind in ('/TH', '/TD') and above != '/TR':
            print(f'{path}: a cell in {above}')
        if kind == '/Table':
            table(node)
        for k in kids(node):
            walk(k, kind)

    root = next(get(o) for o in v.values()
                if isinstance(get(o), dict) and get(o).get('/Type') == '/StructTreeRoot')
    if [k['/S'] for k in kids(root)] != ['/Document']:
        print(f'{path}: not one document')
    walk(root, '')


for name in sys.argv[1:]:
    main(name)
print(', '.join(f'{n} {k}' for k, n in count.items()))
