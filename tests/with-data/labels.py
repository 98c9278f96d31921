"""labels.py - labelled exports as records for fb-tag --eval.

usage: labels.py airline|intents EXPORT

An intent of the bank's file is one of 77; a group of them, by the words of its
name, is what a theme can be held against.
"""
import csv
import gzip
import io
import json
import sys

GROUPS = {
    "card": ("card", "contactless", "apple_pay", "visa"),
    "transfer": ("transfer", "beneficiary", "receiving_money", "direct_debit"),
    "top up": ("top_up", "topping_up", "cheque"),
    "cash": ("cash", "atm"),
    "exchange": ("exchange", "currenc"),
    "fee": ("fee", "charge"),
    "identity": ("identity", "verify"),
    "pin and passcode": ("pin", "passcode"),
    "refund": ("refund", "cancel", "reverted"),
}


def airline(row):
    reason = row["negativereason"]
    return row["text"], [reason] if reason and reason != "Can't Tell" else []


def intents(row):
    name = row["category"].lower()
    return row["text"], [g for g, parts in GROUPS.items()
                         if any(part in name for part in parts)]


def main(kind, path):
    raw = open(path, "rb")
    if path.endswith(".gz"):
        raw = gzip.open(raw)
    rows = csv.DictReader(io.TextIOWrapper(raw, "utf-8", errors="replace",
                                           newline=""))
    for i, row in enumerate(rows):
        text, label = globals()[kind](row)
        print(json.dumps({"id": str(i), "text": text, "label": label}))


main(*sys.argv[1:])
