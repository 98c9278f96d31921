"""ingest_mail.py - what Python's email package says of mail, beside fb-ingest.

usage: ingest_mail.py boxes|tar|corpus SHARED
Compares subject, date, Message-ID and whole body of every mail, in the corpus
the sender too. Where they differ the file
and the field must be in the table below, with the reason; a row that no longer
differs is an error too. Prints the share of equal values.
"""
import email
import email.policy
import email.utils
import glob
import gzip
import hashlib
import json
import mailbox
import os
import re
import subprocess
import sys
import tarfile
from datetime import timezone

# file: {field: why fb-ingest is kept as it is}; a '+' in front: what Python says
# is wrong by the standard that is named.
BOM = '+a byte order mark is no part of the first header (RFC 3629 6)'
UTF8 = '+no charset is named and it is well-formed UTF-8'
TORN = '+a torn line in a header does not end it while headers follow'
COLON = '+blanks may stand in front of the colon (RFC 5322 4.5)'
PHRASE = '+a name in front of an address is no part of it'
ANGLE = '+the address stands in angle brackets (RFC 5322 3.4)'
BROWSER = 'iso-8859-1 is read as windows-1252 (WHATWG Encoding)'
KNOWN = {
    'mikel-mail__attachment_emails_attachment_pdf_non_ascii.eml':
        {'body': BROWSER},
    'mikel-mail__attachment_emails_attachment_pdf_non_ascii_lf.eml':
        {'body': BROWSER},
    'mikel-mail__plain_emails_mix_caps_content_type.eml': {'from': PHRASE},
    'mikel-mail__plain_emails_raw_email_double_at_in_header.eml':
        {'id': 'the whole of what stands in the brackets is the id'},
    'mikel-mail__plain_emails_raw_email5.eml': {'body': UTF8},
    'mikel-mail__plain_emails_raw_email6.eml': {'body': UTF8},
    'mikel-mail__plain_emails_raw_email_incorrect_header.eml':
        {'body': TORN, 'subject': TORN, 'date': TORN},
    'mikel-mail__rfc2822_example13.eml': {'body': COLON, 'subject': COLON},
    'mimekit__messages_disposition-notification.txt':
        {'date': '+a zone counts behind a comment too (RFC 5322 4.3)'},
    'mimekit__messages_feedback-report.txt':
        {'body': BOM, 'subject': BOM, 'date': BOM, 'from': BOM},
    'mimekit__messages_issue358.txt': {'body': TORN, 'from': ANGLE},
}


def norm(s):
    s = s.replace('\r\n', '\n').replace('\r', '\n')
    return re.sub(r'[ \t]+\n', '\n', s).strip()


def unflow(text, delsp):
    """RFC 3676 4, paragraph by paragraph."""
    out, soft, was = [], False, None
    for line in text.replace('\r\n', '\n').split('\n'):
        marks = re.match('>*', line).group()
        line = line[len(marks):]
        line = line[1:] if line.startswith(' ') else line
        flows = line.endswith(' ') and line != '-- '
        words = line[:-1] if flows and delsp == 'yes' else line
        if soft and was == marks and line != '-- ':
            out[-1] += words
        else:
            out.append(marks + (' ' if marks else '') + words)
        soft, was = flows, marks
    return '\n'.join(out)


def sender(text):
    """The address in lower case, as a customer is called."""
    found = re.findall('<([^<>]+)>', text)
    text = found[-1] if found else re.sub(r'\([^()]*\)', '', text)
    return text.strip().lower()


def digest(text):
    found = re.search('<([^<>]*)>', text) or re.search('()', '')
    name = (found.group(1) or text.split(' ')[0]).strip()
    return hashlib.sha256(name.encode('utf-8', 'surrogateescape')) \
        .hexdigest()[:16]


def oracle(raw):
    m = email.message_from_bytes(raw, policy=email.policy.default)
    out = {'subject': (m['subject'] or '').strip(),
           'id': str(m['message-id'] or '')}
    try:
        out['date'] = email.utils.parsedate_to_datetime(m['date'])
        out['date'] = out['date'].astimezone(timezone.utc) \
            .strftime('%Y-%m-%dT%H:%M:%SZ')
    except (TypeError, ValueError, OverflowError):
        out['date'] = ''  # none, or none that can be read
    try:
        part = m.get_body(('plain', 'html'))
        if part is not None and part.get_content_type() == 'text/plain':
            out['body'] = part.get_content()
            if part.get_param('format', '').lower() == 'flowed':
                out['flowed'] = unflow(out['body'], part.get_param('delsp'))
    except Exception:  # the oracle itself cannot read it
        pass
    return out


