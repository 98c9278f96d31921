#!/usr/bin/env python3
"""paired.py - write paired.ndjson: a report of an invented ferry company.

usage: paired.py FB-METRIC > paired.ndjson

Three routes, three measures, thirteen months; the numbers are fb-metric's own,
the quotes are laid in here so that renderers can be tested without a draw.
"""
import hashlib
import json
import subprocess
import sys

MONTHS = ["2025-10", "2025-11", "2025-12"] + [f"2026-{m:02}" for m in range(1, 11)]
NOW = MONTHS[-1]
ROUTES = [("harbour", 64), ("north", 42), ("island", 26)]
WORDS = [
    ("en", "The 7:40 left at 7:52 again. I run a bakery and twelve minutes is a tray of bread."),
    ("en", "=1+1 is what your ticket machine seems to think a family fare is."),
    ("en", "-5 stars. Nobody on deck knew which gate."),
    ("ar", "انتظرنا 45 دقيقة على الرصيف ولم يخبرنا أحد بشيء. الطاقم لطيف لكن المواعيد لا تُحترم."),
    ("ja", "船内はとても清潔で、乗組員の方も親切でした。ただ、出発が毎朝遅れるのは困ります。"),
    ("en", "Lovely crew, clean seats, hot tea 😀 🛳️ 👩‍👩‍👧 and my daughter waved all the way."),
    ("de", "Pünktlich, sauber, freundlich. „Bitte so weitermachen“, sagt mein Vater."),
    ("en", "The lift at the north pier has been out since spring. I use a wheelchair, so each "
           "crossing begins with asking two strangers to carry me down eleven steps while the "
           "others look at their phones, and it ends the same way on the other side. I do not "
           "want an apology any more, I want the lift. Please."),
    ("en", "Call me on [PHONE], [NAME] at the desk said someone would."),
    ("fr", "Le bateau est propre et le café est bon."),
    ("en", "First line.\nSecond line, after a break: still waiting."),
    ("en", "Best ten minutes of my day."),
    ("zh-Hant", "座位乾淨，但廣播聽不清楚，錯過了下船的碼頭。"),
    ("en", "_x0041_ was printed on my receipt, and <b>nobody</b> & nothing could explain it."),
]


def die(*parts):
    """A number 0..9999 that depends on its name alone."""
    text = "/".join(str(p) for p in parts)
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % 10000


def answer(table, roll):
    for value, share in table:
        if roll < share:
            return value
        roll -= share
    return table[-1][0]


NPS_GOOD = [(10, 3200), (9, 2400), (8, 1500), (7, 1100), (5, 900), (2, 900)]
NPS_BAD = [(10, 1100), (9, 1000), (8, 1300), (7, 1200), (5, 2400), (2, 3000)]
CLEAN = [(5, 4300), (4, 2900), (3, 1400), (2, 900), (1, 500)]
CREW_LOW = [(5, 1500), (4, 2000), (3, 3000), (2, 2000), (1, 1500)]
CREW_HIGH = [(5, 6200), (4, 2600), (3, 700), (2, 300), (1, 200)]


def records():
    for month in MONTHS:
        for route, size in ROUTES:
            for i in range(size):
                name = (route, month, i)
                late = route == "harbour" and month == NOW
                crew = CREW_HIGH if route == "north" and month == NOW else CREW_LOW
                day = 1 + die("day", *name) % 28
                lang, text = WORDS[die("text", *name) % len(WORDS)]
                rec = {"id": f"survey:{route[0]}{month.replace('-', '')}{i:03}",
                       "date": f"{month}-{day:02}T{6 + i % 15:02}:{i % 60:02}:00Z",
                       "source": "survey.csv",
                       "channel": ["Web survey", "Phone survey", "Kiosk"][i % 3],
                       "score": answer(NPS_BAD if late else NPS_GOOD, die("nps", *name)),
                       "scale": "0-10", "text": text, "lang": lang, "route": route}
                # The island crew is asked about in few surveys: small cells.
                if route != "island" or i % 8 == 0:
                    rec["crew"] = answer(crew, die("crew", *name))
                    rec["scale.crew"] = "1-5"
                rec["clean"] = answer(CLEAN, die("clean", *name))
                rec["scale.clean"] = "1-5"
                rec["masks"] = ([{"in": "text", "span": [11, 18], "kind": "PHONE"},
                                 {"in": "text", "span": [20, 26], "kind": "NAME"}]
                                if "[PHONE]" in text else [])
                yield rec


def line(obj):
    return json.dumps(obj, ensure_ascii=False, separators=(",", ":"))


def group_of(metric, rec):
    if metric == "nps":
        s = rec["score"]
        return "detractor" if s <= 6 else "passive" if s <= 8 else "promoter"
    if metric == "clean":
        return "yes" if rec["clean"] >= 4 else "no"
    s = rec["crew"]
    return "low" if s <= 2 else "mid" if s == 3 else "high"


FIELD = {"nps": "score", "clean": "clean", "crew": "crew"}


def quote(metric, rec, ticket, share, n):
    text = rec["text"]
    raw = line(rec).encode()
    return {"role": "voice", "id": rec["id"], "span": [0, len(text.encode())], "text": text,
            "masks": rec["masks"], "date": rec["date"], "channel": rec["channel"],
            "lang": rec["lang"], "score": rec[FIELD[metric]],
            "scale": "0-10" if metric == "nps" else "1-5", "group": group_of(metric, rec),
            "by": {"route": rec["route"]},
            "speaks_for": {"est": round(n * share), "share": share}, "ticket": ticket,
            "sha256": hashlib.sha256(raw).hexdigest()}


