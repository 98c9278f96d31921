#!/usr/bin/env python3
"""pages.py - write pages.ndjson: lines for every kind of page of a report.

usage: pages.py > pages.ndjson

An invented water company, thirteen months, five kinds of customers, themes,
stages of a journey, and quotes of every role. The figures are made up and laid
in here, so that a page can be tested without a run of the other tools.
"""
import json

MONTHS = ["2025-10", "2025-11", "2025-12"] + [f"2026-{m:02}" for m in range(1, 11)]
NOW, BEFORE = MONTHS[-1], MONTHS[-2]
KINDS = [("Homes", 1904, 41), ("Landlords", 1220, 47), ("Care homes", 702, 52),
         ("Shops", 518, 25), ("Farms", 611, 34)]
SLIDE = [0, 1, -1, 0, 1, -1, -7, -8, -10, -12, -13, -18, -22]
WAVE = [0, 1, -1, 2, 3, 1, 0, 2, 1, 3, 2, 1, 0]
THEMES = [("water quality", 1402, 8.6, 1374, "fine"), ("appointments", 1188, 6.1, 1224, "mixed"),
          ("meter reading", 964, 2.4, 189, "angry"), ("engineers", 871, 8.9, 862, None),
          ("prices and fees", 640, 5.2, 593, "mixed"), ("app and account", 522, 4.4, 324, "angry"),
          ("bills", 407, 3.3, 283, "angry"), ("leaks", 311, 8.1, 296, "fine"),
          ("moving house", 144, 5.9, 160, "mixed"), ("hard water", 66, 6.4, 70, "mixed"),
          ("water meters in sheds and stables and under yards of concrete", 21, 3.9, 24, "angry")]
STAGES = [("join", 4.1, 4.0, 188), ("first bill", 3.4, 3.5, 402), ("everyday", 4.5, 4.4, 2911),
          ("price change", 3.1, 3.3, 276), ("visit", 4.6, 4.5, 733), ("a problem", 2.9, 3.0, 644),
          ("ask for help", 1.8, 3.2, 512), ("put right", 4.2, 4.0, 240), ("move or leave", 3.7, 3.9, 97),
          ("return", 4.4, 4.1, 7)]
WORDS = {
    "angry": [
        ("en", "Forty minutes of the same tune at lambing time, with the trough dry. The woman who answered in "
               "the end was kind, and could do nothing."),
        ("en", "You read my meter once a year now and guess the rest. The guess was four times what we used."),
        ("de", "Drei Rechnungen, drei verschiedene Beträge, und niemand am Telefon weiß, welche gilt."),
        ("ar", "انتظرت على الهاتف نصف ساعة ثم انقطع الخط. لم يتصل بي أحد بعد ذلك."),
        ("en", "The update threw away my readings. Four years of readings."),
        ("zh-Hant", "客服很有禮貌，但是我等了四十分鐘才有人接電話 😢")],
    "mixed": [
        ("fr", "Le technicien est parfait, mais impossible de savoir à quelle heure il passe. J’ai pris une "
               "demi-journée de congé pour rien."),
        ("en", "Moving in asked for my date of birth, my phone and a photo of the door. For water?"),
        ("en", "I pay for the cover and still pay the call-out. Small print is not a relationship.")],
    "fine": [
        ("en", "Tastes of nothing, as water should. Even in August!"),
        ("ja", "電話の方がとても親切で、翌日には水漏れが直っていました。"),
        ("en", "Wrote on Sunday, mended on Monday, and the manager rang to say why it happened. That is how you "
               "keep people."),
        ("es", "Nunca falla. Ojalá pudiera cambiar la cita sin tener que llamar.")],
}
SEEN = {"n": 0}


def line(obj):
    print(json.dumps(obj, ensure_ascii=False, separators=(",", ":")))


def group_of(score):
    return "detractor" if score <= 6 else "passive" if score <= 8 else "promoter"


def quote(mood, by, role="voice", scale="0-10", period=None):
    SEEN["n"] += 1
    k = SEEN["n"]
    lang, text = WORDS[mood][k % len(WORDS[mood])]
    score = {"angry": 2, "mixed": 7, "fine": 10}[mood] - k % 2
    q = {"role": role, "id": f"kw:{k:04}", "span": [0, len(text.encode())], "text": text, "masks": [],
         "date": f"{period or NOW}-{1 + k % 28:02}", "channel": ["Phone survey", "E-mail", "App review"][k % 3],
         "lang": lang, "score": score, "scale": scale, "group": group_of(score), "by": by,
         "speaks_for": {"est": 40, "share": 0.2}, "ticket": f"{k * 7919 % 65521:016x}", "sha256": "0" * 64}
    if scale == "low":
        q["scale"] = "0-10"
        q["group"] = {"angry": "low", "mixed": "mid", "fine": "high"}[mood]
    if scale == "1-5":
        q["score"] = {"angry": 1, "mixed": 3, "fine": 5}[mood]
        q["group"] = {"angry": "low", "mixed": "mid", "fine": "high"}[mood]
    if period:
        q["period"] = period
    return q


