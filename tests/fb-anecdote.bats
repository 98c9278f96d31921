# fb-anecdote: metric lines and records in, metric lines with quotes out.
setup() {
  load helper
  load customers
  cd "$BATS_TEST_TMPDIR" || return
}

metrics() {
  fb-metric -m nps -m csat:ease@4-5 --by region --per month --asof 2026-10-31 "$@"
}

@test "each quote is the record's words, byte for byte, with its ticket and digest" {
  letters > r; metrics r > m
  fb-anecdote -s 2026-10 m r > p
  run jq -r 'select(.voice) | .quotes[] | [.id,.ticket,.sha256,(.span|tostring),.text] | @tsv' p
  assert_success
  [ "${#lines[@]}" -ge 30 ]
  while IFS=$'\t' read -r id ticket sha span text; do
    assert_equal "$ticket" "$(printf 'fb-quote/1\n2026-10\n%s' "$id" | sha256sum | cut -c1-16)"
    assert_equal "$sha" "$(printf %s "$text" | sha256sum | cut -c1-64)"
    assert_equal "$span" "[0,${#text}]"
    jq -es --arg id "$id" --arg t "$text" 'any(.[]; .id == $id and .text == $t)' r
  done <<< "$output"
}

@test "slots follow the metric's own groups and shares add up" {
  letters > r; metrics r > m
  fb-anecdote m r | grep '"metric":"nps"' | grep '"by":{}' > p
  run jq -c '.stat.groups, .voice.slots, .voice.silent' p
  assert_output '{"detractor":190,"passive":55,"promoter":55}
{"detractor":3,"passive":1,"promoter":1}
[]'
  run jq -c '.quotes |= map(select(.role == "voice")) | [.quotes[].group], ([.quotes[].speaks_for.share] | add) - .voice.coverage < 1e-9, .voice.coverage + .voice.uncovered == 1' p
  assert_output '["detractor","detractor","detractor","passive","promoter"]
true
true'
  run jq -c '.quotes[] | select(.role == "voice") | [.group, (.score < 7), (.score > 8)]' p
  assert_output '["detractor",true,false]
["detractor",true,false]
["detractor",true,false]
["passive",false,false]
["promoter",false,true]'
}

@test "the other bytes of a line stay and old quotes are replaced in place" {
  letters > r
  echo '{ "fb":"metric", "metric":"churn","period":"2026-10","quotes":[1], "value":3.50,"x":{"y":[]} }' > m
  run bash -c "fb-anecdote m r | head -1"
  assert_output --regexp '^\{ "fb":"metric", "metric":"churn","period":"2026-10","quotes":\[\{.*\}\], "value":3\.50,"x":\{"y":\[\]\} ,"voice":\{.*\}\}$'
  fb-anecdote m r > once
  fb-anecdote once r | head -1 > twice
  run head -1 once
  assert_output "$(cat twice)"
}

@test "order, files and pipes do not change a byte" {
  letters 2000 > r; metrics r > m
  fb-anecdote m r > want
  tac r > backward
  sed -n '1~3p' r > a; sed -n '2~3p' r > b; sed -n '3~3p' r > c
  fb-anecdote m backward | cmp - want
  fb-anecdote backward m | cmp - want
  fb-anecdote c m a b | cmp - want
  cat b m c a | fb-anecdote | cmp - want
  cat c a | fb-anecdote b - m | cmp - want
}

@test "only the report period gets quotes" {
  letters 100 > r
  sed 's/2026-10/2026-09/; s/"id":"/&s/' r > s
  metrics r s > m
  run bash -c "fb-anecdote m r s | jq -r 'select(.fb == \"metric\") | [.period, has(\"quotes\"), has(\"voice\")] | @tsv' | sort | uniq -c | tr -s ' '"
  assert_output " 6 2026-09	false	false
 6 2026-10	true	true"
  run bash -c "fb-anecdote --period 2026-09 m r s | jq -r 'select(.voice) | .quotes[].date[:7]' | sort -u"
  assert_output "2026-09"
  run bash -c "fb-anecdote --period 2026-09 m r s | grep -c '\"period\":\"2026-10\".*\"quotes\"'"
  assert_output 0
}

