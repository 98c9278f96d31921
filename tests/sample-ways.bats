# The ways fb-sample draws besides the plain one, and what it prints of a draw.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

records() {
  jq -c 'select(.fb == null)'
}

trail() {
  jq -c 'select(.tool == "fb-sample")' | tail -n 1
}

# tickets SEED ID...: the ticket and the id, ascending.
tickets() {
  local seed=$1 id

  shift
  for id; do
    printf '%s %s\n' "$(printf 'fb-sample/1\n%s\n%s' "$seed" "$id" |
      sha256sum | cut -c1-64)" "$id"
  done | LC_ALL=C sort
}

fits() {
  jq -c 'select(.fb == "represent")'
}

balance() {
  jq -e '.in == .out + .filtered + .rejected + .duplicates + .no_consent +
    .ineligible + (.withheld // 0) + .undrawn' >/dev/null
}

@test "a rate draws whose ticket is below it, in the order of the input" {
  seq 200 | sed 's/.*/{"id":"&"}/' >all
  fb-sample --rate 0.25 -s x all >out
  tickets x $(seq 200) | awk '$1 < "4" { print $2 }' | sort -n >want
  records <out | jq -r .id | diff want -
  assert_equal "$(records <out | jq -c '.draw | [.pi, .N, .stratum]' | uniq)" '[0.25,null,{}]'
  trail <out | balance
  assert_equal "$(trail <out | jq -r '.strata[0] | .last < "4" and .next >= "4"')" true
  fb-sample --rate 1 all | records | diff <(jq -c . all) <(fb-sample --rate 1 all | records | jq -c 'del(.draw)')
}

@test "by size, those that are nearly certain are taken and the rest by u/x" {
  printf '{"id":"big","v":1000}\n{"id":"zero","v":0}\n{"id":"none"}\n' >all
  seq 20 | sed 's/.*/{"id":"&","v":&}/' >>all
  run --separate-stderr fb-sample -n 4 --pps v all
  assert_failure 1
  assert_equal "$stderr" "fb-sample: all:3: there is no v; --size-missing 0 leaves such records out of the draw"
  assert_equal "$(records <<<"$output" | jq -c 'select(.id == "big").draw | [.pi, .pi_kind, .size]')" '[1,null,1000]'
  trail <<<"$output" | balance
  assert_equal "$(trail <<<"$output" | jq -c '[.frame.N, .frame.size_zero, .rejected, .strata[0].size, .strata[0].certain]')" \
    '[21,1,1,1210,1]'
  # The other three have the smallest ratio of ticket to size.
  tickets "" $(seq 20) | while read -r t id; do
    python3 -c "import sys; print((int('$t'[:16], 16) >> 11) / $id, '$id')"
  done | sort -g | head -n 3 | cut -d' ' -f2 | sort >want
  records <<<"$output" | jq -r 'select(.id != "big").id' | sort | diff want -
  assert_equal "$(records <<<"$output" | jq -c 'select(.id != "big") | .draw.pi * 210 / 3 - .v | fabs < 1e-6' | uniq)" true
  run fb-sample -n 4 --pps v --size-missing 0 all
  assert_success
  assert_equal "$(trail <<<"$output" | jq .frame.size_zero)" 2
}

@test "a size that is no number is bad data" {
  run --separate-stderr fb-sample --pps v <<<$'{"id":"1","v":"much"}\n{"id":"2","v":-1}\n{"id":"3","v":7}'
  assert_failure 1
  assert_equal "$stderr" "fb-sample: -:1: v 'much' is not a size of 0 or more
fb-sample: -:2: v '-1' is not a size of 0 or more"
  assert_equal "$(records <<<"$output" | jq -r .id)" 3
}

@test "systematic picks stand evenly along the field" {
  for i in $(seq 100); do
    printf '{"id":"r%d","day":%d}\n' "$i" $((i % 25))
  done >all
  fb-sample -n 25 --systematic day -s x all >out
  assert_equal "$(records <out | jq .day | sort -n | tr '\n' ' ')" "$(seq 0 24 | tr '\n' ' ')"
  assert_equal "$(records <out | jq -c '[.draw.pi, .draw.N]' | uniq)" '[0.25,100]'
  tac all | fb-sample -n 25 --systematic day -s x | records | diff <(records <out) -
  # The start is by lot: u("start") of N/n places.
  start=$(tickets x start | cut -c1-16)
  at=$(python3 -c "import math; print(math.ceil(((int('$start', 16) >> 11) + .5) / 2**53 * 4))")
  want=$(for i in 25 50 75 100; do echo "r$i"; done | xargs -n 1 | while read -r id; do tickets x "$id"; done | sort | sed -n "${at}p" | cut -d' ' -f2)
  assert_equal "$(records <out | jq -r 'select(.day == 0).id')" "$want"
  cat all all >twice
  assert_equal "$(fb-sample -n 25 --systematic day -s x twice | trail | jq -c '[.frame.N, .duplicates]')" '[100,100]'
  fb-sample -n 25 --systematic day twice | trail | balance
}

@test "places go to groups equally, or to those whose answers differ" {
  for i in $(seq 90); do echo "{\"id\":\"a$i\",\"g\":\"same\",\"score\":3}"; done >all
  for i in $(seq 30); do echo "{\"id\":\"b$i\",\"g\":\"split\",\"score\":$((i % 2 * 4 + 1)),\"cost\":5}"; done >>all
  places() {
    fb-sample -n 12 --by g "$@" all | trail | jq -c '[.alloc, [.strata[].n]]'
  }
  assert_equal "$(places)" '["lr",[9,3]]'
  assert_equal "$(places --alloc equal)" '["equal",[6,6]]'
  assert_equal "$(places --alloc neyman)" '["neyman",[1,11]]'
  assert_equal "$(places --alloc neyman --min 0)" '["neyman",[0,12]]'
  assert_equal "$(places --alloc neyman --spread cost)" '["neyman",[9,3]]'
}

@test "a score off its scale is told with its line" {
  run --separate-stderr fb-sample --both-sides <<<$'{"id":"1","score":4,"scale":"1-5"}\n{"id":"2","score":9,"scale":"1-5"}'
  assert_failure 1
  assert_equal "$stderr" "fb-sample: -:2: score '9' is not a number on the scale of the record"
  trail <<<"$output" | balance
}

@test "one letter a customer, with what each customer wrote" {
  for c in $(seq 30); do
    for i in $(seq $((c % 4 + 1))); do
      echo "{\"id\":\"$c-$i\",\"customer\":\"c$c\"}"
    done
  done >all
  echo '{"id":"nobody"}' >>all
  run --separate-stderr fb-sample -n 5 --per customer all
  assert_failure 2
  [[ $stderr == *"needs a seed"* ]]
  fb-sample -n 5 -s x --per customer all >out
  tickets x $(seq 30 | sed 's/^/c/') nobody | head -n 5 | cut -d' ' -f2 >want
  records <out | jq -r '.customer // .id' | diff want -
  assert_equal "$(records <out | jq -c '.draw | .N == 31 and ((.pi * 31 / 5 * .letters - 1) | fabs < 1e-8)' | uniq)" true
  records <out | jq -r '[.customer, .id, .draw.letters] | @tsv' | while read -r c id m; do
    assert_equal "$m" "$(grep -c "\"$c\"" all)"
    assert_equal "$id" "$(tickets x $(jq -r "select(.customer == \"$c\").id" all) | head -n 1 | cut -d' ' -f2)"
  done
  assert_equal "$(trail <out | jq -c '[.unit, .frame.N, .frame.anon]')" '["customer",31,1]'
}

