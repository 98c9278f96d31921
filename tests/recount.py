#!/usr/bin/env python3
# recount.py - fb-metric's numbers, computed again from the export.
#
# usage: recount.py banks|lounges|hotel EXPORT METRICS UNIT REPORT-PERIOD
#
# Only Python's own library: counts from csv rows, and each formula written anew
# from its definition (the t distribution by the incomplete beta function, exact
# tests in whole numbers). Every metric line is checked: n and the counts
# exactly, estimates to a billionth, then p, q over the whole run and signal.
# Prints what was compared, or each finding and status 1.
import csv
import functools
import gzip
import io
import json
import math
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
PAST = 24  # periods that tell how much a volume wobbles

# ---- the exports ----


def american(text):
    month, day, year = text.split('/')
    return date(int(year), int(month), int(day))


# Name of the metric: its column, the answers that are yes, what is missing.
SUBS = {'comfort': 'comfort_rating', 'cleanliness': 'cleanliness_rating',
        'bar': 'bar_beverages_rating', 'catering': 'catering_rating',
        'washrooms': 'washrooms_rating', 'wifi': 'wifi_connectivity_rating',
        'staff': 'staff_service_rating'}
EXPORTS = {
    'banks': ('review_date', date.fromisoformat, {'bank': 'bank_name'}, 'rating',
              (1, 5), {}),
    'lounges': ('date', date.fromisoformat, {'airline': 'airline_name'},
                'overall_rating', (1, 5), SUBS),
    'hotel': ('Review_Date', american, {'nationality': 'Reviewer_Nationality'},
              'Reviewer_Score', (0, 10), {}),
}


def number(text):
    value = Fraction(text)
    return int(value) if value.denominator == 1 else value


def read_rows(kind, path):
    day, parse, by, score, scale, subs = EXPORTS[kind]
    data = open(path, 'rb').read()
    if path.endswith('.gz'):
        data = gzip.decompress(data)
    for row in csv.DictReader(io.StringIO(data.decode('utf-8'), newline='')):
        when = parse(row[day])
        answer = number(row[score]) if row[score] else None
        if kind == 'lounges' and when > date(2015, 6, 5):
            answer = None  # on the scale 1-10 from here on
        yield {'day': when, 'score': answer,
               'by': {k: row[c] if row[c].strip() else '' for k, c in by.items()},
               **{k: number(row[c]) if row[c] and float(row[c]) else None
                  for k, c in subs.items()}}


# ---- periods: an index, its label, its days ----

MONTHS = {'month': 1, 'quarter': 3, 'year': 12}


def index_of(unit, day):
    return (day.year * 12 + day.month - 1) // MONTHS[unit]


