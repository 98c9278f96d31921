# fb-metric: records in, metric lines out.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR" || return
}

# N records of ten months with answers, themes, customers and times.
records() {
  awk -v n="${1:-2000}" -v seed="${2:-1}" 'BEGIN {
    srand(seed)
    for (i = 1; i <= n; i++) {
      printf "{\"id\":\"r%d\"", i
      if (rand() < .97) printf ",\"date\":\"2026-%02d-%02dT%02d:00:00Z\"", \
        int(rand() * 10) + 1, int(rand() * 28) + 1, int(rand() * 24)
      if (rand() < .8) printf ",\"score\":%d,\"scale\":\"0-10\"", int(rand() * 11)
      else if (rand() < .5) printf ",\"score\":%d,\"scale\":\"1-5\"", int(rand() * 5) + 1
      if (rand() < .5) printf ",\"text\":\"word %d\"", i
      if (rand() < .9) printf ",\"customer\":\"c%d\"", int(rand() * 300)
      printf ",\"region\":\"%s\",\"ease\":%d", substr("EUUSAP", int(rand() * 3) * 2 + 1, 2), int(rand() * 5) + 1
      printf ",\"themes\":[%s]", rand() < .3 ? "\"price\"" : rand() < .5 ? "\"price\",\"staff\"" : ""
      d = int(rand() * 27) + 1
      printf ",\"opened\":\"2026-10-%02dT08:00:00Z\"", d
      if (rand() < .7) printf ",\"solved\":\"2026-10-%02dT%02d:%02d:00Z\"", d + 1, int(rand() * 24), int(rand() * 60)
      print "}"
    }
  }'
}

ALL=(-m nps -m csat:score@9-10 -m mean:ease@1-5 -m ces:ease@1-5 -m median:ease@1-5
  -m share:themes=price -m high=share:ease@4-5 -m customers -m hours:opened,solved
  -m count --by region --by region,themes --per month)

# One value of the lines in m: metric, jq path.
of() {
  jq -r --arg m "$1" "select(.metric == \$m and .by == {}) | $2" m
}

@test "a share counts records that hold a value among those that have the field" {
  printf '{"id":"%d",%s}\n' 1 '"t":["a","b"],"e":4' 2 '"t":["b","b"],"e":2' 3 '"t":[],"e":5' \
    4 '"t":"a","e":1' 5 '"t":null,"e":null' > r
  fb-metric -m share:t=a -m easy=share:e@4-5 r > m
  assert_equal "$(of share:t=a '[.n,.value,.unit,.stat.missing] | tostring')" '[4,50,"%",1]'
  assert_equal "$(of easy '[.n,.value,.of.yes[0],.method] | tostring')" '[4,50,4,"wilson"]'
  assert_equal "$(of share:t=a '.stat.groups | tostring')" '{"no":2,"yes":2}'
}

@test "an effort score is a mean that needs its scale" {
  printf '{"e":%d}\n' 1 4 7 4 > r
  fb-metric -m ces:e@1-7 r > m
  assert_equal "$(of ces:e '[.value,.stat.groups.low,.stat.groups.mid,.stat.groups.high] | tostring')" '[4,1,2,1]'
  run fb-metric -m ces:e r
  assert_failure 2
  assert_output "fb-metric: -m 'ces:e': ces needs a scale, such as ces:effort@1-7"
}

@test "a median has the interval of its order statistics" {
  # B(30, 1/2): the ranks 10 and 21 (Conover, Practical Nonparametric Statistics, table A3)
  seq 1 30 | sed 's/.*/{"v":&}/' > r
  fb-metric -m median:v r > m
  assert_equal "$(of median:v '[.value,.lo,.hi,.method] | tostring')" '[15.5,10,21,"order"]'
  head -n 5 r | fb-metric -m median:v > m
  assert_equal "$(of median:v '[.value,.lo] | tostring')" '[3,null]'
}

@test "medians change by the rank sum" {
  for m in 09 10; do seq 1 40 | sed "s/.*/{\"date\":\"2026-$m-28\",\"v\":&}/"; done |
    sed '/2026-10/s/:\([0-9]*\)}/:1\1}/' > r
  fb-metric -m median:v@1-200 --per month --asof 2026-10-31 r > m
  assert_equal "$(of median:v 'select(.prev) | [.prev.diff > 0, .prev.test, .prev.signal] | tostring')" \
    '[true,"rank_sum",true]'
}