def versus(period, value, before, signal, q, width=4.0):
    return {"period": period, "value": before, "diff": round(value - before, 4), "lo": value - before - width,
            "hi": value - before + width, "p": q / 2, "q": q, "tests": 48, "signal": signal}


NPS = {"kind": "nps", "field": "score", "scale": "0-10", "cuts": [6, 9], "tz": "UTC"}
MEAN = {"kind": "mean", "field": "ease", "scale": "1-5", "tz": "UTC"}
SCORE = {"kind": "mean", "field": "score", "scale": "0-10", "tz": "UTC"}
COUNT = {"kind": "count", "field": "", "scale": "", "tz": "UTC"}


def nps(by, period, value, n, **more):
    low = round(n * (100 - value) / 200 * 0.9)
    groups = {"detractor": low, "passive": n - low - (low + round(n * value / 100)),
              "promoter": low + round(n * value / 100)}
    width = round(170 / n ** 0.5, 1)
    line({"fb": "metric", "metric": "nps", "of": NPS, "by": by, "period": period, "unit": "points",
          "better": "up", "n": n, "value": value, "lo": value - width, "hi": value + width, "method": "score",
          "stat": {"groups": groups}, **more})


def voice(eligible, **more):
    return {"mix_tv": 0.03, "coverage": 0.41, "uncovered": 0.59, "withheld": 1, "eligible": eligible,
            "silent": [], "flags": [], **more}


def segments():
    for i, month in enumerate(MONTHS):
        more = {}
        if month == NOW:
            more = {"prev": versus(BEFORE, 31, 36, True, 0.004), "quotes":
                    [quote(m, {"kind": "Homes"}) for m in ("angry", "angry", "mixed", "fine", "fine", "fine")] +
                    [quote("fine", {"kind": "Homes"}, "happy_but") for _ in range(2)] +
                    [quote("angry", {"kind": "Shops"}, "minority"),
                     quote("angry", {"kind": "Farms"}, "changed_up"),
                     quote("mixed", {"kind": "Homes"}, "changed_down", period=BEFORE)],
                    "voice": voice(2230)}
        nps({}, month, 31 if month == NOW else 36 + WAVE[i], 4955, **more)
        for kind, n, level in KINDS:
            if kind == "Shops" and month in ("2025-12", "2026-01"):
                nps({"kind": kind}, month, 20, 6, flags=["small"])
                continue
            if kind == "Care homes" and month == "2026-02":
                continue
            value = level + (SLIDE[i] if kind == "Farms" else WAVE[i])
            flags = ["wide"] if kind == "Shops" and i < 6 else []
            now = {}
            if month == NOW:
                farms = kind == "Farms"
                now = {"prev": versus(BEFORE, value, value + (4 if farms else 1), False, 0.4),
                       "yoy": versus(MONTHS[0], value, level, farms, 0.0001 if farms else 0.7),
                       "quotes": [quote(m, {"kind": kind}) for m in
                                  (("angry", "angry", "mixed", "fine", "fine") if farms else
                                   ("angry", "mixed", "fine"))] +
                       ([quote("fine", {"kind": kind}, "happy_but")] if kind in ("Homes", "Shops") else []) +
                       ([quote("angry", {"kind": kind}, "last_words", period="2026-06")] if farms else []),
                       "voice": voice(214 if farms else 500, flags=
                                      {"Shops": ["text_score_disagree"], "Landlords": ["voices_differ"]}.get(kind, []),
                                      omitted={} if kind != "Care homes" else
                                      {"happy_but": "fewer than 30 low scores with words"})}
            nps({"kind": kind}, month, value, 24 if flags else n, flags=flags, **now)


