# What scores teach about words, and how good the greedy picks are.
bats_require_minimum_version 1.5.0

setup() {
  load ../helper
  DATA=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}/data
  BENCH=${B:-$BATS_TEST_DIRNAME/../../build}/tests/bench
  cd "$BATS_TEST_TMPDIR" || return
}

# The chance that a low text has a higher score than a high one.
auc() {
  sort -n | awk '
    function flush() {
      sum += n[1] * (all[0] + n[0] / 2)
      all[0] += n[0]; all[1] += n[1]; n[0] = n[1] = 0
    }
    $1 != last { flush(); last = $1 }
    { n[$2]++ }
    END { flush(); printf "%.3f\n", 1 - sum / (all[0] * all[1]) }'
}

@test "held-out complaints are told from praise" {
  [ -e "$DATA/clothing_1000.csv" ] || skip "no clothing reviews"
  python3 -c '
import csv, json, sys
for i, row in enumerate(csv.DictReader(sys.stdin)):
    if row["Review Text"]:
        print(json.dumps({"id": f"c{i}", "score": int(row["Rating"]),
            "scale": "1-5", "text": row["Review Text"]}))' \
    < "$DATA/clothing_1000.csv" > r
  "$BENCH/happy" held-out 3 5 r > scores
  auc=$(auc < scores)
  echo "AUC $auc of $(cut -f2 scores | sort | uniq -c | tr -s ' \n' ' ')"
  awk -v auc="$auc" 'BEGIN { exit !(auc >= .9 && auc < 1) }'
  # Words that teach nothing tell nothing apart.
  shuf --random-source=r scores | cut -f1 > a
  cut -f2 scores | paste a - | auc > blind
  awk '{ exit !($1 > .4 && $1 < .6) }' blind
}

@test "what is surfaced beside high scores complains" {
  [ -e "$DATA/hotel_london_booking.csv.gz" ] || skip "no hotel reviews"
  zcat "$DATA/hotel_london_booking.csv.gz" > hotel.csv
  fb-ingest -q -p "$ROOT/share/profiles/booking-hotel.profile" hotel.csv > r
  "$BENCH/happy" surfaced 6 9 r > sentences
  run python3 "$BATS_TEST_DIRNAME/happy_but.py" hotel.csv sentences
  echo "$output"
  assert_success
}

@test "greedy picks of real pools are nearly the best there are" {
  [ -e "$DATA/twitter_us_airline.csv.gz" ] || skip "no airline tweets"
  zcat "$DATA/twitter_us_airline.csv.gz" | iconv -c -f UTF-8 -t UTF-8 |
    python3 -c '
import csv, json, sys
for i, row in enumerate(csv.DictReader(sys.stdin)):
    print(json.dumps({"id": str(i), "score": row["airline_sentiment"],
        "text": row["text"], "airline": row["airline"]}))' > r
  run "$BENCH/greedy" airline 25 r
  echo "$output"
  [[ ${lines[-1]} =~ ^25\ pools:\ mean\ ([0-9.]+),\ worst\ ([0-9.]+)$ ]]
  awk -v mean="${BASH_REMATCH[1]}" 'BEGIN { exit !(mean >= .99 && mean <= 1) }'
}
