#!/usr/bin/env python3
"""layout.py - what stands where it should not on the pages of PDFs.

usage: layout.py FILE...

Tells words outside the margins, words on top of others, and text smaller than
6.8 points; nothing when all is well.
"""
import re
import subprocess
import sys

WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>')
PAGE = re.compile(r'<page width="(.*?)" height="(.*?)">')
SIZE = re.compile(r'<fontspec .*? size="(\d+)"')


def run(*args):
    return subprocess.run(args, capture_output=True, text=True, check=True).stdout


def overlap(a, b):
    return a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] and b[1] < a[3]


def check(name):
    number, words, width, height = 0, [], 0, 0
    for line in run("pdftotext", "-bbox", name, "-").splitlines():
        page, word = PAGE.search(line), WORD.search(line)
        if page:
            number, words = number + 1, []
            width, height = map(float, page.groups())
        if not word:
            continue
        box, text = [float(v) for v in word.groups()[:4]], word.group(5)
        if box[0] < 38 or box[2] > width - 36 or box[1] < 24 or box[3] > height - 16:
            print(f"{name}:{number}: '{text}' is outside the margins")
        inset = (box[3] - box[1]) * 0.3
        box[1] += inset
        box[3] -= inset
        for other, there in words:
            if overlap(box, other):
                print(f"{name}:{number}: '{text}' is on '{there}'")
        words.append((box, text))
    # Whole thirds of a point: 20 is 6.8.
    for size in {int(s) for s in SIZE.findall(run("pdftohtml", "-xml", "-zoom", "3", "-i", "-stdout", name))}:
        if size < 20:
            print(f"{name}: text of {size / 3:.1f} points")


for path in sys.argv[1:]:
    check(path)