def first_day(unit, index):
    months = index * MONTHS[unit]
    return date(months // 12, months % 12 + 1, 1)


def label(unit, index):
    day = first_day(unit, index)
    return {'month': f'{day.year}-{day.month:02}', 'year': f'{day.year}',
            'quarter': f'{day.year}-Q{(day.month + 2) // 3}'}[unit]


def days(unit, index):
    return (first_day(unit, index + 1) - first_day(unit, index)).days


# ---- distributions ----

# I_x(a, b) by its continued fraction (Abramowitz and Stegun 26.5.8).
def beta_cdf(x, a, b):
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_cdf(1 - x, b, a)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b)
                     - math.lgamma(a) - math.lgamma(b)) / a
    value = 1.0
    for m in range(400, 0, -1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        k = m - 1
        odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
        value = 1 + odd / (1 + even / value)
    return front / value


def t_two(t, df):
    return beta_cdf(df / (df + t * t), df / 2, 0.5)


@functools.lru_cache(None)
def t_quantile(df):
    lo, hi = 0.0, 1000.0
    for _ in range(200):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if t_two(mid, df) > 0.05 else (lo, mid)
    return (lo + hi) / 2


def normal_two(z):
    return math.erfc(abs(z) / math.sqrt(2))


# All outcomes that are at most as likely, in whole numbers.
def exact_two(weights, at):
    return float(Fraction(sum(w for w in weights if w <= weights[at]),
                          sum(weights)))


def fisher(x1, n1, x2, n2):
    x = x1 + x2
    least = max(0, x - n2)
    return exact_two([math.comb(n1, i) * math.comb(n2, x - i)
                      for i in range(least, min(n1, x) + 1)], x1 - least)


# ---- estimates and their intervals ----

def wilson(x, n):
    p, z2 = x / n, Z * Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return middle - half, middle + half


def nps_score(d, p, n):
    def s(theta):
        a, c = 2 * n, -d * theta * (1 - theta)
        b = -d - p + (2 * n - p + d) * theta
        q = (math.sqrt(max(b * b - 4 * a * c, 0)) - b) / (2 * a)
        return (p - d - n * theta), n * (2 * q + theta * (1 - theta))

    def root(lo, hi, z):
        for _ in range(200):
            mid = (lo + hi) / 2
            top, var = s(mid)
            above = top > z * math.sqrt(max(var, 0))
            lo, hi = (mid, hi) if above else (lo, mid)
        return (lo + hi) / 2
    value = (p - d) / n
    return (-1 if d == n else root(-1, value, Z),
            1 if p == n else root(value, 1, -Z))


# What a metric is: its value of the answers, limits, test of two periods, and
# the smallest change that may be a signal.
class Share:
    least, all_matter = 3, True

    def __init__(self, yes):
        self.yes = yes

    def x(self, v):
        return sum(self.yes[0] <= a <= self.yes[1] for a in v)

    def value(self, v):
        return 100 * self.x(v) / len(v)

    def limits(self, v):
        return [100 * limit for limit in wilson(self.x(v), len(v))]

    def change(self, v1, v2):
        x1, n1, x2, n2 = self.x(v1), len(v1), self.x(v2), len(v2)
        a, b, x, n = x1 / n1, x2 / n2, x1 + x2, n1 + n2
        (l1, u1), (l2, u2) = wilson(x1, n1), wilson(x2, n2)
        lo = b - a - math.hypot(b - l2, u1 - a)
        hi = b - a + math.hypot(u2 - b, a - l1)
        if x in (0, n):
            p = 1
        elif min(x, n - x) * min(n1, n2) < 5 * n:
            p = fisher(x1, n1, x2, n2)
        else:
            p = normal_two((b - a) / math.sqrt(x / n * (1 - x / n) *
                                               (1 / n1 + 1 / n2)))
        return 100 * lo, 100 * hi, p


class Mean:
    all_matter = True

    def __init__(self, scale):
        self.least = (scale[1] - scale[0]) * 0.02

    def value(self, v):
        return float(Fraction(sum(v), len(v)))

    def error2(self, v):
        n, total = len(v), sum(v)
        ss = n * sum(a * a for a in v) - total * total
        return float(Fraction(ss, n * n * (n - 1)))

    def limits(self, v):
        if len(v) < 2 or not self.error2(v):
            return None, None
        half = t_quantile(len(v) - 1) * math.sqrt(self.error2(v))
        return self.value(v) - half, self.value(v) + half

    def change(self, v1, v2):
        if len(v1) < 2 or len(v2) < 2 or not self.error2(v1) + self.error2(v2):
            return None, None, 1
        e1, e2 = self.error2(v1), self.error2(v2)
        df = (e1 + e2) ** 2 / (e1 ** 2 / (len(v1) - 1) +
                               e2 ** 2 / (len(v2) - 1))
        diff, se = self.value(v2) - self.value(v1), math.sqrt(e1 + e2)
        half = t_quantile(df) * se
        return diff - half, diff + half, t_two(diff / se, df)


class Nps:
    least, all_matter = 5, True

    def split(self, v):
        return (sum(a <= 6 for a in v), sum(a >= 9 for a in v), len(v))

    def value(self, v):
        d, p, n = self.split(v)
        return 100 * (p - d) / n

    def limits(self, v):
        return [100 * limit for limit in nps_score(*self.split(v))]

    def change(self, v1, v2):
        a, b = self.value(v1), self.value(v2)
        (l1, u1), (l2, u2) = self.limits(v1), self.limits(v2)
        z, var = 0, 0
        for v, sign in (v1, -1), (v2, 1):
            d, p, n = self.split(v)
            e = (p - d) / (n + 3)
            var += ((d + p + 1.5) / (n + 3) - e * e) / (n + 3)
            z += sign * e
        return (b - a - math.hypot(b - l2, u1 - a),
                b - a + math.hypot(u2 - b, a - l1), normal_two(z / math.sqrt(var)))


# ---- a run ----

class Run:
    def __init__(self, kind, path, unit, report):
        self.kind, self.unit, self.answers = kind, unit, defaultdict(list)
        self.counts = defaultdict(int)
        self.last, self.first = None, {}
        for row in read_rows(kind, path):
            self.add(row)
            self.last = max(self.last or row['day'], row['day'])
        every = {at for _, at in self.counts}
        self.index = {label(unit, i): i
                      for i in range(min(every) - 30, max(every) + 2)}
        self.report = self.index[report]

    def add(self, row):
        at = index_of(self.unit, row['day'])
        groups = [()] + list(row['by'].items())
        for group in groups:
            self.counts[group, at] += 1
            self.first[group] = min(at, self.first.get(group, at))
            for field in row.keys() - {'day', 'by'}:
                if row[field] is not None:
                    self.answers[field, group, at].append(row[field])

    def metric(self, line):
        of, scale = line['of'], EXPORTS[self.kind][4]
        if of['kind'] == 'csat':
            return Share(of['yes'])
        return {'mean': lambda: Mean(scale), 'nps': Nps}[of['kind']]()

    # Counts by period of a group from its first one on, in front of the two
    # periods that are compared.
    def past(self, group, at):
        first = self.first[group]
        return [(self.counts.get((group, i), 0), days(self.unit, i))
                for i in range(max(first, at - PAST), at)]

    def count_p(self, group, before):
        k1, k2 = self.counts[group, before], self.counts[group, self.report]
        d1, d2 = days(self.unit, before), days(self.unit, self.report)
        past = self.past(group, before)
        if len(past) < 6:
            n = k1 + k2
            return exact_two([math.comb(n, k) * d2 ** k * d1 ** (n - k)
                              for k in range(n + 1)], k2)
        rate = sum(k for k, d in past) / sum(d for k, d in past)
        x2 = sum((k - rate * d) ** 2 / (rate * d) for k, d in past)
        phi = max(1, x2 / (len(past) - 1))
        return normal_two(math.log((k2 / d2) / (k1 / d1)) /
                          math.sqrt(phi * (1 / k1 + 1 / k2)))


findings = []


def same(where, what, ours, theirs, tolerance=1e-9):
    if ours is None or theirs is None or isinstance(ours, (bool, int, list)):
        ok = ours == theirs
    else:
        ok = abs(ours - theirs) <= tolerance * abs(ours) + 1e-12
    if not ok:
        findings.append(f'{where}: {what} is {theirs}, not {ours}')


def check_value(run, where, line, group, at):
    if line['of']['kind'] == 'count':
        n = run.counts.get((group, at), 0)
        same(where, 'n', n, line['n'])
        same(where, 'value', float(n), line['value'])
        return
    v = run.answers.get((line['of']['field'], group, at), [])
    same(where, 'n', len(v), line['n'])
    if not v:
        same(where, 'value', None, line['value'])
        return
    metric = run.metric(line)
    same(where, 'value', metric.value(v), line['value'])
    for name, limit in zip(('lo', 'hi'), metric.limits(v)):
        same(where, name, limit, line[name])
    same(where, 'sum', int(sum(v) * 1000), line['stat']['sum'])
    same(where, 'sumsq', int(sum(a * a for a in v) * 10**6),
         line['stat']['sumsq'])
    same(where, 'values', told(v), line['stat'].get('values'))


# How often each answer was given, in thousandths; None unless all are whole.
# No scale of these exports has more than eleven.
def told(v):
    if any(a != int(a) for a in v):
        return None
    return [[1000 * int(a), v.count(a)] for a in sorted(set(v))]


# (p, whether it was large enough) of a tested change; None for one not tested.
def check_change(run, where, line, group, change):
    before = run.index[change['period']]
    tested = first_day(run.unit, run.report + 1) - timedelta(1) <= run.last
    if line['of']['kind'] == 'count':
        k1, k2 = (run.counts[group, i] for i in (before, run.report))
        same(where, 'diff', float(k2 - k1), change['diff'])
        p, large = run.count_p(group, before), abs(k2 - k1) >= 0.05 * k1
    else:
        metric = run.metric(line)
        v1, v2 = (run.answers[line['of']['field'], group, i]
                  for i in (before, run.report))
        lo, hi, p = metric.change(v1, v2)
        diff = metric.value(v2) - metric.value(v1)
        same(where, 'value', metric.value(v1), change['value'])
        same(where, 'diff', diff, change['diff'])
        same(where, 'lo', lo, change['lo'])
        same(where, 'hi', hi, change['hi'])
        tested = tested and min(len(v1), len(v2)) >= 30
        large = abs(diff) >= metric.least
    same(where, 'tested', tested, 'p' in change)
    if not tested:
        return None
    same(where, 'p', float(p), change['p'], 1e-8)
    return float(p), large


def check_family(tests):
    order = sorted(range(len(tests)), key=lambda i: tests[i][0])
    least = 1
    for rank in range(len(order), 0, -1):
        p, large, where, change = tests[order[rank - 1]]
        least = min(least, p * len(tests) / rank)
        same(where, 'q', float(least), change['q'], 1e-8)
        same(where, 'tests', len(tests), change['tests'])
        same(where, 'signal', least <= 0.10 and large, change['signal'])


def main(kind, export, metrics, unit, report):
    run = Run(kind, export, unit, report)
    lines = [json.loads(line) for line in open(metrics)]
    lines = [line for line in lines if line.get('fb') == 'metric' and
             line['of'].get('scale') != '1-10']
    tests, changes = [], 0
    for line in lines:
        group = tuple(line['by'].items())
        group = group[0] if group else ()
        where = f"{line['metric']} {line['by']} {line['period']}"
        at = run.index[line['period']]
        check_value(run, where, line, group, at)
        for name in ('prev', 'yoy'):
            if name in line:
                changes += 1
                found = check_change(run, f'{where} {name}', line, group,
                                     line[name])
                if found:
                    tests.append((*found, f'{where} {name}', line[name]))
    check_family(tests)
    print(f'{len(lines)} lines, {sum(l["n"] for l in lines)} answers, '
          f'{changes} changes, {len(tests)} tests, '
          f'{sum(t[3]["signal"] for t in tests)} signals')
    print('\n'.join(findings[:20]))
    return bool(findings) or not lines


sys.exit(main(*sys.argv[1:]))