@test "customers are counted once" {
  printf '{"customer":%s}\n' '"a"' '"b"' '"a"' null '"c"' > r
  fb-metric -m customers r > m
  assert_equal "$(of customers '[.n,.value,.stat.missing,.lo] | tostring')" '[3,3,1,null]'
}

@test "very many customers are estimated, and that is said" {
  seq 1 50000 | sed 's/.*/{"customer":"c&"}/' > r
  fb-metric -m customers r > m
  assert_equal "$(of customers '[.flags[0], .n > 47500, .n < 52500] | tostring')" '["estimated",true,true]'
}

@test "open cases make a time longer, and the groups are its halves" {
  # 6-mercaptopurine, as hours: median 23 with those still in remission, 16 among
  # the relapsed alone or less (Gehan, Biometrika 52, 1965).
  for t in 6 6 6 7 10 13 16 22 23; do
    echo "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"$(date -u -d "2026-01-01 $t hours" +%FT%TZ)\"}"
  done > r
  for t in 6 9 10 11 17 19 20 25 32 32 34 35; do
    echo "{\"from\":\"$(date -u -d "2026-03-01 $t hours ago" +%FT%TZ)\"}"
  done >> r
  fb-metric -m hours:from,to --asof 2026-02-28 r > m
  assert_equal "$(of hours:from,to '[.n,.value,.better,.stat.groups.slow,.stat.open.n] | tostring')" '[21,23,"down",5,12]'
}

@test "a time that ends before it begins is bad data" {
  echo '{"a":"2026-01-02","b":"2026-01-01"}' > r
  run -1 fb-metric -m hours:a,b r
  assert_line --partial "r:1: a \"2026-01-02\" and its end are not two times in order; counted as missing"
}

@test "an unknown field is refused with the fields seen" {
  records 20 > r
  run fb-metric -m nps:scoer r
  assert_failure 2
  assert_output "fb-metric: no record has the field 'scoer'; fields seen: customer, date, ease, id, opened, region, scale, score, solved, text, themes"
  run fb-metric --by planet -o out r
  assert_failure 2
  assert_not_exist out
}

@test "what is no number is named with its line" {
  printf '{"v":%s}\n' 1 '"x"' 2 > r
  run -1 --separate-stderr fb-metric -m mean:v r
  assert_equal "$stderr" "fb-metric: r:2: v \"x\" is not a number; counted as missing"
}

# Records with these answers, on a scale when one is given.
answers() {
  local scale=$1 a
  shift
  for a in "$@"; do echo "{\"score\":$a${scale:+,\"scale\":\"$scale\"}}"; done
}

@test "where all answers are whole and few can be given, each is told" {
  told() {
    answers "${@:2}" | fb-metric -m "$1" | jq -c 'select(.fb == "metric") | .stat.values'
  }
  assert_equal "$(told nps 0-10 9 0 10 9)" '[[0,1],[9000,2],[10000,1]]'
  assert_equal "$(told nps 1-10 1 10)" '[[1000,1],[10000,1]]'
  assert_equal "$(told csat 1-5 3 5 5)" '[[3000,1],[5000,2]]'
  assert_equal "$(told ces:score@1-7 "" 7 1)" '[[1000,1],[7000,1]]'
  assert_equal "$(told mean -3-3 -3 3 -3)" '[[-3000,2],[3000,1]]'
  assert_equal "$(told csat:score@4-5 "" 5 1)" '[[1000,1],[5000,1]]'
  assert_equal "$(told mean 5-15 15)" '[[15000,1]]'
  # One that is not whole, more than eleven, or another question than how many.
  assert_equal "$(told mean 1-5 3 4.5)" null
  assert_equal "$(told mean 0-11 3 4)" null
  assert_equal "$(told mean 0.5-5 3 4)" null
  assert_equal "$(told mean "" 3 11)" null
  assert_equal "$(told mean "" 3 -1)" null
  assert_equal "$(told share:score=3 "" 3 4)" null
  assert_equal "$(told count "" 3 4)" null
}

