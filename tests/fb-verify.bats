# fb-verify: what holds is held, and what was changed is named.
setup() {
	load helper
	cd "$BATS_TEST_TMPDIR"
	cp "$BATS_FILE_TMPDIR"/{records,metrics,paired,letters} .
	STREAM=$ROOT/build/stream
}

# Cards of an invented ferry, with all that is hard to print.
setup_file() {
	load helper
	cd "$BATS_FILE_TMPDIR"
	fb-ingest -p "$DATA/ferry/ferry.profile" "$DATA/ferry/cards.csv" |
		fb-redact > records
	fb-metric -m nps -m mean -m count --per month --period 2026-10 \
		--asof 2026-10-31 records > metrics
	fb-anecdote -n 30 -s 2026-10 metrics records > paired
	fb-sample -n 12 --require text --period 2026-10 -s 2026-10 \
		records > letters
}

@test "untouched, everything holds, in any order and as one stream" {
	run fb-verify paired letters records
	assert_success
	assert_output "75 quotes, 9 metric lines, 12 letters, 36 records: all hold"
	run fb-verify records letters paired
	assert_success
	cat letters records paired | fb-verify > out
	assert_equal "$(cat out)" "$output"
	tac records > backward
	run fb-verify paired backward letters
	assert_success
}

@test "the examples hold" {
	run fb-verify "$STREAM"/banks/{paired-2025-10,records}.ndjson
	assert_success
	assert_output --regexp '^[1-9][0-9]* quotes, [1-9][0-9]* metric lines, .*: all hold$'
	run fb-verify "$STREAM"/lounges/{paired-2014,paired-2015-Q1,records}.ndjson
	assert_success
	assert_output --regexp '^[1-9][0-9]* quotes, [1-9][0-9]* metric lines, .*: all hold$'
}

@test "a report's Makefile proves it" {
	run make -s -C "$ROOT/examples/lounges" verify
	assert_success
	assert_line --regexp ' printed texts: all hold$'
}

@test "any one byte changed in records, quotes, numbers or letters is named" {
	run python3 "$ROOT/tests/flip.py" 1 200 paired letters records
	assert_success
	assert_output "200 changes, 0 unseen"
	run python3 "$ROOT/tests/flip.py" 2 40 \
	    "$STREAM"/banks/{paired-2025-10,records}.ndjson
	assert_success
	assert_output "40 changes, 0 unseen"
}

@test "every role is drawn again, and one byte changed in any is named" {
	load customers
	{ months; leavers; boxes; } > r
	fb-metric -m nps --by city --per month --period 2026-10 \
		--asof 2026-10-31 r > m
	fb-anecdote -n 1 -s 2026-10 m r > p
	# A group in decline, as another tool tells of it.
	declines | fb-anecdote -n 1 -s 2026-10 - r | grep -v '"tool":"fb-metric"' >> p
	run jq -r 'select(.voice) | .quotes[].role' p
	for role in voice minority happy_but changed_up changed_down last_words; do
		assert_line "$role"
	done
	run fb-verify p r
	assert_success
	run python3 "$ROOT/tests/flip.py" 3 80 p r
	assert_success
	assert_output "80 changes, 0 unseen"
	# Another role, another reason, another period.
	sed 's/"role":"changed_up"/"role":"last_words"/' p > changed
	run fb-verify changed r
	assert_failure 1
	assert_output --regexp '"role" '
	sed 's/"period":"2026-09","score"/"period":"2026-08","score"/' p > changed
	run fb-verify changed r
	assert_failure 1
	assert_output --partial '"period" is "2026-08", not "2026-09"'
	grep -v '"fb":"decline"' p > changed
	run fb-verify changed r
	assert_failure 1
	assert_output --partial 'is not what a draw from the records gives'
}

