#!/usr/bin/env python3
"""chart_pages.py - the pages of chart_lines.py as a script for matplotlib has them.

usage: chart_pages.py lines.ndjson out.pdf
"""
import json
import sys
import textwrap

import matplotlib
matplotlib.use("pdf")
import matplotlib.pyplot as plt
from matplotlib.backends.backend_pdf import PdfPages

INK = {"detractor": "#c2410c", "passive": "#c9cdd2", "promoter": "#0f5499"}


def strip(fig, y, parts):
    ax = fig.add_axes([0.08, y, 0.84, 0.02])
    left = 0
    for group, part in parts:
        ax.barh(0, part, left=left, color=INK[group])
        left += part
    ax.set_xlim(0, left)
    ax.axis("off")


def page(pdf, points):
    last = points[-1]
    fig = plt.figure(figsize=(8.27, 11.69))
    fig.text(0.08, 0.92, f"{last['metric']}: {last['value']}", size=21, weight="bold")
    fig.text(0.08, 0.9, f"13 months; band: 95% interval; n = {last['n']}", size=9.5, color="#565c66")
    ax = fig.add_axes([0.13, 0.63, 0.64, 0.22])
    x = range(len(points))
    ax.fill_between(x, [p["lo"] for p in points], [p["hi"] for p in points], color="#d6e4f0")
    ax.plot(x, [p["value"] for p in points], color="#0f5499", lw=1.8)
    ax.set_xticks(list(x)[::2])
    ax.set_xticklabels([p["period"] for p in points][::2], size=7.6)
    ax.grid(axis="y", color="#e4e6e9")
    for side in "top", "right", "left":
        ax.spines[side].set_visible(False)
    strip(fig, 0.56, last["stat"]["groups"].items())
    strip(fig, 0.53, [(q["group"], 1) for q in last["quotes"]])
    for i, q in enumerate(last["quotes"]):
        left, top = 0.08 + 0.44 * (i // 3), 0.49 - 0.14 * (i % 3)
        fig.text(left, top, str(q["score"]), size=8, color="white",
                 bbox={"boxstyle": "round", "color": INK[q["group"]]})
        fig.text(left + 0.04, top, textwrap.fill(f"“{q['text']}”", 44), size=10.6, va="top", family="serif")
        fig.text(left + 0.04, top - 0.06, f"{q['date']} · {q['channel']} · NPS {q['score']}  #{q['id']}", size=7.2)
    pdf.savefig(fig)
    plt.close(fig)


def main():
    series = {}
    with open(sys.argv[1]) as lines:
        for line in lines:
            cell = json.loads(line)
            series.setdefault(cell["metric"], []).append(cell)
    with PdfPages(sys.argv[2]) as pdf:
        for points in series.values():
            page(pdf, points)


main()
