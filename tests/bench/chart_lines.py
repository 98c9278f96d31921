#!/usr/bin/env python3
"""chart_lines.py - metric lines for N pages with a trend and six quotes each.

usage: chart_lines.py N [latin|cjk] > lines.ndjson
"""
import json
import sys

LATIN = ["The 7:40 left at 7:52 again, and twelve minutes is a tray of bread to me.",
         "Nobody on deck knew which gate, and the board said nothing at all.",
         "Seats were clean and the crew helped my father down the steps.",
         "It was fine. I would take it again when the weather is like this.",
         "Lovely crew, hot tea, and my daughter waved all the way across.",
         "On time every morning this month, which I had stopped hoping for."]
CJK = ["船内はとても清潔で、乗組員の方も親切でした。ただ、出発が毎朝遅れるのは困ります。",
       "座位乾淨，但廣播聽不清楚，錯過了下船的碼頭，下次希望有螢幕。"]
MONTHS = [f"2025-{m:02}" for m in range(1, 13)] + ["2026-01"]
GROUPS = ["detractor", "detractor", "passive", "promoter", "promoter", "promoter"]


def quotes(metric, words):
    for i, group in enumerate(GROUPS):
        text = f"{words[i % len(words)]} {metric[8:]}"
        yield {"role": "voice", "id": f"{metric}:{i}", "span": [0, len(text.encode())], "text": text,
               "masks": [], "date": f"2026-01-{i + 3:02}", "channel": "Web survey", "score": [2, 5, 7, 9, 10, 10][i],
               "scale": "0-10", "group": group, "by": {}, "ticket": f"{i:016x}",
               "lang": "ja" if words is CJK else "en"}


def main():
    words = CJK if "cjk" in sys.argv[2:] else LATIN
    for k in range(int(sys.argv[1])):
        for m, month in enumerate(MONTHS):
            value = 30 + (k * 7 + m * 5) % 23
            line = {"fb": "metric", "metric": f"measure {k}", "of": {"kind": "nps", "field": "score",
                    "scale": "0-10", "cuts": [6, 9], "tz": "UTC"}, "by": {}, "period": month,
                    "unit": "points", "better": "up", "n": 400 + m, "value": value, "lo": value - 7,
                    "hi": value + 7, "stat": {"groups": {"detractor": 130, "passive": 70, "promoter": 212}}}
            if month == MONTHS[-1]:
                line["prev"] = {"period": MONTHS[-2], "value": value - 3, "diff": 3, "lo": -7, "hi": 13,
                                "p": 0.5, "q": 0.7, "tests": 20, "signal": False}
                line["quotes"] = list(quotes(f"measure {k}", words))
                line["voice"] = {"eligible": 300, "silent": [], "flags": []}
            print(json.dumps(line, ensure_ascii=False))


main()
