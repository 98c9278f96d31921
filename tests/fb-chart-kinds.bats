# The kinds of chart that stand alone: what each shows, and when it says why not.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

# A metric line: name, period, value, further keys.
metric() {
  printf '{"fb":"metric","metric":"%s","period":"%s","value":%s%s}\n' "$1" "$2" "$3" "${4:+,$4}"
}

draw() {
  local kind=$1
  shift
  fb-chart -k "$kind" -o a.pdf "$@"
  pdftotext -layout a.pdf -
}

stages() {
  local period=$1 stage
  shift
  for stage in "$@"; do
    metric mean "$period" "${stage#*=}" "\"n\":50,\"by\":{\"stage\":\"${stage%=*}\"}"
  done
}

@test "a journey stands in the order of its labels, and names who was not heard" {
  for stage in find order wait help leave; do
    echo "{\"fb\":\"label\",\"by\":{\"stage\":\"$stage\"},\"name\":\"${stage^}\"}"
  done > m
  stages 2026-09 help=1.8 find=4.1 wait=3.1 order=4.5 >> m
  metric mean 2026-09 4.4 '"n":7,"flags":["small"],"by":{"stage":"pay"}' >> m
  metric mean 2026-09 4.4 '"n":19,"by":{"stage":""}' >> m
  run draw journey m
  assert_line --regexp 'Find +Order +Wait +Help +Leave +pay'
  assert_output --partial 'no voice'
  assert_output --partial 'fewer'
  assert_output --partial '19 answers belong to no stage'
  assert_output --partial 1.8
  refute_output --partial 4.4
}

@test "a journey shows the period before, also of lines without a comparison" {
  { stages 2026-08 a=4 b=5 c=4; stages 2026-09 a=4 b=2 c=4; } > m
  run draw journey m
  assert_output --partial 'Grey line: August'
  stages 2026-09 a=4 b=2 c=4 > m
  run draw journey m
  refute_output --partial August
}

@test "a journey of one stage is a sentence" {
  stages 2026-09 a=4 > m
  run draw journey m
  assert_output --partial 'no journey to draw'
}
