# fb-chart: the pages of a report, each from lines of its own.
setup_file() {
  load helper
  cd "$BATS_FILE_TMPDIR"
  fb-chart -o pages.pdf "$DATA/pages.ndjson"
  pdftotext -layout pages.pdf pages.txt
}

setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
  PDF=$BATS_FILE_TMPDIR/pages.pdf
}

# The text of the pages on which these words stand, on one line.
page_with() {
  python3 -c '
import sys
for page in open(sys.argv[1]).read().split("\f"):
    page = " ".join(page.split())
    if sys.argv[2] in page:
        print(page)' "$BATS_FILE_TMPDIR/pages.txt" "$1"
}

# Lines of the fixture, changed by a program of jq.
changed() {
  jq -c "$1" "$DATA/pages.ndjson" > changed.ndjson
  fb-chart -o changed.pdf changed.ndjson
  pdftotext -layout changed.pdf - | tr -s ' \n' ' '
}

@test "the fixture is what its program writes" {
  python3 "$DATA/pages.py" | cmp - "$DATA/pages.ndjson"
}

@test "the pages are sound, tagged and the same bytes again" {
  fb-chart -o again.pdf "$DATA/pages.ndjson"
  cmp "$PDF" again.pdf
  run qpdf --check "$PDF"
  assert_success
  run pdfinfo "$PDF"
  assert_line --regexp '^Tagged: +yes$'
  run bash -c "pdffonts '$PDF' | tail -n +3 | awk '{ print \$(NF-4), \$(NF-3), \$(NF-2) }' | sort -u"
  assert_output "yes yes yes"
}

@test "no text is outside the margins, on other text, or smaller than 6.8 points" {
  run python3 "$BATS_TEST_DIRNAME/layout.py" "$PDF"
  assert_success
  assert_output ""
}

@test "every id on a page is one of the quotes or letters that came in" {
  grep -o '#[0-9a-f]\{8\}' "$BATS_FILE_TMPDIR/pages.txt" | sort -u > printed
  jq -r 'select(.quotes) | .quotes[].id, (select(.draw) | .id)' "$DATA/pages.ndjson" | sort -u |
    while read -r id; do printf '#%s\n' "$(printf %s "$id" | sha256sum | head -c 8)"; done | sort -u > given
  [ -s printed ]
  assert_equal "$(comm -23 printed given)" ""
}

@test "the group that slid over the year stands last in its map, with its words" {
  run page_with "Farms, in their own words"
  assert_output --partial "down 22 on October 2025"
  assert_output --partial "On year"
  assert_output --regexp 'Shops 25 .*Farms 34 35 33 .*−22 611'
  assert_output --partial "2 detractors, 1 passive, 2 promoters"
  assert_output --partial "Last words of a customer not heard since"
  assert_output --partial "April: meters read once a year"
  assert_output --partial "Said here more than elsewhere: “meter” (61 of 214 customers, elsewhere 30 of 1,800)"
  refute_output --partial "“bath”"
  # Events of other groups are not drawn on a row that they are not about.
  run changed 'if .fb == "event" then .by = {"kind": "Shops"} else . end'
  refute_output --partial "April: meters"
}

@test "last words are those of a customer not heard for 90 days" {
  last() {
    run changed "if .quotes then .quotes |= map(if .role == \"last_words\" then
        .date = $1 else . end) else . end"
  }
  last '"2026-08-02"'
  assert_output --partial "Last words of a customer not heard since"
  last '"2026-08-03"'
  refute_output --partial "Last words"
  last null
  refute_output --partial "Last words"
}

@test "a map with no group that slid has a customer of each group" {
  run changed 'if .fb == "metric" then .yoy.signal = false | .prev.signal = false else . end'
  assert_output --partial "Would recommend by kind of customer: no group moved clearly"
  assert_output --partial "One customer from each group"
  refute_output --partial "in their own words"
}

