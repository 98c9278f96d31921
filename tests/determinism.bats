# The same words give the same bytes: whatever their order, in however many
# files, whatever the zone and the language of the machine.
setup_file() {
	load helper
	export WORK=$BATS_FILE_TMPDIR
	cd "$WORK"
	zcat "$ROOT/examples/lounges/lounges.csv.gz" >lounges.csv
	zcat "$ROOT/examples/banks/reviews.csv.gz" >banks.csv
	local file
	for file in lounges banks; do
		ingest $file $file.csv >$file.ndjson
		mkdir $file
		make_all $file/ $file.ndjson
	done
}

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR"
}

ingest() {
	fb-ingest -q -p "$ROOT/examples/$1/$1.profile" --source "$1.csv" \
	    "${@:2}" | fb-redact -q
}

options() {
	case $1 in
	lounges) echo --per quarter --period 2014-Q4 -m csat -m mean -m staff=csat:staff@4-5 \
	    --by airline ;;
	banks) echo --per month -m count -m csat -m mean \
	    --by bank --by bank,score ;;
	esac
}

# Everything that is made from records ($2), as files that begin with $1.
make_all() {
	local name=${2##*/}
	name=${name%%[.-]*}
	fb-metric -q $(options $name) -o "$1metrics" "$2"
	fb-anecdote -q -n 6 -s 7 -o "$1paired" "$1metrics" "$2"
	fb-sample -q -n 25 -s 7 --by channel,scale -o "$1sample" "$2"
	draw "$1"
}

# The report of pairs and letters whose names begin with $2 (else with $1).
draw() {
	local from=${2-$1}
	fb-chart -q -o "$1report.pdf" "${from}paired" "${from}sample"
	fb-xlsx -q -o "$1report.xlsx" "${from}paired" "${from}sample"
}

# Everything in this folder is what was made of the file in its order.
same() {
	local file
	for file in metrics sample paired report.pdf report.xlsx; do
		assert [ -s "$WORK/$1/$file" ]
		cmp "$WORK/$1/$file" "$file"
	done
}

# Lines mixed by a source of our own making; $1 tells one mixture from another.
mix() {
	sort -R --random-source=<(yes "mix $1")
}

# The rows of a table in another order, in three tables part-0 to part-2; a
# cell may hold line ends, so sort(1) cannot do this.
mix_rows() {
	python3 - "$1" <<-'EOF'
	import csv, random, sys
	head, *rows = csv.reader(open(sys.argv[1], newline=''))
	random.Random(1).shuffle(rows)
	for k in range(3):
	    out = csv.writer(open(f'part-{k}', 'w', newline=''))
	    out.writerows([head] + rows[k::3])
	csv.writer(open('mixed', 'w', newline='')).writerows([head] + rows)
	EOF
}

@test "two runs give the same bytes" {
	for file in lounges banks; do
		ingest $file "$WORK/$file.csv" >$file.ndjson
		cmp "$WORK/$file.ndjson" $file.ndjson
		make_all ./ $file.ndjson
		same $file
	done
}

@test "mixed rows give the same numbers, pairs, letters and reports" {
	for file in lounges banks; do
		mix_rows "$WORK/$file.csv"
		ingest $file mixed >$file.ndjson
		run cmp -s "$WORK/$file.ndjson" $file.ndjson
		assert_failure
		assert_equal "$(sort $file.ndjson | sha256sum)" \
		    "$(sort "$WORK/$file.ndjson" | sha256sum)"
		make_all ./ $file.ndjson
		same $file
	done
}

@test "three files in another order give the same bytes" {
	for file in lounges banks; do
		mix_rows "$WORK/$file.csv"
		ingest $file part-2 part-0 part-1 >$file.ndjson
		make_all ./ $file.ndjson
		same $file
	done
}

@test "records mixed behind fb-ingest, its trails among them, do the same" {
	for file in lounges banks; do
		mix trails <"$WORK/$file.ndjson" >$file.ndjson
		refute [ "$(tail -n 2 $file.ndjson | grep -c '"fb":"trail"')" = 2 ]
		make_all ./ $file.ndjson
		same $file
	done
}

@test "records in front of their metric lines, or around them, do the same" {
	for file in lounges banks; do
		records=$WORK/$file.ndjson metrics=$WORK/$file/metrics
		cat "$records" "$metrics" >behind
		fb-anecdote -q -n 6 -s 7 behind | cmp "$WORK/$file/paired" -
		(tail -n +900 "$records"; cat "$metrics"; head -n 899 "$records") >around
		fb-anecdote -q -n 6 -s 7 around | cmp "$WORK/$file/paired" -
		fb-anecdote -q -n 6 -s 7 <around | cmp "$WORK/$file/paired" -
	done
}

@test "metric lines in another order get the same quotes, in that order" {
	for file in lounges banks; do
		mix both <"$WORK/$file/metrics" >mixed
		fb-anecdote -q -n 6 -s 7 mixed "$WORK/$file.ndjson" >paired
		assert_equal "$(jq -c 'select(.fb == "metric") | [.metric, .of, .by,
		    .period]' paired)" "$(jq -c 'select(.fb == "metric") |
		    [.metric, .of, .by, .period]' mixed)"
		diff <(sort "$WORK/$file/paired") <(sort paired)
	done
}

