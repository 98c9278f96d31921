"""redact_rules.py - the rules of fb-redact as passes of Python's re.

usage: redact_rules.py RULES-FOLDER SHAPES RECORDS
The peer of fb-redact in words.sh: all kinds, the phrases of the rule files,
and the shapes of national numbers out of the C source, written with some care:
what needs digits is tried only where there are digits, and a phrase only where
the word stands that it hinges on. National numbers are not checked, so that it
does rather less.
"""
import glob
import json
import re
import sys

GAP = r"[ \n,:;.!\-'\"*#()]{1,6}"
PART = r"[A-ZÀ-ÖØ-Þ][\w'-]*"
SLOTS = {
    "<name>": rf"({PART}(?: (?:(?:van|von|de|der|den|di|la|le) )*{PART}){{0,3}})",
    "<who>": r"([^\W\d_][\w'-]+)",
    "<date>": r"(\d{1,4}[-./ ]\d{1,2}[-./ ]\d{2,4}|\d{1,2}\.? \w{3,9} \d{2,4})",
    "<code>": r"(\d{6,30}\b|(?=[\w/-]*\d)(?=\d*[a-zA-Z/-])[A-Za-z0-9][A-Za-z0-9/-]{4,29})",
    "<zip>": r"(\d{4,6}\b)",
}
MARKS = {"^": r"(?m:^)", "$": r"(?=[ .,!]*$)", ",": r"(?=[\n,:;.!-]|$)"}
STREET = (r"street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|place|square"
          r"|way|close|terrace|boulevard|blvd|crescent|gardens|highway|parkway")
PLAIN = [(re.compile(p, re.I), mask) for p, mask in (
    (r"\b[a-z]{2,}://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)+/\w\S*", "[URL]"),
    (r"\b[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+\b", "[EMAIL]"),
)]
DIGITS = [(re.compile(p, re.I), mask) for p, mask in (
    (r"\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b", "[MAC]"),
    (r"\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\b", "[IP]"),
    (r"\b\d{3}-\d{2}-\d{4}\b", "[SSN]"),
    (r"\+?\d[\d ().-]{6,}\d(?: ?(?:x|ext\.?) ?\d{1,5})?", "[PHONE]"),
    (r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b",
     "[POSTCODE]"),
)] + [(re.compile(p), "[ADDRESS]") for p in (
    rf"\b\d{{1,5}}[a-z]?,? (?:[A-Z]\w+ ){{1,4}}(?i:{STREET})\b",
    r"\b[A-Z]\w+(?:str\.|straße|strasse|weg|straat|laan|allee) \d{1,5}[a-z]?\b",
    r"\b\d{1,5},? (?:rue|calle|via|avenida) (?:\w{1,3} )*[A-Z]\w+",
)]
IBAN = re.compile(r"\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}\b", re.I)
CARD = re.compile(r"\b\d(?:[ .-]?\d){11,18}\b")
HANDLE = re.compile(r"(?<![\w.@])@\w{2,}")
WORD = re.compile(r"[^\W\d_]+")


def luhn(match):
    digits = [int(c) for c in match[0] if c.isdigit()]
    odd, even = digits[-1::-2], digits[-2::-2]
    total = sum(odd) + sum(sum(divmod(2 * d, 10)) for d in even)
    return "[CARD]" if total % 10 == 0 else match[0]


def mod97(match):
    text = re.sub(r"[ -]", "", match[0]).upper()
    value = int("".join(str(int(c, 36)) for c in text[4:] + text[:4]))
    return "[IBAN]" if value % 97 == 1 else match[0]


def phrase(pattern):
    """A pattern's regular expression and the word it hinges on."""
    made, words = "", []
    for part in pattern.split():
        if part in MARKS:
            made += MARKS[part]
            continue
        made += GAP if made and made != MARKS["^"] else ""
        if part in SLOTS:
            made += SLOTS[part]
        else:
            words += WORD.findall(part.lower())
            made += rf"\b(?i:{re.escape(part)})\b"
    return re.compile(made), max(words, key=len)


def phrases(folder):
    found, never = {}, set()
    for path in sorted(glob.glob(folder + "/*.tsv")):
        for line in open(path, encoding="utf-8"):
            kind, *rest = line.rstrip("\n").split("\t")
            if kind == "-NAME":
                never.update(rest[1].lower().split())
            elif not line.startswith("#") and rest:
                for pattern in filter(None, rest[1:]):
                    rule, anchor = phrase(pattern)
                    found.setdefault(anchor, []).append((rule, f"[{kind}]"))
    return found, never


def shapes(path):
    signs = {"d": r"\d", "a": "[a-z]", "w": "[a-z0-9]", "?": "[ .-]?"}
    for shape in re.findall(r'^\t\{ "([^"]+)"', open(path).read(), re.M):
        made = "".join(signs.get(c, re.escape(c)) for c in shape)
        yield re.compile(rf"\b{made}\b", re.I)


def main(folder, source, records):
    by_word, never = phrases(folder)
    numbers = [s for path in source.split(",") for s in shapes(path)]

    def cover(match, mask):
        slot = match[1] if match.re.groups else match[0]
        if slot.split()[0].lower() in never:
            return match[0]
        return match[0].replace(slot, mask)

    def redact(words):
        if "/" in words or "@" in words or "www" in words:
            for rule, mask in PLAIN:
                words = rule.sub(mask, words)
        if any(c.isdigit() for c in words):
            words = CARD.sub(luhn, IBAN.sub(mod97, words))
            for rule in numbers:
                words = rule.sub("[ID]", words)
            for rule, mask in DIGITS:
                words = rule.sub(mask, words)
        for word in by_word.keys() & WORD.findall(words.lower()):
            for rule, mask in by_word[word]:
                words = rule.sub(lambda m: cover(m, mask), words)
        return HANDLE.sub("[HANDLE]", words) if "@" in words else words

    for line in open(records, encoding="utf-8"):
        record = json.loads(line)
        for key in "title", "text":
            if record.get(key):
                record[key] = redact(record[key])
        print(json.dumps(record, ensure_ascii=False))


main(*sys.argv[1:])