@test "a map of few periods has its changes beside it, and whole names" {
  for period in 2025-08 2025-09 2025-10; do
    for g in "A group whose name is long" B; do
      printf '{"fb":"metric","metric":"m","by":{"g":"%s"},"period":"%s","value":40,"n":90,"better":"up","unit":"%%"}\n' "$g" $period
    done
  done > m
  fb-chart -o a.pdf m
  run python3 -c '
import re, subprocess, sys
for page in subprocess.run(["pdftotext", "-bbox", "a.pdf", "-"], capture_output=True, text=True).stdout.split("<page "):
    at = {m[5]: [float(v) for v in m.groups()[:4]] for m in re.finditer(r"xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">(.*)</word>", page)}
    if "Change" in at:
        print(at["Change"][0] - at["Oct"][2] < 60, at["long"][1] == at["whose"][1])'
  assert_output "True True"
}

@test "quotes of a group that go on in the next column have its name again" {
  jq -c 'select(.fb == "report" or (.fb == "metric" and .metric == "nps" and
      (.by.kind // "" | IN("Homes", "Landlords", "Shops")))) |
    if .quotes then .prev.signal = false | .yoy.signal = false else . end' \
    "$DATA/pages.ndjson" > three
  fb-chart -o a.pdf three
  run bash -c "pdftotext a.pdf - | sed -n '/Customers from each group/,/Source:/p' |
    grep -xE 'Homes|Landlords|Shops' | sort"
  assert_output "Homes
Landlords
Landlords
Shops"
}

@test "quotes beside the proportions fill no page of their own where some have room" {
  for paper in a4 letter; do
    fb-chart --paper $paper -o a.pdf "$DATA/pages.ndjson"
    for ((n = 1; n <= 4; n++)); do
      run pdftotext -f $n -l $n a.pdf -
      [[ $output == *"Beside the proportions"* ]] && break
    done
    assert_output --partial "in the proportions of everyone who answered"
  done
  assert_output --partial "More of them in the workbook: 1."
}

@test "a gap in a line says why it is there" {
  run changed 'select(.metric != "nps" or .by != {} or (.period | IN("2026-02", "2026-03") | not))'
  assert_output --partial "no data"
  run changed 'if .metric == "nps" and .by == {} and (.period | IN("2025-12", "2026-01", "2026-02", "2026-03"))
    then .n = 5 | .flags = ["small"] else . end'
  assert_output --regexp 'natural limits.*fewer than 10 answers.*Six customers'
  refute_output --partial "no data"
  run bash -c "tr -s ' \n' ' ' < '$BATS_FILE_TMPDIR/pages.txt'"
  refute_output --partial "no data"
}

@test "few answers are a dot on the map, no answers a blank, both said in words" {
  run page_with "Farms, in their own words"
  assert_output --regexp 'Shops 25 26 · · 28'
  assert_output --regexp 'Care homes 52 53 51 54 53 52 '
  assert_output --partial "Dot: fewer than 10"
}

@test "a title line for a kind of page is the title of that page alone" {
  run changed '., (select(.fb == "report") | {fb: "title", page: "heat", text: "The farms are leaving the table"})'
  assert_output --partial "The farms are leaving the table"
  assert_equal "$(grep -o 'The farms are leaving the table' <<< "$output" | wc -l)" 1
}

@test "themes stand by how often they come, with score, growth and a customer" {
  run page_with "Themes by rules"
  assert_output --partial "Meter reading, Records: 964, up 775 on September, clearly more"
  assert_output --regexp 'water quality .*1,402 .*appointments .*1,188 .*meter reading .*964 '
  assert_output --partial "Score 2.4 ×5.1 on September"
  assert_output --partial "Score 8.6 +2% on September"
  assert_output --partial "+0.74 overall without these"
  assert_output --partial "High answers (871): no words long enough to quote."
  assert_output --partial "2 more, in the workbook: hard water 66, water meters in sheds"
}

@test "themes without a count or a score of their own are drawn all the same" {
  run changed 'select(.metric != "count" and .fb != "driver")'
  assert_output --partial "Spoken of most: water quality, appointments, meter reading"
  refute_output --partial "overall without these"
  run changed 'select(.metric != "score" or .fb != "metric")'
  assert_output --partial "Records that speak of each theme in October 2026, the most first. A record"
  refute_output --partial "Score 2.4"
}

@test "what would fill little of a page stands below another" {
  run page_with "Where satisfied customers sound dissatisfied"
  assert_output --regexp 'Where words and numbers disagree.*Where satisfied customers sound dissatisfied.*One sentence for a number'
  # Not where there is no room.
  fb-chart -o many.pdf "$DATA/pages.ndjson" <(jq -c 'select(.voice.flags? // [] |
    any(. == "text_score_disagree")) | (range(6) as $i | .by.kind = "Shop \($i)" |
    .quotes |= map(.id += "x\($i)"))' "$DATA/pages.ndjson")
  for ((n = 1; ; n++)); do
    run pdftotext -f $n -l $n many.pdf -
    [[ $output == *"sound dissatisfied"* ]] && break
  done
  refute_output --partial "Where words and numbers disagree"
}

@test "what satisfied customers complain of has a page, with why where there is none" {
  run page_with "Where satisfied customers sound dissatisfied"
  assert_output --regexp 'Would recommend .*Would recommend · Homes'
  assert_output --partial "Numbers that have none: 1. No complaint"
  assert_equal "$(sed 's/.*sound dissatisfied//' <<< "$output" |
    grep -o '#[0-9a-f]\{8\}' | wc -l)" 4
  run changed 'if .quotes then .quotes |= map(select(.role != "happy_but")) else . end'
  refute_output --partial "satisfied customers complain"
}

@test "one number is large on one page, with where it comes from and its customers" {
  run changed 'select(.fb != "metric" or (.metric == "nps" and .by == {} and .period != "2026-09"))'
  assert_output --partial "One number was supplied, so the summary is this page."
  assert_output --partial "interval of the change −9 to −1"
  assert_output --partial "Six customers, in the proportions of everyone who answered"
  refute_output --partial "band: 95% interval"
  run python3 "$BATS_TEST_DIRNAME/layout.py" changed.pdf
  assert_output ""
}

@test "quotes of other roles stand under a name of their own, outside the strip" {
  run page_with "Beside the proportions"
  assert_output --partial "Quoted below: 3 detractors, 3 promoters"
  assert_output --regexp 'A minority view .*Said in September 2026, hardly now'
  assert_output --partial "12 Sep 2026"
  assert_output --partial "New in the words since September 2026"
}

@test "there are as many cells in the strip as quotes are printed below it" {
  run page_with "Beside the proportions"
  before=${output%%Beside the proportions*}
  assert_equal "$(grep -o '#[0-9a-f]\{8\}' <<< "$before" | wc -l)" 6
}

# So many metrics of October, each seventh clearly up.
many() {
  jq -nc --argjson n "$1" 'range($n) | . as $i | {fb: "metric", metric: "measure \($i)", by: {}, period: "2026-10",
    unit: "%", better: "up", n: 900, value: (40 + $i), lo: (38 + $i), hi: (42 + $i),
    prev: {period: "2026-09", value: 40, diff: ($i | if . % 7 == 6 then 10 else 1 end), p: (0.001 / ($i + 1)),
      q: (1 / ($i + 2)), tests: $n, signal: ($i % 7 == 6)}}'
}

@test "of more than ten numbers the clearest lead, and an index has them all" {
  many 50 > many
  fb-chart -o many.pdf many
  run pdftotext -layout -f 1 -l 1 many.pdf -
  assert_output --partial "7 of 50 numbers moved clearly"
  assert_output --partial "The ten clearest changes of 50 numbers"
  assert_output --regexp 'measure 48.*measure 41.*measure 6[^0-9].*measure 0[^0-9].*measure 1[^0-9].*measure 2'
  refute_output --partial "measure 3 "
  run pdftotext -layout -f 2 -l 2 many.pdf -
  assert_output --partial "Everything we measure, the clearest changes first"
  assert_equal "$(grep -c '^measure' <<< "$output")" 50
  assert_equal "$(grep '^measure' <<< "$output" | sed 's/  .*//' | sed -n '1p;7p;8p;50p' | paste -sd,)" \
    "measure 48,measure 6,measure 0,measure 49"
  run python3 "$BATS_TEST_DIRNAME/layout.py" many.pdf
  assert_output ""
}

@test "an index goes on to further pages, and beyond 200 numbers says how many are left" {
  many 230 > many
  fb-chart -o many.pdf many
  run bash -c "pdftotext -layout many.pdf - | grep -c '^ *Everything we measure'"
  assert_output 4
  run pdftotext many.pdf -
  assert_output --partial "More numbers in the workbook: 30."
  run bash -c "pdftotext -layout many.pdf - | grep -c '^ *Measure .*One customer, first line'"
  assert_output 4
}

@test "labels at the end of a trend stay apart at its foot" {
  jq -nc '({}, {g: "a"}, {g: "b"}, {g: "c"}) as $by | range(8; 11) | {fb: "metric", metric: "m", by: $by,
    period: "2026-\(if . < 10 then "0" else "" end)\(.)", n: 50, value: (if . == 8 then 90 else 1 end), lo: 0, hi: 99}' > low
  fb-chart -o low.pdf low
  run python3 "$BATS_TEST_DIRNAME/layout.py" low.pdf
  assert_output ""
}

