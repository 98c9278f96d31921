# fb-chart: the pages that a report should look like, from the answers to an
# invented company (kestrel.bash) and, for themes, journey and heat, from lines
# laid in (pages.ndjson); and what must hold of all of them.
setup_file() {
	load helper
	load kestrel
	cd "$BATS_FILE_TMPDIR"
	kestrel_make
	jq -c 'select(.fb != "metric" or (.metric | IN("nps", "supply", "effort",
	    "mend", "leaving")))' summary.ndjson >five.ndjson
	cp "$DATA/pages.ndjson" pages.ndjson
	for name in one five summary fifty whole pages; do
		for paper in a4 letter; do
			fb-chart --paper $paper -o $name-$paper.pdf $name.ndjson
		done
	done
	for paper in a4 letter; do
		fb-chart -k letters --paper $paper -o letters-$paper.pdf letters.ndjson
	done
	fb-xlsx -o whole.xlsx whole.ndjson records.ndjson
}

setup() {
	load helper
	cd "$BATS_FILE_TMPDIR"
}

# The text of one page, on one line.
page() {
	pdftotext -layout -f "$2" -l "$2" "$1" - | tr -s ' \n\f' ' '
}

@test "no page has words out of place, loose fonts or other bytes when drawn again" {
	run sound ./*-a4.pdf ./*-letter.pdf
	assert_output ""
	for name in one fifty whole; do
		fb-chart --paper letter -o again.pdf $name.ndjson
		cmp again.pdf $name-letter.pdf
	done
	rm again.pdf
}

@test "every page has a title, a line below it and its source at the foot" {
	run python3 "$BATS_TEST_DIRNAME/anatomy.py" ./*-a4.pdf ./*-letter.pdf
	assert_success
	assert_output --regexp '^[1-9][0-9]+ pages$'
}

@test "every page is read in its order, with heads, tables and texts of pictures" {
	run python3 "$BATS_TEST_DIRNAME/tags.py" ./*-a4.pdf ./*-letter.pdf
	assert_success
	assert_output --regexp '^[1-9][0-9]+ Table, [1-9][0-9]+ TR, [1-9][0-9]+ Figure$'
}

@test "one number is a page, five to ten are rows, fifty an index beside the clearest" {
	run page one-a4.pdf 1
	assert_output --partial 'so the summary is this page'
	assert_output --partial 'Six customers, in the proportions of everyone who answered'
	for n in five:5 summary:10; do
		run page "${n%:*}-a4.pdf" 1
		assert_equal "$(grep -o '#[0-9a-f]\{8\}' <<<"$output" | sort -u | wc -l)" "${n#*:}"
		for name in 'Would recommend' 'Content with supply' 'Landlords leaving'; do
			assert_output --partial "$name"
		done
	done
	run page fifty-a4.pdf 1
	assert_equal "$(grep -o '#[0-9a-f]\{8\}' <<<"$output" | sort -u | wc -l)" 10
	run page fifty-a4.pdf 2
	assert_output --partial 'Everything we measure'
	assert_equal "$(grep -o '#[0-9a-f]\{8\}' <<<"$output" | wc -l)" 50
}

@test "letters are whole, ten of them, each on the page that the list names" {
	run page letters-a4.pdf 1
	assert_output --partial 'Ten letters'
	tail -n 10 letters.ndjson | jq -r 'select(.draw).text' | tr -d ' \n' >words
	pdftotext -layout letters-a4.pdf - | python3 -c '
import json, re, sys
pages = sys.stdin.read().split("\f")
flat = ["".join(p.split()) for p in pages]
letters = [json.loads(l) for l in open("letters.ndjson") if "\"draw\"" in l]
listed = re.findall(r"(?m)(\d+)\s*$", pages[0].split("1–31")[0])
plain = lambda s: "".join(c for c in "".join(s.split()) if c < "\u0590")
for i, l in enumerate(letters):
    at = int(re.search(r"(?m)^ +%d +\S.* (\d+)$" % (i + 1), pages[0])[1])
    first = plain(l["text"])[:12]
    if first not in flat[at - 1]:
        print(i + 1, "is not on page", at)
    if not all(plain(p) in plain("".join(flat[1:])) for p in l["text"].split("\n\n")):
        print(i + 1, "is not whole")
print(len(letters))'
}

@test "printed words, cut or whole, are those of their ids in the workbook" {
	for paper in a4 letter; do
		pdftotext -raw whole-$paper.pdf whole.txt
		run fb-verify --pdf-text whole.txt --workbook whole.xlsx whole.ndjson \
		    records.ndjson
		assert_success
		assert_output --partial 'all hold'
		grep -o '#[0-9a-f]\{8\}' whole.txt | sort -u >printed
		run /usr/bin/python3 - <<-'END'
		import openpyxl
		book = openpyxl.load_workbook("whole.xlsx")
		cells = [c.value for c in book["Quotes"]["A"]]
		cells += [c.value for r in book["Letters"].iter_rows() for c in r]
		have = {word for c in cells if c for word in str(c).split()}
		ids = set(open("printed").read().split())
		print(len(ids) > 40, sorted(ids - have))
		END
		assert_output 'True []'
	done
}

@test "the strip of every page has a cell for each quote below it" {
	for name in one fifty whole pages; do
		pdftotext -layout $name-a4.pdf - | python3 -c '
import re, sys
strips = 0
for page in sys.stdin.read().split("\f"):
    said = re.search(r"(?s)Quoted below: (.*?), chosen by rule(.*)", page)
    if not said:
        continue
    strips += 1
    cells = sum(map(int, re.findall(r"\b\d+\b", said[1])))
    voices = said[2].split("Beside the proportions")[0]
    ids = re.findall(r"#[0-9a-f]{8}", voices)
    if len(ids) != cells:
        print(cells, "cells,", len(ids), "quotes:", page[:200])
print("some" if strips else "none")' >out
		run cat out
		assert_output some
	done
}

@test "the way from everything received to everything printed adds up" {
	pdftotext -layout whole-a4.pdf - |
	    sed -n '/From everything received/,/To draw these people again/p' >funnel
	run funnel
	assert_output --regexp '^[3-9]$'
	# Quotes on the pages in front of the letters, and as many in the workbook.
	quoted=$(sed -n 's/.*Printed here as quotes *\([0-9]*\).*/\1/p' funnel)
	assert_equal "$quoted" "$(pdftotext whole-a4.pdf - | tr -d '\f' |
	    sed '/^Ten letters/,$d' | grep -o '#[0-9a-f]\{8\}' | sort -u | wc -l)"
	run /usr/bin/python3 -c '
