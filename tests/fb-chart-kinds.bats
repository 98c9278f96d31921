# The kinds of chart that stand alone: what each shows, and when it says why not.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

# A metric line: name, period, value, further keys.
metric() {
  printf '{"fb":"metric","metric":"%s","period":"%s","value":%s%s}\n' "$1" "$2" "$3" "${4:+,$4}"
}

draw() {
  local kind=$1
  shift
  fb-chart -k "$kind" -o a.pdf "$@"
  pdftotext -layout a.pdf -
}

stages() {
  local period=$1 stage
  shift
  for stage in "$@"; do
    metric mean "$period" "${stage#*=}" "\"n\":50,\"by\":{\"stage\":\"${stage%=*}\"}"
  done
}

@test "a journey stands in the order of its labels, and names who was not heard" {
  for stage in find order wait help leave; do
    echo "{\"fb\":\"label\",\"by\":{\"stage\":\"$stage\"},\"name\":\"${stage^}\"}"
  done > m
  stages 2026-09 help=1.8 find=4.1 wait=3.1 order=4.5 >> m
  metric mean 2026-09 4.4 '"n":7,"flags":["small"],"by":{"stage":"pay"}' >> m
  metric mean 2026-09 4.4 '"n":19,"by":{"stage":""}' >> m
  run draw journey m
  assert_line --regexp 'Find +Order +Wait +Help +Leave +Pay'
  assert_output --partial 'no voice'
  assert_output --partial 'fewer'
  assert_output --partial 'no stage, not drawn: 19'
  assert_output --partial 1.8
  refute_output --partial 4.4
}

@test "a journey shows the period before, also of lines without a comparison" {
  { stages 2026-08 a=4 b=5 c=4; stages 2026-09 a=4 b=2 c=4; } > m
  run draw journey m
  assert_output --partial 'Grey line: August'
  stages 2026-09 a=4 b=2 c=4 > m
  run draw journey m
  refute_output --partial August
}

@test "a journey of one stage is a sentence" {
  stages 2026-09 a=4 > m
  run draw journey m
  assert_output --partial 'no journey to draw'
}

scores() {
  local score
  for score in 0:6 1:3 2:4 5:4 8:13 9:20 10:50; do
    metric answers 2026-09 "${score#*:}" "\"unit\":\"records\",\"by\":{\"score\":\"${score%:*}\"}"
  done
}

@test "a histogram of lines with one number an answer has a bar for each, and the mean" {
  scores > m
  run draw hist m
  # 3, 7 and so on were given by nobody and keep their place: 0 1 2 … 10
  assert_line --regexp '^ *0 +1 +2 +3 +4 +5 +6 +7 +8 +9 +10$'
  assert_output --partial 'mean 8.2' # (3 + 8 + 20 + 104 + 180 + 500) / 100 = 8.15
  assert_line --regexp '(^| )50( |$)'
}

@test "a histogram of a line that keeps its answers colours their groups" {
  metric median 2026-09 4 '"n":40,"of":{"kind":"median","field":"score","scale":"1-5"},"stat":{"groups":{"low":10,"mid":10,"high":20},"values":[[1000,4],[2000,6],[3000,10],[5000,20]]}' > m
  run draw hist m
  assert_line --regexp '^ *1 +2 +3 +4 +5$'
  assert_output --partial '25%'
  assert_output --partial 'Low 1–2'
  assert_output --partial 'mean 3.7' # (4 + 12 + 30 + 100) / 40 = 3.65
}

# Records of a shop: "ANSWER:TIMES" each, on a scale.
answered() {
  local shop=$1 scale=$2 a
  shift 2
  for a in "$@"; do
    yes "{\"date\":\"2026-09-04\",\"shop\":\"$shop\",\"score\":${a%:*},\"scale\":\"$scale\"}" | head -n "${a#*:}"
  done
}

# The shades that the bars of an SVG have.
shades() {
  grep -o 'fill:rgb([^)]*)' "$1" | sort -u | wc -l
}

