# fb-xlsx: metric lines, quotes and letters in, a workbook out.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

# Run the Python on standard input with the workbook as wb, and the lines of a
# file as lines.
check() {
  cat "$BATS_TEST_DIRNAME/data/book.py" - > "$BATS_TEST_TMPDIR/check.py"
  /usr/bin/python3 "$BATS_TEST_TMPDIR/check.py" "$@"
}

@test "the report has its sheets in order" {
  run --separate-stderr fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  assert_success
  assert_equal "$output$stderr" ""
  run check a.xlsx <<'END'
print(wb.sheetnames)
END
  assert_output "['Summary', 'NPS', 'CSAT', 'Scores', 'Quotes', 'Letters', 'Follow-up', 'Data', 'Method']"
}

@test "two runs, and standard output, give the same bytes" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  fb-xlsx -o b.xlsx "$DATA/paired.ndjson"
  fb-xlsx < "$DATA/paired.ndjson" > c.xlsx
  cmp a.xlsx b.xlsx
  cmp a.xlsx c.xlsx
}

@test "labels, events and trails may come in any order" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  grep -v '"fb":"metric"' "$DATA/paired.ndjson" | grep -v '"draw"' | tac > rest
  { cat rest; grep '"draw"' "$DATA/paired.ndjson"
    grep '"fb":"metric"' "$DATA/paired.ndjson"; } | fb-xlsx -o b.xlsx
  cmp a.xlsx b.xlsx
}

@test "every quote is whole and verbatim under its id" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx "$DATA/paired.ndjson" <<'END'
import hashlib
ws, n = wb["Quotes"], 0
have = {(r[column(ws, "Full id") - 1], r[column(ws, "Measure") - 1], r[column(ws, "Number of") - 1]):
        r for r in ws.iter_rows(min_row=2, values_only=True)}
metric = {"nps": "Would recommend", "clean": "Clean on board", "crew": "Crew"}
group = {"harbour": "Harbour line", "island": "Island line", "north": "North line", None: "All routes"}
for l in lines:
    for q in l.get("quotes", []) if l.get("fb") == "metric" else []:
        row = have[q["id"], metric[l["metric"]], group[l["by"].get("route")]]
        assert words(row[column(ws, "Quote (whole)") - 1]) == q["text"], q["text"]
        assert row[0] == "#" + hashlib.sha256(q["id"].encode()).hexdigest()[:8]
        assert row[column(ws, "Score") - 1] == q["score"]
        assert row[column(ws, "Masks") - 1] == len(q["masks"])
        assert row[column(ws, "SHA-256 of the words") - 1] == q["sha256"]
        assert row[column(ws, "Date") - 1].strftime("%Y-%m-%d") == q["date"][:10]
        n += 1
print(n, "quotes")
END
  assert_output "58 quotes"
}

@test "a summary row holds real numbers and links to its quote" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx <<'END'
s, q = wb["Summary"], wb["Quotes"]
for row in s.iter_rows(min_row=5, max_row=7):
    name, value, interval, change, reading, chart, quote, source, record = row
    print(name.value.split("\n")[0], "|", value.value, value.number_format, "|", interval.value.replace("\u00a0", " "), "|",
          change.value, change.number_format, "|", reading.value, reading.font.color.rgb)
    at = record.hyperlink.location.replace("'", "").split("!")[1]
    assert q[at].value == record.value
    assert q.cell(q[at].row, column(q, "Quote (whole)")).value == quote.value
print(len(s._charts), "charts")
END
  assert_output "Would recommend | -39.0625 #,##0;−#,##0 | −56 – −18 | -87.5 +0;−0;0 | ▼ clearly worse FFC2410C
Clean on board | 0.71875 #,##0%;−#,##0% | 60–81% | -1.5625 +0.0\" pt\";−0.0\" pt\";0 | ▽ within noise FF565C66
Crew | 3 #,##0.0;−#,##0.0 | ±0.3 | -0.0625 +0.0;−0.0;0 | ▽ within noise FF565C66
8 charts"
}

