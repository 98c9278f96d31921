# A translation that came with a record: through all tools, masked, never in
# place of the customer's own words.
setup_file() {
	load helper
	cd "$BATS_FILE_TMPDIR"
	cat >export.csv <<-'EOT'
	id,date,score,lang,text,translation
	t1,2026-10-01,1,ar,"اتصلت ثلاث مرات ولم يجب أحد.","I rang three times and nobody answered. Ask somebody."
	t2,2026-10-02,3,ja,"水漏れの連絡をしたら十二分で来てくれました。","I reported a leak, <b>and</b> somebody was here in twelve minutes. My number is 020 7946 0018."
	t3,2026-10-03,4,en,"The same words here and there, as some exports have it.","The same words here and there, as some exports have it."
	t4,2026-10-04,7,de,"Der Zähler wurde seit Monaten nicht abgelesen, und jede Rechnung ist geschätzt.",
	t5,2026-10-05,9,fr,"Toujours là, toujours fraîche, pas un souci depuis dix ans.","Always there, always fresh.

	Not one worry for ten years."
	t6,2026-10-06,10,en,"Cold, clear, there, and never once had to think about it.",
	EOT
	cat >names.ndjson <<-'EOT'
	{"fb":"report","org":"Kestrel Water","name":"Letters","period":"2026-10","locale":"en"}
	EOT
	fb-ingest -q --scale 0-10 export.csv | fb-redact -q >records.ndjson
	fb-metric -q -m nps --per month --asof 2026-10-31 records.ndjson |
	    fb-anecdote -q -n 6 -s 7 - records.ndjson >paired.ndjson
	fb-sample -q -n 6 --require text -s 7 records.ndjson >letters.ndjson
	cat names.ndjson paired.ndjson letters.ndjson records.ndjson >all.ndjson
	fb-chart -q -o report.pdf names.ndjson paired.ndjson letters.ndjson
	fb-xlsx -q -o book.xlsx all.ndjson
	pdftotext -raw report.pdf report.txt
}

setup() {
	load helper
	cd "$BATS_FILE_TMPDIR"
}

# What jq makes of a record, and of its quote.
record() {
	jq -rc --arg id "$1" "select(.fb == null and .id == \$id) | $2" records.ndjson
}

quote() {
	jq -rc --arg id "$1" "select(.fb == \"metric\") | .quotes[] | select(.id == \$id) | $2" paired.ndjson
}

@test "an export's translation is told by its name and is never taken for the words" {
	run jq -r 'select(.translation) | .id' <(fb-ingest -q --scale 0-10 export.csv)
	assert_line --partial t1
	refute_line --partial t4
	printf '%s\n' 'Case,Said,Translated text' '1,zu spät,It came much too late for us all' \
	    '2,gut so,It was good as it was and is' >guess.csv
	run fb-ingest --explain guess.csv
	assert_output --partial "translation is 'Translated text', by its name"
	refute_output --partial "text is 'Translated text'"
}

@test "a profile joins and strips what a translation is made of" {
	printf 'a,b,c\nWort und Tat,<p>word &amp; deed</p>,<i>deed</i>\n' >html.csv
	printf '[map]\ntext = a\ntranslation = b + c as html\n' >own.profile
	run -0 --separate-stderr fb-ingest -q -p ./own.profile html.csv
	assert_equal "$(jq -r '.translation // empty' <<<"$output")" 'word & deed

deed'
}

@test "what names somebody is masked in a translation, too" {
	run record t2 '.translation, (.masks[] | select(.in == "translation") | .kind)'
	assert_line --index 0 --partial 'number is [PHONE].'
	assert_line 'PHONE'
	diff <(fb-redact -q records.ndjson | grep -v '"fb":"trail"') \
	    <(grep -v '"fb":"trail"' records.ndjson)
	run -1 fb-redact <<<'{"id":"a","text":"b","translation":["c"]}'
	assert_output --partial "'translation' is not a string"
}

@test "a quote of all words has the translation with its masks, a part has none" {
	local own='.translation, [.masks[] | select(.in == "translation")]'

	run quote t2 "$own"
	assert_output --partial '[PHONE]'
	assert_output "$(record t2 "$own")"
	for id in t3 t4; do
		assert_equal "$(quote $id 'has("translation")')" false
	done
	fb-metric -q -m nps --per month --asof 2026-10-31 records.ndjson |
	    fb-anecdote -q -n 6 -s 7 --max-chars 30 - records.ndjson >short.ndjson
	run jq -c 'select(.fb == "metric") | .quotes[] | select(.cut) | has("translation")' short.ndjson
	assert_line false
	refute_line true
}

@test "pages say that it is a translation, below the words and whole in a letter" {
	run tr -s ' \n' ' ' <report.txt
	assert_output --partial 'Translation supplied with the record: I reported a leak'
	assert_output --partial 'Translation supplied with the record: Always there, always fresh. Not one worry'
	refute_output --partial 'Translation supplied with the record: The same words'
	run sound report.pdf
	assert_output ""
}

@test "the workbook has a column for it, hidden where there is none" {
	run python3 - book.xlsx <<-'EOT'
	import re, sys, zipfile
	z = zipfile.ZipFile(sys.argv[1])
	shared = re.findall(r"<si>(.*?)</si>", z.read("xl/sharedStrings.xml").decode(), re.S)
	print(sum("somebody was here in twelve minutes" in s for s in shared))
	EOT
	assert_output 1
	jq -c 'del(.translation)' records.ndjson >bare.ndjson
	fb-metric -q -m nps --per month --asof 2026-10-31 bare.ndjson |
	    fb-anecdote -q -n 6 -s 7 - bare.ndjson | fb-xlsx -q -o bare.xlsx
	run python3 - book.xlsx bare.xlsx <<-'EOT'
	import re, sys, zipfile
	for path in sys.argv[1:]:
	    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet3.xml").decode()
	    print("hidden" in re.search(r'<col [^>]*width="44[^>]*>', sheet)[0])
	EOT
	assert_output $'False\nTrue'
}

@test "translations are proved from the pages and the workbook to the export" {
	run -0 fb-verify --pdf-text report.txt --workbook book.xlsx --source export.csv all.ndjson
	assert_output --partial 'all hold'
}

@test "an altered translation is found out, wherever it stands" {
	sed '/"fb":"metric"/s/I reported a leak/I invented a leak/' all.ndjson >stream.ndjson
	run -1 fb-verify stream.ndjson
	assert_output --partial '"translation"'
	sed 's/I reported a leak/I invented a leak/' report.txt >pages.txt
	run -1 fb-verify --pdf-text pages.txt all.ndjson
	assert_output --partial 'are not those of its record'
	sed 's/I rang three times/I rang thirty times/' report.txt >pages.txt
	run -1 fb-verify --pdf-text pages.txt all.ndjson
	assert_output --partial 'are not those of its record'
	sed 's/Always there, always fresh/Always there, never fresh/' export.csv >other.csv
	run -1 fb-verify --source other.csv all.ndjson
	assert_output --partial 'it does not say what the export says'
	python3 - book.xlsx altered.xlsx <<-'EOT'
	import sys, zipfile
	old, new = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w")
	for name in old.namelist():
	    new.writestr(name, old.read(name).replace(b"I reported a leak", b"I invented a leak"))
	new.close()
	EOT
	run -1 fb-verify --workbook altered.xlsx all.ndjson
	assert_output --partial 'the translation is not that of'
}
