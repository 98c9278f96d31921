"""table.py - the rows of the table bench as a Python user writes them."""
import datetime
import json
import sys

import xlsxwriter

KEYS = ("id", "date", "channel", "score", "text", "region", "amount", "plan")
book = xlsxwriter.Workbook(sys.argv[2], {
    "constant_memory": True, "strings_to_formulas": False,
    "strings_to_urls": False})
sheet = book.add_worksheet("Table")
day = book.add_format({"num_format": "yyyy-mm-dd"})
for col, key in enumerate(KEYS):
    sheet.write_string(0, col, key)
row = 0
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    row += 1
    for col, key in enumerate(KEYS):
        value = record[key]
        if key == "date":
            sheet.write_datetime(row, col,
                                 datetime.date.fromisoformat(value), day)
        elif isinstance(value, str):
            sheet.write_string(row, col, value)
        else:
            sheet.write_number(row, col, value)
sheet.freeze_panes(1, 0)
sheet.autofilter(0, 0, row, len(KEYS) - 1)
book.close()