import openpyxl
for words, n, *_ in openpyxl.load_workbook("whole.xlsx")["Method"].iter_rows(values_only=True):
    if words in ("Printed here as quotes", "Letters drawn"):
        print(n)'
	assert_output "$quoted
10"
}

@test "the workbook says in words what the trails hold, and prints what is filled in" {
	run /usr/bin/python3 -c '
import openpyxl
book = openpyxl.load_workbook("whole.xlsx")
cells = [str(c) for row in book["Method"].iter_rows(values_only=True) for c in row if c is not None]
print([c for c in cells if "\":" in c])
print([c for c in cells if c.startswith("survey.csv (Records in: ")] != [])
area, follow = book["Follow-up"].print_area, book["Follow-up"]
area = area if isinstance(area, str) else area[0]
last = area.split(":")[1].strip("$0123456789")
heads = [c.value for c in follow[2]]
width = 0
for cell in follow[2]:
    width += follow.column_dimensions[cell.column_letter].width
    if cell.column_letter == last:
        print(cell.value, width < 170)'
	assert_output "[]
True
Closed on True"
}

@test "the method is a page, and what its words mean is another, on any paper" {
	for paper in a4 letter; do
		last=$(pdfinfo whole-$paper.pdf | awk '$1 == "Pages:" { print $2 }')
		run bash -c "pdftotext whole-$paper.pdf - | grep -c 'Kestrel Water Method'"
		assert_output 2
		run page whole-$paper.pdf $((last - 1))
		for words in 'How these voices were chosen' \
		    'To draw these people again' 'Who answered'; do
			assert_output --partial "$words"
		done
		run page whole-$paper.pdf "$last"
		for words in 'What the words mean' '± and 95% interval' \
		    'What was changed in a quote' 'Who is missing' \
		    'Net Promoter Score (NPS)' 'Stratified'; do
			assert_output --partial "$words"
		done
	done
}

