#!/bin/sh
# Measure fb-anecdote: anecdote.sh prints medians, beside fb-metric on the same.
#
# MILLIONS (1) million records of metric.py; five quotes for each of the 240
# cells of the regions and months of a region, plan and channel: the latest
# month's, by region, channel and plan. Then one cell, whose one pool of 512 is
# full, of the export's long reviews, against the same with 8 texts a pool: what
# lies between is the selection, with the reading of the texts.
set -eu

B=${B:-build}
PYTHON=${PYTHON:-$(PATH=/usr/bin:$PATH command -v python3)}
RUNS=${RUNS:-3}
MILLIONS=${MILLIONS:-1}
DIR=$B/bench
ALL=$DIR/metric.ndjson
[ "$MILLIONS" = 1 ] || ALL=$DIR/metric-$MILLIONS.ndjson
EXPORT=${LOUNGES:-examples/lounges/lounges.csv.gz}

mkdir -p "$DIR"
[ -s "$ALL" ] || "$PYTHON" tests/bench/metric.py "${MILLIONS}000000" > "$ALL"
"$B/bin/fb-metric" -m mean --by region,plan,channel "$ALL" |
    awk '/"fb":"metric"/ && /"plan"/ && n++ < 240' \
    > "$DIR/a-cells"
"$PYTHON" tests/bench/records.py "$EXPORT" 512 > "$DIR/a-pool"
head -n 8 "$DIR/a-pool" > "$DIR/a-few"
for name in pool few; do
	"$B/bin/fb-metric" -m count "$DIR/a-$name" |
	    grep '"fb":"metric"' | head -n 1 > "$DIR/a-$name.line"
done
rm -f "$DIR"/a-*.times

# NAME COMMAND
measure() {
	"$B/tests/bench/timed" "$DIR/a-$1.times" sh -c "$2 > /dev/null"
}

median() {
	sort -n -k "$2,$2" "$DIR/a-$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

TEN='for i in 0 1 2 3 4 5 6 7 8 9; do'
for run in $(seq "$RUNS"); do
	measure metric "'$B/bin/fb-metric' -m mean --by region,plan,channel \
	    '$ALL'"
	measure anecdote "'$B/bin/fb-anecdote' -n 5 '$DIR/a-cells' '$ALL'"
	for name in pool few; do
		measure "$name" "$TEN '$B/bin/fb-anecdote' -n 5 \
		    '$DIR/a-$name.line' '$DIR/a-$name'; done"
	done
done

printf '%s cells, %s million records\n' "$(wc -l < "$DIR/a-cells")" "$MILLIONS"
printf '%-9s %9s %9s %10s\n' what seconds 'cpu s' 'peak KiB'
for name in metric anecdote; do
	printf '%-9s %9.3f %9.3f %10d\n' "$name" "$(median "$name" 1)" \
	    "$(median "$name" 3)" "$(median "$name" 2)"
done
awk -v a="$(median pool 3)" -v b="$(median few 3)" \
    'BEGIN { printf "selection: %.1f ms of processor a pool of 512\n",
    (a - b) * 100 }'
