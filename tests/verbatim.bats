# Every word in front of a reader stands in the row that its id names.
# verbatim.py says how; it reads the export, the workbook and the pages, and
# knows nothing of the records between them.
bats_require_minimum_version 1.5.0

setup() {
	load helper
	REPORT=$ROOT/build/report
	STREAM=$ROOT/build/stream
	cd "$BATS_TEST_TMPDIR"
}

# python3-openpyxl is Debian's: another Python may come first in the path.
verbatim() {
	run /usr/bin/python3 "$ROOT/tests/verbatim.py" "$@"
}

bank=examples/banks/banks.profile
banks=examples/banks/reviews.csv.gz
lounge=examples/lounges/lounges.profile
lounges=examples/lounges/lounges.csv.gz

# Cards of an invented ferry, in many scripts, with all that is hard to print.
ferry() {
	fb-ingest -p "$DATA/ferry/ferry.profile" "$DATA/ferry/cards.csv" |
		fb-redact >records
	fb-metric -m nps -m mean -m count --per month --period 2026-10 \
		--asof 2026-10-31 records >metrics
	fb-anecdote -n 30 -s 2026-10 metrics records >paired
	fb-sample -n 40 --require text -s 2026-10 records >letters
}

# One byte of one quote is another; the id that was changed is in $changed.
change_byte() {
	changed=$(python3 - "$1" "$2" 3<"$2.pdf" <<-'EOF'
	import hashlib, re, subprocess, sys
	page = subprocess.run(['pdftotext', '/dev/fd/3', '-'], pass_fds=[3],
	    stdout=subprocess.PIPE, encoding='utf-8').stdout
	mark = re.search('#([0-9a-f]{8})', page)[1]
	lines = open(sys.argv[1]).readlines()
	for n, line in enumerate(lines):
	    for m in re.finditer(r'"id":"([^"]*)","span":\S*?"text":"', line):
	        if hashlib.sha256(m[1].encode()).hexdigest().startswith(mark):
	            at = m.end() + 3
	            byte = 'x' if line[at] != 'x' else 'y'
	            lines[n] = line[:at] + byte + line[at + 1:]
	            open('changed', 'w').writelines(lines)
	            print(m[1])
	            sys.exit()
	sys.exit('no quote of the page was found')
	EOF
	)
}

@test "banks: each quote is in the review that its id names" {
	verbatim "$ROOT/$bank" "$ROOT/$banks" "$REPORT/banks.xlsx" \
	    "$REPORT/banks.pdf"
	assert_success
	assert_line --regexp 'banks.pdf: [1-9][0-9]+ quotes, [1-9][0-9]* of them cut'
}

@test "lounges: each quote is in the review that its id names" {
	verbatim "$ROOT/$lounge" "$ROOT/$lounges" "$REPORT/lounges.xlsx" \
	    "$REPORT/lounges.pdf"
	assert_success
	assert_line --regexp \
	    'lounges.pdf: [1-9][0-9]+ quotes, [1-9][0-9]* of them cut'
}

@test "tonight: ten letters are ten reviews, whole" {
	fb-ingest -p "$ROOT/$lounge" "$ROOT/$lounges" | fb-redact |
		fb-sample -n 10 --require text --period 2014 -s 2014 >letters
	fb-xlsx -o tonight.xlsx letters
	verbatim "$ROOT/$lounge" "$ROOT/$lounges" tonight.xlsx \
	    "$REPORT/tonight.pdf"
	assert_success
	assert_line "tonight.xlsx: 0 quotes, 0 in the summary, 10 letters"
	assert_line "tonight.pdf: 0 quotes, 0 of them cut, 10 letters"
}

@test "emoji, Arabic, Chinese, formulas and masks are printed as they came" {
	ferry
	fb-chart -o ferry.pdf paired letters
	fb-xlsx -o ferry.xlsx paired letters
	verbatim "$DATA/ferry/ferry.profile" "$DATA/ferry/cards.csv" \
	    ferry.xlsx ferry.pdf
	assert_success
	assert_line --regexp '^ferry.xlsx: [5-9][0-9] quotes, 3 in the summary, 35'
	assert_line --regexp '^ferry.pdf: [2-9][0-9] quotes, .* 35 letters'
	run pdftotext ferry.pdf -
	assert_output --partial "[EMAIL]"
	refute_output --partial "karenina"
}

