#!/usr/bin/env python3
# tags.py - is the structure of a PDF one that can be read aloud?
#
# usage: tags.py FILE.pdf...
# Says what is wrong, a line each: words that no element holds, a figure without
# a text, rows and cells that stand outside of tables, what is no row in one,
# tables whose rows differ in their cells, heads that do not say of what, levels of
# headings that are left out, a page that does not begin with its title, words
# that are read before others above them, more than one document. Then the
# numbers of tables, rows and figures.
import base64
import json
import re
import subprocess
import sys

count = {'Table': 0, 'TR': 0, 'Figure': 0}
TOKEN = re.compile(rb'\((?:\\.|[^\\()])*\)|<<.*?>>|<[0-9a-fA-F]*>|[^\s\[\]()<>]+', re.S)
HEAD, FOOT = 47, 54  # what repeats stands above and below
MARKS = (6.8, 8.2)   # sizes of the number in a mark, which stands aside
APART = 20           # points from one column to the next, at least


class Pdf:
    def __init__(self, path):
        out = subprocess.run(['qpdf', '--json', '--json-stream-data=inline',
                              '--decode-level=generalized', path],
                             capture_output=True, check=True).stdout
        self.objects = json.loads(out)['qpdf'][1]
        self.root = self.get(self.objects['trailer']['value']['/Root'])
        self.mirrored = text(self.root.get('/Lang', '')) in ('ar', 'he')
        self.pages = list(self.leaves(self.root['/Pages']))

    def get(self, ref):
        o = self.objects.get(f'obj:{ref}') if isinstance(ref, str) else None
        if o is None:
            return ref
        return o['value'] if 'value' in o else o['stream']['dict']

    def leaves(self, ref):
        if '/Kids' not in self.get(ref):
            yield ref
        for kid in self.get(ref).get('/Kids', []):
            yield from self.leaves(kid)

    def content(self, page):
        c = self.get(page)['/Contents']
        return b'\n'.join(base64.b64decode(self.objects[f'obj:{r}']['stream']['data'])
                          for r in (c if isinstance(c, list) else [c]))

    def height(self, page):
        return float(self.get(page)['/MediaBox'][3])


def text(s):
    if s.startswith('b:'):
        return bytes.fromhex(s[2:]).decode('utf-16', 'replace')
    return s[2:] if s.startswith('u:') else s


def shown(data):
    """Each piece of words: the element it is in or None, place, size, bytes."""
    open_, args, at, size = [], [], [0, 0], 0
    for t in TOKEN.findall(data):
        if t[:1] in b'(<+-.0123456789/':
            args.append(t)
            continue
        if t == b'BDC':
            m = re.search(rb'/MCID (\d+)', args[-1])
            open_.append(int(m[1]) if m else open_[-1] if open_ else None)
        elif t == b'EMC':
            open_.pop()
        elif t == b'Tm':
            size, *at = [float(args[i]) for i in (-6, -2, -1)]
        elif t == b'Td':
            at = [at[0] + float(args[-2]) * size, at[1] - float(args[-1]) * size]
        elif t in (b'Tj', b'TJ'):
            yield open_[-1] if open_ else None, at, size, args
        args = []


def kids(pdf, node):
    k = node.get('/K', [])
    for ref in k if isinstance(k, list) else [k]:
        o = pdf.get(ref)
        if isinstance(o, dict) and '/S' in o:
            yield o


def pieces(pdf, node, above, page=None):
    """The marked contents in the order in which they are read."""
    page = node.get('/Pg', page)
    above = above + [node.get('/S', '/Root')]
    k = node.get('/K', [])
    for kid in k if isinstance(k, list) else [k]:
        o = pdf.get(kid)
        if isinstance(o, int):
            yield above, page, o
        elif '/MCID' in o:
            yield above, o.get('/Pg', page), o['/MCID']
        elif '/S' in o:
            yield from pieces(pdf, o, above, page)