@test "a histogram of recommendations has a bar for each of the eleven answers" {
  answered north 0-10 0:6 1:3 2:4 3:3 4:3 5:4 6:2 7:8 8:13 9:20 10:34 > r
  fb-metric -m nps --per month r > m
  run draw hist m
  assert_line --regexp '^ *0 +1 +2 +3 +4 +5 +6 +7 +8 +9 +10$'
  assert_line --regexp '25% .*21% +54%'
  assert_line --regexp 'Detractors 0–6 .*Passives 7–8 +Promoters 9–10'
  for share in 34 20 13 8 6 2; do assert_line --regexp "(^| )$share( |\$)"; done
  assert_output --partial 'mean 7.4' # 744 of 100
  # No words beyond the edges of a small page, nor the mean across a share.
  for size in 70x60 120x84 250x140; do
    fb-chart -k hist --size "$size" -o a.pdf m
    run python3 "$ROOT/tests/layout.py" a.pdf
    assert_output ""
  done
}

@test "shares of a satisfaction or an effort are drawn answer by answer" {
  { answered north 1-5 1:10 2:20 3:30 4:40 5:50; answered south 1-5 1:30 2:30 5:40; } > r
  fb-metric -m ces -m csat -b shop --per month r > m
  for metric in ces csat; do
    grep "\"metric\":\"$metric\"" m > one
    run draw likert one
    if [ $metric = ces ]; then
      assert_line --regexp '^ *north +20 +60 +20$'
      assert_line --regexp '^ *south +60 +40 +0$'
    else
      assert_line --regexp '^ *north +40 +60$'
    fi
    fb-chart -k likert -o a.svg one
    jq -c 'del(.stat.values)' one > groups
    fb-chart -k likert -o groups.svg groups
    assert [ "$(shades a.svg)" -gt "$(shades groups.svg)" ]
  done
}

@test "where one row cannot tell each answer all rows are drawn by group" {
  { answered north 1-5 1:10 2:20 3:30 4:40 5:50; answered south 1-5 1:30 2.5:30 5:40; } > r
  fb-metric -m ces -b shop --per month r > m
  fb-chart -k likert -o a.svg m
  jq -c 'del(.stat.values)' m > groups
  fb-chart -k likert -o groups.svg groups
  cmp a.svg groups.svg
  # Nor is the total of both told; the groups are.
  run draw hist m
  refute_output --partial mean
  assert_line --regexp 'Low .*Middle .*High'
  grep south m > one
  run draw hist one
  refute_output --partial nan
}

@test "a histogram without answers tells how many values lie where, or why it cannot" {
  for i in 1 2 3 4 5 6 7 8; do metric x 2026-09 "$i" "\"by\":{\"shop\":\"s$i\"}"; done > m
  run draw hist m
  assert_output --partial 'How the values of 8 groups lie'
  assert_output --partial 'mean 4.5'
  head -3 m > few
  run draw hist few
  assert_output --partial 'too few for a histogram'
  metric nps 2026-09 4 '"n":6,"flags":["small"],"of":{"kind":"nps","field":"score","scale":"0-10"},"stat":{"groups":{"detractor":1,"passive":2,"promoter":3}}' > small
  run draw hist small
  assert_output --partial 'fewer than 10 answers'
}

questions() {
  local q s
  for q in pay help; do
    for s in 1 2 3 4 5; do
      metric answers 2026-09 "$((s * 10))" "\"by\":{\"question\":\"$q\",\"score\":\"$s\"}"
    done
  done
}

@test "a likert chart prints the totals of both sides, and the middle apart" {
  questions > m
  run draw likert m
  # 10 + 20 of 150, 30 of 150, 40 + 50 of 150
  assert_line --regexp '^ *pay +20 +60 +20$'
  assert_line --regexp '1–2 +4–5 +3'
}