@test "drivers, terms, shifts and declines are proved too" {
	awk 'BEGIN {
		for (m = 0; m < 12; m++) for (i = 0; i < 60; i++) {
			town = i % 2 ? "north" : "south"
			printf "{\"id\":\"%d.%d\",\"date\":\"2026-%02d-10\",\"customer\":\"c%d\",\"score\":%d,\"scale\":\"0-10\",\"town\":\"%s\",\"text\":\"the %s was late again\"}\n",
			    m, i, m + 1, i, (m > 7 ? 3 : 9) + i % 2, town, town == "north" ? "van" : "bus"
		}
		for (m = 1; m <= 12; m++) for (i = 0; i < 2; i++)
			printf "{\"period\":\"2026-%02d\",\"town\":\"%s\",\"customers\":%d}\n", m, i ? "north" : "south", 400 - 20 * m > "base"
	}' > r
	fb-metric -m nps -m customers --by town --per month --period 2026-12 --asof 2026-12-31 \
	    --base base --decline --shifts --terms 3 --drivers town r > m
	for kind in driver term shift decline; do grep -q "\"fb\":\"$kind\"" m; done
	run fb-verify --base base m r
	assert_success
	for kind in driver term shift decline; do
		sed "/\"fb\":\"$kind\"/s/\"2026-12\"/\"2026-11\"/" m > changed
		run -1 fb-verify --base base changed r
		assert_line --partial "failed: $kind"
		grep -v "\"fb\":\"$kind\"" m > fewer
		run -1 fb-verify --base base fewer r
		assert_line --regexp "^failed: $kind .*: the line is missing$"
	done
}

@test "an export whose kind had to be said is read as that again" {
	printf 'Nobody came to mend the lamp, and nobody told me why it took so long.\n' > note.txt
	fb-ingest -q --format mail note.txt | fb-redact -q > told
	fb-metric -q -m count told | fb-anecdote -q -n 1 - told > p
	run fb-verify --source note.txt p told
	assert_output --regexp ', 1 record in the export: all hold$'
	printf 'Somebody came.\n' > note.txt
	run -1 fb-verify --source note.txt p told
}

@test "what is quoted is traced to the export" {
	cp "$DATA"/ferry/{ferry.profile,cards.csv} .
	run fb-verify --source cards.csv -p ferry.profile paired letters records
	assert_success
	assert_output --regexp ', [1-9][0-9]* records in the export: all hold$'
	# Who forges the records and runs all tools again is told by the export.
	sed 's/It left late/It went late/' records > forged
	fb-metric -q -m nps -m mean -m count --per month --period 2026-10 \
		--asof 2026-10-31 forged > m
	fb-anecdote -q -n 30 -s 2026-10 m forged > p
	run fb-verify p forged
	refute_output --partial 'of "text" differs'
	run fb-verify --source cards.csv -p ferry.profile p forged
	assert_failure 1
	assert_line --regexp '^failed: record #[0-9a-f]{8}: it does not say what the export says$'
	# A row that is gone, and any other export.
	sed 's/It left late/It went late/' cards.csv > other.csv
	run fb-verify --source other.csv -p ferry.profile paired letters records
	assert_failure 1
	assert_line --regexp '^failed: trail of fb-ingest: "digest_out" is not the digest of the [0-9]+ records that the export gives$'
	run --separate-stderr fb-verify --source none.csv -p ferry.profile paired records
	assert_failure 3
	assert_output ''
	cat paired records | grep -v '"tool":"fb-ingest"' > bare
	run fb-verify --source cards.csv bare
	assert_failure 1
	assert_line --partial 'trail of fb-ingest: nothing says how the export was read'
}

@test "a changed word is named by its byte, in the quote and in the record" {
	sed 's/"text":"It left/"text":"It went/' paired > p
	run fb-verify p letters records
	assert_failure 1
	assert_line --regexp '^failed: metric nps \{\} 2026-10: quote #[0-9a-f]{8}: byte 4 of "text" differs$'
	sed 's/It left late/It went late/' records > r
	run fb-verify paired letters r
	assert_failure 1
	assert_line --regexp '^failed: metric mean \{\} 2026-10: quote #[0-9a-f]{8}: byte 4 of "text" differs$'
	assert_line 'failed: trail of fb-metric: "digest_in" is not the digest of the 36 records that are here'
}

