# Runs in shards on engines that lose, double and cut what they carry.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
  mkdir scratch
  # 240 records, some of them with characters written as escapes
  awk 'BEGIN {
    split("Zürich 東京 Bogotá|Sur S\\u00e3o\\u0020Paulo \\ud83d\\ude00 Leeds", place, " ")
    for (i = 0; i < 240; i++)
      printf "{\"id\":\"r%03d\",\"date\":\"2026-%02d-%02d\",\"customer\":\"c%d\",\"score\":%d,\"scale\":\"0-10\",\"city\":\"%s\",\"text\":\"Grüße \\u2014 number %d, 😀 said \\\"no\\\" and waited for a long while\",\"masks\":[]}\n",
        i, 9 + i % 2, i % 28 + 1, i % 90, i * 7 % 11, place[i % 5 + 1], i * 13 % 37
  }' > plain
  fb-tag plain > records
}

# SEED LINES TOOL [OPTION ...]
engines() {
  run python3 "$ROOT/tests/engines.py" records "$2" "$1" 25 scratch -- "${@:3}"
  assert_success
  assert_output 'PySpark, no environment: 25 of 25 the same
Spark in Scala: 25 of 25 the same
a JVM in the locale C: 25 of 25 the same
Hadoop Streaming: 25 of 25 the same
a partition lost: 7 of 7 seen
a partition doubled: 7 of 7 seen
a partition cut between lines: 7 of 7 seen
a partition cut inside a line: 7 of 7 seen
one byte altered: 7 of 7 seen
the input of a partition ended early: 7 of 7 seen
the tool failed unseen: 7 of 7 seen
characters became question marks: 7 of 7 seen'
}

@test "engines give the draw of one run, or are found out" {
  engines 1 /dev/null fb-sample -n 12 -s x --by city
}

@test "engines give the numbers of one run, or are found out" {
  engines 2 /dev/null fb-metric -m nps -m median -m customers --by city --per month --terms 3
}

@test "engines give the quotes of one run, or are found out" {
  fb-metric -m nps --by city --per month records | grep -v '"fb":"trail"' > lines
  engines 3 lines fb-anecdote -n 3 -s 2026-10
}

@test "a byte altered anywhere in a part is found out" {
  run python3 - records <<'EOF'
import random, subprocess, sys
lines = open(sys.argv[1], "rb").read().splitlines(keepends=True)
trail = [l for l in lines if b'"fb":"trail"' in l]
lines = [l for l in lines if b'"fb":"trail"' not in l]
open("manifest", "wb").writelines(trail)
tool = ["fb-metric", "-m", "nps", "--by", "city"]
run = lambda *a, **k: subprocess.run(a, capture_output=True, **k)
parts = [run(*tool, "--partial", input=b"".join(lines[i::2])).stdout for i in (0, 1)]
whole = run(*tool, "--manifest", "manifest", input=b"".join(parts))
assert whole.returncode == 0, whole.stderr
rng, missed = random.Random(7), 0
for _ in range(250):
    at = rng.randrange(len(parts[0]))
    byte = rng.choice([b for b in range(256) if b != parts[0][at]])
    bad = parts[0][:at] + bytes([byte]) + parts[0][at + 1:]
    got = run(*tool, "--manifest", "manifest", input=bad + parts[1])
    # a line feed or a blank between lines that changes nothing is no harm
    if got.returncode != 3 and (got.returncode or got.stdout != whole.stdout):
        missed += 1
        print(at, byte, got.returncode, parts[0][max(0, at - 40):at + 20])
print(missed, "missed")
EOF
  assert_output '0 missed'
}

@test "what came is held against the trail of what was sent" {
  head -100 records > fewer
  run -3 --separate-stderr fb-metric --manifest records fewer
  assert_equal "$stderr" "fb-metric: 'records' tells of 240 records, but 100 came; run the shards again"
  assert_output ''
  sed '7s/c6/c5/' records > other
  run -3 --separate-stderr fb-sample --manifest records other
  assert_equal "$stderr" "fb-sample: as many records came as 'records' tells of, but they are not the same; run the shards again"
  grep -v '"fb"' records > bare
  run -3 fb-sample --manifest bare records
  assert_output --partial "'bare' holds no trail"
  run -3 fb-sample --manifest missing records
  assert_output --partial "cannot open 'missing'"
  fb-metric records > one
  fb-metric --manifest records records | cmp - one
}

# N pieces of a file, each through fb-redact and fb-tag.
map_pieces() {
  local n each=$(($(stat -c %s "$2") / $1 + 1))

  for ((n = 0; n < $1; n++)); do
    fb-redact --range $((n * each)):$each "$2" > r$n
    fb-tag r$n > t$n
  done
}