# What each answer adds to counts and sums, of the lines in m that tell it.
@test "the answers that are told add up to n, the groups and the sums" {
  records 900 > r
  fb-metric "${ALL[@]}" -m mean:score@0-10 r > m
  run jq -se 'map(select(.stat.values and .of.kind != "hours")) | length > 300
      and all(([.stat.values[][1]] | add) == .n)
      and all(([.stat.groups[]] | add) == .n)
      and all(([.stat.values[] | .[0] * .[1]] | add) == .stat.sum)
      and all(([.stat.values[] | .[0] * .[0] * .[1]] | add) == .stat.sumsq)
      and (map(select(.of.kind == "nps")) | length > 30 and
        all(([.stat.values[] | select(.[0] <= 6000)[1]] | add // 0) == .stat.groups.detractor
        and ([.stat.values[] | select(.[0] >= 9000)[1]] | add // 0) == .stat.groups.promoter))' m
  assert_success
}

@test "an answer that is not whole leaves them untold in shards too" {
  records 900 | awk 'NR % 97 == 0 { sub(/"ease":[0-9]/, "\"ease\":2.5") } 1' > r
  local ask=(-m mean:ease@1-5 -m nps --by region --per month)
  fb-metric "${ask[@]}" r > one
  run jq -se 'map(select(.metric == "mean:ease" and .n > 0) | .stat.values != null) | any and (all | not)' one
  assert_success
  for k in 2 9; do
    rm -f part.*
    split -n r/$k r part.
    for p in part.*; do fb-metric "${ask[@]}" --partial "$p"; done > parts
    tac parts | fb-metric "${ask[@]}" | cmp - one
    fb-metric "${ask[@]}" --partial parts | fb-metric "${ask[@]}" | cmp - one
  done
}

@test "a part whose answers do not add up is refused" {
  answers 0-10 3 3 9 | fb-metric -m nps --partial > p
  for change in 's/\[3000,2\]/[3000,1]/' 's/\[3000,2\]/[4000,2]/' 's/"sum":15000/"sum":16000/' \
      's/"detractor":2/"detractor":3/' 's/\[9000,1\]/[9500,1]/' 's/\[9000,1\]/[11000,1]/'; do
    sed "$change" p > changed
    run ! cmp -s p changed
    run -3 --separate-stderr fb-metric -m nps changed
    assert_regex "$stderr" "a part whose counts (cannot be read|do not add up)"
  done
}

@test "small cells are hidden on request, in comparisons too" {
  records 60 > r
  fb-metric -m nps --by region --per month --suppress 15 r > m
  run jq -se 'map(select(.fb == "metric")) | (map(select(.n == null)) | length > 0
      and all(.value == null and .stat == null and .flags == ["suppressed"])) and all(.[]; .n == null or .n >= 15)' m
  assert_success
}

@test "the order of the input does not matter" {
  records 3000 > r
  fb-metric "${ALL[@]}" r > one
  shuf --random-source=r r > s
  fb-metric "${ALL[@]}" s | cmp - one
}

@test "shards counted apart add up to one run, byte for byte" {
  for seed in 1 2 3; do
    records 1500 $seed > r
    fb-metric "${ALL[@]}" r > one
    for k in 1 2 3 4 5 6 7; do
      rm -f part.*
      shuf --random-source=r r > s
      split -n "r/$k" s part.
      for p in part.*; do fb-metric "${ALL[@]}" --partial "$p" > "$p.out"; done
      ls part.*.out | sort -r | xargs cat > parts
      fb-metric "${ALL[@]}" parts | cmp - one
      shuf --random-source=r parts | fb-metric "${ALL[@]}" | cmp - one
    done
  done
}

@test "parts of parts add up too, with records beside them" {
  records 900 > r
  fb-metric "${ALL[@]}" r > one
  split -n r/3 r part.
  for p in part.aa part.ab; do fb-metric "${ALL[@]}" --partial $p; done |
    fb-metric "${ALL[@]}" --partial > both
  cat part.ac both | fb-metric "${ALL[@]}" | cmp - one
}

@test "times and customers beyond what is kept still add up" {
  awk 'BEGIN { srand(3); for (i = 0; i < 150000; i++) printf \
    "{\"customer\":\"c%d\",\"v\":%.3f}\n", rand() * 90000, rand() * 1e6 - 5e5 }' > r
  fb-metric -m customers -m median:v r > one
  grep -q estimated one
  split -n r/3 r part.
  for p in part.*; do fb-metric -m customers -m median:v --partial $p; done |
    fb-metric -m customers -m median:v | cmp - one
}

@test "parts of another run are refused" {
  records 50 > r
  fb-metric -m nps --partial r > p
  run -1 --separate-stderr fb-metric -m mean p
  assert_regex "$stderr" "a part of a metric that is not asked for"
  assert_regex "$stderr" "counted with other options"
  run fb-metric --keep --partial r
  assert_failure 2
}

@test "a field without any number is refused, and nothing is written" {
  printf '{"v":%s}\n' '"a"' '"b"' > r
  run --separate-stderr fb-metric -m mean:v -o out r
  assert_failure 2
  assert_equal "${stderr_lines[2]}" "fb-metric: the field 'v' holds no numbers"
  assert_not_exist out
}

@test "a rate is a count by a thousand customers of the base" {
  printf '{"period":"2026-%s","region":"%s","customers":%d}\n' 09 EU 4000 09 US 1000 10 EU 2000 10 US 500 > base
  { for i in $(seq 100); do echo '{"date":"2026-09-10","region":"EU"}'; done
    for i in $(seq 100); do echo '{"date":"2026-10-10","region":"EU"}'; done; } > r
  fb-metric -m rate --base base --by region --per month --asof 2026-10-31 r > m
  assert_equal "$(of rate 'select(.prev) | [.value,.prev.value,.prev.diff,.prev.test,.prev.signal,.stat.base] | tostring')" \
    '[40,20,20,"exact_poisson",true,2500]'
  assert_equal "$(jq -c 'select(.by.region == "EU" and .period == "2026-10") | .value' m)" 50
}

@test "a rate without a base, and a base that is none, are refused" {
  echo '{"date":"2026-09-10"}' > r
  run fb-metric -m rate r
  assert_failure 2
  assert_output "fb-metric: -m 'rate' needs --base FILE: the customers of each period, or those asked"
  echo '{"period":"2026-09","customers":"many"}' > base
  run fb-metric -m rate --base base --per month r
  assert_failure 3
  assert_output 'fb-metric: base:1: no whole number of "customers"'
}

@test "weights stand beside the plain value, with their cost" {
  # mean 9/4, variance 3/2 * 4.875 / 16, n_eff 16/6 by hand
  printf '{"v":%d,"w":%s}\n' 1 1 2 2 4 1 > r
  fb-metric -m mean:v -m share:v@2-4 --weight w r > m
  assert_equal "$(of mean:v '[.value,.est_w.value,.est_w.lo,.est_w.hi,.est_w.n_eff,.est_w.deff] | tostring')" \
    '[2.333333333,2.25,0.9249842542,3.575015746,2.666666667,1.125]'
  assert_equal "$(of share:v '[.value,.est_w.value] | tostring')" '[66.66666667,75]'
}

@test "equal weights change nothing but the name" {
  records 200 | sed 's/}$/,"w":2.5}/' > r
  fb-metric -m nps -m csat:score@9-10 --weight w r > m
  run jq -se 'map(select(.est_w and .n > 0)) | length > 2 and all(.est_w.deff == 1 and .est_w.n_eff == .n
    and ((.est_w.value - .value) | fabs) < 1e-6 and ((.est_w.lo - .lo) | fabs) < 1e-6)' m
  assert_success
}

@test "a weight that is none is bad data; weights of shards add up" {
  printf '{"v":%d,"w":%s}\n' 1 1 2 -3 4 null > r
  run -1 --separate-stderr fb-metric -m mean:v --weight w r
  assert_equal "${stderr_lines[0]}" "fb-metric: r:2: its weight is no number from 0 to 10^9; counted without one"
  assert_regex "$output" '"est_w":\{"value":1,'
  records 600 | awk '{ sub(/}$/, ",\"w\":" (NR % 7 + .25) "}"); print }' > r
  fb-metric -m nps -m mean:ease@1-5 --weight w --by region r > one
  split -n r/3 r part.
  for p in part.*; do fb-metric -m nps -m mean:ease@1-5 --weight w --by region --partial $p; done |
    fb-metric -m nps -m mean:ease@1-5 --weight w --by region | cmp - one
}

# Twelve months of four groups: A speaks less and less, B has fewer and fewer
# customers, C stays, D says nothing for the last two months.
watch_files() {
  awk 'BEGIN {
    for (m = 1; m <= 12; m++) for (g = 0; g < 4; g++) {
      name = substr("ABCD", g + 1, 1)
      n = name == "B" ? 1050 - 50 * m : 1000
      x = name == "A" ? 210 - 12 * m : name == "D" && m > 10 ? 0 : int(n * .15) + m % 3
      printf "{\"period\":\"2026-%02d\",\"city\":\"%s\",\"customers\":%d}\n", m, name, n > "base"
      for (i = 0; i < x; i++)
        printf "{\"date\":\"2026-%02d-15\",\"city\":\"%s\",\"customer\":\"%s%d\"}\n", m, name, name, i > "r"
    }
  }'
}

@test "the decline watch tells who speaks less, who has left and who is silent" {
  watch_files
  fb-metric -m customers --base base --decline --by city --per month --asof 2026-12-31 r > m
  run jq -rc 'select(.fb == "decline" and .by.city) | [.by.city, (.verdict | tostring), .speak.value, .customers.value] | join(" ")' m
  assert_output 'A ["fewer speak"] 6.6 1000
B ["fewer customers"] 14.88888889 450
C [] 15 1000
D ["fewer speak","silent"] 0 1000'
  run jq -c 'select(.fb == "decline" and .by.city == "A") | [.break.p < .05, .speak.t < 0, .periods, .tests, .stat.spoke[0]]' m
  assert_output '[true,true,12,10,198]'
  for p in 1 2; do awk "NR % 2 == $p % 2" r |
    fb-metric -m customers --base base --decline --by city --per month --asof 2026-12-31 --partial; done |
    fb-metric -m customers --base base --decline --by city --per month --asof 2026-12-31 | cmp - m
}

@test "with fewer than six periods the decline watch gives no verdict" {
  watch_files
  sed -n '/2026-\(0[1-5]\)/p' base > b5
  sed -n '/2026-\(0[1-5]\)/p' r > r5
  fb-metric -m customers --base b5 --decline --by city --per month --asof 2026-05-31 r5 > m
  run jq -c 'select(.fb == "decline" and .by.city == "A") | [.periods,.speak.p,.verdict]' m
  assert_output '[5,null,[]]'
  run fb-metric -m customers --decline --per month r5
  assert_failure 2
}

# Two years of four shops by month: A falls from 8 to 5 of 10 in June 2026, B
# wobbles, C has too few months, D rises step by step.
shift_files() {
  awk 'BEGIN {
    for (m = 0; m < 24; m++) for (g = 0; g < 4; g++) {
      name = substr("ABCD", g + 1, 1)
      if (name == "C" && m < 20) continue
      n = 60
      yes = name == "A" ? (m < 17 ? 48 : 30) + m % 2 : \
        name == "B" ? 40 + m * 7 % 5 : 20 + m
      for (i = 0; i < n; i++)
        printf "{\"id\":\"%s%d.%d\",\"date\":\"%d-%02d-15\",\"shop\":\"%s\",\"score\":%d,\"scale\":\"1-5\"}\n",
          name, m, i, 2025 + int(m / 12), m % 12 + 1, name, i < yes ? 5 : 1
    }
  }' > r
}

