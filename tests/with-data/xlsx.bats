# fb-xlsx on the corpora, read by LibreOffice and openpyxl, under faults.
setup() {
  load ../helper
  cd "$BATS_TEST_TMPDIR"
  SHARED=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}
  DATA=$BATS_TEST_DIRNAME/../data
}

check() {
  cat "$DATA/book.py" - > "$BATS_TEST_TMPDIR/check.py"
  /usr/bin/python3 "$BATS_TEST_TMPDIR/check.py" "$@"
}

# office FORMAT FILE: what LibreOffice makes of it, in out/.
office() {
  command -v soffice > /dev/null || skip "no LibreOffice"
  soffice "-env:UserInstallation=file://$BATS_TEST_TMPDIR/office" --headless \
    --convert-to "$1" --outdir out "$2" > /dev/null 2>&1
}

# Every text of the corpora as a record, and a few of our own.
naughty() {
  /usr/bin/python3 - "$SHARED" <<'END'
import json, sys
texts = []
for name in ("xlsx/formula_injection.jsonl", "unicode/blns.jsonl"):
    texts += [json.loads(l)["text"] for l in open(f"{sys.argv[1]}/corpora/{name}", encoding="utf-8", newline="\n") if l.strip()]
for line in open(f"{sys.argv[1]}/corpora/utf8/cases.tsv", encoding="utf-8"):
    f = line.rstrip("\n").split("\t")
    if f[1] == "valid" and f[0] != "id":
        texts.append("valid " + bytes.fromhex(f[2]).decode())
texts += ["_x0041_", "_x005F_x0041_", "a\u0000b", "\ufffe\uffff\ufdd0", "x" * 32767, "y" * 32768,
          "\U0001f600" * 16384, "\n" * 300 + "end", "\r\nline", "NaN", "-0", "1e400", "2026-10-03"]
for i, t in enumerate(texts):
    print(json.dumps({"id": "t%d" % i, "text": t, "masks": []}))
END
}

# What may differ: what no sheet can hold (gate.h).
same='
import re
def as_shown(t):
    t = t.replace("\r\n", "\n")
    t = re.sub("[\r\v\f\x85]", "\n", t)
    t = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069]", "", t)
    return "".join("\ufffd" if ord(c) & 0xfffe == 0xfffe or 0xfdd0 <= ord(c) <= 0xfdef else c for c in t)
'

@test "formulas, naughty strings and ends of Unicode are the customer's words" {
  [ -e "$SHARED/corpora/xlsx" ] || skip "no corpora"
  naughty > in.ndjson
  run --separate-stderr fb-xlsx -k table -o a.xlsx in.ndjson
  assert_success
  { echo "$same"; cat <<'END'
ws = wb["Table"]
have = {}
for row in ws.iter_rows(min_row=2):
    have.setdefault(row[0].value, []).append(row[1])
for l in lines:
    got = "".join(words(c.value or "") for c in have[l["id"]])
    assert got == as_shown(l["text"]), (l["id"], got[:80])
    assert {c.data_type for c in have[l["id"]]} <= {"s", "n"} and all(c.hyperlink is None for c in have[l["id"]])
assert not any(c.data_type == "f" for s in wb for r in s.iter_rows() for c in r)
print(len(lines))
END
  } > body.py
  run check a.xlsx in.ndjson < body.py
  assert_output "$(wc -l < in.ndjson)"
  office 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false' a.xlsx
  { echo "$same"; cat <<'END'
import csv
csv.field_size_limit(1 << 20)
have = {}
for row in list(csv.reader(open("out/a.csv", encoding="utf-8", newline="")))[1:]:
    have[row[0]] = have.get(row[0], "") + row[1]
differ = [l["id"] for l in lines if have[l["id"]] != as_shown(l["text"])]
print(len(lines), differ[:5])
END
  } > body.py
  run check a.xlsx in.ndjson < body.py
  assert_output "$(wc -l < in.ndjson) []"
}

@test "lines that are no JSON, ill-formed text among them, are named" {
  [ -e "$SHARED/corpora/utf8" ] || skip "no corpora"
  /usr/bin/python3 - "$SHARED/corpora/utf8/cases.tsv" > in.ndjson <<'END'
import sys
for line in open(sys.argv[1], encoding="utf-8"):
    f = line.rstrip("\n").split("\t")
    if f[1] == "invalid" and f[0] != "id":
        sys.stdout.buffer.write(b'{"text":"' + bytes.fromhex(f[2]) + b'","masks":[]}\n')
sys.stdout.buffer.write(b'{"text":NaN,"masks":[]}\n{"text":"good","masks":[]}\n')
END
  run --separate-stderr fb-xlsx -k table -o a.xlsx in.ndjson
  assert_failure 1
  run check a.xlsx <<'END'
print(list(wb["Table"].iter_rows(min_row=2, max_col=1, values_only=True)))
END
  assert_output "[('good',)]"
}

@test "more rows than a sheet holds go on on the next" {
  /usr/bin/python3 -c 'for i in range(1048577): print("{\"a\":%d}" % i)' > in.ndjson
  run --separate-stderr fb-xlsx -k table -o a.xlsx in.ndjson
  assert_success
  assert_equal "$stderr" "fb-xlsx: 1048577 rows are more than a sheet holds and go on, on 2 sheets"
  run /usr/bin/python3 - a.xlsx <<'END'
import sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1], read_only=True)
for name in wb.sheetnames[:-1]:
    ws = wb[name]
    n = last = 0
    for r in ws.iter_rows(values_only=True):
        n, last = n + 1, r[0]
    print(name, n, last)