@test "one pipe gives the lines that the steps give" {
	for file in lounges banks; do
		fb-metric -q $(options $file) --keep <"$WORK/$file.ndjson" |
			fb-anecdote -q -n 6 -s 7 >paired
		# The trail says that the records were kept.
		diff <(grep -v '"tool":"fb-metric"' "$WORK/$file/paired") \
		    <(grep -v '"tool":"fb-metric"' paired)
	done
}

@test "zone and language of the machine do not matter" {
	for place in "C UTC" "C.UTF-8 Pacific/Kiritimati" "POSIX America/St_Johns" \
	    "nn_NO.UTF-8 :nowhere" "tr_TR.UTF-8 Asia/Kathmandu"; do
		read -r language zone <<<"$place"
		export LC_ALL=$language LANG=$language TZ=$zone
		for file in lounges banks; do
			ingest $file "$WORK/$file.csv" >$file.ndjson
			cmp "$WORK/$file.ndjson" $file.ndjson
			make_all ./ $file.ndjson
			same $file
		done
	done 2>/dev/null
}

@test "a bare environment and another moment give the same bytes" {
	unset SOURCE_DATE_EPOCH
	bare=(env -i PATH="$PATH" "LSAN_OPTIONS=${LSAN_OPTIONS-}"
	    "ASAN_OPTIONS=${ASAN_OPTIONS-}")
	for file in lounges banks; do
		cp "$WORK/$file/paired" "$WORK/$file/sample" .
		draw one- ""
		sleep 2.1 # a zip file tells times by two seconds
		"${bare[@]}" fb-chart -q -o two-report.pdf paired sample
		"${bare[@]}" fb-xlsx -q -o two-report.xlsx paired sample
		cmp one-report.pdf two-report.pdf
		cmp one-report.xlsx two-report.xlsx
	done
}

@test "the order of labels and paired lines does not matter to the report" {
	for file in lounges banks; do
		labels=$ROOT/examples/$file/labels.ndjson
		fb-chart -q -o one.pdf "$labels" "$WORK/$file/paired"
		fb-xlsx -q -o one.xlsx "$labels" "$WORK/$file/paired"
		mix labels <"$labels" >labels
		fb-chart -q -o two.pdf "$WORK/$file/paired" labels
		fb-xlsx -q -o two.xlsx "$WORK/$file/paired" labels
		cmp one.pdf two.pdf
		cmp one.xlsx two.xlsx
	done
}

@test "another seed draws other letters and pairs" {
	fb-sample -q -n 25 -s 8 --by channel,scale "$WORK/lounges.ndjson" >sample
	run cmp -s "$WORK/lounges/sample" sample
	assert_failure
	fb-anecdote -q -n 6 -s 8 "$WORK/lounges/metrics" "$WORK/lounges.ndjson" >paired
	run cmp -s "$WORK/lounges/paired" paired
	assert_failure
}
