#!/usr/bin/env python3
# aloud.py - what a PDF has for readers who cannot see in place of what is drawn.
#
# usage: aloud.py FILE.pdf
# A line for each picture, "Figure: words", and each row of a table that is not
# drawn, "Row: cell | cell".
import sys

from tags import Pdf, kids, text


def words(s):
    return text(s).replace('\xa0', ' ')


def walk(pdf, node):
    if node.get('/S') == '/Figure':
        print('Figure:', words(node.get('/Alt', '')))
    cells = [words(c['/ActualText']) for c in kids(pdf, node) if '/ActualText' in c]
    if node.get('/S') == '/TR' and cells:
        print('Row:', ' | '.join(cells))
    for k in kids(pdf, node):
        walk(pdf, k)


document = Pdf(sys.argv[1])
walk(document, document.get(document.root['/StructTreeRoot']))
