#!/usr/bin/env python3
# hotel_columns.py - who travelled, why and in which room, from a hotel's Tags.
#
# usage: hotel_columns.py columns <reviews.csv >with_columns.csv
#        hotel_columns.py figures truth.tsv by-group.ndjson by-month.ndjson
#        hotel_columns.py words reviews.csv records.ndjson
#
# columns: Tags holds a list in Python's writing: [' Leisure trip ', ' Couple ',
# ' Standard Double Room ', ' Stayed 1 night ']. Its parts come in any place and
# any of them may be missing, so each is known by what it is; what the list does
# not hold is an empty cell.
# figures: every line of the truth about all, purpose, party and room stands in
# the metric lines, with the precision that the truth is written in.
# words: both columns of words reach the text, what stands for "none" does not.
import ast
import csv
import json
import sys
from fractions import Fraction as F

PURPOSE = {'Leisure trip': 'Leisure', 'Business trip': 'Business'}
PARTY = ['Couple', 'Solo traveler', 'Group', 'Family with young children',
         'Family with older children', 'Travelers with friends']
OTHER = ['With a pet', 'Submitted from a mobile device']
NONE = ['No Negative', 'No Positive']


def is_other(tag):
    number = tag.split()[0].isdigit() or tag.startswith('Stayed ')
    return tag in OTHER or tag in PURPOSE or tag in PARTY or number


def one(found):
    assert len(found) < 2, found
    return found[0] if found else ''


def columns():
    rows = csv.DictReader(sys.stdin)
    new = ['purpose', 'party', 'room']
    out = csv.DictWriter(sys.stdout, rows.fieldnames + new)
    out.writeheader()
    for row in rows:
        tags = [tag.strip() for tag in ast.literal_eval(row['Tags'])]
        row['purpose'] = one([PURPOSE[t] for t in tags if t in PURPOSE])
        row['party'] = one([t for t in tags if t in PARTY])
        row['room'] = one([t for t in tags if not is_other(t)])
        out.writerow(row)


def cells(path):
    lines = {}
    for line in map(json.loads, open(path)):
        if line.get('fb') == 'metric':
            by = line['by'] or {'all': 'all'}
            [(field, value)] = by.items()
            key = field, value or 'none', line['period']
            assert (line['metric'], key) not in lines, key
            lines[line['metric'], key] = line
    return lines


# Half a unit of the last decimal place that is written, and what a number that
# is printed with ten digits can be off.
def near(written, exact):
    places = len(written.partition('.')[2])
    return abs(F(written) - F(exact)) <= F(1, 2 * 10**places) + F(1, 10**8)


def check(row, nps, mean):
    n, groups = nps['n'], nps['stat']['groups']
    yes, between, no = (groups[g] for g in ('promoter', 'passive', 'detractor'))
    total, squares = F(mean['stat']['sum']), F(mean['stat']['sumsq'])
    score = F(100 * (yes - no), n)
    wrong = [name for name, ok in [
        ('n', int(row['n']) == n == mean['n']),
        ('ge9', int(row['ge9']) == yes),
        ('between', int(row['between']) == between),
        ('le6', int(row['le6']) == no),
        ('mean', near(row['mean'], total / n / 1000)),
        ('mean printed', near(row['mean'], mean['value'])),
        ('nps', near(row['nps'], score)),
        ('nps printed', near(row['nps'], nps['value'])),
        ('missing', nps['stat']['missing'] == 0)] if not ok]
    if n > 1:
        var = (squares - total * total / n) / (n - 1) / 1000**2
        if not near(row['sd'], float(var)**0.5):
            wrong.append('sd')
    return wrong


def figures(truth, by_group, by_month):
    groups, months = cells(by_group), cells(by_month)
    bad = rows = 0
    for row in csv.DictReader(open(truth), delimiter='\t'):
        if row['dimension'] not in ('all', 'purpose', 'party', 'room'):
            continue
        rows += 1
        whole = row['month'] == '*'
        lines = groups if whole else months
        key = row['dimension'], row['value'], 'all' if whole else row['month']
        wrong = check(row, lines['nps', key], lines['mean', key])
        if wrong:
            bad += 1
            print('; '.join(wrong), row, lines['nps', key], lines['mean', key])
    print(rows, 'rows,', bad, 'wrong')
    return bad or not rows


def wanted(row):
    parts = [row['Negative_Review'], row['Positive_Review']]
    return '\n\n'.join(p for p in parts if p.strip() not in NONE + [''])


def words(reviews, records):
    texts = [r.get('text', '') for r in map(json.loads, open(records))
             if 'fb' not in r]
    rows = list(csv.DictReader(open(reviews)))
    assert len(rows) == len(texts), (len(rows), len(texts))
    bad = 0
    for i, (row, text) in enumerate(zip(rows, texts)):
        if text != wanted(row) or any(s in text for s in NONE):
            bad += 1
            print(i, repr(wanted(row)), repr(text))
    both = sum('\n\n' in t for t in texts)
    print(len(texts), 'texts,', both, 'of two parts,', bad, 'wrong')
    return bad or not both


tasks = {'columns': columns, 'figures': figures, 'words': words}
sys.exit(tasks[sys.argv[1]](*sys.argv[2:]) or 0)