@test "a journey has words at its three lowest points and at a high one" {
  run page_with "by stage of the journey"
  assert_output --partial "Ask for help, Ease: 1.8, down 1.4 on September, clearly worse"
  assert_output --regexp 'First bill: 3.4 Price change: 3.1 Ask for help: 1.8'
  assert_output --partial "−1.4 on September, clearly worse"
  assert_output --partial "And one high point"
  assert_output --partial "Visit: 4.6"
  assert_equal "$(grep -o '#[0-9a-f]\{8\}' <<< "$output" | wc -l)" 7
}

@test "a stage without words is named, and so is one of few" {
  run page_with "by stage of the journey"
  assert_output --partial "no voice"
  assert_output --partial 'fewer than'
  refute_output --partial "4.4 Return"
}

@test "a journey of one low point, and of none but it, leaves the page whole" {
  for keep in '["join","first bill","everyday"]' '["join","visit"]'; do
    run changed "select(.fb != \"metric\" or .by.stage == null or (.by.stage | IN($keep[])))"
    run python3 "$BATS_TEST_DIRNAME/layout.py" changed.pdf
    assert_output ""
  done
  run changed 'select(.fb != "metric" or .by.stage == null or .by.stage == "join")'
  refute_output --partial "by stage of the journey"
}

@test "where words and numbers disagree, a page says how, and shows both" {
  run page_with "Where words and numbers disagree"
  assert_output --partial "Would recommend, Shops"
  assert_output --partial "The score got worse since September 2026, while the words came to sound more like those of satisfied"
  assert_output --partial "The 500 who wrote enough to be quoted answered otherwise than the rest of the 1,220"
  refute_output --partial "Farms"
  run changed 'if .voice then .voice.flags = [] else . end'
  refute_output --partial "words and numbers disagree"
}

