#!/bin/sh
# Measure fb-tag and fb-redact: words.sh [RECORDS] prints a table of medians.
#
# Both read those records, or the ones that run.sh makes, taking turns with
# wc -l, with grep over the same patterns (grep-c: in the C locale), with ten
# rules as a pass of Python's re (re) and with all rules (re-all); these get a
# tenth of the records, and their times are multiplied by ten. B is the build
# folder.
set -eu

B=${B:-build}
RUNS=${RUNS:-5}
DIR=$B/bench
ALL=${1:-$DIR/1m.ndjson}
PART=$DIR/tenth.ndjson
RULES=$DIR/rules.tsv
PATTERNS=$DIR/patterns.txt

[ -s "$ALL" ] || { echo "words.sh: run run.sh first" >&2; exit 2; }
head -n "$(($(wc -l < "$ALL") / 10))" "$ALL" > "$PART"

# Two hundred patterns out of the rules that come with the tools.
cat share/themes/*.tsv | grep -v '^#' | awk -F'\t' 'NF == 3 && !seen[$3]++' |
    head -n 200 > "$RULES"
cut -f 3 "$RULES" | tr -d '*' > "$PATTERNS"

measure() {
	"$B/tests/bench/timed" "$DIR/$1.times" sh -c "$3 | cat > /dev/null"
	echo "$2" > "$DIR/$1.factor"
}

median() {
	sort -n -k "$2,$2" "$DIR/$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

IDS=lib/text/ids_europe.c,lib/text/ids_world.c
names='wc-words tag grep grep-c redact re re-all'
for name in $names; do
	rm -f "$DIR/$name.times"
done
cat "$ALL" > /dev/null
for run in $(seq "$RUNS"); do
	measure wc-words 1 "wc -l '$ALL'"
	measure tag 1 "'$B/bin/fb-tag' --no-lang --themes '$RULES' \
	    --stages /dev/null --alerts /dev/null '$ALL'"
	measure grep 10 "grep -oiF -f '$PATTERNS' '$PART' | wc -l"
	measure grep-c 10 "LC_ALL=C grep -oiF -f '$PATTERNS' '$PART' | wc -l"
	measure redact 1 "'$B/bin/fb-redact' '$ALL'"
	measure re 10 "python3 tests/bench/redact_re.py '$PART'"
	measure re-all 10 "python3 tests/bench/redact_rules.py share/redact $IDS '$PART'"
done

lines=$(median wc-words 1)
bytes=$(wc -c < "$ALL")
printf '%s bytes, %s patterns, medians of %s runs\n' "$bytes" \
    "$(wc -l < "$PATTERNS")" "$RUNS"
printf '%-9s %9s %9s %9s %9s %10s\n' what seconds 'x wc -l' 'cpu s' MB/s 'peak KiB'
for name in $names; do
	awk -v n="$name" -v s="$(median "$name" 1)" -v f="$(cat "$DIR/$name.factor")" \
	    -v w="$lines" -v m="$(median "$name" 2)" -v c="$(median "$name" 3)" \
	    -v b="$bytes" 'BEGIN {
		printf "%-9s %9.3f %9.1f %9.3f %9.0f %10d\n",
		    n, s * f, s * f / w, c * f, b / (s * f) / 1e6, m
	}'
done
