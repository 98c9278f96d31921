#!/usr/bin/env python3
"""chart_gnuplot.py - the pages of chart_lines.py as a script for gnuplot has them.

usage: chart_gnuplot.py lines.ndjson out.pdf > pages.gp
"""
import json
import sys
import textwrap


def page(points):
    last = points[-1]
    print("$data << END")
    for i, p in enumerate(points):
        print(i, p["value"], p["lo"], p["hi"], p["period"])
    print("END\nunset label\nunset object")
    print(f"set label 1 '{last['metric']}: {last['value']}' at screen 0.08, screen 0.92 font 'Vollkorn,21'")
    print(f"set label 2 '13 months; n = {last['n']}' at screen 0.08, screen 0.9 font 'Inter,9.5'")
    for i, q in enumerate(last["quotes"]):
        left, top = 0.08 + 0.44 * (i // 3), 0.49 - 0.14 * (i % 3)
        words = "\\n".join(textwrap.wrap(q["text"], 44))
        print(f"set label {10 + 2 * i} \"“{words}”\" at screen {left + 0.04}, screen {top} font 'Vollkorn,10.6'")
        print(f"set label {11 + 2 * i} '{q['date']} {q['channel']} #{q['id']}' at screen {left + 0.04}, "
              f"screen {top - 0.08} font 'Inter,7.2'")
        print(f"set object {i + 1} rectangle from screen {0.08 + 0.14 * i}, screen 0.53 "
              f"to screen {0.21 + 0.14 * i}, screen 0.55 fillcolor '#0f5499' fillstyle solid")
    print("plot $data using 1:3:4 with filledcurves fillcolor '#d6e4f0' notitle, "
          "$data using 1:2:xticlabels(5) with lines linewidth 1.8 linecolor '#0f5499' notitle")


def main():
    series = {}
    with open(sys.argv[1]) as lines:
        for line in lines:
            cell = json.loads(line)
            series.setdefault(cell["metric"], []).append(cell)
    print(f"set terminal pdfcairo size 8.27in,11.69in\nset output '{sys.argv[2]}'")
    print("set lmargin at screen 0.13\nset rmargin at screen 0.77\nset tmargin at screen 0.85")
    print("set bmargin at screen 0.63\nset border 1\nset grid ytics")
    for points in series.values():
        page(points)


main()
