# Masking beside 2,097 labelled texts and real reviews.
setup() {
  load ../helper
  SHARED=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}
  PII=$SHARED/corpora/pii
  STRONG=EMAIL,PHONE,CREDIT_CARD,IP,URL,US_SSN,IBAN,MAC
  cd "$BATS_TEST_TMPDIR"
}

# The labelled texts of file $1 with national numbers as one kind, and what the
# detectors find in them.
look() {
  jq -c -f "$BATS_TEST_DIRNAME/redact_kinds.jq" "$PII/$1.jsonl" >"$1.gold"
  jq -c '{id, text}' "$PII/$1.jsonl" |
    "${B:-$ROOT/build}/tests/fuzz/spans" "$ROOT/share/redact" |
    jq -c -f "$BATS_TEST_DIRNAME/redact_kinds.jq" >"$1.found"
}

# score FILE TYPES: the table, also for who runs the tests.
score() {
  python3 "$SHARED/tools/score_pii.py" "$1.gold" "$1.found" --overlap \
    "--types=$2" >table
  sed "s/^/# $1 /" table >&3
}

# Does row $1 of the table reach precision $2 and recall $3?
reaches() {
  awk -v row="$1" -v p="$2" -v r="$3" '$1 == row && $5 >= p && $7 >= r { ok = 1 }
    END { exit !ok }' table || { cat table; return 1; }
}

@test "labelled cases are found, and what is none stays" {
  look cases
  score cases "$STRONG"
  reaches ALL .96 .96
  reaches CREDIT_CARD 1 .85
  reaches IBAN 1 .99
  reaches EMAIL .91 1
  reaches IP .97 .96
  reaches MAC 1 1
  reaches PHONE .88 .93
  false_alarms=$(sed -n 's/.*false alarm //p' table)
  [ "$false_alarms" -le 19 ]
  run python3 "$BATS_TEST_DIRNAME/redact_judged.py" \
    "$BATS_TEST_DIRNAME/redact_judged.tsv" cases.gold cases.found "$STRONG"
  assert_success
  assert_output ""
}

@test "kinds that words announce are found" {
  look cases
  score cases ID,POSTCODE,DOB,TWITTER
  reaches ID .94 .90
  reaches POSTCODE 1 .95
  reaches DOB 1 1
  reaches TWITTER 1 1
}

@test "data in whole sentences is found" {
  look synth
  score synth "$STRONG"
  reaches ALL 1 1
  score synth PERSON,ADDRESS
  reaches PERSON 1 .10
  reaches ADDRESS 1 .22
}

@test "addresses that must be masked are, in a sentence" {
  jq -c 'select(.redact == "must" and (.address | test("[.]|\\["))) |
    {id, text: ("write to " + .address + " today"), address}' \
    "$PII/emails_isemail.jsonl" | fb-redact >out
  jq -r 'select(.fb == null) | select(.text as $t | .address |
    split("@")[-1] as $domain | $t | contains($domain)) | .address' out >left
  echo "# $(wc -l <left) of $(grep -vc '"fb"' out) addresses not masked" >&3
  [ "$(wc -l <left)" -le 2 ]
}

@test "telephone numbers of every country are masked with their plus" {
  awk -F'\t' 'NR > 1 { printf "{\"id\":\"%d\",\"text\":\"ring %s today\"}\n", NR, $6 }' \
    "$PII/phones.tsv" | fb-redact >out
  left=$(jq -r 'select(.fb == null) | select(.text != "ring [PHONE] today").text' out |
    tee left | wc -l)
  echo "# $left of $(($(wc -l <out) - 1)) numbers not masked" >&3
  [ "$left" -le 6 ]
}

# The report of all texts, with identity columns beside them.
report() {
  jq -c '{id, date: "2026-10-05", source: "corpus", channel: .suite,
    customer: (.id + "@example.com"), score: ((.text | length) % 11),
    scale: "0-10", title: .text, text, email: "jo.writer@example.net"}' \
    "$PII/cases.jsonl" "$PII/synth.jsonl" >records
  fb-redact records >masked 2>err
  fb-sample -n 5000 -s x masked >letters 2>>err
  fb-metric -m nps masked >metrics 2>>err
  fb-anecdote metrics masked >paired 2>>err
  fb-chart -o report.pdf paired letters 2>>err
  fb-xlsx -o report.xlsx paired letters 2>>err
  pdftotext report.pdf pdf.txt
  pdfinfo report.pdf >pdf.info
  unzip -p report.xlsx >xlsx.txt
}

@test "nothing that must be masked shows in stream, page, sheet or message" {
  look cases
  look synth
  report
  cat cases.gold synth.gold >gold
  run python3 "$BATS_TEST_DIRNAME/redact_leaks.py" \
    "$BATS_TEST_DIRNAME/redact_known.tsv" gold masked \
    masked letters metrics paired err pdf.txt pdf.info xlsx.txt
  assert_success
  assert_output ""
  run grep -c jo.writer masked letters paired err pdf.txt pdf.info xlsx.txt
  refute_output --regexp ':[1-9]'
  # The check itself sees what is not masked.
  run python3 "$BATS_TEST_DIRNAME/redact_leaks.py" \
    "$BATS_TEST_DIRNAME/redact_known.tsv" gold records masked
  assert_failure
}

@test "real reviews: masking again changes nothing, in any order of the records" {
  fb-ingest "$SHARED/data/trustpilot_twitter_mixed.csv.gz" 2>/dev/null |
    grep -v '"fb":' >records
  fb-redact records | grep -v '"fb":' >once
  fb-redact once | grep -v '"fb":' >twice
  cmp once twice
  shuf --random-source=<(yes) records | fb-redact | grep -v '"fb":' | sort >other
  sort once | cmp - other
}

@test "300,000 texts made at random keep what masking must keep" {
  run "${B:-$ROOT/build}/tests/fuzz/masks" "$ROOT/share/redact" 300000
  assert_success
}