@test "a customer may be in two groups, unless it is strict" {
  for i in $(seq 40); do
    echo "{\"id\":\"$i\",\"customer\":\"c$((i % 5))\",\"g\":\"$((i % 2))\"}"
  done >all
  count() {
    fb-sample -n 6 -s x --by g "$@" all | records | jq -r .customer | sort | uniq -d | wc -l
  }
  assert_not_equal "$(count --per customer)" 0
  assert_equal "$(count --per-customer=strict)" 0
  assert_not_equal "$(fb-sample -n 6 -s x --by g --per-customer=strict all | trail | jq .repeats)" 0
}

@test "many customers are estimated and flagged, or counted on request" {
  seq 60000 | sed 's/.*/{"id":"&","customer":"c&"}/' >all
  fb-sample -n 2 -s x --per customer all >out
  assert_equal "$(trail <out | jq '.frame | .N_est and .N > 57000 and .N < 63000')" true
  assert_equal "$(records <out | jq .draw.N_est | uniq)" true
  fb-sample -n 2 -s x --per customer --exact all >out
  assert_equal "$(trail <out | jq -c '.frame | [.N, .N_est]')" '[60000,null]'
}

@test "half praise, half complaint, and what is true beside it" {
  for i in $(seq 100); do
    echo "{\"id\":\"$i\",\"score\":$((i <= 70 ? 5 : i <= 80 ? 3 : 1)),\"scale\":\"1-5\"}"
  done >all
  echo '{"id":"silent"}' >>all
  fb-sample -n 7 --both-sides all >out
  assert_equal "$(records <out | jq -c '[.draw.stratum.side, .score, .draw.n, .draw.share]' | sort | uniq -c | sed 's/^ *//')" \
'3 ["complaint",1,3,0.2]
4 ["praise",5,4,0.7]'
  assert_equal "$(trail <out | jq -c '[.strata[] | [.h, .N, .n, .share]]')" \
    '[["complaint",20,3,0.2],["middle",10,0,0.1],["praise",70,4,0.7],["unscored",1,0,null]]'
}