@test "numbers of which the same is said about a group stand side by side" {
  twins '.metric = ("twin", "third")'
  assert_output --regexp 'Would recommend, Shops.*twin, Shops.*third, Shops'
  assert_equal "$(grep -o 'The score got worse since' <<< "$output" | wc -l)" 1
}

# The page of disagreement, with further lines like that of the shops.
twins() {
  jq -c "., (select(.voice.flags? // [] | any(. == \"text_score_disagree\")) | $1)" \
    "$DATA/pages.ndjson" > twins
  fb-chart -o twins.pdf twins
  for ((n = 1; ; n++)); do
    run pdftotext -f $n -l $n twins.pdf -
    [[ $output == *"Where words and numbers disagree"* ]] && break
  done
}

@test "customers who speak for two disagreeing numbers are quoted once" {
  twins '.metric = ("twin", "third") | .prev.period = {twin: "2026-08", third: "2026-07"}[.metric]'
  assert_output --partial "The customers quoted above speak for this number too."
  assert_output --partial "third, Shops"
  assert_equal "$(grep -o '#[0-9a-f]*$' <<< "$output" | sort | uniq -d)" ""
}

@test "alerts come first, apart from the letters, and the first page says how many there are" {
  {
    echo '{"fb":"trail","tool":"fb-tag","version":"1","options":"","in":9,"out":9,"alert_records":3}'
    echo '{"fb":"trail","tool":"fb-metric","version":"1","options":"","in":9,"out":0,"tests":48,"flags":["self-selected"]}'
    echo '{"fb":"trail","tool":"fb-anecdote","version":"1","options":"","in":9,"out":0,"withheld":2}'
    echo '{"id":"a1","date":"2026-10-02","channel":"E-mail","title":"Green water","text":"It came out green and the baby drank it.","masks":[],"alert":["safety","legal"],"draw":{"must_read":true}}'
    echo '{"id":"l1","date":"2026-10-03","channel":"Letter","text":"A letter that was drawn by lot.","masks":[],"alert":[],"draw":{"stratum":{},"N":9,"n":1,"ticket":"00"}}'
  } > more
  fb-chart -o a.pdf "$DATA/pages.ndjson" more
  run bash -c "pdftotext -layout -f 1 -l 1 a.pdf - | tr -s ' \n' ' '"
  assert_output --partial "One record that a person should see soon"
  assert_output --partial "Safety, legal"
  assert_output --partial "It came out green and the baby drank it."
  assert_output --partial "Tells of the time to 31 October 2026. Those who wrote chose to"
  assert_output --partial "48 changes were tested"
  assert_output --partial "2 records were withheld from quotation. 3 records of all that came in have an alert. One of these is in this report."
  run bash -c "pdftotext -layout a.pdf - | tr -s ' \n' ' '"
  assert_output --partial "One letter"
  assert_equal "$(grep -o 'the baby drank it' <<< "$output" | wc -l)" 1
  run python3 "$BATS_TEST_DIRNAME/layout.py" a.pdf
  assert_output ""
  grep -v '"draw"' more > trails
  fb-chart -o b.pdf "$DATA/pages.ndjson" trails
  run bash -c "pdftotext -layout -f 1 -l 1 b.pdf - | tr -s ' \n' ' '"
  assert_output --partial "3 records of all that came in have an alert. None of these is in this report."
  refute_output --partial "should see soon"
}

# Record number $1 with so many words $2 and an alert for the reason $3.
alerting() {
  printf '{"id":"a%d","date":"2026-10-%02d","score":%d,"scale":"0-10","text":"%s","masks":[],"alert":["%s"],"draw":{"must_read":true}}\n' \
    "$1" "$1" $(($1 % 2 * 10)) "$(printf "word%d-$1 " $(seq "$2"))" "$3"
}

@test "alerts stand under their reason, whole where one page holds them" {
  { for i in 1 2 3; do alerting $i 30 safety; done; alerting 4 100 legal; } > four
  fb-chart -o four.pdf four
  run bash -c "pdftotext -layout -f 1 -l 1 four.pdf - | tr -s ' \n' ' '"
  assert_output --partial "4 records that a person should see soon"
  assert_output --regexp 'Legal.*word100-4.*Safety.*3 records.*word30-1.*word30-2.*word30-3'
  assert_equal "$(grep -o 'Safety' <<< "$output" | wc -l)" 1
  for i in {1..20}; do alerting $i 200 safety; done > many
  fb-chart -o many.pdf many
  run bash -c "pdftotext -layout many.pdf - | tr -s ' \n' ' '"
  refute_output --partial "word200-"
  for i in {1..20}; do assert_output --partial "word9-$i "; done
  run python3 "$BATS_TEST_DIRNAME/layout.py" four.pdf many.pdf
  assert_output ""
}