def themes():
    for name, n, mean, before, mood in THEMES:
        by = {"themes": name}
        clear = abs(n - before) / before > 0.3
        line({"fb": "metric", "metric": "count", "of": COUNT, "by": by, "period": NOW, "unit": "records",
              "better": "none", "n": n, "value": n, "method": "count", "stat": {},
              "prev": versus(BEFORE, n, before, clear, 0.001 if clear else 0.5)})
        line({"fb": "metric", "metric": "score", "of": SCORE, "by": by, "period": NOW, "unit": "",
              "better": "up", "n": n, "value": mean, "lo": mean - 0.2, "hi": mean + 0.2, "method": "t",
              "stat": {"groups": {"low": n // 3, "mid": n // 3, "high": n // 3}},
              "prev": versus(BEFORE, mean, mean + 0.1, False, 0.6, 0.3),
              "quotes": [quote(mood, {"kind": "Homes"}, scale="low")] if mood else [],
              "voice": voice(n // 2 if mood else 0, silent=[] if mood else
                             [{"group": "high", "slots": 1, "quoted": 0, "n": n}])})
        line({"fb": "driver", "metric": "score", "of": SCORE, "by": {}, "period": NOW, "field": "themes",
              "value": name, "n": n, "records": 4955, "lift": round((6.2 - mean) * n / 4955, 3),
              "share": 0.31 if name == "meter reading" else 0.04, "r2": 0.22, "flags": []})


def stages():
    for i, (name, mean, before, n) in enumerate(STAGES):
        for month, value in ((BEFORE, before), (NOW, mean)):
            more = {}
            if month == NOW:
                low = mean < 3.5
                worse = name == "ask for help"
                more = {"prev": versus(BEFORE, mean, before, worse, 0.0001 if worse else 0.5, 0.2),
                        "quotes": [quote("angry" if low else "fine", {"kind": "Homes"}, scale="1-5")
                                   for _ in range(2)] if n >= 10 else [], "voice": voice(n)}
            small = {"flags": ["small"]} if n < 10 else {}
            line({"fb": "metric", "metric": "ease", "of": MEAN, "by": {"stage": name}, "period": month,
                  "unit": "", "better": "up", "n": n, "value": value, "lo": value - 0.12, "hi": value + 0.12,
                  "method": "t", "stat": {"groups": {"low": n // 3, "mid": n // 3, "high": n - 2 * (n // 3)}},
                  **small, **more})


def terms():
    for by, words in (({"kind": "Farms"}, [("meter", 61), ("trough", 31), ("once a year", 22)]),
                      ({"kind": "Homes"}, [("bath", 44)])):
        for word, k in words:
            line({"fb": "term", "by": by, "period": NOW, "term": word, "n": 214, "customers": k,
                  "others": {"n": 1800, "customers": k // 2}, "z": 4.1, "g2": 30.2, "q": 0.0002,
                  "tests": 812, "flags": []})


def declines():
    for kind, verdict, spoke in (("Farms", ["fewer speak"], 40), ("Mills", ["silent"], 0), ("Homes", [], 190)):
        line({"fb": "decline", "metric": "customers", "by": {"kind": kind}, "period": NOW, "periods": 12,
              "speak": {"value": spoke / 20, "lo": 3.1, "hi": 9.4, "t": -4.2 if spoke == 40 else -0.3,
                        "phi": 1.4, "p": 0.001, "q": 0.003, "signal": spoke == 40},
              "customers": {"value": 2000, "t": 0.1, "phi": 1, "p": 0.6, "q": 0.6, "signal": False},
              **({"break": {"period": "2026-05", "p": 0.0005}} if spoke == 40 else {}),
              "verdict": verdict, "tests": 6,
              "stat": {"spoke": [spoke * 2 - spoke * i // 12 for i in range(12)], "customers": [2000] * 12}})


def shifts():
    line({"fb": "shift", "metric": "nps", "of": NPS, "by": {}, "period": NOW, "unit": "points", "periods": 13,
          "value": 31, "limits": {"mean": 37, "lo": 33, "hi": 41, "sigma_z": 1, "rules": [1]},
          "break": {"period": "2026-04", "from": "2026-03", "until": "2026-05", "before": 38.2, "after": 36.4,
                    "p": 0.001, "q": 0.02, "signal": True}, "tests": 6, "stat": {}})


def names():
    line({"fb": "report", "org": "Kestrel Water", "name": "Customer numbers and letters", "period": NOW,
          "locale": "en", "metrics": ["nps", "score", "ease", "count"],
          "source": "answers to the monthly survey, app reviews and mails"})
    for metric, name, note in (("nps", "Would recommend", "Net Promoter Score, −100 to 100"),
                               ("score", "Score", "mean of 0 to 10"), ("ease", "Ease", "mean of 1 to 5"),
                               ("count", "Records", "received in the month")):
        line({"fb": "label", "metric": metric, "name": name, "note": note})
    line({"fb": "label", "field": "kind", "name": "kind of customer"})
    line({"fb": "label", "by": {}, "name": "All customers"})
    for name in [s[0] for s in STAGES[:5]] + ["complain"] + [s[0] for s in STAGES[5:]]:
        line({"fb": "label", "by": {"stage": name}, "name": name.capitalize()})
    line({"fb": "event", "date": "2026-04-01", "by": {"kind": "Farms"}, "text": "April: meters read once a year"})
    line({"fb": "event", "date": "2026-10-10", "text": "10 October: new telephone line"})


names()
segments()
themes()
stages()
terms()
shifts()
declines()