@test "what must be read is added, takes no place and changes none" {
  read -r a b < <(tickets "" $(seq 50) | tail -n 2 | cut -d' ' -f2 | sort | paste -sd' ')
  for i in $(seq 50); do
    echo "{\"id\":\"$i\"$([[ $i == "$a" || $i == "$b" ]] && echo ',"alert":["injury"]')}"
  done >all
  echo '{"id":"quiet","alert":["x"],"consent":false}' >>all
  echo '{"id":"calm","alert":[]}' >>all
  fb-sample -n 5 --must-read all >out
  fb-sample -n 5 all | records >plain
  records <out | head -n 5 | diff plain -
  assert_equal "$(records <out | tail -n +6 | jq -c '[.id, .draw.must_read, .draw.pi]' | sort)" \
"[\"$a\",true,null]
[\"$b\",true,null]"
  assert_equal "$(trail <out | jq -c '[.n, .must, .out]')" '[5,2,7]'
  trail <out | balance
  # One that is drawn anyway is not added again.
  assert_equal "$(fb-sample -n 52 --must-read all | trail | jq -c '[.must, .out]')" '[0,51]'
}

@test "withheld records give their place to the next ticket" {
  seq 50 | sed 's/.*/{"id":"&"}/' >all
  fb-sample -n 4 all | records | jq -r .id >four
  fb-sample -n 5 all | records | jq -r .id >five
  printf '%s\tcourt order\n\nnot-there\twithdrawn\n' "$(sed -n 2p four)" >no
  fb-sample -n 4 --withhold no all >out
  records <out | jq -r .id | diff <(sed 2d five) -
  assert_equal "$(trail <out | jq -c '[.withheld, .reasons, .frame.N]')" '[1,{"court order":1},49]'
  trail <out | balance
  echo "no reason" >no
  run --separate-stderr fb-sample --withhold no all
  assert_failure 2
  assert_equal "$stderr" "fb-sample: no:1: not ID, a tab and the reason"
}

@test "a field that no record has is told with the fields there are" {
  local args
  echo '{"id":"1","plan":"a","score":1}' >all
  for args in "--by paln" "--pps paln" "--systematic paln" "--represent paln" \
      "--by plan --alloc neyman --spread paln"; do
    run --separate-stderr fb-sample $args -o out all
    assert_failure 2
    assert_output ""
    [[ $stderr == *"fb-sample: no record has a field 'paln'; fields seen: id, plan, score" ]]
    assert_not_exist out
  done
  run fb-sample --by paln /dev/null
  assert_success
  # A month may be without words: no draw, but a word about it.
  run --separate-stderr fb-sample --require txt all
  assert_success
  assert_equal "$stderr" "fb-sample: no record has the required field 'txt'; fields seen: id, plan, score"
  run --separate-stderr fb-sample --require plan all
  assert_equal "$stderr" ""
}

@test "how the sample fits is a line" {
  for i in $(seq 600); do echo "{\"id\":\"$i\",\"g\":\"$((i % 3))\",\"h\":\"$((i % 2))\"}"; done >all
  fb-sample -n 60 --represent g --represent h,g all | fits >out
  assert_equal "$(jq -c '[.by, .n, (.groups | map(.N) | add), .flags]' out)" \
'[["g"],60,600,[]]
[["g","h"],60,600,[]]'
  assert_equal "$(jq -s '.[0] | .df == 2 and .p > 0 and .p < 1 and .ratio < 2.5 and
    ((.tv - ([.groups[] | (.sample - .frame) | fabs] | add / 2)) | fabs < 1e-9)' out)" true
  # A stratified sample fits far better than luck.
  fb-sample -n 60 --by g --represent g all | fits | jq -e '.tv == 0' >/dev/null
  # Unequal chances are weighted, and there is no test.
  sed 's/}$/,"v":1}/; s/"g":"1".*/"g":"1","v":9}/' all >uneven
  fb-sample -n 60 --pps v --represent g uneven | fits |
    jq -e '.p == null and .n_eff < 60 and .ratio < 3' >/dev/null
}

@test "weights meet the customer totals, and silent groups are named" {
  for i in $(seq 300); do echo "{\"id\":\"$i\",\"plan\":\"$((i % 3))\",\"ch\":\"$((i % 2))\"}"; done >all
  printf '%s\n' '{"plan":"0","customers":100}' '{"plan":"1","customers":200}' \
    '{"plan":"2","customers":700}' >base
  fb-sample -n 60 --base base all >out
  assert_equal "$(records <out | jq -c 'select(.fb == null) | [.plan, .draw.weight]' | jq -sc \
    'group_by(.[0]) | map(map(.[1]) | add | round)')" '[100,200,700]'
  assert_equal "$(trail <out | jq -c '.weights | [.method, .margins[0].covered_share, .flags, .deff > 1]')" '["post",1,[],true]'
  printf '%s\n' '{"ch":"0","customers":300}' '{"ch":"1","customers":700}' >>base
  fb-sample -n 60 --base base all >out
  assert_equal "$(records <out | jq -c '[.ch, .draw.weight]' | jq -sc 'group_by(.[0]) | map(map(.[1]) | add | round)')" '[300,700]'
  assert_equal "$(trail <out | jq -c '.weights | [.method, .margin_error < 1e-10]')" '["rake",true]'
  echo '{"plan":"gone","customers":600}' >>base
  echo '{"ch":"fax","customers":600}' >>base
  fb-sample -n 60 --base base all >out
  assert_equal "$(grep '"silent"' out | jq -c '[.by, .customers, .rate_hi]')" \
'[{"ch":"fax"},600,0.005]
[{"plan":"gone"},600,0.005]'
  assert_equal "$(trail <out | jq -c '.weights | [.margins[0].covered_share, .flags]')" '[0.625,["uncovered","deff"]]'
}

@test "totals that cannot be used are refused" {
  for i in $(seq 30); do echo "{\"id\":\"$i\",\"plan\":\"$((i % 3))\"}"; done >all
  printf '%s\n' '{"plan":"0","customers":1}' '{"plan":"1","customers":1}' >base
  run --separate-stderr fb-sample --base base all
  assert_failure 2
  assert_output ""
  assert_equal "$stderr" 'fb-sample: base: there are 10 records of {"plan":"2"}, but no line with its customers'
  echo '{"plan":"1","customers":2}' >>base
  run --separate-stderr fb-sample --base base all
  assert_equal "$stderr" 'fb-sample: base:3: the group has a total already'
  echo '{"plan":"1","customers":"many"}' >base
  run --separate-stderr fb-sample --base base all
  assert_equal "$stderr" "fb-sample: base:1: 'customers' is not a whole number of 0 or more"
}

@test "totals that contradict give no weights and status 1" {
  for i in $(seq 30); do echo "{\"id\":\"$i\",\"a\":\"$((i % 2))\",\"b\":\"$((i % 2))\"}"; done >all
  printf '%s\n' '{"a":"0","customers":10}' '{"a":"1","customers":20}' \
    '{"b":"0","customers":20}' '{"b":"1","customers":10}' >base
  run --separate-stderr fb-sample --base base all
  assert_failure 1
  assert_equal "$(trail <<<"$output" | jq -c .weights.flags)" '["not_converged"]'
  assert_equal "$(records <<<"$output" | jq .draw.weight | uniq)" null
}

@test "without the frame's digest the same records are drawn" {
  seq 500 | sed 's/.*/{"id":"&"}/' >all
  fb-sample --no-frame all >out
  records <out | diff <(fb-sample all | records) -
  assert_equal "$(trail <out | jq -c .frame)" '{"N":500,"records":500,"dup_ids":0,"no_id":0}'
}

@test "options that contradict are status 2" {
  local args
  for args in "--rate 0.5 --pps v" "--rate 2" "--rate 0" "--rate 0.5 -n 3" \
      "--rate 0.5 --by a" "--pps v --both-sides" "--systematic a --per customer -s x" \
      "--alloc equal" "--alloc best --by a" "--both-sides --by a" "--size-missing 0" \
      "--pps v --size-missing -1" "--per letter -s x" "--per-customer=lax -s x" \
      "--exact" "--rate 0.5 --represent a" "--both-sides --min 2"; do
    run --separate-stderr fb-sample $args <<<'{"id":"1","v":1,"a":1}'
    assert_failure 2
    assert_output ""
    [[ $stderr == "fb-sample: --"* ]]
  done
}

@test "a base of fb-metric is a base here, when it is of one period" {
  for i in $(seq 90); do echo "{\"id\":\"r$i\",\"plan\":\"$((i % 3))\"}"; done >all
  printf '{"plan":"%d","customers":%d}\n' 0 500 1 300 2 200 >plain
  sed 's/,"customers"/,"period":"2026-10","asked":7&/; s/{/{"id":"x","source":"f",/' plain >base
  fb-sample -n 30 --base plain all | grep -v trail >want
  fb-sample -n 30 --base base all | grep -v trail | cmp - want
  grep -q '"weight":' want
  echo '{"plan":"0","period":"2026-09","customers":1}' >>base
  run --separate-stderr fb-sample --base base all
  assert_equal "$stderr" 'fb-sample: base:4: another period than the lines before; keep those of one'
}
