# fb-sample beside the expected draws of sample.json: tickets, a simple sample,
# and a stratified one with minimum 0 and 1.
setup() {
  load ../helper
  VECTORS=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}/vectors/sample.json
  cd "$BATS_TEST_TMPDIR"
  jq -c '.population[] | {id, stratum, shard}' "$VECTORS" >all
  seed=$(jq -r .seed "$VECTORS")
}

want() {
  jq -r "$1" "$VECTORS"
}

got() {
  fb-sample -s "$seed" "$@" | jq -r 'select(.fb == null).id'
}

@test "every ticket is the expected one" {
  want '.population[] | .ticket + " " + .id' | LC_ALL=C sort >want
  fb-sample -s "$seed" -n 1000 all |
    jq -r 'select(.fb == null) | .draw.ticket[:16] + " " + .id' >got
  assert_equal "$(wc -l <want)" 300
  diff want got
}

@test "the simple sample is the expected one, in its order" {
  want '.srs[]' >want
  got -n "$(want .srs_n)" all | diff want -
}

@test "the stratified samples are the expected ones" {
  for min in 0 1; do
    want ".strat_min${min}[]" | sort >want
    got -n "$(want .strat_n)" --by stratum --min "$min" all | sort | diff want -
    fb-sample -s "$seed" -n "$(want .strat_n)" --by stratum --min "$min" all |
      jq -cS 'select(.tool == "fb-sample") | .strata | map({(.h): .n}) | add' |
      diff <(jq -cS ".strat_min${min}_alloc" "$VECTORS") -
  done
}

@test "the shards give the whole in any order" {
  for shard in 0 1 2; do
    jq -c "select(.shard == $shard)" all >"shard$shard"
  done
  fb-sample -s "$seed" -n 25 --by stratum all >want
  fb-sample -s "$seed" -n 25 --by stratum shard2 shard0 shard1 | diff want -
  # A simple sample of simple samples is the sample of the whole.
  want '.srs[]' >want
  for shard in 0 1 2; do
    fb-sample -s "$seed" -n 25 "shard$shard"
  done >samples
  got -n 25 samples | diff want -
}

@test "places are shared out as expected" {
  local at n key min
  ALLOC=$(dirname "$VECTORS")/allocation.json
  for at in $(jq 'keys[]' "$ALLOC"); do
    jq -r ".[$at].N | to_entries[] | .key as \$k | range(.value) |
      \"{\\\"id\\\":\\\"\(\$k)-\(.)\\\",\\\"s\\\":\\\"\(\$k)\\\"}\"" "$ALLOC" >all
    n=$(jq ".[$at].n" "$ALLOC")
    for key in largest_remainder largest_remainder_min1; do
      jq -e ".[$at] | has(\"$key\")" "$ALLOC" >/dev/null || continue
      [ $key = largest_remainder ] && min=0 || min=1
      run --separate-stderr fb-sample -n "$n" --by s --min $min all
      if [ "$(jq ".[$at].$key" "$ALLOC")" = null ]; then
        assert_failure 2
        continue
      fi
      assert_success
      jq -cS 'select(.tool == "fb-sample") | .strata | map({(.h): .n}) | add' \
        <<<"$output" | diff <(jq -cS ".[$at].$key" "$ALLOC") -
    done
  done
}

# 2,000 seeds over the population of the vectors. How often each half of each
# stratum is drawn lies within 4 sigma of the sum of the printed chances, and
# so does each record (of 300 records and 4 sigma none is beyond by luck).
@test "records are drawn as often as the printed chances say" {
  for i in $(seq 2000); do
    fb-sample --no-frame -s "$i" -n 30 --by stratum all
  done | jq -r 'select(.fb == null) | [.id, .stratum, .draw.pi] | @tsv' >drawn
  assert_equal "$(wc -l <drawn)" 60000
  jq -r '[.id, .stratum] | @tsv' all | awk -F'\t' '
    FILENAME == "drawn" { n[$1]++; pi[$2] = $3; next }
    { size[$2]++; id[$2, size[$2]] = $1 }
    function far(got, p, k) {
      return (got - 2000 * k * p) ^ 2 > 16 * 2000 * k * p * (1 - p)
    }
    END {
      for (h in size) {
        half[0] = half[1] = m[0] = m[1] = 0
        for (i = 1; i <= size[h]; i++) {
          side = i > size[h] / 2
          half[side] += n[id[h, i]]
          m[side]++
          if (far(n[id[h, i]], pi[h], 1))
            print "record", id[h, i], n[id[h, i]], 2000 * pi[h]
        }
        for (s = 0; s < 2; s++)
          if (far(half[s], pi[h], m[s]))
            print "half", h, s, half[s], 2000 * m[s] * pi[h]
      }
    }' drawn - >far
  diff /dev/null far
}

@test "parts of the vectors' shards give the whole, whatever is drawn" {
  for shard in 0 1 2; do
    jq -c "select(.shard == $shard)" all >"shard$shard"
  done
  for args in "-n 25" "-n 25 --by stratum" "-n 25 --by stratum --alloc equal" \
      "-n 9 --pps shard" "-n 12 --per customer"; do
    fb-sample -s "$seed" $args all >want
    for shard in 2 0 1; do
      fb-sample -s "$seed" $args --partial "shard$shard"
    done | fb-sample -s "$seed" $args | diff want -
  done
}

@test "tweets whose ids a spreadsheet has ruined are each a record, equal rows too" {
  zcat "${VECTORS%/vectors/*}/data/twitter_us_airline.csv.gz" > tweets.csv
  fb-ingest tweets.csv > records
  run python3 - records tweets.csv <<'EOF'
import collections, csv, json, sys
rows = list(csv.reader(open(sys.argv[2], encoding="utf-8", newline="")))[1:]
ids = [json.loads(line)["id"] for line in open(sys.argv[1])
       if not line.startswith('{"fb"')]
equal = sum(n - 1 for n in collections.Counter(map(tuple, rows)).values())
print(len(rows), len(set(ids)), equal, sum("#" in i for i in ids))
EOF
  assert_output '14640 14640 36 36'
  fb-sample -n 14640 -s x records > all
  run jq -c 'select(.fb == "trail" and .tool == "fb-sample") | [.out, .frame.N, .frame.dup_ids]' all
  assert_output '[14640,14640,0]'
  run bash -c 'fb-ingest --unique tweets.csv | jq -c "select(.fb) | [.out, .duplicates]"'
  assert_output '[14604,36]'
}
