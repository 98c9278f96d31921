#!/usr/bin/env python3
"""layout.py - what stands where it should not on the pages of PDFs.

usage: layout.py FILE...

Tells words outside the margins, on top of others or on a line across the page,
and text smaller than 6.8 points; nothing when all is well. A page that is no A4 and no Letter is a
chart alone, whose margins are narrow.
"""
import re
import subprocess
import sys
import tempfile
import unicodedata

WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>')
PAGE = re.compile(r'<page width="(.*?)" height="(.*?)">')
# The matrix that text is set with: its size is the first number or, turned, the second.
SIZE = re.compile(rb"(?m)^([-.\d]+) ([-.\d]+) [-.\d]+ [-.\d]+ [-.\d]+ [-.\d]+ Tm$")
# A line from side to side; y grows downwards.
RULE = re.compile(rb"([\d.]+) ([\d.]+) m ([\d.]+) \2 l\b")
PAPER = {(595, 842), (612, 792)}


def run(*args):
    return subprocess.run(args, capture_output=True, text=True, check=True).stdout


def overlap(a, b):
    return a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] and b[1] < a[3]


def is_mark(text):
    """A mark above or below a letter of another word."""
    return all(unicodedata.category(c) == "Mn" for c in text)


def one_mark(a, b):
    """Both are pieces of […], which is taken apart where words run to the left."""
    return a in "[…]" and b in "[…]"


def rules_of(plain):
    """The heights of such lines, page by page."""
    return [[float(y) for x, y, end in RULE.findall(page) if float(end) - float(x) > 490]
            for page in plain.split(b"%% Contents for page")[1:]]


def check_words(name, rules):
    number, words, width, height = 0, [], 0, 0
    for line in run("pdftotext", "-bbox", name, "-").splitlines():
        page, word = PAGE.search(line), WORD.search(line)
        if page:
            number, words = number + 1, []
            width, height = map(float, page.groups())
        if not word or is_mark(word.group(5)):
            continue
        paper = (round(width), round(height)) in PAPER
        left, top, right, bottom = (38, 24, 36, 16) if paper else (10, 8, 10, 4)
        box, text = [float(v) for v in word.groups()[:4]], word.group(5)
        if box[0] < left or box[2] > width - right or box[1] < top or box[3] > height - bottom:
            print(f"{name}:{number}: '{text}' is outside the margins")
        inset = (box[3] - box[1]) * 0.2
        for y in rules[number - 1]:
            if paper and box[1] + inset < y < box[3] - inset:
                print(f"{name}:{number}: '{text}' is on a line")
        inset = (box[3] - box[1]) * 0.3
        box[1] += inset
        box[3] -= inset
        for other, there in words:
            if overlap(box, other) and not one_mark(text, there):
                print(f"{name}:{number}: '{text}' is on '{there}'")
        words.append((box, text))


def check_sizes(name, plain):
    sizes = [max(abs(float(v)) for v in m) for m in SIZE.findall(plain)]
    if not sizes:
        print(f"{name}: no text at all")
    elif min(sizes) < 6.799:
        print(f"{name}: text of {min(sizes):.2f} points")


for path in sys.argv[1:]:
    with tempfile.NamedTemporaryFile() as plain:
        run("qpdf", "--qdf", "--object-streams=disable", path, plain.name)
        inside = open(plain.name, "rb").read()
    check_words(path, rules_of(inside))
    check_sizes(path, inside)