@test "a map's piece that is lost, doubled or passed by is found out" {
  printf 'id,score,text\n' > export.csv
  for i in $(seq 90); do echo "e$i,$((i % 11)),call me on 020 7946 0$((100 + i)) please"; done >> export.csv
  fb-ingest --scale 0-10 export.csv > sent
  map_pieces 3 sent
  fb-redact sent | fb-tag | fb-metric -m nps | grep -v '"fb":"trail"' > want
  cat t2 t0 t1 | fb-metric -m nps --manifest sent | grep -v '"fb":"trail"' | cmp - want
  for n in 0 1 2; do fb-metric -m nps --partial t$n; done | fb-metric -m nps --manifest sent |
    grep -v '"fb":"trail"' | cmp - want
  fb-tag --manifest sent r1 r2 r0 > /dev/null
  fb-tag --manifest r0 r0 > /dev/null
  cat r0 r1 r2 > all # of several pieces' trails the sum
  fb-tag --manifest all r2 r1 r0 > /dev/null

  run -3 --separate-stderr fb-metric --manifest sent t0 t2
  assert_equal "$stderr" "fb-metric: what fb-redact took in is not what 'sent' tells of; run the shards again"
  assert_output ''
  grep -v '"fb":"trail"' t1 > silent # the records came, their trails did not
  run -3 fb-metric --manifest sent t0 silent t2
  head -5 t1 | cat - t1 > doubled
  run -3 fb-metric --manifest sent t0 doubled t2
  assert_output --regexp "the trails of fb-tag tell of 90 records, but 95 came"
  sed '3s/please/thanks/' t1 > changed
  run -3 fb-metric --manifest sent t0 changed t2
  assert_output --partial 'as many records came as the trails of fb-tag tell of, but they are not the same'
  sed -n 3p sent > raw # one record went round fb-redact
  sed 3d sent > most
  fb-redact most | cat - raw | fb-tag > mixed
  run -3 fb-metric --manifest sent mixed
  assert_output --partial "what fb-redact took in is not what 'sent' tells of"
  run -3 bash -c 'fb-tag --manifest all r0 r1 2> /dev/null | grep -c "\"tool\":\"fb-tag\""; exit ${PIPESTATUS[0]}'
  assert_output 0 # no trail, so that nobody takes it for whole
  run -3 fb-redact --manifest sent most
  run -3 fb-tag --eval --manifest sent r0
}

@test "a part of another version and a part that was cut are refused" {
  fb-metric --partial records > part
  sed 's/"version":"[^"]*"/"version":"9.9"/' part > changed
  run -3 fb-metric changed
  assert_output --partial 'the trail of a part was changed on its way; run its shard again'
  sed '1d' part > cut
  run -3 fb-metric cut
  assert_output 'fb-metric: part lines are missing; run the shards again and merge what each wrote, once'
  (sed -n 1p part; cat part) > more
  run -3 fb-metric more
  assert_output --partial 'there are more part lines than their trails tell of'
  # a run that is partial itself hands on what it is owed
  fb-metric --partial cut > again
  run -3 fb-metric again
  (fb-metric --partial cut; sed -n 1p part) | fb-metric > whole
  fb-metric records | cmp - whole
}

@test "no input is the part that changes nothing" {
  fb-metric -m nps --by city records > one
  for i in 1 2; do fb-metric -m nps --by city --partial < /dev/null; done > none
  fb-metric -m nps --by city --partial records | cat none - | fb-metric -m nps --by city | cmp - one
  fb-sample -n 5 --partial < /dev/null > none
  fb-sample -n 5 records > one
  fb-sample -n 5 --partial records | cat - none | fb-sample -n 5 | cmp - one
}

@test "with --ascii no other byte goes out, and the words are the same" {
  for run in "fb-redact plain" "fb-tag plain" "fb-sample -n 9 records" "fb-metric --by city records"; do
    set -- $run
    "$@" > as_is
    "$1" --ascii "${@:2}" > ascii
    run grep -cP '[^\x00-\x7f]' ascii
    assert_output 0
    jq -cS 'select(.fb != "trail")' as_is > want
    jq -cS 'select(.fb != "trail")' ascii | cmp - want
  done
  # the digest is that of what was written, so that the chain holds
  fb-redact --ascii plain | fb-tag > chain
  run jq -sr 'map(select(.fb == "trail")) | .[0].digest_out == .[1].digest_in' chain
  assert_output true
  printf '{"text":"a\\tb"}\nx,y\n1,caf\xc3\xa9\n' | tail -2 > c.csv
  run fb-ingest --ascii c.csv
  assert_line --partial '"y":"caf\u00e9"'
}

@test "a range is one of the last file" {
  printf '{"fb":"label","name":"a"}\n{"fb":"label","name":"b"}\n' > lines
  printf '{"id":"1"}\n{"id":"2"}\n{"id":"3"}\n' > records
  run bash -c "fb-metric --range 11:11 lines records | jq -c 'select(.fb != \"trail\") | [.name, .n]'"
  assert_output '["a",null]
["b",null]
[null,1]'
}
