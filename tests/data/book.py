"""book.py - what the checks of a workbook begin with."""
import json
import sys

import openpyxl

wb = openpyxl.load_workbook(sys.argv[1])
lines = [json.loads(l) for l in open(sys.argv[2], encoding="utf-8")] if len(sys.argv) > 2 else []


def column(ws, head):
    """Number of the column under this head in the first row."""
    return [c.column for c in ws[1] if c.value == head][0]


def texts(ws):
    return [c.value for r in ws.iter_rows() for c in r if isinstance(c.value, str)]


def words(text):
    """What a reader of workbooks makes of the escape that openpyxl leaves."""
    return text.replace("_x005F_", "_")


