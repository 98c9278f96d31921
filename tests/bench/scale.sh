#!/bin/sh
# Measure a run in pieces: scale.sh prints medians of wall clock seconds.
#
# One process against two pieces of the same file at the same time and their
# merge; what a piece writes, at 1 and 10 million records; and what starting a
# piece costs by itself. MANY=1 makes do with one million.
set -eu

B=${B:-$PWD/build}
RUNS=${RUNS:-5}
MANY=${MANY:-10}
DIR=$B/bench
ONE=$DIR/metric.ndjson
[ -s "$ONE" ] || { echo "scale.sh: run metric.sh first" >&2; exit 2; }

PATH=$B/bin:$PATH
metric='fb-metric -m nps -m csat -m mean -m count --by region --per month'
sample='fb-sample -n 100 -s x --by region'
anecdote='fb-anecdote -q -s x'

measure() {
	"$B/tests/bench/timed" "$DIR/s-$1.times" sh -c "$2"
}

median() {
	sort -n -k "$2,$2" "$DIR/s-$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

# FILE PIECES: OFFSET:LENGTH a line.
ranges() {
	each=$(($(wc -c < "$1") / $2 + 1))
	for n in $(seq 0 $(($2 - 1))); do echo "$((n * each)):$each"; done
}

# NAME FILE COMMAND [MERGE]: alone, in two pieces, and the bytes of a piece.
compare() {
	ranges "$2" 2 > "$DIR/two"
	for run in $(seq "$RUNS"); do
		measure "$1-one" "$3 '$2' > '$DIR/want'"
		measure "$1-two" "xargs -a '$DIR/two' -P 2 -I {} sh -c \
		    '$3 --partial --range {} -o $DIR/{}.part $2' &&
		    cat '$DIR'/*:*.part | ${4:-$3} > '$DIR/got'"
		cmp "$DIR/want" "$DIR/got"
	done
	bytes=$(cat "$DIR"/*:*.part | wc -c)
	rm -f "$DIR"/*:*.part
	awk -v n="$1" -v o="$(median "$1-one" 1)" -v t="$(median "$1-two" 1)" \
	    -v m="$(median "$1-one" 2)" -v b=$((bytes / 2)) 'BEGIN {
		printf "%-16s %9.3f %9.3f %9.2f %10d %10d\n", n, o, t, t / o, m, b
	}'
}

# What a piece that holds nothing costs.
start() {
	ranges "$ONE" 1 | sed 's/.*/0:0/;p;p;p;p;p;p;p' > "$DIR/none"
	for n in 1 2 3 4 5 6 7; do cat "$DIR/none"; done > "$DIR/fifty"
	count=$(wc -l < "$DIR/fifty")
	for run in $(seq "$RUNS"); do
		measure xargs "xargs -a '$DIR/fifty' -P 2 -I {} \
		    fb-metric --partial --range {} '$ONE' > /dev/null"
		command -v parallel > /dev/null && measure parallel \
		    "parallel --will-cite -j2 -a '$DIR/fifty' \
		    fb-metric --partial --range {} '$ONE' > /dev/null"
	done
	for way in xargs parallel; do
		[ -s "$DIR/s-$way.times" ] && awk -v w=$way -v n="$count" \
		    -v s="$(median $way 1)" 'BEGIN {
			printf "a piece by %-9s %6.1f ms\n", w, 1000 * s / n
		}'
	done
}

rm -f "$DIR"/s-*.times
printf '%-16s %9s %9s %9s %10s %10s\n' what 'one, s' 'two, s' 'two/one' \
    'peak KiB' 'B a piece'
for million in 1 "$MANY"; do
	all=$DIR/scale-$million.ndjson
	[ -s "$all" ] || for n in $(seq "$million"); do
		sed "s/\"id\":\"/&$n-/" "$ONE"
	done > "$all"
	compare "metric-${million}M" "$all" "$metric"
	compare "sample-${million}M" "$all" "$sample"
	$metric "$all" | grep -v '"fb":"trail"' > "$DIR/lines"
	compare "anecdote-${million}M" "$all" "$anecdote $DIR/lines" "$anecdote"
	[ "$MANY" = 1 ] && break
done
start
