setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

report() {
  fb-chart -o report.pdf "${@:-$DATA/paired.ndjson}"
}

text_of() {
  pdftotext -layout report.pdf -
}

# A metric line: name, period, value, further keys.
metric() {
  printf '{"fb":"metric","metric":"%s","period":"%s","value":%s%s}\n' "$1" "$2" "$3" "${4:+,$4}"
}

@test "the file is sound, tagged, and its fonts are all inside" {
  report
  run qpdf --check report.pdf
  assert_success
  run pdfinfo report.pdf
  assert_line --regexp '^Tagged: +yes$'
  assert_line --regexp '^Title: +Brightwell Ferries'
  assert_line --regexp '^Page size: +595.276 x 841.89 pts \(A4\)$'
  run bash -c "pdffonts report.pdf | tail -n +3 | awk '{ print \$(NF-4), \$(NF-3), \$(NF-2) }' | sort -u"
  assert_output "yes yes yes"
}

@test "no word stands outside the margins" {
  report
  run python3 -c '
import re, subprocess
for line in subprocess.run(["pdftotext", "-bbox", "report.pdf", "-"], capture_output=True, text=True).stdout.splitlines():
    m = re.search(r"<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">(.*)</word>", line)
    if m:
        x0, y0, x1, y1 = map(float, m.groups()[:4])
        if x0 < 38 or x1 > 595.3 - 36 or y0 < 24 or y1 > 841.9 - 16:
            print(x0, y0, x1, y1, m.group(5))
'
  assert_success
  assert_output ""
}

@test "no words stand on top of others" {
  report
  fb-chart -o banks.pdf "$ROOT"/examples/banks/labels.ndjson "$DATA"/paired.ndjson
  run python3 -c '
import re, subprocess, sys
for name in "report.pdf", "banks.pdf":
    page = 0
    words = []
    for line in subprocess.run(["pdftotext", "-bbox", name, "-"], capture_output=True, text=True).stdout.splitlines():
        if "<page" in line:
            page, words = page + 1, []
        m = re.search(r"<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">(.*)</word>", line)
        if not m:
            continue
        a = [float(v) for v in m.groups()[:4]]
        h = a[3] - a[1]
        a[1] += h * 0.3
        a[3] -= h * 0.3
        for b, other in words:
            if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] and b[1] < a[3]:
                print(name, page, m.group(5), "on", other)
        words.append((a, m.group(5)))
'
  assert_success
  assert_output ""
}

@test "a quote has its id, and a cut is marked inside its quotation marks" {
  report
  run text_of
  assert_output --partial "#aa49d40c"
  refute_output --regexp '\[…\][^”»“」"]*#'
}

@test "fewer than ten answers are words, fewer than thirty are never clearly" {
  metric csat 2026-09 80 '"n":9,"flags":["small"]' > m
  metric nps 2026-09 10 '"n":20,"unit":"points","flags":["wide"],"prev":{"period":"2026-08","value":50,"diff":-40,"signal":true}' >> m
  report m
  run text_of
  assert_output --partial "fewer than 10"
  refute_output --partial "80"
  refute_output --partial "clearly"
  assert_output --partial "not tested"
}

@test "whether a rise is good is the metric's to say" {
  metric wait 2026-09 12 '"n":99,"better":"down","prev":{"period":"2026-08","value":5,"diff":7,"p":0.001,"q":0.001,"tests":1,"signal":true}' > m
  report m
  run text_of
  assert_output --partial "clearly worse"
  sed -i 's/"better":"down"/"better":"up"/' m
  report m
  run text_of
  assert_output --partial "clearly better"
}

@test "a change within noise is called that, and the title claims no more" {
  metric csat 2026-09 81 '"n":99,"unit":"%","lo":72,"hi":88,"prev":{"period":"2026-08","value":80,"diff":1,"p":0.9,"q":0.9,"tests":1,"signal":false}' > m
  report m
  run text_of
  assert_output --partial "csat: 81%, up 1 on August, within noise"
  sed s/csat/ease/ m >> m.2 && cat m.2 >> m
  report m
  run text_of
  assert_output --partial "within noise"
  assert_output --partial "No number moved more than"
}

@test "a given title is printed as it is" {
  { metric csat 2026-09 81; echo '{"fb":"title","period":"2026-09","text":"A quiet month","deck":"Nothing to see."}'; } > m
  report m
  run text_of
  assert_output --partial "A quiet month"
  assert_output --partial "Nothing to see."
}

@test "numbers from elsewhere need a metric, a period and a value" {
  metric churn 2026-09 2.1 > m
  report m
  run text_of
  assert_output --partial churn
  assert_output --partial 2.1
  assert_output --partial "No customers’ words came with this number"
  echo '{"fb":"metric","value":3,"period":"2026-09"}' > m
  run --separate-stderr fb-chart -o report.pdf m
  assert_failure 1
  assert_regex "$stderr" '^fb-chart: m:1: a metric line without "metric"'
}

@test "numbers from elsewhere are compared with their own past, untested" {
  { metric churn 2026-08 3; metric churn 2026-09 2.5; } > m
  report m
  run text_of
  assert_output --partial 'not tested'
  refute_output --partial 'no earlier period'
  fb-xlsx -o a.xlsx m
  run /usr/bin/python3 -c 'import openpyxl
print([[c.value for c in r] for r in openpyxl.load_workbook("a.xlsx")["Summary"].iter_rows(min_row=4, max_row=4, min_col=4, max_col=5)])'
  assert_output --regexp '^\[\[-0.5, .*not tested'
  # A month is missing between: nothing stands in front of it.
  { metric churn 2026-07 3; metric churn 2026-09 2.5; } > m
  report m
  run text_of
  assert_output --partial 'no earlier period'
}

@test "words that were not redacted are left out unless asked for, and then it says so" {
  jq -c 'del(.masks) | if .quotes then .quotes[] |= del(.masks) else . end' \
    "$DATA/paired.ndjson" > bare
  run --separate-stderr fb-chart -o report.pdf bare
  assert_success
  assert_regex "$stderr" "quotes or letters are left out"
  run text_of
  refute_output --partial "Best ten minutes"
  assert_output --partial "have not been through fb-redact"
  run --separate-stderr fb-chart --unredacted -o report.pdf bare
  assert_equal "$stderr" ""
  run text_of
  assert_output --partial "Best ten minutes"
  for page in $(seq "$(pdfinfo report.pdf | awk '/^Pages/ { print $2 }')"); do
    run pdftotext -f "$page" -l "$page" report.pdf -
    assert_output --partial UNREDACTED
  done
}

@test "nothing to report is a sentence, not an empty page" {
  report /dev/null
  run text_of
  assert_output --partial "Nothing to report"
  assert_output --partial "Check what was put in"
  run fb-chart --fail-empty -o report.pdf /dev/null
  assert_failure 1
}

@test "more than ten measures go on to a further page, each with its name" {
  for i in $(seq 24); do metric "measure-$i" 2026-09 "$i"; done > m
  report m
  run text_of
  for i in $(seq 24); do assert_output --partial "measure-$i"; done
}

@test "names of 300 characters, missing months and equal values leave the page whole" {
  long=$(printf 'name%.0s' $(seq 75))
  for month in 01 02 05 06 07; do
    metric "$long" "2026-$month" 5 '"n":50,"lo":4,"hi":6'
  done > m
  report m
  run qpdf --check report.pdf
  assert_success
  run python3 -c '
import re, subprocess
xs = [float(x) for x in re.findall(r"xMax=\"(.*?)\"", subprocess.run(["pdftotext", "-bbox", "report.pdf", "-"], capture_output=True, text=True).stdout)]
print(max(xs) < 595.3 - 36)'
  assert_output True
}

@test "an unknown kind names the way to the list" {
  run --separate-stderr fb-chart -k pie -o report.pdf /dev/null
  assert_failure 2
  assert_equal "$stderr" "fb-chart: unknown kind 'pie'; try 'fb-chart --list'"
  run fb-chart --list
  assert_line --regexp '^report +'
  assert_line --regexp '^letters +'
}

@test "every word that the code asks for is in the labels" {
  grep -rhoE '(fb_word|fb_say|fb_phrase|fb_word_at|fb_figure_count|fb_figure_sentence|fb_count_phrase)\([^;]*"[a-z_]+"' "$ROOT/lib" |
    grep -oE '"[a-z_]+"' | tr -d '"' | sort -u > asked
  grep -oE '^[a-z_A-Z-]+ =' "$ROOT/share/labels/en.labels" | tr -d ' =' | sort -u > there
  for word in $(cat asked); do
    grep -qx "$word" there || grep -q "\.name = \"$word\"\|{ \"$word\"," -r "$ROOT/lib" || echo "$word"
  done > missing
  assert_equal "$(cat missing)" ""
}

kinds() {
  fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'
}

@test "each kind alone is a PDF, an SVG and a PNG, the same bytes again" {
  for kind in $(kinds); do
    for form in pdf svg png; do
      fb-chart -k "$kind" -o "a.$form" "$DATA/paired.ndjson"
      fb-chart -k "$kind" -o "b.$form" "$DATA/paired.ndjson"
      cmp "a.$form" "b.$form"
    done
    qpdf --check a.pdf > /dev/null
    head -c 5 a.svg | grep -q '^<?xml'
    head -c 4 a.png | grep -q PNG
    pdftotext a.pdf - | grep -q "Source: Deck and kiosk surveys"
  done
}

@test "a kind alone survives one value, none, equal ones and long names" {
  long=$(printf 'name%.0s' $(seq 75))
  metric x 2026-09 5 > one
  metric x 2026-09 null '"flags":["small"]' > none
  for group in a b "$long"; do
    for month in 1 2 5; do
      metric x "2026-0$month" 5 "\"n\":40,\"by\":{\"g\":\"$group\"}"
    done
  done > equal
  for kind in $(kinds); do
    for data in one none equal /dev/null; do
      fb-chart -k "$kind" -o a.pdf "$data"
      qpdf --check a.pdf > /dev/null
      [ "$(pdftotext a.pdf - | wc -c)" -gt 20 ]
    done
  done
}

@test "title and size of a chart are as asked" {
  fb-chart -k bar --title "Three lines" --size 120x84 -o a.pdf "$DATA/paired.ndjson"
  run pdftotext a.pdf -
  assert_output --partial "Three lines"
  run pdfinfo a.pdf
  assert_line --regexp '^Page size: +340.157 x 238.11 pts'
  run fb-chart -k bar --size 1x1 -o a.pdf /dev/null
  assert_failure 2
  run fb-chart -o a.svg /dev/null
  assert_failure 2
}

@test "names of 300 characters stay on every page of groups" {
  long=$(printf 'a long name %.0s' $(seq 26))
  {
    for month in 1 2 3 4 5; do
      metric "$long" "2026-0$month" 5 '"n":50,"lo":4,"hi":6,"by":{}'
      for g in a b c d e; do
        metric "$long" "2026-0$month" 5 "\"n\":50,\"lo\":4,\"hi\":6,\"by\":{\"g\":\"$long $g\"}"
        metric mean "2026-0$month" 5 "\"n\":50,\"lo\":4,\"hi\":6,\"by\":{\"stage\":\"$long $g\"}"
        metric count "2026-0$month" 5 "\"n\":50,\"unit\":\"records\",\"by\":{\"themes\":\"$long $g\"}"
      done
    done
  } > m
  for paper in a4 letter; do
    fb-chart --paper $paper -o $paper.pdf m
  done
  run python3 "$BATS_TEST_DIRNAME/layout.py" a4.pdf letter.pdf
  assert_output ""
}

@test "the funnel adds up: what is left is what there was less what is taken off" {
  fb-chart -o report.pdf "$DATA/paired.ndjson"
  pdftotext -layout report.pdf - | sed -n '/From everything received/,/To draw these people again/p' > funnel
  run funnel
  assert_output 5
}

@test "each empty state is a sentence: none, few, the first, no words, a gap" {
  report /dev/null
  run text_of
  assert_output --partial "Nothing to report"
  metric csat 2026-09 80 '"n":4,"flags":["small"]' > m
  report m
  run text_of
  assert_output --partial "fewer than 10 answers"
  assert_output --partial "nothing yet to draw a trend from"
  assert_output --partial "No customers’ words came with this number"
  metric csat 2026-09 80 '"n":40,"quotes":[],"voice":{"eligible":0,"silent":[],"flags":[]}' > m
  report m
  run text_of
  assert_output --partial "No words long enough to quote"
}
