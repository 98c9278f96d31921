"""Make a long export of a short one: rows.py EXPORT.csv[.gz] N csv|json.

The rows come round again until there are N; a first column `row` numbers them,
so that no two are equal. csv is a table, json an array of objects, one a line.
"""
import csv
import gzip
import itertools
import json
import sys

path, count, form = sys.argv[1], int(sys.argv[2]), sys.argv[3]
opened = gzip.open if path.endswith('.gz') else open
with opened(path, 'rt', encoding='utf-8', newline='') as source:
    rows = list(csv.reader(source))
head, rows = ['row'] + rows[0], rows[1:]
many = itertools.islice(itertools.cycle(rows), count)
if form == 'csv':
    writer = csv.writer(sys.stdout)
    writer.writerow(head)
    writer.writerows([i, *row] for i, row in enumerate(many))
else:
    for i, row in enumerate(many):
        sys.stdout.write((',\n' if i else '[') +
                         json.dumps(dict(zip(head, [i, *row]))))
    sys.stdout.write(']\n')
