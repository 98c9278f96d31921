# Every number of a metric line, computed again from the export: recount.py has
# its own formulas and reads nothing of the tools but the line it checks.
setup() {
	load helper
	cd "$BATS_TEST_TMPDIR"
	banks=$ROOT/examples/banks/reviews.csv.gz
	lounges=$ROOT/examples/lounges/lounges.csv.gz
}

# Metric lines of an example ($1) for a unit and a period, and the recount.
recount() {
	local name=$1 export=${!1} unit=$2 period=$3
	fb-metric -q --per "$unit" --period "$period" "${@:4}" -o metrics \
	    "$ROOT/build/stream/$name/records.ndjson"
	run python3 "$ROOT/tests/recount.py" "$name" "$export" metrics \
	    "$unit" "$period"
}

@test "banks by month: counts, shares, means, changes and q are as recomputed" {
	recount banks month 2025-10 --history 24 --by bank -m count -m csat -m mean
	assert_success
	assert_output "246 lines, 28440 answers, 21 changes, 17 tests, 0 signals"
}

@test "banks in another month, where some changes are clear" {
	recount banks month 2025-03 --by bank -m count -m csat -m mean
	assert_success
	assert_output --regexp ' [1-9][0-9]* signals$'
}

@test "lounges by quarter: the answers' own columns, Fisher's test, short pasts" {
	recount lounges quarter 2015-Q1 --history 24 --by airline -m count -m csat \
	    -m mean -m staff=csat:staff@4-5 -m bar=mean:bar@1-5
	assert_success
	assert_output "9295 lines, 19048 answers, 310 changes, 70 tests, 0 signals"
}

@test "lounges by year: a clear change is clear" {
	recount lounges year 2014 --history 8 --by airline -m csat -m mean -m count \
	    -m wifi=csat:wifi@4-5 -m catering=mean:catering@1-5
	assert_success
	assert_output --regexp ' [1-9][0-9]* signals$'
}

@test "a number that is off by a millionth is seen" {
	recount lounges year 2014 --history 1 -m csat -m mean
	assert_success
	for key in value lo hi diff p q; do
		python3 - $key metrics >changed <<-'EOF'
		import re, sys
		text = open(sys.argv[2]).read()
		last = list(re.finditer('"%s":(-?[0-9.]+)' % sys.argv[1], text))[-1]
		wrong = float(last[1]) * (1 + 1e-6)
		sys.stdout.write(text[:last.start(1)] + '%.10g' % wrong +
		    text[last.end(1):])
		EOF
		run python3 "$ROOT/tests/recount.py" lounges "$lounges" changed year 2014
		assert_failure 1
		assert_output --partial "$key is"
	done
}

@test "an answer told once too often is seen" {
	recount banks month 2025-03 --history 1 -m csat
	assert_success
	assert [ "$(jq -s 'map(select(.stat.values)) | length' metrics)" -gt 1 ]
	jq -c 'if .stat.values then .stat.values[2][1] += 1 else . end' metrics >changed
	run python3 "$ROOT/tests/recount.py" banks "$banks" changed month 2025-03
	assert_failure 1
	assert_output --partial "values is"
}

@test "quotes are of those whom the number counts" {
	for paired in "$ROOT"/build/stream/*/paired-*.ndjson; do
		run jq -c 'select(.voice) | select(.voice.eligible > .n or
		    (.voice.flags | index("records_differ"))) | [.metric, .by, .period]' \
		    "$paired"
		assert_success
		assert_output ""
	done
	airlines=$(sed -n 's/^MOST = //p' "$ROOT/examples/lounges/Makefile")
	jq -r 'select(.voice).quotes[].by.airline' \
	    "$ROOT/build/stream/lounges/paired-2014.ndjson" >quoted
	assert [ -s quoted ]
	run grep -vxFf <(tr ' ' '\n' <<<"$airlines") quoted
	assert_failure 1
}

@test "the way from received to printed adds up, and ends at what is printed" {
	for name in banks lounges; do
		run /usr/bin/python3 - "$ROOT/build/report/$name.xlsx" <<-'EOF'
		import openpyxl, sys
		book = openpyxl.load_workbook(sys.argv[1])
		lines = list(book['Method'].iter_rows(values_only=True))
		start = [i for i, l in enumerate(lines)
		         if str(l[0]).startswith('From everything')][0] + 1
		left = taken = 0
		for words, n in lines[start:]:
		    if n is None:
		        break
		    if n < 0:
		        taken += n
		        continue
		    assert not taken or n == left + taken, (words, n, left, taken)
		    left, taken, last = n, 0, (words, n)
		head, *quotes = book['Quotes'].iter_rows(values_only=True)
		ids = {q[head.index('Full id')] for q in quotes} - {None}
		assert last == ('Printed here as quotes', len(ids)), (last, len(ids))
		EOF
		assert_success
	done
}
