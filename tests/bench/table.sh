#!/bin/sh
# Measure fb-xlsx -k table, its reading back included, beside XlsxWriter for
# Python in its constant_memory mode: table.sh [RECORDS] (default 1,000,000).
#
# Eight columns a record; the two take turns, RUNS times (default 3). Medians.
set -eu

B=${B:-build}
N=${1:-1000000}
RUNS=${RUNS:-3}
DIR=$B/bench
IN=$DIR/table-$N.ndjson

python3 -c 'import xlsxwriter' 2>/dev/null || {
	echo "table.sh: python3-xlsxwriter is not there" >&2; exit 0; }
mkdir -p "$DIR"
[ -s "$IN" ] || python3 - "$N" > "$IN" <<'PY'
import json, random, sys
random.seed(7)
words = ("the delivery came late again and nobody at the desk could tell me "
         "why it took three weeks to answer one simple question").split()
for i in range(int(sys.argv[1])):
    print(json.dumps({
        "id": "app:%08d" % i, "date": "2026-%02d-%02d" % (i % 12 + 1, i % 28 + 1),
        "channel": ("phone", "web", "app")[i % 3], "score": i % 11,
        "text": " ".join(random.choices(words, k=random.randint(3, 25))),
        "region": ("EU", "US", "APAC")[i % 3],
        "amount": round(random.random() * 1000, 2), "plan": "plan %d" % (i % 7)}))
PY

rm -f "$DIR"/table.*.times
for run in $(seq "$RUNS"); do
	"$B/tests/bench/timed" "$DIR/table.ours.times" \
	    "$B/bin/fb-xlsx" -k table --unredacted -o "$DIR/table.xlsx" "$IN"
	"$B/tests/bench/timed" "$DIR/table.python.times" \
	    python3 tests/bench/table.py "$IN" "$DIR/python.xlsx"
done
printf '%s records x 8 columns, medians of %s runs\n' "$N" "$RUNS"
printf '%-8s %9s %9s %10s\n' what seconds 'cpu s' 'peak KiB'
for name in ours python; do
	printf '%-8s' "$name"
	for col in 1 3 2; do
		sort -n -k "$col,$col" "$DIR/table.$name.times" | awk -v c="$col" \
		    '{ v[NR] = $c } END { printf " %9s", v[int((NR + 1) / 2)] }'
	done
	echo
done
