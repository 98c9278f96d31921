#!/bin/sh
# Measure the scan: run.sh [EXPORT.csv[.gz]] prints a table of medians.
#
# One million records are made out of the export (or $LOUNGES, or the one in
# examples/lounges) and every command reads them five times, taking turns. All
# output goes through a pipe. jq and mlr get a tenth of it only, the first
# 100,000 records, and their times are multiplied by ten.
set -eu

B=${B:-build}
EXPORT=${1:-${LOUNGES:-examples/lounges/lounges.csv.gz}}
RUNS=${RUNS:-5}
DIR=$B/bench
ALL=$DIR/1m.ndjson
PART=$DIR/100k.ndjson

[ -r "$EXPORT" ] || { echo "run.sh: cannot read '$EXPORT'" >&2; exit 2; }
mkdir -p "$DIR"
[ -s "$ALL" ] || python3 tests/bench/records.py "$EXPORT" 1000000 > "$ALL"
[ -s "$PART" ] || head -n 100000 "$ALL" > "$PART"

# NAME FACTOR COMMAND: one run more.
measure() {
	"$B/tests/bench/timed" "$DIR/$1.times" sh -c "$3"
	echo "$2" > "$DIR/$1.factor"
}

# The median of column $2 of the runs of $1.
median() {
	sort -n -k "$2,$2" "$DIR/$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

rm -f "$DIR"/*.times
names='wc cat scan'
cat "$ALL" > /dev/null
for run in $(seq "$RUNS"); do
	measure wc 1 "wc -l '$ALL' | cat > /dev/null"
	measure cat 1 "cat '$ALL' | cat > /dev/null"
	measure scan 1 "'$B/tests/bench/scan' '$ALL' | cat > /dev/null"
	if command -v jq > /dev/null; then
		measure jq 10 "jq -c '.+{a:1,b:\"x\"}' '$PART' | cat > /dev/null"
	fi
	if command -v mlr > /dev/null; then
		measure mlr 10 "mlr --ijsonl --ojsonl put '\$a=1;\$b=\"x\"' '$PART' | cat > /dev/null"
	fi
done
command -v jq > /dev/null && names="$names jq"
command -v mlr > /dev/null && names="$names mlr"

ours=$(median scan 1)
lines=$(median wc 1)
printf '%s bytes, medians of %s runs; jq and mlr: a tenth, times ten\n' \
    "$(wc -c < "$ALL")" "$RUNS"
printf '%-6s %9s %9s %9s %9s %10s\n' what seconds 'x wc -l' 'x ours' \
    'cpu s' 'peak KiB'
for name in $names; do
	awk -v n="$name" -v s="$(median "$name" 1)" -v f="$(cat "$DIR/$name.factor")" \
	    -v w="$lines" -v o="$ours" -v m="$(median "$name" 2)" \
	    -v c="$(median "$name" 3)" 'BEGIN {
		printf "%-6s %9.3f %9.1f %9.2f %9.3f %10d\n",
		    n, s * f, s * f / w, s * f / o, c * f, m
	}'
done
echo
sh tests/bench/metric.sh
echo
sh tests/bench/words.sh

python3 tests/bench/mail.py