@test "the first page says when no rule for alerts was run, and when nothing tells" {
  first() {
    fb-chart -o b.pdf "$DATA/pages.ndjson" "$@"
    pdftotext -layout -f 1 -l 1 b.pdf - | tr -s ' \n' ' '
  }
  run first
  assert_output --partial "No tool has left its trail: how many were asked"
  echo '{"fb":"trail","tool":"fb-metric","version":"1","options":"","in":9,"out":0,"tests":48}' > trail
  run first trail
  assert_output --partial "No rules for alerts were run over these records."
  refute_output --partial "No tool has left"
  echo '{"fb":"trail","tool":"fb-tag","version":"1","options":"","in":9,"out":9,"alert_records":0}' >> trail
  run first trail
  assert_output --partial "No record has an alert."
}

@test "printed ids lead to the rows of their records in the workbook" {
  fb-xlsx -q -o "my report.xlsx" "$DATA/paired.ndjson"
  fb-chart --workbook "my report.xlsx" -o a.pdf "$DATA/paired.ndjson"
  qpdf --qdf --object-streams=disable a.pdf a.qdf
  run /usr/bin/python3 -c '
import re, subprocess, zipfile, openpyxl
xml = zipfile.ZipFile("my report.xlsx").read("xl/workbook.xml").decode()
places = dict(re.findall("<definedName name=\"(id_.*?)\">(.*?)<", xml))
uris = re.findall(rb"/URI \((.*?)\)", open("a.qdf", "rb").read())
text = subprocess.run(["pdftotext", "a.pdf", "-"], capture_output=True, text=True).stdout
book = openpyxl.load_workbook("my report.xlsx")
for uri in sorted(set(uris)):
    path, name = uri.decode().split("#")
    sheet, cell = places[name].split("!")
    value = str(book[sheet.strip("\x27")][cell.replace("$", "")].value)
    if path != "my%20report.xlsx" or "#" + name[3:] not in value:
        print(uri, places[name], value)
printed = set(re.findall("#[0-9a-f]{8}", text))
print(len(printed) > 10, printed == {"#" + u.decode()[-8:] for u in uris})'
  assert_output "True True"
  run pdfinfo a.pdf
  assert_line --regexp '^Tagged: +yes$'
  run qpdf --check a.pdf
  assert_success
}

@test "groups that fall silent have a page, the silent ones first, with last words" {
  run page_with "Over time Reading"
  assert_output --partial "Mills: silent, no word for two periods"
  assert_output --regexp 'Mills .*Farms .*Homes'
  assert_output --partial "likeliest since May"
  assert_output --partial "no voice heard"
  assert_output --partial "4 Jun"
  assert_output --partial "within noise"
  run changed 'select(.fb != "decline")'
  refute_output --partial "Those who leave do not answer"
}

@test "a clear change of level stands on the trend, with how sure its date is" {
  run page_with "Beside the proportions"
  assert_output --partial "All customers: level changed Apr 2026 (Mar–May)"
  run changed 'if .fb == "shift" then .break.signal = false else . end'
  refute_output --partial "level changed"
}

@test "how a sample fits, and who was never heard, stands on the method page" {
  {
    echo '{"fb":"trail","tool":"fb-sample","version":"1","options":"","in":60,"out":10}'
    echo '{"fb":"represent","by":["plan","region"],"n":60,"tv":0.028,"tv_expected":0.0717,"ratio":0.39,"groups":[],"p":0.87,"flags":[]}'
    echo '{"fb":"silent","by":{"plan":"pro"},"customers":600,"records":0,"rate_hi":0.005}'
  } > more
  fb-chart -o a.pdf "$DATA/pages.ndjson" more
  run bash -c "pdftotext -layout a.pdf - | tr -s ' \n' ' '"
  assert_output --partial "By plan, region: 3% of the places would have to change to be like all; chance alone does 7%."
  assert_output --partial "Never heard pro (600 customers)"
}

@test "names of 300 characters, forty groups and long events leave every page whole" {
  long=$(printf 'Name%.0s' $(seq 75))
  words=$(printf 'some words %.0s' $(seq 27))
  jq -c --arg l "$long" --arg w "$words" '
    if .fb == "label" and .metric then .name = .metric + " " + $w | .note = $l
    elif .fb == "event" then .text = $w
    elif .fb == "report" then .org = $w | .name = $l | .source = $w
    elif .by.kind == "Farms" then .by.kind = $l
    elif .by.themes then .by.themes += $l
    elif .by.stage then .by.stage += " " + $w
    else . end
    | if .quotes then .quotes[].channel = $w | .quotes[].text = $l else . end' "$DATA/pages.ndjson" > long
  jq -c 'select(.fb == "metric" and .by.kind == "Homes") | range(40) as $i | .by.kind = "group \($i)" | del(.quotes)' \
    "$DATA/pages.ndjson" >> long
  fb-chart -o long.pdf long
  run python3 "$BATS_TEST_DIRNAME/layout.py" long.pdf
  assert_output ""
  run pdftotext long.pdf -
  assert_output --partial "More groups with fewer answers, in the workbook"
}

