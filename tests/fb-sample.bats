setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

# Records with every oddity that must not matter: copies, copies that differ,
# an id in two plans, none at all, blanks, an older draw, other lines.
population() {
  local i
  for i in $(seq 1 300); do
    printf '{"id":"r%d","plan":"p%d","text":"word %d"}\n' "$i" $((i % 7)) "$i"
  done
  for i in $(seq 1 2 300); do
    printf '{"id":"r%d","plan":"p%d","text":"word %d"}\n' "$i" $((i % 7)) "$i"
  done
  for i in $(seq 1 3 300); do
    printf '{"id":"r%d","plan":"p%d","text":"other words"}\n' "$i" $((i % 7))
    printf '{"id":"r%d","plan":"p%d"}\n' "$i" $((i % 5))
    printf ' { "plan" : "p%d", "draw":{"n":1}, "text":"no id %d" } \r\n' $((i % 7)) "$i"
    printf '{"plan":"p%d"}\n' $((i % 7))
    printf '{"id":"c%d","plan":"p1","consent":false}\n' "$i"
  done
}

# Run with the same arguments on the file as it is, shuffled, and cut in three.
any_order_is_the_same() {
  local want status_want i
  want=$(fb-sample "$@" all 2>err) && status_want=0 || status_want=$?
  for i in 1 2 3; do
    shuf --random-source=<(yes "$i") all >shuffled
    split -n l/3 shuffled part.
    run --separate-stderr fb-sample "$@" part.ac part.aa part.ab
    assert_equal "$status" "$status_want"
    assert_equal "$output" "$want"
    assert_equal "$stderr" "$(cat err)"
  done
}

records() {
  jq -c 'select(.fb == null)'
}

trail() {
  jq -c 'select(.tool == "fb-sample")' | tail -n 1
}

@test "order and files do not change a simple sample" {
  population >all
  any_order_is_the_same -n 40 -s oct
  any_order_is_the_same -n 1 -s oct
  any_order_is_the_same -n 5000 -s oct
}

@test "order and files do not change a stratified sample" {
  population >all
  any_order_is_the_same -n 40 -s oct --by plan
  any_order_is_the_same -n 9 -s oct --by plan --min 0
  any_order_is_the_same -n 300 -s oct --by plan,text --min 0
  any_order_is_the_same -n 5000 -s oct --by plan --require text
}

@test "a ticket is what sha256sum says" {
  run fb-sample -s 2026-10 <<<'{"id":"M\u00fcller \"7\""}'
  assert_success
  assert_equal "$(head -n 1 <<<"$output" | jq -r .draw.ticket)" \
    "$(printf 'fb-sample/1\n2026-10\nMüller "7"' | sha256sum | cut -d' ' -f1)"
}

@test "the smallest tickets are drawn, in ascending order" {
  local i
  for i in $(seq 1 60); do
    printf '%s r%d\n' "$(printf 'fb-sample/1\nx\nr%d' "$i" | sha256sum | cut -c1-64)" "$i"
  done | LC_ALL=C sort | head -n 12 | cut -d' ' -f2 >want
  for i in $(seq 1 60); do echo "{\"id\":\"r$i\"}"; done |
    fb-sample -n 12 -s x | records | jq -r .id >got
  diff want got
}

@test "the first lines of a simple sample are a smaller sample" {
  population >all
  fb-sample -n 50 all 2>/dev/null | records | jq -r .id | head -n 8 >want
  fb-sample -n 8 all 2>/dev/null | records | jq -r .id >got
  diff want got
}

@test "the draw stands on the record as its last key" {
  run fb-sample -n 2 --by plan < <(
    for i in 1 2 3 4; do echo "{\"id\":\"$i\",\"plan\":\"pro\"}"; done
    for i in 5 6; do echo "{\"id\":\"$i\",\"plan\":\"free\"}"; done)
  assert_success
  assert_equal "$(records <<<"$output" | jq -c '[.draw.stratum, .draw.N, .draw.n, .draw.pi]' | sort)" \
'[{"plan":"free"},2,1,0.5]
[{"plan":"pro"},4,1,0.25]'
  assert_equal "$(records <<<"$output" | jq -c 'keys_unsorted[-1]' | uniq)" '"draw"'
}

@test "blanks inside a record survive the draw" {
  printf ' { "id" : 1 } \r\n{ }\n{"draw":{},"id":"2"}\n{"id":3,"draw":7}\n' >all
  fb-sample all >out
  sed -E 's/,?"draw":\{[^{}]*\{\}[^{}]*\}//' out | grep -v '"fb"' | sort >got
  printf '{ "id" : 1 }\n{ }\n{"id":"2"}\n{"id":3}\n' | sort >want
  diff want got
  assert_equal "$(trail <out | jq .digest_out)" "$(fb-sample -n 1 out | trail | jq .digest_in)"
}

@test "an old draw changes nothing and is replaced" {
  fb-sample -s a <<<'{"id":"1","text":"x"}' >once
  fb-sample -s b once | records >twice
  fb-sample -s b <<<'{"id":"1","text":"x"}' | records | diff - twice
}

