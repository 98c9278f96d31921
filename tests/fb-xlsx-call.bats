# fb-xlsx: whom to call, and what to ask; wrong calls.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

check() {
  cat "$BATS_TEST_DIRNAME/data/book.py" - > "$BATS_TEST_TMPDIR/check.py"
  /usr/bin/python3 "$BATS_TEST_TMPDIR/check.py" "$@"
}

# Two groups of which one declined, and 40 customers; every fourth said no.
panel() {
  /usr/bin/python3 - <<'END'
import json
def cell(plan, signal):
    print(json.dumps({"fb": "metric", "metric": "csat", "of": {"kind": "csat", "field": "score", "scale": "1-5", "yes": [4, 5]},
        "by": {"plan": plan}, "period": "2026-10", "unit": "%", "better": "up", "n": 60, "value": 50, "lo": 40, "hi": 60,
        "prev": {"period": "2026-09", "value": 70, "diff": -20, "lo": -30, "hi": -10, "p": 0.001, "q": 0.002, "tests": 2, "signal": signal},
        "quotes": []}))
cell("basic", False)
cell("pro", True)
for i in range(40):
    print(json.dumps({"id": "r%02d" % i, "date": "2026-10-%02d" % (i % 28 + 1), "customer": "c_%02d" % (i % 30), "score": i % 5 + 1,
        "plan": ("pro", "basic")[i % 2], "stage": ("get help", "pay", None, "no such stage")[i // 2 % 4], "lang": "en",
        "text": "Words of customer %d, as they came." % i, "consent": i % 4 != 3, "masks": []}))
print(json.dumps({"id": "old", "date": "2025-10-01", "customer": "c_old", "plan": "pro", "text": "Long ago.", "consent": True, "masks": []}))
print(json.dumps({"id": "bare", "date": "2026-10-01", "customer": "Jo Smith", "plan": "pro", "text": "Never redacted.", "consent": True}))
print(json.dumps({"id": "unsaid", "date": "2026-10-01", "customer": "c_un", "plan": "pro", "text": "Nobody asked me.", "masks": []}))
END
}

@test "customers who agreed stand by group, the group that declined first" {
  panel > in.ndjson
  fb-xlsx -o a.xlsx in.ndjson
  run check a.xlsx in.ndjson <<'END'
import hashlib
ws = wb["Call list"]
head = {c.value: c.column for c in ws[2]}
rows = [{k: ws.cell(r, c).value for k, c in head.items()} for r in range(3, ws.max_row + 1)]
records = {l["id"]: l for l in lines if "fb" not in l}
print([(g, sum(r["Segment"] == g for r in rows)) for g in dict.fromkeys(r["Segment"] for r in rows)], len(rows))
for r in rows:
    l = records[r["Full id"]]
    assert l["consent"] is True and l["masks"] == [] and r["What they said"] == l["text"] and r["Customer"] == l["customer"]
    assert l["date"].startswith("2026-10") and r["Date"].strftime("%Y-%m-%d") == l["date"] and r["Segment"] == l["plan"]
    assert r["A question to ask"].endswith("?") or r["A question to ask"].endswith("."), r
    latest = max((x["date"], x["id"]) for x in records.values() if x.get("customer") == l["customer"] and x["plan"] == l["plan"] and x.get("consent"))
    assert latest[1] == l["id"]
def ticket(who):
    return hashlib.sha256(("fb-call/1\n\n" + who).encode()).hexdigest()
for g in ("pro", "basic"):
    want = {x["customer"] for x in records.values() if x.get("consent") and x["plan"] == g and x["date"] > "2026" and "masks" in x}
    assert [r["Customer"] for r in rows if r["Segment"] == g] == sorted(want, key=ticket)[:10]
print(rows[0]["What declined"], "|", rows[-1]["What declined"])
print(len({r["A question to ask"] for r in rows}) > 4, ws["A1"].value[:61])
END
  assert_output "[('pro', 10), ('basic', 10)] 20
pro, Satisfied: 50%, down 20 on September, clearly worse. | nothing that can be told from chance
True Call them and ask. They agreed to it in 30 records of these p"
}

@test "any order of records gives the same list, and its words are proved" {
  panel > in.ndjson
  fb-xlsx -o a.xlsx in.ndjson
  tac in.ndjson > back
  { grep '"fb"' in.ndjson; grep -v '"fb"' back; } | fb-xlsx > b.xlsx
  cmp a.xlsx b.xlsx
  run fb-verify --workbook a.xlsx in.ndjson
  assert_output --partial "20 printed texts:"
  refute_output --partial "Call list"
}

@test "a withheld record is not on the list" {
  panel > in.ndjson
  fb-xlsx -o a.xlsx in.ndjson
  run check a.xlsx <<'END'
print(wb["Call list"].cell(3, 13).value)
END
  printf '%s\tasked not to be called\n' "$output" > no.tsv
  fb-xlsx --withhold no.tsv -o b.xlsx in.ndjson
  run check b.xlsx <<'END'
print(any(wb["Call list"].cell(r, 13).value == open("no.tsv").read().split("\t")[0] for r in range(3, 30)))
END
  assert_output False
}

@test "nobody who agreed, no list" {
  panel | sed 's/"consent": true/"consent": false/' | fb-xlsx -o a.xlsx
  run check a.xlsx <<'END'
print("Call list" in wb.sheetnames)
END
  assert_output False
}

@test "every stage that the tools know has its questions" {
  cut -f1 "$ROOT"/share/stages/*.tsv | grep -v '^#' | grep . | sort -u > stages
  cut -f1 "$ROOT/share/questions/stages.tsv" | grep -v '^#' | grep . | sort -u > asked
  run comm -23 stages asked
  assert_output ""
  run awk -F'\t' '!/^#/ && NF && (NF != 3 || $3 !~ /[?.]$/)' "$ROOT/share/questions/stages.tsv"
  assert_output ""
}

@test "what is wrong with a call, or not there, is told with the next step" {
  echo '{"fb":"metric","metric":"nps","period":"Oktober","value":3}' > m
  while IFS=@ read -r want args words; do
    run --separate-stderr fb-xlsx $args
    assert_equal "$stderr" "fb-xlsx: $words"
    assert_equal "$status" "$want"
    ((want < 2)) || assert_not_exist a.xlsx
    rm -f a.xlsx
  done <<'END'
2@-o a.xls m@'a.xls': no workbook ends in '.xls'; name it .xlsx
2@-o m m@'m' would be written over itself; name another file: -o
2@-k table -k report -o a.xlsx m@--kind 'report': given twice, 'table' before; try 'fb-xlsx --help'
0@-o a.xlsx m@the period 'Oktober' is only a name and has no place in time; periods are written 2026, 2026-Q4, 2026-10, 2026-W40 or 2026-10-03
0@-o a.XLSX /dev/null@nothing to report: no line came in; fb-metric, fb-anecdote and fb-sample write what is needed
1@--fail-empty -o a.xlsx /dev/null@nothing to report: no line came in; fb-metric, fb-anecdote and fb-sample write what is needed
0@-k table -o a.xlsx /dev/null@nothing to list: no line came in
END
  echo '{"fb":"report","locale":"xx"}' > m
  run --separate-stderr fb-xlsx -o a.xlsx m
  assert_failure 2
  assert_equal "$stderr" "fb-xlsx: the report line's locale 'xx': there are no words for this language; there are ar, de, en, es, fr and ja"
}
