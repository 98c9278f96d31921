setup() {
  load helper
  IN=$DATA/ingest
  cd "$BATS_TEST_TMPDIR" || return
}

# The records without the trail line.
records() {
  fb-ingest "$@" | grep -v '^{"fb":"trail"'
}
trail() {
  fb-ingest "$@" | grep '^{"fb":"trail"'
}

@test "columns become keys, others keep their names, empty cells are left out" {
  run --separate-stderr fb-ingest -c id=Order -c date=When -c score=Stars --scale 1-5 \
    -c title=Headline -c text=Comment --channel shop "$IN/shop.csv"
  assert_success
  assert_equal "$stderr" ""
  assert_line --index 0 '{"id":"A-1","date":"2026-10-03","source":"shop.csv","channel":"shop","score":5,"scale":"1-5","title":"Quick","text":"Arrived on Tuesday, well packed.","Region":"North"}'
  assert_line --index 1 '{"id":"A-2","date":"2026-10-04","source":"shop.csv","channel":"shop","score":2,"scale":"1-5","text":"The lid was cracked.\nI had to tape it.","Region":"South"}'
  assert_line --index 2 '{"id":"A-3","date":"2026-10-04","source":"shop.csv","channel":"shop","title":"Just a note","text":"Could you sell refills?","Region":"North"}'
  assert_line --index 3 --partial '"text":"They said \"soon\" three times."}'
  assert_line --index 4 --regexp '^\{"fb":"trail","tool":"fb-ingest".*"in":4,"out":4,"filtered":0,"rejected":0,"duplicates":0,.*"profiles":\[\],"scales":\["1-5"\]'
}

@test "an id without an own one is SHA-256 over the source and the fields" {
  want=$(printf 'me\0372026-01-01\037same\037' | sha256sum | cut -c1-16)
  run records --source me "$IN/equal.csv"
  assert_line --index 0 --partial "{\"id\":\"$want\","
  assert_line --index 2 --partial "{\"id\":\"$want#2\","
  assert_line --index 3 --partial "{\"id\":\"$want#3\","
}

@test "with a named source the file and the order of rows do not matter" {
  head -1 "$IN/equal.csv" > a.csv
  tail -n +2 "$IN/equal.csv" | tac >> a.csv
  gzip -c a.csv > b.csv.gz
  fb-ingest --source me "$IN/equal.csv" | LC_ALL=C sort > want
  fb-ingest --source me a.csv | LC_ALL=C sort > got
  cmp want got
  fb-ingest --source me - < b.csv.gz | LC_ALL=C sort > got
  cmp want got
}

@test "columns are joined by a blank line and a date has its form" {
  run --separate-stderr fb-ingest -c 'date=When %m/%d/%Y' -c 'text=Good + Bad' \
    -c score=Stars -c scale=1-5 "$IN/american.csv"
  assert_failure 1
  assert_line --index 0 --partial '"date":"2026-10-03",'
  assert_line --index 0 --partial '"text":"Friendly drivers\n\nNothing"}'
  assert_line --index 1 --partial '"text":"Fast\n\nToo loud","Stars":9}'
  assert_line --index 2 --partial '"text":" Cold soup","When":"31/10/2026"}'
  assert_equal "$stderr" "fb-ingest: $IN/american.csv:3: score '9' is above the scale 1-5; --scale gives another
fb-ingest: $IN/american.csv:4: date '31/10/2026' is not of the form %m/%d/%Y"
}

@test "days and months in both orders are refused, and the flag is named" {
  run --separate-stderr fb-ingest -c date=When "$IN/american.csv"
  assert_failure 2
  assert_output ""
  assert_regex "$stderr" "some cells have the day before the month and some the month before the day; say which with --date-order"
  run --separate-stderr fb-ingest -c date=When --date-order mdy "$IN/american.csv"
  assert_failure 1
  assert_line --index 0 --partial '"date":"2026-10-03"'
  assert_line --index 2 --partial '"When":"31/10/2026"'
  assert_regex "$stderr" "american.csv:4: date '31/10/2026' is not of the form %m/%d/%Y"
}

@test "a form with hours and without leading zeros is read" {
  run --separate-stderr fb-ingest -c 'date=when %d.%m.%Y %H:%M' "$IN/dates.csv"
  assert_failure 1
  assert_line --index 0 --partial '"date":"2026-10-03T09:05:00"'
  assert_line --index 1 --partial '"date":"2026-10-03T21:05:00"'
  assert_regex "$stderr" "dates.csv:4: date '30.02.2026 10:00' is not of the form"
}