@test "a partial period is passed over for the last full one, all is all" {
  letters 50 > r
  { echo '{"fb":"metric","metric":"a","period":"2026-11","value":1,"flags":["partial"]}'
    echo '{"fb":"metric","metric":"a","period":"2026-10","value":1}'
    echo '{"fb":"metric","metric":"a","period":"2026-09","value":1}'; } > m
  run bash -c "fb-anecdote m r | jq -r 'select(.voice) | .period'"
  assert_output "2026-10"
  echo '{"fb":"metric","metric":"a","period":"all","value":1}' > m
  run bash -c "fb-anecdote m r | jq -r 'select(.voice) | .quotes | length'"
  assert_output 5
}

@test "a metric from elsewhere is paired by its by and period" {
  letters > r
  echo '{"fb":"metric","metric":"churn","by":{"region":"US"},"period":"2026-10","value":3.5}' > m
  run bash -c "fb-anecdote -n 3 m r | jq -c 'select(.voice) | [.quotes[] | [.group, .by]], .voice.slots'"
  assert_output '[["all",{"region":"US"}],["all",{"region":"US"}],["all",{"region":"US"}]]
{"all":3}'
}

@test "without consent, and withheld, is counted and never quoted" {
  letters 30 > r
  sed -i '1~2s/}$/,"consent":false}/' r
  metrics r > m
  printf 'r2\twithdrawn\nr4\tlegal hold\nr6\tlegal hold\n\nnobody\tlegal hold\n' > w
  fb-anecdote -n 50 --withhold w m r > p
  run jq -r 'select(.voice) | .quotes[].id | ltrimstr("r") | tonumber | select(. % 2 == 1 or . < 7)' p
  assert_output ""
  run jq -c 'select(.metric == "nps" and .by == {}) | .n, (.voice | [.withheld, .reasons, .consent, .eligible])' p
  assert_output '30
[3,{"legal hold":2,"withdrawn":1},13,10]'
  run jq -c 'select(.fb == "trail" and .tool == "fb-anecdote") | [.withheld, .reasons, .no_consent, .records]' p
  assert_output '[3,{"legal hold":2,"withdrawn":1},13,30]'
}

@test "a file of withheld ids without a reason is refused" {
  printf 'r2\n' > w
  run --separate-stderr fb-anecdote --withhold w /dev/null
  assert_failure 2
  assert_equal "$stderr" "fb-anecdote: w:1: not ID, a tab and the reason"
  run --separate-stderr fb-anecdote --withhold none /dev/null
  assert_failure 3
}

@test "a group without words is silent and its slot stays empty" {
  letters 200 | sed '/"score":[0-6],/s/"text":"[^"]*"/"text":"Bad."/' > r
  metrics r > m
  run bash -c "fb-anecdote m r | jq -c 'select(.metric == \"nps\" and .by == {}) | .voice.silent, .voice.flags, [.quotes[].group]'"
  assert_output '[{"group":"detractor","slots":3,"quoted":0,"n":127}]
["mix_forced","voices_differ"]
["passive","promoter"]'
}

@test "of equal texts one is kept and the others are counted" {
  for i in $(seq 40); do
    echo '{"id":"q'"$i"'","score":1,"scale":"0-10","text":"@shop The courier never came, and NOBODY answers my mails! https://x.org/'"$i"'"}'
  done > r
  fb-metric -m nps r > m
  run bash -c "fb-anecdote m r | jq -c 'select(.voice) | [.quotes[].id], .voice.copies, .voice.coverage'"
  first=$(for i in $(seq 40); do printf 'fb-quote/1\n\nq%d' "$i" | sha256sum | cut -c1-64 | sed "s/$/ q$i/"; done | sort | head -1 | cut -d' ' -f2)
  assert_output "[\"$first\"]
39
1"
}

@test "a customer is quoted once in a cell" {
  letters 400 | awk "$MORE"'{ sub("said visitor number [0-9]*", more(NR)) } 1' > r
  fb-metric -m nps r > m
  run bash -c "fb-anecdote -n 60 m r | jq -r 'select(.voice) | .quotes[].id' | sed s/r//"
  [ "${#lines[@]}" -ge 15 ]
  run bash -c "printf '%s\n' ${lines[*]} | awk '{ print \$1 % 40 }' | sort | uniq -d"
  assert_output ""
}

