#!/usr/bin/env python3
"""ingest_json.py - compare fb-ingest with Python's json module on real exports.

usage: ingest_json.py SHARED
Reads every JSON file with Python, works out rows, profile, ids, days, scores and
words from it, and holds the records and the trail of fb-ingest against that.
Prints what differs, and fails when anything does."""
import collections
import datetime
import gzip
import json
import re
import subprocess
import sys
from html.parser import HTMLParser


def day(text):
    """The day in UTC of an ISO date, None of None."""
    if text is None:
        return None
    when = datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))
    if when.tzinfo:
        when = when.astimezone(datetime.timezone.utc)
    return when.strftime('%Y-%m-%d')


def epoch(seconds):
    return datetime.datetime.utcfromtimestamp(seconds).strftime('%Y-%m-%d')


class Words(HTMLParser):
    """The letters and digits of HTML, without its marks."""
    def __init__(self, html):
        super().__init__()
        self.all = ''
        self.feed(html)

    def handle_data(self, data):
        self.all += data


def letters(text):
    return re.sub(r'\W', '', text or '')


def row(i, when=None, score=None, text=None, skip=False, html=False):
    return dict(id=str(i), day=when, score=score, text=text, skip=skip,
                html=html)


def said(conversation):
    turns = [conversation['conversation_message']]
    turns += conversation['conversation_parts']['conversation_parts']
    return ' '.join(Words(t['body']).all for t in turns
                    if t['author']['type'] in ('user', 'lead', 'contact'))


def talk(c):
    return row(c['id'], epoch(c['created_at']), None, said(c), html=True)


def ticket(t):
    rating = (t.get('satisfaction_rating') or {}).get('score')
    return row(t['id'], day(t['created_at']),
               {'good': 1, 'bad': 0}.get(rating), t['description'])


def open_answers(r):
    return '\n\n'.join(a['text'] for p in r['pages'] for q in p['questions']
                       for a in q['answers'] if 'text' in a)


# Profiles of which only the latest version of an id counts.
VERSIONS = {'steam', 'zendesk'}

# file: profile, rows of the parsed file
FILES = {
    'exports/appstore_rss_fr_497799835.json': ('app-store-rss', lambda d: [
        row(e['id']['label'], None, int(e['im:rating']['label']),
            e['content']['label']) for e in d['feed']['entry']]),
    'exports/cfpb_api_response.json': ('cfpb-json', lambda d: [
        row(h['_source']['complaint_id'], h['_source']['date_received'], None,
            h['_source']['complaint_what_happened'])
        for h in d['hits']['hits']]),
    'exports/chat_transcripts_abcd_sample.json': ('abcd-chat', lambda d: [
        row(c['convo_id'], None, None, '\n\n'.join(
            words for who, words in c['original'] if who == 'customer'))
        for c in d]),
    'exports/discourse_latest.json': ('discourse-topics', lambda d: [
        row(t['id'], day(t['created_at'])) for t in d['topic_list']['topics']]),
    'exports/discourse_topic.json': ('discourse', lambda d: [
        row(p['id'], day(p['created_at']), None, Words(p['cooked']).all,
            p['staff'], True) for p in d['post_stream']['posts']]),
    'exports/intercom_conversation.json': ('intercom', lambda d: [talk(d)]),
    'exports/intercom_conversations.json': ('intercom', lambda d: [
        talk(c) for c in d['conversations']]),
    'exports/surveymonkey_api_details.json': ('surveymonkey-details',
        lambda d: [row(d['id'], skip=True)]),
    'exports/surveymonkey_api_responses_bulk.json': ('surveymonkey-api',
        lambda d: [row(r['id'], day(r['date_created']), None, open_answers(r))
                   for r in d['data']]),
    'exports/zendesk_search_ticket.json': ('zendesk', lambda d: [
        ticket(t) for t in d['results']]),
    'exports/zendesk_ticket.json': ('zendesk', lambda d: [
        ticket(d['ticket'])]),
    'exports/zendesk_tickets.json': ('zendesk', lambda d: [
        ticket(t) for t in d['tickets']]),
    'exports/zendesk_ticket_audits.json': ('zendesk-audits', lambda d: [
        row(a['id'], day(a['created_at'])) for a in d['audits']]),
    'exports/zendesk_ticket_comments.json': ('zendesk-comments', lambda d: [
        row(c['id'], day(c['created_at'])) for c in d['comments']]),
    'data/github_issues_privacypass.json.gz': ('github', lambda d: [
        row(i['url'], day(i['createdAt']), None, i['body'])
        for i in d['issues']]),
    'data/steam_football_manager.jsonl.gz': ('steam', lambda d: [
        row(r['review_url'], datetime.datetime.strptime(
            r['date_posted'], '%b %d, %Y, %I:%M%p').strftime('%Y-%m-%d'),
            int(r['rating'] == 'Recommended'), r['review']) for r in d]),
}


def parse(path):
    raw = open(path, 'rb').read()
    if raw[:2] == b'\x1f\x8b':
        raw = gzip.decompress(raw)
    if '.jsonl' in path:
        return [json.loads(line) for line in raw.split(b'\n') if line]
    return json.loads(raw)


def facts(rows):
    days = sorted(r['day'] for r in rows if r['day'])
    return {'records': len(rows), 'first': days[:1], 'last': days[-1:],
            'scores': dict(collections.Counter(
                r['score'] for r in rows if r['score'] is not None))}


def check(shared, name):
    profile, rows_of = FILES[name]
    want = rows_of(parse(shared + '/' + name))
    run = subprocess.run(['fb-ingest', shared + '/' + name], check=False,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    got = [json.loads(line) for line in run.stdout.split(b'\n') if line]
    trail = got.pop()
    kept = [r for r in want if not r['skip']]
    ids = {r['id']: r for r in kept}
    count = list(ids.values()) if profile in VERSIONS else kept
    bad = []
    if run.returncode or run.stderr:
        bad.append('status %d, %r' % (run.returncode, run.stderr[:300]))
    if trail['profiles'] != [profile]:
        bad.append('profiles %r' % trail['profiles'])
    counts = [trail[k] for k in
              ('in', 'out', 'filtered', 'rejected', 'duplicates')]
    if counts != [len(want), len(count), len(want) - len(kept), 0,
                  len(kept) - len(count)]:
        bad.append('counts %r of %d rows' % (counts, len(want)))
    have = facts([dict(day=r.get('date', '')[:10] or None,
                       score=r.get('score')) for r in got])
    if have != facts(count):
        bad.append('%r, not %r' % (have, facts(count)))
    for r in got:
        w = ids.get(r['id'].partition(':')[2])
        if not w or not r['id'].startswith(profile + ':'):
            bad.append('id %r' % r['id'])
        elif w['html'] and letters(w['text']) != letters(r.get('text')):
            bad.append('%s: HTML %r' % (r['id'], r.get('text')))
        elif not w['html'] and (w['text'] or None) != r.get('text'):
            if not any(w2['id'] == w['id'] and w2['text'] == r.get('text')
                       for w2 in kept):
                bad.append('%s: text %r' % (r['id'], r.get('text')))
    print('%s: %s, %s' % (name, profile, 'wrong' if bad else have))
    for line in bad[:5]:
        print('  ' + line)
    return bool(bad)


def main():
    shared = sys.argv[1]
    sys.exit(sum([check(shared, name) for name in FILES]) > 0)


main()