@test "each stratum has its minimum, and --min 0 lifts it" {
  for i in $(seq 1 97); do echo "{\"id\":\"a$i\",\"plan\":\"big\"}"; done >all
  printf '{"id":"b","plan":"one"}\n{"id":"c"}\n{"id":"d","plan":[]}\n' >>all
  run fb-sample -n 4 --by plan all
  assert_success
  assert_equal "$(trail <<<"$output" | jq -c '[.method, .alloc, .min, [.strata[] | [.h, .N, .n]]]')" \
    '["strat","lr",1,[["",2,1],["big",97,2],["one",1,1]]]'
  run fb-sample -n 4 --by plan --min 0 all
  assert_equal "$(trail <<<"$output" | jq -c '[.strata[] | .n]')" '[0,4,0]'
}

@test "too many strata are status 2 and nothing is written" {
  for i in $(seq 1 14); do echo "{\"id\":\"$i\",\"plan\":\"p$i\"}"; done >all
  for i in $(seq 1 9000); do echo "{\"fb\":\"label\",\"metric\":\"nps\",\"name\":\"number $i\"}"; done >>all
  run --separate-stderr fb-sample --by plan all
  assert_failure 2
  assert_output ""
  assert_equal "$stderr" "fb-sample: n=10 < 14 strata; use --min 0"
  run fb-sample --by plan --min 0 all
  assert_success
  run --separate-stderr fb-sample --by plan -n 13 --min 0 -o kept all
  run --separate-stderr fb-sample --by plan -n 13 -o kept all
  assert_failure 2
  assert_equal "$(records <kept | wc -l)" 13
  for i in $(seq 1 6); do echo "{\"id\":\"$i\",\"plan\":$((i % 2))}"; done >two
  run --separate-stderr fb-sample --by plan -n 5 --min 3 two
  assert_failure 2
  assert_equal "$stderr" "fb-sample: n=5 is too few for --min 3 in each of 2 strata; use a smaller --min"
}

@test "fields are crossed, and an array of several values is a stratum" {
  printf '%s\n' '{"id":"1","b":["x"],"a":1}' '{"id":"2","b":"x","a":"1"}' \
    '{"id":"3","b":["x","y"],"a":null}' >all
  run fb-sample --by b,a all
  assert_success
  assert_equal "$(trail <<<"$output" | jq -c '[.by, [.strata[] | [.h, .N]]]')" \
    '[["a","b"],[[["","[\"x\",\"y\"]"],1],[["1","x"],2]]]'
  assert_equal "$(records <<<"$output" | jq -c 'select(.id == "3").draw.stratum')" \
    '{"a":"","b":"[\"x\",\"y\"]"}'
}

@test "no consent and missing words keep a record out, and are counted" {
  printf '%s\n' '{"id":"1","text":"x","consent":false}' '{"id":"2","text":" "}' \
    '{"id":"3"}' '{"id":"4","text":"x","consent":true}' '{"id":"5","text":[]}' >all
  run fb-sample --require text all
  assert_success
  assert_equal "$(records <<<"$output" | jq -r .id)" 4
  assert_equal "$(trail <<<"$output" | jq -c '[.no_consent, .ineligible, .frame.N]')" '[1,3,1]'
  run fb-sample all
  assert_equal "$(records <<<"$output" | jq -r .id | sort | tr -d '\n')" 2345
}

@test "copies are drawn once; those that differ are named and refused" {
  printf '%s\n' '{"id":"a","text":"1"}' '{"id":"a","text":"1"}' '{"id":"b"}' \
    '{"id":"b","x":1}' '{"id":"b","x":1}' >all
  run --separate-stderr fb-sample --rejects bad all
  assert_failure 1
  assert_equal "$(records <<<"$output" | wc -l)" 2
  small=$(for line in '{"id":"b"}' '{"id":"b","x":1}'; do
    printf '%s %s\n' "$(printf 'b\0%s' "$line" | sha256sum | cut -c1-64)" "$line"
  done | sort | head -n 1 | cut -d' ' -f2-)
  assert_equal "$(records <<<"$output" | jq -c 'select(.id == "b") | del(.draw)')" "$small"
  grep '"b"' all | grep -vxF "$small" | diff - bad
  n=$(wc -l <bad)
  assert_equal "$stderr" "fb-sample: id 'b' came again with other content ($n); make ids unique first"
  assert_equal "$(trail <<<"$output" | jq -c '[.duplicates, .rejected, .frame.N, .frame.dup_ids]')" \
    "[$((3 - n)),$n,2,2]"
  run fb-sample --strict all
  assert_failure 1
}

@test "equal lines without an id are one record" {
  run fb-sample <<<$'{"x":1}\n{"x":1}\n{"x":2}'
  assert_success
  assert_equal "$(trail <<<"$output" | jq -c '[.n, .duplicates, .frame.no_id]')" '[2,1,3]'
  assert_equal "$(records <<<"$output" | jq -r 'select(.x == 2).draw.ticket')" \
    "$(printf 'fb-sample/1\n\n%s' "$(printf '{"x":2}' | sha256sum | cut -c1-64)" | sha256sum | cut -c1-64)"
}