@test "a letter is named when its record has other bytes" {
	sed '1s/"channel":"Comment card"/"channel":"Comment cart"/' letters > l
	run fb-verify l records
	assert_failure 1
	assert_line --regexp '^failed: letter #[0-9a-f]{8}: byte [0-9]+ of the record differs$'
	sed '1s/"pi":0/"pi":1/' letters > l
	run fb-verify l records
	assert_failure 1
	assert_line --regexp '^failed: letter #[0-9a-f]{8}: "pi" is 1[0-9.]+, not 0[0-9.]+$'
}

@test "another quote than the one drawn is named, although it is verbatim" {
	jq -c 'if .voice then .quotes |= reverse else . end' paired > p
	run fb-verify p records
	assert_failure 1
	assert_line 'failed: metric nps {} 2026-10: quote 1 is not what a draw from the records gives'
	refute_line --partial "of \"text\" differs"
}

@test "a quote left out, a letter left out and a line left out are named" {
	jq -c 'if .voice then .quotes |= .[1:] else . end' paired > p
	run fb-verify p records
	assert_failure 1
	assert_line --partial 'quote 1 is not what a draw from the records gives'
	jq -c 'if .voice then .quotes |= .[:-1] else . end' paired > p
	run fb-verify p records
	assert_failure 1
	assert_line --partial 'quote 25 is missing: a draw from the records gives it'
	sed 1d letters > l
	run fb-verify l records
	assert_failure 1
	assert_line 'failed: trail of fb-sample: 12 letters were drawn, 11 are here'
	grep -v '"metric":"mean"' paired > p
	run fb-verify p records
	assert_failure 1
	assert_line --partial 'failed: metric mean {} 2026-10: the line is missing'
}

@test "each number is counted again, tests too" {
	fb-metric -m csat@4-5 --per quarter --by airline --period 2014-Q4 \
	    "$STREAM/lounges/records.ndjson" > m
	run fb-verify m "$STREAM/lounges/records.ndjson"
	assert_success
	sed '0,/"q":[0-9.]*/s//"q":0.004/' m > changed
	run fb-verify changed "$STREAM/lounges/records.ndjson"
	assert_failure 1
	assert_line --regexp '^failed: metric csat \{.*\} 2014-Q4: "q" is 0.004, not [0-9.e-]+$'
	sed 's/"signal":false/"signal":true/' m > changed
	run fb-verify changed "$STREAM/lounges/records.ndjson"
	assert_failure 1
	assert_line --partial '"signal" is true, not false'
}

@test "an answer told too often, too rarely or as another one is named" {
	grep -q '"values":\[\[0,' metrics
	for change in '.[0][1] += 1' '.[-1][1] -= 1' '.[0][0] += 1000' \
	    'del(.[1])' '. + [[11000,1]]'; do
		jq -c "if .period == \"2026-10\" and .metric == \"nps\"
		    then .stat.values |= ($change) else . end" paired > changed
		run fb-verify changed records
		assert_failure 1
		assert_line --regexp '^failed: metric nps \{\} 2026-10: "(stat|values)" '
	done
	grep -v '"fb":"trail"' metrics | jq -c 'del(.prev, .yoy) |
	    if .stat.values then .stat.values[0][1] += 1 else . end' > changed
	run fb-verify changed records
	assert_failure 1
	assert_output --partial '"values" is [['
}

@test "without a trail the line itself says what to count" {
	fb-metric -m nps --per month --tz Asia/Kolkata records |
		grep -v '"fb":"trail"' | jq -c 'del(.prev, .yoy)' > m
	run fb-verify m records
	assert_success
	grep -v '"fb":"trail"' metrics > m
	run fb-verify m records
	assert_failure 1
	assert_output --partial "no trail of fb-metric says how it was tested"
	jq -c 'del(.prev, .yoy)' m > bare
	run fb-verify bare records
	assert_success
	jq -c 'if .metric == "mean" then .lo += 0.001 else . end' bare > changed
	run fb-verify changed records
	assert_failure 1
	assert_output --partial ': "lo" is '
}

