# The record scanner against jansson; the rest of the room is in unit/.
bats_require_minimum_version 1.5.0

@test "30,000 changed lines are judged as jansson judges them" {
  run "${B:-$BATS_TEST_DIRNAME/../build}/tests/fuzz/differential" 30000
  echo "$output"
  [ "$status" -eq 0 ]
  [ "${lines[-1]}" = "unexplained: 0" ]
}

@test "a range is one of the last file" {
  printf '{"fb":"label","name":"a"}\n{"fb":"label","name":"b"}\n' > lines
  printf '{"id":"1"}\n{"id":"2"}\n{"id":"3"}\n' > records
  run bash -c "fb-metric --range 11:11 lines records | jq -c 'select(.fb != \"trail\") | [.name, .n]'"
  assert_output '["a",null]
["b",null]
[null,1]'
}
