# fb-anecdote on real words: do the quotes stand for their cells?
bats_require_minimum_version 1.5.0

setup() {
  B=${B:-$BATS_TEST_DIRNAME/../../build}
  DATA=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}/data
  AIR=$DATA/twitter_us_airline.csv.gz
  [ -e "$AIR" ] || skip "no airline tweets"
  cd "$BATS_TEST_TMPDIR" || return
}

airlines() {
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

# FIELD: ten quotes a cell, of the draw without a seed and of three others.
draws() {
  fb-metric -m mean --by "$1" r > m
  for seed in '' 1 2 3; do
    fb-anecdote -n 10 -s "$seed" m r
  done > p
}

@test "quotes of airlines cover their groups, keep the mix and the topics" {
  airlines
  draws airline
  run "$B/tests/bench/quotes" airline r p reason
  echo "$output"
  [ "$status" -eq 0 ]
  # cover, mix, closest and topic of ours; of others cover and topic
  awk '{ n = NF } /^ours/ { ok = $2 >= .95 && $3 <= .05 && $5 < .85
      cover = $2; topic = $6 }
    /^(random|central)/ { ok = ok && $(n - 4) < cover - .1 &&
      topic <= $n - .05; others++ }
    END { exit !(ok && others == 3) }' <<< "$output"
}

@test "quotes of hotels by month cover their groups and keep the mix" {
  [ -e "$DATA/hotel_london_booking.csv.gz" ] || skip "no hotel reviews"
  zcat "$DATA/hotel_london_booking.csv.gz" > hotel.csv
  fb-ingest -q -p "$BATS_TEST_DIRNAME/../../share/profiles/booking-hotel.profile" \
    hotel.csv | python3 -c '
import json, sys
for line in sys.stdin:
    r = json.loads(line)
    if "fb" not in r and "text" in r:
        s = 3 * r["score"]
        print(json.dumps({"id": r["id"], "month": r["date"][:7], "scale": "1-3",
            "score": 1 if s < 10 else 3 if s > 20 else 2, "text": r["text"]}))' > r
  draws month
  run "$B/tests/bench/quotes" month r p
  echo "$output"
  [ "$status" -eq 0 ]
  awk '{ n = NF } /^ours/ { ok = $2 >= .95 && $3 <= .05 && $5 < .85
      cover = $2; mix = $3 }
    /^(random|central)/ { ok = ok && $(n - 4) < cover - .03; others++ }
    /^(random  |central)/ { ok = ok && mix < $(n - 3) - .1 }
    END { exit !(ok && others == 3) }' <<< "$output"
}

@test "every quote is the span of its record" {
  airlines
  run jq -rn --slurpfile r r '
    ($r | map({(.id): .text}) | add) as $text |
    [inputs | select(.voice) | .quotes[] |
      .text as $t | $text[.id] | . == $t or contains($t)] |
    "\(length) \(all)"' p
  [[ $output =~ ^([0-9]+)\ true$ && ${BASH_REMATCH[1]} -ge 70 ]]
}

@test "shuffled tweets give the same bytes" {
  airlines
  shuf --random-source="$AIR" r > s
  [ "$(wc -l < s)" -eq "$(wc -l < r)" ]
  fb-anecdote -n 10 s m | cmp - p
}