@test "letters longer than a page and a cell are whole, in all their parts" {
	printf '[map]\nid = Card\ntext = Words\n' >long.profile
	python3 - >long.csv <<-'EOF'
	import csv, sys
	out = csv.writer(sys.stdout)
	out.writerow(['Card', 'Words'])
	out.writerows(enumerate([
	    ' '.join(f'word {i} of a letter that goes on, {i * i};' for i in range(900)),
	    '\n'.join(f'line {i} of a letter in lines' for i in range(300)),
	    'One' + 'o' * 3000 + ' word that is wider than a page.',
	    '漢字' * 9000,
	    '👍' * 200 + ' thumbs, and few words at the end of it all',
	    '🏳️‍🌈 flags, 1️⃣ keycaps ①② ™ © ½, “quotes” in ‘quotes’ […] and [PHONE]']))
	EOF
	fb-ingest -p ./long.profile long.csv | fb-redact | fb-sample >letters
	fb-chart -k letters -o long.pdf letters
	fb-xlsx -o long.xlsx letters
	verbatim ./long.profile long.csv long.xlsx long.pdf
	assert_success
	assert_line "long.xlsx: 0 quotes, 0 in the summary, 6 letters"
	assert_line "long.pdf: 0 quotes, 0 of them cut, 6 letters"
}

@test "a byte of a quote that is another is found on the page and the sheet" {
	paired=$STREAM/lounges/paired-2015-Q1.ndjson
	labels=$ROOT/examples/lounges/labels.ndjson
	fb-chart -o good.pdf "$labels" "$paired"
	fb-xlsx -o good.xlsx "$labels" "$paired"
	verbatim "$ROOT/$lounge" "$ROOT/$lounges" good.xlsx good.pdf
	assert_success
	change_byte "$paired" good
	assert_equal "$(cmp -l "$paired" changed | wc -l)" 1
	fb-chart -o bad.pdf "$labels" changed
	fb-xlsx -o bad.xlsx "$labels" changed
	verbatim "$ROOT/$lounge" "$ROOT/$lounges" good.xlsx bad.pdf
	assert_failure
	assert_output --partial "the words beside it are not its own"
	verbatim "$ROOT/$lounge" "$ROOT/$lounges" bad.xlsx good.pdf
	assert_failure
	assert_output --partial "$changed does not say"
}

@test "a letter with another byte is found" {
	ferry
	fb-chart -k letters -o good.pdf letters
	fb-xlsx -o good.xlsx letters
	for change in "s/no music/no musik/" "s/الطاقم/الطاكم/" "s/清潔/清溪/"; do
		sed "$change" letters >changed
		fb-chart -k letters -o bad.pdf changed
		fb-xlsx -o bad.xlsx changed
		for pair in "good.xlsx bad.pdf" "bad.xlsx good.pdf"; do
			verbatim "$DATA/ferry/ferry.profile" \
			    "$DATA/ferry/cards.csv" $pair
			assert_failure 1
			assert_output --regexp 'does not say|not its own'
		done
	done
}

@test "words under the id of somebody else are found" {
	ferry
	sed 's/"ferry:C-114"/"ferry:C-115"/' paired >changed
	fb-xlsx -o bad.xlsx changed
	verbatim "$DATA/ferry/ferry.profile" "$DATA/ferry/cards.csv" bad.xlsx
	assert_failure
	assert_output --partial "ferry:C-115 does not say"
}

@test "words that stand on a sheet without an id are found" {
	ferry
	fb-xlsx -o bad.xlsx paired <(echo '{"fb":"title","period":"2026-10",
	    "text":"Quiet deck, no music, a window seat for everybody who"}' |
	    tr -d '\n')
	verbatim "$DATA/ferry/ferry.profile" "$DATA/ferry/cards.csv" bad.xlsx
	assert_failure
	assert_output --partial "without their id"
}
