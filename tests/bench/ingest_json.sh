#!/bin/sh
# Measure JSON input: ingest_json.sh [FILE.json [OPTION ...]] prints medians.
#
# The file is an array; without one an array of $ROWS objects is made. fb-ingest,
# with the options, and jq -c '.[]', if it is installed, read it $RUNS times,
# taking turns; the ratio is of processor seconds.
#
# What keeps it fast: bytes that need thought are marked 512 bytes ahead of an
# element's scan, since a run of 2,048 marks mostly what the next element marks
# again (a third of the marking); keys behind ", " go the short way as those
# behind "," do; answers of a few digits are read and written without a
# division; values of which nothing is said go out as they are written. A quarter
# of what is left is SHA-256, for ids of elements that have none.
set -eu

B=${B:-build}
RUNS=${RUNS:-3}
ROWS=${ROWS:-100000}
DIR=$B/bench
FILE=${1:-$DIR/rows-$ROWS.json}
[ $# -eq 0 ] || shift
names=ours
command -v jq > /dev/null && names='ours jq'
mkdir -p "$DIR"
[ -s "$FILE" ] || python3 tests/bench/rows.py \
	"${LOUNGES:-examples/lounges/lounges.csv.gz}" "$ROWS" json > "$FILE"
rm -f "$DIR"/json_*.times
cat "$FILE" > /dev/null
for run in $(seq "$RUNS"); do
	"$B/tests/bench/timed" "$DIR/json_ours.times" \
	    "$B/bin/fb-ingest" -q -o /dev/null "$@" "$FILE"
	[ "$names" = ours ] || "$B/tests/bench/timed" "$DIR/json_jq.times" \
	    sh -c "jq -c '.[]' '$FILE' > /dev/null"
done

median() {
	sort -n -k "$2,$2" "$DIR/json_$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

printf '%s: %s bytes, medians of %s runs\n' "${FILE##*/}" \
    "$(wc -c < "$FILE")" "$RUNS"
for name in $names; do
	printf '%-5s %8.3f s %8.3f cpu s %8d KiB\n' "$name" \
	    "$(median "$name" 1)" "$(median "$name" 3)" "$(median "$name" 2)"
done
[ "$names" = ours ] || awk -v o="$(median ours 3)" -v j="$(median jq 3)" \
    'BEGIN { printf "jq takes %.1f times as long\n", j / o }'
