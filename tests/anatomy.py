#!/usr/bin/env python3
"""anatomy.py - whether every page has a title, a line below it and a source.

usage: anatomy.py FILE.pdf...

Tells each page that lacks one, and how many there are. Pages of letters have a
numeral and the words of a customer instead of a title, and the method may go on
without one.
"""
import re
import subprocess
import sys

WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>')
PAGE = re.compile(r'<page width="(.*?)" height="(.*?)">')


def pages(path):
    """The height of each page, and its words as (left, top, height, text)."""
    out = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    for part in re.split(r"(?=<page )", out)[1:]:
        words = [(float(m[1]), float(m[2]), float(m[4]) - float(m[2]), m[5]) for m in WORD.finditer(part)]
        yield float(PAGE.search(part)[2]), words


def lacks(height, words):
    titles = [w for w in words if w[1] > 52 and w[2] > 23]
    below = [w for w in words if titles and w[1] > titles[-1][1] and w[2] < 23]
    own = {w[3] for w in words if w[1] < 45} & {"letters", "letter", "Method"}
    if not titles and not own:
        yield "title"
    elif not below and not own:
        yield "line below the title"
    if len([w for w in words if w[1] > height - 54]) < 4:
        yield "source"


count, bad = 0, False
for path in sys.argv[1:]:
    for number, (height, words) in enumerate(pages(path), 1):
        count += 1
        for what in lacks(height, words):
            bad = True
            print(f"{path}:{number}: no {what}")
print(f"{count} pages")
sys.exit(bad)
