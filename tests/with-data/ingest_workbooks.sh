#!/bin/sh
# Save real tables as workbooks by LibreOffice and compare the records.
# usage: ingest_workbooks.sh SHARED FOLDER
set -eu
shared=$1 to=$2

# All columns as text (2), so that the sheet holds what the file holds.
text=$(seq -s/ 1 60 | sed 's#\([0-9]*\)#\1/2#g')
bad=0

compare() { # name, file, import filter, what to leave out of both
	cp "$2" "$to/$1.csv"
	(cd "$to" && soffice "-env:UserInstallation=file://$to/office" --headless \
		"--infilter=$3" --convert-to xlsx "$1.csv" > /dev/null 2>&1)
	fb-ingest -q --source s "$to/$1.csv" | grep -v '^{"fb":"trail"' |
		sed "$4" > "$to/$1.want"
	fb-ingest -q --source s "$to/$1.xlsx" | grep -v '^{"fb":"trail"' |
		sed "$4" > "$to/$1.got"
	if cmp -s "$to/$1.want" "$to/$1.got"; then
		echo "$1: $(wc -l < "$to/$1.got") records are the same"
	else
		echo "$1: differs"
		diff "$to/$1.want" "$to/$1.got" | head -4 | cut -c1-300
		bad=1
	fi
}

as_text=CSV:44,34,76,1,$text
compare clothing "$shared/data/clothing_1000.csv" "$as_text" ''
compare steam "$shared/data/steam_diablo4_multilang.csv" "$as_text" ''
compare waimai "$shared/data/waimai_zh.csv" "$as_text" ''
compare scraper "$shared/exports/googleplay_scraper_chatgpt.csv" "$as_text" ''
gzip -dc "$shared/data/hotel_london_booking.csv.gz" > "$to/plain.csv"
compare hotel "$to/plain.csv" "$as_text" ''
# Dates become dates of the sheet and ratings numbers; the made ids differ
# then, as the cells of dates do, and midnight is the day alone. A title of 10/10
# is to stay text.
compare appstore "$shared/data/appstore_chatgpt.csv" \
	CSV:44,34,76,1,1/1/2/2/3/2/4/1 \
	's/^{"id":"[^"]*"/{"id":""/; s/T00:00:00"/"/'
exit $bad