@test "without a trail quotes and letters are checked with a seed" {
	grep -hv '"fb":"trail"' paired letters | jq -c 'del(.prev, .yoy)' > p
	run fb-verify p records
	assert_failure 1
	assert_line --partial "give their seed as -s SEED"
	run fb-verify -s 2026-10 p records
	assert_success
	run fb-verify -s 2026-11 p records
	assert_failure 1
	assert_line --regexp 'quote #[0-9a-f]{8}: "ticket" is "[0-9a-f]{16}", not "[0-9a-f]{16}"'
	assert_line --regexp 'letter #[0-9a-f]{8}: byte 1 of "ticket" differs'
}

@test "metric lines from elsewhere keep their quotes and are not computed" {
	echo '{"fb":"metric","metric":"churn","period":"2026-10","value":3.5}' > m
	fb-anecdote -n 3 -s 2026-10 m records > p
	run fb-verify p records
	assert_success
	assert_output "3 quotes, 0 metric lines, 0 letters, 36 records, 1 metric line from elsewhere: all hold"
	sed 's/"speaks_for":{"est":[0-9]*/"speaks_for":{"est":99/' p > changed
	run fb-verify changed records
	assert_failure 1
}

@test "the options of the trails are followed" {
	fb-metric -m nps --per month --period 2026-10 --where 'score!=10' \
	    --tz Asia/Kolkata records > m
	fb-anecdote -n 4 -s 'a seed' --max-chars 60 --where 'score!=10' \
	    --tz Asia/Kolkata m records > p
	fb-sample -n 5 -b score --min 0 -s 'x y' records > l
	run fb-verify p l records
	assert_success
	sed 's/--max-chars=60/--max-chars=61/' p > changed
	run fb-verify changed l records
	assert_failure 1
	sed 's/--by=score/--by=scale/' l > changed
	run fb-verify p changed records
	assert_failure 1
}

@test "every way to draw is done again" {
	awk 'BEGIN { for (i = 0; i < 400; i++)
		printf "{\"id\":\"r%d\",\"date\":\"2026-%02d-01\",\"score\":%d," \
		    "\"scale\":\"1-5\",\"customer\":\"c%d\",\"spent\":%d," \
		    "\"text\":\"Words %d\"}\n", i, i % 12 + 1, i % 5 + 1, i % 90,
		    i * i % 97 + 1, i }' > r
	while read -r options; do
		fb-sample -n 12 -s 2026 $options r > l
		run fb-verify l r
		assert_success
		assert_output --partial " letters, 400 records: all hold"
		sed '0,/"pi":0/s//"pi":1/' l > changed
		run fb-verify changed r
		assert_failure 1
		assert_line --regexp 'letter #[0-9a-f]{8}: "pi" is 1'
	done <<-'EOF'
	--pps spent
	--systematic date
	--both-sides
	--per customer
	--per-customer strict -b score
	--per customer --exact
	-b score --alloc equal
	-b score --alloc neyman --spread spent
	--no-frame
	EOF
}

@test "letters drawn at a rate are proved in any order" {
	awk 'BEGIN { for (i = 0; i < 400; i++)
		printf "{\"id\":\"r%d\",\"score\":%d,\"text\":\"Words %d\"%s}\n", i,
		    i % 5 + 1, i, i % 50 ? "" : ",\"alert\":[\"safety\"]" }' > r
	for more in "" --must-read "--require text --no-frame"; do
		fb-sample --rate 0.1 -s 2026 $more r > l
		run fb-verify l r
		assert_success
		assert_output --regexp ' [1-9][0-9] letters, 400 records: all hold$'
		tac r > backward
		run fb-verify backward l
		assert_success
	done
	fb-sample --rate 0.1 -s 2026 r > l
	sed 2d l > changed
	run fb-verify changed r
	assert_failure 1
	assert_line --regexp '^failed: letter #[0-9a-f]{8}: a draw from the records gives it, with other bytes or not here$'
	{ sed -n 1p l; cat l; } > changed
	run fb-verify changed r
	assert_failure 1
	assert_line --regexp 'is not what a draw from the records gives$'
	run python3 "$ROOT/tests/flip.py" 5 30 l r
	assert_success
	assert_output "30 changes, 0 unseen"
}

