"""mail.py - fb-ingest on a mailbox, against Python's mailbox and email.

usage: mail.py [BOX]
Without BOX a mailbox of 2,000 mails is made (plain, quoted-printable, base64,
multipart). Five runs that take turns; prints medians and their ratio.
"""
import email
import email.policy
import json
import mailbox
import os
import statistics
import subprocess
import sys
import tempfile
import time
from email.message import EmailMessage

WORDS = ('the parcel came late and the café cups were broken, I want my money '
         'back or a new one, thank you for reading this').split()


def make(path):
    with open(path, 'wb') as f:
        for i in range(2000):
            m = EmailMessage()
            m['From'] = f'Ann Lee {i} <ann{i}@shop.example>'
            m['Subject'] = ['cups', 'Schöne Lampe', 'late ☕'][i % 3]
            m['Date'] = 'Sat, 3 Oct 2026 16:05:00 +0200'
            m['Message-ID'] = f'<{i}@shop.example>'
            text = '\n'.join(' '.join(WORDS[(i + k) % 7:]) for k in range(20))
            text += '\n\nOn Fri, 2 Oct 2026, Help wrote:\n> How are you?\n'
            cte = ['8bit', 'quoted-printable', 'base64'][i % 3]
            m.set_content(text, cte=cte)
            if i % 2:
                m.add_alternative(f'<p>{text}</p>', subtype='html')
            f.write(b'From ann Sat Oct  3 14:05:00 2026\n')
            f.write(m.as_bytes().rstrip(b'\n') + b'\n\n')


def read(path):
    def parse(f):
        return email.message_from_binary_file(f, policy=email.policy.default)

    for m in mailbox.mbox(path, factory=parse):
        part = m.get_body(('plain', 'html'))
        try:
            text = part.get_content() if part is not None else ''
        except LookupError:
            text = ''
        print(json.dumps({'id': m['message-id'], 'date': str(m['date']),
                          'from': str(m['from']), 'title': str(m['subject']),
                          'text': text}))


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main():
    if sys.argv[1:2] == ['--read']:
        read(sys.argv[2])
        return
    with tempfile.TemporaryDirectory() as folder:
        path = sys.argv[1] if len(sys.argv) > 1 else folder + '/box.mbox'
        if len(sys.argv) == 1:
            make(path)
        ours, theirs = [], []
        for _ in range(5):
            ours.append(timed(['fb-ingest', '-q', path]))
            theirs.append(timed([sys.executable, __file__, '--read', path]))
        a, b = statistics.median(ours), statistics.median(theirs)
        print(f'mail: {os.path.getsize(path)} bytes, fb-ingest {a:.2f} s, '
              f'python {b:.2f} s, {b / a:.1f} times as long')


main()