@test "the trail accounts for every record" {
  { population; echo oops; } >all
  run --separate-stderr fb-sample --where plan!=p3 --require text -n 30 all
  assert_failure 1
  assert_equal "$(trail <<<"$output" | jq '.in == .out + .filtered + .rejected +
    .duplicates + .no_consent + .ineligible + .undrawn')" true
  assert_equal "$(trail <<<"$output" | jq .in)" "$(wc -l <all)"
  assert_equal "$(trail <<<"$output" | jq '[.rejected, .undrawn, .filtered] | all(. > 0)')" true
}

@test "the certificate can be checked by hand" {
  population | grep word | grep -v other | sort -u >all
  run fb-sample -n 10 -s 2026-10 all
  assert_success
  assert_equal "$(trail <<<"$output" | jq -r .ids_sha256)" \
    "$(records <<<"$output" | jq -r .id | sha256sum | cut -c1-64)"
  assert_equal "$(trail <<<"$output" | jq -r '.strata[0].last')" \
    "$(records <<<"$output" | tail -n 1 | jq -r .draw.ticket)"
  assert_equal "$(trail <<<"$output" | jq -r '.strata[0].next')" \
    "$(fb-sample -n 11 -s 2026-10 all | trail | jq -r '.strata[0].last')"
  assert_equal "$(fb-sample <<<'{"id":"a"}' | trail | jq -r .frame.digest)" \
    "$(printf 'a\0{"id":"a"}' | sha256sum | cut -c1-64)"
}

@test "one changed byte anywhere in the frame changes its digest" {
  population >all
  sed '7s/word/wOrd/' all >forged
  a=$(fb-sample -n 1 all 2>/dev/null | trail | jq .frame.digest)
  assert_not_equal "$a" "$(fb-sample -n 1 forged 2>/dev/null | trail | jq .frame.digest)"
}

@test "the trail says where the seed is from" {
  source_of() {
    fb-sample "$@" <<<'{"id":"1","date":"2026-10-03"}' | trail | jq -r .seed_source
  }
  assert_equal "$(source_of)" empty
  assert_equal "$(source_of --period 2026-10 -s 2026-10)" period
  assert_equal "$(source_of --period 2026-10 -s lucky)" user
  assert_equal "$(source_of -s 2026-10)" user
}

@test "nothing to draw is an empty sample, and status 1 only on request" {
  run --separate-stderr fb-sample --by plan /dev/null
  assert_success
  assert_equal "$(trail <<<"$output" | jq -c '[.n, .frame.N, .strata, .flags]')" '[0,0,[],[]]'
  assert_equal "$stderr" ""
  run fb-sample --fail-empty --where x=y <<<'{"id":"1"}'
  assert_failure 1
}

@test "no more records than asked for are a census" {
  run fb-sample -n 3 <<<$'{"id":"1"}\n{"id":"2"}\n{"id":"3"}'
  assert_success
  assert_equal "$(records <<<"$output" | jq -c .draw.pi | uniq)" 1
  assert_equal "$(trail <<<"$output" | jq -c '[.flags, .strata[0].next]')" '[["census"],null]'
}

@test "other lines come first and trails last, in pipeline order" {
  printf '%s\n' '{"fb":"trail","tool":"fb-tag"}' '{"id":"1","plan":"a"}' '{"fb":"trail","tool":"fb-ingest"}' \
    '{"fb":"label","metric":"nps"}' '{"fb":"trail","tool":"fb-tag"}' >all
  for by in "" "--by=plan"; do
    run fb-sample $by all
    assert_success
    assert_equal "$(jq -r '.fb // "record" | . + " "' <<<"$output" | tr -d '\n')" \
      "label record trail trail trail "
    assert_equal "$(jq -r '.tool // empty' <<<"$output" | tr '\n' ' ')" "fb-ingest fb-tag fb-sample "
  done
}

@test "a wrong command line is status 2" {
  local args
  for args in "--by a --by b" "--by a,,b" "--by a,a" "-n 0" "--min x"; do
    run --separate-stderr fb-sample $args <<<'{}'
    assert_failure 2
    assert_output ""
  done
  run --separate-stderr fb-sample -s $'two\nlines' <<<'{}'
  assert_failure 2
  assert_equal "$stderr" "fb-sample: --seed: more than one line"
}

@test "the manual's ticket is right" {
  page=$BATS_TEST_DIRNAME/../cmd/fb-sample/fb-sample.1
  command=$(page_text "$page" | sed -n 's/^ *\$ \(printf.*sha256sum\)$/\1/p')
  run bash -c "$command"
  assert_success
  grep -qxF "$output" "$page"
  run fb-sample -s 2026-10 <<<'{"id":"mail:4711"}'
  assert_equal "$(records <<<"$output" | jq -r .draw.ticket)" "$(bash -c "$command" | cut -c1-64)"
}
