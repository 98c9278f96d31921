"""redact_re.py - addresses, links, telephone and card numbers as a pass of re.

The peer of fb-redact in words.sh: what a script of an afternoon would do.
"""
import json
import re
import sys

RULES = [(re.compile(p, re.I), mask) for p, mask in (
    (r"\bhttps?://\S+|\bwww\.\S+", "[URL]"),
    (r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b", "[EMAIL]"),
    (r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b", "[IBAN]"),
    (r"\b(?:\d[ -]?){13,19}\b", "[CARD]"),
    (r"\b(?:\d{1,3}\.){3}\d{1,3}\b", "[IP]"),
    (r"\+?\d[\d ().-]{7,}\d", "[PHONE]"),
    (r"\b\d{3}-\d{2}-\d{4}\b", "[SSN]"),
    (r"\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b", "[MAC]"),
    (r"(?<!\w)@\w{2,}", "[HANDLE]"),
    (r"\b(?:dear|hi|hello|regards|thanks),? +[A-Z]\w+", "[NAME]"),
)]

for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    for key in "title", "text":
        words = record.get(key) or ""
        for rule, mask in RULES:
            words = rule.sub(mask, words)
        if key in record:
            record[key] = words
    print(json.dumps(record, ensure_ascii=False))
