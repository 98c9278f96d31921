# fb-xlsx -k table: any lines in, a sheet of typed columns out.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

check() {
  cat "$BATS_TEST_DIRNAME/data/book.py" - > "$BATS_TEST_TMPDIR/check.py"
  /usr/bin/python3 "$BATS_TEST_TMPDIR/check.py" "$@"
}

@test "numbers, dates, booleans and ids are what they are" {
  cat > in.ndjson <<'END'
{"id":"0012","at":"2026-10-03T14:05:00+02:00","day":"2026-01-02","n":4,"exact":12345678901234567890,"ok":true,"order_id":55,"card":"4111111111111111","zip":"01234","list":["a",1],"deep":{"a":[1]},"none":null,"mixed":"2026-01-02","half":"2026-01-02T10:00:00.5Z"}
{"id":13,"at":"2026-10-03T14:05:59","day":"","n":-4.25,"exact":7,"ok":false,"order_id":"x","mixed":"soon","later":1e3}
END
  run --separate-stderr fb-xlsx -k table -o a.xlsx in.ndjson
  assert_success
  assert_equal "$output$stderr" ""
  run check a.xlsx <<'END'
ws = wb["Table"]
for row in ws.iter_rows(min_row=2):
    print([(c.value.isoformat(" "), c.number_format) if c.is_date else c.value for c in row])
print([c.value for c in ws[1]], ws.freeze_panes, ws.auto_filter.ref, wb.sheetnames)
END
  assert_output "['0012', ('2026-10-03 12:05:00', 'yyyy-mm-dd hh:mm:ss'), ('2026-01-02 00:00:00', 'yyyy-mm-dd'), 4, '12345678901234567890', True, '55', '4111111111111111', '01234', 'a; 1', '{\"a\":[1]}', None, '2026-01-02', '2026-01-02T10:00:00.5Z', None]
['13', ('2026-10-03 14:05:59', 'yyyy-mm-dd hh:mm:ss'), None, -4.25, 7, False, 'x', None, None, None, None, None, 'soon', None, 1000]
['id', 'at', 'day', 'n', 'exact', 'ok', 'order_id', 'card', 'zip', 'list', 'deep', 'none', 'mixed', 'half', 'later'] A2 A1:O3 ['Table', 'Method']"
}

@test "a time with a zone is shown as the clock of --tz" {
  printf '{"at":"2026-07-03T23:30:00Z"}\n' | fb-xlsx -k table --tz Europe/Berlin -o a.xlsx
  run check a.xlsx <<'END'
print(wb["Table"]["A2"].value)
END
  assert_output "2026-07-04 01:30:00"
}

@test "nothing is a formula, and words are the customer's" {
  /usr/bin/python3 - > in.ndjson <<'END'
import json
for t in ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "_x0041_", "_x0041", "a\u2028b", "\ud83d\ude00", "\u202e!", "{=1}", "http://x.example", "#N/A", "TRUE", "1e5"]:
    print(json.dumps({"text": t, "masks": []}))
END
  fb-xlsx -k table -o a.xlsx in.ndjson
  run check a.xlsx in.ndjson <<'END'
ws = wb["Table"]
for i, l in enumerate(lines):
    c = ws.cell(i + 2, 1)
    assert c.data_type == "s" and c.hyperlink is None, l
    assert words(c.value) == l["text"].replace("\u202e", ""), (c.value, l)
import zipfile
xml = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
print(len(lines), "<f>" in xml, "<hyperlink" in xml)
END
  assert_output "15 False False"
}

@test "a text longer than a cell goes on in further rows" {
  /usr/bin/python3 - > in.ndjson <<'END'
import json
print(json.dumps({"id": "a", "n": 1, "text": "x" * 32767, "masks": []}))
print(json.dumps({"id": "b", "n": 2, "text": "y" * 32768, "note": "\n" * 600, "masks": []}))
print(json.dumps({"id": "c", "n": 3, "text": "\U0001f600" * 16384, "masks": []}))
END
  run --separate-stderr fb-xlsx -k table -o a.xlsx in.ndjson
  assert_success
  assert_equal "$stderr" "fb-xlsx: 3 texts are longer than a cell holds and go on in further rows"
  run check a.xlsx in.ndjson <<'END'
ws = wb["Table"]
rows = list(ws.iter_rows(min_row=2, values_only=True))
print([c.value for c in ws[1]])
print([(r[0], r[1], len(r[2] or ""), len(r[4] or ""), r[5]) for r in rows])
for l in lines:
    assert "".join(r[2] or "" for r in rows if r[0] == l["id"]) == l["text"]
    assert all(len((r[2] or "").encode("utf-16-le")) <= 2 * 32767 for r in rows)
assert "".join(r[4] or "" for r in rows) == "\n" * 600
print([b.value for a, b in wb["Method"].iter_rows(max_col=2) if a.value == "Long texts"])
END
  assert_output "['id', 'n', 'text', 'masks', 'note', 'Part']
[('a', 1, 32767, 0, None), ('b', 2, 32767, 253, '(1 of 3)'), ('b', None, 1, 253, '(2 of 3)'), ('b', None, 0, 94, '(3 of 3)'), ('c', 3, 16383, 0, '(1 of 2)'), ('c', None, 1, 0, '(2 of 2)')]
['3 texts are longer than a cell holds. They go on in the next rows, marked in column Part.']"
}