@test "letters weighed to customers are proved with their file" {
	awk 'BEGIN { for (i = 0; i < 400; i++)
		printf "{\"id\":\"r%d\",\"plan\":\"%s\",\"text\":\"Words %d\"}\n", i,
		    i % 3 ? "pro" : "free", i }' > r
	printf '{"plan":"%s","customers":%d}\n' pro 9100 free 30000 old 300 > base
	for more in "" "-b plan" "--trim 2"; do
		fb-sample -n 20 -s 2026 --base base $more r > l
		run fb-verify --base base l r
		assert_success
		assert_output --partial " 20 letters, 400 records: all hold"
	done
	run fb-verify l r
	assert_failure 1
	assert_line --partial "its customers are needed: give --base FILE"
	sed 's/9100/9200/' base > other
	run fb-verify --base other l r
	assert_failure 1
	assert_line --regexp 'letter #[0-9a-f]{8}: "weight" is '
}

@test "every kind of number is counted again" {
	fb-ingest --scale 0-10 "$DATA/man/reviews.csv" | fb-redact > r
	echo '{"period":"2026-10","customers":5000}' > base
	fb-metric -m nps -m mean -m median -m count -m customers -m rate \
	    -m csat@9-10 --weight score --base base --suppress 2 --by region \
	    --per month --period 2026-10 r > m
	run fb-verify --base base m r
	assert_success
	run fb-verify m r
	assert_failure 1
	assert_line --partial "give --base FILE"
	while read -r from to; do
		sed "0,/$from/s//$to/" m > changed
		run fb-verify --base base changed r
		assert_failure 1
		assert_line --regexp '^failed: metric .* 2026-[01][0-9]: ".*" is '
	done <<-'EOF'
	"n":[0-9] "n":7
	"sum":[0-9] "sum":8
	"base":5 "base":6
	EOF
}

@test "withheld ids are asked for" {
	jq -r 'select(.voice) | .quotes[0].id' paired | head -1 |
	    sed 's/$/\tasked us to/' > w
	fb-anecdote -n 30 -s 2026-10 --withhold w metrics records > p
	run fb-verify p records
	assert_failure 1
	assert_line --partial "give --withhold FILE"
	run fb-verify --withhold w p records
	assert_success
}

@test "a missing record, a record too many and a broken chain are named" {
	id=$(jq -r 'select(.voice) | .quotes[0].id' paired | head -1)
	grep -v "\"id\":\"$id\"" records > r
	run fb-verify paired r
	assert_failure 1
	assert_line --partial ": its record is not there"
	{ cat records; echo '{"id":"new","text":"one more"}'; } > r
	run fb-verify paired r
	assert_failure 1
	assert_line --partial "the digest of the 37 records"
	sed '/fb-redact/s/"digest_in":"./"digest_in":"x/' records > r
	run fb-verify r
	assert_failure 1
	assert_line 'failed: trails: what fb-ingest let out is not what fb-redact took in'
}

# ---- what was delivered ----

# Put VALUE, a Python expression of the old text old, into a cell of a workbook.
set_cell() {
	/usr/bin/python3 - "$@" <<-'EOF'
	import sys, openpyxl
	path, sheet, cell, value = sys.argv[1:]
	book = openpyxl.load_workbook(path)
	at = book[sheet][cell]
	at.value = eval(value, {'old': at.value, 'book': book})
	book.save(path)
	EOF
}

workbook() {
	[[ -e $BATS_FILE_TMPDIR/book.xlsx ]] ||
		fb-xlsx -o "$BATS_FILE_TMPDIR/book.xlsx" paired letters
	cp "$BATS_FILE_TMPDIR/book.xlsx" .
}

# The cell of a sheet's column whose first row with a mark comes first.
first_cell() {
	/usr/bin/python3 - "$@" <<-'EOF'
	import sys, openpyxl
	path, sheet, mark, words = sys.argv[1:]
	rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
	for n, row in enumerate(rows, 1):
	    if '#' in str(row[int(mark)] or ''):
	        print('ABCDEFGHIJKLMNOPQRSTUVWXYZ'[int(words)] + str(n))
	        break
	EOF
}