@test "the answer beside a quote is the metric's own" {
  letters 60 > r; metrics r > m
  run bash -c "fb-anecdote m r | jq -c 'select(.metric == \"csat:ease\" and .by == {}) | .quotes[] | [.group, .score >= 4, has(\"scale\")]' | sort -u"
  assert_output '["no",false,false]
["yes",true,false]'
}

@test "long words are cut at sentences and masks move along" {
  { printf '{"id":"x","text":"'
    printf 'The weather was grey on that day. '
    printf 'My card [CARD] was charged twice by the delivery service, but. '
    printf 'We say good bye to everybody.'
    printf '","masks":[{"in":"text","span":[42,48],"kind":"CARD"},{"in":"title","span":[0,2],"kind":"X"}]}\n'
    for i in 1 2 3 4; do echo '{"id":"y'$i'","masks":[],"text":"The delivery service '$i' charged my card twice this month, delivery is wrong."}'; done; } > r
  echo '{"fb":"metric","metric":"churn","period":"all","value":1}' > m
  run bash -c "fb-anecdote -n 9 --max-chars 70 m r | jq -c 'select(.voice) | .quotes[] | select(.id == \"x\") | .span, .text, .masks, .cut'"
  assert_output '[34,126]
"My card [CARD] was charged twice by the delivery service, but. We say good bye to everybody."
[{"in":"text","span":[8,14],"kind":"CARD"}]
true'
  run bash -c "fb-anecdote -n 9 m r | jq -c 'select(.voice) | .quotes[] | select(.id == \"y1\") | .masks, has(\"cut\")'"
  assert_output '[]
false'
}

@test "another seed draws from other tickets" {
  letters 3000 > r; fb-metric -m count r > m
  fb-anecdote -s a m r | head -1 > a
  fb-anecdote -s b m r | head -1 > b
  run cmp -s a b
  assert_failure
}

@test "records on another scale or without an answer are not in a scored cell" {
  letters 60 > r; fb-metric -m nps r > m
  sed 's/"id":"/&z/; s/"0-10"/"1-5"/; s/"score":[0-9]*/"score":1/' r > s
  sed 's/"id":"/&y/; s/"score":[0-9]*,//' r > t
  fb-anecdote m r | head -1 > want
  fb-anecdote m r s t | head -1 | cmp - want
}

@test "other lines pass, records go unless kept, trails come last" {
  letters 40 > r; metrics r > m
  echo '{"fb":"label","metric":"nps","name":"Would recommend"}' > l
  run bash -c "fb-anecdote r l m | jq -r '.fb // \"record\"' | uniq -c | tr -s ' '"
  assert_output " 1 label
 6 metric
 2 trail"
  run bash -c "fb-anecdote --keep r l m | jq -r '.fb // \"record\"' | uniq -c | tr -s ' '"
  assert_output " 40 record
 1 label
 6 metric
 2 trail"
  fb-anecdote --keep l m r | head -40 | cmp - r
  run bash -c "fb-anecdote --keep r m | tail -1 | jq -c '[.tool, .in, .out, .digest_in == .digest_out, .period, .cells, .quotes]'"
  assert_output '["fb-anecdote",40,40,true,"2026-10",6,30]'
}

@test "one pipe does it all" {
  letters > r
  metrics r > m
  fb-anecdote m r | grep -v '"fb":"trail"' > want
  metrics --keep r | fb-anecdote | grep -v '"fb":"trail"' | cmp - want
}

@test "what cannot be paired passes, is named and counted" {
  letters 40 > r
  echo '{"fb":"metric","metric":"a","period":"last week","value":1}' > m
  echo '{"text":"nobody"}' >> m
  run --separate-stderr fb-anecdote m r
  assert_failure 1
  assert_line --index 0 '{"fb":"metric","metric":"a","period":"last week","value":1}'
  assert_equal "${stderr_lines[0]}" 'fb-anecdote: m:1: a metric line gets no quotes: its period is not like 2026-10, 2026-W05, 2026-Q4, 2026 or all'
  assert_equal "${stderr_lines[1]}" 'fb-anecdote: m:2: a record without "id" is counted but never quoted'
}

