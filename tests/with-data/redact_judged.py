"""redact_judged.py - are all misses and false alarms explained?

usage: redact_judged.py JUDGED.tsv GOLD FOUND TYPES
GOLD and FOUND are records with the same ids and spans. Prints every labelled
span of these types that no find of its type overlaps (missed), and every find
that overlaps no label (false), unless JUDGED lists it: what, id, value, why;
and every row of JUDGED that is met by none."""
import json
import sys


def records(path):
    with open(path, encoding="utf-8") as lines:
        return {r["id"]: r for r in map(json.loads, lines)}


def overlaps(a, b):
    return a["bstart"] < b["bend"] and b["bstart"] < a["bend"]


def differences(gold, found, types):
    for key, record in gold.items():
        labels, free = record["spans"], list(found[key]["spans"])
        if labels is None:
            continue
        for label in labels:
            if label["type"] not in types:
                continue
            hits = [f for f in free if f["type"] == label["type"]
                    and overlaps(f, label)]
            if hits:
                free.remove(hits[0])
            else:
                yield "missed", key, label
        for find in free:
            if find["type"] in types and not any(overlaps(find, label)
                                                 for label in labels):
                yield "false", key, find


def main(judged_path, gold_path, found_path, types):
    with open(judged_path, encoding="utf-8") as lines:
        judged = {tuple(line.rstrip("\n").split("\t")[:3]) for line in lines
                  if not line.startswith("#")}
    gold, met, bad = records(gold_path), set(), 0
    for what, key, span in differences(gold, records(found_path),
                                       types.split(",")):
        text = gold[key]["text"].encode()
        value = text[span["bstart"]:span["bend"]].decode()
        row = what, key, json.dumps(value)[1:-1]
        met.add(row)
        if row not in judged:
            bad += 1
            print("not explained:", *row, span["type"], sep="\t")
    for row in sorted(judged - met):
        bad += 1
        print("met by none:", *row, sep="\t")
    return bad != 0


sys.exit(main(*sys.argv[1:]))
