"""metric_pandas.py - what fb-metric counts, as pandas would do it."""
import sys

import pandas

frame = pandas.read_json(sys.argv[1], lines=True)
frame["month"] = frame["date"].astype(str).str[:7]
frame["group"] = pandas.cut(frame["score"], [-1, 6, 8, 10])
for keys in (["month"], ["region", "month"], ["channel", "plan", "month"]):
    print(frame.groupby(keys)["score"].agg(["mean", "count", "var"]))
    print(frame.groupby(keys + ["group"], observed=True).size())
