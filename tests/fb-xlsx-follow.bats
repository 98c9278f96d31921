# fb-xlsx: what is followed up, and what a ledger keeps of it.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
  unset SOURCE_DATE_EPOCH
  export TZ=UTC
}

check() {
  cat "$BATS_TEST_DIRNAME/data/book.py" - > "$BATS_TEST_TMPDIR/check.py"
  /usr/bin/python3 "$BATS_TEST_TMPDIR/check.py" "$@"
}

# month MONTH RECORDS...: a number with its quotes, and records behind them, each
# as ID:CUSTOMER:DAY:THEME:WORDS.
month() {
  /usr/bin/python3 - "$@" <<'END'
import json, sys
month, quotes, lines = sys.argv[1], [], []
for a in sys.argv[2:]:
    i, customer, day, theme, text = a.split(":", 4)
    r = {"id": i, "date": day, "customer": customer, "score": 2, "scale": "0-10", "text": text,
         "themes": [theme] if theme else [], "plan": "pro", "contact": customer == "c1", "masks": []}
    lines.append(r)
    if day.startswith(month):
        quotes.append({"role": "voice", "id": i, "span": [0, len(text.encode())], "text": text, "masks": [],
                       "score": 2, "scale": "0-10", "group": "detractor", "date": day})
print(json.dumps({"fb": "metric", "metric": "nps", "of": {"kind": "nps", "field": "score", "scale": "0-10"},
                  "by": {"plan": "pro"}, "period": month, "n": 40, "value": -3, "quotes": quotes}))
for r in lines:
    print(json.dumps(r))
END
}

# answer BOOK ID COLUMN=VALUE...: fill in what a person would.
answer() {
  /usr/bin/python3 - "$@" <<'END'
import sys, openpyxl, datetime
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb["Follow-up"]
head = {c.value: c.column for c in ws[2]}
for r in range(3, ws.max_row + 1):
    if ws.cell(r, head["Full id"]).value == sys.argv[2]:
        for a in sys.argv[3:]:
            k, v = a.split("=", 1)
            if k in ("Due", "Closed on"):
                v = datetime.datetime.fromisoformat(v)
            ws.cell(r, head[k]).value = v
wb.save(sys.argv[1])
END
}

# The rows of Follow-up, the columns asked for.
rows() {
  check "$1" /dev/null "${@:2}" <<'END'
ws = wb["Follow-up"]
top = [r for r in (2, 3) if ws.cell(r, 1).value == "Record"][0]
head = {c.value: c.column for c in ws[top]}
for r in range(top + 1, ws.max_row + 1):
    print("|".join(str(v.date() if hasattr(v, "date") else "" if v is None else v)
                   for v in (ws.cell(r, head[k]).value for k in sys.argv[3:])))
END
}

first_month() {
  month 2026-09 a:c1:2026-09-02:delivery:"Late again." b:c2:2026-09-03:price:"Too dear." c:c3:2026-09-04::"Nobody rang." > sep.ndjson
  fb-xlsx -o sep.xlsx sep.ndjson
}

@test "each record that is quoted is to be answered, once" {
  first_month
  run rows sep.xlsx Record "Asked for contact" Segment Score "What they said" Status Due Opened "Age in days" "Came back" Themes Customer
  assert_output '#ca978112|yes|pro|2|Late again.|To call|2026-10-08|2026-10-01|0||delivery|c1
#3e23e816|no|pro|2|Too dear.|To call|2026-10-08|2026-10-01|0||price|c2
#2e7d2c03|no|pro|2|Nobody rang.|To call|2026-10-08|2026-10-01|0|||c3'
}

@test "lists, dates, colours and links are in the file" {
  first_month
  run check sep.xlsx <<'END'
ws = wb["Follow-up"]
for v in ws.data_validations.dataValidation:
    print(v.type, v.formula1, v.sqref)
for k, v in sorted(ws.conditional_formatting._cf_rules.items(), key=lambda i: str(i[0].sqref)):
    for r in v:
        print(k.sqref, r.formula, r.dxf.font.color.rgb)
print(ws["A3"].hyperlink.location.replace("'", ""), wb["Quotes"]["A2"].value == ws["A3"].value)
print(ws.freeze_panes, ws.auto_filter.ref, ws["F3"].fill.fgColor.rgb, ws.column_dimensions["P"].hidden, ws["H3"].number_format)
END
  assert_output "list \"To call,Called,Fixed,Cannot fix,No answer\" G3:G5
date 36526 H3:H5
date 36526 K3:K5
A3:N5 ['\$G3=\"Fixed\"'] FF8C939D
H3:H5 ['AND(\$G3=\"To call\",ISNUMBER(\$H3),\$H3<TODAY())'] FFC2410C
Quotes!A2 True
B3 A2:Q5 FFF5F3EE True dd mmm yyyy"
}

@test "a ledger keeps every answer, open items first, closed ones last" {
  first_month
  answer sep.xlsx a Owner=Ann "Status=Called" Due=2026-10-20 "Promised to customer=a refund, =SUM(A1)"
  answer sep.xlsx b Owner="Zoë 😀" Status=Fixed Outcome="New price" "Closed on=2026-10-05"
  month 2026-10 a:c1:2026-09-02:delivery:"Late again." d:c1:2026-10-09:delivery:"Late once more." \
    e:c3:2026-10-10:price:"Rang at last." > oct.ndjson
  fb-xlsx --ledger sep.xlsx -o oct.xlsx oct.ndjson
  run rows oct.xlsx "Full id" Owner Status Due "Promised to customer" Outcome "Closed on" Opened "Age in days" "Came back" "What they said"
  assert_output "a|Ann|Called|2026-10-20|a refund, =SUM(A1)|||2026-10-01|31|yes: delivery again (1 record, latest 9 Oct 2026)|Late again.
c||To call|2026-10-08||||2026-10-01|31|yes, about other things (1 record, latest 10 Oct 2026)|Nobody rang.
d||To call|2026-11-08||||2026-11-01|0||Late once more.
e||To call|2026-11-08||||2026-11-01|0||Rang at last.
b|Zoë 😀|Fixed|2026-10-08||New price|2026-10-05|2026-10-01|4|no|Too dear."
}