@test "periods cut in another zone are not mixed up" {
  letters 300 > r
  metrics --tz Asia/Tokyo r > m
  run --separate-stderr fb-anecdote m r
  assert_failure 1
  assert_equal "${stderr_lines[0]}" 'fb-anecdote: m:1: a metric line gets no quotes: its periods are cut in another zone; give that as --tz'
  run bash -c "fb-anecdote --tz Asia/Tokyo m r | grep -c '\"voice\"'"
  assert_output 6
}

@test "records that differ from the metric's counts are flagged" {
  letters 300 > r; fb-metric -m nps r > m
  run --separate-stderr bash -c \
    "head -200 r | fb-anecdote m - | jq -c 'select(.voice) | .voice.flags'"
  assert_output '["records_differ"]'
  assert_equal "$stderr" "fb-anecdote: 1 of 1 cells count other records than \
were given; give the records and the --where that fb-metric had"
}

@test "writers who answer otherwise than the silent are flagged" {
  letters 300 > r; fb-metric -m nps r > m
  sed '/"score":[89]\|"score":10/s/"text":"[^"]*"/"text":"Good."/' r > s
  run bash -c "fb-anecdote m s | jq -c 'select(.voice) | .voice.flags'"
  assert_output '["mix_forced","voices_differ"]'
  run bash -c "fb-anecdote m r | jq -c 'select(.voice) | .voice.flags'"
  assert_output '[]'
}

