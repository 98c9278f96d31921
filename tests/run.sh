#!/bin/sh
# run.sh - run the tests of a folder and count them.
#
# usage: sh tests/run.sh tests|tests/with-data
# tests: its *.bats and the programs of tests/unit. tests/with-data: its *.bats
# and the programs of tests/data-unit; they read the folder named by SHARED
# (beside the checkout unless told otherwise) and are skipped without it.
# B is the build folder, the tools are found by PATH; the last line is the sum.
set -u

dir=${1:?folder of tests}
B=${B:-build}
SHARED=${SHARED:-$PWD/../shared}
export B SHARED
CMOCKA_MESSAGE_OUTPUT=TAP
export CMOCKA_MESSAGE_OUTPUT

work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
trap 'exit 3' HUP INT TERM
passed=0
failed=0
skipped=0

# A TAP file and the status of what wrote it. What ends badly without naming a
# test that failed is a failure of its own.
count() {
	ok=$(grep -c '^ok ' "$1")
	not=$(grep -c '^not ok ' "$1")
	skip=$(grep -ci '^ok .*# skip' "$1")
	[ "$2" = 0 ] || [ "$not" -gt 0 ] || not=1
	passed=$((passed + ok - skip))
	failed=$((failed + not))
	skipped=$((skipped + skip))
}

# Programs speak TAP through cmocka, or say what they like and end with a
# status. Those that compare with the folder of vectors are given its name.
run_program() {
	"$@" >"$work/tap" 2>"$work/err"
	status=$?
	if ! grep -q '^1\.\.' "$work/tap"; then
		echo "$([ $status = 0 ] || echo 'not ')ok - ${1##*/}" \
		    >>"$work/tap"
	fi
	if [ $status != 0 ]; then
		echo "# $1: status $status"
		cat "$work/tap" "$work/err"
	else
		echo "# $1: $(grep -c '^ok ' "$work/tap") ok"
	fi
	count "$work/tap" $status
}

run_bats() {
	format=tap
	[ -t 1 ] && format=pretty
	jobs=
	parallel --version 2>/dev/null | grep -q '^GNU' && jobs="--jobs 2"
	bats --formatter $format --report-formatter tap --output "$work" \
	    $jobs "$@"
	count "$work/report.tap" $?
}

programs=unit
vectors=
if [ "${dir##*/}" = with-data ]; then
	programs=data-unit
	vectors=$SHARED/vectors
	if [ ! -d "$SHARED" ]; then
		echo "$dir: there is no '$SHARED'; every test is skipped"
		echo "0 passed, 0 failed"
		exit 0
	fi
fi

for program in "$B"/tests/$programs/*; do
	case $program in
	*.o|*.d|*'*') ;;
	*) run_program "$program" ${vectors:+"$vectors"} ;;
	esac
done
for file in "$dir"/*.bats; do
	[ -e "$file" ] && run_bats "$dir"/*.bats
	break
done

[ $skipped = 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