@test "a small cell gives words and no number, a wide one is grey" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx <<'END'
s = wb["Summary"]
print(s["B11"].value, "|", s["C11"].value, s["D11"].value, "|", s["B9"].value, s["B9"].font.color.rgb)
END
  assert_output "fewer than 10 answers | None None | 15.38461538 FF565C66"
}

@test "a silent group is said in words" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx <<'END'
print([t for t in texts(wb["Quotes"]) if t.endswith("no words long enough to quote.")])
END
  assert_output "['Detractors (4): no words long enough to quote.']"
}

@test "a record stands once in the summary" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx <<'END'
ids = [r[8] for r in wb["Summary"].iter_rows(min_row=4, values_only=True) if r[8]]
print(len(ids), len(set(ids)))
END
  assert_output "9 9"
}

@test "values stand on Data with n and both ends of the interval" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx "$DATA/paired.ndjson" <<'END'
d, n = wb["Data"], 0
periods = [c.value for c in d[2][3:16]]
blocks = [c.column for c in d[1] if c.value]
want = {(l["metric"], l["by"].get("route"), l["period"]): l for l in lines if l.get("fb") == "metric"}
order = [(m, r) for m in ("nps", "clean", "crew") for r in (None, "harbour", "island", "north")]
months = sorted({k[2] for k in want})
for i, key in enumerate(order):
    for j, month in enumerate(months):
        l = want[key + (month,)]
        value, count, lo, hi = (d.cell(3 + i, c + j).value for c in (blocks[0],) + tuple(blocks[2:]))
        assert count == l["n"]
        if "small" in l.get("flags", []):
            assert value is None
            continue
        scale = 100 if l["unit"] == "%" else 1
        for have, name in ((value, "value"), (lo, "lo"), (hi, "hi")):
            assert abs(have * scale - l[name]) < 1e-7, (key, month, name)
        n += 1
print(periods[0], periods[-1], n, len(d._charts))
END
  assert_output "Oct 2025 Oct 2026 143 1"
}

@test "the funnel adds up and the chain is checked" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  cat > adds <<'END'
left, m = None, wb["Method"]
for a, b in m.iter_rows(min_row=5, max_col=2):
    if not isinstance(b.value, (int, float)):
        break
    if b.value < 0:
        left += b.value
    else:
        assert left is None or left == b.value or a.value.startswith("Records looked at"), a.value
        left = b.value
    print(a.value.split("\n")[0], b.value)
print([b.value for a, b in m.iter_rows(max_col=2) if a.value == "Provenance"][0])
END
  run check a.xlsx < adds
  assert_output "Rows read 1725
Duplicates removed -7
Could not be read -2
Records 1716
Not in a reported period -1584
Too few words to quote -1
The same words again -20
Withheld -1
Eligible to be quoted 110
Not drawn -88
Quoted 22
Printed here as quotes 22
Records looked at for letters 1716
Not drawn -1713
Letters drawn 3
Complete: what each tool put out is what the next one took in."
  sed '/"fb-redact"/s/"digest_in":"5/"digest_in":"6/' "$DATA/paired.ndjson" | fb-xlsx -o b.xlsx
  run check b.xlsx < adds
  assert_line "Provenance incomplete: what fb-ingest put out is not what fb-redact took in."
}

@test "letters are whole, in parts where a row ends" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx "$DATA/paired.ndjson" <<'END'
l, have = wb["Letters"], {}
for a, b, c in l.iter_rows(min_row=3, max_col=3, values_only=True):
    if b and c:
        have.setdefault([w for w in b.split() if w[0] == "#"][0], []).append(words(c))
import hashlib
for d in lines:
    if "draw" in d:
        key = "#" + hashlib.sha256(d["id"].encode()).hexdigest()[:8]
        assert "".join(have[key]) == d["text"]
print([len(v) for v in have.values()])
END
  assert_output "[2, 1, 1]"
}

