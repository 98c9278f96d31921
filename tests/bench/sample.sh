#!/bin/sh
# Measure fb-sample: sample.sh prints a table of medians.
#
# It reads the records that run.sh makes, taking turns with wc -l and with
# shuf -n 10 from a pipe; all output goes through a pipe. B is the build folder.
set -eu

B=${B:-build}
RUNS=${RUNS:-5}
DIR=$B/bench
ALL=${ALL:-$DIR/1m.ndjson}
FB=$B/bin/fb-sample

[ -s "$ALL" ] || { echo "sample.sh: run run.sh first" >&2; exit 2; }

# NAME COMMAND: one run more.
measure() {
	"$B/tests/bench/timed" "$DIR/$1.times" sh -c "$2 | cat > /dev/null"
}

# The median of column $2 of the runs of $1.
median() {
	sort -n -k "$2,$2" "$DIR/$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

names='wc shuf pipe plain frame by size customer'
for name in $names; do
	rm -f "$DIR/$name.times"
done
cat "$ALL" > /dev/null
for run in $(seq "$RUNS"); do
	measure wc "wc -l '$ALL'"
	measure shuf "cat '$ALL' | shuf -n 10"
	measure pipe "cat '$ALL' | '$FB' -n 10 --no-frame"
	measure plain "'$FB' -n 10 --no-frame '$ALL'"
	measure frame "'$FB' -n 10 '$ALL'"
	measure by "'$FB' -n 100 --no-frame --by channel '$ALL'"
	measure size "'$FB' -n 10 --no-frame --pps score --size-missing 0 '$ALL'"
	measure customer "'$FB' -n 10 --no-frame -s x --per customer '$ALL'"
done

lines=$(median wc 1)
printf '%s bytes, medians of %s runs; shuf and pipe read a pipe\n' \
    "$(wc -c < "$ALL")" "$RUNS"
printf '%-9s %9s %9s %9s %10s\n' what seconds 'x wc -l' 'cpu s' 'peak KiB'
for name in $names; do
	awk -v n="$name" -v s="$(median "$name" 1)" -v w="$lines" \
	    -v m="$(median "$name" 2)" -v c="$(median "$name" 3)" 'BEGIN {
		printf "%-9s %9.3f %9.1f %9.3f %10d\n", n, s, s / w, c, m
	}'
done
