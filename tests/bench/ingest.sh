#!/bin/sh
# Measure CSV to records: ingest.sh [FILE.csv [OPTION ...]] prints medians.
#
# fb-ingest with the options, Miller and Python read the file $RUNS times, taking
# turns, and write lines of JSON through a pipe. The elapsed time, the
# processor time and the largest memory of each stand in a row; who is not
# installed has none. Without a file one of $ROWS rows is made.
#
# What keeps it fast, on a million rows of 523 bytes (medians of five, taking
# turns): a line is split where it is copied, 64 bytes a step, and only delimiters
# and quotes are looked at one by one; a column's name is written with its comma
# and copied without a call; a cell of which nothing is said is told by its first
# byte; the place of an id in the table is fetched while the row is written (a
# miss cost 9 % of the time). SHA-256 of rows without an own id takes a quarter:
# nettle uses the processor's instructions for it, and OpenSSL's is no faster (1.4
# GB/s), so a column with an id (-c id=COLUMN) saves two fifths. Splitting by
# SSE2 in place of AVX2 costs 6 %.
set -eu

B=${B:-build}
RUNS=${RUNS:-3}
ROWS=${ROWS:-100000}
DIR=$B/bench
FILE=${1:-$DIR/rows-$ROWS.csv}
[ $# -eq 0 ] || shift
mkdir -p "$DIR"
rm -f "$DIR"/ingest-*.times
[ -s "$FILE" ] || python3 tests/bench/rows.py \
	"${LOUNGES:-examples/lounges/lounges.csv.gz}" "$ROWS" csv > "$FILE"

cat > "$DIR/dictreader.py" <<'PY'
import csv
import json
import sys

with open(sys.argv[1], newline='') as f:
    for row in csv.DictReader(f):
        sys.stdout.write(json.dumps(row) + '\n')
PY

one() { # name, command ...
	name=$1
	shift
	command -v "$1" > /dev/null || return 0
	"$B/tests/bench/timed" "$DIR/ingest-$name.times" "$@" | cat > /dev/null
}

median() { # name, expression of a line's times
	awk "{ print $2 }" "$DIR/ingest-$1.times" | sort -n |
		awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

cat "$FILE" > /dev/null
for run in $(seq "$RUNS"); do
	one fb-ingest "$B/bin/fb-ingest" -q "$@" "$FILE"
	one mlr mlr --icsv --ojsonl cat "$FILE"
	one python python3 "$DIR/dictreader.py" "$FILE"
done
printf '%s: %s bytes, medians of %s runs\n' "${FILE##*/}" "$(wc -c < "$FILE")" "$RUNS"
printf '%-10s %9s %9s %9s\n' '' elapsed processor KiB
for name in fb-ingest mlr python; do
	[ -s "$DIR/ingest-$name.times" ] || continue
	printf '%-10s %9s %9s %9s\n' "$name" "$(median $name '$1')" \
		"$(median $name '$3')" "$(median $name '$2')"
done
for name in mlr python; do
	[ -s "$DIR/ingest-$name.times" ] || continue
	awk -v n="$name" -v e="$(median $name '$1')" -v c="$(median $name '$3')" \
	    -v oe="$(median fb-ingest '$1')" -v oc="$(median fb-ingest '$3')" \
	    'BEGIN { printf "%s takes %.1f times as long, %.1f times the processor\n",
		n, e / oe, c / oc }'
done