def attribute(node, name):
    a = node.get('/A', {})
    return a.get(name) if isinstance(a, dict) else None


def width(cell):
    return attribute(cell, '/ColSpan') or 1


def check_table(pdf, node, say):
    for k in kids(pdf, node):
        if k['/S'] != '/TR':
            say(f"a {k['/S']} among the rows of a table")
    rows = [list(kids(pdf, k)) for k in kids(pdf, node) if k['/S'] == '/TR']
    sizes = {sum(map(width, r)) for r in rows}
    if len(sizes) > 1:
        say(f'a table with rows of {sorted(sizes)} cells')
    for row in rows:
        kinds = [c['/S'] for c in row]
        if not row or set(kinds) - {'/TH', '/TD'}:
            say(f'a row of {kinds}')
        scopes = {attribute(c, '/Scope') for c in row if c['/S'] == '/TH'}
        if scopes - {'/Row', '/Column'}:
            say('a head that does not say of what')
    if not rows:
        say('a table without rows')
    elif {attribute(c, '/Scope') for c in rows[0]} != {'/Column'} and not all(
            attribute(r[0], '/Scope') == '/Row' for r in rows):
        say('a table without heads')


def check_tree(pdf, node, above, say):
    kind = node.get('/S', '/Root')
    if kind[1:] in count:
        count[kind[1:]] += 1
    if kind == '/Figure' and not text(node.get('/Alt', '')):
        say('a figure without a text')
    if kind == '/TR' and above != '/Table':
        say(f'a row in {above}')
    if kind in ('/TH', '/TD') and above != '/TR':
        say(f'a cell in {above}')
    if kind == '/Table':
        check_table(pdf, node, say)
    for k in kids(pdf, node):
        check_tree(pdf, k, kind, say)


def check_headings(pdf, node, say, last=0):
    level = re.fullmatch('/H([1-6])', node.get('/S', ''))
    if level:
        if int(level[1]) > last + 1:
            say(f'H{level[1]} follows H{last}' if last else f'the first heading is H{level[1]}')
        last = int(level[1])
    for k in kids(pdf, node):
        last = check_headings(pdf, k, say, last)
    return last


def check_page(pdf, page, read, say):
    """read: the elements above and the number of each piece, in their order."""
    places = {}
    for mcid, at, size, args in shown(pdf.content(page)):
        if mcid is not None:
            places.setdefault(mcid, at)
        elif HEAD < at[1] < pdf.height(page) - FOOT and size not in MARKS:
            say(f'words in no element at {at}: {args}')
    kinds = [above for above, mcid in read]
    if any('/H1' in k for k in kinds) and '/H1' not in kinds[0]:
        say(f'the first to be read is {kinds[0][-1]}')
    last = None
    for above, mcid in read:
        at = places.get(mcid)
        if not at or '/Figure' in above:
            continue
        right = (last[0] - at[0] if pdf.mirrored else at[0] - last[0]) if last else 0
        if last and at[1] < last[1] - 6 and right < APART:
            say(f'{above[-1]} at {at} is read after what stands at {last}')
        last = at


def main(path):
    pdf = Pdf(path)
    tree = pdf.get(pdf.root['/StructTreeRoot'])
    read = {page: [] for page in pdf.pages}
    if [k['/S'] for k in kids(pdf, tree)] != ['/Document']:
        print(f'{path}: not one document')
    check_tree(pdf, tree, '', lambda s: print(f'{path}: {s}'))
    check_headings(pdf, tree, lambda s: print(f'{path}: {s}'))
    for above, page, mcid in pieces(pdf, tree, []):
        read[page].append((above, mcid))
    for n, page in enumerate(pdf.pages, 1):
        check_page(pdf, page, read[page], lambda s: print(f'{path}:{n}: {s}'))


if __name__ == '__main__':
    for name in sys.argv[1:]:
        main(name)
    print(', '.join(f'{n} {k}' for k, n in count.items()))