@test "a quote longer than a cell goes on in the next row" {
  /usr/bin/python3 - > long.ndjson <<'END'
import json
text = "".join("%d 😀 " % i for i in range(9000))
print(json.dumps({"fb": "metric", "metric": "x", "period": "2026-10", "value": 1, "quotes": [
    {"role": "voice", "id": "a", "text": text, "masks": []}]}, ensure_ascii=False))
END
  fb-xlsx -o a.xlsx long.ndjson
  run check a.xlsx long.ndjson <<'END'
q = wb["Quotes"]
col = column(q, "Quote (whole)")
parts = [q.cell(r, col).value for r in range(2, q.max_row + 1)]
assert "".join(parts) == lines[0]["quotes"][0]["text"]
print([q.cell(r, 1).value.split(" ", 1)[1] for r in range(2, q.max_row + 1)])
END
  assert_output "['(1 of 3)', '(2 of 3)', '(3 of 3)']"
}

@test "what looks like a formula is text" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  printf '{"fb":"label","metric":"m","name":"=1+1"}\n{"fb":"metric","metric":"m","period":"2026","value":1}\n{"fb":"metric","metric":"m","period":"2025","value":2}\n' |
    fb-xlsx -o b.xlsx
  run check a.xlsx <<'END'
print({c.data_type for ws in wb for r in ws.iter_rows() for c in r} - {"n", "s", "d"})
print(sum(t.startswith("=1+1") for t in texts(wb["Quotes"])) > 0)
END
  assert_output "set()
True"
  run check b.xlsx <<'END'
print(wb["Data"]["A3"].value, wb["Data"]["A3"].data_type)
END
  assert_output "=1+1 s"
}

@test "words that were never redacted stay out unless asked for" {
  jq -c 'del(.masks) | if .quotes then .quotes[] |= del(.masks) else . end' \
    "$DATA/paired.ndjson" > bare.ndjson
  run --separate-stderr fb-xlsx -o a.xlsx bare.ndjson
  assert_success
  assert_equal "$stderr" "fb-xlsx: 61 quotes and letters were never redacted and are left out; run fb-redact first, or say --unredacted"
  run check a.xlsx <<'END'
all = [t for ws in wb for t in texts(ws)]
print(any("bakery" in t or "deck knew" in t for t in all), any("NOT REDACTED" in t for t in all))
print("6 not redacted, so left out here." in all)
END
  assert_output "False False
True"
  fb-xlsx --unredacted -o b.xlsx bare.ndjson
  run check b.xlsx <<'END'
print(all(ws["A1"].value.startswith("NOT REDACTED") for ws in wb))
print(any("deck knew" in t for t in texts(wb["Quotes"])), wb["Summary"]["I6"].hyperlink.location)
END
  assert_line --index 0 "True"
  assert_line --index 1 --regexp "^True .?Quotes.?!A[0-9]+$"
}

@test "no input gives a whole workbook that says so" {
  run fb-xlsx -o a.xlsx /dev/null
  assert_success
  run check a.xlsx <<'END'
print(wb.sheetnames, wb["Summary"]["A1"].value)
END
  assert_output "['Summary', 'Method'] No records: nothing was received, so there is nothing to show."
  run fb-xlsx --fail-empty -o a.xlsx /dev/null
  assert_failure 1
}

@test "letters alone give no empty summary" {
  grep '"draw"' "$DATA/paired.ndjson" | fb-xlsx -o a.xlsx
  run check a.xlsx <<'END'
print(wb.sheetnames)
END
  assert_output "['Letters', 'Follow-up', 'Method']"
}

@test "numbers from elsewhere need a metric, a period and a value" {
  printf '{"fb":"metric","metric":"churn","period":"FY26","value":2.5,"unit":"%%"}\n{"fb":"metric","metric":"late","period":"2026-10","value":-3,"n":40}\n' |
    fb-xlsx -o a.xlsx
  run check a.xlsx <<'END'
print([r[1] for r in wb["Summary"].iter_rows(values_only=True) if isinstance(r[1], (int, float))])
print([t for t in texts(wb["Summary"]) if "quotes were paired" in t])
END
  assert_output "[-3, 0.025]
['No quotes were paired with this number.', 'No quotes were paired with this number.']"
}

