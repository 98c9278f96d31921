# How a table is written, told from what stands in it.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR" || return
}

records() {
  fb-ingest -q "$@" | grep -v '^{"fb":"trail"' | cut -d, -f2-
}
explained() {
  fb-ingest --explain "$@" 2>&1 > /dev/null
}

@test "comma, semicolon, tab and pipe give the same records" {
  printf 'date,words,where\n2026-01-01,"well, ""fine""",here\n2026-01-02,so,there\n' > want.csv
  records --source s want.csv > want
  for d in ';' '\t' '|'; do
    printf "date${d}words${d}where\n2026-01-01${d}\"well, \"\"fine\"\"\"${d}here\n2026-01-02${d}so${d}there\n" > x.csv
    records --source s x.csv > got
    cmp want got
  done
  run explained x.csv
  assert_line "fb-ingest: x.csv: delimiter: '|', as 3 of the first 3 rows have the header's 3 cells"
}

@test "commas in cells do not win over the header's delimiter" {
  printf 'a;b\n1,5;2,5\n"x, y";3,5\n' > x.csv
  run records x.csv
  assert_line --index 0 --partial '"a":"1,5","b":"2,5"'
}

@test "single quotes and backslashes are told, doubled quotes are no escapes" {
  printf "a,b\n'one, two','it''s'\n'three','four'\n" > x.csv
  run records -p none x.csv
  assert_line --index 0 --partial '"a":"one, two","b":"it'"'"'s"'
  printf 'a,b\n"say \\"hi\\", please",1\n"back\\\\slash",2\n' > x.csv
  run records -p none x.csv
  assert_line --index 0 --partial '"a":"say \"hi\", please","b":1'
  assert_line --index 1 --partial '"a":"back\\slash","b":2'
  run explained x.csv
  assert_line --partial 'escapes: a backslash before a quote'
  printf 'a,b\n"C:\\",1\n"say ""hi""",2\n' > x.csv
  run records -p none x.csv
  assert_line --index 0 --partial '"a":"C:\\","b":1'
}

@test "tabs without quoting are told when only then all rows fit" {
  printf 'id\ttext\n1\t"to be\n2\tnot "to" be"\n3\tplain\n' > x.tsv
  run records x.tsv
  assert_line --index 0 --partial '"text":"\"to be"'
  assert_equal "${#lines[@]}" 3
}

@test "encodings without a mark are told from their letters, or named" {
  text='Überraschend schön war das Frühstück für große Gäste und déjà vu à côté'
  printf 'date,text\n2026-01-01,%s\n' "$text" > utf8.csv
  iconv -t windows-1252 utf8.csv > x.csv
  run records --source s x.csv
  assert_output --partial "\"text\":\"$text\""
  run explained x.csv
  assert_line --partial 'encoding: windows-1252, a guess from'
  text='Очень хорошее обслуживание быстро и вежливо спасибо вам большое за помощь'
  printf 'date,text\n2026-01-01,%s\n' "$text" > utf8.csv
  for e in windows-1251 koi8-r iso-8859-5; do
    iconv -t $e utf8.csv > x.csv
    run records --source s x.csv
    assert_output --partial "\"text\":\"$text\""
    run records --source s --encoding $e x.csv
    assert_output --partial "\"text\":\"$text\""
  done
  for e in UTF-16LE UTF-16BE UTF-32LE; do
    iconv -t $e utf8.csv > x.csv
    run records --source s --encoding $e x.csv
    assert_output --partial "\"text\":\"$text\""
  done
}

@test "UTF-8 with faults stays UTF-8, and an unknown encoding is refused" {
  printf 'date,text\n2026-01-01,sch\xc3\xb6n und gro\xc3\x9f\xff\n' > x.csv
  run --separate-stderr fb-ingest x.csv
  assert_success
  assert_line --index 0 --partial 'schön und groß�'
  assert_regex "$stderr" "ill-formed UTF-8 in 1 places"
  run fb-ingest --strict x.csv
  assert_failure 1
  run fb-ingest --encoding nonsense x.csv
  assert_failure 2
  assert_output --partial "--encoding 'nonsense' is no encoding that ICU knows"
}

@test "one value settles the order of day and month, also far from the start" {
  { echo 'date,text'; for i in $(seq 40000); do echo "04/05/2026,words of row $i"; done
    echo '25/05/2026,the last'; } > x.csv
  run records x.csv
  assert_line --index 0 --partial '"date":"2026-05-04"'
  assert_line --index 40000 --partial '"date":"2026-05-25"'
  fb-ingest --source s x.csv > want
  fb-ingest --source s - < x.csv > got
  cmp want got
  gzip -c x.csv | fb-ingest --source s > got
  cmp want got
}