print([r[1] for r in wb["Method"].iter_rows(values_only=True) if r[0] == "Sheets"])
END
  assert_output "Table 1048576 1048574
Table 2 3 1048576
['More rows than a sheet holds; they go on over 2 sheets.']"
}

# The sheet Follow-up as lines; dates as dates.
follow_up() {
  check "$1" <<'END'
ws = wb["Follow-up"]
heads = [c.value for c in ws[2]]
keep = [heads.index(h) for h in ("Full id", "Owner", "Status", "Due", "Promised to customer", "Outcome", "Closed on")]
for r in ws.iter_rows(min_row=3, values_only=True):
    if r[keep[0]]:
        print("|".join(str(v.date() if hasattr(v, "date") else "" if v is None else v).strip() for v in (r[k] for k in keep)))
END
}

@test "a workbook that LibreOffice saved keeps every answer, month by month" {
  fb-xlsx -o sep.xlsx "$DATA/paired.ndjson"
  /usr/bin/python3 - <<'END'
import datetime, openpyxl
wb = openpyxl.load_workbook("sep.xlsx")
ws = wb["Follow-up"]
states = ["To call", "Called", "Fixed", "Cannot fix", "No answer", "waiting for Ann"]
for r in range(3, ws.max_row + 1):
    for col, v in ((6, "Zoë %d" % r), (7, states[r % 6]), (8, datetime.datetime(2026, 11, r)), (9, "=1+%d is what they said" % r),
                   (10, "two\nlines\t%d, مرحبا 😀" % r), (11, datetime.datetime(2026, 12, r) if r % 6 in (2, 3) else None)):
        ws.cell(r, col).value = v
        ws.cell(r, col).data_type = "d" if isinstance(v, datetime.datetime) else "s" if v else "n"
wb.save("sep.xlsx")
END
  office xlsx sep.xlsx
  fb-xlsx --ledger out/sep.xlsx -o oct.xlsx "$DATA/paired.ndjson"
  fb-xlsx --ledger sep.xlsx -o direct.xlsx "$DATA/paired.ndjson"
  follow_up sep.xlsx | sort > want
  follow_up oct.xlsx | sort > have
  follow_up direct.xlsx | sort > direct
  [ "$(wc -l < want)" -gt 20 ]
  diff want direct
  diff want have
  office xlsx oct.xlsx
  fb-xlsx --ledger out/oct.xlsx -o nov.xlsx "$DATA/paired.ndjson"
  follow_up nov.xlsx | sort | diff want -
}

@test "LibreOffice opens every sheet and prints it" {
  fb-xlsx -o a.xlsx "$DATA/paired.ndjson"
  office pdf a.xlsx
  for sheet in "One customer behind the number" "Group of score" "3 letters" "Asked for" "Measure" "How these numbers"; do
    pdftotext out/a.pdf - | grep -q "$sheet"
  done
  pdftotext out/a.pdf - | grep -q "How the answers lie\|Who answered what"
}

# ---- faults ----

verify_book() {
  /usr/bin/python3 -c 'import sys, openpyxl; w = openpyxl.load_workbook(sys.argv[1]); sys.exit(w["Table"].max_row != 201)' "$1"
}

rows_200() {
  /usr/bin/python3 -c 'for i in range(200): print("{\"a\":%d,\"b\":\"%s\"}" % (i, "words "*20))' > in.ndjson
}

@test "a full temporary folder, a full disk: no damaged workbook, no part of one" {
  [ "$(id -u)" = 0 ] || skip "mounting needs root"
  mkdir small
  mount -t tmpfs -o size=96k tmpfs small || skip "no tmpfs to be had"
  /usr/bin/python3 -c 'for i in range(3000): print("{\"a\":%d,\"b\":\"%s\"}" % (i, "words %d "*9 % ((i,)*9)))' > in.ndjson
  local status_small status_tmp
  fb-xlsx -k table -o small/a.xlsx in.ndjson && status_small=0 || status_small=$?
  left=$(ls -A small)
  TMPDIR=$PWD/small fb-xlsx -k table -o b.xlsx in.ndjson && status_tmp=0 || status_tmp=$?
  TMPDIR=$PWD/small fb-xlsx -k table < in.ndjson > c.xlsx && status_out=0 || status_out=$?
  umount small
  assert_equal "$status_small" 3
  assert_equal "$left" ""
  # Its own temporary files stand beside the target, so another folder may be full.
  assert_equal "$status_tmp" 0
  run check b.xlsx <<<'print(wb["Table"].max_row)'
  assert_output 3001
  assert_equal "$status_out" 3
}

sweep() {
  command -v strace > /dev/null || skip "no strace"
  [ -e "$SHARED/tools/sweep.sh" ] || skip "no sweep.sh"
  export -f verify_book
  run bash "$SHARED/tools/sweep.sh" "$@" -o a.xlsx -v "verify_book a.xlsx" -- fb-xlsx -k table -o a.xlsx in.ndjson
  echo "$output"
  refute_output --partial SILENT
  refute_output --partial PARTIAL
  refute_output --partial CRASH
  assert_output --partial "clean="
  run find . -name '*.xlsx*' ! -name a.xlsx
}

@test "killed at every write there is the old workbook or the new one" {
  rows_200
  sweep -k -s write
}

@test "an error at every write, sync or rename is told" {
  rows_200
  sweep -s write -e ENOSPC
  sweep -s fsync -e EIO
  sweep -s rename -e EXDEV
}