@test "the workbook's words are those of their ids" {
	workbook
	run fb-verify --workbook book.xlsx paired letters records
	assert_success
	assert_output --regexp ', [1-9][0-9]* printed texts: all hold$'
	for name in banks lounges; do
		run fb-verify --workbook "$ROOT/build/report/$name.xlsx" \
		    "$ROOT/examples/$name/labels.ndjson" \
		    "$STREAM/$name"/{paired-*,records}.ndjson
		assert_success
	done
}

@test "one character changed in a cell of words is named" {
	while read -r sheet mark words; do
		workbook
		at=$(first_cell book.xlsx "$sheet" "$mark" "$words")
		set_cell book.xlsx "$sheet" "$at" 'old[:3] + "x" + old[4:]'
		run fb-verify --workbook book.xlsx paired letters records
		assert_failure 1
		assert_line --regexp "^failed: book.xlsx: sheet $sheet row ${at#?}: byte [0-9]+ of the words of #[0-9a-f]{8,} differs$"
	done <<-'EOF'
	Quotes 0 9
	Summary 8 6
	Letters 1 2
	EOF
}

@test "another id, words that break off and words without an id are named" {
	workbook
	set_cell book.xlsx Quotes A2 '"#0123abcd"'
	run fb-verify --workbook book.xlsx paired letters records
	assert_failure 1
	assert_line "failed: book.xlsx: sheet Quotes row 2: #0123abcd is not in the stream"
	workbook
	set_cell book.xlsx Quotes J2 'old[:-3]'
	run fb-verify --workbook book.xlsx paired letters records
	assert_failure 1
	assert_line --regexp "^failed: .*: the words of #[0-9a-f]{8} break off$"
	workbook
	set_cell book.xlsx Method B40 'max((c for r in book["Quotes"].iter_rows(values_only=True) for c in r if isinstance(c, str)), key=len)'
	run fb-verify --workbook book.xlsx paired letters records
	assert_failure 1
	assert_line --regexp "^failed: book.xlsx: sheet Method row 40: words of #[0-9a-f]{8} stand here without that id$"
	workbook
	set_cell book.xlsx Letters C4 '"Another title"'
	run fb-verify --workbook book.xlsx paired letters records
	assert_failure 1
	assert_line --regexp "^failed: .*: the title is not that of #[0-9a-f]{8}$"
	workbook
	set_cell book.xlsx Quotes S2 'old[:-1] + "-"'
	run fb-verify --workbook book.xlsx paired letters records
	assert_failure 1
	assert_line --regexp "^failed: .*: the digest is not that of the words of #[0-9a-f]{8}$"
}

@test "a workbook that cannot be read is status 3" {
	echo text > book.xlsx
	run fb-verify --workbook book.xlsx paired records
	assert_failure 3
	assert_output --partial "cannot read 'book.xlsx': "
}

pages() {
	[[ -e $BATS_FILE_TMPDIR/pages ]] || {
		fb-chart -o pages.pdf paired letters
		pdftotext -raw pages.pdf whole
		mv whole "$BATS_FILE_TMPDIR/pages"
	}
	cp "$BATS_FILE_TMPDIR/pages" .
}

@test "the words of the pages are those of their ids" {
	pages
	run fb-verify --pdf-text pages paired letters records
	assert_success
	assert_output --regexp ', [2-9][0-9] printed texts: all hold$'
	for name in banks lounges; do
		pdftotext -raw "$ROOT/build/report/$name.pdf" text
		run fb-verify --pdf-text text "$STREAM/$name"/{paired-*,records}.ndjson
		assert_success
		assert_output --regexp ', [2-9][0-9] printed texts: all hold$'
	done
}