@test "a wrong command line writes nothing" {
  run --separate-stderr fb-xlsx -k pie -o a.xlsx /dev/null
  assert_failure 2
  assert_equal "$stderr" "fb-xlsx: -k 'pie': unknown kind; try 'report' or 'table'"
  run --separate-stderr fb-xlsx --paper a0 -o a.xlsx /dev/null
  assert_failure 2
  assert_file_not_exists a.xlsx
}

@test "a terminal is refused a workbook" {
  script -qec true /dev/null >/dev/null 2>&1 || skip "no terminal to be had here"
  run script -qec "fb-xlsx /dev/null" /dev/null
  assert_failure 2
  assert_output --partial "say where it goes: -o report.xlsx"
}

@test "a failed write leaves the old workbook" {
  printf old > a.xlsx
  run bash -c "ulimit -f 1; fb-xlsx -o a.xlsx '$DATA/paired.ndjson'"
  assert_failure 3
  assert_equal "$(cat a.xlsx)" old
  run bash -c "fb-xlsx '$DATA/paired.ndjson' > /dev/full"
  assert_failure 3
}

@test "a bad line is named and the rest is written" {
  { echo '{"fb":"metric","period":"2026"}'; cat "$DATA/paired.ndjson"; } > in.ndjson
  run --separate-stderr fb-xlsx -o a.xlsx in.ndjson
  assert_failure 1
  assert_equal "$stderr" 'fb-xlsx: in.ndjson:1: a metric line without "metric", the name of its number such as "nps"'
  assert_file_exists a.xlsx
}

# A number with three quotes, one a part of its record, and their records.
quoted_part() {
  /usr/bin/python3 - <<'END'
import json
def out(d): print(json.dumps(d, ensure_ascii=False))
def quote(role, i, text, start=0, cut=False):
    return {"role": role, "id": i, "span": [start, start + len(text.encode())], "text": text,
            "masks": [], "score": 1, "scale": "0-10", "group": "detractor", "cut": cut}
whole = "Zuerst: «ünd» 😀. Late again, and nobody rang. Then they did."
part = "Late again, and nobody rang."
out({"fb": "metric", "metric": "nps", "of": {"kind": "nps", "field": "score", "scale": "0-10"}, "by": {},
     "period": "2026-10", "n": 40, "value": -3, "quotes": [
     quote("voice", "a", part, len(whole[:whole.index(part)].encode()), True),
     quote("minority", "b", "All good."), quote("last_words", "c", "Goodbye, then.", 0, True)]})
out({"id": "a", "text": whole, "masks": []})
out({"id": "b", "text": "All good.", "masks": []})
out({"id": "c", "text": "Other words.", "masks": []})
out({"id": "d", "text": "Nobody asked for these.", "masks": []})
END
}

@test "the whole record stands on Quotes when it is in the stream" {
  quoted_part > in.ndjson
  fb-xlsx -o a.xlsx in.ndjson
  tac in.ndjson | fb-xlsx > b.xlsx
  cmp a.xlsx b.xlsx
  run check a.xlsx in.ndjson <<'END'
import hashlib
q = wb["Quotes"]
col = column(q, "Quote")
for row, l in zip(q.iter_rows(min_row=2), lines[1:]):
    print(row[col - 1].value, "|", row[col + 1].value, "|", row[col + 2].value)
    assert row[column(q, "SHA-256 of the words") - 1].value in (None, hashlib.sha256(row[col - 1].value.encode()).hexdigest())
print([t for ws in wb for t in texts(ws) if "Nobody asked" in t], wb["Summary"]["G4"].value)
END
  assert_output "Zuerst: «ünd» 😀. Late again, and nobody rang. Then they did. | all of it; quoted: characters 18 to 45 | None
All good. | all of it | A minority view
Goodbye, then. | the part that is quoted; the record goes on | Last words of a customer not heard since
[] Zuerst: «ünd» 😀. Late again, and nobody rang. Then they did."
  grep -v '"id": "a", "text"' in.ndjson | grep -v '^{"id"' > bare.ndjson
  fb-xlsx -o b.xlsx bare.ndjson
  run check b.xlsx <<'END'
print(wb["Quotes"].cell(2, column(wb["Quotes"], "Quote")).value, "|", wb["Summary"]["G4"].value)
END
  assert_output "Late again, and nobody rang. | […] Late again, and nobody rang. […]"
}