@test "the date decides between two scales, 0 and 0.0 are both missing" {
  run --separate-stderr fb-ingest -p "$IN/changed.profile" "$IN/changed.csv"
  assert_failure 1
  assert_line --index 0 --partial '"score":5,"scale":"1-5","text":"the last week of the old form"}'
  assert_line --index 1 --partial '"score":4,"scale":"1-5","text":"the last day of the old form","comfort":3}'
  assert_line --index 2 --partial '"score":4,"scale":"1-10","text":"the first day of the new form"}'
  assert_line --index 3 --partial '"score":10,"scale":"1-10","text":"a ten","x_comfort":6}'
  assert_line --index 4 --partial '"text":"a day nobody wrote down","answer":3,"comfort":5}'
  assert_line --index 5 --partial '"off_scale":2,'
  assert_regex "$stderr" "changed.csv:5: comfort '6' is above the scale 1-5"
  assert_regex "$stderr" "changed.csv:6: score '3' has no scale: the scale depends on the date"
}

@test "-c and --scale override the profile" {
  run fb-ingest -q -p "$IN/changed.profile" --scale 0-10 -c score=comfort "$IN/changed.csv"
  assert_success
  assert_line --index 1 --partial '"score":3,"scale":"0-10","text":"the last day of the old form","answer":4}'
  assert_line --index 3 --partial '"score":6,"scale":"0-10"'
}

@test "a quote that never closes costs its own line" {
  run --separate-stderr fb-ingest --rejects bad "$IN/unclosed.csv"
  assert_failure 1
  assert_equal "$stderr" "fb-ingest: $IN/unclosed.csv:3: a quote that opens here never closes; the row is left out"
  assert_line --index 0 --partial '"text":"fine"'
  assert_line --index 1 --partial '"text":"still a row"'
  assert_line --index 2 --partial '"text":"and another"'
  assert_line --index 3 --partial '"in":4,"out":3,"filtered":0,"rejected":1,'
  assert_equal "$(jq -c '[.line,.offset,.raw]' bad)" '[3,26,"2026-01-02,\"never closed"]'
}

@test "a row past --max-record is status 3" {
  printf 'a\n"open\n%0100d\n' 7 > t.csv
  run --separate-stderr fb-ingest --max-record 40 t.csv
  assert_failure 3
  assert_regex "$stderr" "t.csv:2: the row that starts here is longer than 40 bytes and a quote in it is still open"
}

@test "ragged rows and stray quotes are kept, counted and told" {
  run --separate-stderr fb-ingest "$IN/ragged.csv"
  assert_success
  assert_line --index 0 --partial '"text":"short"}'
  assert_line --index 1 --partial '"region":"EU","x_extra":["left","over"]}'
  assert_line --index 3 --partial '"text":"trailing","region":"EU"}'
  assert_line --index 4 --partial '"ragged":2,"stray_quotes":1,'
  assert_regex "$stderr" "ragged.csv:2: 2 cells where the header has 3"
  run fb-ingest -q --strict -o out "$IN/ragged.csv"
  assert_failure 1
  assert_not_exist out
}

@test "a stray quote that swallows rows is bad data" {
  printf 'a,b\n1,"x" y\n2,z"\n3,c\n' > t.csv
  run --separate-stderr fb-ingest t.csv
  assert_failure 1
  assert_equal "$stderr" "fb-ingest: t.csv:2: a stray quote makes one row of 2 lines; if cells are not quoted here, give --no-quotes"
  run records --no-quotes t.csv
  assert_equal "${#lines[@]}" 3
  assert_line --index 0 --partial '"b":"\"x\" y"}'
}

@test "every header name becomes one key" {
  run records -q "$IN/names.csv"
  assert_output '{"id":"1","source":"names.csv","column_2":"a","Other":"b","Other_2":"c","x_source":"d","x_themes":"e","Other_2_2":"f"}'
}

@test "only plain decimals stay numbers" {
  run records "$IN/numbers.csv"
  assert_line --index 0 --partial '"a":5,"b":"5.0","c":0.5,"d":"007","e":"1e3","f":"-0","g":123456789012345}'
  assert_line --index 1 --partial '"a":-3.25,"b":"1.10","c":".5","d":"+1","e":"NaN","f":0,"g":"1234567890123456"}'
}

