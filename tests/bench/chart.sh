#!/bin/sh
# Measure fb-chart: chart.sh prints medians beside matplotlib and gnuplot.
#
# Each makes 20 pages with a trend, its band, two strips and six quotes (of
# fb-chart 17 of them, a summary, an index and the method); gnuplot gets a
# script that is ready. Then what a further page costs, the peak with CJK, and
# the size of 100 pages. B is the build folder.
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

names='ours hundred cjk'
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
		matplotlib) measure matplotlib "exec $PY $HERE/chart_pages.py \
		    '$DIR/chart-20.ndjson' '$DIR/matplotlib.pdf'" ;;
		gnuplot) measure gnuplot "exec gnuplot '$DIR/chart.gp'" ;;
		esac
	done
done

printf '%-10s %9s %9s %10s %9s\n' what seconds 'x ours' 'peak KiB' bytes
for name in $names; do
	awk -v n="$name" -v s="$(median "$name" 1)" -v o="$(median ours 1)" \
	    -v m="$(median "$name" 2)" -v b="$(wc -c < "$DIR/$name.pdf")" \
	    'BEGIN { printf "%-10s %9.3f %9.2f %10d %9d\n", n, s, s / o, m, b }'
done
pages=$(pdfinfo "$DIR/hundred.pdf" | awk '/^Pages/ { print $2 }')
awk -v a="$(median ours 1)" -v b="$(median hundred 1)" -v p="$pages" \
    'BEGIN { printf "a further page: %.2f ms (%d pages)\n", 1000 * (b - a) / (p - 20), p }'
