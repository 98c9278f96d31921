# The law of parts: shuffle the lines, cut them into 1 to 7 shards, run each
# with --partial, run once more over all that came out: the bytes of one run.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

# A population that another number makes another: plans of very unequal size,
# customers with several letters, sizes with zeroes, scores, alerts, ids that
# come twice, ids that come with other words, and lines without an id.
population() {
  awk -v seed="$1" 'BEGIN {
    srand(seed)
    n = 60 + int(rand() * 240)
    for (i = 0; i < n; i++) {
      id = rand() < 0.1 ? int(rand() * n) : i
      r = rand()
      plan = r < 0.6 ? "big" : r < 0.9 ? "mid" : r < 0.98 ? "\\u0073mall" : ""
      line = sprintf("\"plan\":\"%s\",\"score\":%d,\"scale\":\"1-5\"", plan,
          1 + int(rand() * 5))
      line = line sprintf(",\"value\":%.2f", rand() < 0.1 ? 0 : rand() ^ 4 * 900)
      if (rand() < 0.9)
        line = line sprintf(",\"customer\":\"c%d\"", int(rand() * n / 3))
      if (rand() < 0.05)
        line = line ",\"alert\":[\"injury\"]"
      if (rand() < 0.05)
        line = line ",\"consent\":false"
      if (rand() < 0.1)
        line = line ",\"text\":\"" int(rand() * 2) "\\n\""
      if (rand() < 0.95)
        line = sprintf("\"id\":\"r%d\",%s", id, line)
      print "{" line "}"
    }
  }' | awk -v seed="$1" 'BEGIN { srand(seed) } { print } rand() < 0.1'
}

# shards FILE COUNT SEED: shuffled into files s.*, some of which may be empty.
shards() {
  rm -f s.*
  shuf --random-source=<(yes "$3") "$1" |
    awk -v k="$2" -v seed="$3" 'BEGIN { srand(seed) }
      { print > ("s." int(rand() * k)) }'
}

# merges ARGS...: in eight populations. For --rate, which passes records on as
# they come, the lines are sorted first.
merges() {
  local i k f
  for i in 1 2 3 4 5 6 7 8; do
    population "$i" >all
    k=$((i % 7 + 1))
    fb-sample -q "$@" all >whole || (($? == 1))
    shards all "$k" "$i"
    for f in s.*; do
      fb-sample -q --partial "$@" "$f" >"p.$f" || (($? == 1))
    done
    cat p.s.* | shuf --random-source=<(yes "$i") >parts
    rm p.s.*
    if [[ " $* " == *" --rate "* ]]; then
      fb-sample -q "$@" parts >merged || (($? == 1))
      sort whole | diff - <(sort merged)
      continue
    fi
    fb-sample -q "$@" parts >merged || (($? == 1))
    diff whole merged
    # Parts of parts, beside records that are in no part yet.
    shards all 3 "$((i + 100))"
    fb-sample -q --partial "$@" s.0 >p.0 || (($? == 1))
    fb-sample -q --partial "$@" s.1 p.0 >p.1 || (($? == 1))
    fb-sample -q "$@" s.2 p.1 >merged || (($? == 1))
    diff whole merged
  done
}

@test "parts of a simple sample give the whole" {
  merges -n 12 -s a
  merges -n 1000
  merges -n 7 --require customer --no-frame
  merges -n 7 --where plan=big --where score!=3
}

@test "parts of a stratified sample give the whole" {
  merges -n 12 -s b --by plan
  merges -n 9 -s b --by plan,score --min 0
  merges -n 12 -s b --by plan --alloc equal
  merges -n 12 -s b --by plan --alloc neyman
}

@test "parts of a sample in proportion to size give the whole" {
  merges -n 10 -s c --pps value
  merges -n 3 --pps value
  merges -n 500 --pps value
}

@test "parts of a sample at a rate hold the same records" {
  merges --rate 0.2 -s d
  merges --rate 0.05 -s d --must-read
}

@test "parts of one letter a customer give the whole" {
  merges -n 12 -s e --per customer
  merges -n 12 -s e --per customer --by plan --exact
}

@test "parts of both sides and of what must be read give the whole" {
  merges -n 11 -s f --both-sides
  merges -n 5 -s f --must-read
  merges -n 5 -s f --must-read --per customer --both-sides
}

@test "parts know whom to withhold and what is compared" {
  printf 'r%d\tasked to be left out\n' 3 5 8 13 >no
  printf 'r21\tcourt\n' >>no
  merges -n 10 --withhold no
  merges -n 10 --represent plan --represent plan,score
  printf '{"plan":"%s","customers":%d}\n' big 500 mid 300 small 100 other 9 >base
  merges -n 30 --base base --by plan
}

@test "what cannot be merged says why" {
  run --separate-stderr fb-sample --partial --systematic date /dev/null
  assert_failure 2
  assert_equal "$stderr" "fb-sample: --systematic needs all records in one line; parts of it cannot be merged, so run it without --partial"
  run --separate-stderr fb-sample --partial --per-customer=strict -s x /dev/null
  assert_failure 2
  [[ $stderr == *"use --per customer with --partial" ]]
}

@test "parts of another draw are refused, and nothing is written" {
  population 1 | sort -u >all
  fb-sample -q --partial -s a all >parts || (($? == 1))
  for args in "-s b" "-s a -n 11" "-s a --by plan"; do
    run --separate-stderr fb-sample $args -o out parts
    assert_failure 2
    [[ $stderr == *"is of another draw"* ]]
    assert_not_exist out
  done
}

@test "a part that was damaged is status 3" {
  echo '{"id":"1"}' | fb-sample --partial | sed 's/"copies":1/"copies":0/' >parts
  run --separate-stderr fb-sample parts
  assert_failure 3
  [[ $stderr == *"not a part that fb-sample --partial wrote"* ]]
}
