#!/bin/sh
# Measure fb-chart: chart.sh prints medians beside matplotlib and gnuplot.
#
# Each makes 20 pages with a trend, its band, two strips and six quotes (of
# fb-chart 17 of them, a summary, an index and the method); gnuplot gets a
# script that is ready. Then what a further page costs, the peak with Chinese
# and Japanese words, with a page that is Japanese too, and the size of 100
# pages. Each by the clock and by processor time. B is the build folder.
set -eu

B=${B:-build}
RUNS=${RUNS:-5}
DIR=$B/bench
FB=$B/bin/fb-chart
HERE=tests/bench
PY=/usr/bin/python3

mkdir -p "$DIR"
for n in 17 20 97; do
	python3 $HERE/chart_lines.py $n > "$DIR/chart-$n.ndjson"
done
python3 $HERE/chart_lines.py 17 cjk > "$DIR/chart-cjk.ndjson"
python3 $HERE/chart_gnuplot.py "$DIR/chart-20.ndjson" "$DIR/gnuplot.pdf" \
    > "$DIR/chart.gp"

# NAME COMMAND: one run more.
measure() {
	"$B/tests/bench/timed" "$DIR/$1.times" sh -c "$2"
}

# The median of column $2 of the runs of $1.
median() {
	sort -n -k "$2,$2" "$DIR/$1.times" |
	    awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

names='ours hundred cjk japanese'
"$PY" -c 'import matplotlib' 2> /dev/null && names="$names matplotlib"
command -v gnuplot > /dev/null && names="$names gnuplot"
for name in $names; do
	rm -f "$DIR/$name.times"
done
for run in $(seq "$RUNS"); do
	for name in $names; do
		case $name in
		ours) measure ours "exec '$FB' -o '$DIR/ours.pdf' '$DIR/chart-17.ndjson'" ;;
		hundred) measure hundred \
		    "exec '$FB' -o '$DIR/hundred.pdf' '$DIR/chart-97.ndjson'" ;;
		cjk) measure cjk "exec '$FB' -o '$DIR/cjk.pdf' '$DIR/chart-cjk.ndjson'" ;;
		japanese) measure japanese "exec '$FB' --locale ja \
		    -o '$DIR/japanese.pdf' '$DIR/chart-cjk.ndjson'" ;;
		matplotlib) measure matplotlib "exec $PY $HERE/chart_pages.py \
		    '$DIR/chart-20.ndjson' '$DIR/matplotlib.pdf'" ;;
		gnuplot) measure gnuplot "exec gnuplot '$DIR/chart.gp'" ;;
		esac
	done
done

printf '%-10s %9s %9s %9s %9s %10s %9s\n' what seconds 'x ours' processor \
    'x ours' 'peak KiB' bytes
for name in $names; do
	awk -v n="$name" -v s="$(median "$name" 1)" -v o="$(median ours 1)" \
	    -v c="$(median "$name" 3)" -v p="$(median ours 3)" \
	    -v m="$(median "$name" 2)" -v b="$(wc -c < "$DIR/$name.pdf")" \
	    'BEGIN { printf "%-10s %9.3f %9.2f %9.3f %9.2f %10d %9d\n",
	    n, s, s / o, c, c / p, m, b }'
done
pages=$(pdfinfo "$DIR/hundred.pdf" | awk '/^Pages/ { print $2 }')
awk -v a="$(median ours 1)" -v b="$(median hundred 1)" -v p="$pages" \
    -v c="$(median ours 3)" -v d="$(median hundred 3)" \
    'BEGIN { printf "a further page: %.2f ms, %.2f by processor (%d pages)\n",
    1000 * (b - a) / (p - 20), 1000 * (d - c) / (p - 20), p }'