@test "one record, equal scores, few words and missing periods leave every page whole" {
  for change in 'if .quotes then .quotes = .quotes[:1] else . end' \
    'if .fb == "metric" then .value = 5 | .lo = 5 | .hi = 5 else . end' \
    'if .fb == "metric" then del(.lo, .hi, .n, .of, .prev, .yoy) else . end' \
    'select(.period != "2026-09" and .period != "2026-08")' \
    'select(.fb != "metric" or .period == "2026-10")' \
    'if .quotes then .quotes = [] else . end' \
    'del(.quotes, .voice)' \
    'if .fb == "metric" then .value = null | .n = 0 | .flags = ["small"] else . end' \
    'if .quotes then .quotes[].masks = null else . end | del(.quotes[]?.masks)'; do
    run changed "$change"
    assert_success
    run python3 "$BATS_TEST_DIRNAME/layout.py" changed.pdf
    assert_output ""
    qpdf --check changed.pdf > check
  done
}

@test "where only the whole moved, the summary of its groups says so" {
  for by in '{}' '{"g":"a"}' '{"g":"b"}'; do
    [[ $by == '{}' ]] && signal=true q=0.001 || signal=false q=0.5
    printf '{"fb":"metric","metric":"Satisfied","by":%s,"period":"2026-10","unit":"%%","better":"up","n":400,"value":38,"lo":33,"hi":43,"prev":{"period":"2026-09","value":53,"diff":-15,"lo":-22,"hi":-8,"p":%s,"q":%s,"tests":3,"signal":%s}}\n' \
      "$by" $q $q $signal
  done > m
  fb-chart -o m.pdf m
  pdftotext -l 1 m.pdf - | tr '\n' ' ' > t
  grep -q 'Satisfied: 38%, down 15 on September, clearly worse' t
  run grep -E 'No number (that|moved)' t
  assert_failure
}

@test "natural limits are quiet lines, and what lies beyond is ringed and said" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  run pdftotext -layout a.pdf -
  assert_output --partial 'All customers: natural limits'
  assert_output --partial 'All customers: Oct 2026 beyond its natural limits'
  sed 's/"rules":\[1\]/"rules":[2,3]/' "$DATA/pages.ndjson" > m
  fb-chart -o a.pdf m
  run pdftotext -layout a.pdf -
  refute_output --partial 'beyond its natural'
  assert_output --partial 'All customers: nine in a row on one side of the mean'
  assert_output --partial 'All customers: six in a row rising or falling'
  sed 's/"rules":\[1\]/"rules":[]/; s/"break":{[^}]*}/"break":null/' "$DATA/pages.ndjson" > m
  fb-chart -o a.pdf m
  run pdftotext -layout a.pdf -
  assert_output --partial 'natural limits'
  refute_output --partial 'in a row'
  refute_output --partial 'level changed'
}

# Where a word begins on page 2, from above.
top_of() {
  pdftotext -f 2 -l 2 -bbox "$1" - | sed -n "s|.*yMin=\"\([0-9]*\).*>$2</word>.*|\1|p" | head -1
}

@test "the words of events and rules stand above the lines, not on them" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  jq -c 'select(.fb != "event" and .fb != "shift")' "$DATA/pages.ndjson" > m
  fb-chart -o b.pdf m
  assert [ "$(top_of a.pdf 60)" -gt "$(top_of b.pdf 60)" ]
  assert_equal "$(top_of a.pdf 20)" "$(top_of b.pdf 20)"
}

# The words of a record, without the marks round them, as one line a quote.
@test "a quote that is cut is the beginning of its words, on every page" {
  long=$(for i in $(seq 60); do printf 'word%d and more, ' "$i"; done)
  jq -c --arg long "$long" '
    if .quotes then .quotes[] |= (.text = .id + " " + $long | .span = [0, (.text | utf8bytelength)] | .lang = "en") else . end' \
    "$DATA/pages.ndjson" > m
  fb-chart -o a.pdf m
  pdftotext -raw a.pdf - | tr '\n' ' ' | sed 's/- \?$//' > t
  run python3 -c '
import re, sys
words = sys.argv[1]
quotes = re.findall("“(kw:[0-9]+) ([^”]*)”", open("t").read())
print(len(quotes) > 20)
for ident, text in quotes:
    text = re.sub(r"\s+", " ", text)
    if not text.endswith(" […]"):
        print(ident, "is not marked as cut")
    elif not words.startswith(text[:-4]):
        print(ident, text)' "$long"
  assert_output True
}