@test "two months with one ledger give the same bytes, in any order of records" {
  first_month
  month 2026-10 a:c1:2026-09-02:delivery:"Late again." d:c1:2026-10-09:delivery:"Late once more." > oct.ndjson
  fb-xlsx --ledger sep.xlsx -o a.xlsx oct.ndjson
  tac oct.ndjson | fb-xlsx --ledger sep.xlsx > b.xlsx
  cmp a.xlsx b.xlsx
}

@test "a ledger may be a TSV file, known by its printed ids" {
  first_month
  printf 'Note\tRecord\tStatus\tOwner\tOutcome\r\nx\t#3e23e816\tNo answer\tBob\t"two\nlines ""here"""\r\n' > old.tsv
  run --separate-stderr fb-xlsx --ledger old.tsv -o b.xlsx sep.ndjson
  assert_success
  assert_equal "$stderr" "fb-xlsx: column 'Note' of the ledger is not one of ours and is left out"
  run rows b.xlsx "Full id" Status Owner Outcome
  assert_output 'b|No answer|Bob|two
lines "here"
a|To call||
c|To call||'
}

@test "what is no ledger is named" {
  printf 'a\tb\n1\t2\n' > x.tsv
  run fb-xlsx --ledger x.tsv -o a.xlsx /dev/null
  assert_failure 3
  assert_line "fb-xlsx: cannot read the ledger 'x.tsv': it has no row of heads such as Record, Status, Full id"
  run fb-xlsx --ledger none.tsv -o a.xlsx /dev/null
  assert_failure 3
  printf '{"a":1}\n' | fb-xlsx -k table -o t.xlsx
  run fb-xlsx --ledger t.xlsx -o a.xlsx /dev/null
  assert_failure 3
  assert_line "fb-xlsx: cannot read the ledger 't.xlsx': it has no sheet Follow-up"
  assert_file_not_exists a.xlsx
}

@test "words that may not be shown any more go, what was answered stays" {
  first_month
  answer sep.xlsx a Owner=Ann
  month 2026-10 a:c1:2026-09-02:delivery:"Late again." d:c4:2026-10-09:delivery:"Late once more." |
    sed 's/"id": "b"/&/; /"id": "a"/s/"plan"/"consent": false, "plan"/' > oct.ndjson
  printf 'b\tasked to be forgotten\n' > no.tsv
  fb-xlsx --ledger sep.xlsx --withhold no.tsv -o oct.xlsx oct.ndjson
  run rows oct.xlsx "Full id" Owner "What they said"
  assert_output "a|Ann|These words may not be shown any more.
b||These words may not be shown any more.
c||Nobody rang.
d||Late once more."
}

@test "words of a ledger that was not redacted stay out" {
  month 2026-09 a:c1:2026-09-02:delivery:"Late again, Mr Smith." | sed 's/, "masks": \[\]//g' > sep.ndjson
  fb-xlsx --unredacted -o sep.xlsx sep.ndjson
  answer_top sep.xlsx
  fb-xlsx -q --ledger sep.xlsx -o oct.xlsx /dev/null
  run rows oct.xlsx "Full id" Owner "What they said"
  assert_output "a|Ann|These words may not be shown any more."
}

# The same with the warning above the heads.
answer_top() {
  /usr/bin/python3 - "$1" <<'END'
import sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
wb["Follow-up"]["F4"].value = "Ann"
wb.save(sys.argv[1])
END
}

@test "fb-verify proves the words of last month's items from the records" {
  first_month
  month 2026-10 a:c1:2026-09-02:delivery:"Late again." b:c2:2026-09-03:price:"Too dear." c:c3:2026-09-04::"Nobody rang." \
    d:c1:2026-10-09:delivery:"Late once more." | sed 1d > records.ndjson
  fb-xlsx --ledger sep.xlsx -o oct.xlsx records.ndjson
  run fb-verify --workbook oct.xlsx records.ndjson
  assert_success
  assert_output --partial "3 printed texts: all hold"
  sed -i 's/Too dear/Too cheap/' records.ndjson
  run fb-verify --workbook oct.xlsx records.ndjson
  assert_failure 1
  assert_line "failed: oct.xlsx: sheet Follow-up row 4: the words are not those of the record of #3e23e816"
  sed -i '/"id": "b"/d' records.ndjson
  run fb-verify --workbook oct.xlsx records.ndjson
  assert_failure 1
  assert_line "failed: oct.xlsx: sheet Follow-up row 4: the record of #3e23e816 is not in the stream"
}

@test "the states of an item may be in any language" {
  for lang in de ja ar; do
    { echo '{"fb":"report","locale":"'$lang'"}'
      month 2026-09 a:c1:2026-09-02:delivery:"Late again."; } > sep.ndjson
    fb-xlsx -o sep.xlsx sep.ndjson
    fb-xlsx --ledger sep.xlsx -o oct.xlsx sep.ndjson
    run check oct.xlsx <<'END'
ws = wb["Follow-up"]
print(ws["G3"].value in ws.data_validations.dataValidation[0].formula1, ws.max_row)
END
    assert_output "True 3"
  done
}