@test "shifts tell where a level changed and what is noise" {
  shift_files
  fb-metric -m csat -m mean --by shop --per month --period 2026-12 --history 23 --asof 2026-12-31 --shifts r > m
  run jq -rc 'select(.fb == "shift" and .by.shop) | [.by.shop, .break.period, .break.from, .break.until,
    (.break.before | round), (.break.after | round), .break.signal, .limits.rules, .periods, .tests] | tostring' m
  assert_output '["A","2026-06","2026-06","2026-06",81,51,true,[1],24,4]
["B","2025-02","2025-02","2026-12",67,70,false,[],24,4]
["D","2026-01","2025-10","2026-04",43,63,true,[1,2,3],24,4]'
  # B and D by hand: 40 of 60 before 70, 20 to 31 of 60 before 32 to 43
  # one family beside the changes: 4 breaks, and prev and yoy of 2 metrics in
  # 5 cells, of which C has none a year before
  run jq -s 'map(select(.fb == "trail").tests) | .[0]' m
  assert_output "$((4 + 2 * (5 + 4)))"
  run jq -sc 'map(select(.fb == "shift").metric) | unique' m
  assert_output '["csat"]'
  fb-metric -m csat -m mean --by shop --per month --period 2026-12 --history 23 --asof 2026-12-31 r |
    grep -v '"fb":"trail"' > without
  grep -vE '"fb":"(shift|trail)"' m | cmp - without
}