@test "a changed letter of any quoted passage of the pages is named" {
	pages
	run python3 - <<-'EOF'
	import re, subprocess
	page = open('pages', encoding='utf-8').read()
	seen = unseen = 0
	for m in re.finditer('“([^“”]+)”[^#”]*#([0-9a-f]{8})', page):
	    at = re.search('[A-Za-z一-鿿]{2}', m[1])
	    if not at or re.search('[\u0590-\u08ff]', m[1]):
	        continue
	    at = m.start(1) + at.start()
	    new = page[:at] + ('x' if page[at] != 'x' else 'y') + page[at + 1:]
	    open('changed', 'w', encoding='utf-8').write(new)
	    run = subprocess.run(['fb-verify', '--pdf-text', 'changed', 'paired',
	        'letters', 'records'], stdout=subprocess.PIPE, encoding='utf-8')
	    seen += 1
	    if run.returncode != 1 or f'the words beside #{m[2]}' not in run.stdout:
	        unseen += 1
	        print(m[0])
	print(seen > 15, unseen)
	EOF
	assert_success
	assert_output "True 0"
}

@test "words on a page under no id, or under another one, are named" {
	pages
	words="It left late again, as on each of the four mornings before."
	{ cat pages; echo "$words"; } > more
	run fb-verify --pdf-text more paired letters records
	assert_failure 1
	assert_line --regexp "^failed: more: at the end: words of #[0-9a-f]{8} stand here without that id$"
	{ cat pages; echo "“Nobody ever said these words, but here they stand in a report.”"; } > more
	run fb-verify --pdf-text more paired letters records
	assert_failure 1
	assert_line --partial "failed: more: at the end: quoted without an id: Nobodyeversaid"
	sed '0,/#[0-9a-f]\{8\}/s//#0123abcd/' pages > other
	run fb-verify --pdf-text other paired letters records
	assert_failure 1
	assert_line "failed: other: #0123abcd is not in the stream"
	sed 's/#7eec0a95/#ac6a6482/' pages > other
	run fb-verify --pdf-text other paired letters records
	assert_failure 1
	assert_line "failed: other: the words beside #ac6a6482 are not those of its record"
}

# ---- what others present ----

# 1,000 records, every tenth to third of them with a low score.
thousand() {
	awk 'BEGIN { for (i = 0; i < 1000; i++)
		printf "{\"id\":\"r%d\",\"date\":\"2026-%02d-01\",\"score\":%d," \
		    "\"scale\":\"1-5\",\"text\":\"Visitor %d said%s.\"}\n", i,
		    i % 12 + 1, i % 10 < 3 ? 1 : 4, i, i % 2 ? "" : " a lot"
	}' > thousand
}

@test "rosy quotes are told by their exact probability" {
	thousand
	for i in 3 14 25 36 47 58 69 74 85 96; do
		echo "Visitor $i said"
	done > slide
	run fb-verify --audit slide thousand
	assert_success
	assert_line "slide: 10 presented, 10 found, from 10 records that can be told"
	assert_line "slide: 0 of 10 have a low score, 300 of all 1000; so few in a fair draw: p = 0.0277"
	assert_line --regexp '^slide: 5 of 10 are longer than the median, 500 of all 1000; so few in a fair draw: p = 0.62'
	assert_line --regexp '^slide: [0-9]+ of 10 are older than the median, 4[0-9]+ of all 1000; so few in a fair draw: p = 0\.[0-9]{4}$'
}

@test "ids are found, invented words are a failure, common ones are left out" {
	thousand
	printf '%s\n' r1 r2 'said a lot.' 'Visitor 7 said so.' '' > slide
	run fb-verify --audit slide thousand
	assert_failure 1
	assert_line "failed: slide:4: no record has this id or says these words"
	assert_line "slide: 4 presented, 3 found, from 2 records that can be told"
	run fb-verify --audit none thousand
	assert_failure 3
	assert_output --partial "cannot read 'none': No such file or directory"
}

@test "nothing to prove is status 1 when asked" {
	run fb-verify records
	assert_success
	run fb-verify --fail-empty records
	assert_failure 1
	assert_output "0 quotes, 0 metric lines, 0 letters, 36 records: all hold"
	run fb-verify --fail-empty metrics records
	assert_success
}
