#!/usr/bin/env python3
# happy_but.py - do the sentences that happy-but surfaces complain?
#
# usage: happy_but.py REVIEWS.CSV SENTENCES
# SENTENCES is what build/tests/bench/happy surfaced prints of the reviews with
# scores of 9 and above. Guests wrote what was bad and what was good into two
# boxes: prints the share of sentences from the first one, the share with a mark
# of complaint, and these marks in 100 words, of all and of the surfaced; status
# 1 unless each is at least twice that of all.
import csv
import re
import sys

# Contrast, negation (the file has no apostrophes) and words of fault.
MARKS = re.compile(
    r"\b(but|however|although|though|except|only|unfortunately|not|no|never|"
    r"nothing|(did|does|do|was|were|is|are|could|would|has|had|have|ca|wo)n t|"
    r"too|should|could|wish|lack\w*|disappoint\w*|problems?|issues?|poor|bad|"
    r"broken|dirty|nois\w*|complain\w*|annoying|uncomfortable|overpriced)\b",
    re.I)


def main(reviews, sentences):
    bad, good = set(), set()
    for row in csv.DictReader(open(reviews, encoding='utf-8')):
        if float(row['Reviewer_Score']) >= 9:
            bad.add(row['Negative_Review'].strip())
            good.add(row['Positive_Review'].strip())
    lines = [l.rstrip('\n').split('\t', 1)
             for l in open(sentences, encoding='utf-8')]
    every = [s.strip() for _, s in lines]
    surfaced = [s.strip() for flag, s in lines if flag == '1']

    def from_bad(some):
        return sum(any(s in t for t in bad) and not any(s in t for t in good)
                   for s in some) / len(some)

    def marked(some):
        return sum(bool(MARKS.search(s)) for s in some) / len(some)

    def per_100(some):
        return 100 * sum(len(MARKS.findall(s)) for s in some) / \
            sum(len(s.split()) for s in some)

    print(f'{len(every)} sentences beside 9 and above, '
          f'{len(surfaced)} surfaced')
    ok = True
    for name, rate in [('from the box "what was bad"', from_bad),
                       ('with a mark of complaint', marked),
                       ('marks in 100 words', per_100)]:
        a, b = rate(every), rate(surfaced)
        print(f'{name}: {a:.3f} of all, {b:.3f} surfaced, {b / a:.2f} times')
        ok = ok and b >= 2 * a
    return not ok


sys.exit(main(*sys.argv[1:]))
