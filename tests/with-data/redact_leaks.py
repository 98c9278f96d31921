"""redact_leaks.py - what of the labelled data shows in what was made of it.

usage: redact_leaks.py KNOWN.tsv GOLD MASKED [FILE ...]
GOLD and MASKED are records with the same ids, GOLD with spans. Prints every
value of a kind that must be masked which the masked text of its own record
still holds, unless KNOWN lists it, and every value that one of the files holds
although no masked text does. KNOWN: id, value, why; every row must be met."""
import json
import sys

MUST = {"EMAIL", "PHONE", "CREDIT_CARD", "IBAN", "IP", "MAC", "US_SSN", "ID",
        "DOB", "TWITTER"}
SHORTEST = 5


def records(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if "fb" not in record:
                yield record


def known(path):
    with open(path, encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines
                if not line.startswith("#"))
        return {(row[0], row[1]) for row in rows}


def main(known_path, gold_path, masked_path, *paths):
    texts = {r["id"]: r["text"] for r in records(masked_path)}
    files = {p: open(p, "rb").read() for p in paths}
    everything = "\n".join(texts.values()).encode()
    listed, met, bad = known(known_path), set(), 0
    for record in records(gold_path):
        for span in record["spans"] or []:
            if span["type"] not in MUST:
                continue
            value = record["text"].encode()[span["bstart"]:span["bend"]]
            place = (record["id"], value.decode())
            if value in texts[record["id"]].encode():
                met.add(place)
                if place not in listed:
                    bad += 1
                    print("leaks:", *place, span["type"], sep="\t")
            if len(value) < SHORTEST or value in everything:
                continue
            for path, data in files.items():
                if value in data:
                    bad += 1
                    print("leaks into", path, *place, sep="\t")
    for place in sorted(listed - met):
        bad += 1
        print("is masked and needs no row:", *place, sep="\t")
    return bad != 0


sys.exit(main(*sys.argv[1:]))