@test "shifts of shards add up, and hidden cells hide them" {
  shift_files
  s=(-m csat --by shop --per month --period 2026-12 --history 23 --asof 2026-12-31 --shifts)
  fb-metric "${s[@]}" r > m
  shuf --random-source=r r > shuffled
  split -n r/3 shuffled part.
  for p in part.*; do fb-metric "${s[@]}" --partial $p; done | fb-metric "${s[@]}" | cmp - m
  run bash -c "fb-metric ${s[*]} --suppress 61 r | grep -c '\"fb\":\"shift\"'"
  assert_output 1
  run -2 fb-metric -m csat --shifts r
  assert_output "fb-metric: --shifts needs --per, such as --per month"
}

@test "drivers have the lift of leaving them out and shares of what is explained" {
  # 40 records: "bad" costs 4 points, "odd" has nothing to do with it
  awk 'BEGIN { for (i = 0; i < 40; i++) printf "{\"v\":%d,\"t\":[%s]}\n", (i % 2 ? 2 : 6) + i % 3,
    i % 2 ? (i % 4 < 2 ? "\"bad\",\"odd\"" : "\"bad\"") : (i % 4 < 2 ? "\"odd\"" : "") }' > r
  fb-metric -m mean:v@0-10 -m csat:v@5-10 --drivers t r > m
  run jq -rc 'select(.fb == "driver" and .metric == "mean:v") | [.value,.n,.records,
    (.lift * 100 | round), (.share * 100 | round), (.r2 * 100 | round)] | tostring' m
  # leaving out "bad" leaves 20 records of mean 6.95, less 4.975 of all
  mean() { jq -s "map(select($1) | .v) | add / length" r; }
  lift=$(jq -n "($(mean '.t | index("bad") | not') - $(mean true)) * 100 | round")
  assert_regex "${lines[0]}" "^\[\"bad\",20,40,$lift,"
  assert_regex "${lines[1]}" '^\["odd",20,40,'
  run jq -se 'map(select(.fb == "driver")) | group_by(.metric) | length == 2 and all(
    (.[0].share > 0.8 and .[1].share < 0.05) and ((map(.share) | add) - .[0].r2 | fabs) < 1e-9)' m
  assert_success
}