# The roles of the quotes of a line that jq selects, and what was omitted.
roles() { # FILTER FILE...
  local filter=$1
  shift
  jq -c "select(.voice) | select($filter) |
    [.quotes[] | select(.role != \"voice\") | [.role, .group, .id]],
    .voice.omitted" "$@"
}

@test "a group too small for a voice has one of its own" {
  letters 300 > r; fb-metric -m nps r > m
  # One slot goes to the detractors; the other groups have 55 of 300 each.
  fb-anecdote -n 1 m r > p
  run roles true p
  assert_line --index 0 --regexp '^\[\["minority","passive","r[0-9]+"\],\["minority","promoter","r[0-9]+"\]'
  run jq -r 'select(.voice) | .quotes[] | .speaks_for.est' p
  assert_success
  refute_line 0
  # With 4 of 300 passives, a group of less than a fiftieth stays out.
  awk '/"score":[78],/ && ++n > 4 { next } 1' r > s
  fb-metric -m nps s > m
  run --separate-stderr bash -c "fb-anecdote -n 1 m s | jq -r 'select(.voice) | .quotes[] | select(.role == \"minority\") | .group'"
  assert_output promoter
}

@test "a small group of fewer than three customers has no words of its own" {
  letters 300 | sed '/"score":[78],/s/"customer":"[^"]*"/"customer":"same"/' > r
  fb-metric -m nps r > m
  run bash -c "fb-anecdote -n 3 m r | jq -c 'select(.voice) | .voice.slots, .voice.omitted, [.quotes[].role]'"
  assert_line --index 0 '{"detractor":2,"passive":1,"promoter":0}'
  sed '/"score":[78],/!d' r | head -40 > few
  sed '/"score":[78],/d' r >> few
  fb-metric -m nps few > m
  run bash -c "fb-anecdote -n 1 m few | jq -c 'select(.voice) | [.quotes[] | [.role, .group]]'"
  assert_output '[["voice","detractor"],["minority","promoter"]]'
  sed -i '/"score":\(9\|10\),/d' few
  fb-metric -m nps few > m
  run bash -c "fb-anecdote -n 1 m few | jq -c 'select(.voice) | .voice.omitted.minority'"
  assert_output '"fewer than 3 customers of the group without a voice have words to quote"'
}

@test "a complaint inside the praise is found without a list of words" {
  boxes > r
  fb-metric -m nps --by region r > m
  fb-anecdote m r > p
  run jq -r 'select(.voice) | .quotes[] | select(.role == "happy_but") |
    [.group, (.score >= 9), (.text | contains("box"))] | @tsv' p
  assert_output "$(printf 'promoter\ttrue\ttrue\n%.0s' 1 2)"
  # The odd ones of the EU have no such sentence: of every sixth all are even.
  run bash -c "jq -c 'select(.voice) | [.by, .voice.omitted]' p"
  assert_output '[{},{}]
[{"region":"EU"},{"happy_but":"no complaint stands out in the praise"}]
[{"region":"US"},{}]'
}

@test "a complaint is shown with what stands in front of it" {
  boxes | sed '/"score":\(9\|10\)/s/\. \([^"]*box\)/. It is near. \1/' > r
  fb-metric -m nps r > m
  run bash -c "fb-anecdote --max-chars 70 m r | jq -r 'select(.voice) | .quotes[] | select(.role == \"happy_but\") | .text'"
  assert_output --regexp '^It is near\. .*box.*\.$'
}

@test "who complains in the praise is not quoted twice" {
  boxes | sed '/"score":\(9\|10\).*box/s/}$/,"customer":"same"}/' > r
  fb-metric -m nps r > m
  run bash -c "fb-anecdote -n 20 m r | jq -c 'select(.voice) | .voice.omitted'"
  assert_output '{"happy_but":"who complains in the praise is quoted already"}'
}

@test "thirty low and thirty high scores with words are asked for" {
  boxes > r
  head -119 r > few; fb-metric -m nps few > m
  run bash -c "fb-anecdote m few | jq -c 'select(.voice) | .voice.omitted'"
  assert_output '{"happy_but":"fewer than 30 low scores with words"}'
  tail -119 r > few; fb-metric -m nps few > m
  run bash -c "fb-anecdote m few | jq -c 'select(.voice) | .voice.omitted'"
  assert_output '{"happy_but":"fewer than 30 high scores with words"}'
  # Thirty high ones of the group itself, too, whatever was learned elsewhere.
  awk '/"score":(9|10)/ && n++ < 20 { sub(/"region":"[A-Z]*"/, "\"region\":\"XS\"") } { print }' r > own
  fb-metric -m nps --by region own > m
  run bash -c "fb-anecdote m own | jq -c 'select(.voice and .by.region == \"XS\") | .voice.omitted.happy_but'"
  assert_output '"fewer than 30 high scores with words"'
  fb-metric -m count r > m
  run bash -c "fb-anecdote m r | jq -c 'select(.voice) | .voice.omitted, [.quotes[].role]'"
  assert_output '{}
["voice","voice","voice","voice","voice"]'
}

@test "of a metric that moved those are quoted who speak of what came and went" {
  months > r
  fb-metric -m nps --per month --period 2026-10 --asof 2026-10-31 r > m
  fb-anecdote m r > p
  run jq -c 'select(.voice) | .quotes[] | select(.role | startswith("changed")) |
    [.role, .group, .date[:7], .period, (.text | contains("box was broken")),
    (.text | contains("tomatoes")), .speaks_for.share > 0.3]' p
  assert_output '["changed_up","detractor","2026-10",null,true,false,true]
["changed_down","promoter","2026-09","2026-09",false,true,true]'
  # The order of roles, and nobody twice.
  run jq -c 'select(.voice) | [.quotes[].role] | . == sort_by({"voice": 0,
    "minority": 1, "happy_but": 2, "changed_up": 3, "changed_down": 4}[.])' p
  assert_output true
  run jq -c 'select(.voice) | .quotes | (map(.id) | unique | length) == length' p
  assert_output true
}

@test "without a signal nobody is quoted for a change" {
  months | sed 's/"date":"2026-09/"date":"2026-10/' > r
  sed 's/"date":"2026-10/"date":"2026-09/; s/"id":"/&s/' r > s
  fb-metric -m nps --per month --period 2026-10 --asof 2026-10-31 r s > m
  run bash -c "fb-anecdote m r s | jq -c 'select(.voice) | [.quotes[].role | select(startswith(\"changed\"))], (.voice.omitted | del(.happy_but))'"
  assert_output '[]
{}'
}