@test "words that were never redacted stay out of a table too" {
  printf '%s\n' '{"id":"a","text":"call me","title":"t","customer":"Jo","person_mail":"j@x.example","score":3}' \
    '{"id":"b","text":"ring [NAME]","masks":["NAME"],"score":4}' > in.ndjson
  run --separate-stderr fb-xlsx -k table -o a.xlsx in.ndjson
  assert_success
  assert_equal "$stderr" "fb-xlsx: 4 words and names of records that were never redacted are left out; run fb-redact first, or say --unredacted"
  run check a.xlsx <<'END'
print(list(wb["Table"].iter_rows(min_row=2, values_only=True)))
END
  assert_output "[('a', None, None, None, None, 3, None), ('b', 'ring [NAME]', None, None, None, 4, 'NAME')]"
  fb-xlsx -k table --unredacted -o b.xlsx in.ndjson
  run check b.xlsx <<'END'
print([ws["A1"].value[:12] for ws in wb], wb["Table"]["B3"].value, wb["Table"].freeze_panes, wb["Table"].auto_filter.ref)
END
  assert_output "['NOT REDACTED', 'NOT REDACTED'] call me A3 A2:G4"
}

@test "records are the rows; without any, the other lines are" {
  run --separate-stderr fb-xlsx -k table -o a.xlsx "$DATA/paired.ndjson"
  assert_success
  assert_regex "$stderr" '^fb-xlsx: [0-9]+ lines are no records and are left out$'
  grep '"fb":"metric"' "$DATA/paired.ndjson" > m.ndjson
  run --separate-stderr fb-xlsx -k table -o b.xlsx m.ndjson
  assert_equal "$stderr" ""
  run check b.xlsx m.ndjson <<'END'
ws = wb["Table"]
print(ws.max_row - 1 == len(lines), ws.cell(2, column(ws, "metric")).value, ws.cell(2, column(ws, "value")).value == lines[0]["value"])
END
  assert_output "True nps True"
}

@test "what is left out by an option or is bad stands on Method" {
  printf '%s\n' '{"a":1,"b":"x"}' '{"a":2,"b":"y"}' 'nonsense' > in.ndjson
  run --separate-stderr fb-xlsx -k table --where a=1 -o a.xlsx in.ndjson
  assert_failure 1
  run check a.xlsx <<'END'
m = {a.value: b.value for a, b in wb["Method"].iter_rows(max_col=2)}
print(m["Rows"], "|", m["Not asked for"], "|", m["Bad lines"], "|", m["a"], "|", m["b"])
END
  assert_output "1 record | One record was left out by the options of the run. | One line could not be read and was named when the table was made. | numbers; 1 filled | text; 1 filled"
}

@test "a pipe is read twice, and two runs give the same bytes" {
  fb-xlsx -q -k table -o a.xlsx "$DATA/paired.ndjson"
  cat "$DATA/paired.ndjson" | fb-xlsx -q -k table > b.xlsx
  cmp a.xlsx b.xlsx
}

@test "no lines give a whole workbook" {
  fb-xlsx -k table -o a.xlsx /dev/null
  run check a.xlsx <<'END'
print(wb.sheetnames, wb["Table"].max_row)
END
  assert_output "['Table', 'Method'] 1"
  run fb-xlsx -k table --fail-empty -o a.xlsx /dev/null
  assert_failure 1
}

@test "keys that differ in how they are written are one column" {
  printf '%s\n' '{"na\u006de":1,"name":2}' '{"name":3}' | fb-xlsx -k table -o a.xlsx
  run check a.xlsx <<'END'
print(list(wb["Table"].values))
END
  assert_output "[('name',), (2,), (3,)]"
}

@test "more keys than a sheet has columns are counted" {
  /usr/bin/python3 -c '
import json
print(json.dumps({"k%d" % i: i for i in range(16390)}))' > in.ndjson
  run --separate-stderr fb-xlsx -k table -o a.xlsx in.ndjson
  assert_success
  assert_equal "$stderr" "fb-xlsx: 7 values stand under more keys than a sheet has columns and are left out"
}