@test "drivers of shards add up, and small ones are hidden on request" {
  records 900 > r
  d=(-m nps -m mean:ease@1-5 --drivers themes --per month)
  fb-metric "${d[@]}" r > one
  grep -q '"fb":"driver"' one
  split -n r/3 r part.
  for p in part.*; do fb-metric "${d[@]}" --partial $p; done | shuf --random-source=r |
    fb-metric "${d[@]}" | cmp - one
  fb-metric "${d[@]}" --suppress 100000 r > m
  run grep driver\" m
  assert_failure
}

@test "a response rate is a share of those asked, and no base is told" {
  printf '{"id":"b%d","source":"x","period":"2026-%s","region":"%s","customers":9000,"asked":%d}\n' \
    1 09 EU 400 2 10 EU 500 3 10 US 60 > base
  echo '{"fb":"trail","tool":"fb-ingest"}' >> base
  awk 'BEGIN { for (i = 0; i < 300; i++) printf "{\"id\":\"r%d\",\"date\":\"2026-%s-02\",\"region\":\"%s\"}\n",
    i, i < 100 ? "09" : "10", i < 220 ? "EU" : "US" }' > r
  b=(--by region --per month --asof 2026-10-31)
  fb-metric -m response -m rate --base base "${b[@]}" r > m
  # 120 of 500: Wilson 0.20464 to 0.27933
  run jq -rc 'select(.metric == "response" and .period == "2026-10") |
    [.value, ((.lo // 0) * 100 | round), ((.hi // 0) * 100 | round), .stat.base, .flags, .prev.diff] | tostring' m
  assert_line --index 1 '[24,2046,2793,500,[],-1]'
  assert_line --index 2 '[null,0,0,60,["no_base"],null]'
  run jq -c 'select(.fb == "trail") | .flags' m
  assert_output null
  fb-metric -m count "${b[@]}" r > m
  run jq -c 'select(.fb == "trail") | .flags' m
  assert_output '["self-selected"]'
  sed 's/,"asked":[0-9]*//' base > b2
  run fb-metric -m response --base b2 "${b[@]}" r
  assert_failure 2
  assert_output "fb-metric: -m 'response' needs \"asked\" in 'b2'"
}

@test "customers that stand in two lines of a base are refused" {
  printf '{"period":"2026-10",%s,"customers":9}\n' '"region":"EU"' '"plan":"pro"' > base
  echo '{"id":"a","date":"2026-10-01","region":"EU"}' > r
  run fb-metric -m rate --base base --per month r
  assert_failure 3
  assert_output "fb-metric: base:2: not the fields of the lines before: each customer stands in one line"
}