@test "a signal without other words, or with few, says so" {
  months | sed 's/"text":"[^,]*, so/"text":"All was as it always is in this shop, so/' > r
  fb-metric -m nps --per month --period 2026-10 --asof 2026-10-31 r > m
  run bash -c "fb-anecdote m r | jq -c 'select(.voice) | .voice.omitted'"
  assert_output --partial '"changed_up":"no word came up beyond chance","changed_down":"no word faded beyond chance"'
  months | sed '/"date":"2026-09/{/"id":"m9.[0-9]\{1,2\}"/s/"text":"[^"]*"/"text":"Fine."/;/m9.1[0-9][0-9]/s/"text":"[^"]*"/"text":"Well."/}' > r
  fb-metric -m nps --per month --period 2026-10 --asof 2026-10-31 r > m
  run bash -c "fb-anecdote m r | jq -c 'select(.voice) | .voice.omitted.changed_up'"
  assert_output '"fewer than 30 texts in the period before"'
}

@test "a score that rises while the words complain is flagged" {
  months > r
  # A year that teaches which words go along with which score.
  months | sed 's/"date":"2026/"date":"2025/; s/"id":"/&y/' > year
  # And October, in which those with the broken box give a ten.
  sed '/"date":"2026-10/s/"score":[0-9]*/"score":10/; /"date":"2026-09/s/"score":[0-9]*/"score":8/' r > rose
  fb-metric -m nps --per month --period 2026-10 --asof 2026-10-31 rose year > m
  run bash -c "fb-anecdote m rose year | jq -c 'select(.voice) | .voice.flags'"
  assert_output --partial '"text_score_disagree"'
  fb-metric -m nps --per month --period 2026-10 --asof 2026-10-31 r year > m
  run bash -c "fb-anecdote m r year | jq -c 'select(.voice) | .voice.flags'"
  assert_output '[]'
}

@test "of a group in decline those are quoted who have gone, with what they said last" {
  leavers > r
  declines > m
  fb-anecdote m r > p
  run jq -c 'select(.voice) | [.by.city, ([.quotes[] | select(.role == "last_words")] | length)]' p
  assert_output '["A",2]
["B",0]'
  # Each is the last record with words of a customer who came last in July.
  jq -r 'select(.voice) | .quotes[] | select(.role == "last_words") | .id' p |
    while read -r id; do
      jq -es --arg id "$id" '. as $all | map(select(.id == $id))[0] as $it |
        map(select(.customer == $it.customer)) | (map(.date) | max) < "2026-08"
        and $it == (map(select(.text | length > 40)) | max_by(.date))' r
    done
  # 40 of 60 customers have gone: the two speak for no more than these.
  run jq -c 'select(.voice and .by.city == "A") |
    [.quotes[] | select(.role == "last_words") | .speaks_for] |
    (map(.est) | add) <= 40 and (map(.share) | add) <= 40 / 60' p
  assert_output true
}

@test "who has gone is judged by the period, not by what came later" {
  leavers > r
  declines > m
  fb-anecdote m r | head -2 > want
  # After the period they all come back, which nobody knew then.
  sed 's/"date":"2026-[0-9]*/"date":"2026-12/; s/"id":"/&z/' r > later
  fb-anecdote m r later | head -2 | jq -c '.quotes' > got
  jq -c .quotes want | cmp - got
  # Nobody has gone within 90 days.
  sed 's/"date":"2026-07/"date":"2026-09/' r > soon
  run bash -c "fb-anecdote m soon | jq -c 'select(.voice) | .voice.omitted'"
  assert_output '{"last_words":"no customer with words has been gone for 90 days"}
{}'
  sed 's/"customer":"[^"]*",//' r > nobody
  run bash -c "fb-anecdote m nobody | jq -c 'select(.voice) | .voice.omitted'"
  assert_output '{"last_words":"its records name no customers"}
{}'
}

