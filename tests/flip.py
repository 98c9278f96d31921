#!/usr/bin/env python3
# flip.py - change one byte of a stream and see that fb-verify names it.
#
# usage: flip.py SEED N FILE ...
# N times, drawn by SEED: one byte of one of the FILEs becomes another one, so
# that the line stays a JSON object with the same keys; fb-verify must end with
# status 1 and say "failed: …" at least once. What is changed is a byte inside a
# record, or inside a metric line (its numbers, quotes and all), or inside a
# letter. Prints what went unseen; status 1 when something did.
import json
import random
import subprocess
import sys


# Keys in their order, and how deep they stand.
def shape(value):
    if isinstance(value, dict):
        return [(k, shape(v)) for k, v in value.items()]
    return [shape(v) for v in value] if isinstance(value, list) else None


def parse(line):
    try:
        return json.loads(line.decode(), object_pairs_hook=dict)
    except (ValueError, UnicodeDecodeError):
        return None


def changed(rng, line):
    before = parse(line)
    while True:
        at = rng.randrange(1, len(line) - 1)
        byte = bytes([rng.choice(b'0123456789abcdefghijklmnopqrstuvwxyz ')])
        new = line[:at] + byte + line[at + 1:]
        after = parse(new)
        if new != line and after and shape(after) == shape(before):
            return new, at


def main(seed, n, *paths):
    rng = random.Random(int(seed))
    files = [open(p, 'rb').read().split(b'\n') for p in paths]
    places = [(f, i) for f, lines in enumerate(files)
              for i, line in enumerate(lines)
              if line and b'"fb":"trail"' not in line]
    claims = [(f, i) for f, i in places if b'"quotes"' in files[f][i]
              or b'"draw"' in files[f][i]]
    unseen = 0
    for turn in range(int(n)):
        f, i = rng.choice(claims if turn % 2 and claims else places)
        line, at = changed(rng, files[f][i])
        whole = files[f][:i] + [line] + files[f][i + 1:]
        with open('flipped', 'wb') as out:
            out.write(b'\n'.join(whole))
        run = subprocess.run(['fb-verify'] + ['flipped' if k == f else p
                             for k, p in enumerate(paths)],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if run.returncode != 1 or b'failed: ' not in run.stdout:
            unseen += 1
            print(f'{paths[f]}:{i + 1}: byte {at}, status {run.returncode}:',
                  line[max(at - 60, 0):at + 60])

    print(f'{n} changes, {unseen} unseen')
    return unseen > 0


sys.exit(main(*sys.argv[1:]))