@test "rows of 100% say what each side is, and hide fewer than ten answers" {
  of='"of":{"kind":"csat","field":"score","scale":"1-5","yes":[4,5]}'
  {
    metric csat 2026-09 75 "\"n\":40,\"by\":{\"shop\":\"north\"},$of,\"stat\":{\"groups\":{\"no\":10,\"yes\":30}}"
    metric csat 2026-09 80 "\"n\":5,\"by\":{\"shop\":\"south\"},\"flags\":[\"small\"],$of,\"stat\":{\"groups\":{\"no\":1,\"yes\":4}}"
  } > m
  for kind in stack100 likert; do
    run draw "$kind" m
    assert_line --regexp '^ *north +25 +75$'
    assert_line --regexp '^ *south +fewer than 10 answers$'
    assert_output --partial 'Satisfied 4–5'
  done
  metric churn 2026-09 2 > m
  run draw stack100 m
  assert_output --partial 'do not tell how the answers are made up'
}

@test "a total alone is made up period by period, up to the last" {
  for m in 1 2 3 4 5 6 7 8 9; do
    metric csat "2026-0$m" 75 "\"n\":40,\"of\":{\"kind\":\"csat\",\"field\":\"score\",\"scale\":\"1-5\",\"yes\":[4,5]},\"stat\":{\"groups\":{\"no\":10,\"yes\":30}}"
  done > m
  run draw stack100 m
  assert_line --regexp '^ *Jan 2026 +25 +75$'
  fb-chart -k stack100 --size 80x60 -o a.pdf m
  run pdftotext -layout a.pdf -
  assert_output --partial 'Sep 2026'
  refute_output --partial 'Jan 2026'
  assert_output --partial 'for want of room'
}

@test "fifty groups leave no group out in silence" {
  for i in $(seq 50); do
    for m in 8 9; do
      metric x "2026-0$m" "$((i + m))" "\"n\":$((i * 40)),\"by\":{\"shop\":\"shop $i\"}"
    done
  done > m
  for kind in bar dumbbell strip multiples scatter slope heat journey; do
    run draw "$kind" m
    assert_line --regexp 'for want of room.*: [0-9]+\.'
  done
}

@test "a line chart names the largest, and draws the others in grey" {
  for i in $(seq 8); do
    for m in 7 8 9; do
      metric x "2026-0$m" "$((i * 10 + m))" "\"n\":$((i * 40)),\"by\":{\"shop\":\"shop $i\"}"
    done
  done > m
  metric x 2026-09 5 '"n":3,"flags":["small"],"by":{"shop":"shop 9"}' >> m
  run draw line m
  for i in 6 7 8; do assert_output --partial "shop $i"; done
  refute_output --partial "shop 5"
  assert_output --partial 'In grey, unnamed: 5. Fewer than 10 answers, not drawn: 1.'
  fb-chart -k line -o a.svg m
  run grep -c 'stroke:rgb(78.8235' a.svg
  assert_output 5
}

@test "a scatter chart shades what is loud and low, and needs to know how many" {
  for g in a:4000:9 b:20:8 c:3000:2 d:50:3; do
    IFS=: read -r name n value <<< "$g"
    metric x 2026-09 "$value" "\"n\":$n,\"better\":\"up\",\"by\":{\"theme\":\"$name\"}"
  done > m
  run draw scatter m
  assert_output --partial 'loud and low'
  assert_output --partial '3,000'
  sed 's/"up"/"down"/' m > n
  run draw scatter n
  assert_output --partial 'loud and high'
  sed 's/"n":[0-9]*,//' m > n
  run draw scatter n
  assert_output --partial 'do not tell how many answered'
}

@test "one table is drawn when lines hold several, and one scale" {
  {
    metric x 2026-09 1 '"by":{"region":"EU"}'
    metric x 2026-09 2 '"by":{"plan":"pro"}'
    metric x 2026-09 3 '"by":{"region":"US"}'
  } > m
  run draw bar m
  assert_output --partial EU
  assert_output --partial US
  refute_output --partial pro
  assert_output --partial 'x by region'
}

@test "a difference to the line in front is told as untested" {
  { metric x 2026-08 5; metric x 2026-09 7; } > m
  run draw strip m
  assert_output --partial '+2'
  assert_output --partial 'not tested'
  { metric x 2026-07 5; metric x 2026-09 7; } > m
  run draw strip m
  refute_output --partial '+2'
}