@test "--unique keeps the latest version, whatever the order" {
  run records --unique "$IN/versions.csv"
  assert_equal "${#lines[@]}" 2
  assert_line --index 0 --partial '"id":"2",'
  assert_line --index 1 --partial '"text":"last words"'
  run trail --unique "$IN/versions.csv"
  assert_output --partial '"in":5,"out":2,"filtered":0,"rejected":0,"duplicates":3,'
  (head -1 "$IN/versions.csv"; tail -n +2 "$IN/versions.csv" | tac) > versions.csv
  cmp <(fb-ingest --unique versions.csv | sort) <(fb-ingest --unique "$IN/versions.csv" | sort)
}

@test "no key comes twice, whatever the profile and the header say" {
  printf 'date,mark,x_mark,area,region\n2026-01-01,9,a,b,c\n' > t.csv
  printf '[map]\nscale.mark = 1-5\nregion = area\nkind = "new"\n' > t.profile
  run records -q -p t.profile -c 'kind="old"' t.csv
  assert_output --partial '"x_mark_2":9,"x_mark":"a","region":"b","region_2":"c","kind":"old"}'
}

@test "a semicolon is told from the rows, asked for or said by the first line" {
  run records "$IN/semicolon.csv"
  assert_output --partial '"date":"2026-01-01","source":"semicolon.csv","text":"one; two"}'
  run records -d ';' "$IN/semicolon.csv"
  assert_output --partial '"date":"2026-01-01","source":"semicolon.csv","text":"one; two"}'
  printf 'sep=;\n' | cat - "$IN/semicolon.csv" > sep.csv
  run records sep.csv
  assert_output --partial '"text":"one; two"}'
}

@test "a name that ends in .tsv means tabs" {
  printf 'date\ttext\n2026-01-01\ta,b\n' > t.tsv
  run records t.tsv
  assert_output --partial '"text":"a,b"}'
}

@test "CR, LF, CRLF, a byte order mark and UTF-16 say the same" {
  fb-ingest --source s "$IN/equal.csv" > want
  sed 's/$/\r/' "$IN/equal.csv" > t && fb-ingest --source s t | cmp - want
  tr '\n' '\r' < "$IN/equal.csv" > t && fb-ingest --source s t | cmp - want
  printf '\357\273\277' | cat - "$IN/equal.csv" > t && fb-ingest --source s t | cmp - want
  head -c -1 "$IN/equal.csv" > t && fb-ingest --source s t | cmp - want
  for code in UTF-16LE UTF-16BE; do
    { printf '\ufeff'; cat "$IN/equal.csv"; } | iconv -f UTF-8 -t $code > t
    fb-ingest --source s t | cmp - want
  done
}

@test "UTF-16 without its mark is refused with a hint" {
  iconv -f UTF-8 -t UTF-16LE "$IN/equal.csv" > t
  run --separate-stderr fb-ingest t
  assert_failure 3
  assert_output ""
  assert_regex "$stderr" "--encoding UTF-16LE"
}

@test "ill-formed UTF-8 is mended and counted" {
  run --separate-stderr fb-ingest "$IN/badbytes.csv"
  assert_success
  assert_line --index 0 --partial '"text":"caf� and é"}'
  assert_line --index 2 --partial '"mended":1,'
  assert_regex "$stderr" "badbytes.csv:2: ill-formed UTF-8 in 1 places"
}

@test "a torn gzip stream is status 3" {
  gzip -c "$IN/shop.csv" | head -c 150 > t.csv.gz
  run --separate-stderr fb-ingest -o out t.csv.gz
  assert_failure 3
  assert_not_exist out
}

@test "a profile is found by the header and says why" {
  run --separate-stderr fb-ingest --explain "$IN/hotel.csv"
  assert_success
  assert_regex "$stderr" "hotel.csv: profile: booking-hotel, as its \[match\] columns are all there"
  assert_regex "$stderr" "hotel.csv: date: 'Review_Date' in the form %m/%d/%Y"
  assert_regex "$stderr" 'hotel.csv:2: becomes \{"id":"[0-9a-f]{16}","date":"2026-08-03"'
  assert_line --index 0 --partial '"date":"2026-08-03","source":"hotel.csv","channel":"Hotel review","score":9.6,"scale":"0-10","text":" The breakfast ","hotel":"Sea View","nationality":" Ireland "}'
  assert_line --index 1 --partial '"score":2.5,"scale":"0-10","text":" Thin walls ",'
}

