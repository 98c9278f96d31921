# A report counted on three machines of which one dies.
setup_file() {
  [ "$(id -u)" = 0 ] || skip "needs root, for network namespaces"
  for tool in parallel sshd ip munged slurmctld slurmd; do
    PATH=$PATH:/usr/sbin command -v $tool > /dev/null ||
      skip "needs $tool; sh share/need.sh engines"
  done
  ip netns add fbtest0 2> /dev/null && ip netns del fbtest0 ||
    skip "no network namespaces here"
}

setup() {
  load ../helper
  cd "$BATS_TEST_TMPDIR"
  D=$PWD
  . "$BATS_TEST_DIRNAME/hosts.sh"
  mkdir -p bin
  OPTS=(--period 2025-10 --per month --history 12 --by bank -m count -m csat@4-5 -m mean)
  fb-ingest -p "$ROOT/examples/banks/banks.profile" "$ROOT/examples/banks/reviews.csv.gz" |
    fb-redact > records
  fb-metric "${OPTS[@]}" records > want
  # the tool as a slow machine runs it: it can be caught at work
  real=$(command -v fb-metric)
  printf '#!/bin/sh\nexec "%s/held" "${SLURMD_NODENAME:-here}" "$@"\n' "$D/bin" > bin/fb-metric
  printf '#!/bin/sh\necho "$1 $SSH_CONNECTION" >> %s/started\nshift\nsleep 0.7\nexec "%s" "$@"\n' "$D" "$real" > bin/held
  chmod +x bin/*
}

teardown() {
  hosts_down
  slurm_down
}

# What the stream makes of itself, beside the report of one machine.
same_report() {
  cmp "$1" want
  for lines in "$1" want; do
    fb-anecdote -n 6 -s 2025-10 "$lines" records > paired
    fb-chart -o "$lines.pdf" "$ROOT/examples/banks/labels.ndjson" paired
    fb-xlsx -o "$lines.xlsx" "$ROOT/examples/banks/labels.ndjson" paired
  done
  cmp "$1.pdf" want.pdf
  cmp "$1.xlsx" want.xlsx
}

# Until a piece is at work there.
when_begun() {
  until grep -qs "$1" started; do sleep .05; done
  sleep .2
}

nothing_left() {
  run ip -o link show type bridge
  refute_output --partial fbtest
  run ip netns list
  refute_output --partial fbtest
  run pgrep -f "$D/"
  assert_output ''
}

@test "three hosts by ssh, one of which dies, give the report of one" {
  hosts_up
  (when_begun "$NET.12 "; host_kill 2) 3>&- &
  make -C "$ROOT/examples/many" hosts HOSTS=h1,h2,h3 SHARDS=12 STREAM="$D/many" \
    RECORDS="$D/records" METRIC="${OPTS[*]}" 3>&-
  wait
  cp many/engine/metrics.ndjson got
  run wc -l < started
  assert [ "$output" -gt 12 ] # some piece was begun twice
  hosts_down
  same_report got
  nothing_left
}

@test "three Slurm nodes, one of which dies, give the report of one" {
  slurm_up
  (when_begun 'n2 '; node_kill 2) 3>&- &
  PATH=$D/bin:$PATH make -C "$ROOT/examples/many" slurm SHARDS=12 STREAM="$D/many" \
    RECORDS="$D/records" METRIC="${OPTS[*]}" 3>&-
  wait
  cp many/engine/metrics.ndjson got
  run wc -l < started
  assert [ "$output" -gt 12 ] # some piece was begun twice
  slurm_down
  same_report got
  nothing_left
}
