# The record scanner on a public suite of JSON files, and against jansson.
bats_require_minimum_version 1.5.0

setup() {
  B=${B:-$BATS_TEST_DIRNAME/../../build}
  JSON=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}/corpora/json
  [ -e "$JSON/cases.tsv" ] || skip "no corpora/json"
}

@test "every file of the suite gets the expected verdict" {
  run "$B/tests/fuzz/json" "$JSON/cases.tsv"
  echo "$output"
  [ "$status" -eq 0 ]
  [[ "${lines[-1]}" == "accepted 49, rejected 100, decided: kept 5, refused 18, transforms 13, wrong 0" ]]
}

@test "a byte order mark is skipped at the start of a stream" {
  run "$B/tests/bench/scan" "$JSON/files/i_structure_UTF-8_BOM_empty_object.json"
  [ "$status" -eq 0 ]
  [ "$output" = '{"a":1,"b":"x"}' ]
}

@test "300,000 changed lines are judged as jansson judges them" {
  run "$B/tests/fuzz/differential" 300000 "$JSON"/files/*.json "$JSON"/transform/*.json
  echo "$output"
  [ "$status" -eq 0 ]
  [ "${lines[-1]}" = "unexplained: 0" ]
}