@test "a record without masks is not printed behind a quote" {
  quoted_part | sed 's/"masks": \[\]}$/"x": 1}/' > in.ndjson
  fb-xlsx -o a.xlsx in.ndjson
  run check a.xlsx <<'END'
print([t for ws in wb for t in texts(ws) if "Zuerst" in t])
END
  assert_output "[]"
}

@test "scores are coloured by their group" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx <<'END'
q = wb["Quotes"]
rules = [(str(k.sqref), r.formula, r.dxf.fill.bgColor.rgb) for k, v in q.conditional_formatting._cf_rules.items() for r in v]
mark = column(q, "Mark")
print([(a[0], f[0][0], f[0][2:], c) for a, f, c in rules], q.column_dimensions[openpyxl.utils.get_column_letter(mark)].hidden)
groups = {(q.cell(r, column(q, "Group of score")).value.split()[0], q.cell(r, mark).value) for r in range(2, q.max_row + 1) if q.cell(r, 1).value}
print(sorted(groups))
END
  assert_success
  assert_line --index 0 --regexp "^\[\('F', '.', '.*<0', 'FFC2410C'\), \('F', '.', '.*>0', 'FF0F5499'\)\] True$"
  assert_line --index 1 --partial "('Detractors', -1)"
  assert_line --index 1 --partial "('Promoters', 1)"
}

@test "a family's sheet has each number with its trend, interval and answers" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx "$DATA/paired.ndjson" <<'END'
ws = wb["NPS"]
head = [r for r in range(1, 60) if ws.cell(r, 1).value == "Period"][0]
months = {l["period"]: l for l in lines if l.get("fb") == "metric" and l["metric"] == "nps" and l["by"] == {}}
for i, (month, l) in enumerate(sorted(months.items())):
    v = [ws.cell(head + 1 + i, c).value for c in range(2, 9)]
    groups = l["stat"]["groups"]
    assert v[3] == l["n"] and v[4:] == [groups[g] for g in ("detractor", "passive", "promoter")], v
    assert all(abs(a - l[k]) < 1e-9 for a, k in zip(v, ("value", "lo", "hi"))), v
print(len(months), [ws.cell(head, c).value for c in range(6, 9)])
for c in ws._charts:
    print(type(c).__name__, c.grouping, [s.val.numRef.f for s in c.series], [s.tx.v for s in c.series])
END
  assert_output "13 ['Detractors 0–6', 'Passives 7–8', 'Promoters 9–10']
LineChart standard ['NPS!\$B\$21:\$B\$33', 'NPS!\$C\$21:\$C\$33', 'NPS!\$D\$21:\$D\$33'] ['Value', 'interval, lower', 'interval, upper']
BarChart percentStacked ['NPS!\$F\$21:\$F\$33', 'NPS!\$G\$21:\$G\$33', 'NPS!\$H\$21:\$H\$33'] ['Detractors 0–6', 'Passives 7–8', 'Promoters 9–10']
BarChart clustered ['NPS!\$K\$21:\$K\$31'] ['Share']"
}

@test "a quote's measure leads back to its number" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  run check a.xlsx <<'END'
q, n = wb["Quotes"], 0
for row in q.iter_rows(min_row=2):
    c = row[column(q, "Measure") - 1]
    tab, at = c.hyperlink.location.replace("'", "").split("!")
    assert wb[tab][at].value == c.value, (tab, at)
    n += 1
print(n > 50)
END
  assert_output True
}

