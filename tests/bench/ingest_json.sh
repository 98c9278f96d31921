#!/bin/sh
# Measure JSON input: ingest_json.sh FILE.json [OPTION ...] prints medians.
#
# The file is an array. fb-ingest, with the options, and jq -c '.[]' read it
# five times, taking turns; the ratio is of processor seconds.
set -eu

B=${B:-build}
RUNS=${RUNS:-5}
FILE=${1:?the JSON array to read}
DIR=$B/bench
shift
mkdir -p "$DIR"
rm -f "$DIR"/json_*.times
cat "$FILE" > /dev/null
for run in $(seq "$RUNS"); do
	"$B/tests/bench/timed" "$DIR/json_ours.times" \
	    "$B/bin/fb-ingest" -q -o /dev/null "$@" "$FILE"
	"$B/tests/bench/timed" "$DIR/json_jq.times" \
	    sh -c "jq -c '.[]' '$FILE' > /dev/null"
done

median() {
	sort -n -k "$2,$2" "$DIR/json_$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

for name in ours jq; do
	printf '%-5s %8.3f s %8.3f cpu s %8d KiB\n' "$name" \
	    "$(median "$name" 1)" "$(median "$name" 3)" "$(median "$name" 2)"
done
awk -v o="$(median ours 3)" -v j="$(median jq 3)" \
    'BEGIN { printf "jq takes %.1f times as long\n", j / o }'