@test "google-play: UTF-16, the id in the link, the latest version of each" {
  { printf '\ufeff'; cat "$IN/play.csv"; } | iconv -f UTF-8 -t UTF-16LE > reviews_202601.csv
  run --separate-stderr fb-ingest reviews_202601.csv
  assert_success
  assert_line --index 0 --partial '{"id":"google-play:bb","date":"2026-01-02T04:04:05Z","source":"reviews_202601.csv","channel":"App review","score":5,"scale":"1-5","title":"Gut","text":"Läuft 😀","lang":"de",'
  assert_line --index 1 --partial '{"id":"google-play:gp%3Aaa","date":"2026-01-09T03:04:05Z"'
  assert_line --index 2 --regexp '^\{"id":"[0-9a-f]{16}","date":"2026-01-10T03:04:05Z".*"score":3,"scale":"1-5","lang":"en"'
  assert_line --index 3 --partial '"in":4,"out":3,"filtered":0,"rejected":0,"duplicates":1,'
}

@test "trustpilot: title and text apart, customer columns kept for the redactor" {
  run records "$IN/trustpilot.csv"
  assert_output '{"id":"trustpilot:t1","date":"2026-02-03T10:11:12","source":"trustpilot.csv","channel":"Trustpilot","score":5,"scale":"1-5","title":"Kind staff","text":"They called me back.","lang":"en","domain":"example.org","person_Review Username":"Kim"}'
}

@test "consent that is not understood is taken as no" {
  run --separate-stderr fb-ingest "$IN/consent.csv"
  assert_failure 1
  assert_line --index 0 --partial '"consent":true}'
  assert_line --index 1 --partial '"consent":false}'
  assert_line --index 2 --partial '"consent":false}'
  assert_regex "$stderr" "consent 'perhaps' is neither yes nor no"
}

@test "--where and --period leave records out and count them" {
  run fb-ingest -q -c date=When --where Region=North --period 2026-10 "$IN/shop.csv"
  assert_success
  assert_equal "${#lines[@]}" 3
  assert_line --index 2 --partial '"in":4,"out":2,"filtered":2,'
}

@test "a score without a scale is not guessed" {
  run --separate-stderr fb-ingest -c score=Stars "$IN/shop.csv"
  assert_failure 2
  assert_output ""
  assert_equal "$stderr" "fb-ingest: $IN/shop.csv: the score has no scale; give --scale LO-HI"
}

@test "a column that is not there is named with those that are" {
  run --separate-stderr fb-ingest -c text=Coment "$IN/shop.csv"
  assert_failure 2
  assert_equal "$stderr" "fb-ingest: $IN/shop.csv: 'text' = 'Coment' names no column of the header, which has: Order, When, Stars, Headline, Comment, Region"
}

@test "an empty file and a bare header give a trail and status 0" {
  : > empty.csv
  printf 'date,text\n' > bare.csv
  run fb-ingest empty.csv bare.csv
  assert_success
  assert_output --partial '"in":0,"out":0,'
  assert_equal "${#lines[@]}" 1
}

@test "a file that is not there is status 3 and named" {
  run --separate-stderr fb-ingest -o out nowhere.csv
  assert_failure 3
  assert_equal "$stderr" "fb-ingest: nowhere.csv: cannot be opened: No such file or directory"
  assert_not_exist out
}

@test "a full disk is status 3" {
  run bash -c "fb-ingest '$IN/shop.csv' > /dev/full"
  assert_failure 3
}

@test "the bundled exports come through whole" {
  top=$BATS_TEST_DIRNAME/..
  run trail -p "$top/examples/banks/banks.profile" "$top/examples/banks/reviews.csv.gz"
  assert_success
  assert_output --partial '"in":7290,"out":7290,"filtered":0,"rejected":0,"duplicates":0,'
  assert_output --partial '"profiles":["banks"],"scales":["1-5"],"unclosed":0,"off_scale":0,"bad_dates":0,'
  run trail -p "$top/examples/lounges/lounges.profile" "$top/examples/lounges/lounges.csv.gz"
  assert_success
  assert_output --partial '"in":2264,"out":2264,'
  assert_output --partial '"scales":["1-10","1-5"],"unclosed":0,"off_scale":0,'
}

@test "the examples of the man page run" {
  cd "$BATS_TEST_DIRNAME/.." || return
  n=0
  while read -r line; do
    run bash -o pipefail -c "$line"
    assert_success
    n=$((n + 1))
  done < <(sed -n 's/^\.Dl \$ //p' cmd/fb-ingest/fb-ingest.1 | sed 's/\\&//g; s/\\-/-/g; s/\\(aq/'"'"'/g')
  assert [ "$n" -ge 4 ]
}
