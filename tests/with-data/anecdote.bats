# fb-anecdote on real words: do the quotes stand for their cells?
bats_require_minimum_version 1.5.0

setup() {
  B=${B:-$BATS_TEST_DIRNAME/../../build}
  AIR=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}/data/twitter_us_airline.csv.gz
  [ -e "$AIR" ] || skip "no airline tweets"
  cd "$BATS_TEST_TMPDIR" || return
  gzip -dc "$AIR" | iconv -c -f UTF-8 -t UTF-8 | python3 -c '
import csv, json, sys
groups = {"negative": 1, "neutral": 2, "positive": 3}
for i, row in enumerate(csv.DictReader(sys.stdin)):
    print(json.dumps({"id": str(i), "customer": row["name"],
        "score": groups[row["airline_sentiment"]], "scale": "1-3",
        "text": row["text"], "airline": row["airline"],
        "reason": row["negativereason"]}))' > r
  fb-metric -m mean --by airline r > m
  fb-anecdote -n 10 m r > p
}

@test "quotes cover their groups, keep the mix and never say the same" {
  run "$B/tests/bench/quotes" airline r p reason
  echo "$output"
  [ "$status" -eq 0 ]
  # cover, mix and closest of ours; cover of random ones
  awk '/^ours/ { ok = $2 >= .95 && $3 <= .05 && $5 < .85; ours = $2 }
    /^random  / { ok = ok && $2 < ours - .2 } END { exit !ok }' <<< "$output"
}

@test "every quote is the span of its record" {
  run jq -rn --slurpfile r r '
    ($r | map({(.id): .text}) | add) as $text |
    [inputs | select(.voice) | .quotes[] |
      .text as $t | $text[.id] | . == $t or contains($t)] |
    "\(length) \(all)"' p
  [[ $output =~ ^([0-9]+)\ true$ && ${BASH_REMATCH[1]} -ge 70 ]]
}

@test "shuffled tweets give the same bytes" {
  shuf --random-source="$AIR" r > s
  [ "$(wc -l < s)" -eq "$(wc -l < r)" ]
  fb-anecdote -n 10 s m | cmp - p
}
