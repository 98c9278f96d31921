# The tools together: what goes in decides what comes out, and nothing else.
setup() {
	load helper
	cd "$BATS_TEST_TMPDIR"
	cp "$DATA"/man/{reviews.csv,labels.ndjson} .
}

# From exports to everything that is made of them, in the folder $1.
run_all() {
	local out=$1

	shift
	mkdir "$out"
	fb-ingest --scale 0-10 --source reviews "$@" | fb-redact > "$out/records"
	fb-sample -n 6 --by region --require text --period 2026-10 -s 2026-10 \
	    "$out/records" > "$out/letters"
	fb-metric -m nps -m csat:ease@4-5 -m mean -m count --by region \
	    --by channel,plan --per month --period 2026-10 "$out/records" \
	    > "$out/metrics"
	fb-anecdote -n 6 -s 2026-10 "$out/metrics" "$out/records" > "$out/paired"
	fb-chart -o "$out/pdf" labels.ndjson "$out/paired" "$out/letters"
	fb-xlsx -o "$out/xlsx" labels.ndjson "$out/paired" "$out/letters"
}

same_but_records() {
	local file

	for file in letters metrics paired pdf xlsx; do
		cmp "$1/$file" "$2/$file"
	done
}

# Another order that is the same each time.
shuffled() {
	head -n 1 "$1"
	tail -n +2 "$1" | shuf --random-source=<(yes "$2")
}

@test "shuffled exports give the same bytes" {
	run_all plain reviews.csv
	shuffled reviews.csv one > other.csv
	! cmp -s reviews.csv other.csv
	run_all shuffled other.csv
	same_but_records plain shuffled
}

@test "an export cut in three and read in another order gives the same" {
	run_all plain reviews.csv
	for part in 1 2 3; do
		head -n 1 reviews.csv > "$part.csv"
		tail -n +2 reviews.csv | awk "NR % 3 == $part % 3" >> "$part.csv"
	done
	run_all parts 3.csv 1.csv 2.csv
	same_but_records plain parts
}

@test "zone and locale change nothing" {
	run_all plain reviews.csv
	TZ=America/St_Johns LC_ALL=C LANG=tr_TR.UTF-8 run_all other reviews.csv
	same_but_records plain other
	cmp plain/records other/records
}

@test "one pipe makes the same report as the steps" {
	run_all plain reviews.csv
	fb-ingest --scale 0-10 --source reviews reviews.csv | fb-redact |
	    fb-metric -m nps -m csat:ease@4-5 -m mean -m count --by region \
	    --by channel,plan --per month --period 2026-10 --keep |
	    fb-anecdote -n 6 -s 2026-10 > paired
	diff <(grep '"fb":"metric"' plain/paired) <(grep '"fb":"metric"' paired)
}

@test "digests chain from tool to tool" {
	run_all plain reviews.csv
	run jq -rs 'map(select(.fb == "trail")) | [.[:-1], .[1:]] | transpose[]
	    | .[0].digest_out == .[1].digest_in' plain/records
	assert_output true
	run jq -r 'select(.fb == "trail" and .tool == "fb-metric").digest_in' \
	    plain/metrics
	assert_output "$(jq -r 'select(.fb == "trail" and .tool == "fb-redact")
	    .digest_out' plain/records)"
}

@test "rows in are records out, duplicates, rejects and filtered" {
	run_all plain reviews.csv
	run jq -r 'select(.fb == "trail") |
	    .in - .out - .duplicates - .rejected - .filtered' plain/records
	assert_output $'0\n0'
}

# A quote is the words of the row that its id names; [KIND] may stand for what
# was masked there.
@test "every quote stands in the row that its id names" {
	run_all plain reviews.csv
	run python3 - reviews.csv plain/paired plain/letters <<-'END'
	import csv, json, re, sys
	rows = {r['id']: r['text'] for r in csv.DictReader(open(sys.argv[1]))}
	seen = 0
	def check(id, text):
	    global seen
	    parts = re.split(r'\[(?:EMAIL|URL|PHONE|CARD|IBAN|IP)\]', text)
	    pattern = '.+'.join(map(re.escape, parts))
	    assert re.search(pattern, rows[id], re.S), (id, text)
	    seen += 1
	for line in open(sys.argv[2]):
	    o = json.loads(line)
	    for q in o['quotes'] if o['fb'] == 'metric' and 'quotes' in o else []:
	        check(q['id'], q['text'])
	for line in open(sys.argv[3]):
	    if '"draw"' in line:
	        check(json.loads(line)['id'], json.loads(line)['text'])
	print(seen > 20)
	END
	assert_success
	assert_output True
}
