# The examples: what their pages say about the data is so.
setup() {
	load helper
	STREAM=$ROOT/build/stream
	REPORT=$ROOT/build/report
}

# Records and numbers of an example, as make left them.
records() {
	jq -c 'select(.fb == null)' "$STREAM/$1/records.ndjson"
}

notes() {
	jq -r 'select(.fb == "report") | .notes[]' "$ROOT/examples/$1/labels.ndjson"
}

# A count from the records, and the note that states it.
states() {
	assert_equal "$(records "$1" | jq -s "$2")" "$3"
	notes "$1" | grep -qF "$4"
}

oct='map(select(.date[:7] == "2025-10"))'
shown='map(select(.date >= "2012" and .date < "2015-04"))'
before='map(select(.date < "2012"))'

@test "banks: the file, the mix and the short texts are as the page says" {
	states banks length 7290 "reviews in this file"
	states banks 'map(.date) | max' '"2025-11-26"' "up to 26 November 2025"
	states banks "$oct | length" 186 "of the 186 reviews"
	states banks "$oct | map(select(.bank | test(\"Commercial\"))) | length" 94 \
	    "Commercial Bank of Ethiopia has 94"
	states banks "$oct | map(select(.bank | test(\"Dashen\"))) | length" 63 \
	    "Dashen Bank 63"
	states banks "$oct | map(select(.bank | test(\"Abyss\"))) | length" 29 \
	    "Bank of Abyssinia 29"
	states banks 'map(select(.bank | test("Dashen")).date) | min[:7]' \
	    '"2025-01"' "enters in January 2025"
	states banks "$oct | map(select(.text | [scan(\"[^ ]+\")] | length <= 2)) | length" \
	    65 "65 of the 186 texts"
}

@test "lounges: what is left out and why is as the page says" {
	states lounges "$shown | length" 1319 "1,319 reviews shown"
	states lounges 'map(select(.date >= "2015-04")) | length' 201 "201 reviews"
	states lounges "$before | length" 744 "744 before 2012"
	states lounges "$before | map(select(.recommended == 0)) | length" 713 \
	    "no in 713 of the 744"
	states lounges "$before | map(select(.recommended == 0 and .score >= 4)) | length" \
	    308 "308 that rate it 4 or 5"
	states lounges "$shown | map(select(.visited)) | length" 1 \
	    "known for 1 of the 1,319"
	states lounges "$shown | map(select(.traveller)) | length" 1 \
	    "which 1 of the 1,319 reviews tells"
	states lounges 'map(select(.date > "2015" and .date < "2015-04"))
	    | group_by(.date) | map(length) | sort | .[-5:] | add' 115 \
	    "115 on five days"
	states lounges 'map(select(.comfort == 0 or .wifi == 0)) | length' 0 \
	    "rated 0 was not rated"
}

@test "lounges: no rating off 1-5 is on a page" {
	run bash -c "jq -r 'select(.of.field? == \"score\" and .value != null).of.scale' \
	    $STREAM/lounges/metrics-*.ndjson | sort -u"
	assert_output 1-5
}

@test "lounges: a review without a rating makes no series of its own" {
	run bash -c "jq -c 'select(.fb == \"metric\") | [.metric, .by, .period]' \
	    $STREAM/lounges/metrics-*.ndjson | sort | uniq -d"
	assert_output ""
}

@test "lounges: the five airlines are those with most reviews in 2014" {
	run jq -rs 'map(select(.fb == null and .date[:4] == "2014"))
	    | group_by(.airline) | map([-length, .[0].airline]) | sort
	    | .[:5][][1]' "$STREAM/lounges/records.ndjson"
	assert_output "$(sed -n 's/^MOST = //p' "$ROOT/examples/lounges/Makefile" |
	    tr ' ' '\n')"
}

@test "each example leaves its report" {
	for file in banks.pdf banks.xlsx lounges.pdf lounges.xlsx tonight.pdf; do
		assert_file_exists "$REPORT/$file"
	done
	run qpdf --check "$REPORT/banks.pdf"
	assert_success
}

@test "their pages are read in order by readers who cannot see" {
	run python3 "$BATS_TEST_DIRNAME/tags.py" "$REPORT"/*.pdf
	assert_output --regexp '^[0-9]+ Table, [0-9]+ TR, [0-9]+ Figure$'
}

@test "tonight: ten letters are on the pages" {
	run bash -c "pdftotext '$REPORT/tonight.pdf' - | grep -oE '#[0-9a-f]{8}' |
	    sort -u | wc -l"
	assert_output 10
}

@test "a report made again has the same bytes" {
	cp "$REPORT/banks.pdf" "$BATS_TEST_TMPDIR/one.pdf"
	env -u SOURCE_DATE_EPOCH make -s -C "$ROOT/examples/banks" OUT="$BATS_TEST_TMPDIR/report" \
	    BIN="$(dirname "$(command -v fb-chart)")" "$BATS_TEST_TMPDIR/report/banks.pdf"
	cmp "$BATS_TEST_TMPDIR/one.pdf" "$BATS_TEST_TMPDIR/report/banks.pdf"
}

@test "in pieces the report is the same, byte for byte" {
	# the page links to a workbook by its name, all else is the same
	cmp "$STREAM/many/paired-2025-10.ndjson" "$STREAM/banks/paired-2025-10.ndjson"
	cmp "$REPORT/many.xlsx" "$REPORT/banks.xlsx"
	env -u SOURCE_DATE_EPOCH make -s -C "$ROOT/examples/lounges" SHARDS=3 OUT="$BATS_TEST_TMPDIR/report" \
	    BIN="$(dirname "$(command -v fb-chart)")"
	for file in lounges.pdf lounges.xlsx; do
		cmp "$REPORT/$file" "$BATS_TEST_TMPDIR/report/$file"
	done
	# a piece that loses a line is found out, and what was made before stands
	cd "$BATS_TEST_TMPDIR"
	cp stream/lounges/metrics-2014.ndjson before
	sed -i 3d stream/lounges/2/metrics-2014.part
	touch stream/lounges/*/metrics-2014.part
	run make -s -C "$ROOT/examples/lounges" SHARDS=3 OUT="$BATS_TEST_TMPDIR/report" \
	    BIN="$(dirname "$(command -v fb-chart)")"
	assert_failure
	assert_output --partial 'part lines are missing'
	cmp before stream/lounges/metrics-2014.ndjson
}