def pair(cell, recs):
    """Two voices a group; detractors of the north stay silent, for a test."""
    metric, by = cell["metric"], cell["by"]
    mine = [r for r in recs if r["date"].startswith(NOW) and FIELD[metric] in r
            and (not by or r["route"] == by["route"])]
    groups, quotes, silent = {}, [], []
    for r in mine:
        groups.setdefault(group_of(metric, r), []).append(r)
    for name in sorted(groups):
        if metric == "nps" and by.get("route") == "north" and name == "detractor":
            silent.append({"group": name, "slots": 2, "n": len(groups[name])})
            continue
        tickets = sorted((hashlib.sha256(f"fb-quote/1\n2026-10\n{r['id']}".encode()).hexdigest(), r["id"], r)
                         for r in groups[name])
        for t, _, r in tickets[:2]:
            quotes.append(quote(metric, r, t[:16], 0.31, len(groups[name])))
    cell["quotes"] = quotes
    cell["voice"] = {"slots": {k: 2 for k in sorted(groups)}, "mix_tv": 0.033, "coverage": 0.45,
                     "uncovered": 0.55, "withheld": 1, "eligible": len(mine) - 1, "silent": silent,
                     "flags": []}
    return cell


def trail(tool, n_in, n_out, digest_in, digest_out, **facts):
    return line({"fb": "trail", "tool": tool, "version": "0.1.0", "options": facts.pop("options", ""),
                 "in": n_in, "out": n_out, "filtered": 0, "rejected": facts.pop("rejected", 0),
                 "duplicates": facts.pop("duplicates", 0), "digest_in": digest_in,
                 "digest_out": digest_out, **facts})


def main():
    recs = list(records())
    done = subprocess.run([sys.argv[1], "-m", "nps", "-m", "clean=csat:clean@4-5", "-m",
                           "crew=mean:crew@1-5", "--by", "route", "--per", "month", "--asof",
                           "2026-10-31", "--period", NOW], check=True, stdout=subprocess.PIPE,
                          input="".join(line(r) + "\n" for r in recs).encode())
    cells = [json.loads(l) for l in done.stdout.decode().splitlines()]
    metric_trail = [c for c in cells if c["fb"] == "trail"][0]
    out = [
        line({"fb": "report", "org": "Brightwell Ferries", "name": "Passengers' numbers and letters",
              "period": NOW, "locale": "en", "metrics": ["nps", "clean", "crew"],
              "source": "Deck and kiosk surveys of three routes",
              "notes": ["Surveys were handed out on weekdays only."]}),
        line({"fb": "label", "metric": "nps", "name": "Would recommend",
              "note": "Net Promoter Score, −100 to 100"}),
        line({"fb": "label", "metric": "clean", "name": "Clean on board", "note": "share of 4 or 5 of 5"}),
        line({"fb": "label", "metric": "crew", "name": "Crew", "note": "mean of 1–5"}),
        line({"fb": "label", "by": {}, "name": "All routes"}),
        line({"fb": "label", "field": "route", "name": "Route"}),
        line({"fb": "label", "by": {"route": "harbour"}, "name": "Harbour line"}),
        line({"fb": "label", "by": {"route": "island"}, "name": "Island line"}),
        line({"fb": "label", "by": {"route": "north"}, "name": "North line"}),
        line({"fb": "event", "date": "2026-10-05", "text": "new timetable"}),
    ]
    ids = set()
    for c in cells:
        if c["fb"] == "metric":
            out.append(line(pair(c, recs) if c["period"] == NOW else c))
            ids.update(q["id"] for q in c.get("quotes", []))
    for i, r in enumerate([recs[-1], recs[-40], recs[-90]]):
        letter = dict(r)
        if i == 0:
            letter["title"] = "To the captain"
            letter["text"] = r["text"] + "\n\n" + "\n\n".join(w for _, w in WORDS if w[0] not in "=-")
        letter["draw"] = {"stratum": {"route": r["route"]}, "N": 132, "n": 1, "pi": 0.00757,
                          "ticket": hashlib.sha256(r["id"].encode()).hexdigest()[:16]}
        out.append(line(letter))
    d_in, total = metric_trail["digest_in"], len(recs)
    out.append(trail("fb-ingest", total + 9, total, "0" * 32, "5" * 32, rejected=2, duplicates=7))
    out.append(trail("fb-redact", total, total, "5" * 32, d_in, masks={"EMAIL": 3, "PHONE": 118},
                     pseudonyms="unkeyed"))
    out.append(trail("fb-sample", total, 3, d_in, "7" * 32, options="-n 3 --by route -s 2026-10",
                     method="strat", seed="2026-10", seed_source="period", by=["route"]))
    out.append(line(metric_trail))
    out.append(trail("fb-anecdote", total, 0, d_in, "0" * 32, options="-n 5", records=132, no_text=0,
                     short=1, copies=20, withheld=1, no_consent=0, eligible=110, quoted=len(ids)))
    sys.stdout.write("\n".join(out) + "\n")


main()
