# Real JSON exports, against Python's json module.
setup() {
  load ../helper
  SHARED=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}
  ROWS=$BATS_TEST_DIRNAME/ingest_json.py
}

@test "every real JSON export has its profile, and the rows, days, scores and words that Python finds" {
  run python3 "$ROWS" "$SHARED"
  echo "$output"
  assert_success
}

@test "no JSON export is left out of the table" {
  for file in "$SHARED"/exports/*.json "$SHARED"/data/*.json* ; do
    run grep -F "/${file##*/}'" "$ROWS"
    assert_success
  done
}

@test "the fault files of JSON end as the table says" {
  cd "$SHARED/corpora/faults" || return
  for f in ok no_final_newline blank_lines bom concat crlf; do
    assert_equal "$(fb-ingest -q --scale 0-10 "$f.ndjson" | grep -vc '^{"fb"')" 5
  done
  for f in array.json pretty.json; do
    assert_equal "$(fb-ingest -q --scale 0-10 "$f" | grep -vc '^{"fb"')" 5
  done
  for f in u0000 ls_ps deep_64 lone_surrogate dupkey; do
    assert_equal "$(fb-ingest -q "$f.ndjson" | grep -vc '^{"fb"')" 1
  done
  assert_equal "$(fb-ingest -q lone_surrogate.ndjson | tail -n 1 | jq .mended)" 1
  assert_equal "$(fb-ingest -q --max-bad 1 bignum.ndjson | tail -n 1 | jq .rejected)" 1
  for f in torn_last deep_1000 deep_100000; do
    run fb-ingest "$f.ndjson"
    assert_failure 3
  done
}

@test "JSON that others accept is read, JSON that others refuse is no record" {
  for file in "$SHARED"/corpora/json/files/y_*object*; do
    run fb-ingest -q -p none "$file"
    assert_success
  done
  for file in "$SHARED"/corpora/json/files/n_*; do
    run fb-ingest -q -p none "$file"
    ((status)) || assert_equal "$(grep -vc '^{"fb":"trail"' <<< "$output")" 0
  done
}