@test "a unit stands beside the number, not in its narrow cell" {
  for month in 08 09; do
    printf '{"fb":"metric","metric":"m","by":{},"period":"2026-%s","unit":"per 1,000","n":3000,"value":3.5,"lo":2.5,"hi":4.5}\n' $month
  done > in.ndjson
  fb-xlsx -o a.xlsx in.ndjson
  run check a.xlsx <<'END'
row = wb["Summary"][4]
print(row[1].value, row[1].number_format, row[2].value.split("\n"))
print([c.number_format for r in wb["Data"].iter_rows() for c in r if c.value == 3.5])
print([c.value for c in wb["Others"]["A"][:2]])
END
  assert_output "3.5 #,##0.0;−#,##0.0 ['±1.0', 'per 1,000']
['#,##0.0;−#,##0.0', '#,##0.0;−#,##0.0', 'General']
['m', 'per 1,000. Everyone, September 2026']"
}

@test "answers of a line stand as a chart of columns, one ink a group" {
  printf '%s\n' '{"fb":"metric","metric":"m","of":{"kind":"mean","field":"score","scale":"1-5"},"by":{},"period":"2026-10","n":40,"value":3.5,"lo":3,"hi":4,"stat":{"groups":{"low":10,"mid":10,"high":20},"values":[[1000,10],[3000,10],[5000,20]]}}' > in.ndjson
  fb-xlsx -o a.xlsx in.ndjson
  run check a.xlsx <<'END'
ws = wb["Scores"]
rows = [[c.value for c in r[8:11]] for r in ws.iter_rows() if r[8].value in range(1, 6)]
print(rows, [(type(c).__name__, c.anchor._from.col) for c in ws._charts])
print([p.graphicalProperties.solidFill.srgbClr for p in ws._charts[-1].series[0].dPt] if ws._charts else "")
END
  assert_output "[[1, 10, 0.25], [2, 0, 0], [3, 10, 0.25], [4, 0, 0], [5, 20, 0.5]] [('BarChart', 0), ('BarChart', 4)]
['C2410C', 'C2410C', 'C9CDD2', '0F5499', '0F5499']"
}

@test "numbers and ids are those of the pages" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  fb-chart -o a.pdf "$DATA/paired.ndjson"
  pdftotext a.pdf a.txt
  run check a.xlsx <<'END'
import re
page = open("a.txt", encoding="utf-8").read()
ids = set(re.findall("#[0-9a-f]{8}", page))
have = {str(r[0].value).split(" ")[0] for r in wb["Quotes"].iter_rows()}
have |= {i for t in texts(wb["Letters"]) for i in re.findall("#[0-9a-f]{8}", t)}
shown = []
for row in wb["Summary"].iter_rows(min_row=4, values_only=False):
    v, form = row[1].value, row[1].number_format
    if isinstance(v, (int, float)):
        places = 1 if "0.0" in form else 0
        text = f"{abs(v) * (100 if '%' in form else 1):.{places}f}" + ("%" if "%" in form else "")
        shown.append(("\u2212" if v < 0 else "") + text)
print(len(ids) > 10, ids - have, [s for s in shown if not re.search(r"(?<![\d.])" + re.escape(s) + r"(?![\d.])", page)], len(shown))
END
  assert_output "True set() [] 8"
}

@test "a workbook in Arabic is read from the right, in another language not" {
  for lang in ar fr; do
    sed "s/\"locale\":\"en\"/\"locale\":\"$lang\"/" "$DATA/paired.ndjson" > m
    fb-xlsx -q -o $lang.xlsx m
    /usr/bin/python3 -c '
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
print({s.sheet_view.rightToLeft for s in book})
cells = [c for s in book for row in s for c in row if isinstance(c.value, str)]
ids = {c.alignment.readingOrder for c in cells if c.value.startswith("#") and c.hyperlink}
print(sorted(ids), book["Summary"]["A1"].alignment.readingOrder)
changes = {c.number_format for row in book["Summary"] for c in row if c.number_format.startswith("+0.0\"")}
print(*changes)' $lang.xlsx > $lang
  done
  run cat ar
  assert_output "{True}
[1.0] 2.0
+0.0\" نقطة\";−0.0\" نقطة\";0"
  run cat fr
  assert_line --index 1 "[0.0] 0.0"
  refute_output --partial True
}