# Names of every script, of 300 letters, with what looks like markup.
odd_names() {
  local name i=0
  for name in "$(printf 'name%.0s' $(seq 75))" "$(printf 'long name %.0s' $(seq 30))" \
    '😀 👩‍👩‍👧 emoji' 'فريق الدعم الفني في المنطقة الشمالية' '東日本カスタマーサポートセンター新宿支店' '<b>&amp;'; do
    i=$((i + 1))
    for m in 7 8 9; do
      metric x "2026-0$m" "$((10 + i * m))" "\"n\":$((i * 100)),\"lo\":$((8 + i * m)),\"hi\":$((13 + i * m)),\"better\":\"up\",\"by\":{\"g\":\"$name\"}"
    done
  done
}

# Negative, equal, huge and small numbers; few answers; missing months.
odd_numbers() {
  local i=0 value
  for value in -59.25 0 3 3 1500000000 0.0000001; do
    i=$((i + 1))
    for m in 5 8 9; do
      metric x "2026-0$m" "$value" "\"n\":$((i * 7)),\"flags\":[\"$([ $i -gt 1 ] && echo wide || echo small)\"],\"by\":{\"g\":\"group $i\"}"
    done
  done
}

# Groups of which most have few answers; the others tell how they were made up.
rooms() {
  local i=0 room
  for room in "Executive Double Room" "Executive Twin Room" "Standard Double Room with Window" "Standard Double Room" "Standard Single Room" "Standard Twin Room"; do
    i=$((i + 1))
    for m in 6 7; do
      jq -nc --arg room "$room" --arg period "2026-0$m" --argjson n $((i % 2 ? 40 : 4)) --argjson m $m '
        {fb: "metric", metric: "nps", of: {kind: "nps", field: "score", scale: "0-10", cuts: [6, 9]}, by: {room: $room}, period: $period, unit: "points", better: "up",
         n: $n, value: (if $n < 10 then null else -30 + $m end), lo: (if $n < 10 then null else -60 end), hi: (if $n < 10 then null else 4 end),
         stat: {groups: {detractor: ($n / 2), passive: ($n / 4), promoter: ($n / 4)}}, flags: [(if $n < 10 then "small" else empty end)]}'
    done
  done
}

