"""records.py - N feedback records out of a CSV export, over and over.

usage: records.py EXPORT.csv[.gz] N > records.ndjson
Every column is kept; each copy of a row has its own id."""
import csv
import gzip
import io
import itertools
import json
import sys

COLUMNS = {"overall_rating": "score", "content": "text"}


def rows(path):
    with open(path, "rb") as raw:
        data = raw.read()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    table = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    for row in table:
        row = {COLUMNS.get(key, key): row[key] for key in row}
        head = {"id": "", "date": row.pop("date", ""), "channel": "review"}
        yield json.dumps({**head, **row}, ensure_ascii=False,
                         separators=(",", ":"))


def main(path, count):
    tails = [line[len('{"id":""'):] for line in rows(path)]
    out = sys.stdout.buffer
    for i, tail in zip(range(count), itertools.cycle(tails)):
        out.write(('{"id":"r%d"%s\n' % (i, tail)).encode("utf-8"))


main(sys.argv[1], int(sys.argv[2]))
