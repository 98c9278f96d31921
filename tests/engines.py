"""engines.py - what other people's engines do to a run in shards.

usage: engines.py RECORDS LINES SEED CASES SCRATCH -- TOOL [OPTION ...]

LINES is a file of other lines that every shard gets in front of its records, or
/dev/null.

Emulates Spark's pipe (PySpark's empty environment, the Scala flavour's added
one, empty partitions) and Hadoop Streaming (splits anywhere between lines, a
combiner on spills, one to four reducers by key), with the tool as mapper,
combiner and merger. Every case has to give the bytes of one run; every fault
put into one has to end in status 3. Prints one line a kind of case.
"""
import os
import random
import shutil
import subprocess
import sys
import zlib

records, others, seed, cases, scratch = sys.argv[1:6]
cases = int(cases)
tool = sys.argv[7:]
tool[0] = shutil.which(tool[0])
rng = random.Random(seed)
with open(records, "rb") as f:
    lines = f.read().splitlines(keepends=True)
with open(others, "rb") as f:
    others = f.read()
trails = [line for line in lines if line.startswith(b'{"fb":"trail"')]
lines = [line for line in lines if not line.startswith(b'{"fb"')]
manifest = os.path.join(scratch, "manifest")
with open(manifest, "wb") as f:
    f.writelines(trails)


class Failed(Exception):
    pass


def run(extra, data, env=None):
    done = subprocess.run(tool + extra, input=data, env=env,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout, done.stderr


def must(extra, data, env=None):
    status, out, err = run(extra, data, env)
    if status:
        raise Failed(err.decode())
    return out


def mapped(part, env=None, extra=()):
    return must(["--partial", *extra], others + b"".join(part), env)


def final(text, env=None):
    return run(["--manifest", manifest], text, env)


def sharded(count):
    shards = [[] for _ in range(count)]
    for line in lines:
        rng.choice(shards).append(line)
    return shards


def tree(parts, env=None):
    """Merge in a random order, some of it ahead of the rest."""
    parts = list(parts)
    rng.shuffle(parts)
    while len(parts) > 1 and rng.random() < .5:
        some = [parts.pop() for _ in range(rng.randint(1, len(parts)))]
        parts.insert(rng.randint(0, len(parts)),
                     must(["--partial"], b"".join(some), env))
    return b"".join(parts)


def spark(env, extra=()):
    shards = sharded(rng.choice([1, 2, 3, 7, 16]))
    if rng.random() < .5:
        shards.append([])
    return final(tree([mapped(s, env, extra) for s in shards], env), env)


def hadoop():
    """Spills of a split are combined or not; lines go to reducers by key."""
    cuts = sorted(rng.randint(0, len(lines)) for _ in range(rng.randint(0, 3)))
    splits = [lines[a:b] for a, b in zip([0] + cuts, cuts + [len(lines)])]
    reducers = [[] for _ in range(rng.randint(1, 4))]
    for split in splits:
        out = mapped(split).splitlines(keepends=True)
        rng.shuffle(out)
        at = rng.randint(0, len(out))
        spills = [out[:at], out[at:]]
        for spill in spills:
            if rng.random() < .5:
                spill[:] = must(["--partial"], b"".join(spill)).splitlines(keepends=True)
            for line in spill:
                reducers[zlib.crc32(line) % len(reducers)].append(line)
    parts = [must(["--partial"], b"".join(sorted(r))) for r in reducers]
    return final(b"".join(parts))


def faulty(kind):
    shards = sharded(3)
    parts = [mapped(s) for s in shards]
    victim = rng.randrange(3)
    text = parts[victim]
    if kind == "a partition lost":
        del parts[victim]
    elif kind == "a partition doubled":
        parts.append(text)
    elif kind == "a partition cut between lines":
        whole = text.splitlines(keepends=True)
        parts[victim] = b"".join(whole[:rng.randrange(len(whole))])
    elif kind == "a partition cut inside a line":
        parts[victim] = text[:rng.randrange(1, len(text) - 1)]
    elif kind == "one byte altered":
        at = rng.randrange(len(text) - 1)
        other = text[at] ^ (1 << rng.randrange(7))
        if text[at:at + 1] == b"\n" or other == 10:
            other = text[at] ^ 1
        parts[victim] = text[:at] + bytes([other]) + text[at + 1:]
    elif kind == "the input of a partition ended early":
        parts[victim] = mapped(shards[victim][:len(shards[victim]) // 2])
    elif kind == "the tool failed unseen":
        parts[victim] = b""
    elif kind == "characters became question marks":
        parts[victim] = mapped([line.decode().encode("ascii", "replace")
                                for line in shards[victim]])
        if not any(max(line) > 127 for line in shards[victim]):
            return 3
    return final(b"".join(parts))[0]


FAULTS = ["a partition lost", "a partition doubled",
          "a partition cut between lines", "a partition cut inside a line",
          "one byte altered", "the input of a partition ended early",
          "the tool failed unseen", "characters became question marks"]


def same(name, how, want):
    wrong = 0
    for _ in range(cases):
        try:
            status, out, err = how()
        except Failed as e:
            status, out, err = -1, b"", str(e).encode()
        if status or out != want:
            wrong += 1
            print(name, "status", status, err.decode()[:200], file=sys.stderr)
    print(f"{name}: {cases - wrong} of {cases} the same")
    return wrong


def main():
    status, want, err = run([], others + b"".join(lines))
    if status:
        sys.exit(err.decode())
    scala = dict(os.environ, SPARK="1", LANG="C")
    wrong = same("PySpark, no environment", lambda: spark({}), want)
    wrong += same("Spark in Scala", lambda: spark(scala), want)
    wrong += same("a JVM in the locale C", lambda: spark({}, ["--ascii"]), want)
    wrong += same("Hadoop Streaming", hadoop, want)
    for kind in FAULTS:
        seen = sum(faulty(kind) == 3 for _ in range(cases // 4 + 1))
        print(f"{kind}: {seen} of {cases // 4 + 1} seen")
        wrong += seen != cases // 4 + 1
    sys.exit(wrong > 0)


main()