@test "every role is the same for any order of the records" {
  months > r; leavers > l; boxes > b
  fb-metric -m nps --per month --period 2026-10 --asof 2026-10-31 r b > m
  declines >> m
  fb-anecdote m r l b > want
  run jq -r 'select(.voice) | .quotes[].role' want
  for role in voice happy_but changed_up changed_down last_words; do
    assert_line "$role"
  done
  for seed in 1 2 3; do
    cat r l b | shuf --random-source=<(yes $seed) | fb-anecdote m - | cmp - want
  done
}

# All roles over three files of records, with two ids withheld.
everything() {
  months > r; leavers > l; boxes > b
  fb-metric -q -m nps -m csat@9-10 -m count --by city --per month \
    --period 2026-10 --asof 2026-10-31 r b > m
  declines >> m
  echo '{"fb":"label","metric":"nps","name":"Would recommend"}' >> m
  printf 'm10.3\tlegal hold\nl5.3\twithdrawn\n' > w
  cat r l b > all
  # Words that many say, with letters beyond ASCII, some escaped.
  for i in $(seq 60); do
    echo '{"id":"e'$i'","date":"2026-10-02","score":9,"scale":"0-10","text":"Die Br\u00f6tchen waren kühl, sagte auch der \"Nachbar\" von nebenan. \\\\u00e9"}'
  done >> all
  fb-anecdote -q --withhold w m all > want
}

@test "shards merge to the bytes of one run, in any order and again" {
  everything
  for i in 0 1 2; do
    awk "NR % 3 == $i" all | fb-anecdote -q --withhold w --partial m - > p$i
  done
  fb-anecdote -q --withhold w p0 p1 p2 | cmp - want
  for seed in 1 2 3; do
    cat p1 p2 p0 | shuf --random-source=<(yes $seed) |
      fb-anecdote -q --withhold w | cmp - want
  done
  fb-anecdote -q --withhold w --partial p2 p0 > p20
  fb-anecdote -q --withhold w p1 p20 | cmp - want
  # Records that nobody has gathered yet, and their lines, come along.
  awk "NR % 3 == 1" all | fb-anecdote -q --withhold w m p20 - | cmp - want
  # A part is the same however it came about.
  fb-anecdote -q --withhold w --partial m all > whole
  cat p2 p1 p0 | fb-anecdote -q --withhold w --partial | cmp - whole
  for i in 0 1 2; do
    awk "NR % 3 == $i" all | fb-anecdote -q --withhold w --partial --ascii m - > a$i
  done
  run ! grep -P '[^\x00-\x7f]' a0
  fb-anecdote -q --withhold w a2 a0 a1 | cmp - want
}

@test "a part that is lost, doubled or foreign is told" {
  everything
  for i in 0 1 2; do
    awk "NR % 3 == $i" all | fb-anecdote -q --withhold w --partial m - > p$i
  done
  run --separate-stderr bash -c "sed 3d p0 | fb-anecdote -q --withhold w - p1 p2"
  assert_failure 3
  assert_output ''
  run --separate-stderr fb-anecdote -q --withhold w p0 p1 p2 \
    <(sed -n '/"record"/{p;q}' p0)
  assert_failure 3
  run --separate-stderr fb-anecdote -s other --withhold w p0 p1 p2
  assert_failure 1
  assert_equal "${stderr_lines[0]}" 'fb-anecdote: this part was made with other options; give the same'
  # Another shard had other metric lines.
  grep -v '"metric":"count"' m > fewer
  fb-anecdote -q --withhold w --partial fewer l > odd
  run --separate-stderr fb-anecdote --withhold w p0 p1 p2 odd
  assert_failure 1
  assert_output --partial '"voice"'
  assert_regex "$stderr" 'lines of parts are not those of the others'
  run --separate-stderr fb-anecdote --partial --keep m r
  assert_failure 2
}

@test "no record, or none with words, still gives whole lines" {
  fb-metric -m nps --fail-empty /dev/null > m || true
  echo '{"fb":"metric","metric":"a","period":"2026-10","value":1}' >> m
  run bash -c "fb-anecdote m | jq -c 'select(.voice) | [.quotes, .voice.mix_tv, .voice.coverage, .voice.flags]'"
  assert_output '[[],null,null,[]]'
  run fb-anecdote --fail-empty m
  assert_failure 1
}