@test "numbers come before groups that have none, in the list of all" {
  {
    for i in $(seq 24); do
      printf '{"fb":"metric","metric":"m","by":{"g":"g%d"},"period":"2026-09","value":%d,"n":%d%s}\n' \
        "$i" "$i" $((i % 2 ? 90 : 3)) "$( ((i % 2)) || echo ',"flags":["small"]')"
    done
  } > m
  fb-chart -o a.pdf m
  run bash -c "pdftotext -layout a.pdf - | sed -n '/Everything we measure/,\$p' | grep -oE '^ *(m, )?g[0-9]+' | tr -dc '0-9\n'"
  assert_line --index 0 1
  assert_line --index 11 23
  assert_line --index 12 2
  assert_line --index 23 24
}

# The total of the last period, again for the groups of a field.
groups() {
  local field=$1 share=$2 name
  shift 2
  for name; do
    jq -c --arg f "$field" --arg v "$name" --argjson s "$share" 'select(.fb == "metric" and .by == {} and .quotes) |
      .by = {($f): $v} | .n = (.n * $s | floor) | del(.quotes, .voice)' "$DATA/paired.ndjson" | head -1
  done
}

@test "the method page compares groups field by field, where they add up to everyone" {
  { cat "$DATA/paired.ndjson"; groups deck 0.5 upper lower; groups topic 0.8 prices queues; groups themes 0.1 crew; } > m
  fb-chart -o a.pdf m
  pdftotext -layout a.pdf - | sed -n '/Do the voices look/,/To draw these/p' > t
  for word in Route deck upper lower; do grep -qw "$word" t; done
  run grep -E 'topic|prices|queues|themes|crew' t
  assert_failure
}

@test "an id stands above the line that ends its row" {
  jq -c --arg long "$(printf 'words of a customer %.0s' $(seq 30))" '
    if .quotes then .quotes[] |= (.channel = "A channel with a name too long for a row" | .lang = "en" |
      .text = $long | .span = [0, (.text | utf8bytelength)]) else . end' "$DATA/pages.ndjson" > m
  echo '{"fb":"title","page":"themes","text":"What they speak of","deck":"How many records of the month speak of each theme, how they score, and what one of those customers said about it."}' >> m
  for paper in a4 letter; do
    fb-chart --paper $paper -o $paper.pdf m
  done
  run python3 "$BATS_TEST_DIRNAME/layout.py" a4.pdf letter.pdf
  assert_output ""
}

@test "a foot that is too long loses whole sentences, a deck begins with a capital" {
  jq -c 'if .fb == "report" then .source = ("a source of very many words, " * 6)
    elif .fb == "label" and .metric == "nps" then .note = "points of a hundred" else . end' \
    "$DATA/pages.ndjson" > long
  fb-chart -o long.pdf long
  pdftotext -layout long.pdf - | tr -s ' \n' ' ' > t
  run cat t
  assert_output --partial "Points of a hundred. 13 months; band"
  refute_output --regexp '[^[]…'
  assert_output --partial "Quotes chosen by rule among 2,230 records with enough words."
  refute_output --partial "the record goes on. Method"
}

@test "where all fit, the totals stand in front of the rows of groups" {
  jq -c 'select(.fb == "report" or .fb == "label" or (.fb == "metric" and .metric == "nps"))' \
    "$DATA/pages.ndjson" > few
  fb-chart -o few.pdf few
  run bash -c "pdftotext -l 1 -layout few.pdf - | grep -oE '^(All customers|Care homes|Farms|Homes|Landlords|Shops)'"
  assert_output "All customers
Care homes
Farms
Homes
Landlords
Shops"
}

@test "the certificate names sources, digest and rule, and breaks no command" {
  trail() { # tool options more
    printf '{"fb":"trail","tool":"%s","version":"1","options":"%s","in":60,"out":60%s}\n' "$@"
  }
  {
    trail fb-ingest "--profile=water" ',"sources":{"a.csv":{"in":50},"b.csv":{"in":1210}}'
    for period in 2025 2026-10; do
      trail fb-anecdote "--count=6 $(printf -- '--where=kind-of-customer=care-homes-%s ' $(seq 60))" \
        ",\"digest_in\":\"722ce5c888fcc356901736634a234403\",\"seed\":\"$period\",\"seed_source\":\"period\",\"period\":\"$period\",\"records\":40,\"eligible\":30"
    done
  } > more
  fb-chart -o a.pdf "$DATA/pages.ndjson" more
  pdftotext -layout a.pdf t
  for i in $(seq 60); do
    assert_equal "$(grep -o -- "--where=kind-of-customer=care-homes-$i\b" t | wc -l)" 2
  done
  run tr -s ' \n' ' ' < t
  assert_output --partial "Seed given by the period, so that nobody chose it"
  assert_output --partial "Quotes Each group of answers gets places by its share"
  assert_output --partial "Sources a.csv (50), b.csv (1,210)"
  assert_output --partial "Digest 722ce5c888fcc356901736634a234403"
  assert_output --partial "Records, for quotes of 2025 60"
  assert_output --partial "Records, for quotes of October 2026 60"
  run python3 "$BATS_TEST_DIRNAME/layout.py" a.pdf
  assert_output ""
}

