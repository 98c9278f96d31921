#!/usr/bin/env python3
"""kestrel.py - write what the customers of an invented water company answered.

usage: kestrel.py > answers.csv

Thirteen months of a survey with five kinds of customers, eight questions, calls
with a beginning and an end, and words in six languages; in October 2026 a new
telephone line goes wrong. Only random() draws, so that the bytes are the same
everywhere. What the other tools make of it is drawn beside the pages that a
report should look like.
"""
import csv
import random
import sys

MONTHS = [(2025, m) for m in (10, 11, 12)] + [(2026, m) for m in range(1, 11)]
MONTHLY = 640
KINDS = [("Homes", 0.4, 0.0), ("Landlords", 0.24, 0.3), ("Care homes", 0.14, 0.6),
         ("Shops", 0.12, -0.7), ("Farms", 0.1, -0.4)]
CHANNELS = ["Phone survey", "Web survey", "App review", "E-mail", "Ticket"]
TUNES = ["the same march", "eight bars of a waltz", "a choir", "the sea", "nothing at all"]
PLACES = ["the yard", "the kitchen", "ward two", "the back shop", "the third floor", "the lambing shed", "the stairwell",
          "the laundry", "the cellar", "number nine"]
WHO = ["The man with the blue van", "Your engineer", "Whoever came on Friday", "The young woman on the desk",
       "The crew", "Somebody called [NAME]"]

# Sentences by how content their writer is; {n} is a number, {t} a tune and so on.
LOW = [
    "Pressed two, then four, then two again, and listened to {t} for {n} minutes.",
    "Nobody rang back. I have a list of {n} dates on which somebody was going to.",
    "The meter at {p} was last read by a human being {n} months ago.",
    "Third bill this year, third amount, and the one I paid is on none of them.",
    "Water came up through the floor of {p} while your line told me how much you value my call.",
    "The app forgot me, my address and {n} readings.",
    "I am told the old number still works. It rings in an empty room.",
    "{w} shrugged and said the system would not let him.",
]
MID = [
    "{w} was good company, only the day was the wrong one.",
    "Mended in {n} minutes once it was found; finding it took the better part of a week.",
    "Fair price, clear bill, and a form that asks for my date of birth to report a puddle.",
    "I do not think about you much, which I suppose is the idea.",
    "Letters come on thick paper. I would rather have them short.",
    "The pressure at {p} is back, the garden is not.",
]
HIGH = [
    "{w} took his boots off without being asked.",
    "Rang at seven, mended by noon, and a call the day after to hear if {p} was dry.",
    "Cold, clear, there. {n} years and I have never once had to think about it.",
    "{w} drew my boy a map of where the water comes from.",
    "The new bill says what I owe in the first line. Thank you!",
    "You noticed the leak at {p} before we did 😀",
    "When the main burst you had bottles at the door of {p} within the hour.",
]
LONG = {
    "LOW": "\n\nWe are {n} people here and some of us cannot carry a bucket. I explained that to a voice, then to "
           "another voice, and both of them were sorry in the same words. I have no quarrel with either. I would like "
           "to know who decided that a burst pipe and a change of address belong in the same queue.\n\nCall me on "
           "[PHONE] if you want to hear how it ended. It has not ended.",
    "MID": "\n\nIf you read this, whoever you are: the people who come are the company. The rest is paper.",
    "HIGH": "\n\nI have been rude about you for {n} years and I am writing to take some of it back.",
}
FOREIGN = {
    "LOW": [("de", "Der Zähler wurde seit {n} Monaten nicht abgelesen, und jede Rechnung ist geschätzt."),
            ("ar", "اتصلت {n} مرات ولم يجب أحد، ثم وصلتني فاتورة لا أفهمها. أريد أن أتحدث إلى إنسان.",
             "I rang {n} times and nobody answered, then a bill came that I do not understand. I want to speak to "
             "a human being."),
            ("zh-Hant", "電話等了{n}分鐘，音樂換了三次，最後還是沒有人接 😢 廚房還在漏水。",
             "Waited {n} minutes on the telephone, the music changed three times and in the end nobody came on 😢 "
             "The kitchen still leaks.")],
    "MID": [("fr", "Le plombier est venu avec {n} jours de retard, mais il a tout expliqué et tout nettoyé."),
            ("es", "El agua bien, las facturas no tanto: llevo {n} meses pagando la de otro piso.")],
    "HIGH": [("he", "התקשרתי {n} פעמים, ובסוף הגיע מישהו סבלני שתיקן הכול והסביר הכול.",
              "I rang {n} times, and in the end somebody patient came who mended everything and explained everything."),
             ("ja", "水漏れの連絡をしたら{n}分で来てくれました。説明もとても丁寧で、安心しました。",
              "I reported a leak and somebody was here in {n} minutes. The explanation was very polite, too, and I "
              "felt at ease."),
             ("fr", "Toujours là, toujours fraîche. Depuis {n} ans, pas un souci.")],
}
ENGLISH = {"LOW": LOW, "MID": MID, "HIGH": HIGH}


