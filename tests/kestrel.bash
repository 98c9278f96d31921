# The pages of REPORT.md's pictures, from answers to an invented water company:
# one.ndjson, summary.ndjson, fifty.ndjson, letters.ndjson and whole.ndjson.

# Words for the ten measures.
kestrel_names() {
	cat <<-'EOT'
	{"fb":"report","org":"Kestrel Water","name":"Customer numbers and letters","period":"2026-10","locale":"en","metrics":["nps","supply","effort","mend","kept","app","first","disputed","leaving","farms"],"source":"answers to the monthly survey, app reviews and tickets"}
	{"fb":"label","metric":"nps","name":"Would recommend","note":"NPS, −100 to 100"}
	{"fb":"label","metric":"farms","name":"Farms' NPS","note":"−100 to 100"}
	{"fb":"label","metric":"supply","name":"Content with supply","note":"CSAT, 4 or 5 of 5"}
	{"fb":"label","metric":"effort","name":"Easy to get help","note":"CES, mean of 1–7"}
	{"fb":"label","metric":"mend","name":"Time to mend","note":"median, open cases in"}
	{"fb":"label","metric":"kept","name":"Happy with the visit","note":"share of 4 or 5 of 5"}
	{"fb":"label","metric":"app","name":"App rating","note":"mean of 1–5 stars"}
	{"fb":"label","metric":"first","name":"Put right first time","note":"share of calls"}
	{"fb":"label","metric":"price","name":"A fair price","note":"CSAT, 4 or 5 of 5"}
	{"fb":"label","metric":"disputed","name":"Bills disputed","note":"per 1,000 bills","better":"down"}
	{"fb":"label","metric":"leaving","name":"Landlords leaving","note":"monthly, from the ledger","better":"down"}
	{"fb":"label","field":"kind","name":"kind of customer"}
	{"fb":"label","by":{},"name":"All customers"}
	{"fb":"event","date":"2026-10-02","text":"2 October: new telephone line"}
	EOT
}

# Numbers of a warehouse, with intervals of their own.
kestrel_ledger() {
	local m=0 month
	for month in 2025-{10,11,12} 2026-{01,02,03,04,05,06,07,08,09,10}; do
		printf '{"fb":"metric","metric":"disputed","by":{},"period":"%s","unit":"per 1,000","n":31200,"value":%s,"lo":%s,"hi":%s}\n' \
		    $month $((3 + m % 3)).$((m % 7)) $((2 + m % 3)).$((m % 7)) $((4 + m % 3)).$((m % 7))
		printf '{"fb":"metric","metric":"leaving","by":{},"period":"%s","unit":"%%","n":9120,"value":2.%d,"lo":1.%d,"hi":2.%d}\n' \
		    $month $((m % 3)) $((7 + m % 3)) $((3 + m % 3))
		m=$((m + 1))
	done
}

KESTREL=(-m nps -m supply=csat:supply@4-5 -m effort=ces:effort@1-7
	-m mend=hours:opened,solved -m kept=share:visit@4-5 -m app=mean:app@1-5
	-m first=share:first=yes)
KESTREL_WHEN=(--per month --period 2026-10 --asof 2026-10-31)

# All of it, in the working directory.
kestrel_make() {
	python3 "$DATA/kestrel.py" >answers.csv
	fb-ingest -q --scale 0-10 --source survey.csv answers.csv | fb-redact -q |
	    fb-tag -q >records.ndjson
	kestrel_names >names.ndjson
	fb-metric -q "${KESTREL[@]}" "${KESTREL_WHEN[@]}" records.ndjson >ten
	fb-metric -q -m farms=nps --where kind=Farms "${KESTREL_WHEN[@]}" \
	    records.ndjson >farms
	kestrel_ledger | cat ten farms - |
	    fb-anecdote -q -n 6 -s 2026-10 - records.ndjson >paired
	cat names.ndjson paired >summary.ndjson

	fb-metric -q -m nps "${KESTREL_WHEN[@]}" records.ndjson |
	    fb-anecdote -q -n 6 -s 2026-10 - records.ndjson |
	    cat names.ndjson - >one.ndjson

	fb-metric -q "${KESTREL[@]}" -m price=csat:price@4-5 -b kind \
	    "${KESTREL_WHEN[@]}" records.ndjson >fifty
	kestrel_ledger | cat fifty - |
	    fb-anecdote -q -n 5 -s 2026-10 - records.ndjson |
	    cat names.ndjson - >fifty.ndjson

	fb-sample -q -n 10 --require text --by kind --period 2026-10 \
	    -s 2026-10 records.ndjson | cat names.ndjson - >letters.ndjson
	tail -n +$(($(wc -l <names.ndjson) + 1)) letters.ndjson |
	    cat summary.ndjson - >whole.ndjson
}