@test "stages without labels stand in the order of the rules that found them" {
  {
    jq -c 'select(.fb != "label" or .by == null)' "$DATA/pages.ndjson"
    echo '{"fb":"trail","tool":"fb-tag","version":"1","options":"","in":1,"out":1,"stages":{"join":9,"visit":1,"first bill":3,"never":0,"everyday":5}}'
  } > m
  fb-chart -o a.pdf m
  run bash -c "pdftotext -layout a.pdf - | tr -s ' \n' ' '"
  assert_output --regexp 'Join Visit First bill Never Everyday '
}

@test "a total that two runs tell stands once, with its customers" {
  jq -c 'select(.fb != "metric" or .metric == "nps")' "$DATA/pages.ndjson" > m
  jq -c 'select(.fb == "metric") | del(.quotes, .voice)' m | cat - m > twice
  fb-chart -o once.pdf m
  fb-chart -o twice.pdf twice
  cmp once.pdf twice.pdf
}

@test "a list of many themes behind a quote is the first two and how many more" {
  run changed 'if .quotes then .quotes[].by = {"themes": "[\"a\",\"b\",\"c\",\"d\"]"} else . end'
  assert_output --partial " · a, b +2"
  refute_output --partial "a, b, c"
}

@test "a letter's margin stays above the foot, and no page holds a line of its end" {
  letter() { # number words
    printf '{"id":"l%d","date":"2026-10-02","channel":"A channel whose name is long enough for two lines","score":3,"scale":"0-10","text":"%s","region":"One of many regions with a long name","masks":[]}\n' "$1" "$2"
  }
  words=$(printf 'Some words of a letter that goes on. %.0s' $(seq 14))
  for i in $(seq 12); do letter "$i" "$words"; letter "$((i + 20))" "Short."; done > r
  fb-sample -n 24 --by region --period 2026-10 -s 2026-10 r > drawn
  fb-chart -k letters -o l.pdf drawn
  run python3 "$BATS_TEST_DIRNAME/layout.py" l.pdf
  assert_output ""
  run pdftotext -layout l.pdf -
  refute_output --partial "continued"
}

@test "rows and lines are groups of customers, not themes and stages" {
  run bash -c "pdftotext -l 2 -layout '$PDF' - | grep -oE '^(All customers|Care homes|Farms|Homes|Landlords|Shops)|(Homes|Landlords|meter reading)$'"
  assert_output "All customers
Care homes
Farms
Homes
Landlords
Shops
Landlords
Homes"
}

@test "a letter says its channel once, where it was drawn by channel" {
  for i in 1 2 3 4 5 6 7 8; do
    echo "{\"id\":\"$i\",\"date\":\"2026-10-0$i\",\"channel\":\"Web survey\",\"score\":3,\"scale\":\"0-10\",\"kind\":\"Farms\",\"size\":\"large\",\"age\":\"old\",\"masks\":[],\"text\":\"Nobody came. Nobody rang. I have written this $i times.\"}"
  done > r
  fb-sample -q -n 8 -b channel,kind,size,age r > s
  fb-chart -k letters -o a.pdf s
  run bash -c "pdftotext -f 2 a.pdf - | grep -c 'Web survey'"
  assert_output 8
  fb-xlsx -o a.xlsx s
  run /usr/bin/python3 -c 'import openpyxl
print(sorted(c.value.split("\n")[1:5] for c in openpyxl.load_workbook("a.xlsx")["Letters"]["B"] if c.value and "#" in c.value)[0])'
  assert_output "['Web survey', 'old', 'Farms', 'large']"
  # The list tells the days instead.
  run pdftotext -layout -l 1 a.pdf -
  assert_output --partial '4 Oct 2026'
}

@test "a number whose name was given says what it is all the same" {
  of() {
    printf '{"fb":"metric","metric":"%s","of":{%s},"period":"2026-10","unit":"%%","n":90,"value":40}\n' "$1" "$2"
  }
  of happy '"kind":"share","field":"mood","value":"good"' > m
  of kept '"kind":"share","field":"visit","yes":[4,5]' >> m
  of ease '"kind":"csat","field":"ease","yes":[4,5]' >> m
  fb-chart -o a.pdf m
  run pdftotext -layout -l 1 a.pdf -
  assert_output --partial "mood: good"
  assert_output --partial "visit: 4–5"
  assert_output --partial "answered 4–5"
  assert_output --regexp 'happy.*kept.*ease'
}
