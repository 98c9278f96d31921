#!/usr/bin/env python3
"""ingest_tables.py - what real tables hold, counted without fb-ingest.

usage: ingest_tables.py SHARED
For every delimited file: how Python reads it (encoding, delimiter, header
rows), which columns are score and date, what is filtered. From that come the
records, the first and last date and the histogram of scores, and they are
compared with fb-ingest's records and its trail line."""
import collections
import csv
import datetime
import gzip
import io
import json
import subprocess
import sys

csv.field_size_limit(10**9)

# file, profile, flags, and for Python: delimiter, quoting, encoding, header
# rows, date column and form, score column, scale, what versions share.
ISO, NONE = 'iso', None
T = collections.namedtuple('T', 'file profile flags delim quoted enc headers '
                                'date form score scale unique')


def table(file, profile, flags='', delim=',', quoted=True, enc='utf-8-sig',
          headers=1, date=None, form=ISO, score=None, scale=None,
          unique=None):
    return T(file, profile, flags, delim, quoted, enc, headers, date, form,
             score, scale, unique)


TABLES = [
    table('data/hotel_london_booking.csv.gz', 'booking-hotel',
          date='Review_Date', form='%m/%d/%Y', score='Reviewer_Score',
          scale='0-10'),
    table('data/twitter_us_airline.csv.gz', 'airline-tweets',
          date='tweet_created', form='%d-%m-%Y %H:%M'),
    table('data/googleplay_banks_et.csv.gz', None, '--scale 1-5',
          date='review_date', score='rating', scale='1-5'),
    table('data/trustpilot_twitter_mixed.csv.gz', 'trustpilot-mixed',
          date='Date', score='Rating', scale='1-5'),
    table('data/kbh_facilities_utf16.csv.gz', None, '--scale 1-5',
          enc='utf-16', score='rating', scale='1-5'),
    table('data/steam_diablo4_multilang.csv', 'steam-csv', date='timestamp'),
    table('data/amazon_alexa.tsv', 'alexa-reviews', delim='\t', date='date',
          form='%d-%b-%y', score='rating', scale='1-5'),
    table('data/appstore_chatgpt.csv', 'appstore-csv', date='date',
          score='rating', scale='1-5'),
    table('data/cfpb_narratives.csv.gz', 'cfpb'),
    table('data/clothing_1000.csv', 'clothing-reviews', score='Rating',
          scale='1-5'),
    table('data/skytrax_lounge.csv.gz', 'skytrax-lounge', date='date',
          score='overall_rating', scale='1-5 then 1-10'),
    table('data/skytrax_seat.csv', 'skytrax-seat', date='date',
          score='overall_rating', scale='1-10'),
    table('data/typeform_newcoder2016_part1.csv.gz', 'typeform',
          date='Submit Date (UTC)'),
    table('data/waimai_zh.csv', None),
    table('data/hotel_ja_pn.tsv', None, '--no-header -c text=column_3',
          delim='\t', quoted=False, headers=0),
    table('data/banking77_train.csv', None),
    table('data/tweets_8lang_val.tsv', None, '--no-quotes', delim='\t',
          quoted=False),
    table('exports/googleplay_scraper_chatgpt.csv', 'play-scraper', date='at',
          score='score', scale='1-5'),
    table('exports/playconsole_reviews_com.openai.chatgpt_202601.csv',
          'google-play', enc='utf-16',
          date='Review Last Update Date and Time', score='Star Rating',
          scale='1-5', unique='Review Link'),
    table('exports/qualtrics_sample.csv', 'qualtrics', headers=3,
          date='RecordedDate'),
    table('exports/qualtrics_sample_legacy.csv', 'qualtrics-legacy',
          headers=2, date='V9'),
    table('exports/surveymonkey_starwars.csv', 'surveymonkey', enc='cp1252',
          headers=2),
]


def read(path, t):
    raw = open(path, 'rb').read()
    if raw[:2] == b'\x1f\x8b':
        raw = gzip.decompress(raw)
    quoting = csv.QUOTE_MINIMAL if t.quoted else csv.QUOTE_NONE
    rows = csv.reader(io.StringIO(raw.decode(t.enc), newline=''),
                      delimiter=t.delim, quoting=quoting)
    rows = [r for r in rows if r]
    return (rows[0] if t.headers else []), rows[t.headers:]


def day(cell, form):
    cell = cell.strip()
    if not cell or cell in ('NA', '1970-01-01'):
        return None
    if form == ISO:
        return cell[:10]
    return datetime.datetime.strptime(cell, form).strftime('%Y-%m-%d')


def expected(path, t):
    header, rows = read(path, t)
    want = {'rejected': 0, 'filtered': 0, 'duplicates': 0}
    if t.unique:  # which of the versions stays is not looked at
        links = [r[header.index(t.unique)] for r in rows]
        want['duplicates'] = len(links) - len(set(links))
    want['records'] = len(rows) - want['duplicates']
    at = header.index(t.date) if t.date else None
    days = [day(r[at], t.form) for r in rows] if t.date else []
    known = sorted(d for d in days if d)
    want['dates'] = [known[0], known[-1], len(known)] if known else None
    hist = collections.Counter()
    if t.score:
        col = header.index(t.score)
        for i, row in enumerate(rows):
            cell = row[col].strip()
            if cell in ('', 'NA'):
                continue
            scale = t.scale
            if 'then' in scale:
                scale = '1-5' if days[i] <= '2015-06-05' else '1-10'
            hist['%s on %s' % (float(cell), scale)] += 1
    want['scores'] = dict(hist)
    return want


def found(path, t):
    args = ['fb-ingest', '-q', *t.flags.split(), path]
    done = subprocess.run(args, stdout=subprocess.PIPE, check=False)
    recs = [json.loads(line) for line in done.stdout.split(b'\n') if line]
    trail = recs.pop()
    known = sorted(r['date'][:10] for r in recs if 'date' in r)
    hist = collections.Counter('%s on %s' % (float(r['score']), r['scale'])
                               for r in recs if 'score' in r)
    got = {'records': len(recs), 'rejected': trail['rejected'],
           'filtered': trail['filtered'],
           'duplicates': trail['duplicates'],
           'dates': [known[0], known[-1], len(known)] if known else None,
           'scores': dict(hist)}
    balance = trail['in'] == trail['out'] + trail['duplicates'] + \
        trail['rejected'] + trail['filtered']
    profiles = [t.profile] if t.profile else []
    words = sum('text' in r for r in recs)
    return got, balance and trail['profiles'] == profiles, words, \
        done.returncode


def main():
    bad = 0
    for t in TABLES:
        path = sys.argv[1] + '/' + t.file
        want = expected(path, t)
        got, whole, words, status = found(path, t)
        print('%s: %s, %d records, %d with words, %s' % (
            t.file, t.profile or 'no profile', got['records'], words,
            got['dates']))
        if got != want or not whole or status:
            bad += 1
            print('  want %s\n  got  %s (status %d, whole %s)' % (
                want, got, status, whole))
    sys.exit(bad > 0)


main()