def records(path, *flags):
    done = subprocess.run(['fb-ingest', '-q', '--whole', *flags, path],
                          check=False, capture_output=True)
    lines = [json.loads(s) for s in done.stdout.splitlines()]
    return [r for r in lines if 'fb' not in r]


class Score:
    def __init__(self):
        self.n = self.equal = self.better = 0
        self.bad = []

    def put(self, name, field, want, got):
        self.n += 1
        known = KNOWN.get(name, {}).get(field)
        if want == got:
            self.equal += 1
            if known:
                self.bad.append(f'{name}: {field} no longer differs')
        elif known:
            self.better += known.startswith('+')
            print(f'{name}: {field}: {known}')
        else:
            self.bad.append(f'{name}: {field}: {got!r}, not {want!r}'[:400])

    def mail(self, name, want, got):
        self.put(name, 'subject', want['subject'], got.get('title', ''))
        self.put(name, 'date', want['date'], got.get('date', ''))
        if 'from' in want:
            self.put(name, 'from', sender(want['from']),
                     got.get('customer', ''))
        if want['id']:
            self.put(name, 'id', digest(want['id']), got['id'])
        if 'body' in want:
            self.put(name, 'body', norm(want.get('flowed', want['body'])),
                     norm(got.get('text', '')))

    def mails(self, name, raws, got):
        self.put(name, 'count', len(raws), len(got))
        if len(raws) == len(got):
            for raw, r in zip(raws, got):
                self.mail(name, oracle(raw), r)

    def end(self, strictly):
        share = 100 * (self.equal + self.better) / self.n
        print(f'{self.n} values: {self.equal} equal '
              f'({100 * self.equal / self.n:.2f} %), {self.better} where '
              f'Python is wrong, {share:.2f} % right')
        for line in self.bad:
            print('BAD', line)
        right = self.equal + (0 if strictly else self.better)
        return 1 if self.bad or not self.n or 100 * right < 98 * self.n else 0


def split_box(data):
    """A postmark ends in a time and a year."""
    marks = list(re.finditer(rb'^From .* \d\d:\d\d:\d\d \d{4}\n', data, re.M))
    ends = [m.start() for m in marks[1:]] + [len(data)]
    return [re.sub(rb'^>(>*From )', rb'\1', data[m.end():e], flags=re.M)
            for m, e in zip(marks, ends)]


def boxes(shared, score):
    for path in sorted(glob.glob(shared + '/data/mbox_*')):
        opener = gzip.open if path.endswith('.gz') else open
        with opener(path, 'rb') as f:
            score.mails(os.path.basename(path), split_box(f.read()),
                        records(path))


def tar(shared, score):
    path = shared + '/exports/mail_eml_dev.tar.gz'
    with tarfile.open(path) as t:
        files = [(m.name, t.extractfile(m).read()) for m in t if m.isfile()]
    got = records(path)
    score.put('tar', 'count', len(files), len(got))
    for (name, raw), r in zip(files, got):
        score.mail('mikel-mail__' + name.replace('/', '_'), oracle(raw), r)


def corpus(shared, score):
    with open(shared + '/corpora/mail/expected.jsonl', encoding='utf-8') as f:
        rows = [json.loads(s) for s in f]
    for row in rows:
        path = shared + '/corpora/mail/' + row['file']
        name = os.path.basename(path)
        # Without any header only the user knows that it is a mail.
        got = records(path, *(['--format', 'mail'] if 'msg_19' in name
                              else []))
        if row['kind'] == 'mbox':
            box = mailbox.mbox(path, create=False)
            raws = [box.get_bytes(key) for key in box.keys()]
            assert len(raws) == row['messages_naive_From_'], name
            assert [str(email.message_from_bytes(
                raw, policy=email.policy.compat32)['subject'])
                for raw in raws] == row['subjects'], name
            score.mails(name, raws, got)
            continue
        score.put(name, 'count', 1, len(got))
        if len(got) != 1:
            continue
        with open(path, 'rb') as f:
            want = oracle(f.read())
        body = want.get('body')
        if body is not None and 'body_sha256' in row:
            assert hashlib.sha256(body.encode('utf-8', 'surrogatepass')) \
                .hexdigest() == row['body_sha256'], name
        else:
            want.pop('body', None)
        assert want['subject'] == (row['subject'] or '').strip(), name
        want['from'] = row['from'] or ''
        assert want['id'] == (row['message_id'] or ''), name
        score.mail(name, want, got[0])


def main():
    score = Score()
    {'boxes': boxes, 'tar': tar, 'corpus': corpus}[sys.argv[1]](
        sys.argv[2], score)
    return score.end(sys.argv[1] == 'corpus')


sys.exit(main())