@test "a name of statistics stands on no page without plain words beside it" {
	for name in whole fifty pages; do
		pdftotext $name-a4.pdf - | tr -s ' \n\f' ' ' |
		    sed 's/What the words mean.*//' >before
		run grep -oE 'Benjamini|Cochran|Wilson|Tango|Student|Kaplan|XmR|two-sided|slides' before
		assert_output ""
	done
	# And a word that no page says is not explained.
	run page one-a4.pdf "$(pdfinfo one-a4.pdf | awk '$1 == "Pages:" { print $2 }')"
	assert_output --partial 'Net Promoter Score (NPS)'
	refute_output --partial 'Median'
	refute_output --partial 'Stratified'
}

@test "any script is set, right to left too, and emoji are drawn" {
	pdftotext letters-a4.pdf all.txt
	for name in one fifty summary whole pages; do
		pdftotext $name-a4.pdf -
	done >>all.txt
	for script in Arabic Hebrew Han Hiragana; do
		run grep -cP "\p{$script}" all.txt
		assert_success
	done
	pdfimages -list summary-a4.pdf | grep -q smask
	run grep -P '\x{fffd}|\x{25a1}' all.txt
	assert_failure 1
}

# Grey tones that cover a hundredth of a picture, darkest first.
tones() {
	pdftoppm -gray -r 50 "$1" | python3 -c '
import sys
pixels = sys.stdin.buffer.read().split(b"\n", 3)[3]
print(*[v for v in range(255) if pixels.count(v) * 100 > len(pixels)])'
}

@test "in grey each side of a middle still has tones of its own" {
	fb-metric -q -m effort=ces:effort@1-7 -b kind "${KESTREL_WHEN[@]}" \
	    records.ndjson >effort
	load kestrel
	fb-metric -q -m nps "${KESTREL_WHEN[@]}" records.ndjson >nps
	for chart in hist:nps stack100:nps likert:effort; do
		fb-chart -k "${chart%:*}" --size 120x84 -o grey.pdf "${chart#*:}"
		read -ra v <<<"$(tones grey.pdf)"
		[ "${#v[@]}" -ge 3 ]
		for ((i = 1; i < ${#v[@]}; i++)); do
			((v[i] - v[i - 1] >= 15)) || echo "${v[*]}"
		done
	done >close
	rm grey.pdf
	assert_equal "$(cat close)" ""
}

@test "long names, missing months, one record and equal scores leave every page whole" {
	long=$(printf 'Wasserwirtschaftliche %.0s' {1..15})
	jq -c --arg long "${long:0:300}" 'if .name then .name = $long else . end |
	    if .note then .note = $long else . end | if .text and .fb == "event"
	    then .text = $long else . end' whole.ndjson >long
	jq -c 'select(.fb != "metric" or (.period | IN("2026-03", "2026-04") | not))' \
	    whole.ndjson >gap
	head -n 1 records.ndjson >record
	jq -c 'select(.fb == null) | .score = 10 | .effort = 4' records.ndjson >ten
	load kestrel
	for name in record ten; do
		fb-metric -q -m nps -m effort=ces:effort@1-7 --per month $name |
		    fb-anecdote -q -n 3 - $name >$name.m
	done
	for name in long gap record.m ten.m; do
		fb-chart -o odd-$name.pdf $name
	done
	fb-chart -o odd-none.pdf /dev/null
	run sound odd-*.pdf
	assert_output ""
	run pdftotext -layout odd-record.m.pdf -
	assert_output --partial "fewer than 10"
	fb-chart -k hist -o odd-same.pdf ten.m
	run pdftotext -layout odd-same.pdf -
	assert_output --partial 'mean 10.0'
}

@test "no line of a title ends in front of its number" {
	for file in whole-a4 whole-letter fifty-a4; do
		run pdftotext -raw $file.pdf -
		assert_line --regexp ', (up|down) [0-9.]+$'
		refute_line --regexp ', (up|down)$'
	done
}
