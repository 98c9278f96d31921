"""labels.py - labelled exports as records for fb-tag --eval.

usage: labels.py airline|travel|intents|banking EXPORT

Every second row: the others were read when the rules were written. What people
labelled is told as it is (airline), as groups of a bank's 77 intents by the
words of their names (intents), or as the themes of the rules that come with
the tools which mean the same (travel, banking); labels that mean none of these
are left out.
"""
import csv
import gzip
import io
import itertools
import json
import sys

INTENTS = {
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
BANKING = {
    "cards": ("card", "contactless", "apple_pay", "visa"),
    "transfers": ("transfer", "beneficiary", "receiving_money", "direct_debit"),
    "top up": ("top_up", "topping_up"),
    "cash and branch": ("cash", "atm", "cheque"),
    "fees and rates": ("fee", "charge", "exchange"),
    "identity": ("identity", "verify"),
    "login and security": ("pin", "passcode"),
    "refunds": ("refund", "reverted", "charged_twice"),
    "fraud": ("compromised", "stolen", "not_recognised"),
}
TRAVEL = {
    "Late Flight": "delay", "Cancelled Flight": "cancellation",
    "Lost Luggage": "baggage", "Damaged Luggage": "baggage",
    "Flight Booking Problems": "booking",
    "Flight Attendant Complaints": "crew and staff",
    "Customer Service Issue": "customer service",
}


def airline(row):
    reason = row["negativereason"]
    return row["text"], [reason] if reason and reason != "Can't Tell" else []


def travel(row):
    theme = TRAVEL.get(row["negativereason"])
    return row["text"], [theme] if theme else []


def grouped(row, groups):
    name = row["category"].lower()
    return row["text"], [g for g, parts in groups.items()
                         if any(part in name for part in parts)]


def intents(row):
    return grouped(row, INTENTS)


def banking(row):
    return grouped(row, BANKING)


def main(kind, path):
    raw = open(path, "rb")
    if path.endswith(".gz"):
        raw = gzip.open(raw)
    rows = csv.DictReader(io.TextIOWrapper(raw, "utf-8", errors="replace",
                                           newline=""))
    for i, row in itertools.islice(enumerate(rows), 1, None, 2):
        text, label = globals()[kind](row)
        print(json.dumps({"id": str(i), "text": text, "label": label}))


main(*sys.argv[1:])
