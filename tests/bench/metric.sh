#!/bin/sh
# Measure fb-metric: metric.sh prints medians of CPU and wall clock seconds.
#
# One million records, four metrics, two tables by month: some 10,000 cells.
# mlr gets one stats1 by region and month over a tenth, times ten; pandas reads
# all and groups once for each table. Both do less than fb-metric.
set -eu

B=${B:-build}
PYTHON=${PYTHON:-$(PATH=/usr/bin:$PATH command -v python3)}
RUNS=${RUNS:-3}
DIR=$B/bench
ALL=$DIR/metric.ndjson
PART=$DIR/metric-tenth.ndjson

mkdir -p "$DIR"
[ -s "$ALL" ] || "$PYTHON" tests/bench/metric.py 1000000 > "$ALL"
[ -s "$PART" ] || head -n 100000 "$ALL" > "$PART"
rm -f "$DIR"/m-*.times

# NAME FACTOR COMMAND
measure() {
	"$B/tests/bench/timed" "$DIR/m-$1.times" sh -c "$3"
	echo "$2" > "$DIR/m-$1.factor"
}

median() {
	sort -n -k "$2,$2" "$DIR/m-$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

names=fb-metric
for run in $(seq "$RUNS"); do
	measure fb-metric 1 "'$B/bin/fb-metric' -m nps -m csat -m mean -m count \
	    --by region --by channel,plan --per month '$ALL' > /dev/null"
	if command -v mlr > /dev/null; then
		measure mlr 10 "mlr --ijsonl --ojsonl \
		    put '\$month = substr(\$date, 0, 6)' then \
		    stats1 -a mean,count -f score -g region,month \
		    '$PART' > /dev/null"
	fi
	if "$PYTHON" -c 'import pandas' 2> /dev/null; then
		measure pandas 1 "'$PYTHON' tests/bench/metric_pandas.py '$ALL' \
		    > /dev/null"
	fi
done
command -v mlr > /dev/null && names="$names mlr"
"$PYTHON" -c 'import pandas' 2> /dev/null && names="$names pandas"

ours=$(median fb-metric 3)
printf '%-10s %9s %9s %9s %10s\n' what seconds 'cpu s' 'x our cpu' 'peak KiB'
for name in $names; do
	awk -v n="$name" -v s="$(median "$name" 1)" -v m="$(median "$name" 2)" \
	    -v c="$(median "$name" 3)" -v f="$(cat "$DIR/m-$name.factor")" \
	    -v o="$ours" 'BEGIN {
		printf "%-10s %9.3f %9.3f %9.1f %10d\n",
		    n, s * f, c * f, c * f / o, m
	}'
done
