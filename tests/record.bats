# The record scanner against jansson; the rest of the room is in unit/.
bats_require_minimum_version 1.5.0

@test "30,000 changed lines are judged as jansson judges them" {
  run "${B:-$BATS_TEST_DIRNAME/../build}/tests/fuzz/differential" 30000
  echo "$output"
  [ "$status" -eq 0 ]
  [ "${lines[-1]}" = "unexplained: 0" ]
}