@test "the smallest chart drops what has no room and says so, whatever the kind" {
  rooms > rooms
  rooms | jq -c '.stat.groups |= { detractor: (.detractor + .passive), passive: 0, promoter }' > sides
  { for m in 01 02 03 04 05 06 07 08 09; do metric "share:outcome=recommended by all" "2026-$m" "5${m#0}" '"n":50,"lo":44,"hi":66,"unit":"%"'; done
    for m in 2 3 4 5 6 7; do event "2026-0$m-05" "what was done in the month $m"; done; } > events
  for kind in $(fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'); do
    for data in rooms sides events; do
      for size in 70x60 80x60 70x120; do
        fb-chart -q -k "$kind" --size $size -o "$kind-$data-$size.pdf" $data
      done
    done
  done
  run python3 "$BATS_TEST_DIRNAME/layout.py" ./*.pdf
  assert_output ""
  pdftotext -layout journey-rooms-70x60.pdf - | grep -q 'Fewer than 10 answers, not drawn: 3'
  pdftotext -layout likert-rooms-70x60.pdf - | grep -q 'for want of room at this size'
  pdftotext -layout line-events-70x60.pdf - | grep -q '1 what was done in the month 7'
  pdftotext -layout line-events-70x60.pdf - | tr '\n' ' ' | tr -s ' ' | grep -q 'Earlier marks, not drawn: 5'
}

# Three groups and their total, with the period before.
groups() {
  local i=0 g of='"of":{"kind":"csat","field":"score","scale":"1-5","cuts":[4,5]}'
  metric csat 2026-09 50 '"n":120,"unit":"%","by":{}'
  metric csat 2026-10 48 '"n":120,"unit":"%","by":{}'
  for g in north south west; do
    i=$((i + 1))
    metric csat 2026-09 $((30 + 10 * i)) "\"n\":40,\"unit\":\"%\",\"by\":{\"g\":\"$g\"},$of"
    metric csat 2026-10 $((20 + 15 * i)) "\"n\":40,\"unit\":\"%\",\"by\":{\"g\":\"$g\"},$of,\"stat\":{\"groups\":{\"no\":$((32 - 6 * i)),\"yes\":$((8 + 6 * i))}}"
  done
}

@test "bars have the value of all as a line, where it is among them" {
  groups > m
  run draw bar m
  assert_line --regexp '^ *Everyone +48%'
  grep -v south m | sed 's/"value":48/"value":70/' > n
  run draw bar n
  refute_output --partial Everyone
  run draw bar --size 70x60 m
  assert_output --partial west
}

@test "rows of answers stand by the better ones, those of few answers last" {
  { groups; groups | grep 'west.*2026-10\|2026-10.*west' | sed 's/west/late/; s/"n":40/"n":4,"flags":["small"]/'; } > m
  for kind in likert stack100; do
    run bash -c "fb-chart -k $kind -o a.pdf m; pdftotext -layout a.pdf - | grep -oE '^ *(north|south|west|late)' | tr -s ' \n' ' '"
    assert_output --regexp 'west +south +north +late'
  done
}

@test "a dumbbell tells by how much each group changed" {
  groups > m
  run draw dumbbell m
  assert_line --regexp 'west +65% +\+5$'
  assert_line --regexp 'north +35% +−5$'
}

@test "odd names and odd numbers stay inside every kind, and say something" {
  odd_names > names
  odd_numbers > numbers
  for kind in $(fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'); do
    for data in names numbers; do
      fb-chart -q -k "$kind" --size 120x84 -o "$kind-$data.pdf" $data
      fb-chart -q -k "$kind" --size 70x60 -o "$kind-$data-low.pdf" $data
      [ "$(pdftotext "$kind-$data.pdf" - | wc -w)" -gt 8 ]
    done
  done
  run python3 "$BATS_TEST_DIRNAME/layout.py" ./*.pdf
  assert_output ""
}

@test "what a line keeps of its answers may be broken" {
  metric x 2026-09 5 '"n":40,"stat":{"groups":{"low":1},"values":[[5000],["x",3],[1,-3],[9223372036854775807,9223372036854775807],7,{"a":[1]},null]}' > m
  for kind in hist likert stack100; do
    run draw "$kind" m
    assert_success
  done
}

@test "fewer than thirty answers are never clear, and grey" {
  metric x 2026-09 5 '"n":20,"flags":["wide"],"lo":4,"hi":6,"prev":{"period":"2026-08","value":9,"diff":-4,"p":0.001,"q":0.001,"signal":true},"by":{"stage":"a"}' > m
  metric x 2026-09 6 '"n":25,"flags":["wide"],"prev":{"period":"2026-08","value":9,"diff":-3,"p":0.001,"signal":true},"by":{"stage":"b"}' >> m
  run draw strip m
  assert_output --partial 'within noise'
  refute_output --partial clearly
  metric x 2026-09 5 '"n":9,"flags":["small"]' > m
  for kind in line bar strip heat dumbbell scatter hist multiples; do
    fb-chart -k "$kind" -o a.pdf m
    run pdftotext a.pdf -
    refute_line --regexp '(^| )5(\.0)?($| )'
  done
}

# What is told on stderr, not on the page: KIND FILE.
said() {
  fb-chart -k "$1" -o a.pdf "$2" 2>&1
}

@test "dates as databases cut them are months, and that is told" {
  for m in 08 09 10; do metric x "2026-$m-01" "5$m"; done > days
  sed 's/-01"/-01 00:00:00"/' days > stamps
  sed 's/-01"/"/' days > months
  fb-chart -q -k line -o months.svg months
  for data in days stamps; do
    fb-chart -q -k line -o a.svg $data
    cmp a.svg months.svg
  done
  run said line days
  assert_output --partial 'taken for the months'
  metric x 2026-10-02 5 >> days
  run said line days
  refute_output --partial 'taken for'
}

@test "lines that repeat another are told, and the order of lines is no matter" {
  { metric x 2026-09 4 '"n":50'; metric x 2026-10 6 '"n":40'; metric x 2026-10 5 '"n":60'; } > m
  tac m > n
  for data in m n; do
    run draw line $data
    assert_output --partial 'repeat another one, left out: 1'
    assert_output --partial 'x: 5, up 1'
  done
  run said line m
  assert_output --partial 'repeat the metric, group and period of another one: 1'
}

@test "a kind that the lines do not fit says why, and what to do" {
  metric x 2026-10 5 '"by":{"g":"a"}' > m
  for kind in line multiples; do
    run draw "$kind" m
    assert_output --partial 'one period only'
    run said "$kind" m
    assert_output --partial 'bar draws one'
  done
  run said slope m
  assert_output --partial 'two periods in a row'
  run said scatter m
  assert_output --partial 'each line needs "n"'
  run said stack100 m
  assert_output --partial 'one line an answer by "score"'
  sed 's/2026-10/FY26 H1/' m > odd
  run said line odd
  assert_output --partial 'periods are written 2026, 2026-Q4'
  echo '{"metric":"x","period":"2026-10","value":5}' > bare
  run said bar bare
  assert_output --partial "jq -c '.fb = \"metric\"' adds it"
}

@test "a value that is no number, and groups that are no object, are bad lines" {
  metric x 2026-10 '"abc"' > m
  metric x 2026-10 '"5.5"' '"by":"EU"' >> m
  metric x 2026-10 '"5.5"' >> m
  run fb-chart -k bar -o a.pdf m
  assert_failure 1
  assert_line --partial 'm:1: a metric line whose "value" is no number'
  assert_line --partial 'm:2: a metric line whose "by" is no object'
  run pdftotext a.pdf -
  assert_output --partial 5.5
}

@test "a value beyond all axes is a bad line, and one of nearly nothing is drawn" {
  metric x 2026-10 1e308 > m
  metric y 2026-10 5e-324 '"lo":-1e308,"hi":1e308' >> m
  for kind in line bar hist multiples dumbbell slope strip scatter heat; do
    run -1 timeout 20 fb-chart -k "$kind" -o a.pdf m
    assert_line --partial 'm:1: a metric line whose "value" is not between -1e15 and 1e15'
  done
}

@test "a group that has no line for the period is named, and null is no value" {
  for g in north south; do
    for m in 08 09 10; do metric x "2026-$m" 5 "\"by\":{\"g\":\"$g\"}"; done
  done | grep -v 'south.*2026-10\|2026-10.*south' > m
  for kind in line bar strip heat; do
    run draw "$kind" m
    assert_output --partial 'No line for October 2026, not drawn: south.'
  done
  metric x 2026-10 null '"by":{"g":"south"}' >> m
  run draw bar m
  assert_output --partial 'no value'
  refute_output --partial 'fewer than 10'
  metric x 2026-10 5 '"n":9' > m
  run draw bar m
  assert_output --partial 'fewer than 10 answers'
}

event() {
  printf '{"fb":"event","date":"%s","text":"%s"}\n' "$1" "$2"
}

@test "many events are numbers on the plot and words below it, all inside" {
  for m in 01 02 03 04 05 06 07 08 09 10; do metric x "2026-$m" "5${m#0}" '"n":50'; done > m
  for m in 02 03 04 05 06 07 08 09; do event "2026-$m-05" "what was done in $m"; done > events
  event 2026-05-20 "$(printf 'a long story %.0s' $(seq 9))" >> events
  fb-chart -k line --size 120x84 -o a.pdf m events
  run bash -c "pdftotext a.pdf - | tr '\n\302\240' '   ' | tr -s ' '"
  assert_output --partial '1 what was done in 02 (5 Feb 2026)'
  assert_output --partial '9 what was done in 09 (5 Sep 2026)'
  assert_output --partial 'a long story (20 May 2026)'
  run python3 "$BATS_TEST_DIRNAME/layout.py" a.pdf
  assert_output ""
  # A few that have room stand beside their lines.
  head -1 events > few
  run draw line m few
  refute_output --partial '(5 Feb 2026)'
  assert_output --partial 'what was done in 02'
  # Those that have none are counted.
  for d in $(seq 10 28); do event "2026-05-$d" "what was done on day $d of May"; done >> events
  run draw line --size 120x84 m events
  assert_output --partial 'Earlier marks, not drawn'
}

@test "dates along an axis are apart, round, and have their year" {
  for y in 2022 2023 2024 2025; do
    for m in 01 02 03 04 05 06 07 08 09 10 11 12; do metric x "$y-$m" "5${m#0}"; done
  done > months
  run draw line --size 100x70 months
  assert_line --regexp '^ *Jan 2022 +2023 +2024 +2025 +Dec 2025$'
  for w in $(seq 10 39); do metric x "2026-W$w" "$w"; done > weeks
  run draw line weeks
  assert_line --regexp '^ *W10 2026( +W[0-9]+){2,6} +W39 2026$'
  head -13 months > year
  run draw line year
  assert_line --regexp '^ *Jan 2022 +(Mar|Apr) .*Jan 2023$'
  for kind in multiples heat; do
    run draw "$kind" months
    assert_output --partial 'Dec'
    assert_output --partial '2025'
  done
  assert_output --partial 'Earlier periods, not drawn for want of room'
}

@test "two fields of one period are a heat map of one by the other" {
  for d in Mon Tue; do
    for h in 08 09 10; do
      metric hold 2026-10 "1$h" "\"by\":{\"weekday\":\"$d\",\"hour\":\"$h\"}"
    done
  done > m
  run draw heat m
  assert_line --regexp '^ *08 +09 +10$'
  assert_line --regexp '^ *Mon +108 +109 +110$'
  assert_line --regexp '^ *Tue +108 +109 +110$'
}

@test "a strip of totals has a row for each metric, and bars one for each period" {
  for m in 08 09 10; do metric nps "2026-$m" "3$m"; metric "on time" "2026-$m" "9$m"; done > m
  run draw strip m
  assert_line --regexp '^ *nps +310 '
  assert_line --regexp '^ *on time +910 '
  run draw bar m
  assert_line --regexp '^ *Aug 2026 +308$'
  assert_line --regexp '^ *Oct 2026 +310$'
}

@test "names that would look alike are cut in the middle" {
  for i in 1 2 3; do
    for m in 09 10; do
      metric x "2026-$m" "$i$m" "\"n\":${i}00,\"better\":\"up\",\"by\":{\"g\":\"Regional customer service of the northern department, team $i\"}"
    done
  done > m
  for kind in line multiples bar dumbbell slope strip heat scatter journey; do
    run draw "$kind" --size 130x84 m
    for i in 1 2 3; do assert_output --partial "team $i"; done
  done
}

@test "an axis keeps to the answer's scale, and noise looks like noise" {
  for m in 09 10; do
    metric mean "2026-$m" 4.6 '"n":50,"lo":4.2,"hi":5.2,"of":{"kind":"mean","field":"score","scale":"1-5"}'
  done > m
  run draw line m
  refute_line --regexp '^ *(6|5\.[1-9])'
  { metric x 2026-09 62.2 '"lo":60,"hi":64'; metric x 2026-10 62.5 '"lo":60,"hi":64'; } > m
  fb-chart -k slope --size 120x84 -o a.svg m
  # Both ends of the only thick line are near the same height.
  run bash -c "grep -o 'M [0-9.]* [0-9.]* L [0-9.]* [0-9.]*' a.svg | awk '{ if (\$5 - \$2 > 60 && (\$3 - \$6 > 30 || \$6 - \$3 > 30)) print }'"
  assert_output ""
}

@test "the words of a chart claim no mark that is not on it" {
  { stages 2026-09 a=4 b=2 c=4; } > m
  run draw journey m
  refute_output --partial 'Upright bars'
  run draw heat m
  refute_output --partial 'fewer than 10'
  run draw strip m
  refute_output --partial 'normal range'
  for g in a b; do metric x 2026-10 5 "\"n\":4${g/a/0},\"by\":{\"g\":\"$g\"}"; done | sed 's/4b/90/' > m
  run draw bar m
  assert_output --partial 'n = 40–90 each'
}