@test "an order that nothing settles is refused with its flag" {
  printf 'date,text\n04/05/2026,a\n' > x.csv
  run fb-ingest x.csv
  assert_failure 2
  assert_output "fb-ingest: x.csv: no cell says whether the day stands before the month; say so with --date-order dmy or mdy"
  run records --date-order dmy x.csv
  assert_output --partial '"date":"2026-05-04"'
  run records --date-order mdy x.csv
  assert_output --partial '"date":"2026-04-05"'
  run records -c 'date=date %m/%d/%Y' x.csv
  assert_output --partial '"date":"2026-04-05"'
}

@test "forms of dates are learnt from the column" {
  while IFS='=' read -r cell want; do
    printf 'date;text\n%s;a\n' "$cell" > x.csv
    run records x.csv
    assert_output --partial "\"date\":\"$want\""
  done <<-'E'
	31-Jul-18=2018-07-31
	Mon Apr 06 2026=2026-04-06
	Nov 30, 2014, 4:26PM=2014-11-30T16:26:00
	2021/03/05 12:12:44 AM GMT+1=2021-03-04T23:12:44Z
	24-02-2015 11:35=2015-02-24T11:35:00
	1490000000=2017-03-20T08:53:20Z
	1490000000123=2017-03-20T08:53:20Z
	Wed Jan 08 12:00:00 +0000 2025=2025-01-08T12:00:00Z
	13.1.2026 07:05=2026-01-13T07:05:00
	Tue, 6 Jan 2026 10:00:00 +0200=2026-01-06T08:00:00Z
	E
}

@test "several forms of a date in one column" {
  printf 'when,text\n2026-01-02,a\n3.4.2026,b\n' > x.csv
  run records -c 'date=when %F or %d.%m.%Y' x.csv
  assert_line --index 0 --partial '"date":"2026-01-02"'
  assert_line --index 1 --partial '"date":"2026-04-03"'
}

@test "without a profile words and date are guessed, the scale is not" {
  printf 'Nr,Created At,Customer Review,Stars\n1,2026-01-02,It was quite good,4\n2,2026-01-03,Not my kind of thing,2\n' > x.csv
  run --separate-stderr fb-ingest x.csv
  assert_success
  assert_line --index 0 --partial '"date":"2026-01-02","source":"x.csv","text":"It was quite good","Nr":1,"Stars":4}'
  assert_equal "$stderr" "fb-ingest: x.csv: the column 'Stars' has no scale and is kept as Stars; give --scale LO-HI"
  run records --scale 1-5 x.csv
  assert_line --index 0 --partial '"score":4,"scale":"1-5","text":"It was quite good"'
  run explained x.csv
  assert_line "fb-ingest: x.csv: guess: text is 'Customer Review', by its words; -c text=COLUMN names another"
  run records -p none x.csv
  assert_line --index 0 '"source":"x.csv","Nr":1,"Created At":"2026-01-02","Customer Review":"It was quite good","Stars":4}'
}

@test "a table without a header keeps its first row" {
  printf '1\tsome words here\n2\tand more of them\n' > x.tsv
  run records --no-header -c text=column_2 x.tsv
  assert_line --index 0 --partial '"text":"some words here","column_1":1}'
  assert_equal "${#lines[@]}" 2
}

@test "--explain hints at what else columns hold, also when dates are refused" {
  cat > t.csv <<'END'
Ref;Submitted;Would you tell a friend?;Tell us more;Author;Reply to
1001;03/04/2026;9;Super friendly, will come again;Ann;a@x.example
1002;04/04/2026;2;"Waited an hour; nobody came";Ben;b@x.example
END
  run explained t.csv
  assert_line --partial "hint: if 'Ref' is another one in each row, give -c 'id=Ref'"
  assert_line --partial "hint: 'Would you tell a friend?' holds numbers from 2 to 9; if that is the answer, give -c 'score=Would you tell a friend?' --scale LO-HI"
  assert_line --partial "hint: 'Author' seems to name persons; list it under [identity]"
  assert_line --partial "hint: 'Reply to' seems to name persons"
  assert_line --partial "'Tell us more'"
  assert_line --partial "say so with --date-order dmy or mdy"
  assert_line --partial "id: made of the row's cells"
  run records --date-order dmy -c id=Ref -c 'score=Would you tell a friend?' --scale 0-10 t.csv
  assert_line --index 0 '"date":"2026-04-03","source":"t.csv","score":9,"scale":"0-10","text":"Super friendly, will come again","Author":"Ann","Reply to":"a@x.example"}'
}