def pick(dice, items):
    return items[int(dice.random() * len(items))]


def chance(dice, p):
    return dice.random() < p


def words(dice, mood):
    if chance(dice, 0.14):
        lang, text, *other = pick(dice, FOREIGN[mood])
    else:
        other = []
        lang, text = "en", pick(dice, ENGLISH[mood])
        if chance(dice, 0.6):
            text += " " + pick(dice, ENGLISH[mood])
        if chance(dice, 0.18):
            text += LONG[mood]
    slots = dict(n=3 + int(dice.random() * 58), t=pick(dice, TUNES), p=pick(dice, PLACES), w=pick(dice, WHO))
    return lang, text.format(**slots), "".join(other).format(**slots)


def kind_of(dice):
    x = dice.random()
    for name, share, level in KINDS:
        if x < share:
            return name, level
        x -= share
    return KINDS[0][0], KINDS[0][2]


def on_scale(dice, lo, hi, middle, spread):
    x = middle + spread * (sum(dice.random() for _ in range(4)) - 2) * 1.7
    return max(lo, min(hi, round(x)))


def row(dice, number, month, i):
    late = i == len(MONTHS) - 1
    kind, level = kind_of(dice)
    level -= 0.11 * i if kind == "Farms" else 0
    level -= 0.55 if late else 0
    score = on_scale(dice, 0, 10, 8.4 + level, 2.1) if not chance(dice, 0.12) else on_scale(dice, 0, 10, 3, 2)
    mood = "LOW" if score <= 6 else "MID" if score <= 8 else "HIGH"
    day = 1 + int(dice.random() * 28)
    took = 2 + 30 * dice.random() ** 2 * (1.6 if late else 1)
    lang, text, translation = words(dice, mood) if chance(dice, 0.42) else ("", "", "")
    out = {"id": f"kw-{number:05}", "date": f"{month[0]}-{month[1]:02}-{day:02}", "channel": pick(dice, CHANNELS),
           "customer": f"c{int(dice.random() * 4000):04}", "kind": kind, "score": score, "lang": lang, "text": text,
           "translation": translation,
           "consent": "no" if chance(dice, 0.07) else "yes",
           "supply": on_scale(dice, 1, 5, 4.2 + level / 3, 1), "water": on_scale(dice, 1, 5, 4.5, 0.7),
           "visit": on_scale(dice, 1, 5, 4.3 + level / 4, 0.9), "price": on_scale(dice, 1, 5, 3.1, 1.2),
           "app": on_scale(dice, 1, 5, 3.9 + (level if not late else level - 0.2) / 3, 1.1),
           "effort": on_scale(dice, 1, 7, 5.4 + level - (0.9 if late else 0), 1.4),
           "first": "yes" if chance(dice, 0.72 if late else 0.64) else "no",
           "opened": f"{month[0]}-{month[1]:02}-{day:02}T08:00:00Z",
           "solved": f"{month[0]}-{month[1]:02}-{day:02}T{8 + int(took) % 15:02}:{int(took * 60) % 60:02}:00Z"}
    for field, share in (("visit", 0.5), ("app", 0.4), ("effort", 0.6), ("first", 0.5), ("price", 0.8)):
        if not chance(dice, share):
            out[field] = ""
    if not chance(dice, 0.3):
        out["opened"] = out["solved"] = ""
    return out


def main():
    dice, number, out = random.Random(1887), 0, None
    for i, month in enumerate(MONTHS):
        for _ in range(MONTHLY + (40 * i) % 90):
            number += 1
            r = row(dice, number, month, i)
            if not out:
                out = csv.DictWriter(sys.stdout, r.keys(), lineterminator="\n")
                out.writeheader()
            out.writerow(r)


main()
